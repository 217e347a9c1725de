"""The writes of the room: one function per act, all re-exported here."""

from netra.cases.operations.advice import advice_cite
from netra.cases.operations.allegations import (
    Reading,
    allegation_assess,
    allegation_change,
    allegation_confirm,
    assess_allegation,
)
from netra.cases.operations.answers import answer_give, answer_link_issue, answer_link_revoke, answer_record
from netra.cases.operations.causes import cause_code
from netra.cases.operations.claim import ActRefused, WrongState
from netra.cases.operations.clocks import start_clock, stop_all_clocks, stop_clock
from netra.cases.operations.copies import copy_letter
from netra.cases.operations.correcting import party_correct
from netra.cases.operations.correcting_acts import act_correct
from netra.cases.operations.deadlines import deadline_extend, deadline_pause, deadline_resume
from netra.cases.operations.endings import case_close, case_expire, case_reopen, case_withdraw
from netra.cases.operations.erasure import erasure_approve, erasure_refuse, erasure_request, erasure_withdraw
from netra.cases.operations.evidence import evidence_add, evidence_release
from netra.cases.operations.identifying import AnotherName, party_identify
from netra.cases.operations.meetings import Meeting
from netra.cases.operations.recusal import handler_recuse
from netra.cases.operations.referral import Advice, case_decline, case_recommend, case_refer, enter_proceeding
from netra.cases.operations.register import (
    CaseOpening,
    NewAct,
    NewParty,
    act_add,
    case_register,
    party_add,
)
from netra.cases.operations.study import (
    Invitation,
    case_finish_study,
    case_start_preliminary,
    case_start_study,
    clarification_invite,
    clarification_record,
    plenary_decide,
)

__all__ = [
    "ActRefused",
    "Advice",
    "AnotherName",
    "CaseOpening",
    "Invitation",
    "Meeting",
    "NewAct",
    "NewParty",
    "Reading",
    "WrongState",
    "act_add",
    "act_correct",
    "advice_cite",
    "allegation_assess",
    "allegation_change",
    "allegation_confirm",
    "answer_give",
    "answer_link_issue",
    "answer_link_revoke",
    "answer_record",
    "assess_allegation",
    "case_close",
    "case_decline",
    "case_expire",
    "case_finish_study",
    "case_recommend",
    "case_refer",
    "case_register",
    "case_reopen",
    "case_start_preliminary",
    "case_start_study",
    "case_withdraw",
    "cause_code",
    "clarification_invite",
    "clarification_record",
    "copy_letter",
    "deadline_extend",
    "deadline_pause",
    "deadline_resume",
    "enter_proceeding",
    "erasure_approve",
    "erasure_refuse",
    "erasure_request",
    "erasure_withdraw",
    "evidence_add",
    "evidence_release",
    "handler_recuse",
    "party_add",
    "party_correct",
    "party_identify",
    "plenary_decide",
    "start_clock",
    "stop_all_clocks",
    "stop_clock",
]
