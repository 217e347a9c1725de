"""Wrong digits count per link and hour, whoever sends them, so that nobody tries numbers without end."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.prevention.models import WrongDigits
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.registry.models import CivilServant
from netra.trust.errors import Refused

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


def prove_digits(link: PersonalLink, person: CivilServant, digits: str, at: datetime) -> None:
    """Let pass whoever holds a link and knows the last digits of its person's NIP. Fails with WrongLastDigits."""
    refuse_after_many(link.fingerprint, WRONG_PER_HOUR, at)
    typed = "".join(digits.split())
    if hmac.compare_digest(typed.encode(), person.nip[-DIGITS:].encode()):
        return
    count_wrong(link.fingerprint, at)
    raise WrongLastDigits(
        _("%(count)d angka terakhir NIP itu tidak cocok dengan tautan ini. Periksa, lalu isi kembali.")
        % {"count": DIGITS}
    )


def count_wrong(fingerprint: str, at: datetime) -> None:
    """Committed by itself: the refusal that follows must not undo the count."""
    hour = hour_of(at)
    with transaction.atomic():
        WrongDigits.objects.filter(hour_start__lt=hour - timedelta(hours=_KEPT_HOURS)).delete()
        WrongDigits.objects.bulk_create([WrongDigits(fingerprint=fingerprint, hour_start=hour)], ignore_conflicts=True)
        WrongDigits.objects.filter(fingerprint=fingerprint, hour_start=hour).update(wrong=F("wrong") + 1)


def hour_of(at: datetime) -> datetime:
    """The hour in which wrong digits are counted together."""
    return at.replace(minute=0, second=0, microsecond=0)
