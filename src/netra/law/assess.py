"""`assess`: one record of an act in, its answer in law out. Pure: the answer depends on the record alone.

Nothing here reads a clock. The record is read strictly (`netra.law.record`), the phase is taken as given or from the
published stages, the regime from the state of the case, and the rest is `netra.law.judging`. Where the day of the act
is known only by month or year, every period of law that it may lie in is asked, and a difference is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from netra.law import reasons
from netra.law.bodies import OVERSIGHT, oversight_body
from netra.law.candidates import about_the_candidate
from netra.law.dated import NothingInForce, Verification
from netra.law.elections import PublishedStage, RegionalDetermination
from netra.law.in_words import levels_in_words
from netra.law.judging import CHANGES, Judgement, Question, Row, era_of, judge
from netra.law.record import Case, id_of, in_its_region, read_record
from netra.law.record_error import RecordError
from netra.law.regime import OPEN_SINCE, PP94_START, RegimeReading, Span, read_regime, side_of
from netra.law.region_reading import ReadRegion, as_written
from netra.law.sanctions import Sanction, terminations
from netra.law.stages import in_campaign, phase_on
from netra.law.violations import FORMS
from netra.law.vocabulary import (
    CIVIL_SERVANTS,
    LABELS,
    PARTY_OFFICES,
    Category,
    ElectionKind,
    Level,
    Office,
    Phase,
    Precision,
)
from netra.law.window_of_an_act import about_the_window, contest_of, last_day, side_of_the_opening

COVERED = Span(date(2014, 1, 1), date(2028, 1, 1))
_TURNS = sorted({*CHANGES, PP94_START, OPEN_SINCE, *(entry.start for entry in OVERSIGHT.entries)})


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer for one case."""

    case: Case
    phase: Phase | None
    phase_source: str | None
    judgement: Judgement
    regime: RegimeReading
    oversight_body: str | None
    explanations: tuple[str, ...]
    doubts: tuple[str, ...]
    # Which day of determination was used, by whose list; empty where nobody gave one. Also among the others.
    determination: tuple[str, ...] = ()

    @property
    def needs_review(self) -> bool:
        return bool(self.doubts)


def assess(
    record: object, *, determined: RegionalDetermination | None = None, read_region: ReadRegion = as_written
) -> dict[str, Any]:
    """The answer to one record (a mapping) as plain values; whatever cannot be read gives its id and the error only.

    `determined` is the region's own determination of candidates, for callers that keep a list of stages, `read_region`
    what its name means, for callers that know regions. Both stand beside the record, whose keys are the contract's.
    """
    try:
        case = in_its_region(read_record(record), read_region)
    except RecordError as error:
        return {"id": id_of(record), "error": str(error)}
    return as_dict(assess_case(replace(case, determined=determined) if determined else case))


def assess_case(case: Case) -> Assessment:
    """The answer to a case that was read."""
    phase, phase_source, published = _phase(case)
    judgement, regime = _on(case, phase, case.judged_day)
    body = body_on(case.judged_day)
    extra, doubts = _remarks(case, phase, published, body)
    extra += _about_the_schedule(case, phase_source)
    for key in dict.fromkeys(row.form.window for row in judgement.rows if row.form.window):
        said, doubted = about_the_window(case, key)
        extra += said
        doubts += doubted
    unread, unclear = _about_the_region(case, phase_source, judgement)
    about, unsure = _about_the_determination(case, judgement)
    extra = [*about, *extra, *unread]
    doubts += [*unsure, *unclear]
    doubts += _about_the_candidate(case, judgement, regime)
    extra += _about_the_statute(case, judgement)
    extra += _about_the_parties(case, judgement)
    return Assessment(
        case=case,
        phase=phase,
        phase_source=phase_source,
        judgement=judgement,
        regime=_named_regime(case, regime),
        oversight_body=body,
        explanations=(*judgement.explanations, *extra),
        doubts=(*judgement.doubts, *doubts),
        determination=(*about, *unsure),
    )


def _on(case: Case, phase: Phase | None, day: date) -> tuple[Judgement, RegimeReading]:
    regime = read_regime(day, side_of(case.examination), side_of(_decided(case)))
    question = Question(
        case.conducts,
        case.kind,
        case.office,
        phase,
        case.employment,
        case.repeat,
        regime.regime,
        regime.is_open,
        regime.reaches_back,
        surely_in_campaign(case),
    )
    return judge(question, era_of(day)), regime


def _decided(case: Case) -> Span | None:
    return case.decision or (case.imposed.decided if case.imposed else None)


def _named_regime(case: Case, regime: RegimeReading) -> RegimeReading:
    """Whoever is no civil servant has no discipline regime; the reason names the law that does apply."""
    if case.employment in CIVIL_SERVANTS:
        return regime
    return RegimeReading(None, reasons.OTHER_REGIME[case.employment])


@lru_cache(maxsize=8192)
def body_on(day: date) -> str | None:
    """The code of the body that watches over neutrality on that day, None before there was one."""
    try:
        return oversight_body(day).code
    except NothingInForce:
        return None


