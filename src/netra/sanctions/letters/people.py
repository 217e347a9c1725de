"""Who stands in a paper: the team, the direct superior, and who leads the examination."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.timezone import localdate

from netra.law.ranks import rank_named
from netra.registry.queries import titles_held
from netra.registry.states import POSITION_LABELS, Position
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.seats import chair_on, seated_on
from netra.sanctions.superior import acting_superior

ROLE_WORDS = {"CHAIR": "Ketua", "SECRETARY": "Sekretaris", "MEMBER": "Anggota"}


def team(proceeding: Proceeding, on: date) -> list[dict[str, str]]:
    """Who sat in the team or council on that day, in the order in which the seats were named."""
    return named(proceeding, seated_on(proceeding, on))


def named(proceeding: Proceeding, members: Sequence[TeamMember]) -> list[dict[str, str]]:
    """These members as a paper names them."""
    held = titles_held([each.nip for each in members if each.nip], localdate(proceeding.opened_at))
    return [_member(each, held) for each in members]


def _member(each: TeamMember, held: Mapping[str, str]) -> dict[str, str]:
    """A member with the post that the registry knows; of one it does not know, the kind of post that was told."""
    post = held.get(each.nip) or POSITION_LABELS[Position(each.position)]
    known = {
        "name": each.name,
        "nip": each.nip,
        "rank": rank_named(each.grade),
        "position": post if each.element == "OTHER" else f"{post} ({each.get_element_display().lower()})",
        "role": ROLE_WORDS[each.role],
    }
    return {key: value for key, value in known.items() if value}


def lead_of(proceeding: Proceeding, on: date) -> dict[str, str]:
    """Who summons and reports: the head of the team, or the direct superior where he examines alone, or the next above.

    The authority that decides afterwards only where it is the direct superior itself (PP 94/2021 Pasal 26 ayat (1), 27
    and 29).
    """
    chair = chair_on(proceeding, on)
    if chair is None:
        return acting_superior(proceeding, on)
    known = {"name": chair.name, "nip": chair.nip, "rank": rank_named(chair.grade), "position": "Ketua Tim Pemeriksa"}
    return {key: value for key, value in known.items() if value}


def examiners(proceeding: Proceeding, on: date) -> list[dict[str, str]]:
    """The team, or where the law lets the direct superior examine alone, he."""
    return team(proceeding, on) or [acting_superior(proceeding, on)]
