"""The cast, its offices, and a case carried to where a story begins, in the regional election of 2024."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from netra.cases import operations as act
from netra.cases.bypass import body_kept_out
from netra.cases.models import Case, Clarification, Deadline, Party
from netra.intake.access import reporter_of
from netra.intake.models import Report
from netra.intake.operations import report_check, report_withdraw
from netra.intake.tests import builders as intake
from netra.registry.models import Agency, AppointingAuthority
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as trust
from netra.trust.tests.told_once import told_once

WIB = ZoneInfo("Asia/Jakarta")

CITY, BAWASLU, BKN, KASN = "JAMBI-KOTA", "BAWASLU-15.71", "BKN", "KASN"
PROVINCE = "JAMBI-PROV"

day = date.fromisoformat


def at(written: str, hour: int = 9) -> datetime:
    """A moment in Jambi on that day."""
    return datetime.combine(day(written), datetime.min.time(), WIB).replace(hour=hour)


def make_offices() -> None:
    """The agencies of the stories, with who heads them."""
    offices = (
        (CITY, "Pemerintah Kota Jambi", "CITY", "15.71", "Wali Kota Jambi", "Gubernur Jambi"),
        (
            BAWASLU,
            "Bawaslu Kota Jambi",
            "ELECTION_SUPERVISOR",
            "15.71",
            "Ketua Bawaslu Kota Jambi",
            "Bawaslu Provinsi Jambi",
        ),
        (BKN, "Badan Kepegawaian Negara", "OVERSIGHT", "", "Kepala BKN", ""),
        (KASN, "Komisi Aparatur Sipil Negara", "OVERSIGHT", "", "Ketua KASN", ""),
        (PROVINCE, "Pemerintah Provinsi Jambi", "PROVINCE", "15", "Gubernur Jambi", "Menteri Dalam Negeri"),
    )
    for code, name, kind, region, title, superior in offices:
        agency = Agency.objects.create(
            code=code, name=name, kind=kind, region_code=region, province_code=region[:2], city="Jambi"
        )
        AppointingAuthority.objects.create(
            agency=agency,
            office_title=title,
            holder_name=f"{title} (contoh)",
            superior_title=superior,
            start_date=date(2014, 1, 1),
        )


@told_once
def everybody() -> dict[str, User]:
    """The offices, and the people of the stories by name."""
    make_offices()
    return {
        "wayan": trust.wayan(),
        "putu": trust.grant(trust.make_user("putu"), Role.PLENARY_MEMBER, region="15.71"),
        "ani": trust.grant(trust.make_user("ani"), Role.OVERSIGHT_ANALYST),
        "dewi": trust.dewi(),
        "rahmat": trust.rahmat(),
        "maria": trust.maria(),
        "hasan": trust.hasan(),
        "lestari": trust.lestari(),
    }


class Cast:
    """Everybody of the stories. Maria serves another province and must see nothing; neither must Lestari."""

    wayan: User
    putu: User
    ani: User
    dewi: User
    rahmat: User
    maria: User
    hasan: User
    lestari: User

    def __init__(self) -> None:
        vars(self).update(everybody())


BUDI = act.NewParty(
    name="Budi (contoh)",
    position_title="Kepala Bidang Tata Ruang (contoh)",
    position="ADMINISTRATOR",
    employment="PNS",
    grade="IV/a",
    agency_code=CITY,
)
LIKE = act.NewAct(
    conduct="social_media_reaction",
    act_date=date(2024, 10, 15),
    phase="candidate",
    place="akun media sosial terbuka",
    channel="SOCIAL_MEDIA",
    narrative="Menyukai dan membagikan unggahan pasangan calon.",
)
OPENING = act.CaseOpening(
    title="Dugaan dukungan di media sosial",
    election_kind="REGIONAL",
    office="MAYOR",
    region_code="15.71",
    handling_agency_code=BAWASLU,
    received_date=date(2024, 10, 17),
    agency_code=CITY,
    parties=(BUDI,),
    acts=(LIKE,),
)


@told_once
def make_case(cast: Cast, *, opening: act.CaseOpening = OPENING, on: str = "2024-10-17", **over: object) -> Case:
    """A registered finding about Budi."""
    return act.case_register(opening=replace(opening, **over), by=cast.wayan, at=at(on))  # type: ignore[arg-type]


@told_once
def make_report(cast: Cast, **over: Any) -> Report:
    """Sari's report of Friday 18 October 2024, found complete by Wayan on the same day."""
    given: dict[str, Any] = {"reporter": intake.SARI, **over}
    report = intake.a_report(**given)
    return report_check(report_ref=report.ref, missing=(), by=cast.wayan, at=at("2024-10-18", 10))


