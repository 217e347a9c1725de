"""The position that a row of a civil servant names, read from its cells.

The same office, post and day stand in thousands of rows of a long file: what was read once and was right is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from django.utils.translation import gettext as _

from netra.registry.checks import InvalidEntry, checked_position, day_faults
from netra.registry.entries import PositionEntry
from netra.registry.imports.loading import Context
from netra.registry.imports.sheet import Cell
from netra.registry.imports.values import (
    EMPLOYMENTS,
    POSITIONS,
    BadValue,
    as_date,
    as_nip,
    as_text,
    as_yes_or_no,
    code_word,
)
from netra.registry.nip import InvalidNip, parse
from netra.registry.states import Employment, Position
from netra.trust.language import long_date

Key = TypeVar("Key")
Value = TypeVar("Value")
# Appointments are decided some weeks ahead; what lies further off is a slip of the year.
AHEAD = timedelta(days=90)
# Of each kind of cell; a file that has more kinds than that is read all the same, only slower.
_KEPT = 50_000
_TEXTS = frozenset({str, type(None)})
Cells = tuple[Cell | None, ...]
_PLACE, _DUTY = ("agency_code", "unit_code"), ("title", "position", "grade", "leads_unit")


@dataclass(slots=True)
class PostReader:
    """Reads the post, the superior and the first day of a row."""

    context: Context
    # Positions that were right, by the cells that tell where, and by those that tell what.
    _places: dict[Cells, PositionEntry] = field(default_factory=dict)
    _duties: dict[Cells, PositionEntry] = field(default_factory=dict)
    _gradings: dict[Cells, Employment] = field(default_factory=dict)
    _days: dict[str, date] = field(default_factory=dict)
    _superiors: dict[str, str] = field(default_factory=dict)

    def read(self, cells: Mapping[str, Cell], faults: list[str]) -> tuple[PositionEntry | None, date | None]:
        """The position, and its first day where the row tells one; what is wrong is added to the faults."""
        before = len(faults)
        start_date = self._start(cells.get("start_date"), faults)
        superior, is_right = self._superior(cells.get("superior_nip"), faults)
        place, duty = tuple(map(cells.get, _PLACE)), tuple(map(cells.get, _DUTY))
        there, post = self._places.get(place), self._duties.get(duty)
        is_right = is_right and len(faults) == before and not (start_date and day_faults(start_date))
        if is_right and there and post and (there.unit_code or not post.leads_unit):
            day = start_date or self.context.today
            return _put_together(there, post, superior, day), start_date
        post = self._post(cells, superior, start_date, faults)
        if post is not None and len(faults) == before and all(type(cell) in _TEXTS for cell in (*place, *duty)):
            _keep(self._places, place, post)
            _keep(self._duties, duty, post)
        return post, start_date

    def grading(self, cells: Mapping[str, Cell]) -> tuple[Employment | None, bool]:
        """The kind of employment, None for a word that nobody knows, and whether the grade is known to go with it."""
        key = cells.get("employment"), cells.get("grade")
        known = self._gradings.get(key)
        if known is not None:
            return known, True
        employment = EMPLOYMENTS.get(code_word(as_text(cells.get("employment"))))
        is_right = employment is not None and not grade_faults(as_text(cells.get("grade"))[:40], employment)
        if employment is not None and is_right and all(type(cell) in _TEXTS for cell in key):
            _keep(self._gradings, key, employment)
        return employment, is_right

    def agency_code(self, cells: Mapping[str, Cell]) -> str:
        """The agency that a row names, else the one of the whole file."""
        return as_text(cells.get("agency_code")).upper() or self.context.agency_code

    def _post(
        self, cells: Mapping[str, Cell], superior: str, start_date: date | None, faults: list[str]
    ) -> PositionEntry | None:
        written = as_text(cells.get("position"))
        level = POSITIONS.get(code_word(written))
        if level is None:
            faults.append(_("Jenjang jabatan “%s” tidak dikenal.") % written[:40])
        told = PositionEntry(
            agency_code=self.agency_code(cells),
            unit_code=as_text(cells.get("unit_code")),
            title=as_text(cells.get("title")),
            position=level or Position.UNKNOWN,
            grade=as_text(cells.get("grade")),
            superior_nip=superior,
            start_date=start_date or self.context.today,
            leads_unit=read(lambda: as_yes_or_no(cells.get("leads_unit"), _("Kepala unit")), faults),
        )
        try:
            return checked_position(told)
        except InvalidEntry as error:
            faults.extend(error.reasons)
        return None

    def _superior(self, cell: Cell | None, faults: list[str]) -> tuple[str, bool]:
        """The number of the superior, and whether it is right; `checked_position` says what is wrong with another."""
        if cell in (None, ""):
            return "", True
        if isinstance(cell, str) and cell in self._superiors:
            return self._superiors[cell], True
        number = read(lambda: as_nip(cell), faults) or ""
        try:
            digits = parse(number).digits
        except InvalidNip:
            return number, False
        if isinstance(cell, str):
            _keep(self._superiors, cell, digits)
        return digits, True

    def _start(self, cell: Cell | None, faults: list[str]) -> date | None:
        if cell in (None, ""):
            return None
        if isinstance(cell, str) and cell in self._days:
            return self._days[cell]
        day = read(lambda: as_date(cell, _("TMT jabatan")), faults)
        if day is not None and day > self.context.today + AHEAD:
            faults.append(
                _("TMT jabatan %(day)s lebih dari %(days)s hari di depan. Periksa tahunnya.")
                % {"day": long_date(day), "days": AHEAD.days}
            )
            return None
        if day is not None and isinstance(cell, str):
            _keep(self._days, cell, day)
        return day


def _put_together(there: PositionEntry, post: PositionEntry, superior: str, day: date) -> PositionEntry:
    return PositionEntry(
        agency_code=there.agency_code,
        unit_code=there.unit_code,
        title=post.title,
        position=post.position,
        grade=post.grade,
        superior_nip=superior,
        start_date=day,
        leads_unit=post.leads_unit,
    )


def read(value: Callable[[], Value], faults: list[str]) -> Value | None:
    """What a cell says; where it cannot be read, the fault is kept and the other cells are read all the same."""
    try:
        return value()
    except BadValue as error:
        faults.append(str(error))
        return None


# Golongan ruang of PNS and CPNS; the grades of PPPK are Roman numbers without a letter. Those stand in the annex of
# Perpres 98/2020, which Perpres 11/2024 replaced (Pasal I): UNVERIFIED, for the table itself was read in neither.
_GRADE = re.compile(r"\b(?:(?:I|II|III)/[A-D]|IV/[A-E])(?!\w|/)")
_CONTRACT_GRADE = re.compile(r"(?<![\w/])(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XVII)(?![\w/])")


def grade_faults(grade: str, employment: str) -> list[str]:
    """The grade may stand beside the name of the rank ("Penata (III/c)"), and may be left out."""
    if not grade:
        return []
    if employment == "PPPK":
        if _CONTRACT_GRADE.search(grade.upper()):
            return []
        return [
            _(
                "Golongan “%s” bukan golongan PPPK; tulis I sampai XVII (Lampiran Perpres 98/2020, diubah Perpres "
                "11/2024; belum diverifikasi ke naskah asli)."
            )
            % grade
        ]
    if _GRADE.search(grade.upper()):
        return []
    return [_("Golongan “%s” bukan golongan ruang PNS; tulis I/a sampai IV/e.") % grade]


def _keep(kept: dict[Key, Value], key: Key, value: Value) -> None:
    if len(kept) >= _KEPT:
        kept.clear()
    kept[key] = value
