"""Rows of civil servants, each with the position it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from netra.registry.checks import InvalidEntry, checked_civil_servant
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.imports.loading import Answer, Context, Outcome, Sum, rejected
from netra.registry.imports.people_known import KnownSpell, Places
from netra.registry.imports.people_plan import PeoplePlan
from netra.registry.imports.places import agency_unknown, place_faults, unit_unknown
from netra.registry.imports.posts import PostReader, grade_faults, read
from netra.registry.imports.sheet import Cell
from netra.registry.imports.values import as_date, as_nip, as_text
from netra.registry.nip import InvalidNip, Nip, parse
from netra.registry.same_person import shares_no_word
from netra.registry.spells import Decision, Step
from netra.registry.states import Employment
from netra.trust.language import long_date


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row: the person, and the position the row speaks of; `start_date` None where the row has none."""

    person: CivilServantEntry
    nip: Nip
    position: PositionEntry
    start_date: date | None


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of each row in order, and the hash of what was written, empty for nothing."""

    answers: list[Answer]
    digest: str


class FileKnowledge(Protocol):
    """What is known of the file itself: whom it lists anywhere, and whose row was taken already."""

    def listed(self, nips: Collection[str]) -> set[str]: ...

    def accepted(self, nips: Collection[str]) -> set[str]: ...


class CivilServantLoader:
    """Creates and changes civil servants and starts their positions.

    A superior whom only a later row of the file brings is left out at first, and the row asked for `again`; in the last
    pass (`is_last`) one who is still unknown is left out for good, with a note.
    """

    def __init__(self, context: Context, file: FileKnowledge) -> None:
        self._context = context
        self._file = file
        self._places = Places()
        self._posts = PostReader(context)
        self.is_last = False

    def entry(self, cells: Mapping[str, Cell]) -> PersonRow:
        """Raises InvalidEntry with everything that is wrong."""
        faults: list[str] = []
        employment, is_graded = self._posts.grading(cells)
        person = self._person(cells, employment, faults)
        position, start_date = self._posts.read(cells, faults)
        if employment is not None and not is_graded:
            faults.extend(grade_faults(as_text(cells.get("grade"))[:40], employment))
        if person is not None and start_date is not None and start_date < person[1].appointment_month:
            faults.append(_early_start(start_date, person[1]))
        if faults or person is None or position is None:
            raise InvalidEntry(faults)
        entry, nip = person
        return PersonRow(entry, nip, position, start_date)

    def place_faults(self, rows: Sequence[Mapping[str, Cell]]) -> list[list[str]]:
        """What the registry has against the places of rows that are wrong by themselves, to be told together."""
        return place_faults(
            [(self._posts.agency_code(row), as_text(row.get("unit_code")).upper()) for row in rows], self._context
        )

    def apply(self, entries: Sequence[PersonRow], *, write: bool) -> Applied:
        """Superiors stand before those whom they are above, where both are among the entries."""
        superiors = {entry.position.superior_nip for entry in entries} - {""}
        self._places.meet({(entry.position.agency_code, entry.position.unit_code) for entry in entries})
        plan = PeoplePlan.of_batch(
            nips={entry.person.nip for entry in entries}, superiors=superiors, places=self._places
        )
        unknown = superiors - plan.people.keys()
        taken = self._file.accepted(unknown) if unknown else set()
        coming = self._file.listed(unknown - taken) if unknown - taken and not self.is_last else set()
        answers = [self._answer(entry, plan, taken, coming) for entry in entries]
        return Applied(answers, plan.write(self._context.at) if write else "")

    def _answer(self, entry: PersonRow, plan: PeoplePlan, taken: set[str], coming: set[str]) -> Answer:
        faults = self._faults(entry, plan)
        if faults:
            return rejected(" ".join(faults))
        position, above = entry.position, entry.position.superior_nip
        notes: tuple[str, ...] = ()
        is_missing = bool(above) and above not in plan.people and above not in plan.new_people and above not in taken
        if is_missing:
            position = replace(position, superior_nip="")
            notes = () if above in coming else (_superior_unknown(),)
        decision = plan.decide(entry.person.nip, position, entry.start_date, self._context.today)
        if decision.step is Step.REFUSE:
            return rejected(decision.reason)
        elsewheres = self._elsewheres(decision)
        if elsewheres:
            return rejected(_kept_elsewhere(elsewheres.start_date, self._context.today))
        before = plan.people.get(entry.person.nip)
        if before is not None and before.name != entry.person.name and shares_no_word(before.name, entry.person.name):
            notes = (*notes, _another_name(before.name, entry.person.name))
        is_new, is_told = plan.take_person(entry.person, entry.nip)
        plan.take_position(entry.person.nip, position, decision)
        changed = is_told or decision.step is not Step.NOTHING
        outcome = Outcome.CREATED if is_new else Outcome.CHANGED if changed else Outcome.UNCHANGED
        return Answer(outcome, notes, _sum(decision), again=is_missing and above in coming)

    def _elsewheres(self, decision: Decision) -> KnownSpell | None:
        """The post of an agency for which this person may not write that the row would tell anew, or end."""
        if decision.step is Step.NOTHING:
            return None
        for spell in (decision.spell, decision.before):
            is_touched = decision.step is Step.CORRECT or (spell is not None and spell.until_date is None)
            if isinstance(spell, KnownSpell) and is_touched and self._context.out_of_reach(spell.agency_code):
                return spell
        return None

    def _faults(self, entry: PersonRow, plan: PeoplePlan) -> list[str]:
        """What speaks against a row that is right by itself; of a place that nobody knows nothing more is asked."""
        agency_code, unit_code = entry.position.agency_code, entry.position.unit_code
        if agency_code not in self._places.agencies:
            return [agency_unknown(agency_code)]
        faults = []
        if unit_code and (agency_code, unit_code) not in self._places.units:
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

    def _person(
        self, cells: Mapping[str, Cell], employment: Employment | None, faults: list[str]
    ) -> tuple[CivilServantEntry, Nip] | None:
        if employment is None:
            written = as_text(cells.get("employment"))
            faults.append(_("Jenis pegawai “%s” tidak dikenal; tulis PNS, CPNS, atau PPPK.") % written[:40])
        birth_date = (
            read(lambda: as_date(cells["birth_date"], _("Tanggal lahir")), faults) if cells.get("birth_date") else None
        )
        digits = read(lambda: as_nip(cells.get("nip")), faults)
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


def _sum(decision: Decision) -> Sum | None:
    """Whether the start of a post was assumed, or one that had been assumed became known."""
    had_been = decision.spell is not None and decision.step is Step.CORRECT and decision.spell.start_is_assumed
    if had_been == decision.is_assumed:
        return None
    return Sum.START_ASSUMED if decision.is_assumed else Sum.START_CORRECTED


def _likely(digits: str) -> Employment:
    """The kind by which a number is checked when its own cell cannot be read."""
    try:
        return Employment.PPPK if parse(digits).is_pppk else Employment.PNS
    except InvalidNip:
        return Employment.PNS


def _early_start(start_date: date, nip: Nip) -> str:
    """Nobody holds a position of the service before the appointment that the NIP itself tells."""
    return _("TMT jabatan %(day)s mendahului pengangkatan menurut NIP (%(appointed)s). Periksa tahunnya.") % {
        "day": long_date(start_date),
        "appointed": long_date(nip.appointment_month),
    }


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


def _another_name(before: str, after: str) -> str:
    return _(
        "Nama diganti dari “%(before)s” menjadi “%(after)s”; tidak ada kata yang sama. Periksa milik siapa NIP itu; "
        "bila keliru, impor lagi baris ini dengan nama semula."
    ) % {"before": before, "after": after}


def _superior_unknown() -> str:
    return _("Atasan langsung belum dikenal atau barisnya ditolak; dikosongkan.")
