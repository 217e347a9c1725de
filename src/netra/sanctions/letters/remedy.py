"""Papers of objection and appeal."""

from __future__ import annotations

from datetime import date

from netra.cases.letters import LetterData, person
from netra.cases.models import Deadline
from netra.law.citations import in_full
from netra.law.indonesian_dates import in_words
from netra.sanctions.letters.decrees import decree, rests_on, title_of, who
from netra.sanctions.letters.wording import cited, deviation_after_words, number_of
from netra.sanctions.models import Decision, Proceeding, Remedy
from netra.sanctions.signing import Signed
from netra.sanctions.states import PP_79, UNDONE


def remedy_receipt(
    proceeding: Proceeding,
    filed: date,
    grounds: str,
    addressee: str,
    answer: Deadline,
    signed: Signed,
    *,
    executed: bool,
) -> LetterData:
    """Tanda terima keberatan or banding; `answer` is the term in which it is decided."""
    made = proceeding.decision
    return {
        "signer": dict(signed.person),
        "applicant": person(proceeding.party),
        "decision": title_of(made),
        "decision_number": number_of(made),
        "decision_date": made.decided_date,
        "received_date": filed,
        "grounds": grounds,
        "deciding_body": addressee,
        "answer_due": answer.due_date,
        "answer_rule": cited(answer.citation, answer.verification),
        "meanwhile": _MEANWHILE % _waits(made) if executed else None,
        "doubt": made.appeal_doubt or None,
    }


def _objected(proceeding: Proceeding, filed: date) -> str:
    """Who objected to which decision, and when."""
    made = proceeding.decision
    return (
        f"{who(proceeding)}, pada tanggal {in_words(filed)} mengajukan keberatan terhadap Keputusan Nomor "
        f"{number_of(made)} tanggal {in_words(made.decided_date)}"
    )


def objection_decision(
    proceeding: Proceeding, remedy: Remedy, ruling: str, basis: str, lapsed: Deadline | None, signed: Signed
) -> LetterData:
    """Keputusan atas keberatan, by whom the objection went to; `basis` is the article of the step.

    `lapsed` is the term in which nobody answered, where that has made the penalty void.
    """
    made = proceeding.decision
    decided = remedy.decided_date or made.decided_date
    considering = [
        _objected(proceeding, remedy.filed_date),
        _unanswered(lapsed, basis) if lapsed else _WEIGHED,
        *filter(None, [deviation_after_words(made, remedy)]),
    ]
    rests = [basis, *rests_on(made)]
    return decree("OBJECTION_DECISION", proceeding, decided, considering, rests, signed) | {
        "employee": person(proceeding.party),
        "decision_number": number_of(made),
        "decision_date": made.decided_date,
        "filed_date": remedy.filed_date,
        "grounds": remedy.grounds,
        "ruling": ruling,
        "reason": remedy.reason,
        "effect": _what_follows(made, remedy),
        "way_on": _way_on(made) if decided >= PP_79 else None,
    }


_WEIGHED = "keberatan diajukan dalam tenggang waktu dan telah ditimbang alasannya"


def _unanswered(term: Deadline, void: str) -> str:
    """That nobody answered in time, and what the law makes of it."""
    return (
        f"keberatan diajukan dalam tenggang waktu dan tidak diputus sampai dengan tanggal {in_words(term.due_date)} "
        f"({cited(term.citation, term.verification)}), sehingga hukuman disiplin batal demi hukum ({in_full(void)})"
    )


def objection_rejection(
    proceeding: Proceeding, filed: date, term: Deadline, basis: str, signed: Signed, *, on: date
) -> LetterData:
    """Penetapan that an objection came too late: by when it could be filed, and on which rule."""
    made = proceeding.decision
    by_rule = cited(term.citation, term.verification)
    considering = [
        _objected(proceeding, filed),
        f"keputusan diterima pada tanggal {in_words(made.delivery.received_date)}",
        f"keberatan dapat diajukan paling lambat tanggal {in_words(term.due_date)} ({by_rule})",
        f"keberatan diajukan pada tanggal {in_words(filed)}, setelah tenggang waktu itu berakhir",
    ]
    return decree("OBJECTION_REJECTION", proceeding, on, considering, [basis, *rests_on(made)], signed) | {
        "employee": person(proceeding.party),
        "decision_number": number_of(made),
        "decision_date": made.decided_date,
        "filed_date": filed,
    }


def _way_on(made: Decision) -> str:
    """Where whoever is not satisfied with the answer goes (PP 79/2021 Ps 6(3), on an official's penalty 9(3))."""
    article = "Pasal 9" if made.imposed_by == "OFFICIAL" else "Pasal 6"
    return (
        "Dalam hal yang bersangkutan tidak puas terhadap keputusan ini, ia dapat mengajukan upaya hukum kepada "
        f"Pengadilan Tata Usaha Negara ({in_full(f'PP 79/2021 {article} ayat (3)')})."
    )


_MEANWHILE = (
    "Keputusan tersebut sudah dilaksanakan ketika upaya administratif ini dicatat; %s. Bila keputusan dicabut atau "
    "dibatalkan, yang diambil dari yang bersangkutan dipulihkan."
)
# PP 79/2021 Ps 6(2), 9(2): the decree on the objection is itself what is carried out. How and by when was read nowhere.
_GIVE_BACK = (
    "Keputusan yang %s itu sudah dilaksanakan. Pangkat, jabatan, gaji, atau tunjangan yang diambil dari yang "
    "bersangkutan karenanya dipulihkan dengan keputusan pejabat yang berwenang."
)
_ANEW = (
    "Pelaksanaan yang sudah dicatat sebelum putusan ini tidak lagi menjadi dasar; pelaksanaannya dicatat kembali "
    "menurut putusan ini."
)


def _waits(made: Decision) -> str:
    if made.regime == "DISC-94":
        return "berlakunya mengikuti putusan upaya administratif (PP 94/2021 Pasal 38 ayat (2))"
    return "berlakunya mengikuti putusan upaya administratif"


def _what_follows(made: Decision, remedy: Remedy) -> str | None:
    """From when it holds, and what becomes of an execution that came before the answer."""
    if remedy.outcome in UNDONE:
        words = "dicabut" if remedy.outcome == "REVOKED" else "dibatalkan"
        return _GIVE_BACK % words if remedy.after_execution else None
    return f"{_effect(made)} {_ANEW}" if remedy.after_execution else _effect(made)


def _effect(made: Decision) -> str:
    """PP 94/2021 says itself from when; before it, nothing is said that was not read."""
    if made.regime == "DISC-94":
        return (
            "Hukuman disiplin yang diajukan upaya administratif mulai berlaku sesuai dengan putusan upaya "
            f"administratifnya ({in_full('PP 94/2021 Pasal 38 ayat (2)')})."
        )
    return "Putusan ini berlaku sejak ditetapkan."
