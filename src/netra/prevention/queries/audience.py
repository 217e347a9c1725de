"""Whom an instrument or an outreach is for, on a day: a question to the registry each time, never a stored list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from netra.prevention.models import Acknowledgement, AudienceLine, Instrument, Outreach
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.queries import unit, units_beneath

PAGE_SIZE = 50
# What has an audience.
Told = Instrument | Outreach


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who has not acknowledged yet: who, in which post, asked since when, and whether they opened it."""

    spell: PositionSpell
    since: date
    opened: bool

    @property
    def person(self) -> CivilServant:
        return self.spell.civil_servant


def aimed_at(told: Told) -> Q:
    """The target as a condition on position spells. Without a line it is for nobody."""
    lines: QuerySet[AudienceLine] = told.targets.select_related("unit")
    nobody = Q(pk__in=())
    return reduce(or_, (_line(line) for line in lines), nobody)


def audience(told: Told, on: date) -> QuerySet[PositionSpell]:
    """The primary positions of everybody it is for on that day: one row per person, though two lines may name him."""
    found: QuerySet[PositionSpell] = PositionSpell.objects.on(on).filter(aimed_at(told), is_primary=True)
    return found


def belongs(told: Told, person: CivilServant, on: date) -> PositionSpell | None:
    """The position by which this person is among the audience on that day, or None."""
    found = audience(told, on).filter(civil_servant=person)
    return found.select_related("agency", "unit", "civil_servant").first()


def is_among(told: Told, person: CivilServant, on: date) -> bool:
    """Whether this person is among the audience on that day: `belongs` where the post itself is not needed."""
    return audience(told, on).filter(civil_servant=person).exists()


def person_in(told: Told, nip: str, on: date) -> PositionSpell | None:
    """Somebody of the audience by NIP."""
    found = audience(told, on).filter(civil_servant__nip=nip)
    return found.select_related("agency", "unit", "civil_servant").first()


def not_yet(instrument: Instrument, on: date) -> QuerySet[PositionSpell]:
    """The positions of those who have not acknowledged by that day."""
    read = Acknowledgement.objects.filter(
        instrument=instrument, civil_servant=OuterRef("civil_servant_id"), read_date__lte=on
    )
    return audience(instrument, on).exclude(Exists(read))


def pending(
    instrument: Instrument, on: date, *, agency_code: str, unit_code: str | None = None, after: int = 0
) -> tuple[Sequence[Recipient], int | None]:
    """One page of who has not acknowledged in an agency, or in one of its units with all beneath it ("": those without
    a unit), and the key of the next page. Fails with NotFound for a unit that is not there.
    """
    rows = not_yet(instrument, on).filter(agency__code=agency_code, pk__gt=after)
    if unit_code is not None:
        rows = (
            rows.filter(unit__in=units_beneath(unit(agency_code, unit_code))) if unit_code else rows.filter(unit=None)
        )
    found = list(rows.select_related("civil_servant", "agency", "unit").order_by("pk")[: PAGE_SIZE + 1])
    page = found[:PAGE_SIZE]
    people = [spell.civil_servant_id for spell in page]
    begun = _first_days(instrument, people)
    opened = set(
        Acknowledgement.objects.filter(instrument=instrument, civil_servant__in=people).values_list(
            "civil_servant_id", flat=True
        )
    )
    issued = asked_from(instrument)
    shown = [
        Recipient(
            spell=spell,
            since=max(issued, begun.get(spell.civil_servant_id, issued)),
            opened=spell.civil_servant_id in opened,
        )
        for spell in page
    ]
    return shown, page[-1].pk if len(found) > PAGE_SIZE else None


def asked_from(instrument: Instrument) -> date:
    """The first day on which somebody who was there already was asked."""
    issued = localdate(instrument.issued_at) if instrument.issued_at else instrument.valid_from
    return max(instrument.valid_from, issued)


def _line(line: AudienceLine) -> Q:
    # Never empty: an OR drops an empty condition, and a line for the whole country would be one for nobody.
    conditions = Q(is_primary=True)
    if line.agency_id is not None:
        conditions &= Q(agency=line.agency_id)
    if line.unit is not None:
        conditions &= Q(unit__in=units_beneath(line.unit))
    if line.employment:
        conditions &= Q(civil_servant__employment=line.employment)
    if line.position:
        conditions &= Q(position=line.position)
    return conditions


def _first_days(instrument: Instrument, people: Sequence[int]) -> dict[int, date]:
    """Since when each of them belongs to the audience, over however many posts in it."""
    issued = asked_from(instrument)
    spells = PositionSpell.objects.filter(
        aimed_at(instrument), Q(until_date=None) | Q(until_date__gt=issued), civil_servant__in=people, is_primary=True
    )
    return dict(spells.values_list("civil_servant_id").annotate(first=Min("start_date")))
