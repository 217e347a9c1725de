"""Who a written name may be among the civil servants whom somebody may see. It proposes; an officer confirms.

UU 27/2022 Pasal 16 ayat (2) huruf d and Pasal 29 ayat (2): what is processed is accurate and verified; Pasal 10 ayat
(1): nobody need bear a decision made by a machine alone. Nothing that was asked is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.matching.lookup import Answer, Candidate, Lookup
from netra.registry.access import sees_everybody, visible_to
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.names.attributes import AGENCY, BIRTH_YEAR, POSITION, REGION, UNIT, area
from netra.registry.names.index import DatabaseIndex
from netra.registry.names.rebuilding import names_waiting, ready_generation
from netra.registry.queries.agencies import agency_names
from netra.registry.states import Position
from netra.trust.access import Person
from netra.trust.errors import Refused


class NamesNotReady(Refused):
    """The index of names was never made, so nobody can be found in it: an empty answer would be a wrong one."""


@dataclass(frozen=True, slots=True)
class PossiblePerson:
    """A civil servant who may be meant, and why. `position` is the last one; whoever left it did so on `left_date`."""

    civil_servant: CivilServant
    position: PositionSpell | None
    left_date: date | None
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class PossiblePeople:
    """An answer of `netra.matching` with the people of the register, best first.

    `waiting` people of a very long import cannot be found by name yet.
    """

    answer: Answer
    people: tuple[PossiblePerson, ...]
    waiting: int = 0


def possible_people(
    user: Person,
    name: str,
    *,
    on: date,
    agency: str = "",
    unit: str = "",
    region: str = "",
    position: str = "",
    birth_year: int | None = None,
    limit: int = 10,
) -> PossiblePeople:
    """Who of this person's scope the name may mean, by what is known beside it; `agency` and `region` are codes.

    The probabilities are among the people of that scope. Raises NamesNotReady.
    """
    known = {
        AGENCY: agency,
        UNIT: unit,
        REGION: area(region),
        POSITION: "" if position == Position.UNKNOWN else position,
        BIRTH_YEAR: str(birth_year or ""),
    }
    visible = None if sees_everybody(user, on=on) else visible_to(user, on=on)
    while True:
        generation = ready_generation()
        if generation is None:
            raise NamesNotReady(
                _(
                    "Nama belum dapat dicari: indeks nama belum dibangun. Administrator server menjalankan "
                    "`netra names rebuild` sekali; sampai itu selesai, cari pegawai lewat NIP atau halaman pegawai."
                )
            )
        index = DatabaseIndex(generation, on, visible)
        index.agency_names.update(agency_names([agency], on=on) if agency else {})
        answer = Lookup(index, index.attributes).match(name, known, limit=limit)
        # Where the index was made anew meanwhile, half of the old one may have been gone.
        if ready_generation() == generation:
            return PossiblePeople(answer, _registered(answer, on), names_waiting())


def _registered(answer: Answer, on: date) -> tuple[PossiblePerson, ...]:
    """The ranked people as the register has them, each with the last position begun by the day, else the first."""
    rows = CivilServant.objects.in_bulk([each.person.ref for each in answer.ranked], field_name="ref")
    spells = PositionSpell.objects.as_of(on).filter(civil_servant__in=rows.values(), is_primary=True)
    posts: dict[int, PositionSpell] = {}
    for spell in spells.select_related("agency", "unit").order_by("start_date"):
        if spell.start_date <= on or spell.civil_servant_id not in posts:
            posts[spell.civil_servant_id] = spell
    return tuple(_possible(each, rows[each.person.ref], posts, on) for each in answer.ranked)


def _possible(
    candidate: Candidate, person: CivilServant, posts: Mapping[int, PositionSpell], on: date
) -> PossiblePerson:
    post = posts.get(person.pk)
    until = post.until_date if post else None
    return PossiblePerson(person, post, until if until and until <= on else None, candidate)
