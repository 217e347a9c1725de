"""Rows that come with the release: elections and oversight bodies of the law data, tickets of `data/tickets.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.resources import files

from netra.law import elections as law
from netra.law.bodies import OVERSIGHT
from netra.law.dated import Source, Verification
from netra.law.stages import elections as law_elections
from netra.registry.entries import AgencyEntry, ElectionEntry, StageEntry, TicketEntry
from netra.registry.models import Agency, Election
from netra.registry.operations.agencies import agency_save
from netra.registry.operations.elections import election_save
from netra.registry.states import AgencyKind, ElectionKind, Office
from netra.trust.actors import Actor

_ONE_DAY = timedelta(days=1)


def elections_seed(*, by: Actor, at: datetime) -> list[Election]:
    """Save every election that the law data knows; run again after an upgrade, it brings what changed.

    What offices added themselves (a region's own dates, further tickets) stays. One trail event per election.
    """
    tickets = list(_packaged_tickets())
    return [
        election_save(
            entry=_entry(election, tuple(ticket for code, ticket in tickets if code == election.code)), by=by, at=at
        )
        for election in law_elections()
    ]


def bodies_seed(*, by: Actor, at: datetime) -> list[Agency]:
    """Save the oversight bodies that the law data knows, so that a first recommendation has a letterhead.

    An office that already saved its own row for a body keeps it. A body that lost the task to another is taken as
    abolished on that day; the one that holds it now has no end.
    """
    known = set(Agency.objects.values_list("code", flat=True))
    bodies = {entry.value.code: entry for entry in OVERSIGHT.entries}
    last = OVERSIGHT.entries[-1].value.code
    return [
        agency_save(
            entry=AgencyEntry(
                code=code,
                name=entry.value.name,
                kind=AgencyKind.OVERSIGHT,
                city="Jakarta",
                valid_until=None if code == last else entry.until,
            ),
            by=by,
            at=at,
        )
        for code, entry in bodies.items()
        if code not in known
    ]


def _entry(election: law.Election, tickets: tuple[TicketEntry, ...]) -> ElectionEntry:
    """Law prints first and last days, the registry keeps half-open periods."""
    national = (stage for period in election.stages for stage in _stages(period, election.source))
    own = (_own_determination(code, region) for code, region in election.regions.items())
    return ElectionEntry(
        code=election.code,
        kind=ElectionKind(election.kind.value),
        name=election.name,
        voting_date=election.voting,
        start_date=election.opens,
        until_date=election.closes + _ONE_DAY,
        stages=(*national, *own),
        tickets=tickets,
    )


def _stages(period: law.StagePeriod, source: Source) -> Iterator[StageEntry]:
    offices = [Office(office) for office in period.offices]
    for office in offices or (None,):
        yield StageEntry(
            stage=period.stage.value,
            start_date=period.first,
            until_date=period.last + _ONE_DAY,
            source_instrument=source.instrument,
            source_article=source.article,
            verification=source.verification,
            office=office,
        )


def _own_determination(region_code: str, region: law.RegionalDetermination) -> StageEntry:
    return StageEntry(
        stage=law.PublishedStage.DETERMINATION.value,
        start_date=region.day,
        until_date=region.day + _ONE_DAY,
        source_instrument=region.source.instrument,
        source_article=region.source.article,
        verification=region.source.verification,
        region_code=region_code,
    )


def _packaged_tickets() -> Iterator[tuple[str, TicketEntry]]:
    text = files("netra.registry").joinpath("data/tickets.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield (
            row["election"],
            TicketEntry(
                office=Office(row["office"]),
                number=int(row["number"]),
                head_name=row["head"],
                deputy_name=row["deputy"],
                parties=row["parties"],
                source=row["source"],
                verification=Verification(row["verification"]),
                region_code=row["region"],
            ),
        )
