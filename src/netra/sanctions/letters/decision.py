"""Papers of the decision: penalty, end of status, stop, delivery, and how it may be fought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netra.cases.letters import LetterData, authority, person
from netra.law.bodies import appeal_body
from netra.law.citations import all_in_full, each_of, in_full
from netra.law.counting import Unit
from netra.law.deadline_rules import NoTerm
from netra.law.deadlines import Deadline, compute
from netra.law.local_time import zone_of
from netra.law.procedure import steps_from
from netra.letters.wording import spelled
from netra.sanctions.letters.advice import advice_words
from netra.sanctions.letters.decrees import decree, ended_as, regulation_of, reported, rests_on, title_of, who
from netra.sanctions.letters.wording import alleged, called_by, cited, clause, deviation_words, number_of, rules
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.models.decision import CANDIDATE_END
from netra.sanctions.signing import Signed
from netra.sanctions.states import STEPS, ProceedingState

if TYPE_CHECKING:
    from netra.sanctions.operations.force import Handover


def _effect(made: Decision) -> str:
    """From which day it holds, counted one way; where sources differ, the officer's page and the delivery say so."""
    if made.proceeding.party.employment == "PPPK":
        article = in_full("PP 49/2018 Pasal 52")
        return f"Keputusan ini mulai berlaku menurut peraturan disiplin PPPK instansi ({article})."
    try:
        term = effect_term(made, made.decided_date)
    except NoTerm as error:
        return f"Keputusan ini mulai berlaku menurut {in_full(str(error.source))}."
    if term.amount == 0:
        return f"Keputusan ini mulai berlaku pada tanggal ditetapkan ({in_full(str(term.citation))})."
    against = "upaya administratif"
    if made.regime == "DISC-53":
        against = "banding administratif" if made.is_dismissal else "keberatan"
    return (
        f"Keputusan ini mulai berlaku pada {nth_day(term)} sejak diterima oleh yang bersangkutan, bila tidak diajukan "
        f"{against} ({in_full(str(term.citation))})."
    )


def effect_term(made: Decision, start: date) -> Deadline:
    """When a penalty takes effect that is received on `start`. Fails with NoTerm where the law names no day."""
    return compute(
        "discipline_in_force",
        start,
        regime=made.regime,
        level="TERMINATION" if made.is_dismissal else made.level,
        imposed_by=made.imposed_by,
    )


def nth_day(term: Deadline) -> str:
    """ "hari kerja ke-15 (kelima belas)", or "hari ke-15 (kelima belas)" by the calendar."""
    return f"{'hari kerja' if term.unit is Unit.WORKING_DAY else 'hari'} ke-{term.amount} (ke{spelled(term.amount)})"


def _remedy(made: Decision) -> str:
    """How it may be fought, where to and for how long: as the law of the day of the decision says."""
    rule, qualifiers = made.remedy_term
    try:
        term = compute(rule, made.decided_date, **qualifiers)
    except NoTerm as error:
        return f"{error.reason.rstrip('.')} ({in_full(str(error.source))})."
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
    return [*reported(made.proceeding), *(clause(each) for each in clauses if each)]


def _unheard(made: Decision) -> str:
    """That he was called twice and stayed away, by which letters, and on which article that is enough; else ""."""
    proceeding = made.proceeding
    missed = [each for each in proceeding.calls if each.attended is False]
    if len(missed) < 2:
        return ""
    steps = steps_from(STEPS[proceeding.route], ProceedingState.MISSED_2)
    step = next(each for each in steps if each.act == "sanctions.examination_report")
    # Before an examination that was opened again he had been heard, by no team.
    examined = "pemeriksaan oleh tim pemeriksa" if proceeding.round > 1 else "pemeriksaan"
    return (
        f"yang bersangkutan telah dipanggil dengan {' dan '.join(map(called_by, missed))}, dan tidak hadir pada "
        f"keduanya, sehingga keputusan ini berdasarkan alat bukti dan keterangan yang ada tanpa dilakukan {examined} "
        f"({in_full(str(proceeding.article(step, on=made.decided_date)))})"
    )


