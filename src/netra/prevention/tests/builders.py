"""Kota Jambi in November 2017: the city's circular on neutrality before the election of 27 June 2018."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from netra.prevention.entries import InstrumentEntry, Original, Present, QuestionEntry, TargetLine
from netra.prevention.models import Instrument
from netra.prevention.operations import instrument_draft, instrument_issue
from netra.prevention.personal_links import PersonalLink
from netra.prevention.states import InstrumentKind
from netra.registry.models import Agency, AppointingAuthority, CivilServant, Election, ElectionStage
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as registry
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.told_once import told_once

WIB = ZoneInfo("Asia/Jakarta")
CITY, SUPERVISOR = registry.JAMBI, "BAWASLU-15.71"
# Wednesday, 30 November 2017: the city's circular 800/211/Org bears this date.
DAY = date(2017, 11, 30)


def at(written: str, hour: int = 9) -> datetime:
    """A moment in Jambi on that day."""
    return datetime.combine(date.fromisoformat(written), datetime.min.time(), WIB).replace(hour=hour)


ISSUED_AT = at("2017-11-30")


@told_once
def in_the_city() -> dict[str, Any]:
    """The offices, and the people of the stories by name."""
    registry.make_agency(valid_from=date(2014, 1, 1))
    supervisor = registry.make_agency(
        SUPERVISOR, name="Bawaslu Kota Jambi", kind=AgencyKind.ELECTION_SUPERVISOR, region_code="15.71"
    )
    AppointingAuthority.objects.create(
        agency=Agency.objects.get(code=CITY),
        office_title="Wali Kota Jambi",
        holder_name="Wali Kota (contoh)",
        start_date=date(2014, 1, 1),
    )
    registry.make_unit("DISDIK")
    registry.make_unit("SMP-1", parent_code="DISDIK")
    registry.make_unit("SATPOL")
    return {
        "supervisor": supervisor,
        "dewi": grant(make_user("dewi"), Role.PERSONNEL_OFFICER, agency=CITY),
        "erwin": grant(make_user("erwin"), Role.UNIT_HEAD, agency=CITY, unit="DISDIK"),
        "wayan": grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15.71"),
        "ani": grant(make_user("ani"), Role.OVERSIGHT_ANALYST),
        "maria": grant(make_user("maria"), Role.INTAKE_OFFICER, region="53"),
        "budi": serving("198001012005011001", "Budi (contoh)", unit="SMP-1"),
        "citra": serving("198502022010012003", "Citra (contoh)", unit="DISDIK"),
        "dodi": serving("197905052006041007", "Dodi (contoh)", unit="SATPOL"),
    }


class City:
    """Kota Jambi with two units, their people, and who writes for it and beside it."""

    supervisor: Agency
    dewi: User
    erwin: User
    wayan: User
    ani: User
    maria: User
    budi: CivilServant
    citra: CivilServant
    dodi: CivilServant

    def __init__(self) -> None:
        vars(self).update(in_the_city())


def serving(nip: str, name: str, *, unit: str, since: date = date(2015, 1, 1), **over: Any) -> CivilServant:
    """Somebody in a unit of Kota Jambi from a day on."""
    person = registry.make_person(nip, name)
    registry.make_position(person, unit_code=unit, start_date=since, **over)
    return person


QUESTION = QuestionEntry(
    text="Bolehkah pegawai memberi tanda suka pada unggahan calon?",
    choices=("Boleh, dari akun pribadi", "Tidak boleh", "Boleh di luar jam kerja"),
    right=1,
    explanation="Surat MenPANRB B/71/M.SM.00.00/2017 melarangnya.",
)
SECOND = QuestionEntry(
    text="Sejak kapan pegawai harus netral?",
    choices=("Sejak masa kampanye", "Setiap waktu"),
    right=1,
    explanation="Netralitas adalah asas ASN (UU 5/2014 Pasal 2 huruf f), bukan aturan masa kampanye.",
)


def an_entry(**over: Any) -> InstrumentEntry:
    """The city's circular, for everybody in the city."""
    fields: dict[str, Any] = {
        "kind": InstrumentKind.CIRCULAR,
        "agency_code": CITY,
        "subject": "Netralitas PNS dalam pemilihan 27 Juni 2018",
        "points": ["Setiap PNS menjaga netralitas.", "Kepala unit mengingatkan pada setiap apel."],
        "legal_basis": ["UU 5/2014 Pasal 2 huruf f"],
        "valid_from": DAY,
        "targets": [TargetLine(CITY)],
        "questions": [QUESTION],
        "asked": 1,
    }
    return InstrumentEntry(**{**fields, **over})


def a_scan(number: str = "800/211/Org", letter_date: date = DAY) -> Original:
    """The circular as it was signed on paper."""
    return Original(number, letter_date, b"%PDF-1.4 pindaian (contoh)", "edaran.pdf")


@told_once
def issued(city: City, *, by: User | None = None, moment: datetime = ISSUED_AT, **over: Any) -> Instrument:
    """An instrument in force."""
    officer = by or city.dewi
    draft = instrument_draft(entry=an_entry(**over), by=officer, at=moment)
    return instrument_issue(instrument_ref=draft.ref, by=officer, at=moment)


def token(instrument: Instrument, person: CivilServant) -> str:
    """The personal link of somebody."""
    return PersonalLink(instrument.ref, person.ref).token


def listed(*people: CivilServant) -> list[Present]:
    """An attendance list in this order, from line 2 (line 1 is the heading)."""
    return [Present(line, person.nip) for line, person in enumerate(people, start=2)]


def determined(day: date = date(2018, 2, 12), *, region: str = "") -> ElectionStage:
    """The candidates of the election of 27 June 2018, determined on that day everywhere or in one region."""
    election, _ = Election.objects.get_or_create(
        code="PILKADA-2018",
        kind="REGIONAL",
        voting_date=date(2018, 6, 27),
        name="Pemilihan serentak 2018",
        start_date=date(2017, 8, 12),
        until_date=date(2018, 7, 9),
    )
    return ElectionStage.objects.create(
        election=election,
        region_code=region,
        stage="DETERMINATION",
        start_date=day,
        source_instrument="Jadwal KPU Pemilihan 2018",
        verification="SECONDARY",
    )
