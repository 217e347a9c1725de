"""In which window of a ban an act lies, as far as its record says: the act is a breach only where it lies in one."""

from __future__ import annotations

from datetime import date, timedelta

from netra.law import reasons
from netra.law.dated import NothingInForce
from netra.law.elections import Election
from netra.law.record import Case
from netra.law.regime import Span
from netra.law.stages import PhaseAnswer, phase_answer
from netra.law.windows import ANCHOR_LABELS, Anchor, MissingAnchor, Window, ban_on, window_of


def about_the_window(case: Case, key: str) -> tuple[list[str], list[str]]:
    """What is said and what is doubted about the window `key`."""
    ban = ban_on(key, case.judged_day)
    if ban.value.opens_from is Anchor.END_OF_TERM:
        return [], [reasons.window_from_the_end_of_term(ban.source)]
    schedule = _schedule(case)
    contest = schedule.election
    if contest is None:
        if case.election_date:
            return [], [reasons.contest_unknown(schedule.explanation)]
        ends_at = ANCHOR_LABELS[ban.value.closes_at]
        return [], [reasons.no_contest_under_way(schedule.explanation, ends_at, ban.source)]
    window = _window(key, contest, case)
    if window is None:
        return [], [reasons.window_from_the_end_of_term(ban_on(key, contest.determinations()[0]).source)]
    opened = reasons.window_opened(window.opens, window.opens_source)
    doubts = []
    if case.act_span.start < window.opens:
        surely = last_day(case.act_span) < window.opens
        doubts.append(reasons.before_the_window(window.opens, window.opens_source, surely=surely))
    if last_day(case.act_span) > contest.closes:
        doubts.append(reasons.end_of_the_window_unknown(contest.closes, ANCHOR_LABELS[window.closes_at], window.source))
    return [opened] if case.judged_day >= window.opens else [], doubts


def side_of_the_opening(case: Case, key: str) -> tuple[bool, bool] | None:
    """Whether the first and the last day on which the act may lie come before the opening; None without a window."""
    contest = contest_of(case)
    window = _window(key, contest, case) if contest else None
    return (case.act_span.start < window.opens, last_day(case.act_span) < window.opens) if window else None


def contest_of(case: Case) -> Election | None:
    """The contest that the act is read as aiming at, None where none is known."""
    return _schedule(case).election


def last_day(span: Span) -> date:
    """The last day of a half-open span."""
    return span.until - timedelta(days=1)


def _schedule(case: Case) -> PhaseAnswer:
    return phase_answer(
        case.kind.value, case.region, case.judged_day, office=case.office, election_date=case.election_date
    )


def _window(key: str, contest: Election, case: Case) -> Window | None:
    """None where the law of that contest counts from the end of the incumbent's term, which no record names."""
    try:
        return window_of(key, contest, region=case.region, own=case.determined)
    except (MissingAnchor, NothingInForce):
        return None
