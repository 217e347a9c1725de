"""A text that was passed on is found again, whatever passing it on has added; another event is not taken for it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from netra.matching.copies import bands_of, likeness, story_words
from netra.matching.copies.words import rules

POST = (
    "Lurah Contoh mengumpulkan warga di balai desa pada Selasa malam dan meminta semua yang hadir memilih pasangan "
    "nomor dua, dengan janji bantuan sembako dibagikan sesudah pencoblosan kepada yang ikut."
)
COPIED = f"""Diteruskan berkali-kali
RT @warga_contoh: {POST.replace("Selasa", "*SELASA*")} 🔥🔥 https://contoh.example/v/9?utm=a @bawaslu_contoh
1,2 rb suka 34 komentar"""
FIXED = (3178143154465830159, -1387262672835500284)
RULES = [
    pytest.param(rule, id=f"{part}: {rule['pattern'][:40]}")
    for part in ("notes", "headings", "preambles", "addresses", "counts")
    for rule in rules()[part]
]


def alike(one: str, other: str) -> bool:
    """Whether the sketches meet and the words agree, as the index and the page ask it."""
    here, there = story_words(one), story_words(other)
    return bool(set(bands_of(here)) & set(bands_of(there))) and likeness(here, there) is not None


@pytest.mark.parametrize("rule", RULES)
def test_what_passing_on_changes_does_not_count_and_what_tells_events_apart_does(rule: dict[str, Any]) -> None:
    assert len(rule["same"]) == 2
    assert len(rule["apart"]) == 2
    for one, other in rule["same"]:
        assert story_words(one) == story_words(other)
    for one, other in rule["apart"]:
        assert story_words(one) != story_words(other)


def test_a_post_copied_with_another_link_and_emoji_is_the_same_text() -> None:
    assert story_words(COPIED) == story_words(POST)
    assert alike(COPIED, POST)


def test_a_letter_copied_out_of_its_source_is_the_same_text() -> None:
    assert story_words("Lurah=20mengumpulkan war=\nga di caf=C3=A9 &amp; balai") == story_words(
        "Lurah mengumpulkan warga di café balai"
    )


def test_signs_that_nobody_sees_and_digits_in_frames_do_not_count() -> None:
    assert story_words("Lu\u200brah mengumpul\u00adkan 1\ufe0f\u20e3 warga") == ("lurah", "mengumpulkan", "warga")


def test_an_excerpt_is_found_in_the_longer_text_and_its_words_are_shown() -> None:
    longer = f"{POST} Saya melihat sendiri dari depan rumah, ada lima mobil dinas yang diparkir di lapangan sebelah."
    found = likeness(story_words(POST), story_words(longer))
    assert found is not None
    assert found.contained == 1.0
    assert found.passages[0].startswith("lurah contoh mengumpulkan warga")
    assert found.only_here == ()
    assert "mobil" in found.only_there


def test_the_words_in_which_two_alike_texts_part_are_told() -> None:
    found = likeness(story_words(POST), story_words(POST.replace("Selasa", "Rabu").replace("dua", "tiga")))
    assert found is not None
    assert (found.only_here, found.only_there) == (("selasa", "dua"), ("rabu", "tiga"))


@pytest.mark.parametrize(
    "other",
    [
        "Camat Lain berfoto bersama calon di rumah makan dan mengunggahnya ke akun pribadi pada hari Minggu siang.",
        "Lurah Contoh tidak netral.",
        "",
        "   \n\t ",
        "🔥🔥🔥",
        "a",
    ],
)
def test_another_story_or_hardly_any_words_are_no_copy(other: str) -> None:
    assert not alike(POST, other)
    assert not alike(other, other) or len(story_words(other)) >= 6


def test_short_texts_are_left_to_person_day_and_place() -> None:
    assert bands_of(story_words("Lurah Contoh tidak netral sekali")) == ()


def test_sketches_are_fixed_for_good() -> None:
    """Written down once: with other numbers the index of every instance would find nothing."""
    assert bands_of(story_words(POST))[:2] == FIXED


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 10_000,
        "a." * 5_000,
        "@" * 10_000,
        "=C3" * 3_333,
        "=" * 10_000,
        "1" * 10_000,
        "1." * 5_000,
        "fwd:" * 2_500,
        "[15/10/24 09.12] " * 600,
        "> " * 5_000,
        "http://" * 1_400,
        "\u202e\u0000\ud800" * 3_000,
        "&amp;" * 2_000,
        "مرحبا " * 1_600,
        "-" * 10_000 + "forwarded",
        "forwarded\n" * 1_000,
        " ".join(f"kata{number}" for number in range(1_200)),
    ],
)
def test_hostile_text_of_ten_thousand_letters_is_read_in_a_moment(hostile: str) -> None:
    began = time.process_time()
    words = story_words(hostile)
    bands_of(words)
    likeness(words, words)
    assert time.process_time() - began < 1.0