@lru_cache(maxsize=65536)
def _published_phase(
    kind: ElectionKind,
    region: str | None,
    day: date,
    office: Office | None,
    election_date: date | None,
    own: RegionalDetermination | None,
) -> Phase | None:
    name = office.value if office else None
    found = phase_on(kind.value, region, day, office=name, election_date=election_date, own=own)
    return Phase(found) if found else None


@lru_cache(maxsize=65536)
def _in_campaign(kind: ElectionKind, span: Span, day: date, election_date: date | None) -> bool:
    return in_campaign(kind.value, span.start, last_day(span), on=day, election_date=election_date)


def surely_in_campaign(case: Case) -> bool:
    """Whether every day the act may lie on is a day of the campaign, as far as the stages were published."""
    return _in_campaign(case.kind, case.act_span, case.judged_day, case.election_date)


def _published_on(case: Case, day: date) -> Phase | None:
    return _published_phase(case.kind, case.region, day, case.office, case.election_date, case.determined)


def _phase(case: Case) -> tuple[Phase | None, str | None, Phase | None]:
    """The phase, where it is from, and what the published stages say where that is one thing."""
    first = _published_on(case, case.act_span.start)
    if case.precision is not Precision.DAY and _published_on(case, last_day(case.act_span)) is not first:
        first = None
    if case.phase is not None:
        return case.phase, "GIVEN", first
    return (first, "STAGES", first) if first else (None, None, None)


def _about_the_schedule(case: Case, phase_source: str | None) -> list[str]:
    """What is said where the phase is that of the nation and nothing says that this region takes part.

    A record that names the day of voting says so itself; a region with a date of its own took part.
    """
    contest = contest_of(case) if phase_source == "STAGES" and case.kind is ElectionKind.REGIONAL else None
    if contest is None or case.election_date or case.determined or contest.own_determination(case.region):
        return []
    return [reasons.national_schedule(contest.name)]


def _about_the_region(case: Case, phase_source: str | None, judgement: Judgement) -> tuple[list[str], list[str]]:
    """A name that is not one region is said, and is a doubt where phase or window were read without the region."""
    if not case.unread_region:
        return [], []
    by_stages = phase_source != "GIVEN" or any(row.form.window for row in judgement.rows)
    if case.kind is ElectionKind.REGIONAL and by_stages:
        return [], [reasons.region_unread(case.unread_region)]
    return [reasons.region_unread_unused(case.unread_region)], []


def _about_the_determination(case: Case, judgement: Judgement) -> tuple[list[str], list[str]]:
    """Which day was used and by whose list; in doubt where nobody checked it and the nation's day says otherwise."""
    own = case.determined
    if own is None:
        return [], []
    contest = contest_of(case)
    national = contest.determinations(case.office) if contest else ()
    said = [reasons.own_determination(own, national)]
    is_doubted = own.source.verification is Verification.UNVERIFIED and _hangs_on_the_determination(case, judgement)
    return said, [reasons.OWN_DETERMINATION_UNVERIFIED] if is_doubted else []


def _hangs_on_the_determination(case: Case, judgement: Judgement) -> bool:
    """Whether the phase or the side of a window on which the act lies would be another by the days known here."""
    without = replace(case, determined=None)
    if _phase(case)[0] is not _phase(without)[0]:
        return True
    windows = {row.form.window for row in judgement.rows if row.form.window}
    return any(side_of_the_opening(case, key) != side_of_the_opening(without, key) for key in windows)


def _about_the_statute(case: Case, judgement: Judgement) -> list[str]:
    """What is said where the law on the end of status changed after the act and before the decision."""
    decided = _decided(case)
    if decided is None or judgement.ceiling is not Level.TERMINATION:
        return []
    found = terminations(case.employment, acted=case.judged_day, decided=max(case.judged_day, decided.start))
    if len(found) < 2:
        return []
    return [reasons.other_statute_since(found[0].source, found[1].source, found[1].start)]


def _about_the_candidate(case: Case, judgement: Judgement, regime: RegimeReading) -> list[str]:
    """What is in doubt where the breach of a candidate PNS is grave enough to end the candidacy."""
    proven = _decided(case) or case.examination
    found = about_the_candidate(
        case.employment,
        {row.basis.level for row in judgement.rows if row.form.category is Category.DISCIPLINE},
        proven=max(case.judged_day, proven.start) if proven else case.judged_day,
        regime=regime.regime,
    )
    return [found] if found else []


def _about_the_parties(case: Case, judgement: Judgement) -> list[str]:
    """What is said where the parties of a contest were already determined, and its candidates not yet."""
    found = [row.form for row in judgement.rows if row.form.towards_party]
    if not found or case.office not in (None, *PARTY_OFFICES):
        return []
    contest = contest_of(case)
    parties = contest.period(PublishedStage.PARTIES_DETERMINED) if contest else None
    if contest is None or parties is None or last_day(case.act_span) < parties.first:
        return []
    return [
        reasons.parties_were_determined(contest.name, parties.first, contest.source, FORMS[form.towards_party])
        for form in found
    ]


