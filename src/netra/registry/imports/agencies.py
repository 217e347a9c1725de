"""Rows of agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from netra.registry.checks import checked_agency
from netra.registry.entries import AgencyEntry
from netra.registry.imports.loading import Answer, Context, rejected, taken
from netra.registry.imports.sheet import Cell
from netra.registry.imports.tree_plan import TreePlan
from netra.registry.imports.values import AGENCY_KINDS, BadValue, as_date, as_text, code_word
from netra.registry.models import Agency
from netra.registry.regions import Ambiguous, Unknown, region_index
from netra.registry.trees import would_circle

FIELDS = ("name", "kind", "region_code", "province_code", "address", "phone", "city", "valid_from", "valid_until")


def wanted_of(entry: AgencyEntry) -> dict[str, object]:
    """The columns of an agency as an entry tells them, its parent apart."""
    return {
        "name": entry.name,
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
    """Creates and changes agencies; a row whose parent is nowhere is rejected."""

    def __init__(self, context: Context) -> None:
        self._context = context
        # What this file told so far, so that a dry run, too, knows the rows above.
        self._told: dict[str, str | None] = {}
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
        codes = {entry.code for entry in entries} | {entry.parent_code for entry in entries}
        plan = TreePlan({row.code: row for row in Agency.objects.filter(code__in=codes)})
        parents = {**dict(Agency.objects.values_list("code", "parent__code")), **self._told}
        answers = [self._answer(entry, plan, parents) for entry in entries]
        if write:
            plan.write(Agency, FIELDS)
        self._told.update(taken(entries, answers, lambda entry: (entry.code, parents[entry.code])))
        return answers

    def _answer(self, entry: AgencyEntry, plan: TreePlan[Agency, str], parents: dict[str, str | None]) -> Answer:
        fault = self._fault(entry, parents)
        if fault:
            return rejected(fault)
        above = entry.parent_code or parents.get(entry.code)
        is_moved = parents.get(entry.code) != above
        parents[entry.code] = above
        wanted = wanted_of(entry)
        outcome = plan.take(entry.code, lambda: Agency(code=entry.code), wanted, above if is_moved else None)
        return Answer(outcome, (self._notes[entry.code],) if entry.code in self._notes else ())

    def _fault(self, entry: AgencyEntry, parents: Mapping[str, str | None]) -> str:
        above = entry.parent_code
        if above and above not in parents:
            return _("Instansi induk “%s” tidak dikenal.") % above
        if above and would_circle(parents, entry.code, above):
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
