"""How an agency writes its numbers is its own setting, not a constant of ours."""

from __future__ import annotations

import pytest

from netra.letters.kinds import LetterKind
from netra.letters.numbering import PatternRefused
from netra.letters.operations import LetterRefused, letter_issue, number_format_save
from netra.letters.tests.builders import AGENCY, AT, dewi, make_agency, make_user, step
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.models import User

pytestmark = pytest.mark.django_db


def save(by: User, pattern: str = "{code}/{seq}/{agency}/{year}", classification: dict[str, str] | None = None) -> None:
    number_format_save(
        agency_code=AGENCY,
        pattern=pattern,
        agency_label="BKPSDM",
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
        "{seq}/{year}" + "x" * 120,
    ],
)
def it_refuses_a_pattern_that_cannot_tell_letters_apart(pattern: str):
    make_agency()
    with pytest.raises(PatternRefused, match="Pola nomor harus memuat"):
        save(administrator(), pattern=pattern)


def it_refuses_a_kind_that_no_one_knows():
    make_agency()
    with pytest.raises(LetterRefused, match="SURAT_CINTA"):
        save(administrator(), classification={"SURAT_CINTA": "1"})


def it_is_for_administrators_only():
    make_agency()
    with pytest.raises(NotAllowed):
        save(dewi())
