"""Regions as people write and read them: a name with two meanings is asked back, a code is shown as a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.registry.queries import former_code_note, region_at, region_named, regions_in
from netra.registry.regions import Ambiguous, Found, Region, Unknown, UnknownRegion

# How a short form of a name that no list prints is known; the mark is that of the data, and nothing here raises it.
_ALIASES: Mapping[str, Promise] = {
    "SEEN": _("Bentuk singkat yang dipakai warga dalam laporan; tidak tercetak dalam daftar wilayah."),
    "SECONDARY": _("Nama lain menurut sumber kedua; tidak tercetak dalam daftar wilayah."),
    "UNVERIFIED": _("Bentuk singkat menurut kebiasaan, BELUM DIPERIKSA; tidak tercetak dalam daftar wilayah."),
}


def alias_words(mark: str) -> str:
    """How a short form is known, in words; empty for a printed name."""
    return str(_ALIASES[mark]) if mark else ""


def region_words(code: str, on: date) -> str:
    """Kota Jambi, Provinsi Jambi; the code itself where no edition knows it. A former code is told with the new one."""
    try:
        region = region_at(code, on).region
    except UnknownRegion:
        return code
    note = former_code_note(code)
    return f"{_with_parent(region, on)} ({note.rstrip('.')})" if note else _with_parent(region, on)


def region_as_typed(text: str, on: date) -> str:
    """What a field shows for a stored code: a name that leads back to the same code, else the code."""
    found = region_named(text)
    if not isinstance(found, Found) or found.region.code != text:
        return text
    names = (found.region.full_name, _with_parent(found.region, on))
    return next((name for name in names if _leads_to(name, text)), text)


def choices_for(text: str, on: date) -> list[tuple[str, str]]:
    """Codes and names among which somebody must choose; none where the text is clear or says nothing."""
    answer = region_named(text[:200]) if text.strip() else None
    if isinstance(answer, Ambiguous):
        return [(region.code, _with_parent(region, on)) for region in answer.choices]
    if isinstance(answer, Unknown):
        nearest = [(region.code, _with_parent(region, on)) for region in answer.nearest]
        return list(dict([*choices_in(text, on), *nearest]).items())
    return []


def choices_in(text: str, on: date) -> list[tuple[str, str]]:
    """Codes and names of the regencies, cities and provinces that a free text names, with how a short form is known.

    Somebody must choose even where there is one: a text that names a region need not be about it.
    """
    written = text[:1000]
    found: dict[str, str] = {}
    # What is written in small letters alone is read as names all the same: who fills in a field means one.
    for each in (written,) if written != written.lower() else (written.title(), written.upper()):
        for candidate in (one for mention in regions_in(each) for one in mention.candidates):
            code = ".".join(candidate.code.split(".")[:2])
            told = alias_words(candidate.alias) or (candidate.note if code == candidate.code else "")
            name = region_words(code, on)
            found.setdefault(code, f"{name} ({told.rstrip('.')})" if told else name)
    return list(found.items())


def _leads_to(name: str, code: str) -> bool:
    found = region_named(name)
    return isinstance(found, Found) and found.region.code == code


def _with_parent(region: Region, on: date) -> str:
    if not region.parent_code:
        return region.full_name
    try:
        parent = region_at(region.parent_code, on).region.full_name
    except UnknownRegion:
        return region.full_name
    return f"{region.full_name}, {parent}"
