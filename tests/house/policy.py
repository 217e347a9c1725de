"""Who may open which page: written by hand, read by the test that tries every address as everybody.

A new address without a line here fails `test_urls_by_role.py`. Write what the law of the house says, not what the page
happens to answer.
"""

from __future__ import annotations

from dataclasses import replace

from netra.trust.acts import Role
from tests.house.visits import Policy, expected_status, only

__all__ = ["POLICY", "Policy", "expected_status"]


CASE_READERS = frozenset(Role) - {Role.IDENTITY_CUSTODIAN, Role.ADMINISTRATOR, Role.UNIT_HEAD}
# Hilda heads the personnel agency of the city: prevention in her own unit, and nothing else.
PREVENTION_READERS = CASE_READERS | {Role.UNIT_HEAD}

EVERYBODY = Policy(roles=None)
SIGNED_IN = Policy(roles=frozenset(Role))


A_REFERRED_CASE = Policy(roles=CASE_READERS, stranger=404, exceptions={Role.EXAMINER: 404})
FOR_THE_FILE = only(
    Role.INTAKE_OFFICER,
    Role.PERSONNEL_OFFICER,
    Role.EXAMINER,
    stranger=404,
    exceptions={Role.EXAMINER: 404},
)
HANDLERS_OF_IT = Policy(roles=CASE_READERS - {Role.AUDITOR}, stranger=404, exceptions={Role.EXAMINER: 404})
# The term of the sample was set by BKN's letter: BKN's analyst moves it, and no other handler is shown a form for it.
A_TERM = Policy(
    roles=CASE_READERS - {Role.AUDITOR},
    stranger=404,
    exceptions={
        Role.EXAMINER: 404,
        **dict.fromkeys(
            (Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY), 409
        ),
    },
)


BY_PERSONNEL_OR_EXAMINER = only(Role.PERSONNEL_OFFICER, Role.EXAMINER, exceptions={Role.EXAMINER: 404})


REPORT_READERS = frozenset({Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, Role.AUDITOR})
A_REPORT = only(Role.INTAKE_OFFICER, stranger=404)
A_REPORT_TO_ERASE = only(Role.INTAKE_OFFICER, Role.ADMINISTRATOR, stranger=404, exceptions={Role.ADMINISTRATOR: 404})


REGISTRY_READERS = CASE_READERS | {Role.ADMINISTRATOR}
REGISTRY_WRITERS = (Role.PERSONNEL_OFFICER, Role.ADMINISTRATOR)


LETTER_WRITERS = (Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, Role.PERSONNEL_OFFICER)
# A draft of the city is there for the city alone; the supervisor and the analyst write for their own.
NOT_THEIRS = {Role.INTAKE_OFFICER: 404, Role.OVERSIGHT_ANALYST: 404}
MEETING_READERS = CASE_READERS - {Role.EXAMINER}
READS_ALONE = {Role.INTAKE_OFFICER: 403, Role.OVERSIGHT_ANALYST: 403}
BY_THE_CITY = only(*LETTER_WRITERS, stranger=404, post=True, ok=302, exceptions=READS_ALONE)
WRITTEN_BY_THE_CITY = only(*LETTER_WRITERS, stranger=404, exceptions=READS_ALONE)
ASKED_BY_THE_CITY = only(
    *LETTER_WRITERS, stranger=404, exceptions={Role.INTAKE_OFFICER: 404, Role.OVERSIGHT_ANALYST: 403}
)
NOT_SUPERVISORS = {Role.INTAKE_OFFICER: 404, Role.PLENARY_MEMBER: 404}
OF_THE_CITY = Policy(roles=MEETING_READERS, stranger=404, exceptions=NOT_SUPERVISORS)
HEADS = {Role.UNIT_HEAD}
# The tasks of the sample are the supervisors': a head in the city answers for none of them.
A_MEETING = Policy(roles=MEETING_READERS | HEADS, stranger=404, exceptions={Role.UNIT_HEAD: 404})
AN_OWN_DRAFT = only(*LETTER_WRITERS, stranger=404, exceptions=NOT_THEIRS)


ADVISERS = (Role.OVERSIGHT_ANALYST, Role.PERSONNEL_OFFICER)
# Who answers questions may open the name of an asker; what Wayan asked for is not theirs.
WAYANS_REQUEST = dict.fromkeys(ADVISERS, 404)
# In the sample the registry knows no body that oversees, so that its analyst only reads.
ANSWERED_BY_THE_CITY = only(*ADVISERS, exceptions={Role.OVERSIGHT_ANALYST: 403})


