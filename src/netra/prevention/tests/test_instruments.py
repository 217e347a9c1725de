"""An instrument is written, numbered, and asked of its audience; what was issued never changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.letters import queries as letters
from netra.letters.tests.put_off import drawn
from netra.prevention.entries import TargetLine
from netra.prevention.models import Instrument
from netra.prevention.operations import (
    InstrumentRefused,
    instrument_draft,
    instrument_issue,
    instrument_revise,
    instrument_withdraw,
)
from netra.prevention.queries import audience, instrument_file, instrument_page, same_number
from netra.prevention.states import InstrumentKind, State
from netra.prevention.tests.builders import (
    CITY,
    DAY,
    ISSUED_AT,
    SUPERVISOR,
    City,
    a_scan,
    an_entry,
    at,
    issued,
    serving,
)
from netra.registry.tests.builders import MUARO, make_muaro
from netra.trust.access import NotAllowed, scope_of
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def names(instrument, day):
    return sorted(spell.civil_servant.name for spell in audience(instrument, date.fromisoformat(day)))


def test_our_circular_takes_its_number_from_the_register_of_the_agency(city):
    instrument = issued(city)
    paper = letters.letter(instrument.letter_ref)
    assert (instrument.state, instrument.number, instrument.letter_date) == (State.ISSUED, paper.number, DAY)
    assert (paper.kind, paper.sequence) == ("NEUTRALITY_CIRCULAR", 1)
    assert drawn(letters.pdf(paper.ref)).startswith(b"%PDF")


def test_a_letter_of_another_keeps_its_number_and_its_scan(city):
    """Act a of the first thesis: the appeal of Bawaslu Kota Jambi, 8 November 2017, spread by the city."""
    instrument = issued(
        city,
        kind=InstrumentKind.APPEAL,
        issuer="Bawaslu Kota Jambi",
        original=a_scan("49/SN-24/HM.02.00/XI/2017", date(2017, 11, 8)),
    )
    assert (instrument.number, instrument.letter_date) == ("49/SN-24/HM.02.00/XI/2017", date(2017, 11, 8))
    assert (instrument.letter_ref, instrument.issuer) == ("", "Bawaslu Kota Jambi")
    assert instrument.original_ref


def test_a_number_is_used_once_by_its_issuer(city):
    issued(city, original=a_scan())
    with pytest.raises(InstrumentRefused, match="800/211/Org dari Pemerintah Kota Jambi sudah dicatat"):
        instrument_draft(entry=an_entry(original=a_scan()), by=city.dewi, at=ISSUED_AT)
    elsewhere = instrument_draft(entry=an_entry(original=a_scan(), issuer="KemenPANRB"), by=city.dewi, at=ISSUED_AT)
    assert elsewhere.number == "800/211/Org"


def test_every_agency_spreads_the_letter_of_a_ministry_under_its_own_number(city):
    """One letter goes to all regions; the clerk of the regency does not even see what the city recorded."""
    make_muaro()
    nurul = grant(make_user("nurul"), Role.PERSONNEL_OFFICER, agency=MUARO)
    letter: dict[str, Any] = {"issuer": "Kementerian PANRB", "original": a_scan("B/1/CONTOH/2017", date(2017, 11, 20))}
    issued(city, **letter)
    entry = an_entry(agency_code=MUARO, targets=[TargetLine(MUARO)], **letter)
    theirs = instrument_draft(entry=entry, by=nurul, at=ISSUED_AT)
    assert instrument_issue(instrument_ref=theirs.ref, by=nurul, at=ISSUED_AT).number == "B/1/CONTOH/2017"
    # Whoever sees both is not told that one of them has to go.
    assert same_number(city.ani, theirs, on=DAY) == []


def test_a_letter_that_was_withdrawn_as_a_mistake_is_recorded_anew_under_its_number(city):
    """ "Bila isinya keliru, cabut lalu buat surat baru": the new one bears the number that stands on the paper."""
    wrong = issued(city, subject="Salah ketik", original=a_scan())
    instrument_withdraw(instrument_ref=wrong.ref, reason="Salah ketik.", by=city.dewi, at=ISSUED_AT)
    anew = issued(city, original=a_scan())
    assert anew.number == "800/211/Org" and same_number(city.dewi, anew, on=DAY) == []
    with pytest.raises(InstrumentRefused, match="sudah dicatat"):
        issued(city, original=a_scan())


def test_a_joint_decree_is_recorded_with_its_scan_alone(city):
    with pytest.raises(InstrumentRefused, match="unggah pindaiannya"):
        instrument_draft(entry=an_entry(kind=InstrumentKind.JOINT_DECREE), by=city.dewi, at=ISSUED_AT)


def test_what_was_issued_never_changes(city):
    instrument = issued(city)
    with pytest.raises(InstrumentRefused, match="tidak dapat diubah"):
        instrument_revise(instrument_ref=instrument.ref, entry=an_entry(subject="Lain"), by=city.dewi, at=ISSUED_AT)


def test_a_draft_is_written_anew(city):
    draft = instrument_draft(entry=an_entry(), by=city.dewi, at=ISSUED_AT)
    instrument_revise(
        instrument_ref=draft.ref,
        entry=an_entry(subject="Netralitas", targets=[TargetLine(CITY, unit_code="SATPOL")], questions=[], asked=0),
        by=city.dewi,
        at=ISSUED_AT,
    )
    file = instrument_file(city.dewi, draft.ref, on=DAY)
    assert (file.instrument.subject, [line.unit.code for line in file.targets if line.unit], list(file.questions)) == (
        "Netralitas",
        ["SATPOL"],
        [],
    )


def test_newcomers_belong_to_it_and_leavers_do_not(city):
    instrument = issued(city)
    assert names(instrument, "2017-12-01") == ["Budi (contoh)", "Citra (contoh)", "Dodi (contoh)"]
    serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=date(2018, 1, 2))
    city.dodi.position_spells.update(until_date=date(2018, 1, 2))
    assert names(instrument, "2018-01-01") == ["Budi (contoh)", "Citra (contoh)", "Dodi (contoh)"]
    assert names(instrument, "2018-01-02") == ["Budi (contoh)", "Citra (contoh)", "Eka (contoh)"]


def test_a_unit_stands_for_all_beneath_it_and_nobody_is_asked_twice(city):
    both = issued(city, targets=[TargetLine(CITY, unit_code="DISDIK"), TargetLine(CITY, employment="PNS")])
    assert names(both, "2017-12-01") == ["Budi (contoh)", "Citra (contoh)", "Dodi (contoh)"]
    school = issued(city, targets=[TargetLine(CITY, unit_code="DISDIK")])
    assert names(school, "2017-12-01") == ["Budi (contoh)", "Citra (contoh)"]


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"subject": " "}, "perihalnya"),
        ({"points": []}, "sekurangnya satu pokok isi"),
        ({"targets": []}, "Pilih sasarannya"),
        ({"targets": [TargetLine()]}, "seluruh Indonesia"),
        ({"targets": [TargetLine("MUARO-JAMBI")]}, "tidak ada dalam registri"),
        ({"targets": [TargetLine(CITY, unit_code="TAK-ADA")]}, "Unit “TAK-ADA” tidak ada"),
        ({"valid_until": DAY}, "sesudah hari mulai berlaku"),
        ({"asked": 2}, "1 sampai 3 pertanyaan"),
        ({"questions": [], "asked": 1}, "1 sampai 3 pertanyaan"),
        ({"original": a_scan(" ")}, "nomor surat sebagaimana tertulis"),
        ({"original": a_scan(letter_date=date(2017, 12, 1))}, "belum tiba"),
    ],
)
def test_what_cannot_be_an_instrument_is_refused_in_words(city, over, said):
    with pytest.raises(InstrumentRefused, match=said):
        instrument_draft(entry=an_entry(**over), by=city.dewi, at=ISSUED_AT)
    assert not Instrument.objects.exists()


def test_the_city_cannot_address_another_agency(city):
    make_muaro()
    with pytest.raises(InstrumentRefused, match="di luar jangkauan Anda"):
        instrument_draft(entry=an_entry(targets=[TargetLine("MUARO-JAMBI")]), by=city.dewi, at=ISSUED_AT)


def test_a_supervisor_writes_for_the_supervisors_and_addresses_the_agencies_of_his_place(city):
    with pytest.raises(NotAllowed, match="tidak menulis untuk Pemerintah Kota Jambi"):
        instrument_draft(entry=an_entry(), by=city.wayan, at=ISSUED_AT)
    appeal = issued(city, by=city.wayan, agency_code=SUPERVISOR, kind=InstrumentKind.APPEAL)
    assert names(appeal, "2017-12-01") == ["Budi (contoh)", "Citra (contoh)", "Dodi (contoh)"]


def test_an_agency_sees_what_is_aimed_at_it_once_it_is_issued(city):
    entry = an_entry(agency_code=SUPERVISOR, kind=InstrumentKind.APPEAL)
    draft = instrument_draft(entry=entry, by=city.wayan, at=ISSUED_AT)
    assert list(instrument_page(city.dewi, on=DAY)[0]) == []
    instrument_issue(instrument_ref=draft.ref, by=city.wayan, at=ISSUED_AT)
    assert [each.ref for each in instrument_page(city.dewi, on=DAY)[0]] == [draft.ref]


def test_a_supervisor_does_not_read_the_drafts_of_the_city(city):
    draft = instrument_draft(entry=an_entry(), by=city.dewi, at=ISSUED_AT)
    with pytest.raises(NotFound):
        instrument_file(city.wayan, draft.ref, on=DAY)
    instrument_issue(instrument_ref=draft.ref, by=city.dewi, at=ISSUED_AT)
    assert instrument_file(city.wayan, draft.ref, on=DAY).instrument.number


def test_who_oversees_the_country_sees_every_instrument_in_force(city):
    instrument = issued(city)
    assert scope_of(city.ani, "prevention.instrument_view", on=DAY).everywhere
    assert [each.ref for each in instrument_page(city.ani, on=DAY)[0]] == [instrument.ref]


def test_who_serves_elsewhere_sees_nothing(city):
    """`prevention.instrument_view` is hers as well, but not here."""
    instrument = issued(city)
    assert not scope_of(city.maria, "prevention.instrument_view", on=DAY).is_empty
    assert instrument_page(city.maria, on=DAY) == ([], None)
    with pytest.raises(NotFound):
        instrument_file(city.maria, instrument.ref, on=DAY)
    with pytest.raises(NotFound):
        instrument_withdraw(instrument_ref=instrument.ref, reason="Salah", by=city.maria, at=ISSUED_AT)


def test_a_withdrawal_says_why_and_is_final(city):
    instrument = issued(city)
    with pytest.raises(InstrumentRefused, match="alasan tertulis"):
        instrument_withdraw(instrument_ref=instrument.ref, reason="  ", by=city.dewi, at=at("2018-07-01"))
    instrument_withdraw(instrument_ref=instrument.ref, reason="Pemilihan usai.", by=city.dewi, at=at("2018-07-01"))
    with pytest.raises(InstrumentRefused, match="sudah dicabut"):
        instrument_withdraw(instrument_ref=instrument.ref, reason="Lagi.", by=city.dewi, at=at("2018-07-02"))


def test_the_trail_names_each_step_with_its_number(city):
    instrument = issued(city)
    instrument_withdraw(instrument_ref=instrument.ref, reason="Usai.", by=city.dewi, at=at("2018-07-01"))
    verbs = Event.objects.filter(chain=f"agency:{CITY}", subject=f"instrument:{instrument.ref}").order_by("seq")
    assert list(verbs.values_list("verb", flat=True)) == [
        "prevention.instrument_draft",
        "prevention.instrument_issue",
        "prevention.instrument_withdraw",
    ]
    assert instrument.number in verbs[1].payload


def test_publishing_asks_the_same_questions_for_three_people_and_for_forty(city):
    """Whom it is for is never written down, so issuing costs the same for ten and for 4.7 million."""

    def cost():
        draft = instrument_draft(entry=an_entry(), by=city.dewi, at=ISSUED_AT)
        with CaptureQueriesContext(connection) as asked:
            instrument_issue(instrument_ref=draft.ref, by=city.dewi, at=ISSUED_AT)
        return len(asked)

    cost()  # the first number of a year makes the register
    few = cost()
    for number in range(1, 41):
        serving(f"1990030320150320{number:02d}", f"Pegawai {number} (contoh)", unit="SATPOL")
    assert cost() == few