def _remarks(case: Case, phase: Phase | None, published: Phase | None, body: str | None) -> tuple[list[str], list[str]]:
    """What else is to be said, and what else is in doubt, about this very day."""
    remarks = reasons.earlier_election_law(case.kind, case.judged_day)
    doubts: list[str] = []
    if phase is not None and published is not None and phase is not published:
        remarks.append(reasons.phase_differs(phase, published))
    if body is None:
        remarks.append(reasons.NO_OVERSIGHT_BODY)
    if not COVERED.start <= case.judged_day < COVERED.until:
        doubts.append(reasons.OUTSIDE_COVERAGE)
    if case.precision is not Precision.DAY:
        outcomes = _possible_outcomes(case, phase)
        if len(outcomes) > 1:
            doubts.append(reasons.straddles(outcomes))
    return remarks, doubts


def _possible_outcomes(case: Case, phase: Phase | None) -> list[str]:
    """The different answers in the periods of law that the act may lie in, in words."""
    found: dict[str, None] = {}
    for period, stage in _periods_by_phase(case, phase):
        if _contradicts(case, phase, period):
            continue
        judgement, regime = _on(case, stage, period.start)
        words = [LABELS[judgement.category], levels_in_words(judgement.floor, judgement.ceiling), *judgement.crimes]
        if case.employment in CIVIL_SERVANTS:
            words += [regime.regime or "", body_on(period.start) or ""]
        words.append("perlu ditelaah" if judgement.doubts else "")
        found[", ".join(word for word in words if word)] = None
    return list(found)


def _periods(span: Span) -> Iterable[Span]:
    turns = [span.start, *(turn for turn in _TURNS if span.start < turn < span.until), span.until]
    return (Span(start, until) for start, until in pairwise(turns))


def _periods_by_phase(case: Case, phase: Phase | None) -> Iterable[tuple[Span, Phase | None]]:
    """Every period with its phase; where the record leaves it open, that of each day by the published stages."""
    for period in _periods(case.act_span):
        if phase is not None:
            yield period, phase
            continue
        days = [period.start + timedelta(days=count) for count in range((period.until - period.start).days)]
        starts = [day for before, day in pairwise(days) if _published_on(case, day) is not _published_on(case, before)]
        for start, until in pairwise([period.start, *starts, period.until]):
            yield Span(start, until), _published_on(case, start)


def _contradicts(case: Case, phase: Phase | None, period: Span) -> bool:
    """Whether the published stages say that the phase of the act was over, or not yet begun, in the whole period."""
    stages = {_published_on(case, period.start), _published_on(case, last_day(period))}
    return phase is not None and None not in stages and phase not in stages


def as_dict(answer: Assessment) -> dict[str, Any]:
    """The answer in the words of the contract, in fresh containers that the caller may change.

    The descriptive fields of the record stand behind it, as they came.
    """
    judgement = answer.judgement
    return {
        "id": answer.case.id,
        "act_date": answer.case.act_day.isoformat(),
        "phase": answer.phase and answer.phase.value,
        "phase_source": answer.phase_source,
        "category": judgement.category.value,
        "level_floor": judgement.floor and judgement.floor.value,
        "level_ceiling": judgement.ceiling and judgement.ceiling.value,
        "sanctions": [_copy_of(sanction_fields(sanction), "source") for sanction in judgement.sanctions],
        "forms": [_copy_of(row_fields(row), "basis") for row in judgement.rows],
        "nearest_forms": list(judgement.nearest),
        "regime": answer.regime.regime and answer.regime.regime.value,
        "regime_reason": answer.regime.reason,
        "oversight_body": answer.oversight_body,
        "needs_review": answer.needs_review,
        "reasons": [*answer.explanations, *answer.doubts],
        "error": None,
        **deepcopy(dict(answer.case.described)),
    }


def _copy_of(fields: dict[str, Any], nested: str) -> dict[str, Any]:
    return {**fields, nested: fields[nested].copy()}


@cache
def sanction_fields(sanction: Sanction) -> dict[str, Any]:
    """One sanction in the words of the contract; shared, so never handed out uncopied."""
    source = sanction.source
    return {
        "code": sanction.code,
        "level": sanction.level.value,
        "label": sanction.full_label,
        "source": {
            "instrument": source.instrument,
            "article": source.article,
            "verification": source.verification.value,
        },
    }


@cache
def row_fields(row: Row) -> dict[str, Any]:
    """One row in the words of the contract; shared, so never handed out uncopied."""
    return {
        "form": row.form.code,
        "category": row.form.category.value,
        "level": None if row.basis.level is Level.NONE else row.basis.level.value,
        "era": row.basis.era,
        "in_force": True,
        "basis": [str(source) for source in row.basis.sources],
        "verification": row.basis.verification.value,
    }
