"""What the letters of this room say: the data each form needs, made of what the proceeding knows."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from netra.cases.letters import (
    LEVEL_WORDS,
    LetterData,
    act_words,
    authority,
    clock,
    matter,
    person,
    rules_of,
    signer,
)
from netra.cases.models import Deadline
from netra.law.bodies import oversight_body
from netra.law.indonesian_dates import in_words
from netra.letters.queries import letter
from netra.registry.models import AppointingAuthority
from netra.registry.queries import agency
from netra.sanctions.bounds import allegations_of
from netra.sanctions.models import CouncilHearing, Decision, Proceeding

if TYPE_CHECKING:
    from netra.sanctions.operations.council import MoralRuling, Verdict
    from netra.sanctions.operations.examination import Findings, Hearing
    from netra.sanctions.operations.force import Handover

ROLE_WORDS = {"CHAIR": "Ketua", "SECRETARY": "Sekretaris", "MEMBER": "Anggota"}


def _alleged(proceeding: Proceeding) -> str:
    return "\n".join(act_words(each.act) for each in allegations_of(proceeding.party)) or matter(proceeding.case)


def _rules(proceeding: Proceeding) -> list[str]:
    return rules_of(allegations_of(proceeding.party))


def _team(proceeding: Proceeding) -> list[dict[str, str]]:
    members = proceeding.team.order_by("id")
    return [
        {"name": each.name, "role": ROLE_WORDS[each.role], "position": each.get_element_display()} for each in members
    ]


def _examiners(proceeding: Proceeding) -> list[dict[str, str]]:
    """The team, or where the law lets the direct superior examine alone, his office."""
    return _team(proceeding) or [{"position": f"Atasan langsung, {agency(proceeding.agency_code).name}"}]


def _title(proceeding: Proceeding, on: date) -> str:
    return authority(proceeding.agency_code, on)["position"]


def _regulation(proceeding: Proceeding) -> str:
    if proceeding.party.employment == "PPPK":
        return "Peraturan Pemerintah Nomor 49 Tahun 2018 dan peraturan instansi"
    number = "53 Tahun 2010" if proceeding.regime == "DISC-53" else "94 Tahun 2021"
    return f"Peraturan Pemerintah Nomor {number} tentang Disiplin Pegawai Negeri Sipil"


def _decree(proceeding: Proceeding, on: date, considering: list[str], recalling: list[str]) -> LetterData:
    return {
        "signer": signer(proceeding.agency_code, on),
        "authority_title": _title(proceeding, on),
        "considering": considering,
        "recalling": recalling,
    }


def summons(proceeding: Proceeding, ordinal: int, meeting_at: datetime, place: str, on: date) -> LetterData:
    """Surat panggilan I or II."""
    data: LetterData = {
        "signer": signer(proceeding.agency_code, on),
        "examinee": person(proceeding.party),
        "examiner": _examiners(proceeding)[0],
        "hearing_date": localdate(meeting_at),
        "hearing_time": clock(meeting_at),
        "hearing_place": place,
        "allegation": _alleged(proceeding),
        "rules": _rules(proceeding),
    }
    if ordinal == 2:
        first = proceeding.summonses.get(ordinal=1)
        data |= {"first_number": letter(first.letter_ref).number, "first_date": first.letter_date}
    return data


def team_decree(proceeding: Proceeding, on: date) -> LetterData:
    """Keputusan pembentukan tim pemeriksa."""
    considering = ["bahwa dugaan pelanggaran disiplin tersebut perlu diperiksa oleh tim pemeriksa;"]
    return _decree(proceeding, on, considering, [f"{_regulation(proceeding)};"]) | {
        "examinee": person(proceeding.party),
        "allegation": _alleged(proceeding),
        "members": _team(proceeding),
    }


def council_decree(proceeding: Proceeding, on: date) -> LetterData:
    """Keputusan pembentukan majelis kode etik."""
    considering = ["bahwa dugaan pelanggaran kode etik tersebut perlu diperiksa dan diputus oleh majelis kode etik;"]
    recalling = [
        "Pasal 17 dan Pasal 18 Peraturan Pemerintah Nomor 42 Tahun 2004 tentang Pembinaan Jiwa Korps dan Kode Etik "
        "Pegawai Negeri Sipil;"
    ]
    return _decree(proceeding, on, considering, recalling) | {
        "examinee": person(proceeding.party),
        "allegation": _alleged(proceeding),
        "members": _team(proceeding),
    }


def duty_release(proceeding: Proceeding, reason: str, on: date) -> LetterData:
    """Keputusan pembebasan sementara dari tugas jabatan."""
    return _decree(proceeding, on, [f"bahwa {reason};"], [f"{_regulation(proceeding)};"]) | {
        "examinee": person(proceeding.party),
        "allegation": _alleged(proceeding),
        "from_date": on,
    }


def examination_record(proceeding: Proceeding, hearing: Hearing) -> LetterData:
    """Berita acara pemeriksaan. An unsigned record says so and stands."""
    note = (
        ""
        if hearing.signed_by_examinee
        else ("Yang diperiksa tidak bersedia menandatangani; berita acara ini tetap dijadikan dasar.")
    )
    data: LetterData = {
        "examinee": person(proceeding.party),
        "examiners": _examiners(proceeding),
        "hearing_date": hearing.held_date,
        "hearing_place": hearing.place,
        "mandate": f"Surat panggilan dalam penanganan {proceeding.ref}",
        "allegation": _alleged(proceeding),
        "rules": _rules(proceeding),
        "dialogue": [{"question": question, "answer": answer} for question, answer in hearing.dialogue],
    }
    return data | ({"note": note} if note else {})


def examination_report(proceeding: Proceeding, found: Findings, on: date) -> LetterData:
    """Laporan hasil pemeriksaan."""
    heard = (
        "Yang diperiksa hadir dan memberi keterangan."
        if proceeding.examination_date
        else ("Yang diperiksa tidak hadir pada dua kali panggilan; hasil ini bersandar pada bukti yang ada.")
    )
    verdict = "terbukti" if found.proven else "tidak terbukti"
    proposal = f"Menjatuhkan {LEVEL_WORDS[found.proposed_level]}." if found.proven else "Menghentikan penanganan."
    data: LetterData = {
        "signer": signer(proceeding.agency_code, on),
        "addressee": authority(proceeding.agency_code, on),
        "examinee": person(proceeding.party),
        "examiners": _examiners(proceeding),
        "mandate": f"Penanganan {proceeding.ref}",
        "allegation": _alleged(proceeding),
        "findings": heard,
        "evidence": ["Berita acara pemeriksaan dan berkas bukti yang tercatat pada perkara."],
        "analysis": found.analysis,
        "violated_rules": _rules(proceeding),
        "conclusion": f"Dugaan pelanggaran {verdict}.",
        "proposal": proposal,
    }
    for key, text in (("aggravating", found.aggravating), ("mitigating", found.mitigating)):
        if text.strip():
            data[key] = [text.strip()]
    return data


def _effect(made: Decision) -> str:
    if made.proceeding.party.employment == "PPPK":
        return "Keputusan ini mulai berlaku menurut peraturan disiplin PPPK instansi (PP 49/2018 Pasal 52)."
    if made.regime == "DISC-53":
        return "Keputusan ini mulai berlaku sesuai dengan Pasal 43 sampai dengan Pasal 46 PP 53/2010."
    return (
        "Keputusan ini mulai berlaku pada hari kerja ke-15 sejak diterima (PerBKN 6/2022 Pasal 50 ayat (1)), bila "
        "tidak diajukan upaya administratif; PP 94/2021 Pasal 38 ayat (1) menulis «hari ke-15» tanpa kata «kerja»."
    )


def _remedy(made: Decision) -> str:
    if made.is_dismissal:
        return "Terhadap keputusan ini dapat diajukan banding administratif (PP 79/2021 Pasal 10–11)."
    if made.regime == "DISC-53":
        return "PP 53/2010 Pasal 33–34: tidak ada upaya administratif terhadap hukuman ini yang dijatuhkan PPK."
    return (
        "Terhadap keputusan ini dapat diajukan keberatan kepada PPK dalam 14 hari kerja sejak diterima "
        "(PP 79/2021 Pasal 4)."
    )


def decision(proceeding: Proceeding, made: Decision) -> LetterData:
    """Keputusan hukuman disiplin."""
    considering = [f"bahwa {made.considerations};"]
    if made.deviation_reason:
        considering.append(
            f"bahwa keputusan ini menyimpang dari batas atau rekomendasi dengan alasan: {made.deviation_reason};"
        )
    recalling = [f"{_regulation(proceeding)};"]
    return _decree(proceeding, made.decided_date, considering, recalling) | {
        "employee": person(proceeding.party),
        "act": _alleged(proceeding),
        "violated_rules": _rules(proceeding),
        "penalty": made.sanction_label,
        "penalty_rule": made.basis,
        "effect": _effect(made),
        "remedy": _remedy(made),
    }


def termination(proceeding: Proceeding, made: Decision) -> LetterData:
    """Keputusan pemberhentian sebagai PNS, or the end of a PPPK's contract."""
    data = _decree(proceeding, made.decided_date, [f"bahwa {made.considerations};"], [f"{made.basis};"]) | {
        "employee": person(proceeding.party),
        "ground": _alleged(proceeding),
        "ground_rules": _rules(proceeding),
        "termination": made.sanction_label,
        "effective_date": made.decided_date,
        "remedy": _remedy(made),
    }
    return data | ({"contract": "Perjanjian kerja yang berlaku"} if proceeding.party.employment == "PPPK" else {})


