"""Regions by edition: no code is lost, no name is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.queries import region_at, region_changes, region_named, regions_below
from netra.registry.regions import Ambiguous, Found, Unknown, UnknownRegion
from netra.registry.regions.compact import compact


def found(text: str, edition: int | None = None) -> Found:
    answer = region_named(text, edition=edition)
    assert isinstance(answer, Found), answer
    return answer


class WhenACodeIsRead:
    def it_keeps_its_meaning_through_the_editions(self):
        for year in (2018, 2020, 2022, 2023, 2025):
            assert region_at("15.71", date(year, 6, 27)).region.name == "Kota Jambi"

    def it_bears_the_name_of_the_edition_of_that_day(self):
        assert region_at("76.01", date(2018, 6, 27)).region.name == "Kabupaten Mamuju Utara"
        assert region_at("76.01", date(2020, 12, 9)).region.name == "Kabupaten Pasangkayu"

    def it_still_resolves_when_later_editions_no_longer_print_it(self):
        answer = region_at("91.01", date(2024, 11, 27))
        assert (answer.region.name, answer.region.edition) == ("Kabupaten Merauke", 2022)
        assert answer.code_then == "93.01"
        assert "edisi 2022" in answer.note

    def it_resolves_before_it_existed_and_says_the_older_code(self):
        answer = region_at("93.01", date(2019, 4, 17))
        assert (answer.region.edition, answer.code_then) == (2023, "91.01")

    def it_answers_days_before_the_first_edition_and_says_so(self):
        answer = region_at("15.71", date(2015, 12, 9))
        assert answer.region.edition == 2018
        assert "edisi pertama" in answer.note

    def it_uses_the_last_edition_between_two(self):
        assert region_at("15.71", date(2021, 5, 1)).region.edition == 2020
        assert region_at("15.71", date(2021, 5, 1)).note == ""

    def it_refuses_a_code_that_no_edition_prints(self):
        with pytest.raises(UnknownRegion, match=r"15\.99"):
            region_at("15.99", date(2018, 6, 27))


class WhenANameIsRead:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Kota Jambi", "15.71"),
            ("KOTA  JAMBI", "15.71"),
            ("Provinsi Jambi", "15"),
            ("PROV. JAMBI", "15"),
            ("Kab. Muaro Jambi", "15.05"),
            ("kab.muaro jambi", "15.05"),
            ("Muaro Jambi", "15.05"),
            ("Kabupaten Muaro Jambi, Jambi", "15.05"),
            ("Sungai Penuh, Jambi", "15.72"),
            ("Banjar, Kalimantan Selatan", "63.03"),
            ("Kab. Kep. Seribu", "31.01"),
            ("Tidore Kepulauan", "82.72"),
            ("DKI Jakarta", "31"),
            ("NTB", "52"),
            ("P A P U A", "91"),
            ("Jakarta Barat (perkiraan), DKI Jakarta", "31.73"),
            ("15.71", "15.71"),
            ("1571", "15.71"),
            ("157107", "15.71.07"),
            ("DKI", "31"),
            ("Jambi kota", "15.71"),
            ("kota jambi provinsi jambi", "15.71"),
            ("Kota Jambi Jambi", "15.71"),
            ("Muaro Jambi Jambi", "15.05"),
            ("Ｋｏｔａ Ｊａｍｂｉ", "15.71"),
            ("Padang Sidempuan", "12.77"),
            ("Kota Jogja", "34.71"),
            ("Kecamatan Kota, Kediri", "35.71.02"),
        ],
    )
    def it_finds_what_can_mean_one_region_only(self, text, code):
        assert found(text).region.code == code

    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            ("Jambi", ["15", "15.71"]),
            ("Bandung", ["32.04", "32.73"]),
            ("Gorontalo", ["75", "75.01", "75.71"]),
            ("Cirebon, Jawa Barat", ["32.09", "32.74"]),
            ("Sorong", ["96.01", "96.71"]),
            ("Yogyakarta", ["34", "34.71"]),
            ("Jogja", ["34", "34.71"]),
            ("Ｊａｍｂｉ", ["15", "15.71"]),
            # A district alone: whoever writes "Telanaipura" is asked whether that is meant.
            ("Telanaipura", ["15.71.01"]),
        ],
    )
    def it_asks_back_where_it_can_mean_several(self, text, codes):
        answer = region_named(text)
        assert isinstance(answer, Ambiguous)
        assert [choice.code for choice in answer.choices] == codes

    def it_names_the_choices_in_its_question(self):
        answer = region_named("Jambi")
        assert isinstance(answer, Ambiguous)
        assert "Provinsi Jambi (15)" in answer.question
        assert "Kota Jambi (15.71)" in answer.question

    def it_does_not_take_a_regency_for_a_city(self):
        answer = region_named("Kota Muaro Jambi")
        assert isinstance(answer, Unknown)
        assert [region.code for region in answer.nearest] == ["15.05"]

    def it_asks_whether_kota_baru_is_the_regency_or_a_district(self):
        answer = region_named("Kota Baru")
        assert isinstance(answer, Ambiguous)
        assert {"63.02", "15.71.07"} <= {choice.code for choice in answer.choices}

    def it_reads_a_former_name_and_says_the_present_one(self):
        answer = found("Mamuju Utara")
        assert answer.region.code == "76.01"
        assert "Kabupaten Pasangkayu" in answer.note

    def it_reads_a_name_within_the_edition_that_was_asked_for(self):
        assert found("Merauke", edition=2018).region.code == "91.01"
        assert found("Merauke", edition=2025).region.code == "93.01"
        assert found("Merauke").region.code == "93.01"

    def it_finds_a_region_under_the_province_it_once_belonged_to(self):
        answer = found("Kota Sorong, Papua Barat")
        assert (answer.region.code, answer.region.edition) == ("92.71", 2023)

    def it_offers_the_nearest_names_for_a_slip(self):
        answer = region_named("Muara Jambi")
        assert isinstance(answer, Unknown)
        assert "Kabupaten Muaro Jambi (15.05)" in answer.message

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "   ",
            "Atlantis",
            "99",
            "15.99",
            "Kota",
            "kab.",
            "Provinsi",
            "Kecamatan",
            "Indonesia",
            "<b>Jambi</b>",
            "x" * 10_000,
        ],
    )
    def it_knows_nothing_of_what_is_no_region(self, text):
        assert isinstance(region_named(text), Unknown)


@pytest.mark.parametrize("text", ["Kota", "kab.", "Provinsi", "Kecamatan"])
def it_takes_a_bare_word_for_a_kind_as_no_region(text):
    assert isinstance(region_named(text), Unknown)


class WhenACodeIsAFormerOne:
    """Kota Sorong left Papua Barat (92.71) for Papua Barat Daya (96.71)."""

    @pytest.mark.parametrize(("text", "code"), [("92.71", "96.71"), ("Kota Sorong", "96.71"), ("15.71", "15.71")])
    def it_says_the_present_one_beside_it(self, text, code):
        assert found(text).code == code

    def it_tells_both(self):
        assert "Kode lama 92.71, kini 96.71." in found("92.71").note
        assert found("96.71").note == ""


class WhenEditionsAreCompared:
    def it_tells_a_new_name(self):
        assert [(change.edition, change.what, change.name) for change in region_changes("12.12")] == [
            (2022, "RENAMED", "Kabupaten Toba")
        ]

    def it_tells_both_ends_of_a_move(self):
        assert [(change.what, change.code) for change in region_changes("92.71")] == [("MOVED_TO", "96.71")]
        assert [(change.what, change.code) for change in region_changes("96.71")] == [("MOVED_FROM", "92.71")]

    def it_follows_districts_into_the_new_province(self):
        moves = [change.code for change in region_changes("91.01.01") if change.what == "MOVED_TO"]
        assert moves
        assert moves[0].startswith("93.01.")

    def it_counts_the_provinces_of_each_edition(self):
        assert len(regions_below("", on=date(2018, 6, 27))) == 34
        assert len(regions_below("", on=date(2025, 6, 1))) == 38

    def it_lists_what_lies_in_jambi(self):
        names = [region.name for region in regions_below("15", on=date(2018, 6, 27))]
        assert len(names) == 11
        assert names[0] == "Kabupaten Kerinci"
        assert names[-1] == "Kota Sungai Penuh"


def it_keeps_one_row_for_a_name_that_only_changed_its_spelling():
    rows = [
        {"edition": "2018", "kode": "11.01", "level": "2", "nama": "KAB. ACEH SELATAN"},
        {"edition": "2020", "kode": "11.01", "level": "2", "nama": "Kabupaten Aceh Selatan"},
        {"edition": "2018", "kode": "91", "level": "1", "nama": "P A P U A"},
    ]
    spans = [(span.code, span.first_edition, span.last_edition, span.name) for span in compact(rows)]
    assert spans == [("11.01", 2018, 2020, "Kabupaten Aceh Selatan"), ("91", 2018, 2018, "Papua")]
