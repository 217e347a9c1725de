"""Papers on which a change rests, named so that somebody can find them again: by their number and their date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from netra.intake.written_dates import UnreadableDate, read_date
from netra.trust.errors import Refused

LIMIT = 120
_SHORTEST_NAME = 3
# Words that tell which paper it is. Any other word may be somebody's name.
_PAPER = re.compile(
    "acara|ba|bap|berita|bertanggal|dari|dinas|edaran|izin|kepada|keputusan|keterangan|memo|nd|no|nomor|nota|pelaksanaan"
    "|pencabutan|penundaan|permohonan|pernyataan|perpanjangan|perihal|rekomendasi|risalah|sakit|sk|surat|tanggal"
    "|tanggapan|tentang|tertanggal|tgl|tugas|undangan"
)
# A NIP, an NIK or a telephone number is no number of a paper.
_PERSON = re.compile(r"\d{9,}")
# Offices stand in a number by capitals (800/12/BKPSDM/2024) or by one of these; what else is written like a name is
# taken for one: 5/Budi/2024, 5-budi.pdf.
_OFFICE = "bag|bid|kep|kepeg|ket|no|nomor|pan|peg|sek|sekda|set|setda|tgl|th|um|umum|und"
_GLUED_NAME = re.compile(rf"(?:[/.\-]|(?<![^\W\d_]))(?!(?i:{_OFFICE})(?![^\W\d_]))[A-Z]?[a-z]{{2,}}(?![^\W\d_])")
# A word in capitals may be an office (BKPSDM) or a name (BUDI): nothing but the names in the matter tells them apart.
_CAPITALS = re.compile(r"(?:[/.\-]|(?<![^\W\d_]))([A-Z]{3,})(?![^\W\d_])")
# 18 Oktober 2024, 18-10-2024, 18/10/2024 and 2024-10-18.
_DAY = re.compile(r"\d{1,2}[\s./-]+(?:[a-z]+|\d{1,2})[\s./-]+\d{4}|\d{4}-\d{1,2}-\d{1,2}", re.IGNORECASE)


class UnnamedDocument(Refused):
    """The paper is not named by a number and a day that has come."""


def named_document(text: str, *, on: date, people: Iterable[str] = ()) -> str:
    """The paper in one line, as rows and the trail keep it for good. Fails with UnnamedDocument.

    Only its kind, its number and its date are kept: "Surat sakit a.n. Budi no. 5, 18 Oktober 2024" becomes "Surat sakit
    no. 5, 18 Oktober 2024", and "Surat_sakit_Budi_5" of a file the same. A name in it would outlive the erasure of the
    case, for the trail is never erased.

    `people` are the names in the matter: "800/12/BUDI/2024" loses its BUDI only where a Budi is among them, for an
    office in capitals looks the same. Whose name is not known here cannot be told; an office that bears the name of
    somebody in the matter is lost, and the paper is found by the rest of its number and its date.
    """
    words = _words_of(people)
    named = " ".join(text.replace("_", " ").split())
    if len(named) > LIMIT:
        raise UnnamedDocument(
            _("Nomor dan tanggal surat paling panjang %(limit)d huruf; yang tertulis %(found)d.")
            % {"limit": LIMIT, "found": len(named)}
        )
    for day in _DAY.finditer(named):
        before, after = (_without_names(part, words) for part in (named[: day.start()], named[day.end() :]))
        if _is_day(day[0], on) and re.search(r"\d", before + after):
            return f"{before}{day[0]}{after}".strip(" ,;")
    raise UnnamedDocument(
        _(
            "«%(document)s» belum menyebut nomor dan tanggal surat. Tulislah keduanya dari surat yang sudah ada, "
            "misalnya: 800/12/BKPSDM/2024, 18 Oktober 2024."
        )
        % {"document": named[:60]}
    )


class NamesSomebody(Refused):
    """A text that outlives the erasure names somebody of the matter."""


def refuse_names(text: str, *, people: Iterable[str]) -> None:
    """Fails with NamesSomebody where a text that is kept after the erasure bears a word of one of these names."""
    found = _words_of(people) & {word.upper() for word in re.findall(r"[^\W\d_]+", text)}
    if found:
        raise NamesSomebody(
            _(
                "Alasan ini tetap tersimpan setelah penghapusan, padahal menyebut nama orang dalam perkara: %(names)s. "
                "Tulis tanpa nama, misalnya dasar jadwal retensinya."
            )
            % {"names": ", ".join(sorted(word.title() for word in found))}
        )


def _words_of(people: Iterable[str]) -> frozenset[str]:
    """What a name may be written as in capitals: each of its words, and any that stand beside each other as one."""
    found: set[str] = set()
    for name in people:
        words = re.findall(r"[^\W\d_]+", name.upper())
        found |= {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return frozenset(word for word in found if len(word) >= _SHORTEST_NAME)


def _without_names(text: str, names: frozenset[str]) -> str:
    """What names a paper and nobody: words for kinds of papers, and words with a digit that is no person's number."""
    return "".join(_of_the_paper(word, names) for word in re.findall(r"\S+\s*|\s+", text))


def _of_the_paper(word: str, names: frozenset[str]) -> str:
    """The word, where it names a paper; a number without the names that were glued to it; else nothing."""
    plain = word.strip(" .,;:()«»").lower()
    if not plain or _PAPER.fullmatch(plain):
        return word
    if not any(map(str.isdigit, plain)) or _PERSON.search(plain):
        return ""
    offices = _CAPITALS.sub(lambda found: "" if found[1] in names else found[0], word)
    return _GLUED_NAME.sub("", offices)


def _is_day(text: str, on: date) -> bool:
    try:
        read_date(text, today=on)
    except UnreadableDate:
        return False
    return True