def from_report(report: Report) -> act.CaseOpening:
    """What an officer carries over from a report."""
    return replace(OPENING, received_date=date(2024, 10, 18), bypass_agency_code=report.bypass_agency_code)


@told_once
def register(cast: Cast, report: Report, *, on: str = "2024-10-18") -> Case:
    """The case that a report becomes."""
    return act.case_register(opening=from_report(report), report_ref=report.ref, by=cast.wayan, at=at(on, 11))


def take_back(case: Case, *, on: str = "2024-10-18") -> None:
    """Sari takes her report back with her code, after it became the case."""
    report = Report.objects.get(ref=case.report_ref)
    report_withdraw(report_ref=report.ref, by=reporter_of(report), at=at(on, 12))


def end_withdrawn(cast: Cast, case: Case, *, on: str = "2024-10-19") -> Case:
    """Sari takes her report back, and the plenary of that day ends the case."""
    take_back(case)
    held = {"held_date": day(on), "members": 3, "reason": "Pelapor mencabut; tidak ada bukti lain."}
    return act.case_withdraw(case_ref=case.ref, **held, by=cast.putu, at=at(on))  # type: ignore[arg-type]


@told_once
def invite(
    cast: Cast, case: Case, invitee: str = "ACCUSED", *, on: str = "2024-10-18", to: str = "2024-10-19", name: str = ""
) -> Clarification:
    """An invitation for clarification on another day."""
    invitation = act.Invitation(
        invitee=invitee,
        meeting_at=at(to, 10),
        place="Ruang klarifikasi",
        party=1 if invitee == "ACCUSED" else None,
        name=name,
    )
    return act.clarification_invite(case_ref=case.ref, invitation=invitation, by=cast.wayan, at=at(on, 14))


def open_terms(case: Case) -> dict[str, date]:
    """What is owed in a case, by rule."""
    rows = Deadline.objects.filter(case=case, met_date__isnull=True)
    return {row.rule: row.due_date for row in rows}


def term(case: Case, rule: str) -> Deadline:
    return Deadline.objects.get(case=case, rule=rule, met_date__isnull=True)


@told_once
def carry_to_study(cast: Cast, case: Case) -> None:
    """Preliminary study, study, and the allegation against each accused confirmed by an officer."""
    ref, wayan = case.ref, cast.wayan
    act.case_start_preliminary(case_ref=ref, by=wayan, at=at("2024-10-17", 10))
    act.case_start_study(case_ref=ref, by=wayan, at=at("2024-10-18"))
    reason = "Lampiran II-B nomor 6 menyebut «calon»."
    for party in case.parties.values_list("ordinal", flat=True):
        act.allegation_assess(case_ref=ref, by=wayan, party=party, act=1, at=at("2024-10-18", 10))
        act.allegation_confirm(case_ref=ref, by=wayan, party=party, act=1, reason=reason, at=at("2024-10-18", 11))


@told_once
def carry_to_plenary(cast: Cast, case: Case, *, studied: str = "2024-10-18") -> None:
    carry_to_study(cast, case)
    act.case_finish_study(
        case_ref=case.ref,
        proposal="Diteruskan kepada BKN.",
        facts="Akun terbuka milik terlapor menyukai dan membagikan unggahan.",
        analysis="Perbuatan memenuhi unsur.",
        by=cast.wayan,
        at=at(studied, 13),
    )


@told_once
def carry_to_referral(cast: Cast, case: Case) -> None:
    carry_to_plenary(cast, case)
    act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=date(2024, 10, 19),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )
    past = body_kept_out(case, on=date(2024, 10, 21))
    act.case_refer(
        case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"), addressee="Ketua Panel (contoh)" if past else ""
    )


ADVICE = act.Advice(
    party=1,
    category="DISCIPLINE",
    level="SEVERE",
    basis="PP 94/2021 Pasal 14 huruf i",
    reason="Dukungan kepada pasangan calon setelah penetapan.",
    follow_up_days=14,
    follow_up_unit="WORKING_DAY",
)


NIP = "198001012005011001"


def confirm_identity(cast: Cast, case: Case, moment: datetime) -> None:
    """Everybody accused confirmed by Wayan with a second attribute, each under a number of his own."""
    for party in case.parties.filter(nip="").order_by("ordinal"):
        nip = f"{NIP[:-3]}{100 + Party.objects.exclude(nip='').count()}"
        act.party_identify(
            case_ref=case.ref, ordinal=party.ordinal, nip=nip, attribute="UNIT", by=cast.wayan, at=moment
        )


@told_once
def carry_to_recommendation(cast: Cast, case: Case) -> None:
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=ADVICE, by=cast.ani, at=at("2024-10-28"))
