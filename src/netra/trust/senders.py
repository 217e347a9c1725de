"""Whoever comes without an account: what one sender may begin in a day, and how many wrong codes he may try in an hour.

`sender` is whatever the door knows of the client (an address); it is hashed at once, and another hash every day. Many
people may share one address, so the limits are wide, and a right code always opens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import codes
from netra.trust.codes import InvalidCode
from netra.trust.errors import NotFound, Refused
from netra.trust.models import CodeGuess, SenderDay
from netra.trust.sealing import keyed_fingerprint

WRONG_CODES_PER_HOUR = 20
_KEPT_HOURS = 24
_GROW = (
    "UPDATE trust_senderday SET begun = begun + %s, size = size + %s "
    "WHERE sender_hash = %s AND begun <= %s AND size <= %s"
)

Found = TypeVar("Found")


class TooManyWrongCodes(Refused):
    """Somebody tries codes; they wait until the hour is over."""


def by_code(code: str, find: Callable[[str], Found | None], *, sender: str, at: datetime) -> Found:
    """What `find` has under the fingerprint of this code. Fails with NotFound, InvalidCode or TooManyWrongCodes.

    Only wrong codes count: nobody guesses 80 bits, and many telephones share one address of their carrier.
    """
    try:
        found = find(codes.fingerprint(code))
    except InvalidCode:
        _wrong(sender, at)
        raise
    if found is None:
        _wrong(sender, at)
        raise NotFound(
            _("Tidak ada laporan atau pertanyaan dengan kode itu. Periksa kembali catatan Anda, satu per satu.")
        )
    return found


def grows(
    sender: str, purpose: str, *, begun: int = 0, most_begun: int, size: int = 0, most_size: int = 0, at: datetime
) -> bool:
    """Whether the counts of this sender for that purpose had room today; looked at and raised in one statement, within
    the transaction of the act, so that no two pass at once. Counts of earlier days are forgotten.
    """
    day = timezone.localdate(at)
    sender_hash = keyed_fingerprint(settings.SECRET_KEY, f"{purpose}-sender", f"{day.isoformat()}/{sender}")
    counts = (begun, size, sender_hash, most_begun - begun, most_size - size)
    with connection.cursor() as cursor:
        cursor.execute(_GROW, counts)
        if cursor.rowcount:
            return True
        SenderDay.objects.filter(day__lt=day).delete()
        SenderDay.objects.bulk_create([SenderDay(sender_hash=sender_hash, day=day)], ignore_conflicts=True)
        cursor.execute(_GROW, counts)
        return bool(cursor.rowcount)


def _wrong(sender: str, at: datetime) -> None:
    """Count a wrong code, or fail with TooManyWrongCodes where enough of them were counted in this hour."""
    day = timezone.localdate(at).isoformat()
    sender_hash = keyed_fingerprint(settings.SECRET_KEY, "report-code-sender", f"{day}/{sender}")
    _refuse_after_many(sender_hash, at)
    _count_wrong(sender_hash, at)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _refuse_after_many(sender_hash: str, at: datetime) -> None:
    guess = CodeGuess.objects.filter(sender_hash=sender_hash, hour_start=_hour(at)).first()
    if guess is not None and guess.wrong >= WRONG_CODES_PER_HOUR:
        raise TooManyWrongCodes(
            _(
                "Terlalu banyak kode salah dari sambungan ini. Coba lagi setelah pukul %(until)s, atau hubungi kantor "
                "yang menerima laporan atau pertanyaan Anda. Yang Anda kirim aman."
            )
            % {"until": timezone.localtime(_hour(at) + timedelta(hours=1)).strftime("%H.%M")}
        )


def _count_wrong(sender_hash: str, at: datetime) -> None:
    """Committed by itself: the refusal that follows must not undo the count."""
    with transaction.atomic():
        CodeGuess.objects.filter(hour_start__lt=_hour(at) - timedelta(hours=_KEPT_HOURS)).delete()
        CodeGuess.objects.bulk_create(
            [CodeGuess(sender_hash=sender_hash, hour_start=_hour(at), wrong=0)], ignore_conflicts=True
        )
        CodeGuess.objects.filter(sender_hash=sender_hash, hour_start=_hour(at)).update(wrong=F("wrong") + 1)
