"""Papers that leave the house: a crime referred, a reminder."""

from __future__ import annotations

from datetime import date

from netra.cases.cited_rules import suspected_crimes
from netra.cases.letters import LetterData, person, signer
from netra.cases.models import Deadline
from netra.law.bodies import oversight_body
from netra.law.citations import all_in_full, in_full
from netra.law.indonesian_dates import in_words
from netra.sanctions.duties import Duty
from netra.sanctions.letters.wording import alleged
from netra.sanctions.models import Proceeding
from netra.sanctions.states import ProceedingState
from netra.sanctions.weighed import weighed_by

NO_CRIME_READ = "Belum ada bentuk tindak pidana yang terbaca pada perbuatan ini; ketentuannya dinilai penerima."

NO_TERM_READ = "tidak disebut dalam pasal yang dibaca"
NO_ARTICLE_READ = "belum ada pasal yang dibaca"
# What shows that a duty was done.
_PROOFS = {
    ProceedingState.IN_FORCE: "keterangan bahwa keputusan tersebut telah berkekuatan tetap",
    ProceedingState.FINAL: "bukti pelaksanaan keputusan tersebut",
    ProceedingState.SUED: "bukti pelaksanaan keputusan tersebut",
    ProceedingState.RESTORING: "salinan keputusan pemulihan dan bukti pelaksanaannya",
}


def crime_referral(proceeding: Proceeding, addressee: str, basis: str, on: date) -> LetterData:
    """Penerusan dugaan tindak pidana."""
    return {
        "signer": signer(proceeding.case.handling_agency_code, on),
        "addressee": {"position": addressee},
        "case_ref": proceeding.case.ref,
        "reported": [person(proceeding.party)],
        "matter": alleged(proceeding),
        "facts": alleged(proceeding),
        "suspected_crimes": suspected_crimes(weighed_by(proceeding)) or [NO_CRIME_READ],
        "evidence": ["Berkas bukti yang tercatat pada perkara, masing-masing dengan sidik SHA-256."],
        "basis": [all_in_full(basis)],
    }


def reminder(deadline: Deadline, addressee: str, superior: str, on: date) -> LetterData:
    """Pengingat tindak lanjut to the authority, or to who stands above where it is accused; a copy to `superior`."""
    return {
        "signer": signer(oversight_body(on).code, on),
        "addressee": {"position": addressee},
        "case_ref": deadline.case.ref,
        "owed": f"{deadline.label}, jatuh tempo {in_words(deadline.due_date)}.",
        "owed_since": deadline.due_date,
        "rule": in_full(deadline.citation),
        "copies": [superior] if superior else [],
    }


def duty_reminder(duty: Duty, addressee: str, superior: str, on: date) -> LetterData:
    """Pengingat of what no article gives a term for: the letter says so, and names the decision that waits."""
    proceeding = duty.proceeding
    return {
        "signer": signer(oversight_body(on).code, on),
        "addressee": {"position": addressee},
        "case_ref": proceeding.case.ref,
        "owed": (
            f"{duty.label} (penanganan Nomor {proceeding.ref}, keputusan tanggal "
            f"{in_words(proceeding.decision.decided_date)})."
        ),
        "no_term": NO_TERM_READ,
        "owed_since": duty.since,
        "rule": in_full(str(duty.source)) if duty.source else NO_ARTICLE_READ,
        "proof": _PROOFS[ProceedingState(proceeding.state)],
        "copies": [superior] if superior else [],
    }
