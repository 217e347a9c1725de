"""Rows of civil servants, each with the position it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from django.utils.translation import gettext as _

from netra.registry.checks import InvalidEntry, checked_civil_servant, checked_position, raise_if
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.imports.loading import Answer, Context, Outcome, Sum, rejected, taken
from netra.registry.imports.people_plan import PeoplePlan
from netra.registry.imports.places import agency_unknown, place_faults, unit_unknown
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
from netra.registry.models import PositionSpell
from netra.registry.nip import InvalidNip, Nip, parse
from netra.registry.spells import Decision, Step
from netra.registry.states import Employment, Position
from netra.trust.language import long_date

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row: the person, and the position the row speaks of; `start_date` None where the row has none."""

    person: CivilServantEntry
    nip: Nip
    position: PositionEntry
    start_date: date | None


# Appointments are decided some weeks ahead; what lies further off is a slip of the year.
AHEAD = timedelta(days=90)


class CivilServantLoader:
    """Creates and changes civil servants and starts their positions. An unknown superior is left out, with a note."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told: set[str] = set()

    def entry(self, cells: Mapping[str, Cell]) -> PersonRow:
        faults: list[str] = []
        person = self._person(cells, faults)
        position, start_date = self._position(cells, faults)
        employment = _employment(cells)
        if employment is not None:
            faults.extend(_grade_faults(as_text(cells.get("grade"))[:40], employment))
        if person is not None:
            faults.extend(_early_start(start_date, person[1]))
        raise_if(faults)
        if person is None or position is None:
            raise InvalidEntry(faults)
        entry, nip = person
        return PersonRow(entry, nip, position, start_date)

    def place_faults(self, rows: Sequence[Mapping[str, Cell]]) -> list[list[str]]:
        return place_faults(
            [(self._agency_code(row), as_text(row.get("unit_code")).upper()) for row in rows], self._context
        )

    def key(self, entry: PersonRow) -> str:
        return entry.person.nip

    def parent(self, entry: PersonRow) -> str | None:
        return entry.position.superior_nip or None

    def out_of_circle(self, entry: PersonRow) -> tuple[PersonRow | None, str]:
        note = _("Atasan langsung dikosongkan: menurut berkas ini ia bawahan dari bawahannya sendiri.")
        return replace(entry, position=replace(entry.position, superior_nip="")), note

    def agency_code(self, entry: PersonRow) -> str:
        return entry.position.agency_code

    def apply(self, entries: Sequence[PersonRow], *, write: bool) -> list[Answer]:
        plan = PeoplePlan.of_batch(
            nips={entry.person.nip for entry in entries} | {entry.position.superior_nip for entry in entries},
            agency_codes={entry.position.agency_code for entry in entries},
            unit_codes={entry.position.unit_code for entry in entries},
        )
        answers = [self._answer(entry, plan) for entry in entries]
        if write:
            plan.write(self._context.at)
        self._told.update(taken(entries, answers, self.key))
        return answers

    def _answer(self, entry: PersonRow, plan: PeoplePlan) -> Answer:
        faults = self._faults(entry, plan)
        if faults:
            return rejected(" ".join(faults))
        position = entry.position
        notes: tuple[str, ...] = ()
        if position.superior_nip and not self._is_known(position.superior_nip, plan):
            position, notes = replace(position, superior_nip=""), (_superior_unknown(),)
        decision = plan.decide(entry.person.nip, position, entry.start_date, self._context.today)
        if decision.step is Step.REFUSE:
            return rejected(decision.reason)
        elsewheres = self._elsewheres(decision)
        if elsewheres:
            return rejected(_kept_elsewhere(elsewheres.start_date, self._context.today))
        counted = _sum(decision)
        is_new, is_told = plan.take_person(entry.person, entry.nip)
        plan.take_position(entry.person.nip, position, decision)
        if is_new:
            return Answer(Outcome.CREATED, notes, counted)
        changed = is_told or decision.step is not Step.NOTHING
        return Answer(Outcome.CHANGED if changed else Outcome.UNCHANGED, notes, counted)

    def _elsewheres(self, decision: Decision) -> PositionSpell | None:
        """The post of an agency for which this person may not write that the row would tell anew, or end."""
        if decision.step is Step.NOTHING:
            return None
        for spell in (decision.spell, decision.before):
            is_touched = decision.step is Step.CORRECT or (spell is not None and spell.until_date is None)
            if isinstance(spell, PositionSpell) and is_touched and self._context.out_of_reach(spell.agency.code):
                return spell
        return None

    def _is_known(self, nip: str, plan: PeoplePlan) -> bool:
        return nip in plan.people or nip in plan.new_people or nip in self._told

    def _faults(self, entry: PersonRow, plan: PeoplePlan) -> list[str]:
        """What speaks against a row that is right by itself; of a place that nobody knows nothing more is asked."""
        agency_code, unit_code = entry.position.agency_code, entry.position.unit_code
        if agency_code not in plan.agencies:
            return [agency_unknown(agency_code)]
        faults = []
        if unit_code and (agency_code, unit_code) not in plan.units:
            faults.append(unit_unknown(unit_code))
        here = self._context.out_of_reach(agency_code)
        if here:
            return [*faults, here]
        elsewhere = plan.agency_now(entry.person.nip, self._context.today)
        if elsewhere and self._context.out_of_reach(elsewhere):
            faults.append(
                _("Pegawai ini masih tercatat menjabat di instansi lain. Mintalah instansi itu mengakhirinya.")
            )
        return faults

    def _person(self, cells: Mapping[str, Cell], faults: list[str]) -> tuple[CivilServantEntry, Nip] | None:
        employment = _employment(cells)
        if employment is None:
            written = as_text(cells.get("employment"))
            faults.append(_("Jenis pegawai “%s” tidak dikenal; tulis PNS, CPNS, atau PPPK.") % written[:40])
        birth_date = _read(lambda: as_date(cells.get("birth_date"), _("Tanggal lahir")), faults)
        digits = _read(lambda: as_nip(cells.get("nip")), faults)
        if digits is None:
            return None
        try:
            told = CivilServantEntry(digits, as_text(cells.get("name")), employment or _likely(digits))
            person, nip = checked_civil_servant(told, on=self._context.today)
        except InvalidEntry as error:
            faults.extend(error.reasons)
            return None
        if birth_date is not None and birth_date != nip.birth_date:
            faults.append(_("Tanggal lahir tidak sama dengan yang tertulis dalam NIP."))
        return person, nip

    def _position(self, cells: Mapping[str, Cell], faults: list[str]) -> tuple[PositionEntry | None, date | None]:
        written = as_text(cells.get("position"))
        level = POSITIONS.get(code_word(written))
        if level is None:
            faults.append(_("Jenjang jabatan “%s” tidak dikenal.") % written[:40])
        start_date = _read(lambda: self._start(cells), faults)
        told = PositionEntry(
            agency_code=self._agency_code(cells),
            unit_code=as_text(cells.get("unit_code")),
            title=as_text(cells.get("title")),
            position=level or Position.UNKNOWN,
            grade=as_text(cells.get("grade")),
            superior_nip=_read(lambda: as_nip(cells.get("superior_nip")), faults) or "",
            start_date=start_date or self._context.today,
            leads_unit=_read(lambda: as_yes_or_no(cells.get("leads_unit"), _("Kepala unit")), faults),
        )
        try:
            return checked_position(told), start_date
        except InvalidEntry as error:
            faults.extend(error.reasons)
        return None, start_date

    def _agency_code(self, cells: Mapping[str, Cell]) -> str:
        return as_text(cells.get("agency_code")).upper() or self._context.agency_code

    def _start(self, cells: Mapping[str, Cell]) -> date | None:
        start_date = as_date(cells.get("start_date"), _("TMT jabatan"))
        if start_date is not None and start_date > self._context.today + AHEAD:
            raise BadValue(
                _("TMT jabatan %(day)s lebih dari %(days)s hari di depan. Periksa tahunnya.")
                % {"day": long_date(start_date), "days": AHEAD.days}
            )
        return start_date


def _sum(decision: Decision) -> Sum | None:
    """Whether the start of a post was assumed, or one that had been assumed became known."""
    had_been = decision.spell is not None and decision.step is Step.CORRECT and decision.spell.start_is_assumed
    if had_been == decision.is_assumed:
        return None
    return Sum.START_ASSUMED if decision.is_assumed else Sum.START_CORRECTED


def _read(value: Callable[[], Value], faults: list[str]) -> Value | None:
    """What a cell says; where it cannot be read, the fault is kept and the other cells are read all the same."""
    try:
        return value()
    except BadValue as error:
        faults.append(str(error))
        return None


def _employment(cells: Mapping[str, Cell]) -> Employment | None:
    return EMPLOYMENTS.get(code_word(as_text(cells.get("employment"))))


def _likely(digits: str) -> Employment:
    """The kind by which a number is checked when its own cell cannot be read."""
    try:
        return Employment.PPPK if parse(digits).is_pppk else Employment.PNS
    except InvalidNip:
        return Employment.PNS


def _early_start(start_date: date | None, nip: Nip) -> list[str]:
    """Nobody holds a position of the service before the appointment that the NIP itself tells."""
    if start_date is None or start_date >= nip.appointment_month:
        return []
    return [
        _("TMT jabatan %(day)s mendahului pengangkatan menurut NIP (%(appointed)s). Periksa tahunnya.")
        % {"day": long_date(start_date), "appointed": long_date(nip.appointment_month)}
    ]


# Golongan ruang of PNS and CPNS; the grades of PPPK are Roman numbers without a letter. Those stand in the annex of
# Perpres 98/2020, which Perpres 11/2024 replaced (Pasal I): UNVERIFIED, for the table itself was read in neither.
_GRADE = re.compile(r"\b(?:(?:I|II|III)/[A-D]|IV/[A-E])(?!\w|/)")
_CONTRACT_GRADE = re.compile(r"(?<![\w/])(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XVII)(?![\w/])")


def _grade_faults(grade: str, employment: str) -> list[str]:
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


def _kept_elsewhere(start: date, today: date) -> str:
    if start > today:
        return _(
            "Pegawai ini akan mulai menjabat pada instansi lain pada %(start)s; jabatan itu tidak dapat Anda ubah atau "
            "akhiri. Mintalah instansi itu memperbaikinya lebih dahulu."
        ) % {"start": long_date(start)}
    return _(
        "Jabatan mulai %(start)s tercatat pada instansi lain, jadi riwayat itu tidak dapat Anda ubah. Bila keliru, "
        "mintalah instansi itu memperbaikinya; bila ini jabatan baru di instansi Anda, isi TMT-nya."
    ) % {"start": long_date(start)}


def _superior_unknown() -> str:
    return _("Atasan langsung belum dikenal atau barisnya ditolak; dikosongkan.")
