"""What KemenPANRB was asked in September 2024, and answered a week later."""

from __future__ import annotations

from datetime import date

from netra.cases.tests.builders import at
from netra.prevention.meeting_entries import AnswerEntry, ConsultationEntry
from netra.prevention.models import Consultation
from netra.prevention.operations import consultation_answer, consultation_ask
from netra.trust.models import User


def asked_consultation(by: User, agency: str) -> Consultation:
    """It waits for its answer."""
    entry = ConsultationEntry(
        agency_code=agency,
        body="KemenPANRB",
        subject="Tanda suka di media sosial",
        question="Apakah tanda suka melanggar netralitas? (contoh)",
        asked_date=date(2024, 9, 2),
        place="Jakarta",
    )
    return consultation_ask(entry=entry, by=by, at=at("2024-09-02"))


def answered_consultation(by: User, agency: str) -> Consultation:
    """It has its answer, without a paper."""
    entry = AnswerEntry(
        answer="Termasuk bentuk dukungan (contoh).",
        answered_date=date(2024, 9, 9),
        answered_by="Asisten deputi (contoh)",
        paper=None,
    )
    asked = asked_consultation(by, agency)
    return consultation_answer(consultation_ref=asked.ref, entry=entry, by=by, at=at("2024-09-09"))
