"""Whom a report names, in the words of people who report. All names are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.matching.mentions import LONGEST_TEXT, Mention, Part, people_in, read_mentions

REGIONS = frozenset({"batanghari", "kab. batanghari", "kota jambi", "jambi", "telanaipura", "sungai penuh"})


def found(text: str) -> list[Mention]:
    return list(read_mentions(text, is_region=lambda name: name.lower() in REGIONS).mentions)


def names(text: str) -> list[str]:
    return [one.words.text for one in found(text) if one.name]


def parts(text: str) -> dict[str, Part]:
    return {one.words.text: one.part for one in found(text)}


class WhenAReportNamesSomebody:
    def it_quotes_the_words_with_titles_and_degrees(self) -> None:
        assert names("Kaus dibagikan oleh Drs. H. Ramlan Sadewa, S.H., M.Si. di pasar.") == [
            "Drs. H. Ramlan Sadewa, S.H., M.Si."
        ]

    def it_reads_the_name_as_the_register_is_read(self) -> None:
        (one,) = found("Kaus dibagikan oleh Pak H. Moh. Ramlan.")
        assert one.name is not None
        assert one.name.core == ("muhamad", "ramlan")

    def it_takes_the_office_before_the_name(self) -> None:
        (one,) = found("Pak Kadis PU, H. Moh. Ramlan Sadewa, membagikan kaus.")
        assert one.office is not None
        assert (one.words.text, one.office.text) == ("H. Moh. Ramlan Sadewa", "Kadis PU")

    def it_takes_the_office_behind_the_name_with_its_region(self) -> None:
        (one,) = found("Ramlan Sadewa (Camat Telanaipura) berpidato.")
        assert one.office is not None
        assert one.region is not None
        assert (one.words.text, one.office.text, one.region.text) == (
            "Ramlan Sadewa",
            "Camat Telanaipura",
            "Telanaipura",
        )

    def it_parts_the_place_from_the_name(self) -> None:
        (one,) = found("Camat Telanaipura Ramlan Sadewa berpidato.")
        assert one.region is not None
        assert (one.words.text, one.region.text) == ("Ramlan Sadewa", "Telanaipura")

    def it_finds_the_region_in_the_same_sentence(self) -> None:
        (one,) = found("Ramlan Sadewa membagikan kaus di Kec. Kota Baru. Warga Desa Suka Maju heran.")
        assert one.region is not None
        assert one.region.text == "Kec. Kota Baru"

    def it_reads_small_letters_behind_an_address(self) -> None:
        assert names("kemarin pak budi membagikan uang") == ["pak budi"]

    def it_reads_a_line_in_capitals(self) -> None:
        assert names("CAMAT MENYURUH SAUDARA SUWANDI MEMASANG BALIHO") == ["SAUDARA SUWANDI"]

    def it_reads_on_behind_a_unit_in_capitals(self) -> None:
        assert names("PEJABAT DINAS PUPR A.N. RAMLAN SADEWA IKUT KAMPANYE") == ["RAMLAN SADEWA"]

    def it_parts_a_name_from_the_place_before_the_comma(self) -> None:
        assert names("Staf Kelurahan Rawasari, Andi Saputra, memotret.") == ["Andi Saputra"]

    def it_knows_somebody_again_by_a_part_of_the_name(self) -> None:
        assert names("Sekar Melati, Camat Telanaipura, hadir. Kaus dari Melati habis.") == ["Sekar Melati", "Melati"]

    def it_finds_each_of_a_list(self) -> None:
        text = "Pelanggaran dilakukan oleh Ramlan Sadewa, caleg; Sekar Melati, Caleg DPRD Kota; serta Suwandi Tirta."
        assert parts(text) == dict.fromkeys(("Ramlan Sadewa", "Sekar Melati", "Suwandi Tirta"), Part.ACCUSED)

    def it_says_why(self) -> None:
        (one,) = found("Pelanggaran dilakukan oleh Sdr. Ramlan Sadewa.")
        assert [reason.sentence for reason in one.person] == [
            "ada sapaan atau gelar “Sdr” di depannya",
            "ditunjuk dengan kata “oleh”",
        ]
        assert [reason.sentence for reason in one.why] == ["kata “dilakukan oleh” di depannya"]


class WhenSomebodyIsNamedOften:
    def it_is_one_person_with_the_fullest_words_first(self) -> None:
        people = people_in(
            found("Pak Ramlan hadir. H. Ramlan Sadewa, S.H. berpidato. Ibu Sekar Melati melihat. Pak Lurah diam.")
        )
        assert [[one.words.text for one in person] for person in people] == [
            ["H. Ramlan Sadewa, S.H.", "Pak Ramlan"],
            ["Ibu Sekar Melati"],
            ["Pak Lurah"],
        ]

    def it_keeps_two_apart_who_share_a_part_of_the_name(self) -> None:
        people = people_in(found("Sdr. Ramlan Sadewa dan Sdr. Ramlan Tirta hadir."))
        assert [person[0].words.text for person in people] == ["Sdr. Ramlan Sadewa", "Sdr. Ramlan Tirta"]


class WhenAnOfficeIsSaidWithoutAName:
    def it_is_given_as_an_office(self) -> None:
        (one,) = found("Pak Lurah menyuruh kami datang.")
        assert (one.words.text, one.name, one.part) == ("Pak Lurah", None, Part.ACCUSED)

    def it_is_one_post_where_it_is_called_after_another_office(self) -> None:
        (one,) = found("Rapat pemenangan dipimpin staf ahli wali kota.")
        assert (one.words.text, one.name) == ("staf ahli wali kota", None)
        (named,) = found("Rapat dipimpin staf ahli Bupati Batanghari, Ramlan Sadewa.")
        assert named.office is not None
        assert (named.words.text, named.office.text) == ("Ramlan Sadewa", "staf ahli Bupati Batanghari")

    def it_takes_the_place_for_a_place(self) -> None:
        (one,) = found("Lurah Payo Lebar menyuruh kami datang.")
        assert one.region is not None
        assert (one.name, one.region.text) == (None, "Payo Lebar")

    def it_parts_the_name_of_the_city_from_that_of_the_mayor(self) -> None:
        (one,) = found("Wali Kota Sungai Penuh Ramlan Sadewa hadir.")
        assert one.region is not None
        assert (one.words.text, one.region.text) == ("Ramlan Sadewa", "Sungai Penuh")

    def it_takes_a_region_for_a_region_and_another_word_for_a_name(self) -> None:
        first, second = found("Bupati Batanghari hadir, lalu Bupati Ramlan Sadewa pulang.")
        assert (first.words.text, first.name) == ("Bupati Batanghari", None)
        assert second.words.text == "Ramlan Sadewa"

    @pytest.mark.parametrize("text", ["Rapat di kantor camat.", "Calon bupati berpidato.", "Peraturan Bupati Nomor 3."])
    def it_is_nobody_where_a_building_a_contest_or_a_rule_is_meant(self, text: str) -> None:
        assert found(text) == []


NOBODY = (
    "Kejadian di Jl. Jenderal Sudirman, Setiabudi, Jakarta Selatan.",
    "Kejadian di jalan Dokter Setia Budi, Pamulang.",
    "Poster di Rumah Sakit Melati Asri, Jalan Dewi Lestari, Pamulang.",
    "Rapat di RSUD Raden Mattaher dan SMA Budi Utomo.",
    "Bendera Partai Keadilan Sejahtera dan PDI Perjuangan berkibar pada hari Minggu, 30 Maret 2014.",
    "Peraturan KPU Nomor 15 Tahun 2013 tentang Pedoman Pelaksanaan Kampanye.",
    "Warga Kelurahan Payo Lebar, Kec. Jelutung, Kota Jambi.",
    "Masjid Al Husna di Perumahan Griya Suradita Indah.",
    "BANYAK BENDERA DI JALAN RAYA",
    "Ibu-ibu disuruh datang. ibu ditolak petugas.",
    "",
)


@pytest.mark.parametrize("text", NOBODY)
def test_streets_buildings_parties_and_months_are_nobody(text: str) -> None:
    assert names(text) == []


class WhenTheTextSaysWhatSomebodyDid:
    def it_tells_who_did_it_from_whom_it_helps(self) -> None:
        text = "Camat Suwandi Tirta mengajak warga memilih Ramlan Sadewa."
        assert parts(text) == {"Suwandi Tirta": Part.ACCUSED, "Ramlan Sadewa": Part.FAVOURED}

    def it_takes_nothing_from_what_is_not_done(self) -> None:
        (leader,) = found("Rapat dipimpin Sdr. Ramlan Sadewa, peserta dilarang berfoto.")
        assert (leader.part, leader.why[0].quote) == (Part.ACCUSED, "dipimpin")
        (other,) = found("Sdr. Ramlan Sadewa ada di sana dan tidak berkampanye.")
        assert other.part is Part.OTHER

    def it_tells_who_was_harmed_and_who_saw_it(self) -> None:
        text = "Sekar Melati dimutasi karena menolak. Saksi Suwandi Tirta merekam rapat itu."
        assert parts(text) == {"Sekar Melati": Part.HARMED, "Suwandi Tirta": Part.WITNESS}

    def it_tells_who_likes_a_post_from_whose_it_is(self) -> None:
        text = "Guru itu, Ibu Sekar Melati, menyukai unggahan calon wali kota Suwandi Tirta."
        assert parts(text) == {"Ibu Sekar Melati": Part.ACCUSED, "Suwandi Tirta": Part.FAVOURED}

    def it_says_so_where_the_text_does_not(self) -> None:
        (one,) = found("Di sana duduk Ibu Sekar Melati.")
        assert (one.part, one.why) == (Part.OTHER, ())

    def it_takes_a_part_told_elsewhere_in_the_text(self) -> None:
        text = "Ini Sdr. Suwandi Tirta. Kaus dipasang oleh Suwandi Tirta."
        assert [one.part for one in found(text)] == [Part.ACCUSED, Part.ACCUSED]


PIECES = st.sampled_from(
    [
        "Pak ",
        "H. ",
        "Drs. ",
        "Budi",
        " Sadewa",
        ", S.H.",
        " bin ",
        "Camat ",
        "Jl. ",
        "oleh ",
        "memilih ",
        "\n",
        ". ",
        "caleg ",
        "DPRD ",
        "Kota ",
        "dan ",
        "😀",
        "محمد",
        "(",
        "a.n. ",
        "é",
        "\x00",
        "-",
        "“",
        "İ",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_every_span_quotes_the_text_and_no_text_makes_it_fail(text: str) -> None:
    for one in found(text):
        for quote in filter(None, (one.words, one.office, one.region)):
            assert text[quote.start : quote.end] == quote.text != ""
        for reason in one.person + one.why:
            assert reason.quote in text


@pytest.mark.parametrize(
    "piece",
    [
        "H. ",
        "Pak ",
        "Budi ",
        "Budi Sadewa, ",
        "a",
        "Jl. A, SH, ",
        "😀",
        "محمد ",
        "Camat ",
        "S.H., ",
        "oleh ",
        "Lurah Payo Lebar ",
        "bin Budi ",
    ],
)
def test_a_hostile_text_of_a_megabyte_takes_bounded_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    reading = read_mentions(text)
    assert time.process_time() - started < 10
    assert reading.unread == len(text) - LONGEST_TEXT
