"""What an officer may do with a proceeding now, and on which article: the answer to "what next?" on its page.

No rule is repeated here: steps come from `states.STEPS`, roles from `trust.access`, and every operation asks again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.cases.own_case import accused_himself, may_be_accused
from netra.law.dated import NothingInForce, Source, Verification
from netra.law.local_time import day_at
from netra.law.procedure import find_step, steps_from
from netra.sanctions.absent import reached_when_absent
from netra.sanctions.bounds import action_recommended, severe_is_likely
from netra.sanctions.examined import DECIDES, examined_himself, may_decide
from netra.sanctions.leaving import LAPSE, RESUME
from netra.sanctions.models import Proceeding
from netra.sanctions.seats import AT_WORK, BY_THE_SEATED, REPLACE, seat_article, why_not_seated
from netra.sanctions.silence import void_when_sued
from netra.sanctions.states import BEFORE_EXAMINATION, FOLLOWED, SINCE_EXAMINED, STEPS, UNDONE, ProceedingState, Route
from netra.sanctions.suing import is_owed_while_sued
from netra.sanctions.teams import may_be_released, why_not_again
from netra.sanctions.weighed import weighed_by
from netra.trust.access import may
from netra.trust.models import User

# What ends with the service of the accused, or goes on after a mistake, is no act of its own for an officer.
BY_ITSELF = frozenset({LAPSE, RESUME})
# Acts that change no state; under PP 53/2010 a team and a release from duty have articles of their own.
TEAM, RELEASE, DECLINE = "sanctions.team_form", "sanctions.duty_release", "sanctions.action_decline"
AGAIN = "sanctions.examination_reopen"
LATE, REPLY, SUIT = "sanctions.objection_reject", "sanctions.remedy_reply", "sanctions.suit_file"
DELIVER = "sanctions.decision_deliver"
FILE_REMEDY = frozenset({"sanctions.objection_file", "sanctions.appeal_file"})
SUMMONED = frozenset({ProceedingState.SUMMONED_1, ProceedingState.SUMMONED_2})
REMEDY_WAITS = frozenset({ProceedingState.OBJECTED, ProceedingState.APPEALED})
REMEDIES_KNOWN = frozenset(
    {
        ProceedingState.DELIVERED,
        ProceedingState.IN_FORCE,
        ProceedingState.FINAL,
        ProceedingState.EXECUTED,
        ProceedingState.CLOSED,
    }
)
ASIDE = {
    TEAM: {"DISC-53": "Pasal 25", "": "Pasal 29"},
    RELEASE: {"DISC-53": "Pasal 27", "": "Pasal 31"},
}


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that may be done now; `source` is None where no article of its own is known."""

    act: str
    source: Source | None


def offers(user: User, proceeding: Proceeding, *, on: date) -> list[Offer]:
    """The acts that fit this proceeding on that day and that this user may do, the nearest first."""
    return offers_to(user, proceeding, on=on)[0]


def offers_to(user: User, proceeding: Proceeding, *, on: date) -> tuple[list[Offer], dict[str, str]]:
    """The same; and the acts that fit but may not be done: he examined himself, or may be accused in the case himself,
    or somebody sits in the team or council who has no part in it; each with why and what to do.
    """
    codes = [code for code in (*steps_open(proceeding, on=on), *_aside(proceeding)) if _may(user, code, proceeding, on)]
    if codes and may_be_accused(proceeding.case, user):
        return [], dict.fromkeys(codes, accused_himself(user))
    deciding = [code for code in codes if code in DECIDES]
    if not deciding or may_decide(proceeding, user, on=on):
        deciding = []
    why = why_not_seated(proceeding)
    held_up = [code for code in codes if why and code in BY_THE_SEATED]
    withheld = {**dict.fromkeys(held_up, why), **dict.fromkeys(deciding, examined_himself(proceeding))}
    return [Offer(code, article(code, proceeding, on=on)) for code in codes if code not in withheld], withheld


def article(act: str, proceeding: Proceeding, *, on: date) -> Source | None:
    """The article of an act on that day; None where none is known, and none is invented."""
    if act == DECLINE and proceeding.party.employment != "PPPK":
        return Source("PP 42/2004", "Pasal 16", Verification.SEEN)
    if act in {DECLINE, *ASIDE} and proceeding.party.employment == "PPPK":
        return Source("PP 49/2018", "Pasal 52 (peraturan disiplin instansi)", Verification.SEEN)
    if act == REPLACE:
        return seat_article(proceeding)
    if act in ASIDE:
        old = proceeding.regime == "DISC-53"
        own = Source("PP 53/2010" if old else "PP 94/2021", ASIDE[act]["DISC-53" if old else ""], Verification.SEEN)
        return own.followed(FOLLOWED) if proceeding.route == Route.STATUS_TERMINATION else own
    step = find_step(STEPS[proceeding.route], act=act, state=proceeding.state)
    try:
        return proceeding.article(step, on=on) if step else None
    except NothingInForce:
        return None