def stop(proceeding: Proceeding, reason: str, signer_title: str, on: date) -> LetterData:
    """Keputusan penghentian: tidak terbukti."""
    data = _decree(
        proceeding, on, ["bahwa hasil pemeriksaan menyatakan dugaan tidak terbukti;"], [f"{_regulation(proceeding)};"]
    )
    return data | {
        "authority_title": signer_title or data["authority_title"],
        "employee": person(proceeding.party),
        "allegation": _alleged(proceeding),
        "reason": reason,
    }


def delivery(proceeding: Proceeding, handover: Handover, manner: str) -> LetterData:
    """Berita acara penyerahan."""
    made = proceeding.decision
    decided = letter(made.letter_ref)
    deliverer = {"name": handover.deliverer} if handover.deliverer else {"position": "Petugas kepegawaian"}
    return {
        "signer": signer(proceeding.agency_code, handover.received_date),
        "document": made.get_kind_display(),
        "document_number": decided.number,
        "document_date": made.decided_date,
        "deliverer": deliverer,
        "recipient": person(proceeding.party),
        "delivered_date": handover.received_date,
        "delivered_time": handover.time,
        "delivered_place": handover.place,
        "manner": manner,
    }


def council_summons(proceeding: Proceeding, meeting_at: datetime, place: str, on: date) -> LetterData:
    """Panggilan sidang majelis kode etik, to the accused (PP 42/2004 Ps 19(2))."""
    return {
        "signer": signer(proceeding.agency_code, on),
        "addressee": person(proceeding.party),
        "allegation": _alleged(proceeding),
        "rules": _rules(proceeding),
        "hearing_date": localdate(meeting_at),
        "hearing_time": clock(meeting_at),
        "hearing_place": place,
    }


