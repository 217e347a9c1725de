"""`netra why-date` as text and as JSON: the date, the article, the counting, and both readings where there are two."""

from datetime import date, datetime

import pytest

from netra.law.deadline_rules import RULES, DeadlineError, MissingQualifier
from netra.law.why_date import list_rules, why_date, why_date_json, why_date_text

RECEIVED = date(2026, 7, 14)


def test_the_text_of_the_fixture_has_date_article_mark_steps_and_the_conflict():
    text = why_date_text(why_date("discipline_in_force", RECEIVED))
    assert "Selasa, 4 Agustus 2026 (2026-08-04) – perlu ditinjau" in text
    assert "Dasar: PerBKN 6/2022 Pasal 50 ayat (1) (dari sumber sekunder: SECONDARY)" in text
    assert "  2026-07-18  Sabtu, 18 Juli 2026: dilewati, Sabtu" in text
    assert "Rabu, 29 Juli 2026 (2026-07-29)" in text
    assert "Dasar: PP 94/2021 Pasal 38 ayat (1) (naskah dibaca: SEEN)" in text
    assert "Dua bacaan bertentangan" in text


def test_the_text_has_one_line_per_step():
    deadline = why_date("delivery", date(2024, 3, 25))
    lines = why_date_text(deadline).splitlines()
    assert [line for line in lines if line.startswith("  20")] == [
        f"  {step.day}  {step.text}" for step in deadline.steps
    ]


def test_the_json_of_the_fixture_is_complete():
    answer = why_date_json(why_date("discipline_in_force", RECEIVED))
    assert {key: answer[key] for key in ("rule", "start", "due", "amount", "unit", "needs_review", "provisional")} == {
        "rule": "discipline_in_force",
        "start": "2026-07-14",
        "due": "2026-08-04",
        "amount": 15,
        "unit": "WORKING_DAY",
        "needs_review": True,
        "provisional": False,
    }
    assert answer["source"] == {
        "instrument": "PerBKN 6/2022",
        "article": "Pasal 50 ayat (1)",
        "verification": "SECONDARY",
    }
    assert answer["steps"][0] == {
        "date": "2026-07-14",
        "number": None,
        "text": "Selasa, 14 Juli 2026: awal penghitungan, tidak dihitung",
    }
    assert [other["due"] for other in answer["alternatives"]] == ["2026-07-29"]


def test_the_old_regulation_asks_by_name_and_then_answers():
    with pytest.raises(MissingQualifier) as asked:
        why_date("discipline_in_force", date(2019, 7, 15))
    assert asked.value.names == ("level", "imposed_by")
    answered = why_date("discipline_in_force", date(2019, 7, 15), level="MODERATE", imposed_by="OFFICIAL")
    assert answered.due == date(2019, 7, 30)


def test_a_provisional_date_says_so():
    assert "– sementara" in why_date_text(why_date("delivery", date(2029, 5, 2)))


def test_the_list_has_every_rule_with_an_indonesian_label():
    assert [key for key, _ in list_rules()] == list(RULES)
    assert all(label and label[0].isupper() for _, label in list_rules())


@pytest.mark.parametrize(
    ("rule", "start"),
    [("delivery", date(9999, 12, 28)), ("erasure", date(9999, 1, 1)), ("breach_notice", date(9999, 12, 30))],
)
def test_a_term_that_leaves_the_calendar_is_a_sentence(rule, start):
    with pytest.raises(DeadlineError, match="keluar dari kalender"):
        why_date(rule, start)


def test_a_moment_without_a_zone_is_written_without_one():
    text = why_date_text(why_date("breach_notice", datetime(2026, 7, 14, 23, 30)))
    assert "Jumat, 17 Juli 2026 pukul 23.30" in text
    assert "None" not in text


@pytest.mark.parametrize("day", [date(2010, 6, 5), date(1999, 1, 1)])
def test_a_day_before_any_discipline_regulation_that_is_loaded_is_answered_by_a_sentence(day):
    """PP 53/2010 is in force from 6 June 2010."""
    with pytest.raises(DeadlineError, match=r"yang dimuat: PP 53/2010 sejak 6 Juni 2010"):
        why_date("discipline_in_force", day)
