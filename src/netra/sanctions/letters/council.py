"""Papers of the ethics council and the moral statement."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from netra.cases.letters import LetterData, authority, clock, person, signer
from netra.law.indonesian_dates import in_words
from netra.letters.queries import letter, letters_of
from netra.registry.states import POSITION_LABELS, Position
from netra.sanctions.letters.advice import advice_words
from netra.sanctions.letters.people import team
from netra.sanctions.letters.wording import alleged, clause, decree, deviation_words, regulation, rules
from netra.sanctions.models import CouncilHearing, Decision, Proceeding

if TYPE_CHECKING:
    from netra.sanctions.operations.council import MoralRuling, Verdict


def _is_pppk(proceeding: Proceeding) -> bool:
    """PP 42/2004 speaks to PNS and CPNS only (Ps 1); papers about a PPPK name the rules of his agency instead."""
    return proceeding.party.employment == "PPPK"


def council_decree(proceeding: Proceeding, on: date) -> LetterData:
    """Keputusan pembentukan majelis kode etik."""
    considering = ["bahwa dugaan pelanggaran kode etik tersebut perlu diperiksa dan diputus oleh majelis kode etik;"]
    recalling = (
        "Pasal 17 dan Pasal 18 Peraturan Pemerintah Nomor 42 Tahun 2004 tentang Pembinaan Jiwa Korps dan Kode Etik "
        "Pegawai Negeri Sipil"
    )
    if _is_pppk(proceeding):
        recalling = regulation(proceeding, on)
    return decree(proceeding, on, considering, [f"{recalling};"]) | {
        "examinee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "members": team(proceeding),
    }


def council_summons(proceeding: Proceeding, meeting_at: datetime, place: str, on: date) -> LetterData:
    """Panggilan sidang majelis kode etik, to the accused (PP 42/2004 Ps 19(2))."""
    data: LetterData = {
        "signer": signer(proceeding.agency_code, on),
        "addressee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "rules": rules(proceeding, on),
        "hearing_date": localdate(meeting_at),
        "hearing_time": clock(meeting_at),
        "hearing_place": place,
    }
    return data | ({"hearing_rule": regulation(proceeding, on)} if _is_pppk(proceeding) else {})


def _formed_by(proceeding: Proceeding) -> str:
    """The decree that formed this council, as a paper names it (PP 42/2004 Ps 17)."""
    formed = next(
        each
        for each in letters_of(proceeding.case.chain)
        if each.kind == "COUNCIL_DECREE" and each.subject_ref == proceeding.ref
    )
    day = formed.letter_date or localdate(formed.drafted_at)
    return (
        f"Keputusan {authority(proceeding.agency_code, day)['position']} Nomor {formed.number} tanggal {in_words(day)}"
    )


def council_decision(proceeding: Proceeding, hearing: CouncilHearing, verdict: Verdict) -> LetterData:
    """Keputusan majelis kode etik."""
    ruling = [
        f"Menyatakan terlapor melanggar kode etik: {clause(verdict.breach)}."
        if verdict.breached
        else "Menyatakan dugaan pelanggaran kode etik tidak terbukti."
    ]
    if verdict.administrative_action:
        rule = "peraturan instansi; PP 49/2018 Pasal 52" if _is_pppk(proceeding) else "PP 42/2004 Pasal 16"
        ruling.append(f"Merekomendasikan tindakan administratif ({rule}).")
    return {
        "employee": person(proceeding.party),
        "members": team(proceeding),
        "mandate": _formed_by(proceeding),
        "hearing_date": hearing.held_date,
        "allegation": alleged(proceeding),
        "facts": alleged(proceeding),
        "defence": hearing.defence,
        "deliberation": verdict.deliberation,
        "rules": rules(proceeding, hearing.held_date),
        "ruling": ruling,
    }


def moral_statement(proceeding: Proceeding, hearing: CouncilHearing, made: Decision, ruling: MoralRuling) -> LetterData:
    """Pernyataan sanksi moral, closed or open; it names the breach (PP 42/2004 Ps 15(4))."""
    head = signer(proceeding.agency_code, made.decided_date)
    # The registry does not know to whom it was delegated: his name is told, or written by hand.
    named = {"name": ruling.delegate_name.strip()} if ruling.delegate_name.strip() else {}
    data: LetterData = {
        "signer": (named if made.delegate_title else head) | {"position": made.signer_title},
        "employee": person(proceeding.party),
        "act": hearing.breach,
        "violated_rules": rules(proceeding, made.decided_date),
        "considerations": made.considerations,
        "sanction_rule": made.basis,
        "council_number": letter(hearing.letter_ref).number,
    }
    if _is_pppk(proceeding):
        data |= {"sanction": made.sanction_label, "named": "Pernyataan Sanksi PPPK menurut Peraturan Instansi"}
    if made.delegate_title:
        # PP 42/2004 does not bind a PPPK; by what his agency delegates stands in its own regulation.
        article = "" if _is_pppk(proceeding) else " (PP 42/2004 Pasal 15 ayat (5))"
        level = POSITION_LABELS[Position(ruling.delegate_post)] if ruling.delegate_post else None
        data["delegation"] = f"{head['position']}{article}" + (f", jenjang jabatan {level}" if level else "")
    deviation = deviation_words(made)
    if deviation:
        data["deviation"] = f"{deviation[0].upper()}{deviation[1:]}"
    weighed = advice_words(proceeding)
    if weighed:
        data["circumstances"] = [f"{each[0].upper()}{each[1:]}." for each in weighed]
    if hearing.decided_date:
        data["council_date"] = hearing.decided_date
    return data | ({"forum": ruling.forum} if ruling.mode == "OPEN" else {})
