"""Papers of objection and appeal."""

from __future__ import annotations

from datetime import date

from netra.cases.letters import LetterData, person, signer
from netra.cases.models import Deadline
from netra.law.indonesian_dates import in_words
from netra.letters.queries import letter
from netra.sanctions.letters.wording import decree, regulation
from netra.sanctions.models import Decision, Proceeding, Remedy


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


def objection_decision(proceeding: Proceeding, remedy: Remedy, ruling: str, basis: str) -> LetterData:
    """Keputusan atas keberatan, by whom the objection went to; `basis` is the article of the step."""
    made = proceeding.decision
    decided = remedy.decided_date or made.decided_date
    considering = ["bahwa keberatan diajukan dalam tenggang waktu dan telah ditimbang alasannya;"]
    data = decree(proceeding, decided, considering, [f"{basis};", f"{regulation(proceeding)};"])
    if made.imposed_by == "OFFICIAL":
        data |= {"authority_title": remedy.addressee, "signer": {"position": remedy.addressee}}
    return data | {
        "employee": person(proceeding.party),
        "decision_number": letter(made.letter_ref).number,
        "decision_date": made.decided_date,
        "filed_date": remedy.filed_date,
        "grounds": remedy.grounds,
        "ruling": ruling,
        "reason": remedy.reason,
        "effect": _effect(made),
    }


def objection_rejection(proceeding: Proceeding, filed: date, term: Deadline, basis: str, *, on: date) -> LetterData:
    """Penetapan that an objection came too late: by when it could be filed, and on which rule."""
    made = proceeding.decision
    considering = [
        f"bahwa keputusan diterima pada tanggal {in_words(made.delivery.received_date)};",
        f"bahwa keberatan dapat diajukan paling lambat tanggal {in_words(term.due_date)} ({term.citation});",
        f"bahwa keberatan diajukan pada tanggal {in_words(filed)}, setelah tenggang waktu itu berakhir;",
    ]
    return decree(proceeding, on, considering, [f"{basis};", f"{regulation(proceeding)};"]) | {
        "employee": person(proceeding.party),
        "decision_number": letter(made.letter_ref).number,
        "decision_date": made.decided_date,
        "filed_date": filed,
    }


def _effect(made: Decision) -> str:
    """PP 94/2021 says itself from when; before it, nothing is said that was not read."""
    if made.regime == "DISC-94":
        return (
            "Hukuman disiplin yang diajukan upaya administratif mulai berlaku sesuai dengan putusan upaya "
            "administratifnya (PP 94/2021 Pasal 38 ayat (2))."
        )
    return "Putusan ini berlaku sejak ditetapkan."
