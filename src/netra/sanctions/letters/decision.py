"""Papers of the decision: penalty, end of status, stop, delivery, and how it may be fought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netra.cases.letters import LetterData, authority, person, signer
from netra.law.bodies import appeal_body
from netra.law.counting import Unit
from netra.law.deadline_rules import NoTerm
from netra.law.deadlines import Deadline, compute
from netra.law.indonesian_dates import in_words
from netra.law.procedure import steps_from
from netra.letters.queries import letter
from netra.sanctions.letters.advice import advice_words
from netra.sanctions.letters.wording import (
    alleged,
    cited,
    clause,
    decree,
    deviation_words,
    in_full,
    number_of,
    recalled,
    regulation,
    rules,
)
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.states import STEPS, ProceedingState

if TYPE_CHECKING:
    from netra.sanctions.operations.force import Handover


def _effect(made: Decision) -> str:
    if made.proceeding.party.employment == "PPPK":
        return "Keputusan ini mulai berlaku menurut peraturan disiplin PPPK instansi (PP 49/2018 Pasal 52)."
    if made.regime == "DISC-53":
        return "Keputusan ini mulai berlaku sesuai dengan Pasal 43 sampai dengan Pasal 46 PP 53/2010."
    term = compute(
        "discipline_in_force",
        made.decided_date,
        regime=made.regime,
        level="TERMINATION" if made.is_dismissal else made.level,
        imposed_by=made.imposed_by,
    )
    said = (
        f"Keputusan ini mulai berlaku pada {_nth_day(term)} sejak diterima ({term.citation}), bila tidak diajukan "
        "upaya administratif"
    )
    if term.unit is not Unit.WORKING_DAY:
        # The rule that counts otherwise was not out yet.
        return f"{said}."
    other = term.alternatives[0]
    return f"{said}; {other.citation} menulis «{_nth_day(other)}» tanpa kata «kerja»."


def _nth_day(term: Deadline) -> str:
    """ "hari kerja ke-15", or "hari ke-15" by the calendar."""
    return f"{'hari kerja' if term.unit is Unit.WORKING_DAY else 'hari'} ke-{term.amount}"


def _remedy(made: Decision) -> str:
    """How it may be fought, where to and for how long: as the law of the day of the decision says."""
    rule, qualifiers = made.remedy_term
    try:
        term = compute(rule, made.decided_date, **qualifiers)
    except NoTerm as error:
        return f"{error.reason.rstrip('.')} ({error.source})."
    if made.is_dismissal:
        remedy = f"banding administratif kepada {appeal_body(made.decided_date).name}"
    elif made.imposed_by == "OFFICIAL":
        remedy = f"keberatan kepada atasan {made.signer_title}"
    else:
        remedy = f"keberatan kepada {authority(made.proceeding.agency_code, made.decided_date)['position']}"
    rule_words = cited(term.citation, term.citation.verification)
    return f"Terhadap keputusan ini dapat diajukan {remedy}, paling lambat {term.term_in_words} ({rule_words})."


def _considering(made: Decision) -> list[str]:
    clauses = (made.considerations, _unheard(made), *advice_words(made.proceeding), deviation_words(made))
    return [f"bahwa {clause(each)};" for each in clauses if each]


def _unheard(made: Decision) -> str:
    """That he was called twice and stayed away, by which letters, and on which article that is enough; else ""."""
    proceeding = made.proceeding
    missed = [each for each in proceeding.summonses.order_by("ordinal") if each.attended is False]
    if len(missed) < 2:
        return ""
    calls = [
        f"Surat Panggilan {roman} Nomor {letter(each.letter_ref).number} tanggal {in_words(each.letter_date)}"
        for roman, each in zip(("I", "II"), missed, strict=True)
    ]
    steps = steps_from(STEPS[proceeding.route], ProceedingState.MISSED_2)
    step = next(each for each in steps if each.act == "sanctions.examination_report")
    return (
        f"yang bersangkutan telah dipanggil dengan {' dan '.join(calls)}, dan tidak hadir pada keduanya, sehingga "
        "keputusan ini berdasarkan alat bukti dan keterangan yang ada tanpa dilakukan pemeriksaan "
        f"({proceeding.article(step, on=made.decided_date)})"
    )


def decision(proceeding: Proceeding, made: Decision) -> LetterData:
    """Keputusan hukuman disiplin."""
    opening = decree(proceeding, made.decided_date, _considering(made), recalled(made))
    if made.imposed_by == "OFFICIAL":
        # PP 94/2021 Ps 16 and 20–23: the penalty is his own, and his name is not known here.
        opening |= {"authority_title": made.signer_title, "signer": {"position": made.signer_title}}
    return opening | {
        "employee": person(proceeding.party),
        "act": alleged(proceeding),
        "violated_rules": rules(proceeding, made.decided_date),
        "penalty": made.sanction_label,
        "penalty_rule": made.basis,
        "effect": _effect(made),
        "remedy": _remedy(made),
    }


@dataclass(frozen=True, slots=True)
class _End:
    """How a service ends and why, in the words of its article, after "memberhentikan" and after "karena"."""

    manner: str
    cause: str


# PP 49/2018 Ps 53(2) b; the others: UU 20/2023 Ps 52, PP 11/2017 Ps 255(4), PP 49/2018 Ps 53(3) c.
_SEVERE_BREACH = _End("dengan hormat tidak atas permintaan sendiri", "melakukan pelanggaran disiplin tingkat berat")
_PARTY = _End("tidak dengan hormat", "menjadi anggota dan/atau pengurus partai politik")


def termination(proceeding: Proceeding, made: Decision, contract: str) -> LetterData:
    """Keputusan pemberhentian sebagai PNS, or the end of a PPPK's contract."""
    end = _SEVERE_BREACH if made.sanction_code == "contract_end_severe_breach" else _PARTY
    data = decree(
        proceeding, made.decided_date, _considering(made), [f"{in_full(each)};" for each in made.basis.split("; ")]
    ) | {
        "employee": person(proceeding.party),
        "ground": alleged(proceeding),
        "ground_rules": rules(proceeding, made.decided_date),
        "termination": end.manner,
        "cause": end.cause,
        "effective_date": made.effective_date or made.decided_date,
        "remedy": _remedy(made),
    }
    if proceeding.party.employment == "CPNS":
        data["status"] = "Calon Pegawai Negeri Sipil"
    if made.effective_basis:
        data["effective_rule"] = made.effective_basis
    return data | ({"contract": contract} if contract else {})


