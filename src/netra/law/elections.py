"""The elections whose national stages are known, as values read from `data/stages.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netra.law.data_files import Entry, MalformedData, day_of, read_data, refuse_unknown_keys, source_of
from netra.law.dated import Source

ELECTION_KEYS = ("code", "kind", "name", "voting", "opens", "closes", "stages", "source", "regions", "notes")
STAGE_KEYS = ("stage", "first", "last", "offices")
REGION_KEYS = ("region", "determination", "source")


class ElectionKind(StrEnum):
    """Pemilu (UU 7/2017) or Pemilihan (UU 1/2015 and its amendments): two laws with two clocks."""

    GENERAL = "GENERAL"
    REGIONAL = "REGIONAL"


class PublishedStage(StrEnum):
    """Stages as the election commission publishes them."""

    PARTIES_DETERMINED = "PARTIES_DETERMINED"  # which parties take part; their candidates come later
    REGISTRATION = "REGISTRATION"
    DETERMINATION = "DETERMINATION"
    ANNOUNCEMENT = "ANNOUNCEMENT"  # of the list that was determined
    DRAW = "DRAW"
    CAMPAIGN = "CAMPAIGN"
    QUIET_DAYS = "QUIET_DAYS"
    VOTING = "VOTING"


@dataclass(frozen=True, slots=True)
class StagePeriod:
    """A stage from its first to its last day; `offices` where it concerns only some of them."""

    stage: PublishedStage
    first: date
    last: date
    offices: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class RegionalDetermination:
    """The day on which one region determined its candidates, which prevails over the national day."""

    day: date
    source: Source


@dataclass(frozen=True, slots=True)
class Election:
    """One election day of the nation with its national stages."""

    code: str
    kind: ElectionKind
    name: str
    voting: date
    opens: date
    opens_source: Source
    closes: date
    stages: tuple[StagePeriod, ...]
    source: Source
    regions: Mapping[str, RegionalDetermination]
    notes: tuple[str, ...]

    def period(self, stage: PublishedStage) -> StagePeriod | None:
        """The first published period of that stage, None where none was seen."""
        return next((period for period in self.stages if period.stage is stage), None)

    def own_determination(self, region: str | None) -> RegionalDetermination | None:
        """The day that the region, or one that it lies in, set for itself; None where none is known."""
        parts = (region or "").split(".")
        codes = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((self.regions[code] for code in codes if code in self.regions), None)

    def determinations(self, office: str | None = None) -> tuple[date, ...]:
        """The days on which candidates were determined: one, or one per group of offices while none is named."""
        periods = [period for period in self.stages if period.stage is PublishedStage.DETERMINATION]
        days = [period.first for period in periods if office is None or not period.offices or office in period.offices]
        return tuple(sorted(set(days)))


def _load(entry: Entry) -> Election:
    where = f"stages.yaml, {entry.get('code')}"
    refuse_unknown_keys(entry, ELECTION_KEYS, where=where)
    voting = day_of(entry, "voting", where=where)
    return Election(
        code=entry["code"],
        kind=ElectionKind(entry["kind"]),
        name=entry["name"],
        voting=voting,
        opens=day_of(entry["opens"], "date", where=where),
        opens_source=source_of(entry["opens"], where=where),
        closes=day_of(entry["closes"], "date", where=where) if "closes" in entry else voting,
        stages=tuple(_load_stage(stage, where=where) for stage in entry["stages"]),
        source=source_of(entry, where=where),
        regions={region["region"]: _load_region(region, where=where) for region in entry.get("regions", ())},
        notes=tuple(entry.get("notes", ())),
    )


def _load_stage(entry: Entry, *, where: str) -> StagePeriod:
    refuse_unknown_keys(entry, STAGE_KEYS, where=where)
    period = StagePeriod(
        stage=PublishedStage(entry["stage"]),
        first=day_of(entry, "first", where=where),
        last=day_of(entry, "last", where=where),
        offices=tuple(entry.get("offices", ())),
    )
    if period.last < period.first:
        raise MalformedData(f"{where}: {period.stage} ends before it begins")
    return period


def _load_region(entry: Entry, *, where: str) -> RegionalDetermination:
    refuse_unknown_keys(entry, REGION_KEYS, where=where)
    return RegionalDetermination(day_of(entry, "determination", where=where), source_of(entry, where=where))


ELECTIONS: Mapping[str, Election] = {
    election.code: election for election in (_load(entry) for entry in read_data("stages.yaml")["elections"])
}
