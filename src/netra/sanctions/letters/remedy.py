"""Papers of objection and appeal."""

from __future__ import annotations

from datetime import date

from netra.cases.letters import LetterData, person, signer
from netra.letters.queries import letter
from netra.sanctions.models import Proceeding


def remedy_receipt(proceeding: Proceeding, filed: date, grounds: str, addressee: str, due: date) -> LetterData:
    """Tanda terima keberatan or banding."""
    made = proceeding.decision
    return {
        "signer": signer(proceeding.agency_code, filed),
        "applicant": person(proceeding.party),
        "decision": made.get_kind_display(),
        "decision_number": letter(made.letter_ref).number,
        "decision_date": made.decided_date,
        "received_date": filed,
        "received_time": "jam kerja",
        "grounds": grounds,
        "deciding_body": addressee,
        "answer_due": due,
    }
