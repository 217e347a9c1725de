"""The test before and after an outreach: the same questions, each answered once, no gain told of a few."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction

from netra.letters import queries as letters
from netra.letters.tests.pdf_text import pdf_text
from netra.prevention import queries
from netra.prevention.guessing import WrongLastDigits
from netra.prevention.models import OutreachAnswer, Participant
from netra.prevention.operations import (
    InstrumentRefused,
    OutreachRefused,
    outreach_attendance_record,
    outreach_cancel,
    outreach_certify,
    outreach_file_add,
    outreach_links,
    outreach_test_set,
    outreach_visit,
)
from netra.prevention.outreach_states import FileKind, Moment
from netra.prevention.queries.outreach_results import gain_of
from netra.prevention.tests.builders import City, at, issued, listed, serving, token
from netra.prevention.tests.outreach_builders import (
    BANK,
    DAY,
    HELD_AT,
    LATER,
    MATERIAL,
    PHOTO,
    PLANNED_AT,
    RIGHT,
    THAT_DAY,
    WRONG,
    answered,
    filed,
    held,
    link_of,
    outreach,
    scanned,
    tested,
)
from netra.trust.actors import LinkActor
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return City()


def test_each_question_names_an_article_of_the_law_of_that_day(city):
    found = tested(city)
    file = queries.outreach_file(city.dewi, found.ref, on=DAY)
    assert "UU 5/2014" in file.articles[file.questions[0].rule].citation
    # Written by SKB 2/2022 for the first time; in 2018 nothing could be asked about it.
    unknown = replace(BANK[0], rule="TIDAK_ADA")
    with pytest.raises(OutreachRefused, match="aturan yang berlaku"):
        outreach_test_set(outreach_ref=found.ref, items=[unknown], asked=1, by=city.dewi, at=PLANNED_AT)


def test_a_bank_that_is_not_whole_is_refused(city):
    found = outreach(city)
    with pytest.raises(OutreachRefused, match="1 sampai 10"):
        outreach_test_set(outreach_ref=found.ref, items=BANK, asked=3, by=city.dewi, at=PLANNED_AT)
    bad = replace(BANK[0], question=replace(BANK[0].question, choices=("sama", "sama")))
    with pytest.raises(InstrumentRefused, match="berbeda"):
        outreach_test_set(outreach_ref=found.ref, items=[bad], asked=1, by=city.dewi, at=PLANNED_AT)


def test_budi_answers_before_and_after_the_same_questions(city):
    found = tested(city)
    before = answered(found, city.budi, WRONG, at=PLANNED_AT)
    assert (before.given["BEFORE"].right, before.mistakes) == (0, ())
    scanned(city, found, city.budi)
    held(city, found)
    after = answered(found, city.budi, RIGHT, at=HELD_AT)
    assert (after.given["AFTER"].right, after.mistakes) == (2, [])
    assert [each.pk for each in before.questions] == [each.pk for each in after.questions]
    assert Event.objects.filter(verb="prevention.outreach_answer").count() == 2


def test_the_first_answer_stays(city):
    found = tested(city)
    answered(found, city.budi, WRONG, at=PLANNED_AT)
    with pytest.raises(OutreachRefused, match="Tidak ada tes"):
        answered(found, city.budi, RIGHT, at=PLANNED_AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        OutreachAnswer.objects.update(right=2)


def test_the_questions_are_settled_with_the_first_answer(city):
    found = tested(city)
    answered(found, city.budi, WRONG, at=PLANNED_AT)
    with pytest.raises(OutreachRefused, match="sebanding"):
        outreach_test_set(outreach_ref=found.ref, items=BANK, asked=1, by=city.dewi, at=PLANNED_AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        found.questions.update(right=0)


def test_who_was_not_there_is_not_tested_after_it(city):
    found = held(city, tested(city))
    assert outreach_visit(token=link_of(found, city.budi), digits=city.budi.nip[-6:], at=HELD_AT).moment is None
    outreach_attendance_record(outreach_ref=found.ref, present=listed(city.budi), by=city.dewi, at=LATER)
    visit = outreach_visit(token=link_of(found, city.budi), digits=city.budi.nip[-6:], at=LATER)
    assert visit.moment is Moment.AFTER


@pytest.mark.parametrize(("day", "moment"), [("2018-04-06", Moment.AFTER), ("2018-04-07", None)])
def test_the_test_after_closes_a_month_later(city, day, moment):
    found = tested(city)
    scanned(city, found, city.budi)
    held(city, found)
    visit = outreach_visit(token=link_of(found, city.budi), digits=city.budi.nip[-6:], at=at(day))
    assert visit.moment is moment


def test_a_cancelled_outreach_asks_nobody_and_says_why(city):
    found = tested(city)
    outreach_cancel(outreach_ref=found.ref, reason="Gedung terendam.", by=city.dewi, at=PLANNED_AT)
    with pytest.raises(OutreachRefused, match="Gedung terendam"):
        answered(found, city.budi, RIGHT, at=THAT_DAY)


def test_a_link_is_for_one_person_and_one_outreach(city):
    found = tested(city)
    with pytest.raises(WrongLastDigits):
        outreach_visit(token=link_of(found, city.budi), digits=city.citra.nip[-6:], at=PLANNED_AT)
    circular = issued(city)
    with pytest.raises(NotFound):
        outreach_visit(token=token(circular, city.budi), digits=city.budi.nip[-6:], at=PLANNED_AT)


def test_the_links_of_everybody_are_handed_out_and_that_is_on_record(city):
    found = tested(city)
    links = list(outreach_links(outreach_ref=found.ref, by=city.dewi, at=PLANNED_AT))
    assert {spell.civil_servant for spell, _link in links} == {city.budi, city.citra, city.dodi}
    assert Event.objects.filter(verb="prevention.outreach_links").count() == 1


def six_who_learned(city: City, count: int):
    found = tested(city)
    people = [serving(f"19800101200501110{number}", "Pegawai (contoh)", unit="DISDIK") for number in range(count)]
    for person in people:
        answered(found, person, WRONG, at=PLANNED_AT)
    scanned(city, found, *people)
    held(city, found)
    for person in people:
        answered(found, person, {1: 1, 2: 0}, at=HELD_AT)
    return found


def test_the_gain_is_told_with_its_number_of_people(city):
    found = six_who_learned(city, 6)
    result = queries.outreach_result(city.dewi, found.ref, on=DAY)
    assert result.gain is not None
    assert (result.gain.people, result.gain.before, result.gain.after, result.gain.points) == (6, 0.0, 50.0, 50.0)
    first, second = result.items
    assert first.before is not None and first.after is not None
    assert (first.before.percent_right, first.after.percent_right) == (0, 100)
    assert second.after is not None and second.after.percent_right == 0


def test_no_gain_is_told_of_four_people(city):
    result = queries.outreach_result(city.dewi, six_who_learned(city, 4).ref, on=DAY)
    assert (result.gain, result.both) == (None, 4)
    assert [(each.before, each.after) for each in result.items] == [(None, None), (None, None)]


def test_a_gain_is_the_mean_of_each_persons_share():
    assert gain_of([(0.0, 1.0)] * 4) is None
    told = gain_of([(0.5, 0.5), (0.0, 1.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)])
    assert told is not None and (told.before, told.after, told.points) == (50.0, 70.0, 20.0)


def test_attendance_by_unit_stands_beside_whom_it_was_for(city):
    found = outreach(city)
    scanned(city, found, city.budi)
    held(city, found)
    result = queries.outreach_result(city.dewi, found.ref, on=DAY)
    assert [(row.code, row.invited, row.present) for row in result.units] == [
        ("DISDIK", 1, 0),
        ("SATPOL", 1, 0),
        ("SMP-1", 1, 1),
    ]
    assert result.agency is not None and (result.agency.invited, result.agency.present) == (3, 1)


def test_who_was_there_gets_a_numbered_certificate_and_nobody_else(city):
    found = outreach(city)
    scanned(city, found, city.budi)
    held(city, found)
    assert outreach_certify(outreach_ref=found.ref, by=city.dewi, at=HELD_AT) == 1
    participant = Participant.objects.get()
    content, number = queries.certificate_of(participant)
    assert number and "Budi (contoh)" in pdf_text(content)
    assert letters.letter(participant.certificate_ref).verification_code
    with pytest.raises(OutreachRefused, match="Tidak ada peserta"):
        outreach_certify(outreach_ref=found.ref, by=city.dewi, at=HELD_AT)
    with pytest.raises(NotFound, match="belum diterbitkan"):
        queries.certificate_of(None)


def test_a_participant_opens_materials_but_no_photos_of_others(city):
    found = held(city, outreach(city))
    material = filed(city, found, FileKind.MATERIAL, MATERIAL)
    photo = filed(city, found, FileKind.PHOTO, PHOTO)
    by = LinkActor(city.budi.ref)
    opened, _kind = queries.content_of(found, material, by=by, at=HELD_AT, materials_only=True)
    assert opened == MATERIAL.content
    with pytest.raises(NotFound):
        queries.content_of(found, photo, by=by, at=HELD_AT, materials_only=True)
    with pytest.raises(OutreachRefused, match="gambar"):
        filed(city, found, FileKind.PHOTO, MATERIAL)
    with pytest.raises(OutreachRefused, match="judul"):
        outreach_file_add(
            outreach_ref=found.ref, kind=FileKind.MATERIAL, title="", file=MATERIAL, by=city.dewi, at=HELD_AT
        )
