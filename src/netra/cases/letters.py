"""What the letters of this room say: the data each form needs, made of what the case knows. No reporter is named."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_noop as _

from netra.cases.bypass import bypassed, superior_told
from netra.cases.cited_rules import rules_of, suspected_crimes
from netra.cases.models import Act, Allegation, Case, Party
from netra.cases.models.allegation import HELD
from netra.cases.models.case import CaseSource
from netra.cases.own_case import accused_head
from netra.cases.papers import reached_by, readers_among, tells_of
from netra.law.bodies import Body, head_of, oversight_body
from netra.law.citations import all_in_full
from netra.law.conducts import CONDUCTS
from netra.law.indonesian_dates import in_words
from netra.law.local_time import seen_from
from netra.law.ranks import rank_named
from netra.letters.models import Letter
from netra.letters.queries import newest_final
from netra.registry.queries import agency_name, appointing_authority_of
from netra.trust.asked_again import AskedAgain

if TYPE_CHECKING:
    from netra.cases.operations.referral import Advice
    from netra.cases.operations.study import Invitation

LetterData = dict[str, object]

LEVEL_WORDS = {
    "": _("belum ditentukan"),
    "MORAL": _("sanksi moral"),
    "LIGHT": _("hukuman disiplin ringan"),
    "MODERATE": _("hukuman disiplin sedang"),
    "SEVERE": _("hukuman disiplin berat"),
    "TERMINATION": _("pemberhentian status"),
}
CATEGORY_WORDS = {
    "ETHICS": _("pelanggaran kode etik"),
    "DISCIPLINE": _("pelanggaran disiplin"),
    "STATUS_TERMINATION": _("alasan pemberhentian status"),
    "ELECTION_CRIME": _("dugaan tindak pidana pemilu/pemilihan"),
    "ELECTION_ADMINISTRATION": _("dugaan pelanggaran administrasi pemilihan"),
    "NONE": _("belum masuk bentuk yang berlaku"),
}
INVITED_AS = {"REPORTER": "Pelapor", "ACCUSED": "Terlapor", "WITNESS": "Saksi", "EXPERT": "Ahli"}
# The matter of a paper that may name neither another's acts nor the title of the case, which may name another.
IN_GENERAL = "Dugaan pelanggaran netralitas pegawai ASN."
UNKNOWN_PERSON = "(belum diketahui)"


def signer(agency_code: str, on: date) -> dict[str, str]:
    """Who signs for an agency on that day: its head as the registry knows him, else the office alone."""
    head = appointing_authority_of(agency_code, on)
    if head is None:
        return {"position": f"Pimpinan {agency_name(agency_code, on)}"}
    return {"name": head.holder_name, "position": head.office_title}


def authority(agency_code: str, on: date) -> dict[str, str]:
    """The appointing authority as an addressee."""
    head = appointing_authority_of(agency_code, on)
    name = agency_name(agency_code, on)
    return {"position": head.office_title if head else f"Pejabat Pembina Kepegawaian {name}", "agency": name}


def informed(case: Case, on: date) -> list[str]:
    """Who asked for the handling and hears of it: the oversight body of that day and the office that referred the case.

    Neither of them where one of its superiors is reported and the case goes past it.
    """
    body, passed = oversight_body(on), bypassed(case)
    asked = {body.code: head_of(body), **_supervisor(case, on)}
    return [position for code, position in asked.items() if code not in passed]


def _supervisor(case: Case, on: date) -> dict[str, str]:
    return {case.handling_agency_code: signer(case.handling_agency_code, on)["position"]}


def person(party: Party) -> dict[str, str]:
    """An accused as letters show him; an unknown one stays unknown."""
    fields = {
        "name": party.name or UNKNOWN_PERSON,
        _number_of(party): party.nip,
        "rank": rank_named(party.grade),
        "position": party.position_title,
        "unit": party.unit_name,
    }
    return {key: value for key, value in fields.items() if value}


def _number_of(party: Party) -> str:
    """Under which name the number of a person stands: a PPPK has a number of his own kind."""
    return "ni_pppk" if party.employment == "PPPK" else "nip"


def persons(case: Case) -> list[dict[str, str]]:
    parties = list(case.parties.order_by("ordinal"))
    return [person(party) for party in parties] or [{"name": UNKNOWN_PERSON}]


def _alleged(case: Case) -> list[Party]:
    """The accused of whom officers hold something; who was cleared in the study is not handed on by name."""
    parties = {each.party.ordinal: each.party for each in _handed_on(case)}
    known = case.parties.filter(left_kind="").order_by("ordinal")
    return [parties[ordinal] for ordinal in sorted(parties)] or list(known)


def act_words(act: Act) -> str:
    """An act in one sentence."""
    where = f" di {act.place}" if act.place else ""
    return f"{CONDUCTS[act.conduct].label}, {in_words(act.act_date)}{where}. {act.narrative}"


def matter(case: Case) -> str:
    acts = list(case.acts.order_by("ordinal"))
    return "\n".join(act_words(act) for act in acts) or IN_GENERAL


def _matter_alleged(case: Case) -> str:
    """The acts of which officers hold somebody to be suspected; what was only noted down accuses nobody."""
    acts = {each.act.ordinal: each.act for each in _handed_on(case)}
    return "\n".join(act_words(acts[ordinal]) for ordinal in sorted(acts)) or IN_GENERAL


_HELD_IN = AskedAgain(
    lambda case: (
        Allegation.objects.filter(party__case=case, state__in=HELD)
        .select_related("party", "act")
        .order_by("party__ordinal", "act__ordinal")
    )
)


def allegations_of(case: Case) -> list[Allegation]:
    """What officers hold: papers accuse nobody of what the software only proposed."""
    found = _HELD_IN(case=case.pk)
    for each in found:
        each.party.case = case
    return found


def _handed_on(case: Case) -> list[Allegation]:
    """What they hold of civil servants: who is one no more is handed on to nobody."""
    return [each for each in allegations_of(case) if not each.party.left_kind]


def allegation_words(allegation: Allegation) -> str:
    """An allegation in one sentence: who, which act, which category and level."""
    floor, ceiling = LEVEL_WORDS[allegation.level_floor], LEVEL_WORDS[allegation.level_ceiling]
    level = floor if floor == ceiling else f"{floor} sampai {ceiling}"
    who = allegation.party.name or f"Terlapor {allegation.party.ordinal}"
    category = CATEGORY_WORDS[allegation.category].removeprefix("dugaan ")
    suspected = category.capitalize() if allegation.category == "NONE" else f"Diduga {category}"
    return f"{who}: {act_words(allegation.act)} {suspected}; ancaman: {level}."


def findings(case: Case, held: list[Allegation]) -> str:
    return "\n".join(map(allegation_words, held)) or matter(case)


def clock(moment: datetime, region_code: str) -> str:
    """The hour of a moment as the clocks of a region show it, with its zone."""
    return seen_from(region_code, moment).strftime("%H.%M %Z")


def _day(moment: datetime, case: Case) -> date:
    return seen_from(case.region_code, moment).date()


def invitation(case: Case, wanted: Invitation, party: Party | None, on: date) -> LetterData:
    """Undangan klarifikasi. A reporter is addressed by his role, never by name."""
    if wanted.invitee == "REPORTER":
        addressee = {"position": "Pelapor"}
    else:
        addressee = person(party) if party else {"name": wanted.name or INVITED_AS[wanted.invitee]}
    return {
        "signer": signer(case.handling_agency_code, on),
        "addressee": addressee,
        "invited_as": INVITED_AS[wanted.invitee],
        "case_ref": case.ref,
        "matter": "Dugaan pelanggaran netralitas pegawai ASN pada perkara tersebut di atas.",
        "hearing_date": _day(wanted.meeting_at, case),
        "hearing_time": clock(wanted.meeting_at, case.region_code),
        "hearing_place": wanted.place,
    }


def study(case: Case, *, proposal: str, facts: str, analysis: str, on: date) -> LetterData:
    """Kajian dugaan pelanggaran."""
    held = allegations_of(case)
    return {
        "signer": signer(case.handling_agency_code, on),
        "case_ref": case.ref,
        "source": "Laporan" if case.source == CaseSource.REPORT else "Temuan",
        "reported": persons(case),
        "matter": matter(case),
        "facts": facts,
        "evidence": evidence_lines(case),
        "rules": _studied(held),
        "analysis": analysis,
        "conclusion": findings(case, held),
        "proposal": proposal,
    }


def awaited(case: Case, at: datetime) -> list[str]:
    """The accused who were invited and are still to be heard, each with day and hour; no names, only T-numbers."""
    still_to_come = case.clarifications.filter(invitee="ACCUSED", attended=None, meeting_at__gt=at)
    open_ones = still_to_come.filter(party__left_kind="").select_related("party")
    return [
        f"Terlapor T{each.party.ordinal} diundang klarifikasi pada {in_words(_day(each.meeting_at, case))} pukul "
        f"{clock(each.meeting_at, case.region_code)}"
        for each in open_ones.order_by("ordinal")
        if each.party is not None
    ]


def unheard(people: list[str], reason: str) -> LetterData:
    """What a study says of whoever was invited and not yet heard when it was finished."""
    if not people:
        return {}
    return {"unheard": f"{'; '.join(people)}; kajian ini diselesaikan sebelum itu, dengan alasan: {reason.strip()}"}


def _studied(allegations: list[Allegation]) -> list[str]:
    """What a study weighs: the rules of this house, and behind them the crimes that are for others to judge."""
    crimes = (f"Diduga tindak pidana: {each}" for each in suspected_crimes(allegations))
    return [*rules_of(allegations), *crimes]


def evidence_lines(case: Case) -> list[str]:
    """What was said at clarifications counts as evidence; files are listed by number in the case itself."""
    heard = [
        f"Keterangan {INVITED_AS[each.invitee].lower()} pada klarifikasi nomor {each.ordinal}"
        for each in case.clarifications.filter(attended=True).order_by("ordinal")
    ]
    return [*heard, "Berkas bukti yang tercatat pada perkara, masing-masing dengan sidik SHA-256."]


def referral(case: Case, addressee: str, basis: str, on: date) -> LetterData:
    """Penerusan to whoever oversees, with a copy to the appointing authority that handles everybody named in it."""
    held = _handed_on(case)
    data: dict[str, Any] = {
        "signer": signer(case.handling_agency_code, on),
        "addressee": {"position": addressee},
        "case_ref": case.ref,
        "reported": [person(each) for each in _alleged(case)] or [{"name": UNKNOWN_PERSON}],
        "matter": _matter_alleged(case),
        "findings": findings(case, held),
        "violated_rules": rules_of(held),
        "basis": [all_in_full(basis)],
        "attachments": ["Berkas bukti yang tercatat pada perkara, masing-masing dengan sidik SHA-256"],
        "copies": referral_copies(case, on),
    }
    written = newest_final(case.chain, "STUDY")
    if written is not None:
        data |= {"study_number": written.number, "study_date": written.letter_date}
        data["attachments"] = [f"Kajian dugaan pelanggaran Nomor {written.number}", *data["attachments"]]
    return data


def referral_copies(case: Case, on: date) -> list[str]:
    """Whose head gets the referral too: the one agency that handles all whom it names, and none that it goes past. No
    head is told so of what is alleged against himself.

    Each agency reads of its own people only, on paper as in the house.
    """
    handling = reached_by(case)
    agencies = {handling.get(each.pk, "") for each in _alleged(case)}
    if len(agencies) != 1 or not agencies <= set(readers_among(case, handling)):
        return []
    (agency,) = agencies
    if accused_head(case, agency, on=on) is not None:
        return []
    # What is attached is for whom it is referred to; from this agency the same files may be withheld.
    return [f"{authority(agency, on)['position']} (tanpa lampiran)"]


def _may_be_attached(referred: Letter, case: Case, party: Party, agency_code: str) -> bool:
    """Whether the referral tells this agency, which is to handle this accused, of its own people only."""
    handling = reached_by(case) | {party.pk: agency_code}
    others = [each for each in case.parties.all() if handling.get(each.pk) != agency_code]
    return not tells_of(others, referred)


def proposed(level: str, employment: str) -> str:
    """What is to be done: a penalty is imposed, a service is ended; a PPPK has a contract (PP 49/2018 Ps 53)."""
    if level != "TERMINATION":
        return f"Menjatuhkan {LEVEL_WORDS[level]}"
    return (
        "Memutuskan hubungan perjanjian kerja yang bersangkutan"
        if employment == "PPPK"
        else "Memberhentikan yang bersangkutan"
    )


def recommendation(case: Case, party: Party, advice: Advice, body: Body, agency_code: str, on: date) -> LetterData:
    """Rekomendasi to the appointing authority, with a copy to whoever referred the case and to the superior."""
    unit = "hari kerja" if advice.follow_up_unit == "WORKING_DAY" else "hari kalender"
    mine = [each for each in allegations_of(case) if each.party_id == party.pk]
    head = appointing_authority_of(agency_code, on)
    supervisor = [position for code, position in _supervisor(case, on).items() if code not in bypassed(case)]
    copies = [*supervisor, superior_told(case, head, on=on) if head else ""]
    # What ends a service is no category of breach: the reason says it.
    why = "" if advice.level == "TERMINATION" else f" karena {CATEGORY_WORDS[advice.category]}"
    data: LetterData = {
        "signer": signer(body.code, on),
        "addressee": authority(agency_code, on),
        "case_ref": case.ref,
        "reported": [person(party)],
        "findings": "\n".join(allegation_words(each) for each in mine) or IN_GENERAL,
        "violated_rules": rules_of(mine, frozenset({advice.category})),
        "recommended": f"{proposed(advice.level, party.employment)}{why}. {advice.reason}",
        "penalty_rule": all_in_full(advice.basis),
        "follow_up_term": f"{advice.follow_up_days} {unit} sejak tanggal surat ini",
        "copies": [copy for copy in copies if copy],
    }
    referred = newest_final(case.chain, "REFERRAL")
    if referred is not None:
        data |= {"referral_number": referred.number, "referral_date": referred.letter_date}
    if referred is not None and _may_be_attached(referred, case, party, agency_code):
        data["attachments"] = [f"Salinan surat penerusan Nomor {referred.number}"]
    return data
