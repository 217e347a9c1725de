"""What people should be warned of before the next day on which candidates are determined in their region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from netra.law.calendar import DEFAULT
from netra.law.counting import Direction, Unit, count
from netra.law.dated import Source, Verification
from netra.law.elections import PublishedStage
from netra.law.turning import Turn, turns_at_determination
from netra.law.vocabulary import ElectionKind, Office
from netra.prevention.access import visible_to
from netra.prevention.models import Instrument, ReminderRoutine
from netra.prevention.reminder_access import routines_visible_to
from netra.registry.models import Agency, Election, ElectionStage
from netra.registry.queries import elections, stages_of
from netra.trust.access import Person

# Elections whose determination lies this far back are still shown: how the last one turned out teaches the next.
LOOKED_BACK = 2


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """One day of determination for one agency: what turns on it, which instruments hold on that day already, and which
    reminders are said aloud until then.
    """

    election: Election
    day: date
    source: Source
    send_by: date
    turns: Sequence[Turn]
    instruments: Sequence[Instrument]
    routines: Sequence[ReminderRoutine]


def early_warnings(user: Person, agency: Agency, *, on: date) -> list[EarlyWarning]:
    """The determinations ahead for the region of an agency, soonest first; then the last ones that have been."""
    return [_warning(user, agency, each, on=on) for each in _shown(agency, on)]


def early_warning(user: Person, agency: Agency, *, election: str, day: date, on: date) -> EarlyWarning | None:
    """The warning of one day of one election, for whoever drafts what is sent before it."""
    named = (each for each in _shown(agency, on) if each.election.code == election and each.day == day)
    found = next(named, None)
    return _warning(user, agency, found, on=on) if found else None


@dataclass(frozen=True, slots=True)
class _Determination:
    """One day on which an election determines candidates, with the first of its stages on that day."""

    election: Election
    day: date
    stage: ElectionStage


def _shown(agency: Agency, on: date) -> list[_Determination]:
    known = sorted(_determinations(agency.region_code), key=lambda each: each.day)
    past = [each for each in reversed(known) if each.day <= on]
    return [*(each for each in known if each.day > on), *past[:LOOKED_BACK]]


def _determinations(region_code: str) -> Iterator[_Determination]:
    for election in elections():
        stages = [each for each in stages_of(election, region_code) if each.stage == PublishedStage.DETERMINATION]
        first = {each.start_date: each for each in reversed(stages)}
        yield from (_Determination(election, day, stage) for day, stage in first.items())


def _warning(user: Person, agency: Agency, found: _Determination, *, on: date) -> EarlyWarning:
    election, day, first = found.election, found.day, found.stage
    turns = turns_at_determination(
        ElectionKind(election.kind),
        office_of(election, first.office),
        day,
        region=agency.region_code,
        voting=election.voting_date,
    )
    rows = visible_to(user, on=on).filter(agency_code=agency.code, valid_from__lte=day)
    return EarlyWarning(
        election=election,
        day=day,
        source=Source(first.source_instrument, first.source_article, Verification(first.verification)),
        send_by=count(day, 1, Unit.WORKING_DAY, direction=Direction.BEFORE, calendar=DEFAULT).due,
        turns=turns,
        instruments=[each for each in rows.order_by("-pk") if each.holds_on(day)],
        routines=_running(user, agency, day, on=on),
    )


def _running(user: Person, agency: Agency, day: date, *, on: date) -> list[ReminderRoutine]:
    rows = routines_visible_to(user, on=on).filter(agency_code=agency.code, start_date__lte=day)
    return list(rows.exclude(until_date__lt=day).order_by("-pk"))


def office_of(election: Election, named: str = "") -> Office:
    """An office that is elected: the one named. Where none is, any will do: no row of the law tells them apart."""
    known = named or election.office
    if known:
        return Office(known)
    return Office.GOVERNOR if election.kind == ElectionKind.REGIONAL else Office.PRESIDENT
