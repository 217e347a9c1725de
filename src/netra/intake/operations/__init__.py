"""Writes of the room, one function per act."""

from netra.intake.operations.allowance import SenderFull, TooManyDrafts
from netra.intake.operations.bypassing import BypassRefused, report_bypass_set
from netra.intake.operations.checking import CompletionRefused, report_ask_completion, report_check
from netra.intake.operations.claims import Erased, StepForbidden
from netra.intake.operations.dialogue import MessageRefused, report_message_add, report_reply
from netra.intake.operations.drafts import (
    AlreadySent,
    draft_discard,
    draft_file_add,
    draft_file_remove,
    draft_save,
    drafts_purge,
)
from netra.intake.operations.ending import CloseRefused, report_close, report_withdraw, report_withdraw_record
from netra.intake.operations.erasing import (
    ErasureRefused,
    report_erase,
    report_erase_approve,
    report_erase_refuse,
    report_erase_request,
    report_erase_withdraw,
    report_people_erase,
)
from netra.intake.operations.identifying import IdentifyRefused, report_identify
from netra.intake.operations.keeping import report_keep_from
from netra.intake.operations.likening import DuplicateRefused, report_link_duplicate, report_tell_apart
from netra.intake.operations.moving import RerouteRefused, report_reroute
from netra.intake.operations.notice import Notice, notice_draft, notice_finalise, notice_revise
from netra.intake.operations.reading import OpenedFile, evidence_read
from netra.intake.operations.receipt import ReceiptRefused, receipt_issue
from netra.intake.operations.registering import report_mark_registered
from netra.intake.operations.revealing import identity_request
from netra.intake.operations.submit import RecordRefused, report_record, report_submit

__all__ = [
    "AlreadySent",
    "BypassRefused",
    "CloseRefused",
    "CompletionRefused",
    "DuplicateRefused",
    "Erased",
    "ErasureRefused",
    "IdentifyRefused",
    "MessageRefused",
    "Notice",
    "OpenedFile",
    "ReceiptRefused",
    "RecordRefused",
    "RerouteRefused",
    "SenderFull",
    "StepForbidden",
    "TooManyDrafts",
    "draft_discard",
    "draft_file_add",
    "draft_file_remove",
    "draft_save",
    "drafts_purge",
    "evidence_read",
    "identity_request",
    "notice_draft",
    "notice_finalise",
    "notice_revise",
    "receipt_issue",
    "report_ask_completion",
    "report_bypass_set",
    "report_check",
    "report_close",
    "report_erase",
    "report_erase_approve",
    "report_erase_refuse",
    "report_erase_request",
    "report_erase_withdraw",
    "report_identify",
    "report_keep_from",
    "report_link_duplicate",
    "report_mark_registered",
    "report_message_add",
    "report_people_erase",
    "report_record",
    "report_reply",
    "report_reroute",
    "report_submit",
    "report_tell_apart",
    "report_withdraw",
    "report_withdraw_record",
]
