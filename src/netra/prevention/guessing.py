"""Wrong digits count per link and hour, whoever sends them, so that nobody tries numbers without end.

Tries of one link are judged one after another, however many are sent at once: each waits until the one before it is
counted. A try that is judged beside others would not know of them, and the limit would let through all that run.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.prevention.models import WrongDigits
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.registry.models import CivilServant
from netra.trust.errors import Refused

Found = TypeVar("Found")
_KEPT_HOURS = 24
# Of one personal link; a hall of people shares the code of a roll call, which allows more.
WRONG_PER_HOUR = 5


class WrongLastDigits(Refused):
    """The digits are not those of the person whom the link was made for, or too many were tried."""


def refuse_after_many(fingerprint: str, most: int, at: datetime) -> None:
    """Let the link rest for the hour after `most` wrong tries. Fails with WrongLastDigits."""
    if WrongDigits.objects.filter(fingerprint=fingerprint, hour_start=hour_of(at), wrong__gte=most).exists():
        raise WrongLastDigits(
            _("Terlalu banyak percobaan. Coba lagi setelah pukul %(until)s.")
            % {"until": timezone.localtime(hour_of(at) + timedelta(hours=1)).strftime("%H.%M")}
        )


def judged(fingerprint: str, most: int, at: datetime, judge: Callable[[], Found | None]) -> Found | None:
    """What `judge` finds behind a try of this link; where it finds nothing, the try was counted as wrong.

    Committed by itself: a refusal that follows must not undo the count. Fails with WrongLastDigits after `most`.
    """
    with transaction.atomic():
        in_turn(fingerprint)
        refuse_after_many(fingerprint, most, at)
        found = judge()
        if found is None:
            count_wrong(fingerprint, at)
    return found


def prove_digits(link: PersonalLink, person: CivilServant, digits: str, at: datetime) -> None:
    """Let pass whoever holds a link and knows the last digits of its person's NIP. Fails with WrongLastDigits."""
    if judged(link.fingerprint, WRONG_PER_HOUR, at, lambda: are_last(digits, person.nip) or None) is None:
        raise not_the_digits()


def are_last(digits: str, nip: str) -> bool:
    """Whether these are the last digits of that NIP, told in the same time whichever of them are right."""
    return hmac.compare_digest("".join(digits.split()).encode(), nip[-DIGITS:].encode())


def not_the_digits() -> WrongLastDigits:
    """What is said to a wrong try of a personal link."""
    return WrongLastDigits(
        _("%(count)d angka terakhir NIP itu tidak cocok dengan tautan ini. Periksa, lalu isi kembali.")
        % {"count": DIGITS}
    )


def in_turn(fingerprint: str) -> None:
    """Wait, in a transaction, until no other try of this link is being judged. SQLite has one writer at a time anyway.

    A lock of the link's name and not of a row: most links are never tried wrongly and have none.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (int(fingerprint[:15], 16),))


def count_wrong(fingerprint: str, at: datetime) -> None:
    """One more wrong try of this link in this hour, in the transaction that judged it."""
    hour = hour_of(at)
    WrongDigits.objects.filter(hour_start__lt=hour - timedelta(hours=_KEPT_HOURS)).delete()
    WrongDigits.objects.bulk_create([WrongDigits(fingerprint=fingerprint, hour_start=hour)], ignore_conflicts=True)
    WrongDigits.objects.filter(fingerprint=fingerprint, hour_start=hour).update(wrong=F("wrong") + 1)


def hour_of(at: datetime) -> datetime:
    """The hour in which wrong digits are counted together."""
    return at.replace(minute=0, second=0, microsecond=0)
