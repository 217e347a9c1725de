"""What a letter needs to know: named, typed fields, checked before anything is stored.

The list of every kind is closed. A field that is missing, of the wrong shape, too long or unknown is refused by name,
and no kind has a field for the identity of a reporter: a reporter is only ever a designation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext as _

from netra.letters.wording import day_name, day_spelled, day_words, printable
from netra.trust.errors import Refused

Stored = str | list[str] | dict[str, str] | list[dict[str, str]]

# Room for the several articles, each in full, on which one penalty may rest.
LINE_LIMIT = 2_000
PROSE_LIMIT = 40_000
LIST_LIMIT = 200


class DataRefused(Refused):
    """The data of a letter are incomplete or wrong; the message names the field."""


class Shape(StrEnum):
    """What may stand in a field."""

    LINE = "LINE"  # one line of text
    PROSE = "PROSE"  # paragraphs, parted by line breaks
    DAY = "DAY"  # a date, or its ISO form
    LINES = "LINES"  # a list of lines
    PERSON = "PERSON"  # a mapping: name or position at least
    PEOPLE = "PEOPLE"  # a list of persons
    DIALOGUE = "DIALOGUE"  # a list of {"question": …, "answer": …}


PERSON_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Nama",
        "nip": "NIP",
        "ni_pppk": "NI PPPK",
        "rank": "Pangkat/Golongan Ruang",
        "position": "Jabatan",
        "unit": "Unit Kerja",
        "agency": "Instansi",
        "address": "Alamat",
        "role": "Kedudukan",
        "on_behalf": "Atas nama",
    }
)

_EXCHANGE_LABELS: Mapping[str, str] = MappingProxyType({"question": "pertanyaan", "answer": "jawaban"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of letter: its key in `data`, its Indonesian label, its shape."""

    name: str
    label: str
    shape: Shape = Shape.LINE
    required: bool = True


def accept(fields: Sequence[Field], data: Mapping[str, object]) -> dict[str, Stored]:
    """The data as they are stored: complete, cleaned, JSON only. Raises DataRefused that names the field."""
    known = {field.name: field for field in fields}
    unknown = sorted(set(data) - set(known))
    if unknown:
        raise DataRefused(
            _("Isian “%(name)s” tidak dikenal pada surat ini. Isian yang dikenal: %(known)s.")
            % {"name": printable(unknown[0])[:60], "known": ", ".join(known)}
        )
    accepted: dict[str, Stored] = {}
    for field in fields:
        value = data.get(field.name)
        if value is None or value in ("", [], {}):
            if field.required:
                raise _missing(field)
            continue
        accepted[field.name] = _READERS[field.shape](field, value)
    return accepted


def worded(fields: Sequence[Field], stored: Mapping[str, Stored]) -> dict[str, object]:
    """The stored data as a template wants them: days in words, prose in paragraphs, absent fields as none."""
    return {field.name: _worded(field.shape, stored.get(field.name)) for field in fields}


def _worded(shape: Shape, value: Stored | None) -> object:
    if shape is Shape.DAY and isinstance(value, str):
        day = date.fromisoformat(value)
        return {"name": day_name(day), "words": day_words(day), "spelled": day_spelled(day)}
    if shape is Shape.PROSE and isinstance(value, str):
        return [line for line in value.split("\n") if line.strip()]
    return value


def _missing(field: Field) -> DataRefused:
    return DataRefused(
        _("Isian “%(label)s” (%(name)s) belum ada. Surat tidak dapat dibuat tanpa isian itu; lengkapi lalu coba lagi.")
        % {"label": field.label, "name": field.name}
    )


def _wrong(field: Field, expected: str) -> DataRefused:
    return DataRefused(
        _("Isian “%(label)s” (%(name)s) harus berupa %(expected)s.")
        % {"label": field.label, "name": field.name, "expected": expected}
    )


def _text(field: Field, value: object, limit: int) -> str:
    if not isinstance(value, str):
        raise _wrong(field, _("teks"))
    text = printable(value)
    if not text:
        raise _missing(field)
    if len(text) > limit:
        raise DataRefused(
            _("Isian “%(label)s” (%(name)s) memuat %(length)d aksara; batasnya %(limit)d. Ringkas, lalu coba lagi.")
            % {"label": field.label, "name": field.name, "length": len(text), "limit": limit}
        )
    return text


def _line(field: Field, value: object) -> str:
    return " ".join(_text(field, value, LINE_LIMIT).split())


def _prose(field: Field, value: object) -> str:
    return _text(field, value, PROSE_LIMIT)


def _day(field: Field, value: object) -> str:
    if isinstance(value, datetime):
        raise _wrong(field, _("tanggal tanpa jam"))
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _wrong(field, _("tanggal yang ada, misalnya 2026-07-14")) from None


def _items(field: Field, value: object) -> Sequence[object]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise _wrong(field, _("daftar"))
    if len(value) > LIST_LIMIT:
        raise _wrong(field, _("daftar dengan paling banyak %(limit)d butir") % {"limit": LIST_LIMIT})
    return value


def _lines(field: Field, value: object) -> list[str]:
    return [_text(field, item, PROSE_LIMIT).replace("\n", " ") for item in _items(field, value)]


def _person(field: Field, value: object) -> dict[str, str]:
    person = _mapping(field, value, PERSON_LABELS)
    if not person.get("name") and not person.get("position"):
        raise DataRefused(
            _("Isian “%(label)s” (%(name)s) harus menyebut nama (name) atau jabatan (position).")
            % {"label": field.label, "name": field.name}
        )
    return person


def _mapping(field: Field, value: object, labels: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(value, Mapping) or set(value) - set(labels):
        raise _wrong(field, _("isian bernama: %(names)s") % {"names": ", ".join(labels)})
    return {
        key: _line(Field(f"{field.name}.{key}", f"{field.label}: {labels[key]}"), value[key])
        for key in labels
        if value.get(key)
    }


def _people(field: Field, value: object) -> list[dict[str, str]]:
    return [_person(field, item) for item in _items(field, value)]


def _dialogue(field: Field, value: object) -> list[dict[str, str]]:
    return [_exchange(field, item) for item in _items(field, value)]


def _exchange(field: Field, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or set(value) != set(_EXCHANGE_LABELS):
        raise _wrong(field, _("daftar tanya (question) dan jawab (answer)"))
    return {
        key: _prose(Field(f"{field.name}.{key}", f"{field.label}: {label}"), value[key]).replace("\n", " ")
        for key, label in _EXCHANGE_LABELS.items()
    }


_READERS: Mapping[Shape, Callable[[Field, object], Stored]] = MappingProxyType(
    {
        Shape.LINE: _line,
        Shape.PROSE: _prose,
        Shape.DAY: _day,
        Shape.LINES: _lines,
        Shape.PERSON: _person,
        Shape.PEOPLE: _people,
        Shape.DIALOGUE: _dialogue,
    }
)
