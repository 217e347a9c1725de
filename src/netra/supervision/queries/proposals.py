"""Where to look in a month, proposed with reasons in words: derived when asked, never stored, about places only.

There is no number that weighs them: the officer who plans reads the reasons and chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.db.models import Max
from django.utils.translation import gettext_noop as _

from netra.law.sentences import Sentence
from netra.registry.models import Agency
from netra.registry.queries import unit_tree
from netra.supervision.election_stages import PHASE_LABELS, StageThen, last_of, stages_in, subjects_of
from netra.supervision.models import Observation, Visit
from netra.supervision.places import Places
from netra.supervision.queries.suspicions import not_looked_into
from netra.supervision.queries.visits import targets_of
from netra.supervision.states import Result, Subject, VisitState

# A place that nobody looked at for so long is proposed; a choice of this house, no article names it.
UNSEEN_FOR = timedelta(days=90)
MOST = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place with its reasons; `follows_ref` is what its own agency suspected and passed on."""

    target_code: str
    unit_code: str
    place: str
    subjects: Sequence[Subject]
    reasons: Sequence[Sentence]
    follows_ref: str = ""


def proposals_for(
    planner: Agency,
    month: date,
    *,
    earlier: Mapping[str, int],
    on: date,
    unread: Mapping[str, tuple[str, int]] = MappingProxyType({}),
) -> list[Proposal]:
    """The places of this agency that have no visit in that month, those with more reasons of their own first. What was
    passed to it is proposed beside another visit of that place, which does not look into it.

    `earlier` counts by agency the cases that ended with a breach proven: the room of cases knows them. `unread`
    tells by agency of a letter that is hardly read there its subject and the percentage: the room of prevention knows.
    """
    stages = stages_in(planner.region_code, month)
    planned = _planned(planner, month)
    passed = _passed(planner)
    told_of = set(map(_place, passed))
    places = [place for place in _places(planner, on=on) if place in told_of or place not in planned]
    names = Places(places, on=on)
    last = _last_looks(planner, month)
    found = []
    for place in places:
        handed = [each for each in passed if _place(each) == place]
        told = [Subject(each.visit.subject) for each in handed]
        proposal = Proposal(
            target_code=place[0],
            unit_code=place[1],
            place=names.name(*place),
            subjects=list(dict.fromkeys([*told, *subjects_of(stages)])),
            reasons=[
                *_own_reasons(last.get(place), earlier.get(place[0], 0), month),
                *_unread(unread.get(place[0])),
                *map(_handed, handed),
                *map(_stage, stages),
            ],
            follows_ref=handed[0].ref if handed else "",
        )
        found.append(proposal)
    reasoned = [each for each in found if each.reasons]
    return sorted(reasoned, key=lambda each: (not each.follows_ref, -len(each.reasons)))[:MOST]


def _places(planner: Agency, *, on: date) -> list[tuple[str, str]]:
    """What was passed to it first, then every agency that it watches; of its own the units of the two upper levels."""
    targets = [each.code for each in targets_of(planner, on=on)[:100]]
    if targets == [planner.code]:
        return [(planner.code, unit.code) for depth, unit in unit_tree(planner.code) if depth < 2]
    handed = [_place(each) for each in _passed(planner)]
    return list(dict.fromkeys([*handed, *((code, "") for code in targets)]))


def _planned(planner: Agency, month: date) -> set[tuple[str, str]]:
    rows = Visit.objects.filter(agency_code=planner.code, planned_date__range=(month, last_of(month)))
    return set(rows.exclude(state=VisitState.CANCELLED).values_list("target_code", "unit_code"))


def _last_looks(planner: Agency, month: date) -> dict[tuple[str, str], tuple[date, bool]]:
    """By place the day on which this agency last looked before the month, and whether it suspected something then."""
    seen = Observation.objects.filter(visit__agency_code=planner.code, observed_date__lt=month)
    keys = seen.values("visit__target_code", "visit__unit_code").annotate(last=Max("pk")).values("last")
    rows = Observation.objects.filter(pk__in=keys).values_list(
        "visit__target_code", "visit__unit_code", "observed_date", "result"
    )
    return {(target, unit): (day, result == Result.SUSPECTED) for target, unit, day, result in rows}


def _passed(planner: Agency) -> list[Observation]:
    """What was handed to this office and nobody has planned to look into."""
    waiting = not_looked_into().filter(passed_to=planner.code)
    return list(waiting.select_related("visit").order_by("pk")[:MOST])


def _place(observation: Observation) -> tuple[str, str]:
    return observation.visit.target_code, observation.visit.unit_code


def _own_reasons(last: tuple[date, bool] | None, earlier: int, month: date) -> Iterator[Sentence]:
    if last is None:
        yield Sentence(_("Belum pernah diawasi menurut catatan di sini."))
    elif last[1]:
        yield Sentence(_("Pengawasan %(day)s menemukan dugaan pelanggaran."), day=last[0])
    elif last[0] < month - UNSEEN_FOR:
        yield Sentence(_("Terakhir diawasi %(day)s."), day=last[0])
    if earlier:
        yield Sentence(
            _("%(count)s perkara pegawai instansi ini berakhir terbukti dalam dua tahun terakhir."), count=str(earlier)
        )


def _unread(told: tuple[str, int] | None) -> Iterator[Sentence]:
    if told is not None:
        yield Sentence(
            _("Baru %(percent)s%% pegawai instansi ini mengaku membaca “%(subject)s”."),
            subject=told[0],
            percent=told[1],
        )


def _handed(observation: Observation) -> Sentence:
    return Sentence(
        _("Pengawasan internal menyampaikan dugaan dari pengamatan %(day)s."), day=observation.observed_date
    )


def _stage(stage: StageThen) -> Sentence:
    told = {"phase": PHASE_LABELS[stage.phase], "election": stage.election, "source": stage.source}
    if stage.last == stage.first:
        return Sentence(_("%(phase)s %(election)s: %(day)s (%(source)s)."), day=stage.first, **told)
    return Sentence(
        _("%(phase)s %(election)s: %(first)s – %(last)s (%(source)s)."), first=stage.first, last=stage.last, **told
    )