def council_decision(proceeding: Proceeding, hearing: CouncilHearing, verdict: Verdict) -> LetterData:
    """Keputusan majelis kode etik."""
    ruling = [
        f"Menyatakan terlapor melanggar kode etik: {verdict.breach}."
        if verdict.breached
        else "Menyatakan dugaan pelanggaran kode etik tidak terbukti."
    ]
    if verdict.administrative_action:
        ruling.append("Merekomendasikan tindakan administratif (PP 42/2004 Pasal 16).")
    return {
        "employee": person(proceeding.party),
        "members": _team(proceeding),
        "mandate": f"Keputusan pembentukan majelis dalam penanganan {proceeding.ref}",
        "hearing_date": hearing.held_date,
        "allegation": _alleged(proceeding),
        "facts": _alleged(proceeding),
        "defence": hearing.defence,
        "deliberation": verdict.deliberation,
        "rules": _rules(proceeding),
        "ruling": ruling,
    }


def moral_statement(proceeding: Proceeding, hearing: CouncilHearing, made: Decision, ruling: MoralRuling) -> LetterData:
    """Pernyataan sanksi moral, closed or open; it names the breach (PP 42/2004 Ps 15(4))."""
    data: LetterData = {
        "signer": signer(proceeding.agency_code, made.decided_date) | {"position": made.signer_title},
        "employee": person(proceeding.party),
        "act": hearing.breach,
        "violated_rules": _rules(proceeding),
        "sanction_rule": made.basis,
        "council_number": letter(hearing.letter_ref).number,
    }
    if hearing.decided_date:
        data["council_date"] = hearing.decided_date
    return data | ({"forum": ruling.forum} if ruling.mode == "OPEN" else {})


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


def crime_referral(proceeding: Proceeding, addressee: str, basis: str, on: date) -> LetterData:
    """Penerusan dugaan tindak pidana."""
    crimes = [
        str(each)
        for allegation in allegations_of(proceeding.party)
        for row in allegation.assessment["forms"]
        if row["category"] == "ELECTION_CRIME" and row["in_force"]
        for each in row["basis"]
    ]
    return {
        "signer": signer(proceeding.case.handling_agency_code, on),
        "addressee": {"position": addressee},
        "case_ref": proceeding.case.ref,
        "reported": [person(proceeding.party)],
        "matter": _alleged(proceeding),
        "facts": _alleged(proceeding),
        "suspected_crimes": list(dict.fromkeys(crimes)) or _rules(proceeding),
        "evidence": ["Berkas bukti yang tercatat pada perkara, masing-masing dengan sidik SHA-256."],
        "basis": [basis],
    }


def reminder(deadline: Deadline, head: AppointingAuthority, on: date) -> LetterData:
    """Pengingat tindak lanjut, copied to the authority's superior."""
    return {
        "signer": signer(oversight_body(on).code, on),
        "addressee": {"position": head.office_title},
        "case_ref": deadline.case.ref,
        "owed": f"{deadline.label}, jatuh tempo {in_words(deadline.due_date)}.",
        "owed_since": deadline.due_date,
        "rule": deadline.citation,
        "copies": [head.superior_title] if head.superior_title else [],
    }