WATCHERS = (Role.INTAKE_OFFICER, Role.PERSONNEL_OFFICER)
PLANNED_BY_SUPERVISORS = Policy(
    roles=frozenset({*WATCHERS, Role.PLENARY_MEMBER, Role.AUDITOR}),
    stranger=404,
    exceptions={Role.PERSONNEL_OFFICER: 404},
    agency_auditor=404,
)
WRITTEN_BY_SUPERVISORS = only(*WATCHERS, stranger=404, exceptions={Role.PERSONNEL_OFFICER: 404})


POLICY: dict[str, Policy] = {
    # public
    "home": EVERYBODY,
    "about": EVERYBODY,
    "privacy": EVERYBODY,
    "accessibility": EVERYBODY,
    "set_language": Policy(roles=None, ok=302, post=True),
    "style": EVERYBODY,
    "may_i": EVERYBODY,
    "letter_verify": EVERYBODY,
    "letter_verify_code": Policy(roles=None, ok=404),
    "demo_roles": EVERYBODY,
    "demo_sign_in": Policy(roles=None, ok=404, post=True),
    # insight
    "statistics": EVERYBODY,
    "statistics_csv": EVERYBODY,
    "statistics_chart": EVERYBODY,
    "statistics_digest": EVERYBODY,
    "statistics_record": EVERYBODY,
    "insight": Policy(roles=CASE_READERS),
    "insight_csv": Policy(roles=CASE_READERS),
    "insight_chart": Policy(roles=CASE_READERS),
    "insight_digest": Policy(roles=CASE_READERS),
    "insight_prevention": Policy(roles=CASE_READERS),
    "insight_prevention_csv": Policy(roles=CASE_READERS),
    "insight_prevention_chart": Policy(roles=CASE_READERS),
    "insight_prevention_report": Policy(roles=CASE_READERS),
    # accounts; whoever has signed in already is sent on from the sign-in page
    "login": Policy(roles=None, exceptions=dict.fromkeys(Role, 302)),
    "logout": Policy(roles=None, ok=302, post=True),
    "first_admin": Policy(roles=None, ok=409),
    "password_set": EVERYBODY,
    "account": SIGNED_IN,
    "user_list": only(Role.ADMINISTRATOR),
    "user_create": only(Role.ADMINISTRATOR),
    "user": only(Role.ADMINISTRATOR),
    "user_deactivate": only(Role.ADMINISTRATOR, post=True, ok=302),
    "user_rename": only(Role.ADMINISTRATOR, post=True, ok=422),
    "user_reactivate": only(Role.ADMINISTRATOR, post=True, ok=302),
    "user_password_reset": only(Role.ADMINISTRATOR, post=True),
    "role_grant": only(Role.ADMINISTRATOR, post=True, ok=422),
    # Maria has come in with it by then, so the reason is asked.
    "role_revoke": only(Role.ADMINISTRATOR, post=True, ok=422),
    # trust
    "trail_verify": only(Role.AUDITOR, Role.ADMINISTRATOR),
    "trail_export": Policy(roles=frozenset({Role.AUDITOR}), agency_auditor=403, post=True),
    "identity_request_list": only(Role.INTAKE_OFFICER, *ADVISERS, Role.IDENTITY_CUSTODIAN),
    "identity_request": only(Role.INTAKE_OFFICER, stranger=404),
    # In the sample the registry knows no body that oversees, so that its analyst only reads.
    "asker_identity_request": only(*ADVISERS, exceptions={Role.OVERSIGHT_ANALYST: 404}),
    "identity_decide": only(Role.IDENTITY_CUSTODIAN),
    "identity_approve": only(Role.IDENTITY_CUSTODIAN, post=True, ok=422),
    "identity_refuse": only(Role.IDENTITY_CUSTODIAN, post=True, ok=422),
    # Wayan asked and must wait; to everybody else his request does not exist.
    "identity_open": only(Role.INTAKE_OFFICER, *ADVISERS, post=True, ok=409, stranger=404, exceptions=WAYANS_REQUEST),
    # intake, the reporter's side: without a draft, a receipt or a proved code there is nothing to open
    "report_submit": EVERYBODY,
    "draft_start": Policy(roles=None, ok=302, post=True),
    "draft_save": EVERYBODY,
    "draft_file_remove": Policy(roles=None, ok=302, post=True),
    "draft_discard": EVERYBODY,
    "draft_review": Policy(roles=None, ok=302),
    "report_receipt": Policy(roles=None, ok=302),
    "receipt_slip": Policy(roles=None, ok=404, post=True),
    "receipt_forget": Policy(roles=None, ok=302, post=True),
    "report_follow": EVERYBODY,
    "report_status": Policy(roles=None, ok=403),
    "report_message_add": Policy(roles=None, ok=403, post=True),
    "report_file": Policy(roles=None, ok=403, post=True),
    "report_letter": Policy(roles=None, ok=403),
    "report_withdraw": Policy(roles=None, ok=403),
    "report_identify": Policy(roles=None, ok=403),
    "follow_end": Policy(roles=None, ok=302, post=True),
    # intake, the office's side
    "report_list": Policy(roles=REPORT_READERS),
    "report": Policy(roles=REPORT_READERS, stranger=404, agency_auditor=404),
    "report_evidence": Policy(roles=REPORT_READERS, stranger=404, agency_auditor=404, post=True),
    "receipt_letter": Policy(roles=REPORT_READERS, stranger=404, agency_auditor=404),
    "report_record": only(Role.INTAKE_OFFICER),
    "record_slip": only(Role.INTAKE_OFFICER, ok=302, post=True),
    "report_check": A_REPORT,
    "report_ask_completion": A_REPORT,
    "report_reply": A_REPORT,
    "report_reroute": A_REPORT,
    "report_bypass_set": A_REPORT,
    "report_close": A_REPORT,
    "report_withdraw_record": A_REPORT,
    "receipt_issue": A_REPORT,
    "report_link_duplicate": A_REPORT,
    "report_tell_apart": A_REPORT,
    "report_copies": A_REPORT,
    "letter_draft": A_REPORT,
    "letter_revise": A_REPORT,
    "letter_finalise": only(Role.INTAKE_OFFICER, post=True, ok=302, stranger=404),
    "notice_letter": Policy(roles=REPORT_READERS, stranger=404, agency_auditor=404),
    # An administrator sees no report, so that he cannot erase one either.
    "report_erase_request": A_REPORT_TO_ERASE,
    "report_erase_approve": A_REPORT_TO_ERASE,
    "report_erase_refuse": A_REPORT_TO_ERASE,
    "report_erase_withdraw": A_REPORT_TO_ERASE,
    # cases; an examiner sees only what he is assigned to, and nobody outside Bawaslu a case before its referral
    "case_list": Policy(roles=CASE_READERS),
    "case_search": Policy(roles=CASE_READERS, ok=302, post=True),
    "case": A_REFERRED_CASE,
    "case_letter": A_REFERRED_CASE,
    "case_evidence": A_REFERRED_CASE,
    # Everybody may read the referral who sees the case, and only the office that issued it certifies a copy.
    "letter_certify": only(
        Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, Role.EXAMINER, stranger=404, exceptions={Role.EXAMINER: 404}
    ),
    "case_register": only(Role.INTAKE_OFFICER),
    "party_add": only(Role.INTAKE_OFFICER, stranger=404),
    "party_identify": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, stranger=404),
    "party_correct": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, stranger=404),
    "act_add": only(Role.INTAKE_OFFICER, stranger=404),
    "act_correct": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, stranger=404),
    "allegation_assess": only(Role.INTAKE_OFFICER, stranger=404),
    "allegation_confirm": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, stranger=404),
    "allegation_change": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, Role.PLENARY_MEMBER, stranger=404),
    "case_start_preliminary": only(Role.INTAKE_OFFICER, stranger=404),
    "case_start_study": only(Role.INTAKE_OFFICER, stranger=404),
    "clarification_invite": only(Role.INTAKE_OFFICER, stranger=404),
    "clarification_record": only(Role.INTAKE_OFFICER, stranger=404),
    "case_finish_study": only(Role.INTAKE_OFFICER, stranger=404),
    "plenary_decide": only(Role.PLENARY_MEMBER),
    "case_refer": only(Role.INTAKE_OFFICER, stranger=404),
    "case_recommend": only(Role.OVERSIGHT_ANALYST),
    "case_decline": only(Role.OVERSIGHT_ANALYST),
    "case_withdraw": only(Role.PLENARY_MEMBER, stranger=404),
    "case_expire": only(Role.PLENARY_MEMBER, stranger=404),
    "answer_link_issue": FOR_THE_FILE,
    "answer_link_revoke": FOR_THE_FILE,
    "answer_record": FOR_THE_FILE,
    "evidence_add": FOR_THE_FILE,
    "evidence_release": only(Role.INTAKE_OFFICER, stranger=404),
    "advice_cite": HANDLERS_OF_IT,
    "answer_give": EVERYBODY,
    "answer_evidence": EVERYBODY,
    "deadline_extend": A_TERM,
    "deadline_pause": A_TERM,
    "deadline_resume": A_TERM,
    "cause_code": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, Role.PERSONNEL_OFFICER, stranger=404),
    "handler_recuse": HANDLERS_OF_IT,
    # Two people who may read the case: an administrator sees none, so that he cannot erase one either.
    "erasure_request": only(Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, stranger=404),
    "erasure_approve": only(Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, stranger=404),
    "erasure_refuse": only(Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, stranger=404),
    "erasure_withdraw": only(Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, stranger=404),
    # sanctions; an examiner sees only what he is assigned to
    "proceeding": A_REFERRED_CASE,
    "proceeding_letter": A_REFERRED_CASE,
    "proceeding_open": only(Role.PERSONNEL_OFFICER),
    "crime_refer": only(Role.INTAKE_OFFICER, stranger=404),
    "servant_left": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, Role.PERSONNEL_OFFICER, stranger=404),
    "servant_left_correct": only(Role.INTAKE_OFFICER, Role.OVERSIGHT_ANALYST, stranger=404),
    "crime_decline": only(Role.PLENARY_MEMBER, stranger=404),
    "summons_issue": BY_PERSONNEL_OR_EXAMINER,
    "summons_miss": BY_PERSONNEL_OR_EXAMINER,
    "team_form": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY),
    "examiner_assign": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY),
    "examiner_release": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY, post=True, ok=422),
    "duty_release": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY),
    "examination_record": BY_PERSONNEL_OR_EXAMINER,
    "examination_report": BY_PERSONNEL_OR_EXAMINER,
    "examination_reopen": BY_PERSONNEL_OR_EXAMINER,
    "council_form": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY),
    "seat_replace": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY),
    "council_summon": BY_PERSONNEL_OR_EXAMINER,
    "council_hear": BY_PERSONNEL_OR_EXAMINER,
    "council_decide": BY_PERSONNEL_OR_EXAMINER,
    "action_decline": only(Role.APPOINTING_AUTHORITY),
    "decision_make": only(Role.APPOINTING_AUTHORITY),
    "proceeding_stop": only(Role.APPOINTING_AUTHORITY),
    "termination_decide": only(Role.APPOINTING_AUTHORITY),
    "moral_impose": only(Role.APPOINTING_AUTHORITY),
    "decision_deliver": only(Role.PERSONNEL_OFFICER),
    "delivery_miss": only(Role.PERSONNEL_OFFICER),
    "decision_send": only(Role.PERSONNEL_OFFICER),
    "decision_enforce": only(Role.PERSONNEL_OFFICER),
    "decision_finalise": only(Role.PERSONNEL_OFFICER),
    "decision_execute": only(Role.PERSONNEL_OFFICER),
    "restoration_record": only(Role.PERSONNEL_OFFICER),
    "proceeding_close": only(Role.INTAKE_OFFICER, Role.PERSONNEL_OFFICER, Role.OVERSIGHT_ANALYST, stranger=404),
    "objection_file": only(Role.PERSONNEL_OFFICER),
    "objection_reject": only(Role.APPOINTING_AUTHORITY),
    "objection_decide": only(Role.APPOINTING_AUTHORITY),
    "remedy_reply": only(Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY),
    "appeal_file": only(Role.PERSONNEL_OFFICER),
    "suit_file": only(Role.PERSONNEL_OFFICER),
    "suit_decide": only(Role.PERSONNEL_OFFICER, Role.OVERSIGHT_ANALYST),
    "appeal_decide": only(Role.PERSONNEL_OFFICER, Role.OVERSIGHT_ANALYST),
    # The board shows everybody his own; what an agency owes is no page for who may not see one of its cases.
    "follow_up_board": Policy(roles=CASE_READERS),
    "follow_up_agency": A_REFERRED_CASE,
    "reminder_letter": A_REFERRED_CASE,
    "reminder_issue": only(Role.OVERSIGHT_ANALYST, post=True, ok=422),
    "duty_remind": only(Role.OVERSIGHT_ANALYST, post=True, ok=302),
    "data_block": only(Role.OVERSIGHT_ANALYST),
    "data_unblock": only(Role.OVERSIGHT_ANALYST),
    # prevention: Maria serves another province, so that no letter of Jambi is there for her
    "instrument_list": Policy(roles=PREVENTION_READERS),
    "early_warning": Policy(roles=PREVENTION_READERS),
    "instrument": Policy(roles=PREVENTION_READERS, stranger=404),
    "instrument_letter": Policy(roles=PREVENTION_READERS, stranger=404, post=True),
    "instrument_pending": Policy(roles=PREVENTION_READERS, stranger=404),
    "instrument_draft": only(*LETTER_WRITERS),
    "instrument_revise": AN_OWN_DRAFT,
    "instrument_questions": AN_OWN_DRAFT,
    "instrument_issue": Policy(roles=frozenset(LETTER_WRITERS), stranger=404, post=True, ok=302, exceptions=NOT_THEIRS),
    "instrument_withdraw": only(*LETTER_WRITERS, stranger=404),
    "roll_call_open": only(Role.PERSONNEL_OFFICER, post=True),
    "instrument_remind": only(Role.PERSONNEL_OFFICER, post=True, ok=302),
    # The sample is about those who serve in no unit.
    "instrument_reminder": Policy(roles=PREVENTION_READERS, stranger=404, exceptions={Role.UNIT_HEAD: 404}),
    "roll_call": EVERYBODY,
    "instrument_links": only(Role.PERSONNEL_OFFICER, post=True),
    "attendance_record": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD),
    "attendance_rejected": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD, ok=409),
    "instrument_acknowledge": EVERYBODY,
    "instrument_paper": EVERYBODY,
    # supervision: the supervisors' plan is theirs; the city, which is watched, does not read it, nor does its auditor
    "visit_list": only(*WATCHERS, Role.PLENARY_MEMBER, Role.AUDITOR),
    "visit_plan": only(*WATCHERS),
    "visit": PLANNED_BY_SUPERVISORS,
    "visit_assign": WRITTEN_BY_SUPERVISORS,
    "visit_assignment": replace(PLANNED_BY_SUPERVISORS, post=True),
    "visit_cancel": WRITTEN_BY_SUPERVISORS,
    "observation_record": WRITTEN_BY_SUPERVISORS,
    "observation_pass": only(Role.PERSONNEL_OFFICER, post=True, ok=302),
    "observation_evidence": replace(PLANNED_BY_SUPERVISORS, post=True),
    "checklist_list": only(*WATCHERS, Role.PLENARY_MEMBER, Role.AUDITOR),
    "checklist_write": only(*WATCHERS),
    # reminders: of the city and its personnel agency; supervisors read them, a head speaks for his unit
    "reminder_list": Policy(roles=PREVENTION_READERS),
    "reminder": Policy(roles=PREVENTION_READERS, stranger=404),
    # Without the agency that the page asks for there is no paper.
    "reminder_report": Policy(roles=PREVENTION_READERS, ok=404),
    "reminder_csv": Policy(roles=PREVENTION_READERS, stranger=404),
    "reminder_given": Policy(roles=PREVENTION_READERS, stranger=404),
    "reminder_photo": Policy(roles=PREVENTION_READERS, stranger=404, post=True),
    "reminder_start": only(*LETTER_WRITERS),
    "reminder_end": WRITTEN_BY_THE_CITY,
    "reminder_give": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD),
    "reminder_retract": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD),
    # pacts: of the city; supervisors read who signed, a head sees his own unit (in the sample nobody serves there)
    "pact_list": Policy(roles=PREVENTION_READERS),
    "pact": Policy(roles=PREVENTION_READERS, stranger=404),
    "pact_pending": Policy(roles=PREVENTION_READERS, stranger=404),
    "pact_signatures": Policy(roles=PREVENTION_READERS, stranger=404),
    "pact_open": only(*LETTER_WRITERS),
    "pact_withdraw": WRITTEN_BY_THE_CITY,
    "pact_links": only(*LETTER_WRITERS, stranger=404, post=True, exceptions=READS_ALONE),
    "pact_letter": only(Role.PERSONNEL_OFFICER, post=True, ok=302),
    "pact_paper": Policy(roles=PREVENTION_READERS, stranger=404, exceptions={Role.UNIT_HEAD: 404}),
    "pact_proof": Policy(roles=PREVENTION_READERS, stranger=404, post=True, exceptions={Role.UNIT_HEAD: 404}),
    "pact_record": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD),
    "pact_rejected": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD, ok=409),
    "pact_refusal_record": only(Role.PERSONNEL_OFFICER, Role.UNIT_HEAD),
    "pact_code_open": only(*LETTER_WRITERS, stranger=404, post=True, exceptions=READS_ALONE),
    "pact_code": EVERYBODY,
    "pact_sign": EVERYBODY,
    # registry: Maria serves another province, so that neither the agency nor its people are there for her
    # meetings: the city calls, its supervisors take part; what the city writes, others read
    "meeting_list": Policy(roles=MEETING_READERS | HEADS),
    "meeting": A_MEETING,
    "meeting_plan": only(*LETTER_WRITERS),
    "meeting_revise": WRITTEN_BY_THE_CITY,
    "meeting_invite": BY_THE_CITY,
    "meeting_invitation": replace(A_MEETING, post=True),
    "meeting_hold": WRITTEN_BY_THE_CITY,
    "meeting_cancel": WRITTEN_BY_THE_CITY,
    "meeting_attendance_record": WRITTEN_BY_THE_CITY,
    "meeting_attendance_strike": WRITTEN_BY_THE_CITY,
    "minutes_draft": WRITTEN_BY_THE_CITY,
    "minutes_adopt": BY_THE_CITY,
    "minutes_paper": replace(A_MEETING, post=True),
    "action_item_list": Policy(roles=MEETING_READERS | HEADS),
    "action_item_assign": WRITTEN_BY_THE_CITY,
    "action_item": A_MEETING,
    "action_item_finish": only(*LETTER_WRITERS, stranger=404, exceptions={Role.OVERSIGHT_ANALYST: 403}),
    "action_item_drop": WRITTEN_BY_THE_CITY,
    "action_item_evidence": replace(A_MEETING, post=True),
    "meeting_series": A_MEETING,
    "meeting_series_start": only(*LETTER_WRITERS),
    "meeting_series_end": WRITTEN_BY_THE_CITY,
    # outreach: the city holds it for its own people, so that its supervisors find nothing
    "outreach_list": Policy(roles=MEETING_READERS | HEADS),
    "outreach": replace(OF_THE_CITY, roles=MEETING_READERS | HEADS),
    "outreach_plan": only(*LETTER_WRITERS),
    "outreach_revise": ASKED_BY_THE_CITY,
    "outreach_postpone": ASKED_BY_THE_CITY,
    "outreach_cancel": ASKED_BY_THE_CITY,
    "outreach_hold": ASKED_BY_THE_CITY,
    "outreach_test_set": ASKED_BY_THE_CITY,
    "outreach_file_add": ASKED_BY_THE_CITY,
    "outreach_content": replace(OF_THE_CITY, roles=MEETING_READERS | HEADS, post=True),
    # Hilda writes down who of her unit was there, and sees them alone.
    "outreach_attendance_record": replace(ASKED_BY_THE_CITY, roles=frozenset({*LETTER_WRITERS, *HEADS})),
    "outreach_guests_record": ASKED_BY_THE_CITY,
    "outreach_guest_strike": ASKED_BY_THE_CITY,
    # Budi serves in no unit, so that he is nobody of Hilda's.
    "outreach_attendance_strike": only(
        *LETTER_WRITERS, *HEADS, stranger=404, exceptions={**NOT_THEIRS, Role.UNIT_HEAD: 404}
    ),
    "outreach_rejected": only(*LETTER_WRITERS, *HEADS, ok=409),
    "outreach_participants": replace(AN_OWN_DRAFT, roles=frozenset({*LETTER_WRITERS, *HEADS})),
    "outreach_certify": replace(ASKED_BY_THE_CITY, post=True, ok=302),
    "outreach_certificate": replace(AN_OWN_DRAFT, post=True),
    "outreach_links": replace(ASKED_BY_THE_CITY, post=True),
    "outreach_code_open": replace(ASKED_BY_THE_CITY, post=True),
    "outreach_result": replace(OF_THE_CITY, roles=MEETING_READERS | HEADS),
    "outreach_code": EVERYBODY,
    "outreach_visit": EVERYBODY,
    "outreach_own_certificate": EVERYBODY,
    "outreach_material": EVERYBODY,
    # questions before an act: anybody asks; who says that he serves the city is read there and by who oversees
    "advisory_ask": EVERYBODY,
    "advice_list": EVERYBODY,
    "advice_search": Policy(roles=None, post=True),
    "advice": EVERYBODY,
    "advisory_status": Policy(roles=None, ok=403),
    "advisory_write": Policy(roles=None, ok=403, post=True),
    "advisory_own_letter": Policy(roles=None, ok=403),
    "advisory_list": only(*ADVISERS, Role.AUDITOR),
    "advisory": only(*ADVISERS, Role.AUDITOR),
    "advisory_letter": only(*ADVISERS, Role.AUDITOR),
    "advisory_answer": ANSWERED_BY_THE_CITY,
    "advisory_reply": ANSWERED_BY_THE_CITY,
    "advisory_turn_away": ANSWERED_BY_THE_CITY,
    "advisory_publish": ANSWERED_BY_THE_CITY,
    "advisory_unpublish": ANSWERED_BY_THE_CITY,
    "advisory_erase_request": ANSWERED_BY_THE_CITY,
    "advisory_erase_approve": ANSWERED_BY_THE_CITY,
    "advisory_erase_refuse": ANSWERED_BY_THE_CITY,
    "advisory_erase_withdraw": ANSWERED_BY_THE_CITY,
    # consultations: the city asked, so that its supervisors find nothing
    "consultation_list": Policy(roles=MEETING_READERS),
    "consultation_search": Policy(roles=MEETING_READERS, post=True, ok=302),
    "consultation_ask": only(*LETTER_WRITERS),
    "consultation": OF_THE_CITY,
    "consultation_answer": ASKED_BY_THE_CITY,
    "consultation_withdraw": ASKED_BY_THE_CITY,
    "consultation_paper": Policy(roles=MEETING_READERS, stranger=404, post=True, exceptions=NOT_SUPERVISORS),
    "registry": Policy(roles=REGISTRY_READERS),
    "agency_list": Policy(roles=REGISTRY_READERS),
    "agency": Policy(roles=REGISTRY_READERS, stranger=404),
    "agency_save": only(Role.ADMINISTRATOR),
    "agency_change": only(Role.ADMINISTRATOR),
    "appointing_authority_set": only(Role.ADMINISTRATOR),
    "retention_set": only(Role.ADMINISTRATOR),
    "number_format_save": only(Role.ADMINISTRATOR),
    "unit_tree": Policy(roles=REGISTRY_READERS, stranger=404),
    "unit_save": only(*REGISTRY_WRITERS),
    "unit_change": only(*REGISTRY_WRITERS),
    "civil_servant_search": Policy(roles=REGISTRY_READERS),
    "civil_servant": Policy(roles=REGISTRY_READERS, stranger=404),
    "civil_servant_save": only(*REGISTRY_WRITERS),
    "civil_servant_change": only(*REGISTRY_WRITERS),
    "position_start": only(*REGISTRY_WRITERS),
    "position_end": only(*REGISTRY_WRITERS),
    "tie_list": only(*REGISTRY_WRITERS),
    "tie_record": only(*REGISTRY_WRITERS),
    "tie_end": only(*REGISTRY_WRITERS),
    "tie_strike": only(*REGISTRY_WRITERS),
    "election_list": Policy(roles=REGISTRY_READERS),
    "election": Policy(roles=REGISTRY_READERS),
    "election_save": only(Role.ADMINISTRATOR),
    "election_change": only(Role.ADMINISTRATOR),
    "election_stage_set": only(Role.ADMINISTRATOR),
    "election_ticket": only(Role.ADMINISTRATOR),
    "region_lookup": Policy(roles=REGISTRY_READERS),
    "import_run": only(*REGISTRY_WRITERS),
    "import_confirm": only(*REGISTRY_WRITERS, post=True, ok=409),
    "import_discard": only(*REGISTRY_WRITERS, post=True, ok=302),
    "import_rejected": only(*REGISTRY_WRITERS, ok=409),
    "import_template": only(*REGISTRY_WRITERS),
}
