"""Who sits in a team or council, and who examines at all: nobody twice, nobody involved, nobody who decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.bypass import kept_past
from netra.cases.models import Party
from netra.cases.operations import ActRefused
from netra.law.composition import Breach, CouncilMember, Element, Role, Standing, council_breaches, team_breaches
from netra.law.composition import TeamMember as LawMember
from netra.law.vocabulary import Employment
from netra.registry.same_person import may_be_one
from netra.sanctions.derived import PPPK_RULES
from netra.sanctions.involved import kept_away
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.operations.impartiality import refuse_deciding, refuse_unfit
from netra.sanctions.states import Route
from netra.trust.language import translated
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member of a team or council; roles and elements are the codes of `TeamMember`."""

    role: str
    element: str
    name: str
    position: str
    grade: str = ""
    user_id: int | None = None
    nip: str = ""


GRADE = re.compile(r"(I|II|III|IV)/[a-e]")


def standing_of(party: Party) -> Standing:
    """The examinee's post and rank; a rank that an officer wrote in other words compares nobody."""
    return Standing(party.position, party.grade if GRADE.fullmatch(party.grade) else "")


def standing_of_member(member: NewMember) -> Standing:
    """A member's post and rank; a rank that is none is refused, for the law compares it."""
    if member.grade and not GRADE.fullmatch(member.grade):
        raise ActRefused(
            _("«%(grade)s» bukan golongan ruang. Tulis seperti III/d, atau kosongkan.") % {"grade": member.grade}
        )
    return Standing(member.position, member.grade)


def nip_of_member(member: NewMember) -> str:
    digits = re.sub(r"[\s.\-]", "", member.nip)
    if digits and not re.fullmatch(r"[0-9]{18}", digits):
        raise ActRefused(
            _("NIP %(name)s bukan 18 angka. Perbaiki, atau kosongkan bila belum diketahui.") % {"name": member.name}
        )
    return digits


def law_member(member: NewMember) -> LawMember:
    return LawMember(member.name, Role(member.role), Element(member.element), standing_of_member(member))


def breaches_of(proceeding: Proceeding, members: Sequence[NewMember]) -> tuple[Breach, ...]:
    """What is wrong with these as the team or council of this proceeding, by the law of its route.

    Of a PPPK, whose agency writes its own rules, it is noted and never refused.
    """
    examinee = standing_of(proceeding.party)
    if proceeding.route == Route.ETHICS:
        council = [CouncilMember(each.name, Role(each.role), standing_of_member(each)) for each in members]
        breaches = council_breaches(members=council, examinee=examinee)
    else:
        breaches = team_breaches(
            regime=proceeding.regime or "DISC-94",
            level=proceeding.level_ceiling,
            members=[law_member(each) for each in members],
            examinee=examinee,
            direct_superior_involved=superior_is_involved(proceeding, members),
        )
    if proceeding.party.employment == Employment.PPPK:
        return tuple(as_note_on_pppk(each) for each in breaches)
    return breaches


def check_composition(proceeding: Proceeding, breaches: Sequence[Breach]) -> None:
    """Refuse what a text that was read forbids; note what is known from a secondary source or reads in two ways."""
    proceeding.composition_note = left_open(breaches)
    proceeding.save(update_fields=["composition_note"])


def left_open(breaches: Sequence[Breach]) -> str:
    """What a composition leaves open, as it is noted. Fails with ActRefused for what a text that was read forbids."""
    certain = [f"{translated(breach.text)} ({breach.source})" for breach in breaches if breach.certain]
    if certain:
        raise ActRefused(_("Susunannya belum sesuai: ") + " ".join(certain))
    return "\n".join(f"{breach.text} ({breach.source})" for breach in breaches)


def as_note_on_pppk(breach: Breach) -> Breach:
    """What PP 94/2021 or PP 42/2004 wants binds PNS only (Ps 1); of a PPPK it is followed, so it is never refused."""
    return replace(breach, source=breach.source.followed(PPPK_RULES), certain=False)


