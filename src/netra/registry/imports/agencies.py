"""Rows of agencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from netra.registry.agency_history import ever_circles, histories, write_former
from netra.registry.checks import InvalidEntry, checked_agency, raise_if
from netra.registry.entries import AgencyEntry
from netra.registry.imports.authorities import AuthorityPlan, AuthorityTold, authority_told
from netra.registry.imports.loading import Answer, Context, Outcome, rejected, taken
from netra.registry.imports.sheet import Cell
from netra.registry.imports.tree_plan import TreePlan
from netra.registry.imports.values import AGENCY_KINDS, BadValue, as_date, as_text, code_word
from netra.registry.models import Agency
from netra.registry.regions import Ambiguous, Unknown, region_index
from netra.registry.renames import Borne, History, RenameRefused, Told, retold, spell_on

FIELDS = ("name", "kind", "region_code", "province_code", "address", "phone", "city", "valid_from", "valid_until")


def wanted_of(entry: AgencyEntry, last: Borne) -> dict[str, object]:
    """The columns of an agency as an entry tells them, with its last name; its parent apart."""
    return {
        "name": last.name,
        "kind": entry.kind.value,
        "region_code": entry.region_code,
        "province_code": entry.region_code[:2],
        "address": entry.address,
        "phone": entry.phone,
        "city": entry.city,
        "valid_from": entry.valid_from,
        "valid_until": entry.valid_until,
    }


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One row: the agency, and the appointing authority that it names, if any."""

    agency: AgencyEntry
    authority: AuthorityTold | None


@dataclass(slots=True)
class _Batch:
    """What is known of the agencies of one batch, and what is planned for them."""

    known: dict[str, History]
    agencies: TreePlan[Agency, str]
    authorities: AuthorityPlan
    renamed: dict[str, History] = field(default_factory=dict)

    def write(self) -> None:
        self.agencies.write(Agency, FIELDS)
        write_former(self.renamed, self.agencies.rows)
        self.authorities.write(self.agencies.rows)


