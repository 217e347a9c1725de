"""What a case keeps in Indonesian is read in English: reasons of an assessment, and why a date is that date."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import translation

from netra.cases.tests.builders import Cast
from netra.law.assess import assess
from netra.law.conducts import CONDUCTS
from netra.law.counting import Unit
from netra.law.deadlines import compute
from netra.law.pausing import resume
from netra.sanctions.tests.builders import Story, deed, recommend_story
from netra.web import law_reasons, law_sentences, law_terms
from netra.web.law_speech import marked, spoken
from netra.web.tests.law_room_speech import sentences
from netra.web.tests.sanctions_scene import page, signed_in
from netra.web.words import translated

# What holds nothing but its data.
SAME = frozenset(
    {
        *("%(amount)s %(unit)s", "%(day)s: %(why)s", "%(first)s; %(rest)s"),
        "%(form)s (%(era)s): %(sanction)s (%(sources)s) – %(why)s.",
    }
)


def english(text: str) -> str:
    """As an English reader gets it from what was stored: plain text, no template beside it."""
    with translation.override("en"):
        return spoken(str.__str__(text))


def test_every_sentence_of_the_law_room_is_listed_for_translation():
    assert sentences() <= law_reasons.ALL | law_sentences.ALL | law_terms.ALL


def test_every_listed_sentence_has_its_english():
    with translation.override("en"):
        assert not {each for each in law_reasons.ALL - SAME if translated(each) == each}


REASONS = [
    (
        {"act_date": "2024-10-15", "conduct": "social_media_reaction", "phase": "candidate"},
        "Recorded conflict at disc_social_media_interaction_candidate (SKB-22): BKN as quoted by the media",
    ),
    (
        {"act_date": "2025-01-10", "conduct": "transfer_in_ban_window", "employment": "STATE_OFFICIAL"},
        "The ban cannot be counted: 10 January 2025 lies after Pemilihan serentak 2024 (to 16 December 2024): no "
        "contest was under way. The ban lasts until: end of the term of office (UU 10/2016 Pasal 71 ayat (2) dan "
        "(4))",
    ),
    (
        {"act_date": "2024-01-15", "conduct": "campaign_team", "phase": "candidate", "election_kind": "GENERAL"},
        "By the recorded penalties the new rule favours the offender: there is no deprivation of liberty; the highest "
        "fine is lower. Not read, and able to change this: annex I of UU 1/2026.",
    ),
    (
        {"act_date": "2024-05-01", "conduct": "campaign_team", "phase": "prospective"},
        "(SKB 2/2022 Lampiran II-B baris 9) – not verified against the original text.",
    ),
]


@pytest.mark.parametrize(("record", "says"), REASONS)
def test_a_reason_that_was_stored_is_english_with_its_data(record, says):
    answer = assess({"id": "x", "election_kind": "REGIONAL", **record})
    assert says in " ".join(map(english, answer["reasons"]))


DAYS = ("2014-04-05", "2015-06-01", "2018-05-01", "2020-10-15", "2022-07-01", "2024-10-15", "2026-05-01", "2030-01-01")

WITH: tuple[dict[str, object], ...] = (
    {},
    {"act_date_precision": "YEAR"},
    {"phase": "candidate", "decision_date": "2031-01-06", "repeat": True},
)


@pytest.mark.parametrize("conduct", CONDUCTS)
@pytest.mark.parametrize("employment", ["PNS", "CPNS", "PPPK", "VILLAGE_HEAD", "STATE_OFFICIAL", "OTHER"])
def test_no_reason_of_any_assessment_stays_indonesian(conduct, employment):
    left = set()
    for kind in ("GENERAL", "REGIONAL"):
        for day in DAYS:
            for more in (
                {},
                {"phase": "candidate", "decision_date": "2024-12-30", "repeat": True},
                {"act_date_precision": "YEAR"},
            ):
                record = {
                    "id": "x",
                    "act_date": day,
                    "conduct": conduct,
                    "employment": employment,
                    "election_kind": kind,
                }
                if "decision_date" in more and day > "2024-12-30":
                    continue
                answer = assess({**record, **more})
                assert not answer.get("error"), answer
                left |= {each for each in (*answer["reasons"], answer["regime_reason"]) if english(each) == each}
    assert left == set()


def test_every_step_and_note_of_a_date_is_english():
    deadline = compute("discipline_in_force", date(2026, 7, 14))
    assert [english(step.text) for step in deadline.steps[:4]] == [
        "Tuesday, 14 July 2026: the counting begins; not counted",
        "Wednesday, 15 July 2026: working day 1",
        "Thursday, 16 July 2026: working day 2",
        "Friday, 17 July 2026: working day 3",
    ]
    assert english(deadline.steps[4].text) == "Saturday, 18 July 2026: skipped, Saturday"
    assert english(deadline.term_in_words) == "15 working days after: the decision was received"
    (conflict,) = (each for each in map(english, deadline.notes) if each.startswith("Two readings"))
    assert "15 working days by PerBKN 6/2022 Pasal 50 ayat (1) falls on Tuesday, 4 August 2026" in conflict


def test_hours_and_a_pause_are_english_too():
    at = datetime(2024, 10, 15, 9, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    handed = compute("criminal_handover", at, election_kind="REGIONAL")
    assert english(handed.steps[0].text).startswith("Tuesday, 15 October 2024")
    went_on = resume(
        due=date(2024, 10, 21), paused=date(2024, 10, 16), resumed=date(2024, 10, 28), unit=Unit.WORKING_DAY
    )
    assert english(went_on.steps[0].text) == (
        "Monday, 28 October 2024: resumed after a pause since 16 October 2024; left: 3 working days"
    )


def test_what_nobody_translated_stays_and_is_marked_so():
    with translation.override("en"):
        assert marked("Surat <b>lama</b>.") == '<span lang="id">Surat &lt;b&gt;lama&lt;/b&gt;.</span>'
    with translation.override("id"):
        assert marked("Surat lama.") == "Surat lama."


@pytest.mark.django_db
def test_a_case_that_was_assessed_in_indonesian_is_read_in_english():
    cast = Cast()
    case = recommend_story(cast, Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15))))
    reader = signed_in(cast.dewi)
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    shown = page(reader.get(f"/perkara/{case.ref}/"))
    assert "Recorded conflict at disc_social_media_interaction_candidate (SKB-22)" in shown
    assert "Act since 31 August 2021: PP 94/2021." in shown
    assert "the counting begins; not counted" in shown
    assert "Pertentangan yang tercatat" not in shown and "awal penghitungan" not in shown
