"""How an agency writes its numbers is its own setting, not a constant of ours."""

from __future__ import annotations

import pytest

from netra.letters.kinds import LetterKind
from netra.letters.models import NumberFormat
from netra.letters.numbering import DEFAULT_PATTERN, PatternRefused
from netra.letters.operations import LetterRefused, letter_issue, number_format_save
from netra.letters.tests.builders import AGENCY, AT, dewi, make_agency, make_user, step
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.models import User

pytestmark = pytest.mark.django_db


def save(
    by: User,
    pattern: str = "{code}/{seq}/{agency}/{year}",
    classification: dict[str, str] | None = None,
    label: str = "BKPSDM",
) -> None:
    number_format_save(
        agency_code=AGENCY,
        pattern=pattern,
        agency_label=label,
        classification=classification or {},
        by=by,
        at=AT,
    )


def administrator() -> User:
    return make_user("admin", Role.ADMINISTRATOR)


def it_writes_numbers_as_the_agency_does():
    make_agency()
    save(administrator(), classification={LetterKind.SUMMONS_1: "800.1.6"})
    by = dewi()
    assert letter_issue(**step(by=by)).number == "800.1.6/1/BKPSDM/2026"
    assert letter_issue(**step(LetterKind.REMINDER, by=by)).number == "PGT/2/BKPSDM/2026"


def it_leaves_numbers_given_out_as_they_are():
    make_agency()
    by = dewi()
    first = letter_issue(**step(by=by))
    save(administrator())
    first.refresh_from_db()
    assert first.number == "001/PGL-I/JAMBI-KOTA/VII/2026"
    assert letter_issue(**step(by=by)).sequence == 2


def it_gives_no_number_twice_where_two_patterns_of_a_year_write_the_same():
    """The first of `{seq}/2/{year}` is the second of `1/{seq}/{year}`: the letter waits for another pattern."""
    make_agency()
    admin, by = administrator(), dewi()
    save(admin, "{seq}/2/{year}")
    assert letter_issue(**step(by=by)).number == "1/2/2026"
    save(admin, "1/{seq}/{year}")
    with pytest.raises(PatternRefused, match="Nomor 1/2/2026 sudah dipakai"):
        letter_issue(**step(by=by))
    save(admin, "{seq}/2/{year}")
    assert letter_issue(**step(by=by)).number == "2/2/2026"


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "{seq}",
        "{year}",
        "{seq}/{year}/{rahasia}",
        "{seq}/{year}/{code.__class__}",
        "{seq}/{year}/{0}",
        "{seq/{year}",
        "{seq:zz}/{year}",
        "{seq:.0e}/{year}",
        "{seq:c}/{year}",
        "{seq:0300d}/{year}",
        "{seq:07d}/{year}",
        "{seq:0500000000d}/{year}",
        "{seq!r}/{year}",
        "{seq}/{year:x}",
        "{seq}/{agency:>900}/{year}",
        "{seq}/{seq}/{year}",
        "{seq}/{year}" + "/{code}" * 15,
        "1{seq}/{year}",
        "{seq}{code}/{year}",
        "{{{seq}}}/{year}",
        "{seq}\n/{year}",
        "{seq}/\u202e{year}",
        "{seq}/{year}" + "x" * 120,
    ],
)
def it_refuses_a_pattern_that_cannot_tell_letters_apart(pattern: str):
    make_agency()
    with pytest.raises(PatternRefused, match="Pola nomor harus memuat"):
        save(administrator(), pattern=pattern)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        (DEFAULT_PATTERN, "001/PGL-I/BKPSDM/VII/2026"),
        ("{seq:06d}/{year}", "000001/2026"),
        ("B-{seq}/{code}/{month}/{year}", "B-1/PGL-I/07/2026"),
        ("{code}/{seq:04d}.{agency} – {year}", "PGL-I/0001.BKPSDM – 2026"),
    ],
)
def it_takes_what_agencies_write(pattern: str, number: str):
    make_agency()
    save(administrator(), pattern=pattern)
    assert letter_issue(**step(by=dewi())).number == number


def it_says_what_to_do_with_a_pattern_stored_before_it_was_checked():
    make_agency()
    by = dewi()
    NumberFormat.objects.create(agency_code=AGENCY, pattern="{seq:0300d}/{year}", agency_label="BKPSDM")
    with pytest.raises(PatternRefused, match="Administrator mengubahnya pada halaman nomor surat instansi"):
        letter_issue(**step(by=by))
    save(administrator(), pattern="{seq}/{year}")
    assert letter_issue(**step(by=by)).number == "1/2026", "the refusal took no number"


@pytest.mark.parametrize("label", ["", "  ", "B" * 41, "BKPSDM\nJAMBI"])
def it_refuses_a_short_name_that_no_number_can_hold(label: str):
    make_agency()
    by = administrator()
    with pytest.raises(LetterRefused, match="satu baris"):
        save(by, label=label)
    with pytest.raises(LetterRefused, match="satu baris"):
        save(by, classification={LetterKind.SUMMONS_1: label})


def it_refuses_a_kind_that_no_one_knows():
    make_agency()
    with pytest.raises(LetterRefused, match="SURAT_CINTA"):
        save(administrator(), classification={"SURAT_CINTA": "1"})


def it_is_for_administrators_only():
    make_agency()
    with pytest.raises(NotAllowed):
        save(dewi())