def refuse_involved(proceeding: Proceeding, members: Sequence[NewMember], *, at: datetime) -> None:
    """Who is reported in the case, was kept from it, or works where it must not be seen judges nobody in it.

    Fails with ActRefused.
    """
    _refuse_bypassed(proceeding, members, on=localdate(at))
    for member in members:
        if _is_reported(proceeding, member) or _is_recused(proceeding, member):
            raise ActRefused(
                _(
                    "%(name)s adalah terlapor atau dikecualikan dari perkara ini, jadi tidak dapat menjadi anggota "
                    "tim atau majelis. Bila hanya senama, isi NIP anggota itu dan pastikan NIP terlapor, atau tulis "
                    "pembeda lain selain gelar."
                )
                % {"name": member.name}
            )


def _refuse_bypassed(proceeding: Proceeding, members: Sequence[NewMember], *, on: date) -> None:
    accounts = User.objects.filter(pk__in=[each.user_id for each in members if each.user_id])
    for account in accounts.order_by("full_name"):
        if kept_past(account, on=on).filter(pk=proceeding.case_id).exists():
            raise ActRefused(
                _(
                    "%(name)s bertugas pada instansi atau lembaga dari atasan yang dilaporkan. Perkara ini ditangani "
                    "melewati instansi itu, jadi tidak seorang pun darinya memeriksa. Pilih orang lain."
                )
                % {"name": account.full_name}
            )


def _is_reported(proceeding: Proceeding, member: NewMember) -> bool:
    nip = nip_of_member(member)
    parties = proceeding.case.parties.all()
    return any(may_be_one(member.name, nip, each.name, each.nip) for each in parties)


def _is_recused(proceeding: Proceeding, member: NewMember) -> bool:
    """By the account where one was chosen, else by the name."""
    kept = kept_away(proceeding)
    if member.user_id:
        return member.user_id in kept
    return any(may_be_one(member.name, "", name, "") for names in kept.values() for name in names)


def superior_is_involved(proceeding: Proceeding, members: Sequence[NewMember]) -> bool:
    """Whether the direct superior of the team is accused in the same case (PP 94/2021 Ps 29(6))."""
    superiors = [each for each in members if each.element == Element.DIRECT_SUPERIOR]
    return any(_is_reported(proceeding, each) for each in superiors)


def refuse_twice(members: Sequence[NewMember]) -> None:
    """Nobody takes two seats: by NIP, by account, or by a name alike where not both NIP are told."""
    for one, other in combinations(members, 2):
        nip, other_nip = nip_of_member(one), nip_of_member(other)
        same_account = one.user_id is not None and one.user_id == other.user_id
        if same_account or may_be_one(one.name, nip, other.name, other_nip):
            raise ActRefused(
                _(
                    "%(name)s disebut pada dua kursi. Setiap kursi dalam tim atau majelis diisi orang yang berbeda; "
                    "ganti salah satunya. Bila hanya senama, isi NIP keduanya."
                )
                % {"name": other.name}
            )


def refuse_partial(proceeding: Proceeding, members: Sequence[NewMember], *, at: datetime) -> None:
    """By the account where one was chosen, else by the name alone, of which no role is known."""
    accounts = User.objects.in_bulk([each.user_id for each in members if each.user_id])
    for member in members:
        nip = nip_of_member(member)
        if member.user_id:
            refuse_unfit(proceeding, accounts[member.user_id], nip=nip, seat=member.element, at=at)
        refuse_deciding(proceeding, member.name, nip=nip, seat=member.element, at=at)


def store_team(proceeding: Proceeding, kind: str, members: Sequence[NewMember], *, at: datetime) -> None:
    """Write the members of a team or council; callers have checked its composition."""
    refuse_twice(members)
    refuse_involved(proceeding, members, at=at)
    refuse_partial(proceeding, members, at=at)
    TeamMember.objects.bulk_create(
        TeamMember(
            proceeding=proceeding,
            kind=kind,
            role=member.role,
            element=member.element,
            name=member.name,
            position=member.position,
            grade=member.grade,
            nip=nip_of_member(member),
            user_id=member.user_id,
        )
        for member in members
    )
