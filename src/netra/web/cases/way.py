"""The way of a case: every state it was in with its day and article, the one it is in, and those that may follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from netra.cases import offers
from netra.cases.leaving import LAPSED
from netra.cases.states import ENDED, STATE_LABELS, CaseState
from netra.law.dated import Source
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Case
    from netra.trust.trail import Entry

S = CaseState
USUAL = (
    S.REGISTERED,
    S.PRELIMINARY_STUDY,
    S.STUDY,
    S.PLENARY,
    S.TO_REFER,
    S.REFERRED,
    S.RECOMMENDED,
    S.PROCEEDING,
    S.CLOSED,
)
# Which event of the trail led into which state; the plenary names its outcome itself.
ENTERED_BY = {
    "cases.case_register": S.REGISTERED,
    "cases.case_start_preliminary": S.PRELIMINARY_STUDY,
    "cases.case_start_study": S.STUDY,
    "cases.case_finish_study": S.PLENARY,
    "cases.case_refer": S.REFERRED,
    "cases.case_recommend": S.RECOMMENDED,
    "cases.case_decline": S.NOT_PROVEN,
    "cases.case_withdraw": S.WITHDRAWN,
    "cases.case_expire": S.EXPIRED,
    "cases.case_close": S.CLOSED,
    "cases.case_reopen": S.PROCEEDING,
    "sanctions.proceeding_open": S.PROCEEDING,
}


@dataclass(frozen=True, slots=True)
class Station:
    """One state on the way. `at` is None for what still lies before the case; `current` is where it stands."""

    label: str
    at: datetime | None
    citation: str
    unverified: bool
    current: bool


def way_of(case: Case, trail: Sequence[Entry], *, on: date, opening: Sequence[Source] | None) -> list[Station]:
    """The stations of a case, in order; `opening` is what its proceedings would rest on, None while none."""
    passed = _passed(trail)
    stations = [
        Station(translated(STATE_LABELS[state]), at, citation, unverified=False, current=False)
        for state, at, citation in passed
    ]
    if stations:
        last = stations[-1]
        stations[-1] = Station(last.label, last.at, last.citation, last.unverified, current=True)
    return [*stations, *_ahead(case, on, opening)]


def _passed(trail: Sequence[Entry]) -> list[tuple[str, datetime, str]]:
    found: list[tuple[str, datetime, str]] = []
    for entry in trail:
        state = _entered(entry)
        # A second recommendation or proceeding leaves the case where it is.
        if isinstance(state, str) and state in STATE_LABELS and not (found and _stays(found, state)):
            found.append((state, entry.at, entry.citation))
    return found


def _entered(entry: Entry) -> object:
    """Into which state the event led; some tell it themselves."""
    if entry.verb == "cases.plenary_decide":
        return entry.payload.get("outcome")
    if entry.verb == "cases.case_close" and entry.payload.get("outcome") == LAPSED:
        return S.LAPSED
    if entry.verb == "cases.case_reopen" and "state" in entry.payload:
        return entry.payload["state"]
    return ENTERED_BY.get(entry.verb)


def _stays(found: list[tuple[str, datetime, str]], state: str) -> bool:
    return found[-1][0] in {state, S.PROCEEDING} and state in {found[-1][0], S.RECOMMENDED}


def _ahead(case: Case, on: date, opening: Sequence[Source] | None) -> list[Station]:
    if case.state in ENDED:
        return []
    here = USUAL.index(CaseState(case.state))
    stations = []
    for source, target in zip(USUAL[here:], USUAL[here + 1 :], strict=False):
        article = offers.article_between(source, target, case, on=on)
        told = [article] if article else []
        sources = told if opening is None or target is not S.PROCEEDING else opening
        stations.append(_station_ahead(target, sources))
    return stations


def _station_ahead(state: str, sources: Sequence[Source]) -> Station:
    unverified = any(source.verification == "UNVERIFIED" for source in sources)
    cited = "; ".join(map(str, sources))
    return Station(translated(STATE_LABELS[state]), None, cited, unverified=unverified, current=False)
