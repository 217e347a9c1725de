"""What a reader sees of every letter, and what no data can make of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netra.letters.fields import LINE_LIMIT
from netra.letters.forms import FORMS
from netra.letters.kinds import LetterKind
from netra.letters.render import TEMPLATES, render
from netra.letters.tests.builders import required_only
from netra.letters.tests.examples import BUDI, DATA, HEAD, RAHMAT, SEAL
from netra.letters.tests.pdf_text import pdf_text
from netra.letters.wording import PRINTABLE

GOLDEN = Path(__file__).parent / "golden"
KINDS = pytest.mark.parametrize("kind", list(LetterKind))
HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": *',
    '"]; #panic("x") [',
    "= Judul *tebal* _miring_ $x^2$ `kode` <label> @rujukan // sisa /* sisa */ \\u{1F600} \\ ~ ---",
    "<script>alert(1)</script><b>tebal</b>&amp;",
    "{{ 7*7 }} {% now %} ${x} %(name)s {0}",
    "\u202eaduB\u202c \u2066x\u2069 a\u200bb\u200dc\ufeff \x00\x1b",
    "سلام \U0001f44d 你好 \ud800",
)


def everywhere(value: Any, text: str) -> Any:
    """The same data with `text` in place of every text."""
    if isinstance(value, dict):
        return {key: everywhere(item, text) for key, item in value.items()}
    if isinstance(value, list):
        return [everywhere(item, text) for item in value]
    return text if isinstance(value, str) else value


@KINDS
def it_prints_the_golden_text(kind: LetterKind):
    text = pdf_text(render(kind, DATA[kind], head=HEAD, seal=SEAL))
    assert text == (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8").removesuffix("\n")


@KINDS
def it_prints_the_same_bytes_each_time(kind: LetterKind):
    assert render(kind, DATA[kind], head=HEAD, seal=SEAL) == render(kind, DATA[kind], head=HEAD, seal=SEAL)


@KINDS
def it_needs_no_more_than_the_required_fields(kind: LetterKind):
    text = pdf_text(render(kind, required_only(kind), head=HEAD, seal=SEAL))
    assert SEAL.number in text
    assert "none" not in text


@KINDS
def it_marks_a_draft_and_gives_it_no_number(kind: LetterKind):
    text = pdf_text(render(kind, DATA[kind], head=HEAD))
    assert "KONSEP" in text
    assert "(konsep, belum diberi nomor)" in text
    assert "(tanggal penetapan)" in text
    assert "Keaslian surat" not in text


@KINDS
def it_prints_hostile_text_as_text(kind: LetterKind):
    text = pdf_text(render(kind, everywhere(DATA[kind], " ".join(HOSTILE)), head=HEAD, seal=SEAL))
    assert "root:" not in text
    squeezed = "".join(text.split())
    for written in ('#read("/etc/passwd")', '"];#panic("x")[', "{{7*7}}{%now%}", "<script>alert(1)</script>"):
        assert written in squeezed


@KINDS
def it_breaks_words_that_no_line_can_hold(kind: LetterKind):
    word = "W" * 100
    text = pdf_text(render(kind, everywhere(DATA[kind], word), head=HEAD, seal=SEAL))
    assert max(line.count("W") for line in text.splitlines()) < 80
    assert text.count("W") > len(word)


def it_breaks_the_longest_word_that_a_line_may_hold():
    word = "W" * LINE_LIMIT
    text = pdf_text(render(LetterKind.RECEIPT, everywhere(DATA[LetterKind.RECEIPT], word), head=HEAD, seal=SEAL))
    assert max(line.count("W") for line in text.splitlines()) < 80
    assert text.count("W") > LINE_LIMIT


@KINDS
def it_says_in_the_file_what_it_is_and_keeps_to_the_archive_standard(kind: LetterKind):
    final = render(kind, DATA[kind], head=HEAD, seal=SEAL)
    assert b"/Lang" in final
    assert b"/StructTreeRoot" in final
    assert b"<pdfaid:part>2</pdfaid:part>" in final
    assert b"<pdfuaid:part>1</pdfuaid:part>" in final
    assert FORMS[kind].label.encode() in final


@KINDS
def it_shows_where_to_verify_it(kind: LetterKind):
    text = pdf_text(render(kind, DATA[kind], head=HEAD, seal=SEAL))
    assert SEAL.code in text
    assert "/verifikasi/" in text


def it_is_marked_as_a_certified_copy():
    certifier = {"name": "Hendra Gunawan (contoh)", "position": "Kepala Bagian Hukum"}
    text = pdf_text(
        render(
            LetterKind.DECISION_SEVERE, DATA[LetterKind.DECISION_SEVERE], head=HEAD, seal=SEAL, certified_by=certifier
        )
    )
    assert "SALINAN" in text
    assert "ttd." in text
    assert "Salinan sesuai dengan aslinya" in text
    assert "Hendra Gunawan (contoh)" in text


def it_draws_every_character_that_wording_lets_through():
    characters = "".join(chr(code) for first, last in PRINTABLE for code in range(first, last + 1))
    data = DATA[LetterKind.REPORTER_NOTICE] | {"explanation": " ".join(characters)}
    assert render(LetterKind.REPORTER_NOTICE, data, head=HEAD, seal=SEAL).startswith(b"%PDF")


def it_takes_a_dismissal_on_the_last_day_of_a_leap_year():
    data = DATA[LetterKind.STATUS_TERMINATION] | {"effective_date": date(2028, 2, 29)}
    text = pdf_text(render(LetterKind.STATUS_TERMINATION, data, head=HEAD, seal=SEAL))
    assert "29 Februari 2028" in text


def it_numbers_points_beyond_the_tenth():
    data = DATA[LetterKind.TEAM_DECREE] | {"more_dictum": [f"Butir {count}." for count in range(9)]}
    text = pdf_text(render(LetterKind.TEAM_DECREE, data, head=HEAD, seal=SEAL))
    assert "KE-11" in text


def it_signs_on_behalf_of_another():
    data = DATA[LetterKind.REMINDER] | {"signer": {**RAHMAT, "on_behalf": "a.n. Menteri Contoh"}}
    assert "a.n. Menteri Contoh" in pdf_text(render(LetterKind.REMINDER, data, head=HEAD, seal=SEAL))


def it_names_several_reported_people():
    data = DATA[LetterKind.REFERRAL] | {"reported": [BUDI, {"position": "Lurah Contoh"}]}
    text = pdf_text(render(LetterKind.REFERRAL, data, head=HEAD, seal=SEAL))
    assert "1. Nama : Budi Santoso, S.E. (contoh)" in text
    assert "2. Jabatan : Lurah Contoh" in text


def test_templates_read_no_file_and_import_nothing_but_the_layout():
    for template in TEMPLATES.glob("*.typ"):
        text = template.read_text(encoding="utf-8")
        assert "read(" not in text
        assert "@preview" not in text
        assert "eval(" not in text
        assert text.count("import") == (0 if template.name == "layout.typ" else 1)


@pytest.mark.parametrize("kind", [LetterKind.REFERRAL, LetterKind.STUDY])
@pytest.mark.parametrize("lines", [4, 8, 12, 16])
def it_leaves_no_page_to_the_verification_alone(kind: LetterKind, lines: int):
    """Each page of a letter that runs over has some of its own text: the last words go with the signature."""
    longer = {"matter": "\n".join(["Baris contoh."] * lines)}
    text = pdf_text(render(kind, DATA[kind] | longer, head=HEAD, seal=SEAL))
    assert not re.search(r"Halaman \d+ dari \d+\s*(?:Tembusan|Lampiran|Keaslian)", text)


@pytest.mark.parametrize("lines", [1, 5, 9])
def it_leaves_no_page_to_a_signature_alone(lines: int):
    """Whoever takes note of a delivery signs beneath words and signatures, never on an empty page."""
    longer = {"note": "\n".join(["Baris contoh."] * lines)}
    pages = pdf_text(
        render(LetterKind.DELIVERY_RECORD, DATA[LetterKind.DELIVERY_RECORD] | longer, head=HEAD, seal=SEAL)
    )
    signed = next(page for page in pages.split("\f") if "Mengetahui" in page)
    assert "Yang menerima" in signed
    assert "Demikian berita acara ini dibuat" in signed


@pytest.mark.parametrize("lines", [2, 4, 6])
def it_splits_no_row_of_a_table_over_two_pages(lines: int):
    office = "Kepala Dinas Pemberdayaan Masyarakat dan Desa"
    members = [{"name": f"Anggota {place} (contoh)", "position": office} for place in range(5)]
    longer = {"members": members, "considering": ["bahwa baris contoh;"] * lines}
    pages = pdf_text(render(LetterKind.TEAM_DECREE, DATA[LetterKind.TEAM_DECREE] | longer, head=HEAD, seal=SEAL))
    for page in pages.split("\f"):
        assert page.count("Pemberdayaan") == page.count("Desa")