def stop(proceeding: Proceeding, reason: str, signer_title: str, on: date) -> LetterData:
    """Keputusan penghentian: tidak terbukti."""
    data = decree(
        proceeding,
        on,
        ["bahwa hasil pemeriksaan menyatakan dugaan tidak terbukti;"],
        [f"{regulation(proceeding, on)};"],
    )
    return data | {
        "authority_title": signer_title or data["authority_title"],
        "employee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "reason": reason,
    }


def delivery(proceeding: Proceeding, handover: Handover, manner: str) -> LetterData:
    """Berita acara penyerahan."""
    made = proceeding.decision
    deliverer = {"name": handover.deliverer} if handover.deliverer else {"position": "Petugas kepegawaian"}
    return {
        "signer": signer(proceeding.agency_code, handover.received_date),
        "document": made.get_kind_display(),
        "document_number": number_of(made),
        "document_date": made.decided_date,
        "deliverer": deliverer,
        "recipient": person(proceeding.party),
        "delivered_date": handover.received_date,
        "delivered_time": handover.time,
        "delivered_place": handover.place,
        "manner": manner,
        **_sent(handover),
    }


def _sent(handover: Handover) -> LetterData:
    """Whoever stayed away received it by post: neither in that room nor by signing for it."""
    if handover.manner != "SENT":
        return {}
    return {"missed_date": handover.meant_date, "sent_date": handover.sent_date}
