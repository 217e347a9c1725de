"""A seat of a formed team or council is given to somebody else: who sat there died, moved, or has no part any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused, WrongState
from netra.letters.operations import letter_issue
from netra.registry.same_person import may_be_one
from netra.sanctions import letters
from netra.sanctions.letters.people import ROLE_WORDS
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.operations.claim import claim, demand, keep
from netra.sanctions.operations.impartiality import refuse_forming_own
from netra.sanctions.operations.members import (
    NewMember,
    breaches_of,
    left_open,
    nip_of_member,
    refuse_involved,
    refuse_partial,
    refuse_twice,
)
from netra.sanctions.seats import AT_WORK, REPLACE, seat_article, seated_now
from netra.sanctions.signing import BY_REGISTER, Signing, signed_by_head
from netra.sanctions.states import Route
from netra.trust.models import User


def seat_replace(
    *,
    ref: str,
    seat: int,
    successor: NewMember,
    reason: str,
    filling: NewMember | None = None,
    signing: Signing = BY_REGISTER,
    by: User,
    at: datetime,
) -> Proceeding:
    """Name another member for one seat, by a decree of whoever formed the team or council, from its day on.

    `seat` is the key of the member who leaves; his successor has his role. Where the successor sits there already, as a
    member who becomes chair, the same decree gives his own seat to `filling`. Composition is asked about anew, as a
    whole. What was done and heard before stays, and no article asks to hear anybody again. Fails with NotFound,
    NotAllowed, ActRefused or WrongState.
    """
    why = demand(reason, _("Tuliskan mengapa anggota itu diganti: meninggal, pindah, terlibat, atau dikecualikan."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=REPLACE, at=at)
        leaving = _leaving(proceeding, seat)
        given = _given(proceeding, leaving, successor, filling, why)
        note = _composed(proceeding, given, at)
        signed = signed_by_head(proceeding, signing, on=localdate(at), at=at)
        seated = {left.pk: _seated(left, who, note, at) for left, who, _why in given}
        whole = [seated.get(each.pk, each) for each in seated_now(proceeding)]
        for left, _who, left_why in given:
            left.left_date, left.left_reason = localdate(at), left_why
        letter = letter_issue(
            kind="COUNCIL_CHANGE" if proceeding.route == Route.ETHICS else "TEAM_CHANGE",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.seat_decree(proceeding, [left for left, *_who in given], whole, signed, localdate(at)),
            by=by,
            at=at,
        )
        for left, _who, _why in given:
            left.save(update_fields=["left_date", "left_reason"])
            came = seated[left.pk]
            came.letter_ref = letter.ref
            came.save(force_insert=True)
        refuse_forming_own(proceeding, signed.person, at=at)
        for left, _who, _why in given:
            keep(
                proceeding,
                REPLACE,
                by=by,
                at=at,
                citation=str(seat_article(proceeding)),
                seat=left.role,
                date=localdate(at).isoformat(),
                letter=letter.ref,
                document=signed.basis,
            )
    return proceeding


def _composed(proceeding: Proceeding, given: Sequence[tuple[TeamMember, NewMember, str]], at: datetime) -> str:
    """What the whole leaves open with those who come. Fails with ActRefused where it may not be so."""
    leave = {left.pk for left, *_who in given}
    stay = [_as_named(each) for each in seated_now(proceeding) if each.pk not in leave]
    come = [who for _left, who, _why in given]
    note = left_open(breaches_of(proceeding, [*stay, *come]))
    refuse_twice([*stay, *come])
    refuse_involved(proceeding, come, at=at)
    refuse_partial(proceeding, come, at=at)
    return note


def _given(
    proceeding: Proceeding, leaving: TeamMember, successor: NewMember, filling: NewMember | None, why: str
) -> list[tuple[TeamMember, NewMember, str]]:
    """Whose seat goes to whom, and why he leaves it: one, or two where the successor sits there already."""
    _refuse_the_same(leaving, successor)
    nip = nip_of_member(successor)
    others = (each for each in seated_now(proceeding) if each.pk != leaving.pk)
    moving = next((each for each in others if may_be_one(each.name, each.nip, successor.name, nip)), None)
    if moving is None:
        if filling is not None:
            raise ActRefused(
                _("%(name)s belum duduk di sini, jadi tidak ada kursi kedua yang diisi. Kosongkan pengisi kursi itu.")
                % {"name": successor.name}
            )
        return [(leaving, replace(successor, role=leaving.role), why)]
    seats = {"name": moving.name, "role": _(str(moving.get_role_display()))}
    if moving.role == leaving.role:
        raise ActRefused(_("%(name)s sudah duduk di sini sebagai %(role)s. Sebutkan orang lain.") % seats)
    if filling is None:
        raise ActRefused(
            _(
                "%(name)s sudah duduk di sini sebagai %(role)s. Sebutkan pula siapa yang mengisi kursinya; keputusan "
                "yang sama menetapkan keduanya."
            )
            % seats
        )
    promoted = f"diangkat sebagai {ROLE_WORDS[leaving.role]} dengan keputusan ini"
    return [
        (leaving, replace(_as_named(moving), role=leaving.role), why),
        (moving, replace(filling, role=moving.role), promoted),
    ]


def _leaving(proceeding: Proceeding, seat: int) -> TeamMember:
    """Who leaves, while the team or council still works. Fails with ActRefused or WrongState."""
    if not proceeding.team.exists():
        raise WrongState(_("Belum ada tim atau majelis dalam penanganan ini. Bentuk dahulu."))
    if proceeding.state not in AT_WORK:
        raise WrongState(
            _(
                "Tim atau majelis ini sudah selesai: hasilnya sudah dilaporkan atau diputus, jadi tidak ada kursi "
                "yang diganti. Yang dihasilkannya tetap berlaku menurut susunannya pada hari itu."
            )
        )
    leaving = next((each for each in seated_now(proceeding) if each.pk == seat), None)
    if leaving is None:
        raise ActRefused(
            _("Kursi itu sudah diganti, atau bukan kursi tim atau majelis ini. Buka lagi halamannya, lalu pilih lagi.")
        )
    return leaving


def _refuse_the_same(leaving: TeamMember, coming: NewMember) -> None:
    if may_be_one(leaving.name, leaving.nip, coming.name, nip_of_member(coming)):
        raise ActRefused(
            _("%(name)s menduduki kursi itu sendiri. Sebutkan orang lain sebagai penggantinya.") % {"name": coming.name}
        )


def _seated(leaving: TeamMember, coming: NewMember, note: str, at: datetime) -> TeamMember:
    """The row of who takes the seat, still without its decree."""
    return TeamMember(
        proceeding_id=leaving.proceeding_id,
        kind=leaving.kind,
        role=leaving.role,
        element=coming.element,
        name=coming.name,
        position=coming.position,
        grade=coming.grade,
        nip=nip_of_member(coming),
        user_id=coming.user_id,
        replaces=leaving,
        seated_date=localdate(at),
        composition_note=note,
    )


def _as_named(member: TeamMember) -> NewMember:
    return NewMember(
        member.role, member.element, member.name, member.position, member.grade, member.user_id, member.nip
    )
