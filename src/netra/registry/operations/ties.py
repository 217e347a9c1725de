"""Ties between two people of the register: recorded, ended, struck where they were declared wrongly; never deleted.

The trail tells kind, source and days, and neither who the two are nor the words and reasons that may tell of a family.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.law.dated import Verification
from netra.registry.access import KEEP_TIES, ties_visible_to
from netra.registry.checks import raise_if
from netra.registry.entries import TieEntry
from netra.registry.models import CivilServant, Tie
from netra.registry.queries import agency_of, registered
from netra.registry.same_person import may_be_one
from netra.registry.states import TieKind, TieSource
from netra.registry.tie_checks import checked_reason, checked_tie, end_faults
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import record

END, STRIKE = "registry.tie_end", "registry.tie_strike"


class TieRefused(Refused):
    """The tie cannot be recorded, ended or struck like this."""


def tie_record(*, person_ref: str, entry: TieEntry, by: Actor, at: datetime) -> Tie:
    """Write down what binds somebody to another civil servant, for the agency in which he serves today.

    A paper that was read is marked as seen; what somebody merely says stays unverified. Raises InvalidEntry, NotFound,
    TieRefused or NotAllowed.
    """
    today = localdate(at)
    with transaction.atomic():
        one = CivilServant.objects.select_for_update().filter(ref=person_ref).first()
        if one is None:
            raise NotFound(_("Pegawai ini tidak ada dalam registri."))
        agency = agency_of(one, today)
        require(by, KEEP_TIES, agency_code=agency.code if agency else "", at=at)
        if agency is None:
            raise TieRefused(
                _("Pegawai ini tidak menjabat di instansi mana pun hari ini. Catat jabatannya lebih dahulu.")
            )
        entry = checked_tie(entry, on=today)
        tie = Tie.objects.create(
            ref=new_ref("HUB", at),
            agency=agency,
            one=one,
            other=_other_side(one, entry),
            kind=entry.kind.value,
            degree=entry.degree,
            start_date=entry.start_date,
            until_date=entry.until_date,
            source=entry.source.value,
            declared_by=entry.declared_by if entry.source is TieSource.SOMEBODY else "",
            document=entry.document,
            verification=(Verification.SEEN if entry.was_read else Verification.UNVERIFIED).value,
            recorded_by=by.actor_ref,
            recorded_at=at,
        )
        days = {"start": entry.start_date, "until": entry.until_date}
        told = {name: day.isoformat() if day else None for name, day in days.items()}
        _tell(tie, KEEP_TIES, by, at, kind=tie.kind, known_by=tie.source, **told)
    return tie


def tie_end(*, ref: str, until_date: date, reason: str, by: Actor, at: datetime) -> Tie:
    """Say from which day on a marriage or a team is no more; what was until then stays readable.

    Raises InvalidEntry, NotFound, TieRefused or NotAllowed.
    """
    with transaction.atomic():
        tie = _claimed(ref, END, by, at)
        if tie.kind == TieKind.KINSHIP:
            raise TieRefused(_("Kekerabatan tidak berakhir. Bila dicatat keliru, coretlah."))
        if tie.until_date is not None:
            raise TieRefused(_("Hubungan ini sudah berakhir. Bila tanggalnya keliru, coretlah, lalu catat yang benar."))
        why = checked_reason(reason)
        raise_if(end_faults(tie.start_date, until_date))
        tie.until_date, tie.ended_reason = until_date, why
        tie.save(update_fields=["until_date", "ended_reason"])
        _tell(tie, END, by, at, until=until_date.isoformat(), sha256=_of(why))
    return tie


def tie_strike(*, ref: str, reason: str, by: Actor, at: datetime) -> Tie:
    """Strike a tie that was declared wrongly; from then on it warns nobody. Raises as `tie_end`."""
    with transaction.atomic():
        tie = _claimed(ref, STRIKE, by, at)
        tie.struck_reason, tie.struck_by, tie.struck_at = checked_reason(reason), by.actor_ref, at
        tie.save(update_fields=["struck_reason", "struck_by", "struck_at"])
        _tell(tie, STRIKE, by, at, sha256=_of(tie.struck_reason))
    return tie


def _other_side(one: CivilServant, entry: TieEntry) -> CivilServant:
    other = registered(entry.other_nip)
    if other is None:
        raise TieRefused(_("NIP pihak lain tidak ada dalam registri. Periksa angkanya."))
    if other == one:
        raise TieRefused(_("Hubungan mempunyai dua pihak; NIP itu milik pegawai ini sendiri."))
    sides = Q(one=one, other=other) | Q(one=other, other=one)
    if Tie.objects.filter(sides, kind=entry.kind.value, struck_at=None, until_date=None).exists():
        raise TieRefused(_("Hubungan jenis ini antara keduanya sudah tercatat. Bila keliru, coretlah lebih dahulu."))
    return other


def _claimed(ref: str, act: str, by: Actor, at: datetime) -> Tie:
    """The tie, for the agency of one of its sides, while it is not struck, for anybody but the two whom it binds."""
    tie = Tie.objects.select_for_update(of=("self",)).filter(ref=ref).select_related("agency", "one", "other").first()
    if tie is None or (isinstance(by, User) and not ties_visible_to(by, on=localdate(at)).filter(ref=ref).exists()):
        raise NotFound(_("Hubungan ini tidak ada dalam registri."))
    if not isinstance(by, User):
        require(by, act, agency_code=tie.agency.code, at=at)
    if tie.struck_at is not None:
        raise TieRefused(_("Hubungan ini sudah dicoret."))
    if isinstance(by, User):
        _refuse_own(tie, by)
    return tie


def _refuse_own(tie: Tie, by: User) -> None:
    """Who is hinted at takes the hint away neither by an end nor by a stroke. Fails with TieRefused."""
    if any(may_be_one(name, "", side.name, "") for name in by.names for side in (tie.one, tie.other)):
        raise TieRefused(
            _(
                "Nama akun Anda, %(name)s, sama dengan nama salah satu pihak hubungan ini, dan yang bersangkutan tidak "
                "mengakhiri atau mencoret hubungannya sendiri. Mintalah rekan lain atau administrator, juga bila hanya "
                "senama."
            )
            % {"name": by.full_name}
        )


def _of(reason: str) -> str:
    """The fingerprint by which the check of the trail would find a reason changed."""
    return hashlib.sha256(reason.encode()).hexdigest()


def _tell(tie: Tie, act: str, by: Actor, at: datetime, **told: str | None) -> None:
    chain = f"agency:{tie.agency.code}"
    payload = {"agency": tie.agency.code, "tie": tie.ref, **told}
    record(chain=chain, verb=act, by=by, at=at, subject=f"tie:{tie.ref}", payload=payload)
