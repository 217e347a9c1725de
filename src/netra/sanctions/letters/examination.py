"""Papers of the examination: summons, team, release from duty, record, report."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from netra.cases.advice import Weight
from netra.cases.letters import LetterData, authority, clock, person, proposed
from netra.law.citations import in_full
from netra.law.indonesian_dates import in_words
from netra.law.local_time import seen_from
from netra.letters.queries import letter
from netra.sanctions.letters.advice import advice_words
from netra.sanctions.letters.decrees import decree, formed_by, regulation_of, who
from netra.sanctions.letters.people import examiners, lead_of, team
from netra.sanctions.letters.wording import alleged, called_by, clause, rules
from netra.sanctions.models import Proceeding
from netra.sanctions.signing import Signed
from netra.sanctions.states import Route

if TYPE_CHECKING:
    from netra.sanctions.operations.examination import Findings, Hearing


def summons(proceeding: Proceeding, ordinal: int, meeting_at: datetime, place: str, on: date) -> LetterData:
    """Surat panggilan I or II."""
    data: LetterData = {
        "signer": lead_of(proceeding, on),
        "examinee": person(proceeding.party),
        "examiner": lead_of(proceeding, on),
        "hearing_date": seen_from(proceeding.region_code, meeting_at).date(),
        "hearing_time": clock(meeting_at, proceeding.region_code),
        "hearing_place": place,
        "allegation": alleged(proceeding),
        "rules": rules(proceeding, on),
    }
    if ordinal == 2:
        first = proceeding.calls[0]
        data |= {"first_number": letter(first.letter_ref).number, "first_date": first.letter_date}
    return data


def team_decree(proceeding: Proceeding, signed: Signed, on: date) -> LetterData:
    """Keputusan pembentukan tim pemeriksa."""
    considering = _suspected(proceeding)
    return decree("TEAM_DECREE", proceeding, on, considering, regulation_of(proceeding, on), signed) | {
        "examinee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "members": team(proceeding, on),
    }


def _suspected(proceeding: Proceeding) -> list[str]:
    """What the team is to examine: joining a party ends a status and is no breach of discipline."""
    if proceeding.route == Route.STATUS_TERMINATION:
        return [
            f"{who(proceeding)}, diduga melakukan perbuatan yang menjadi alasan pemberhentian status",
            "dugaan tersebut perlu diperiksa oleh tim pemeriksa",
        ]
    return [
        f"{who(proceeding)}, diduga melakukan pelanggaran disiplin",
        "dugaan pelanggaran disiplin tersebut perlu diperiksa oleh tim pemeriksa",
    ]


def duty_release(proceeding: Proceeding, reason: str, signed: Signed, on: date) -> LetterData:
    """Keputusan pembebasan sementara dari tugas jabatan, by the direct superior (PP 94/2021 Pasal 31)."""
    considering = [f"{who(proceeding)}, diperiksa atas dugaan pelanggaran disiplin", clause(reason)]
    data = decree("DUTY_RELEASE", proceeding, on, considering, regulation_of(proceeding, on), signed) | {
        "examinee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "from_date": on,
    }
    if proceeding.regime == "DISC-94" and proceeding.party.employment != "PPPK":
        data["more_dictum"] = [
            "Selama pembebasan sementara diangkat pejabat pelaksana harian "
            f"({in_full('PP 94/2021 Pasal 31 ayat (3)')})."
        ]
    return data


def _mandate(proceeding: Proceeding, on: date) -> str:
    """On what the examination rests: the decree that formed the team (PP 94/2021 Ps 29), and the newest summons."""
    summoned = called_by(proceeding.calls[-1])
    formed = formed_by(proceeding, "TEAM_DECREE", on)
    return f"{formed} dan {summoned}" if formed else summoned


def examination_record(proceeding: Proceeding, hearing: Hearing) -> LetterData:
    """Berita acara pemeriksaan. An unsigned record says so and stands."""
    note = (
        ""
        if hearing.signed_by_examinee
        else ("Yang diperiksa tidak bersedia menandatangani; berita acara ini tetap dijadikan dasar.")
    )
    data: LetterData = {
        "examinee": person(proceeding.party),
        "examiners": examiners(proceeding, hearing.held_date),
        "hearing_date": hearing.held_date,
        "hearing_place": hearing.place,
        "mandate": _mandate(proceeding, hearing.held_date),
        "allegation": alleged(proceeding),
        "rules": rules(proceeding, hearing.held_date),
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
    proposal = (
        f"{proposed(found.proposed_level, proceeding.party.employment)}."
        if found.proven
        else "Menghentikan penanganan."
    )
    data: LetterData = {
        "signer": lead_of(proceeding, on),
        "addressee": authority(proceeding.agency_code, on),
        "examinee": person(proceeding.party),
        "examiners": examiners(proceeding, on),
        "mandate": _mandate(proceeding, on),
        "allegation": alleged(proceeding),
        "findings": heard,
        "evidence": _evidence(proceeding),
        "analysis": found.analysis,
        "violated_rules": rules(proceeding, on),
        "conclusion": f"Dugaan pelanggaran {verdict}.",
        "proposal": proposal,
    }
    for key, text in (("aggravating", found.aggravating), ("mitigating", found.mitigating)):
        lines = [*([text.strip()] if text.strip() else []), *_weighed(proceeding, key)]
        if lines:
            data[key] = lines
    return data


def _evidence(proceeding: Proceeding) -> list[str]:
    """What was weighed: no record of an examination where nobody came to one, but the letters that called him."""
    if proceeding.examination_date:
        return ["Berita acara pemeriksaan dan berkas bukti yang tercatat pada perkara."]
    missed = " dan ".join(called_by(each) for each in proceeding.calls)
    earlier = [
        f"Berita acara pemeriksaan tanggal {in_words(each.held_date)}, sebelum pemeriksaan dibuka kembali."
        for each in proceeding.examinations.order_by("held_date")
    ]
    return [*earlier, f"{missed}, yang tidak dipenuhi.", "Berkas bukti yang tercatat pada perkara."]


def _weighed(proceeding: Proceeding, key: str) -> list[str]:
    """The written answers that were cited, as sentences of their own."""
    opening = {"mitigating": "sebagai hal yang meringankan, ", "aggravating": "sebagai hal yang memberatkan, "}[key]
    said = (each.removeprefix(opening) for each in advice_words(proceeding, Weight(key.upper())))
    return [f"{each[0].upper()}{each[1:]}." for each in said]