def _may(user: User, act: str, proceeding: Proceeding, on: date) -> bool:
    return may(
        user,
        act,
        on=on,
        region_code=proceeding.region_code,
        agency_code=proceeding.agency_code,
        subject_ref=proceeding.ref,
    )


def steps_open(proceeding: Proceeding, *, on: date) -> list[str]:
    """The acts that carry the proceeding on that day, whoever may do them; a refusal names them instead of another."""
    if proceeding.lapsed_from:
        return []
    codes = dict.fromkeys(step.act for step in steps_from(STEPS[proceeding.route], proceeding.state))
    out_of_place = _out_of_place(proceeding, on)
    return [code for code in codes if code not in out_of_place | BY_ITSELF]


def _out_of_place(proceeding: Proceeding, on: date) -> set[str]:
    """Steps of the table that the day, or what was reported or decided, rules out: the other verdict, remedy."""
    if proceeding.state in SUMMONED:
        # In memory, for the page has read them; `summons_miss` itself asks for the hour.
        called_for = day_at(proceeding.region_code, proceeding.calls[-1].meeting_at)
        return {"sanctions.summons_miss"} if on < called_for else set()
    if proceeding.state in SINCE_EXAMINED:
        return _out_since_examined(proceeding)
    if proceeding.state == ProceedingState.DECISION_SENT:
        holds_on = reached_when_absent(proceeding.decision)
        return set() if holds_on is not None and on >= holds_on else {"sanctions.decision_enforce"}
    if proceeding.state == ProceedingState.SUED:
        return set() if is_owed_while_sued(proceeding) else {"sanctions.decision_execute"}
    if proceeding.state in REMEDY_WAITS:
        return _out_while_it_waits(proceeding, on)
    if proceeding.state not in REMEDIES_KNOWN or proceeding.route == Route.ETHICS:
        return set()
    return _out_of_remedies(proceeding, on)


def _out_since_examined(proceeding: Proceeding) -> set[str]:
    """A second examination where the first is enough, and the verdict that the report rules out."""
    out = {AGAIN} if why_not_again(proceeding) else set()
    report = proceeding.report
    if report is None:
        return out
    if report.proven and weighed_by(proceeding):
        return out | {"sanctions.proceeding_stop"}
    return out | {"sanctions.decision_make", "sanctions.termination_decide"}


def _out_while_it_waits(proceeding: Proceeding, on: date) -> set[str]:
    """A reply that nobody asks for or that was given; and the court, while the term for the answer runs, or where
    silence after it left nothing to be brought there.
    """
    remedy = proceeding.decision.remedy
    out = set() if remedy.has_reply and remedy.replied_date is None else {REPLY}
    closed = _may_still_be_answered(proceeding, on) or void_when_sued(remedy, on) is not None
    return out | ({SUIT} if closed else set())


def _out_of_remedies(proceeding: Proceeding, on: date) -> set[str]:
    """What cannot be contested, or not in this way, or no more."""
    made = getattr(proceeding, "decision", None)
    if made is None:
        return {SUIT, LATE, DELIVER, *FILE_REMEDY}
    if not hasattr(made, "delivery"):
        return {SUIT, LATE, *FILE_REMEDY}
    used = hasattr(made, "remedy")
    sued = used and (hasattr(made.remedy, "suit") or made.remedy.outcome in UNDONE)
    out = {DELIVER, "sanctions.objection_file"} if made.is_dismissal or used else {DELIVER}
    out |= {"sanctions.appeal_file"} if used or not made.is_dismissal or made.is_past_remedy else set()
    if sued or not used:
        out.add(SUIT)
    effect = made.delivery.in_force_date
    early = proceeding.state == ProceedingState.DELIVERED and effect is not None and on < effect
    if early:
        out.add("sanctions.decision_enforce")
    # None is late while one may still come, where one came in time, and where none can come at all.
    if early or made.is_dismissal or used:
        out.add(LATE)
    return out


def _may_still_be_answered(proceeding: Proceeding, on: date) -> bool:
    """Whether the term for the answer to an objection runs: only silence after it opens the way to a court."""
    terms = proceeding.case.deadlines.filter(subject_ref=proceeding.ref, rule="objection_decision", met_date=None)
    return terms.filter(due_date__gte=on).exists()


def _aside(proceeding: Proceeding) -> list[str]:
    if action_recommended(proceeding) and proceeding.state != ProceedingState.CLOSED:
        return [DECLINE]
    # In memory where a page has read them.
    seats = [REPLACE] if proceeding.state in AT_WORK and proceeding.team.all() else []
    if proceeding.route in {Route.ETHICS, Route.CRIME}:
        return seats
    lacks_team = proceeding.state in BEFORE_EXAMINATION and not proceeding.team.all()
    likely_severe = proceeding.duty_released_date is None and severe_is_likely(proceeding)
    may_release = likely_severe and may_be_released(proceeding)
    return [*([TEAM] if lacks_team else []), *([RELEASE] if may_release else []), *seats]
