"""Counting what became of the rows, for the person who imports and for the trail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from netra.registry.imports.loading import Answer, Outcome, Sum
from netra.registry.imports.result import Note, RejectedRow
from netra.registry.imports.sheet import Row

KEPT_REJECTED = 100_000
KEPT_NOTES = 10_000


@dataclass(slots=True)
class Tally:
    """All rows so far; `unrecorded` holds the counts that no trail event has told yet.

    Of very many rejected rows and notes the first are kept and all are counted: the others still stand in the file.
    """

    counts: Counter[Outcome] = field(default_factory=Counter)
    unrecorded: Counter[Outcome] = field(default_factory=Counter)
    rejected: list[RejectedRow] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    sums: Counter[Sum] = field(default_factory=Counter)
    more_notes: int = 0

    @property
    def more_rejected(self) -> int:
        """How many rejected rows were counted only."""
        return self.counts[Outcome.REJECTED] - len(self.rejected)

    def _keep(self, row: Row, reasons: Sequence[str]) -> None:
        if len(self.rejected) < KEPT_REJECTED:
            self.rejected.append(RejectedRow(row.line, row.cells, tuple(reasons)))

    def reject(self, row: Row, reasons: Sequence[str]) -> None:
        self._keep(row, reasons)
        self.counts[Outcome.REJECTED] += 1
        self.unrecorded[Outcome.REJECTED] += 1

    def note(self, line: int, text: str) -> None:
        if len(self.notes) < KEPT_NOTES:
            self.notes.append(Note(line, text))
        else:
            self.more_notes += 1

    def take(self, row: Row, answer: Answer) -> None:
        """One answered row; its counts were told to the trail with its batch, or wait in `unrecorded`."""
        self.counts[answer.outcome] += 1
        if answer.outcome is Outcome.REJECTED:
            self._keep(row, answer.texts)
            return
        if answer.sum:
            self.sums[answer.sum] += 1
        for text in answer.texts:
            self.note(row.line, text)
