"""What is read in a name, and what is said of text that is none. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.matching.names import Remark, Role, parse


def words(written: str) -> list[str]:
    return [token.text for token in parse(written).tokens]


def titles(written: str) -> list[str]:
    return [title.code for title in parse(written).titles]


class WhenTitlesStandAroundTheName:
    def it_keeps_them_as_evidence_and_reads_the_name(self) -> None:
        assert words("Dr. Ir. H. Ramlan Sadewa, S.T., M.Si.") == ["ramlan", "sadewa"]
        assert titles("Dr. Ir. H. Ramlan Sadewa, S.T., M.Si.") == ["dr", "ir", "haji", "st", "msi"]

    def it_reads_degrees_without_comma_and_dots(self) -> None:
        assert titles("Ramlan Sadewa SH MH") == ["sh", "mh"]
        assert titles("Ramlan Sadewa.S. H") == ["sh"]

    def it_reads_a_degree_that_came_behind(self) -> None:
        assert (words("Sadewa, DRS"), titles("Sadewa, DRS")) == (["sadewa"], ["drs"])

    def it_splits_haji_from_the_initial_it_was_glued_to(self) -> None:
        assert words("HM. Ramlan Sadewa") == words("H.M. Ramlan Sadewa") == ["m", "ramlan", "sadewa"]

    def it_learns_the_sex_from_titles_unless_they_disagree(self) -> None:
        assert (parse("Hj. Sekar Melati").sex, parse("Drs. Ramlan Sadewa").sex) == ("P", "L")
        assert parse("Hj. Drs. Ramlan").sex == ""

    def it_leaves_ranks_and_offices_out(self) -> None:
        assert words("Kombes Pol. (Purn) Drs. Ramlan Sadewa") == ["ramlan", "sadewa"]
        assert words("Pak Kadis PU, H. Moh. Sadewa") == ["moh", "sadewa"]
        assert words("Camat Telanaipura, Ramlan Sadewa") == ["ramlan", "sadewa"]
        assert words("Ramlan Sadewa, Camat Telanaipura") == ["ramlan", "sadewa"]
        assert words("Kepala Dinas Pekerjaan Umum Ramlan Sadewa") == ["ramlan", "sadewa"]
        assert words("Sekda Ramlan Sadewa, S.H.") == ["ramlan", "sadewa"]

    def it_takes_no_title_from_a_name_that_only_begins_like_one(self) -> None:
        assert words("Hardi Irawan") == ["hardi", "irawan"]
        assert titles("Hardi Irawan") == []


class WhenTheNameHasPartsOfItsOwn:
    def it_tells_rank_and_birth_from_the_core(self) -> None:
        roles = {token.text: token.role for token in parse("I Gusti Ngurah Sudarwata").tokens}
        assert roles == {"i": Role.ARTICLE, "gusti": Role.NOBLE, "ngurah": Role.NOBLE, "sudarwata": Role.CORE}

    def it_reads_a_rank_as_the_name_where_nothing_else_is_written(self) -> None:
        assert [token.role for token in parse("Gusti").tokens] == [Role.CORE]

    def it_marks_bin_and_binti(self) -> None:
        assert [token.role for token in parse("Salim bin Hasyim").tokens] == [Role.CORE, Role.DESCENT, Role.CORE]

    def it_keeps_initials_apart(self) -> None:
        assert [token.role for token in parse("Ramlan S. Sadewa").tokens] == [Role.CORE, Role.INITIAL, Role.CORE]

    def it_keeps_another_name_of_the_person(self) -> None:
        for written in ("Ramlan Sadewa alias Mamat", "Ramlan Sadewa (Mamat)", "Ramlan Sadewa, SE alias Mamat"):
            name = parse(written)
            assert [token.text for token in name.aliases] == ["mamat"], written
            assert [token.text for token in name.tokens] == ["ramlan", "sadewa"], written

    def it_does_not_take_a_person_called_alias_for_two(self) -> None:
        assert words("Ramlan Alias") == ["ramlan", "alias"]


class WhenOtherTextIsInTheField:
    def it_reads_the_name_and_says_that_something_was_left_out(self) -> None:
        name = parse("Ramlan Sadewa NIP 19700101 199503 1 001")
        assert [token.text for token in name.tokens] == ["ramlan", "sadewa"]
        assert name.remarks == (Remark.OTHER_TEXT,)

    def it_reads_a_mark_of_a_fixture_as_no_name(self) -> None:
        assert (words("Ramlan Sadewa (contoh)"), parse("Ramlan Sadewa (contoh)").aliases) == (["ramlan", "sadewa"], ())

    def it_mends_letters_that_a_scanner_misread(self) -> None:
        assert words("RAMLAN SAD]WA") == words("RAMLAN SADIWA")
        assert words("HERMONT0 DIMAN") == ["hermonto", "diman"]

    def it_reads_accents_entities_and_apostrophes(self) -> None:
        assert words("Ra&#39;uf Sadéwa") == ["rauf", "sadewa"]


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("", Remark.EMPTY),
        ("   ", Remark.EMPTY),
        ("12345", Remark.EMPTY),
        ("🙂🙂", Remark.EMPTY),
        ("A", Remark.TOO_SHORT),
        ("S.H., M.H.", Remark.TOO_SHORT),
        ("Drs. H., S.H.", Remark.ONLY_TITLES),
        ("Pak", Remark.ONLY_TITLES),
        ("محمد يوسف", Remark.NOT_LATIN),
        ("Ramlan " * 80, Remark.TOO_LONG),
    ],
)
def test_text_that_is_no_name_is_told_what_it_is(written: str, remark: Remark) -> None:
    assert remark in parse(written).remarks


def test_an_emoji_beside_a_name_does_not_hide_it() -> None:
    assert words("Ramlan 🙂 Sadewa") == ["ramlan", "sadewa"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("SitiMelati Sadewa", ["siti", "melati", "sadewa"]),
        ("McDonald Sadewa", ["mcdonald", "sadewa"]),
        ("BuDi Sadewa", ["budi", "sadewa"]),
        ("RAMLAN SADEWA", ["ramlan", "sadewa"]),
    ],
)
def test_a_lost_space_is_seen_where_a_capital_follows(written: str, read: list[str]) -> None:
    assert words(written) == read


def test_a_title_with_a_letter_written_twice_is_a_title_where_its_dot_is_there() -> None:
    assert words("Drrs. Ramlan Sadewa") == words("Drs. Ramlan Sadewa") == ["ramlan", "sadewa"]
    assert words("Drrs Ramlan Sadewa") == ["drrs", "ramlan", "sadewa"]


@given(st.text(max_size=600))
def test_no_text_makes_the_reading_fail(written: str) -> None:
    name = parse(written)
    assert name.tokens or name.remarks
    assert all(token.text.isascii() and token.key for token in (*name.tokens, *name.aliases))


@given(
    st.sampled_from(["Ramlan Sadewa", "Sekar Melati", "Sutrisno"]), st.sampled_from([str.upper, str.lower, str.title])
)
def test_capitals_say_nothing(name: str, dress) -> None:
    assert parse(dress(name)).core == parse(name).core


@pytest.mark.parametrize(
    "written",
    [
        "Siti Melati",
        "A.A. Gde Putra",
        "Drs. H.M. Budi (contoh), S.Pd., M.Si",
        "SitiMelati McDonald",
        "  Budi ,  Ani ",
        "",
    ],
)
def test_a_name_of_plain_letters_is_read_as_beside_a_sign_that_is_taken_out(written: str) -> None:
    plain, signed = parse(written), parse(f"\u0301{written}")
    assert (plain.tokens, plain.aliases, plain.titles, plain.remarks) == (
        signed.tokens,
        signed.aliases,
        signed.titles,
        signed.remarks,
    )
