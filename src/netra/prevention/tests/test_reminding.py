"""Whoever heads a unit answers for those who have not acknowledged, and is reminded of them by letter."""

from __future__ import annotations

from datetime import date

import pytest

from netra.letters import queries as papers
from netra.letters.models import Letter
from netra.letters.tests.pdf_text import pdf_text
from netra.letters.tests.put_off import drawn
from netra.prevention.models import InstrumentReminder
from netra.prevention.operations import (
    InstrumentRefused,
    attendance_record,
    instrument_remind,
    instrument_withdraw,
)
from netra.prevention.queries import answerable, coverage_of_agency, reminder_paper
from netra.prevention.tests.builders import CITY, City, at, issued, listed, serving
from netra.registry.models import AppointingAuthority
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
MONDAY = at("2017-12-04", 9)
TUESDAY = at("2017-12-05", 9)


@pytest.fixture
def city():
    """The heads of DISDIK and of its school SMP-1; nobody heads SATPOL."""
    found = City()
    serving("196507111991012005", "Fitri (contoh)", unit="DISDIK", title="Kepala Dinas Pendidikan", leads_unit=True)
    serving("197712132002012001", "Gita (contoh)", unit="SMP-1", title="Kepala SMP 1", leads_unit=True)
    return found


@pytest.fixture
def circular(city):
    return issued(city)


def remind(city, circular, unit="DISDIK", **over):
    arguments = {"instrument_ref": circular.ref, "agency_code": CITY, "unit_code": unit, "by": city.dewi, "at": MONDAY}
    return instrument_remind(**{**arguments, **over})


def owed(circular, day=date(2017, 12, 4)):
    _total, rows = coverage_of_agency(circular, CITY, on=day)
    return {each.row.unit.code: each for each in answerable(circular, CITY, rows, on=day) if each.row.unit}


def chain(each):
    return [head.title for head in each.chain]


def present(city, circular, *people, moment=MONDAY):
    attendance_record(
        instrument_ref=circular.ref, held_date=moment.date(), present=listed(*people), by=city.dewi, at=moment
    )


def test_the_chain_goes_from_the_head_of_the_unit_to_the_mayor(city, circular):
    found = owed(circular)
    assert chain(found["SMP-1"]) == ["Kepala SMP 1", "Kepala Dinas Pendidikan", "Wali Kota Jambi"]
    assert chain(found["DISDIK"]) == ["Kepala Dinas Pendidikan", "Wali Kota Jambi"]
    assert chain(found["SATPOL"]) == ["Wali Kota Jambi"]
    assert (found["SMP-1"].own, found["SATPOL"].own) == (True, False)


def test_a_head_is_head_on_the_days_of_the_post_alone(city, circular):
    serving(
        "197003032000031003", "Heru (contoh)", unit="SATPOL", since=date(2017, 12, 5), title="Kasat", leads_unit=True
    )
    assert chain(owed(circular)["SATPOL"]) == ["Wali Kota Jambi"]
    assert chain(owed(circular, date(2017, 12, 5))["SATPOL"]) == ["Kasat", "Wali Kota Jambi"]


def test_without_a_known_authority_the_chain_ends_with_the_head_of_the_agency(city, circular):
    AppointingAuthority.objects.all().delete()
    assert chain(owed(circular)["SATPOL"]) == ["Pimpinan Pemerintah Kota Jambi"]


def test_one_click_writes_a_numbered_letter_with_counts_and_no_names(city, circular):
    present(city, circular, city.citra)
    sent = remind(city, circular)
    assert (sent.addressee, sent.asked, sent.pending, sent.reminded_date) == (
        "Kepala Dinas Pendidikan",
        4,
        3,
        date(2017, 12, 4),
    )
    said = " ".join(pdf_text(papers.pdf(sent.letter_ref)).split())
    assert f"Nomor {circular.number} tanggal 30 November 2017" in said
    assert "3 dari 4 pegawai Unit DISDIK beserta unit di bawahnya belum mengaku" in said
    assert "Unit DISDIK: 1 dari 2 pegawai" in said and "Unit SMP-1: 2 dari 2 pegawai" in said
    assert "sejak 30 November 2017" in said and "Yth. Kepala Dinas Pendidikan" in said and "Wali Kota Jambi" in said
    assert not any(name in said for name in ("Budi", "Citra", "Fitri", "Gita"))


def test_the_second_click_of_a_day_makes_no_second_letter_and_the_next_day_does(city, circular):
    first, again = remind(city, circular), remind(city, circular, at=at("2017-12-04", 16))
    assert (again.pk, Letter.objects.filter(kind="ACKNOWLEDGEMENT_REMINDER").count()) == (first.pk, 1)
    assert Event.objects.filter(verb="prevention.instrument_remind").count() == 1
    second = remind(city, circular, at=TUESDAY)
    said = " ".join(pdf_text(papers.pdf(second.letter_ref)).split())
    assert f"Nomor {first.number} tanggal 4 Desember 2017" in said
    assert trail.verify_database().ok


def test_a_unit_without_a_head_is_answered_for_by_the_one_above(city, circular):
    assert remind(city, circular, "SATPOL").addressee == "Wali Kota Jambi"


def test_who_serves_in_no_unit_is_answered_for_by_the_head_of_the_agency(city, circular):
    serving("199003032015032009", "Eka (contoh)", unit="")
    sent = remind(city, circular, "")
    assert (sent.addressee, sent.pending) == ("Wali Kota Jambi", 1)


def test_who_never_reacts_is_visible(city, circular):
    remind(city, circular)
    assert not owed(circular)["DISDIK"].unmoved
    assert owed(circular, TUESDAY.date())["DISDIK"].unmoved
    present(city, circular, city.citra, moment=TUESDAY)
    found = owed(circular, TUESDAY.date())["DISDIK"]
    assert (found.unmoved, found.last.pending, found.row.whole.pending) == (False, 4, 3)


def test_nobody_is_reminded_of_what_nobody_owes(city, circular):
    present(city, circular, city.dodi)
    with pytest.raises(InstrumentRefused, match="tidak perlu pengingat"):
        remind(city, circular, "SATPOL")
    with pytest.raises(NotFound):
        remind(city, circular, "TAK-ADA")
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=MONDAY)
    with pytest.raises(InstrumentRefused, match="tidak diminta diakui"):
        remind(city, circular)
    assert not InstrumentReminder.objects.exists()


def test_only_the_personnel_officer_of_the_agency_reminds(city, circular):
    for user in (city.wayan, city.ani):
        with pytest.raises(NotAllowed):
            remind(city, circular, by=user)
    with pytest.raises(NotFound):
        remind(city, circular, by=city.maria)


def test_a_reminder_is_read_by_who_sees_the_people_of_the_agency(city, circular):
    sent = remind(city, circular)
    paper, content = reminder_paper(city.wayan, circular.ref, sent.letter_ref, on=MONDAY.date())
    assert (paper.number, drawn(content)[:4]) == (sent.number, b"%PDF")
    with pytest.raises(NotFound):
        reminder_paper(city.maria, circular.ref, sent.letter_ref, on=MONDAY.date())
    with pytest.raises(NotFound):
        reminder_paper(city.dewi, circular.ref, circular.letter_ref, on=MONDAY.date())


def test_the_page_asks_as_much_for_one_unit_as_for_many(city, circular, django_assert_num_queries):
    day = MONDAY.date()
    _total, rows = coverage_of_agency(circular, CITY, on=day)
    with django_assert_num_queries(5):
        answerable(circular, CITY, rows[:1], on=day)
    with django_assert_num_queries(5):
        answerable(circular, CITY, rows, on=day)
