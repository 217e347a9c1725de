"""Coming in with user name and password, slowed down per name and sender. No job resets anything: time alone does.

Three counts, because one alone either lets a stranger lock an officer out (by name) or lets him try every name in turn
(by name and sender). The count of a name over all senders is high: it stops many machines that guess together, and a
single one never reaches it.

Only the count by name and sender grows slower and slower: whoever fails again after the wait waits twice as long. Were
it so for a name or a sender alone, a stranger could keep an officer or a whole office out for hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import trail
from netra.trust.errors import Refused
from netra.trust.models import SignInThrottle, User
from netra.trust.operations.accounts import as_typed
from netra.trust.sealing import keyed_fingerprint

WINDOW = timedelta(minutes=15)
LONGEST_WAIT = timedelta(hours=4)
# After a day without a failure the wait begins at its shortest again.
REMEMBERED = timedelta(days=1)


class Count(StrEnum):
    """What failures are counted by."""

    NAME_AND_SENDER = "name-and-sender"
    SENDER = "sender"
    NAME = "name"


FAILURES_ALLOWED: Mapping[Count, int] = {Count.NAME_AND_SENDER: 5, Count.SENDER: 20, Count.NAME: 100}


class SignInRefused(Refused):
    """Name or password is wrong (never said which), or too many attempts were made."""


def sign_in(*, username: str, password: str, sender: str, at: datetime) -> User:
    """The user, when name and password are right; the door then opens the session. Fails with SignInRefused.

    `sender` is the address that knocks; no table keeps it, only a keyed hash that is another one every day.

    Two transactions on purpose: an attempt must be counted before the password is tried, and stay counted when the
    attempt is refused; otherwise a hundred parallel guesses would all be the first one.
    """
    name = as_typed(username)
    counted = _fingerprints(username, sender, at)
    _count_attempt(counted, at)
    user = User.objects.filter(username=name, is_active=True).first() if name else None
    if user is None:
        make_password(password)  # As slow as for a real account: the clock must not tell which names exist.
        raise SignInRefused(_wrong())
    if not user.check_password(password):
        raise SignInRefused(_wrong())
    with transaction.atomic():
        _uncount_success(counted)
        payload = {"user": user.actor_ref}
        trail.record(chain="house", verb="trust.login", by=user, at=at, subject=user.actor_ref, payload=payload)
    return user


def _fingerprints(username: str, sender: str, at: datetime) -> dict[str, Count]:
    typed = username.strip().lower().encode("utf-8", "replace").decode()
    knocks = f"{timezone.localdate(at)}/{sender}"
    words = {Count.NAME_AND_SENDER: f"{knocks}/{typed}", Count.SENDER: knocks, Count.NAME: typed}
    return {keyed_fingerprint(settings.SECRET_KEY, f"sign-in-{count}", text): count for count, text in words.items()}


def _count_attempt(counted: Mapping[str, Count], at: datetime) -> None:
    """One more in every count, or in none when one of them is full: who is refused must not fill the others."""
    with transaction.atomic():
        _forget_old(at)
        SignInThrottle.objects.bulk_create(
            [SignInThrottle(fingerprint=each, since_at=at) for each in sorted(counted)], ignore_conflicts=True
        )
        throttles = _claimed(counted)
        for throttle in throttles:
            count = counted[throttle.fingerprint]
            if throttle.since_at <= at - (REMEMBERED if _grows(throttle, count) else WINDOW):
                throttle.failures, throttle.since_at = 0, at
            _refuse_when_full(throttle, count, at)
        for throttle in throttles:
            throttle.failures += 1
            if _grows(throttle, counted[throttle.fingerprint]):
                throttle.since_at = at
            throttle.save(update_fields=["failures", "since_at"])


def _claimed(counted: Mapping[str, Count]) -> list[SignInThrottle]:
    """The rows, locked in one order by everybody, so that no two attempts hold what the other waits for."""
    rows = SignInThrottle.objects.select_for_update().filter(fingerprint__in=counted)
    return list(rows.order_by("fingerprint"))


def _grows(throttle: SignInThrottle, count: Count) -> bool:
    """Whether the next wait is counted from the last failure and longer than the one before."""
    return count is Count.NAME_AND_SENDER and throttle.failures >= FAILURES_ALLOWED[count]


def _wait(throttle: SignInThrottle, count: Count) -> timedelta:
    """15 minutes after the fifth failure, 30 after the sixth, and so on up to four hours."""
    if not _grows(throttle, count):
        return WINDOW
    doubled = min(throttle.failures - FAILURES_ALLOWED[count], LONGEST_WAIT // WINDOW)
    return min(WINDOW * (1 << doubled), LONGEST_WAIT)


def _forget_old(at: datetime) -> None:
    """Rows that somebody else holds are left to the next attempt, so that two attempts never wait for each other."""
    few = Q(failures__lt=FAILURES_ALLOWED[Count.NAME_AND_SENDER]) | Q(since_at__lte=at - REMEMBERED)
    old = SignInThrottle.objects.select_for_update(skip_locked=True).filter(few, since_at__lte=at - WINDOW)
    SignInThrottle.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()


def _uncount_success(counted: Mapping[str, Count]) -> None:
    """A right password was no failure; the failures of others before it stay counted."""
    for throttle in _claimed(counted):
        if counted[throttle.fingerprint] is Count.NAME_AND_SENDER:
            throttle.delete()
        elif throttle.failures:
            SignInThrottle.objects.filter(pk=throttle.pk).update(failures=throttle.failures - 1)


def _refuse_when_full(throttle: SignInThrottle, count: Count, at: datetime) -> None:
    ends_at = throttle.since_at + _wait(throttle, count)
    if throttle.failures < FAILURES_ALLOWED[count] or at >= ends_at:
        return
    until = timezone.localtime(ends_at).strftime("%H.%M")
    if count is Count.SENDER:
        raise SignInRefused(
            _(
                "Sudah %(count)d kali gagal masuk dari sambungan ini. Coba lagi setelah pukul %(until)s; bila bukan "
                "Anda, beri tahu administrator."
            )
            % {"count": throttle.failures, "until": until}
        )
    raise SignInRefused(
        _(
            "Sudah %(count)d kali gagal masuk dengan nama pengguna ini. Coba lagi setelah pukul %(until)s; gagal lagi "
            "sesudahnya berarti menunggu lebih lama. Bila lupa kata sandi, hubungi administrator."
        )
        % {"count": throttle.failures, "until": until}
    )


def _wrong() -> str:
    return _("Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.")
