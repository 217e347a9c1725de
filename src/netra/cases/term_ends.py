"""Which acts end which term, as the check of the trail knows it: no event names the terms that it ends.

An end is derived from its act: it bears the day of the act, or the day of the fact or paper that the act wrote down and
that its event keeps. Some ends bear a day that no event keeps; of those the check only says that it cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from netra.trust.told_rows import Told

# These end whatever still runs: in the whole case, of one accused, or under one proceeding.
_OF_CASE = frozenset(
    f"cases.{name}" for name in ("plenary_decide", "case_withdraw", "case_expire", "case_decline", "case_close")
)
_OF_ACCUSED = frozenset({"sanctions.servant_left"})
_OF_PROCEEDING = frozenset(
    f"sanctions.{name}"
    for name in (
        "objection_file",
        "appeal_file",
        "objection_decide",
        "appeal_decide",
        "suit_file",
        "suit_decide",
        "decision_finalise",
        "proceeding_close",
        "proceeding_lapse",
    )
)
_DECIDED = frozenset({"sanctions.decision_make", "sanctions.termination_decide"})
_ANSWERED = _DECIDED | {"sanctions.moral_impose", "sanctions.proceeding_stop", "sanctions.council_decide"}
# Where nothing is held against somebody any longer, nothing is owed of him.
_DROPPED = frozenset({"cases.allegation_change"})
_IN_FORCE = frozenset({"sanctions.decision_enforce"})
_OWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "finding_term": frozenset({"cases.case_register"}),
        "preliminary_study": frozenset({"cases.case_start_study"}),
        "bawaslu_decision": frozenset({"cases.clarification_invite"}),
        "bawaslu_decision_extended": frozenset(),
        "satgas_verification": frozenset({"cases.case_recommend"}),
        "follow_up": _ANSWERED | _DROPPED,
        "criminal_handover": frozenset({"sanctions.crime_refer", "sanctions.crime_decline"}) | _DROPPED,
        "summons_1": frozenset({"sanctions.summons_issue", "sanctions.summons_miss", "sanctions.examination_record"}),
        "summons_2": frozenset({"sanctions.summons_issue"}),
        "pppk_termination": _DECIDED,
        "pppk_termination_party": _DECIDED,
        "pns_termination_party": _DECIDED,
        "delivery": frozenset({"sanctions.decision_deliver", "sanctions.delivery_miss"}),
        "delivery_absent": frozenset({"sanctions.decision_deliver", "sanctions.decision_send"}),
        "discipline_in_force": _IN_FORCE,
        "discipline_in_force_absent": _IN_FORCE,
        "objection_filing": _IN_FORCE,
        "appeal_filing": _IN_FORCE,
        "objection_response": frozenset({"sanctions.remedy_reply"}),
        "appeal_reply": frozenset({"sanctions.remedy_reply"}),
        "objection_decision": frozenset(),
        "appeal_decision": frozenset(),
    }
)
ENDING = frozenset().union(_OF_CASE, _OF_ACCUSED, _OF_PROCEEDING, *_OWN.values())
# A right that was not used ends with its last day.
_RIGHTS = frozenset({"objection_filing", "appeal_filing"})
_DAYS_OF_SENDING = frozenset({"delivery", "delivery_absent"})


class Found(StrEnum):
    """What the trail says of an end."""

    TOLD = "TOLD"
    UNKNOWN = "UNKNOWN"
    OTHERWISE = "OTHERWISE"


@dataclass(frozen=True, slots=True)
class End:
    """The end of one term as its row has it; `replaced_on` are the days from which the same term was counted anew."""

    rule: str
    subject: str
    due: date
    met: date
    recorded: date | None
    replaced_on: frozenset[date] = frozenset()


def found_of(end: End, events: Iterable[Told]) -> Found:
    """Whether one of these events, those of the case of the term, ended it with these days."""
    if end.rule not in _OWN:
        return Found.UNKNOWN
    if end.met in end.replaced_on and end.recorded in (None, end.met):
        return Found.TOLD
    verbs = _OWN[end.rule] | _OF_CASE | _OF_ACCUSED | _OF_PROCEEDING
    answers = {_answer(end, told) for told in _about(end, [told for told in events if told.verb in verbs])}
    return next((each for each in (Found.TOLD, Found.UNKNOWN) if each in answers), Found.OTHERWISE)


def _about(end: End, events: Sequence[Told]) -> list[Told]:
    """The ending events that may speak of this term: of its own proceeding where it stands under one.

    Other events are not asked: a reminder names under `proceeding` whatever the term that it is about stands under.
    """
    own = end.subject in {told.payload.get("proceeding") for told in events}
    return [told for told in events if not own or told.payload.get("proceeding") in (None, end.subject)]


def _answer(end: End, told: Told) -> Found:
    kept = {date.fromisoformat(str(told.payload[key])) for key in ("date", "in_force") if told.payload.get(key)}
    if told.day is None:
        return Found.UNKNOWN
    if told.verb in _IN_FORCE and end.rule in _RIGHTS:
        kept.add(end.due)
    # What is written down on the day itself, or bears a day of the law, was recorded as of that day.
    if end.met in {told.day, *kept} and end.recorded in (None, told.day, end.met):
        return Found.TOLD
    if end.recorded not in (None, told.day) or end.met > told.day:
        return Found.OTHERWISE
    # The day that was set for a delivery, and that on which a letter left, stand in no event of the delivery.
    silent = told.verb == "sanctions.decision_deliver" and end.rule in _DAYS_OF_SENDING
    return Found.UNKNOWN if silent else Found.OTHERWISE
