"""Act g of the first thesis: the socialisation of 7 March 2018 in Kota Jambi, with a speaker of KASN."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from netra.prevention.entries import TargetLine
from netra.prevention.meeting_entries import File
from netra.prevention.models import Outreach
from netra.prevention.operations import (
    outreach_answer,
    outreach_attend,
    outreach_code_open,
    outreach_file_add,
    outreach_hold,
    outreach_plan,
    outreach_test_set,
)
from netra.prevention.operations.outreach_testing import Visit
from netra.prevention.outreach_entries import OutreachEntry, RuleQuestion, SpeakerEntry
from netra.prevention.outreach_states import FileKind
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.builders import CITY, QUESTION, SECOND, City, at
from netra.registry.models import CivilServant
from netra.trust.tests.told_once import told_once

# Wednesday, 7 March 2018.
DAY = date(2018, 3, 7)
PLANNED_AT, THAT_DAY, HELD_AT = at("2018-03-01"), at("2018-03-07", 8), at("2018-03-07", 13)
LATER = at("2018-03-10", 10)
# How somebody learned: nothing right before, everything right after.
WRONG, RIGHT = {1: 0, 2: 0}, {1: 1, 2: 1}
PHOTO = File(b"\x89PNG\r\n\x1a\n foto (contoh)", "foto.png")
MATERIAL = File(b"%PDF-1.4 materi (contoh)", "materi.pdf")


def a_socialisation(**over: Any) -> OutreachEntry:
    """For everybody of the city."""
    fields: dict[str, Any] = {
        "agency_code": CITY,
        "title": "Sosialisasi netralitas PNS",
        "place": "Ruang Pola, Kantor Wali Kota",
        "planned_date": DAY,
        "aims": ["Peserta mengenal larangan bagi PNS dalam pemilihan"],
        "targets": [TargetLine(CITY)],
        "speakers": [SpeakerEntry("Narasumber (contoh)", "Asisten Komisioner", "KASN")],
    }
    return OutreachEntry(**{**fields, **over})


@told_once
def outreach(city: City, *, moment: datetime = PLANNED_AT, **over: Any) -> Outreach:
    """An outreach that is still to be, without a test."""
    return outreach_plan(entry=a_socialisation(**over), by=city.dewi, at=moment)


BANK = (RuleQuestion(QUESTION, "PRINCIPLE"), RuleQuestion(SECOND, "PRINCIPLE"))


@told_once
def tested(city: City, **over: Any) -> Outreach:
    """With two questions for everybody."""
    found = outreach(city, **over)
    return outreach_test_set(outreach_ref=found.ref, items=BANK, asked=2, by=city.dewi, at=PLANNED_AT)


@told_once
def held(city: City, found: Outreach, *, at: datetime = HELD_AT) -> Outreach:
    """It took place on its day."""
    return outreach_hold(outreach_ref=found.ref, held_date=found.planned_date, by=city.dewi, at=at)


@told_once
def scanned(city: City, found: Outreach, *people: CivilServant) -> None:
    """These scan the code at the door."""
    _link, secret = outreach_code_open(outreach_ref=found.ref, by=city.dewi, at=THAT_DAY)
    for person in people:
        outreach_attend(secret=secret, nip=person.nip, at=THAT_DAY)


def link_of(found: Outreach, person: CivilServant) -> str:
    """The token of somebody's personal link."""
    return PersonalLink(found.ref, person.ref).token


def answered(found: Outreach, person: CivilServant, choices: dict[int, int], *, at: datetime) -> Visit:
    """Somebody gives the test that is open."""
    return outreach_answer(token=link_of(found, person), digits=person.nip[-6:], choices=choices, at=at)


def filed(city: City, found: Outreach, kind: FileKind, file: File) -> str:
    """A file of it, by the reference of its content."""
    added = outreach_file_add(outreach_ref=found.ref, kind=kind, title="Contoh", file=file, by=city.dewi, at=HELD_AT)
    return added.evidence_ref
