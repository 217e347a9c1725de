"""Reports as the addresses of the room `intake` need them: with a file, with a receipt, and with one like it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netra.intake.operations import Notice, notice_draft, receipt_issue, report_submit
from netra.intake.queries import report_detail
from netra.intake.tests.builders import (
    FRIDAY,
    OTHER_SECRET,
    PICTURE,
    SARI,
    SECRET,
    a_report,
    a_submission,
    supervisor_office,
)
from netra.intake.uploads import NewFile
from netra.trust.models import User

Cast = Mapping[str, User]


def report(cast: Cast) -> dict[str, str]:
    """Sari has reported in confidence; nobody has worked on it."""
    return {"ref": a_report(reporter=SARI).ref}


def report_with_file(cast: Cast) -> dict[str, str]:
    """Sari has added a picture."""
    sent = report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY, files=[NewFile("foto.png", PICTURE)])
    (file,) = report_detail(cast["wayan"], sent.report_ref, at=FRIDAY).dialogue.files
    return {"ref": sent.report_ref, "evidence": file.ref}


def report_with_receipt(cast: Cast) -> dict[str, str]:
    """Wayan has issued the receipt of his office."""
    supervisor_office()
    ref = a_report(reporter=SARI).ref
    signer = {"name": "Wayan (contoh)", "position": "Petugas penerima laporan"}
    receipt_issue(report_ref=ref, signer=signer, by=cast["wayan"], at=FRIDAY)
    return {"ref": ref}


def report_with_notice(cast: Cast) -> dict[str, str]:
    """Wayan has drafted a notice to its reporter."""
    supervisor_office()
    ref = a_report(reporter=SARI).ref
    written = Notice("Diterima dan diperiksa", "Berkas lengkap.", "Wayan (contoh)", "Anggota Bawaslu")
    return {"ref": ref, "letter": notice_draft(report_ref=ref, written=written, by=cast["wayan"], at=FRIDAY).ref}


def two_reports(cast: Cast) -> dict[str, str]:
    """Somebody else has reported the same."""
    return {"ref": a_report().ref, "other": a_report(OTHER_SECRET).ref}


REPORT_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "draft_save": lambda cast: {"step": "apa"},
    "report_file": lambda cast: {"evidence": "BKT-2024-0000000000"},
    "report_letter": lambda cast: {"letter": "SRT-2024-0000000000"},
    "report": report,
    "report_evidence": report_with_file,
    "receipt_letter": report_with_receipt,
    "report_link_duplicate": two_reports,
    "report_tell_apart": two_reports,
    "letter_draft": report_with_receipt,
    "letter_revise": report_with_notice,
    "letter_finalise": report_with_notice,
    "notice_letter": report_with_notice,
    **dict.fromkeys(
        (
            "report_check",
            "report_ask_completion",
            "report_reply",
            "report_reroute",
            "report_copies",
            "report_bypass_set",
            "report_close",
            "report_withdraw_record",
            "receipt_issue",
            "report_erase_request",
            "report_erase_approve",
            "report_erase_refuse",
            "report_erase_withdraw",
        ),
        report,
    ),
}
