"""Which stages of the elections of a region fall into a month, and what is worth watching in each.

The days are those of the registry, which prefers the region's own. What to watch is a choice of this house, said in
words; no article orders it. Pure but for the registry: writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

from netra.law.dated import Verification
from netra.law.elections import ElectionKind, PublishedStage
from netra.registry.models import Election, ElectionStage
from netra.registry.queries import election_for, stages_of
from netra.supervision.states import Subject


class Phase(StrEnum):
    """The stages that a plan follows."""

    DETERMINATION = "DETERMINATION"
    CAMPAIGN = "CAMPAIGN"
    QUIET_DAYS = "QUIET_DAYS"
    VOTING = "VOTING"
    AFTER = "AFTER"


PHASE_LABELS: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.DETERMINATION: _("Penetapan calon"),
        Phase.CAMPAIGN: _("Masa kampanye"),
        Phase.QUIET_DAYS: _("Masa tenang"),
        Phase.VOTING: _("Pemungutan suara"),
        Phase.AFTER: _("Sesudah pemungutan suara"),
    }
)
WORTH_WATCHING: Mapping[Phase, tuple[Subject, ...]] = MappingProxyType(
    {
        Phase.DETERMINATION: (Subject.TRANSFER, Subject.SOCIAL_MEDIA),
        Phase.CAMPAIGN: (Subject.EVENT, Subject.FACILITY, Subject.SOCIAL_MEDIA),
        Phase.QUIET_DAYS: (Subject.SOCIAL_MEDIA, Subject.EVENT),
        Phase.VOTING: (Subject.OFFICE,),
        Phase.AFTER: (Subject.TRANSFER, Subject.OFFICE),
    }
)
_PUBLISHED = (PublishedStage.DETERMINATION, PublishedStage.CAMPAIGN, PublishedStage.QUIET_DAYS, PublishedStage.VOTING)
# How long "afterwards" is looked at: rewards and reprisals come with the transfers that follow. No article names it.
AFTERWARDS = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class StageThen:
    """A stage of one election that falls into a month, with its days and how they were checked."""

    phase: Phase
    election: str
    first: date
    last: date
    source: str
    verification: Verification


def stages_in(region_code: str, month: date) -> list[StageThen]:
    """The stages that fall into the month of that first day, in order of time; none outside an election."""
    end = last_of(month)
    found = {each for election in _elections(region_code, month, end) for each in _stages(election, region_code)}
    inside = [each for each in found if each.first <= end and each.last >= month]
    return sorted(inside, key=lambda each: (each.first, each.last, each.phase))


def subjects_of(stages: Sequence[StageThen]) -> list[Subject]:
    """What is worth watching in these stages, each once; outside an election the offices, by the year's routine."""
    found = [subject for stage in stages for subject in WORTH_WATCHING[stage.phase]]
    return list(dict.fromkeys(found)) or [Subject.OFFICE]


def first_of(day: date) -> date:
    return day.replace(day=1)


def last_of(month: date) -> date:
    return next_month(month) - timedelta(days=1)


def next_month(month: date) -> date:
    return first_of(first_of(month) + timedelta(days=32))


def month_before(month: date) -> date:
    return first_of(first_of(month) - timedelta(days=1))


def _elections(region_code: str, month: date, end: date) -> list[Election]:
    """The elections under way at the ends of the month, and those that voted not long before."""
    days = (month - AFTERWARDS, month - AFTERWARDS / 2, month, end)
    found = (election_for(kind, region_code, day) for kind in ElectionKind for day in days)
    return list({each.pk: each for each in found if each is not None}.values())


def _stages(election: Election, region_code: str) -> Iterator[StageThen]:
    for row in stages_of(election, region_code):
        if row.stage in _PUBLISHED:
            yield _told(Phase(row.stage), election, row, row.start_date, _last_day(row))
            if row.stage == PublishedStage.VOTING:
                after = election.voting_date + timedelta(days=1)
                yield _told(Phase.AFTER, election, row, after, election.voting_date + AFTERWARDS)


def _last_day(row: ElectionStage) -> date:
    """The registry keeps the first day on which a stage is over."""
    return max(row.start_date, row.until_date - timedelta(days=1)) if row.until_date else row.start_date


def _told(phase: Phase, election: Election, row: ElectionStage, first: date, last: date) -> StageThen:
    source = f"{row.source_instrument} {row.source_article}".strip()
    return StageThen(phase, election.name, first, last, source, Verification(row.verification))
