"""Papers of the ethics council and the moral statement."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from netra.cases.letters import LetterData, clock, person
from netra.law.citations import all_in_full, in_full
from netra.law.local_time import seen_from
from netra.letters.queries import letter
from netra.registry.states import POSITION_LABELS, Position
from netra.sanctions.letters.advice import advice_words
from netra.sanctions.letters.decrees import decree, formed_by, regulation_of, who
from netra.sanctions.letters.people import team
from netra.sanctions.letters.wording import alleged, clause, deviation_words, rules
from netra.sanctions.models import CouncilHearing, Decision, Proceeding
from netra.sanctions.signing import Signed

if TYPE_CHECKING:
    from netra.sanctions.operations.council import Verdict
    from netra.sanctions.operations.moral import MoralRuling

HEARING_RULE_OF_PPPK = "Peraturan Pemerintah Nomor 49 Tahun 2018 dan peraturan instansi"


def _is_pppk(proceeding: Proceeding) -> bool:
    """PP 42/2004 speaks to PNS and CPNS only (Ps 1); papers about a PPPK name the rules of his agency instead."""
    return proceeding.party.employment == "PPPK"


def council_decree(proceeding: Proceeding, signed: Signed, on: date) -> LetterData:
    """Keputusan pembentukan majelis kode etik."""
    considering = [
        f"{who(proceeding)}, diduga melanggar kode etik",
        "dugaan pelanggaran kode etik tersebut perlu diperiksa dan diputus oleh majelis kode etik",
    ]
    rests = regulation_of(proceeding, on) if _is_pppk(proceeding) else ["PP 42/2004 Pasal 17–18"]
    return decree("COUNCIL_DECREE", proceeding, on, considering, rests, signed) | {
        "examinee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "members": team(proceeding, on),
    }


def council_summons(proceeding: Proceeding, meeting_at: datetime, place: str, signed: Signed, on: date) -> LetterData:
    """Panggilan sidang majelis kode etik, to the accused (PP 42/2004 Ps 19(2))."""
    data: LetterData = {
        "signer": dict(signed.person),
        "addressee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "rules": rules(proceeding, on),
        "hearing_date": seen_from(proceeding.region_code, meeting_at).date(),
        "hearing_time": clock(meeting_at, proceeding.region_code),
        "hearing_place": place,
    }
    return data | ({"hearing_rule": HEARING_RULE_OF_PPPK} if _is_pppk(proceeding) else {})


def council_decision(proceeding: Proceeding, hearing: CouncilHearing, verdict: Verdict) -> LetterData:
    """Keputusan majelis kode etik."""
    ruling = [
        f"Menyatakan terlapor melanggar kode etik: {clause(verdict.breach)}."
        if verdict.breached
        else "Menyatakan dugaan pelanggaran kode etik tidak terbukti."
    ]
    if verdict.administrative_action:
        rule = "peraturan instansi; PP 49/2018 Pasal 52" if _is_pppk(proceeding) else "PP 42/2004 Pasal 16"
        ruling.append(f"Merekomendasikan tindakan administratif ({all_in_full(rule)}).")
    return {
        "employee": person(proceeding.party),
        "members": team(proceeding, verdict.decided_date),
        "mandate": formed_by(proceeding, "COUNCIL_DECREE", verdict.decided_date),
        "hearing_date": hearing.held_date,
        "allegation": alleged(proceeding),
        "facts": alleged(proceeding),
        "defence": hearing.defence,
        "deliberation": verdict.deliberation,
        "rules": rules(proceeding, hearing.held_date),
        "ruling": ruling,
    }


def moral_statement(made: Decision, ruling: MoralRuling, signed: Signed, delegated_by: str) -> LetterData:
    """Pernyataan sanksi moral, closed or open; it names the breach (PP 42/2004 Ps 15(4)).

    `delegated_by` is the title of whose power a delegate uses.
    """
    proceeding, hearing = made.proceeding, made.proceeding.hearing
    data: LetterData = {
        "signer": dict(signed.person),
        "employee": person(proceeding.party),
        "act": hearing.breach,
        "violated_rules": rules(proceeding, made.decided_date),
        "considerations": made.considerations,
        "sanction_rule": all_in_full(made.basis),
        "council_number": letter(hearing.letter_ref).number,
    }
    if _is_pppk(proceeding):
        data |= {"sanction": made.sanction_label, "named": "Pernyataan Sanksi PPPK menurut Peraturan Instansi"}
    if made.delegate_title:
        # PP 42/2004 does not bind a PPPK; by what his agency delegates stands in its own regulation.
        article = "" if _is_pppk(proceeding) else f" ({in_full('PP 42/2004 Pasal 15 ayat (5)')})"
        data["delegation"] = f"{delegated_by}{_to_post(ruling.delegate_post)}{article}"
    deviation = deviation_words(made, "Sanksi ini")
    if deviation:
        data["deviation"] = deviation
    weighed = advice_words(proceeding)
    if weighed:
        data["circumstances"] = [f"{each[0].upper()}{each[1:]}." for each in weighed]
    if hearing.decided_date:
        data["council_date"] = hearing.decided_date
    return data | ({"forum": ruling.forum} if ruling.mode == "OPEN" else {})


def _to_post(post: str) -> str:
    """The level to which it was delegated, as the middle of a sentence names it; "" where it is not asked."""
    if not post:
        return ""
    label = POSITION_LABELS[Position(post)].removeprefix("Jabatan ")
    return f" kepada pejabat dengan jenjang jabatan {label[0].lower()}{label[1:]}"
