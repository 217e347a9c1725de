"""Which regions a text names, over a short list of our own; the real lists are asked in the registry's tests."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.matching.places import Gazetteer, Level, Place, PlaceMention, read_places

P, R, C, D = Level.PROVINCE, Level.REGENCY, Level.CITY, Level.DISTRICT
GAZETTEER = Gazetteer(
    [
        Place("15", "15", P, "Jambi", "Provinsi Jambi", 2018, 2025),
        Place("15.04", "15.04", R, "Batanghari", "Kabupaten Batanghari", 2018, 2025),
        Place("15.71", "15.71", C, "Jambi", "Kota Jambi", 2018, 2025),
        Place("15.71.07", "15.71.07", D, "Kota Baru", "Kecamatan Kota Baru", 2018, 2025),
        Place("15.71.08", "15.71.08", D, "Jelutung", "Kecamatan Jelutung", 2018, 2025),
        Place("15.72", "15.72", C, "Sungai Penuh", "Kota Sungai Penuh", 2018, 2025),
        Place("36", "36", P, "Banten", "Provinsi Banten", 2018, 2025),
        Place("36.03", "36.03", R, "Tangerang", "Kabupaten Tangerang", 2018, 2025),
        Place("36.71", "36.71", C, "Tangerang", "Kota Tangerang", 2018, 2025),
        Place("36.74", "36.74", C, "Tangerang Selatan", "Kota Tangerang Selatan", 2018, 2025),
        Place("35.79", "35.79", C, "Batu", "Kota Batu", 2018, 2025),
        Place("63.02", "63.02", R, "Kotabaru", "Kabupaten Kotabaru", 2018, 2025),
        Place("76.01", "76.01", R, "Mamuju Utara", "Kabupaten Mamuju Utara", 2018, 2018),
        Place("76.01", "76.01", R, "Pasangkayu", "Kabupaten Pasangkayu", 2020, 2025),
        Place("92", "92", P, "Papua Barat", "Provinsi Papua Barat", 2018, 2025),
        Place("92.71", "96.71", C, "Sorong", "Kota Sorong", 2018, 2023),
        Place("96", "96", P, "Papua Barat Daya", "Provinsi Papua Barat Daya", 2025, 2025),
        Place("96.71", "96.71", C, "Sorong", "Kota Sorong", 2025, 2025),
    ]
)


def found(text: str) -> list[PlaceMention]:
    return list(read_places(text, GAZETTEER))


def codes(text: str) -> list[list[str]]:
    return [[candidate.code for candidate in one.candidates] for one in found(text)]


class WhenARegionIsNamed:
    @pytest.mark.parametrize(
        ("text", "words", "code"),
        [
            ("Kaus dibagikan di Tangsel kemarin.", "Tangsel", "36.74"),
            ("Kejadian di Kab. Batang Hari.", "Kab. Batang Hari", "15.04"),
            ("warga kota jambi disuruh datang", "kota jambi", "15.71"),
            ("WARGA KOTA SUNGAI PENUH DISURUH DATANG", "KOTA SUNGAI PENUH", "15.72"),
            ("Pemkot Tangerang diam.", "Pemkot Tangerang", "36.71"),
            ("Rapat di Tangerang Kota ramai.", "Tangerang Kota", "36.71"),
            ("Kec. Jelutung ramai.", "Kec. Jelutung", "15.71.08"),
            ("Kota Batu ramai.", "Kota Batu", "35.79"),
        ],
    )
    def it_is_quoted_and_clear(self, text: str, words: str, code: str) -> None:
        (one,) = found(text)
        assert one.clear
        assert (one.words.text, one.candidates[0].code) == (words, code)

    def it_is_told_by_what_stands_behind_it(self) -> None:
        assert codes("Kejadian di Kec. Kota Baru, Kota Jambi") == [["15.71.07"], ["15.71"]]
        assert codes("Kejadian di Jelutung, Kota Jambi") == [["15.71.08"], ["15.71"]]
        assert codes("Kejadian di Sungai Penuh, Jambi") == [["15.72"], ["15"]]

    def it_is_found_under_its_former_name_with_the_edition(self) -> None:
        (one,) = found("ASN Kabupaten Mamuju Utara")
        (candidate,) = one.candidates
        assert (candidate.code, candidate.full_name, candidate.edition) == ("76.01", "Kabupaten Pasangkayu", 2018)
        assert candidate.note == "Tercetak sebagai Kabupaten Mamuju Utara (76.01) sampai edisi 2018."

    def it_is_found_in_the_province_it_was_split_from(self) -> None:
        city, province = found("Kota Sorong, Papua Barat")
        assert city.clear
        assert (city.candidates[0].code, city.candidates[0].note) == ("96.71", "Kode sebelumnya: 92.71.")
        assert province.candidates[0].note == "Sebagian wilayahnya kini di Provinsi Papua Barat Daya (96)."


class WhenSeveralAreCalledSo:
    def it_asks_and_guesses_nothing(self) -> None:
        (one,) = found("Kejadian di Jambi.")
        assert not one.clear
        assert one.question == "“Jambi” dapat berarti: Provinsi Jambi (15), Kota Jambi (15.71). Pilih salah satu."

    def it_asks_whether_the_district_or_the_regency_is_meant(self) -> None:
        assert codes("Kejadian di Kota Baru.") == [["15.71.07", "63.02"]]

    def it_asks_where_the_kind_or_a_letter_is_wrong(self) -> None:
        (one,) = found("Kejadian di Kab. Tangerang Selatan.")
        assert (one.clear, [candidate.code for candidate in one.candidates]) == (False, ["36.74"])
        (slip,) = found("Kejadian di Kota Tngerang Selatan.")
        assert slip.question == (
            "“Kota Tngerang Selatan” tidak ada dalam daftar; mungkin: Kota Tangerang Selatan (36.74). Pilih salah satu."
        )


@pytest.mark.parametrize(
    "text",
    [
        "Batu itu dilempar.",
        "Jl. Jambi nomor 3",
        "Hotel Tangerang Selatan",
        "Jambi Perkasa adalah nama toko.",
        "warga jelutung",
        "kota kami",
        "",
    ],
)
def test_words_streets_and_firms_are_no_region(text: str) -> None:
    assert found(text) == []


PIECES = st.sampled_from(
    [
        "Kota ",
        "Kab. ",
        "Jambi",
        " Baru",
        ", ",
        "Tangsel ",
        "kec ",
        "Tangerang ",
        "Papua Barat",
        "\n",
        "😀",
        "محمد",
        "DI ",
        "(",
        ".",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=50).map("".join)))
def test_every_span_quotes_the_text_and_no_text_makes_it_fail(text: str) -> None:
    for one in found(text):
        assert text[one.words.start : one.words.end] == one.words.text != ""
        assert one.candidates
        assert one.clear or one.question


@pytest.mark.parametrize("piece", ["Kota ", "Kota Xxxxxx ", "Jambi, ", "a", "Jl. A ", "محمد "])
def test_a_hostile_text_of_a_megabyte_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    read_places(piece * (1_000_000 // len(piece)), GAZETTEER)
    assert time.process_time() - started < 10
