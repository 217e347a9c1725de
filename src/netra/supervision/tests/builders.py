"""Kota Jambi in 2018, watched by its own personnel agency and by the supervisors of elections; and its neighbours."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from netra.registry.models import Agency, AppointingAuthority, Election, ElectionStage
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as registry
from netra.supervision.entries import AnswerEntry, ChecklistEntry, File, ObservationEntry, VisitEntry
from netra.supervision.models import Checklist, Observation, Visit
from netra.supervision.operations import checklist_write, observation_record, visit_plan
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.told_once import told_once

WIB = ZoneInfo("Asia/Jakarta")
CITY, MUARO, OFFICE, OTHER_OFFICE = "JAMBI-KOTA", "MUARO-JAMBI", "BAWASLU-15.71", "BAWASLU-15.05"
# Wednesday, 14 March 2018: in the campaign before the vote of 27 June 2018.
DAY = date(2018, 3, 14)
QUESTIONS = ("Ada alat peraga kampanye di halaman kantor?", "Ada kendaraan dinas pada kegiatan kampanye?")
A_PHOTO = File(b"%PDF-1.4 foto (contoh)", "foto.pdf")


def at(written: str, hour: int = 9) -> datetime:
    """A moment in Jambi on that day."""
    return datetime.combine(date.fromisoformat(written), time(hour), WIB)


PLANNED_AT, SEEN_AT = at("2018-03-01"), at("2018-03-14", 15)


@told_once
def in_the_town() -> dict[str, User]:
    """The offices, and the people of the stories by name."""
    registry.make_agency(valid_from=date(2014, 1, 1))
    registry.make_muaro()
    for code, name, region in (
        (OFFICE, "Bawaslu Kota Jambi", "15.71"),
        (OTHER_OFFICE, "Bawaslu Muaro Jambi", "15.05"),
    ):
        registry.make_agency(code, name=name, kind=AgencyKind.ELECTION_SUPERVISOR, region_code=region)
    AppointingAuthority.objects.create(
        agency=Agency.objects.get(code=OFFICE),
        office_title="Ketua Bawaslu Kota Jambi",
        holder_name="Ketua (contoh)",
        start_date=date(2014, 1, 1),
    )
    registry.make_unit("DISHUB")
    registry.make_unit("DISDIK")
    return {
        "dewi": grant(make_user("dewi"), Role.PERSONNEL_OFFICER, agency=CITY),
        "nurul": grant(make_user("nurul"), Role.PERSONNEL_OFFICER, agency=MUARO),
        "wayan": grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15.71"),
        "sinta": grant(make_user("sinta"), Role.INTAKE_OFFICER, region="15.05"),
        "putu": grant(make_user("putu"), Role.PLENARY_MEMBER, region="15.71"),
        "rahmat": grant(make_user("rahmat"), Role.APPOINTING_AUTHORITY, agency=CITY),
        "hasan": grant(make_user("hasan"), Role.AUDITOR),
        "irma": grant(make_user("irma"), Role.AUDITOR, agency=CITY),
    }


class Town:
    """Dewi watches for the city, Wayan for Bawaslu Kota Jambi; Nurul and Sinta are of the neighbouring regency."""

    dewi: User
    nurul: User
    wayan: User
    sinta: User
    putu: User
    rahmat: User
    hasan: User
    irma: User

    def __init__(self) -> None:
        vars(self).update(in_the_town())


def an_election() -> Election:
    """The election of 27 June 2018, with the stages that law publishes."""
    election = Election.objects.create(
        code="PILKADA-2018",
        kind="REGIONAL",
        voting_date=date(2018, 6, 27),
        name="Pilkada 2018",
        start_date=date(2017, 6, 14),
        until_date=date(2018, 6, 28),
    )
    stages = (
        ("DETERMINATION", date(2018, 2, 12), date(2018, 2, 13)),
        ("CAMPAIGN", date(2018, 2, 15), date(2018, 6, 24)),
        ("QUIET_DAYS", date(2018, 6, 24), date(2018, 6, 27)),
        ("VOTING", date(2018, 6, 27), date(2018, 6, 28)),
    )
    for stage, first, until in stages:
        ElectionStage.objects.create(
            election=election,
            stage=stage,
            start_date=first,
            until_date=until,
            source_instrument="PKPU (contoh)",
            verification="SECONDARY",
        )
    return election


def a_visit(**over: Any) -> VisitEntry:
    """The supervisors look at the city's transport office during the campaign."""
    fields: dict[str, Any] = {
        "agency_code": OFFICE,
        "target_code": CITY,
        "unit_code": "DISHUB",
        "subject": "FACILITY",
        "planned_date": DAY,
        "reasons": ["Masa kampanye berlangsung.", "Belum pernah diawasi."],
    }
    return VisitEntry(**{**fields, **over})


def an_own_visit(**over: Any) -> VisitEntry:
    """The city looks at one of its own units."""
    return a_visit(**{"agency_code": CITY, **over})


def planned(town: Town, entry: VisitEntry | None = None, *, by: User | None = None, on: datetime = PLANNED_AT) -> Visit:
    """A visit that is still to be."""
    return visit_plan(entry=entry or a_visit(), by=by or town.wayan, at=on)


def questions(
    by: User, agency: str = OFFICE, subject: str = "FACILITY", asked: tuple[str, ...] = QUESTIONS
) -> Checklist:
    """The agency's checklist."""
    return checklist_write(entry=ChecklistEntry(agency, subject, asked), by=by, at=PLANNED_AT)


def a_look(**over: Any) -> ObservationEntry:
    """Somebody looked and found nothing."""
    fields: dict[str, Any] = {
        "version": 1,
        "observed_date": DAY,
        "observed_time": time(10, 30),
        "place": "Halaman Dinas Perhubungan",
        "answers": [AnswerEntry("NO"), AnswerEntry("NO")],
        "summary": "Semua kendaraan dinas berada di tempatnya.",
        "result": "NOTHING_FOUND",
    }
    return ObservationEntry(**{**fields, **over})


def a_suspicion(**over: Any) -> ObservationEntry:
    """Somebody looked and saw vehicles of the office at a campaign."""
    fields: dict[str, Any] = {
        "answers": [AnswerEntry("NO"), AnswerEntry("YES", "dua mobil dinas mengangkut peserta")],
        "summary": "Dua mobil dinas mengangkut peserta kampanye.",
        "result": "SUSPECTED",
        "proofs": (A_PHOTO,),
    }
    return a_look(**{**fields, **over})


def seen(town: Town, entry: ObservationEntry | None = None) -> Observation:
    """The supervisors were there."""
    questions(town.wayan)
    return observation_record(visit_ref=planned(town).ref, entry=entry or a_suspicion(), by=town.wayan, at=SEEN_AT)


def seen_by_the_city(town: Town, entry: ObservationEntry | None = None) -> Observation:
    """The city's own supervision was there."""
    questions(town.dewi, CITY)
    visit = planned(town, an_own_visit(), by=town.dewi)
    return observation_record(visit_ref=visit.ref, entry=entry or a_suspicion(), by=town.dewi, at=SEEN_AT)