def decision(made: Decision, signed: Signed) -> LetterData:
    """Keputusan hukuman disiplin; that of another official is his own (PP 94/2021 Ps 16 and 20–23)."""
    proceeding, kind = made.proceeding, f"DECISION_{made.level}"
    opening = decree(kind, proceeding, made.decided_date, _considering(made), rests_on(made), signed)
    return opening | {
        "employee": person(proceeding.party),
        "act": alleged(proceeding),
        "violated_rules": rules(proceeding, made.decided_date),
        "penalty": made.sanction_label,
        "penalty_rule": all_in_full(made.basis),
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
# PP 11/2017 Ps 37(2) c says neither with honour nor without, and names no day.
_CANDIDATE = _End("", "terbukti melakukan pelanggaran disiplin tingkat sedang atau berat")
_PARTY = _End("tidak dengan hormat", "menjadi anggota dan/atau pengurus partai politik")


def termination(made: Decision, contract: str, signed: Signed) -> LetterData:
    """Keputusan pemberhentian sebagai PNS, or the end of a PPPK's contract."""
    proceeding = made.proceeding
    end = {"contract_end_severe_breach": _SEVERE_BREACH, CANDIDATE_END: _CANDIDATE}.get(made.sanction_code, _PARTY)
    kind = "PPPK_TERMINATION" if proceeding.party.employment == "PPPK" else "STATUS_TERMINATION"
    status = "Calon Pegawai Negeri Sipil" if proceeding.party.employment == "CPNS" else ""
    about = ended_as(status) if status else ""
    basis = each_of(made.basis)
    data = decree(kind, proceeding, made.decided_date, _considering(made), basis, signed, about) | {
        "employee": person(proceeding.party),
        "ground": alleged(proceeding),
        "ground_rules": rules(proceeding, made.decided_date),
        "termination": end.manner or None,
        "cause": end.cause,
        "effective_date": None if end is _CANDIDATE else made.effective_date or made.decided_date,
        "remedy": _remedy(made),
    }
    if status:
        data["status"] = status
    if made.effective_basis:
        data["effective_rule"] = all_in_full(made.effective_basis)
    return data | ({"contract": contract} if contract else {})


def stop(proceeding: Proceeding, reason: str, signed: Signed, on: date) -> LetterData:
    """Keputusan penghentian: tidak terbukti."""
    considering = reported(proceeding) or [f"dugaan pelanggaran oleh {who(proceeding)}, tidak terbukti"]
    return decree("DECISION_STOP", proceeding, on, considering, regulation_of(proceeding, on), signed) | {
        "employee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "reason": reason,
    }


def delivery(proceeding: Proceeding, handover: Handover, manner: str, recorded_by: str, signed: Signed) -> LetterData:
    """Berita acara penyerahan; where nobody else is named, whoever records it handed it over."""
    made = proceeding.decision
    data: LetterData = {
        "signer": dict(signed.person),
        "document": title_of(made),
        "document_number": number_of(made),
        "document_date": made.decided_date,
        "deliverer": {"name": handover.deliverer or recorded_by, "position": "Petugas kepegawaian"},
        "recipient": person(proceeding.party),
        "delivered_date": handover.received_date,
        "delivered_time": f"{handover.time} {zone_of(proceeding.region_code)}",
        "delivered_place": handover.place,
        "manner": manner,
        **_sent(handover),
    }
    note = _other_count(made, handover.received_date)
    return data | ({"note": note} if note else {})


def _other_count(made: Decision, received: date) -> str:
    """That two rules count the day of effect differently, and by which this paper counts; "" where they do not."""
    counted = made.regime == "DISC-94" and made.kind == "DISCIPLINE" and made.proceeding.party.employment != "PPPK"
    term = effect_term(made, received) if counted else None
    if term is None or not term.alternatives:
        return ""
    other = term.alternatives[0]
    return (
        f"Hari mulai berlaku dihitung sebagai {nth_day(term)} sejak diterima ({in_full(str(term.citation))}). "
        f"{in_full(str(other.citation))} menulis {nth_day(other)}; kedua bacaan itu tercatat pada perkara."
    )


def _sent(handover: Handover) -> LetterData:
    """Whoever stayed away received it by post: neither in that room nor by signing for it."""
    if handover.manner != "SENT":
        return {}
    return {"missed_date": handover.meant_date, "sent_date": handover.sent_date}
