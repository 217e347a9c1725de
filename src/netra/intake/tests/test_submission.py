"""Bad input never loses good input."""

import pytest

from netra.intake.states import Kind, Mode
from netra.intake.submission import FIELDS, MAX_PERSONS, STEPS, read_submission
from netra.intake.tests.builders import SEEN_DATE, STORY, TODAY, answers

CONDUCTS = frozenset({"other", "online_campaign"})


def read(**over):
    return read_submission(answers(**over), today=TODAY, conducts=CONDUCTS)


def test_a_filled_form_becomes_a_submission():
    submission = read(conduct="online_campaign").submission

    assert submission.what == STORY
    assert submission.region_code == "15.71"
    assert (submission.act_date, submission.act_precision) == (SEEN_DATE, "DAY")
    assert submission.known_date == SEEN_DATE
    assert submission.persons[0].name == "Budi Santoso (contoh)"
    assert submission.reporter.mode == Mode.ANONYMOUS


def submission_from(values):
    """The submission of answers that are all good."""
    reading = read_submission(values, today=TODAY, conducts=CONDUCTS)
    assert reading.errors == {}
    assert reading.submission is not None
    return reading.submission


def test_one_sentence_and_a_region_are_enough():
    submission = submission_from({"what": "ASN ikut kampanye", "region": "15.71"})

    assert submission.persons == ()
    assert submission.act_date is None


def test_an_act_between_two_contests_is_taken_without_an_election():
    reading = read(election_kind="")

    assert reading.submission.election_kind == ""


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("what", "  \u200b ", "Ceritakan apa yang terjadi"),
        ("region", "", "Pilih kabupaten, kota, atau provinsi"),
        ("region", "Atlantis Raya", "tidak dikenal"),
        ("region", "Bandung", "Pilih salah satu"),
        ("region", "99.99", "tidak dikenal"),
        ("act_date", "31-12-2013", "sejak tahun 2014"),
        ("act_date", "25-12-2024", "belum terjadi"),
        ("known_date", "Oktober 2024", "tanggal lengkap"),
        ("known_date", "14-10-2024", "sebelum kejadian"),
        ("election_kind", "LOCAL", "tidak dikenal"),
        ("kind", "<script>", "tidak dikenal"),
        ("conduct", "bribery", "tidak dikenal"),
        ("mode", "SECRET", "tidak dikenal"),
        ("person_1_name", "B" * 10_000, "paling panjang 200 huruf; yang tertulis 10000"),
        ("person_1_name", " (Dihapus) ", "dimusnahkan oleh dua orang"),
        ("what", "(dihapus)", "dimusnahkan oleh dua orang"),
        ("person_1_nip", "1980", "NIP tidak wajib"),
        ("what", "x" * 20_001, "paling panjang 20000 huruf"),
    ],
)
def test_one_bad_answer_gives_one_message_in_its_own_field(field, text, says):
    reading = read(**{field: text})

    assert reading.submission is None
    assert list(reading.errors) == [field]
    assert says in reading.errors[field]


def test_nobody_reports_under_the_words_that_stand_where_two_people_erased():
    reading = read(mode="CONFIDENTIAL", reporter_name="(dihapus)")

    assert list(reading.errors) == ["reporter_name"]


def test_several_bad_answers_are_all_named():
    reading = read(region="Atlantis", act_date="besok", person_2_name="x" * 201)

    assert set(reading.errors) == {"region", "act_date", "person_2_name"}


def test_html_and_arabic_stay_what_they_are():
    persons = read(person_1_name="<b>Budi</b>", person_2_name="أحمد").submission.persons

    assert [person.name for person in persons] == ["<b>Budi</b>", "أحمد"]


def test_a_name_hidden_behind_zero_width_letters_is_the_name_itself():
    assert read(person_1_name="Bu\u200bdi\u202e").submission.persons[0].name == "Budi"


def test_a_nip_with_blanks_is_read_and_none_is_needed():
    assert read(person_1_nip="19800101 200501 1 001").submission.persons[0].nip == "198001012005011001"
    assert read().submission.persons[0].nip == ""


def test_a_name_typed_before_choosing_to_stay_unnamed_is_not_read():
    reporter = read(mode="ANONYMOUS", reporter_name="Sari (contoh)", reporter_contact="0811").submission.reporter

    assert (reporter.name, reporter.contact) == ("", "")


def test_a_confidential_reporter_needs_a_name_but_no_address():
    assert "reporter_name" in read(mode="CONFIDENTIAL").errors
    assert read(mode="CONFIDENTIAL", reporter_name="Sari (contoh)").errors == {}


def test_who_reports_is_in_no_repr():
    submission = read(mode="NAMED", reporter_name="Sari (contoh)", reporter_address="Jalan Contoh 7").submission

    assert "Sari" not in repr(submission)
    assert "Budi" not in repr(submission)
    assert STORY not in repr(submission)


def test_pressure_by_a_superior_is_its_own_kind():
    submission = read(kind="SUPERIOR_PRESSURE", person_1_superior="1").submission

    assert submission.kind == Kind.SUPERIOR_PRESSURE
    assert submission.persons[0].is_superior


def test_every_field_belongs_to_one_step():
    assert STEPS == ("what", "who", "where", "when", "how", "evidence", "reporter")
    assert f"person_{MAX_PERSONS}_name" in FIELDS
    assert f"person_{MAX_PERSONS + 1}_name" not in FIELDS


def test_a_bare_word_for_a_kind_is_no_region_and_a_lone_district_is_asked_back():
    """There is a district called Kota in Kediri; "Kota" alone means it to nobody."""
    assert "tidak dikenal" in read(region="Kota").errors["region"]
    assert "Kecamatan Telanaipura (15.71.01)" in read(region="Telanaipura").errors["region"]
    assert "region" not in read(region="Kecamatan Telanaipura").errors
