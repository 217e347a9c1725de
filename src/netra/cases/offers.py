"""What an officer may do with a case now, and on which article: the answer to "what next?" on its page.

The table repeats no rule: steps come from `states.STEPS`, roles from `trust.access`, and every operation asks again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.cases.access import own_agency
from netra.cases.articles import article_of
from netra.cases.models import Case, Erasure
from netra.cases.operations.causes import CODED_STATES
from netra.cases.sealing import erase_date_of
from netra.cases.states import ENDED, SEALED_ENDS, STEPS, CaseState
from netra.cases.steps_open import steps_open
from netra.law.dated import NothingInForce, Source
from netra.law.deadlines import compute
from netra.law.procedure import Step, find_step, steps_from
from netra.trust.access import may
from netra.trust.models import User

# Acts that change no state, with the states in which they make sense.
OPEN = frozenset(CaseState) - ENDED
SIDE_ACTS: dict[str, frozenset[CaseState]] = {
    "cases.clarification_invite": frozenset({CaseState.PRELIMINARY_STUDY, CaseState.STUDY}),
    "cases.clarification_record": OPEN,
    "cases.party_add": OPEN,
    "cases.party_identify": frozenset(CaseState) - SEALED_ENDS,
    "cases.party_correct": OPEN,
    "cases.act_add": OPEN,
    "cases.act_correct": OPEN,
    "cases.allegation_assess": OPEN,
    "cases.allegation_confirm": OPEN,
    "cases.allegation_change": OPEN,
    "cases.answer_record": OPEN,
    "cases.advice_cite": OPEN,
    "cases.evidence_add": OPEN,
    "cases.evidence_release": OPEN,
    "trust.link_issue": OPEN,
    # A key is taken back whenever somebody still holds one.
    "trust.link_revoke": frozenset(CaseState),
    "cases.deadline_extend": OPEN,
    "cases.deadline_pause": OPEN,
    "cases.deadline_resume": OPEN,
    "cases.cause_code": CODED_STATES,
    "cases.handler_recuse": OPEN,
    "sanctions.servant_left": OPEN,
    # A mistake is taken back after the end too.
    "sanctions.servant_left_correct": frozenset(CaseState),
}
# What belongs to the study rests on the article of the study.
PART_OF_THE_STUDY = frozenset(
    {
        "cases.party_add",
        "cases.act_add",
        "cases.clarification_invite",
        "cases.clarification_record",
        "cases.allegation_assess",
        "cases.allegation_confirm",
        "cases.allegation_change",
    }
)
ERASING = frozenset(f"cases.erasure_{word}" for word in ("request", "approve", "refuse", "withdraw"))


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that may be done now; `source` is None where no article of its own is known."""

    act: str
    source: Source | None


def steps_offered(user: User, case: Case, *, on: date) -> list[Offer]:
    """The acts that carry the case on or end it, in the order of the table of steps."""
    codes = [code for code in steps_open(case, on=on) if _may(user, code, case, on)]
    return [Offer(code, article(code, case, on=on)) for code in codes]


def side_acts(user: User, case: Case, *, on: date) -> frozenset[str]:
    """The acts that leave the state alone: on parties, acts, allegations, terms, causes, erasure."""
    if case.erased_at is not None:
        return frozenset()
    here = {code for code, states in SIDE_ACTS.items() if CaseState(case.state) in states}
    if "cases.cause_code" in here and _is_coded(user, case):
        here.discard("cases.cause_code")
    return frozenset(code for code in here | _erasing(user, case, on) if _may(user, code, case, on))


def _is_coded(user: User, case: Case) -> bool:
    """Whether nothing is left to code for this user: he has done it, or two others have."""
    coders = [each.coder_id for each in case.cause_codings.all()]
    return user.pk in coders or len(coders) == 2


def _erasing(user: User, case: Case, on: date) -> set[str]:
    due = erase_date_of(case) if case.is_ended else None
    if due is None or due > on:
        return set()
    asked = Erasure.objects.filter(case=case, set_aside_at=None).first()
    if asked is None:
        return {"cases.erasure_request"}
    if asked.approved_at:
        return set()
    mine = asked.requested_by_id == user.pk
    return {"cases.erasure_withdraw"} if mine else {"cases.erasure_approve", "cases.erasure_refuse"}


def _may(user: User, act: str, case: Case, on: date) -> bool:
    agency = own_agency(user, case, on=on)
    return may(user, act, on=on, region_code=case.region_code, agency_code=agency, subject_ref=case.ref)


def article(act: str, case: Case, *, on: date) -> Source | None:
    """The article of an act on this case, on that day; None where none is known, and none is invented."""
    if act in ERASING:
        return compute("erasure", case.ended_date or on).citation
    if act in PART_OF_THE_STUDY:
        return _law(find_step(STEPS, act="cases.case_finish_study", state=CaseState.STUDY), case, on)
    return _law(find_step(STEPS, act=act, state=case.state), case, on)


def article_between(source: str, target: str, case: Case, *, on: date) -> Source | None:
    """The article of the step from one state to another, for the way that still lies before a case."""
    return _law(next((step for step in steps_from(STEPS, source) if step.target == target), None), case, on)


def _law(step: Step | None, case: Case, on: date) -> Source | None:
    try:
        return article_of(step, case, on=on) if step else None
    except NothingInForce:
        return None


def law_of(step: Step, election_kind: str, *, on: date) -> Source | None:
    """The article of a step that any office takes, by that election law on that day; None where there is none."""
    try:
        return step.law(election_kind=election_kind, on=on)
    except NothingInForce:
        return None
