"""Writing a batch of tree rows: all new rows first, then what changed, then who hangs under whom."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from netra.registry.imports.loading import Outcome, tell
from netra.registry.models import Agency, OrgUnit

Row = TypeVar("Row", Agency, OrgUnit)
Key = TypeVar("Key", bound=Hashable)


class TreePlan(Generic[Row, Key]):
    """What is to be written for one batch; `known` holds the rows that are there, by key."""

    def __init__(self, known: Mapping[Key, Row]) -> None:
        self._rows: dict[Key, Row] = dict(known)
        self._fresh: list[Row] = []
        self._touched: list[Row] = []
        self._moved: list[tuple[Row, Key]] = []

    @property
    def rows(self) -> Mapping[Key, Row]:
        """Every row that is there or planned, by key."""
        return self._rows

    def take(self, key: Key, make: Callable[[], Row], wanted: Mapping[str, object], new_parent: Key | None) -> Outcome:
        """Plan one row: made when it is not there, changed when it differs or hangs elsewhere."""
        row = self._rows.get(key)
        outcome = Outcome.UNCHANGED
        if row is None:
            row = self._rows[key] = make()
            tell(row, wanted)
            self._fresh.append(row)
            outcome = Outcome.CREATED
        elif tell(row, wanted):
            self._touched.append(row)
            outcome = Outcome.CHANGED
        if new_parent is not None:
            self._moved.append((row, new_parent))
            outcome = Outcome.CHANGED if outcome is Outcome.UNCHANGED else outcome
        return outcome

    def write(self, table: type[Row], fields: Sequence[str]) -> None:
        """Three statements per thousand rows at most."""
        table.objects.bulk_create(self._fresh)
        for row, parent in self._moved:
            row.parent = self._rows[parent]
        table.objects.bulk_update(self._touched, fields)
        table.objects.bulk_update([row for row, _parent in self._moved], ["parent"])