class AgencyLoader:
    """Creates, changes and renames agencies and sets their appointing authority; a row whose parent is nowhere is
    rejected.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        # What this file told so far, so that a dry run, too, knows the rows above.
        self._told: dict[str, History] = {}
        self._notes: dict[str, str] = {}

    def entry(self, cells: Mapping[str, Cell]) -> AgencyRow:
        faults: list[str] = []
        agency = self._agency(cells, faults)
        code = agency.code if agency else ""
        authority = _authority(cells, code, faults, self._context.today)
        raise_if(faults)
        if agency is None:
            raise InvalidEntry(faults)
        return AgencyRow(agency, authority)

    def place_faults(self, rows: Sequence[Mapping[str, Cell]]) -> list[list[str]]:
        """None: the agency above may stand further down in the file."""
        return [[] for _row in rows]

    def key(self, entry: AgencyRow) -> str:
        return entry.agency.code

    def parent(self, entry: AgencyRow) -> str | None:
        return entry.agency.parent_code or None

    def out_of_circle(self, entry: AgencyRow) -> tuple[AgencyRow | None, str]:
        return None, _("Instansi %s menjadi induk dari induknya sendiri.") % entry.agency.code

    def agency_code(self, entry: AgencyRow) -> str:
        return entry.agency.code

    def apply(self, entries: Sequence[AgencyRow], *, write: bool) -> list[Answer]:
        batch = self._batch([row.agency for row in entries])
        answers = [self._answer(row, batch) for row in entries]
        if write:
            batch.write()
        self._told.update(taken(entries, answers, lambda row: (row.agency.code, batch.known[row.agency.code])))
        return answers

    def _batch(self, entries: Sequence[AgencyEntry]) -> _Batch:
        known = {**histories(), **self._told}
        codes = {entry.code for entry in entries}
        # Whatever a spell of these may hang under, now or before.
        above = {entry.parent_code for entry in entries}
        above |= {spell.parent for code in codes for spell in known.get(code, ()) if spell.parent}
        rows = {row.code: row for row in Agency.objects.filter(code__in=codes | above)}
        return _Batch(known, TreePlan(rows), AuthorityPlan.of_batch(codes))

    def _answer(self, row: AgencyRow, batch: _Batch) -> Answer:
        entry, authority = row.agency, row.authority
        before = batch.known.get(entry.code, ())
        try:
            told = self._retold(entry, before)
        except RenameRefused as refusal:
            return rejected(str(refusal))
        faults = [self._fault(row, {**batch.known, entry.code: told})]
        faults += [batch.authorities.fault(authority)] if authority else []
        if any(faults):
            return rejected(*filter(None, faults))
        batch.known[entry.code] = told
        last, above = told[-1], before[-1].parent if before else None
        moved_to = last.parent if last.parent != above else None
        outcomes = [batch.agencies.take(entry.code, lambda: Agency(code=entry.code), wanted_of(entry, last), moved_to)]
        if told[:-1] != before[:-1]:
            batch.renamed[entry.code] = told
            outcomes.append(Outcome.CHANGED)
        if authority:
            outcomes.append(batch.authorities.take(authority))
        news = next((outcome for outcome in outcomes if outcome is not Outcome.UNCHANGED), Outcome.UNCHANGED)
        return Answer(news, tuple(self._notes_on(entry, before, told)))

    def _retold(self, entry: AgencyEntry, before: History) -> History:
        """The history with the row; a parent that the row does not name stays the one of that day."""
        day = entry.since or self._context.today
        parent = entry.parent_code or (spell_on(before, day).parent if before else None)
        told = Told(entry.name, parent, entry.since, entry.former_name)
        return retold(before or (Borne(entry.name, parent),), told, today=self._context.today)

    def _notes_on(self, entry: AgencyEntry, before: History, told: History) -> Iterator[str]:
        if entry.code in self._notes:
            yield self._notes[entry.code]
        if before and entry.since is None and {spell.name for spell in before} != {spell.name for spell in told}:
            yield _(
                "Nama diperbaiki, juga untuk waktu lampau. Bila instansi berganti nama, isi kolom “Nama dan Induk "
                "Berlaku Sejak” dan “Nama Sebelumnya”."
            )

    def _fault(self, row: AgencyRow, known: Mapping[str, History]) -> str:
        above = row.agency.parent_code
        if above and above not in known:
            return _("Instansi induk “%s” tidak dikenal.") % above
        if ever_circles(known, row.agency.code):
            return self.out_of_circle(row)[1]
        return self._context.out_of_reach(row.agency.code)

    def _agency(self, cells: Mapping[str, Cell], faults: list[str]) -> AgencyEntry | None:
        try:
            entry, note = _agency_told(cells)
        except InvalidEntry as error:
            faults.extend(error.reasons)
            return None
        except BadValue as error:
            faults.append(str(error))
            return None
        if note:
            self._notes[entry.code] = note
        return entry


def _agency_told(cells: Mapping[str, Cell]) -> tuple[AgencyEntry, str]:
    """The agency of a row and a note on its region. Raises InvalidEntry or BadValue."""
    written = as_text(cells.get("kind"))
    kind = AGENCY_KINDS.get(code_word(written))
    if kind is None:
        raise BadValue(_("Jenis instansi “%s” tidak dikenal.") % written[:40])
    region_code, note = _region_code(as_text(cells.get("region_code")))
    entry = AgencyEntry(
        code=as_text(cells.get("code")),
        name=as_text(cells.get("name")),
        kind=kind,
        parent_code=as_text(cells.get("parent_code")),
        region_code=region_code,
        address=as_text(cells.get("address")),
        phone=as_text(cells.get("phone")),
        city=as_text(cells.get("city")),
        valid_from=as_date(cells.get("valid_from"), _("Tanggal berdiri")),
        valid_until=as_date(cells.get("valid_until"), _("Tanggal berakhir")),
        since=as_date(cells.get("since"), _("Nama berlaku sejak")),
        former_name=as_text(cells.get("former_name")),
    )
    return checked_agency(entry), note


def _authority(cells: Mapping[str, Cell], code: str, faults: list[str], today: date) -> AuthorityTold | None:
    try:
        return authority_told(cells, code, today=today)
    except InvalidEntry as error:
        faults.extend(error.reasons)
        return None


def _region_code(written: str) -> tuple[str, str]:
    """The present code of a code or of a name that means one region, and a note where a former one was written.

    Raises BadValue where it is a question.
    """
    if not written:
        return "", ""
    answer = region_index().named_or_nation(written)
    if isinstance(answer, Ambiguous):
        raise BadValue(answer.question)
    if isinstance(answer, Unknown):
        raise BadValue(answer.message)
    return answer.code, answer.note if answer.code != answer.region.code else ""
