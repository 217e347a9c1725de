"""Rows of agencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from netra.registry.agency_history import ever_circles, histories, write_former
from netra.registry.checks import checked_agency
from netra.registry.entries import AgencyEntry
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


class AgencyLoader:
    """Creates, changes and renames agencies; a row whose parent is nowhere is rejected."""

    def __init__(self, context: Context) -> None:
        self._context = context
        # What this file told so far, so that a dry run, too, knows the rows above.
        self._told: dict[str, History] = {}
        self._notes: dict[str, str] = {}

    def entry(self, cells: Mapping[str, Cell]) -> AgencyEntry:
        written = as_text(cells.get("kind"))
        kind = AGENCY_KINDS.get(code_word(written))
        if kind is None:
            raise BadValue(_("Jenis instansi “%s” tidak dikenal.") % written[:40])
        region_code, note = _region_code(as_text(cells.get("region_code")))
        entry = checked_agency(
            AgencyEntry(
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
        )
        if note:
            self._notes[entry.code] = note
        return entry

    def key(self, entry: AgencyEntry) -> str:
        return entry.code

    def parent(self, entry: AgencyEntry) -> str | None:
        return entry.parent_code or None

    def out_of_circle(self, entry: AgencyEntry) -> tuple[AgencyEntry | None, str]:
        return None, _("Instansi %s menjadi induk dari induknya sendiri.") % entry.code

    def agency_code(self, entry: AgencyEntry) -> str:
        return entry.code

    def apply(self, entries: Sequence[AgencyEntry], *, write: bool) -> list[Answer]:
        known = {**histories(), **self._told}
        # Whatever a spell of these may hang under, now or before.
        above = {spell.parent for entry in entries for spell in known.get(entry.code, ())}
        codes = {entry.code for entry in entries} | {entry.parent_code for entry in entries} | above
        plan = TreePlan({row.code: row for row in Agency.objects.filter(code__in=codes)})
        renamed: dict[str, History] = {}
        answers = [self._answer(entry, plan, known, renamed) for entry in entries]
        if write:
            plan.write(Agency, FIELDS)
            write_former(renamed, plan.rows)
        self._told.update(taken(entries, answers, lambda entry: (entry.code, known[entry.code])))
        return answers

    def _answer(
        self, entry: AgencyEntry, plan: TreePlan[Agency, str], known: dict[str, History], renamed: dict[str, History]
    ) -> Answer:
        before = known.get(entry.code, ())
        try:
            told = self._retold(entry, before)
        except RenameRefused as refusal:
            return rejected(str(refusal))
        fault = self._fault(entry, {**known, entry.code: told})
        if fault:
            return rejected(fault)
        known[entry.code] = told
        last, above = told[-1], before[-1].parent if before else None
        outcome = plan.take(
            entry.code,
            lambda: Agency(code=entry.code),
            wanted_of(entry, last),
            last.parent if last.parent != above else None,
        )
        if told[:-1] != before[:-1]:
            renamed[entry.code] = told
            outcome = Outcome.CHANGED if outcome is Outcome.UNCHANGED else outcome
        return Answer(outcome, tuple(self._notes_on(entry, before, told)))

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

    def _fault(self, entry: AgencyEntry, known: Mapping[str, History]) -> str:
        above = entry.parent_code
        if above and above not in known:
            return _("Instansi induk “%s” tidak dikenal.") % above
        if ever_circles(known, entry.code):
            return self.out_of_circle(entry)[1]
        return self._context.out_of_reach(entry.code)


def _region_code(written: str) -> tuple[str, str]:
    """The present code of a code or of a name that means one region, and a note where a former one was written.

    Raises BadValue where it is a question.
    """
    if not written:
        return "", ""
    answer = region_index().named(written)
    if isinstance(answer, Ambiguous):
        raise BadValue(answer.question)
    if isinstance(answer, Unknown):
        raise BadValue(answer.message)
    return answer.code, answer.note if answer.code != answer.region.code else ""
