"""The import itself: read, check, order, write batch by batch, report. Agencies and units; `people_run` the others.

A batch is one transaction and, where it changed anything, one trail event: whatever stops an import half-way, the trail
says how far it came, and importing the same file again finishes the rest.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Generator, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.registry.checks import InvalidEntry
from netra.registry.imports.agencies import AgencyLoader
from netra.registry.imports.checkpoints import run_of
from netra.registry.imports.columns import ImportKind
from netra.registry.imports.loading import Answer, Context, Loader, Outcome, rejected, summed
from netra.registry.imports.people_run import PeopleRun
from netra.registry.imports.reading import Source, Table, read_table
from netra.registry.imports.result import ImportResult, Note
from netra.registry.imports.sheet import Row, UnreadableFile, check_file_size, check_size, empty_file
from netra.registry.imports.tally import Tally
from netra.registry.imports.telling import tell_trail
from netra.registry.imports.units import UnitLoader
from netra.registry.imports.values import BadValue, has_invisible
from netra.registry.trees import on_circles, parents_first
from netra.trust.access import Scope, forget, require, scope_of
from netra.trust.actors import Actor, SystemActor
from netra.trust.models import User

BATCH_ROWS = 1000
# The reach of an import is that of the act that writes one such row by hand.
_ACTS = {
    ImportKind.AGENCIES: "registry.agency_save",
    ImportKind.UNITS: "registry.unit_save",
    ImportKind.CIVIL_SERVANTS: "registry.civil_servant_save",
}
_LOADERS: dict[ImportKind, Callable[[Context], Loader[Any]]] = {
    ImportKind.AGENCIES: AgencyLoader,
    ImportKind.UNITS: UnitLoader,
}

Progress = Callable[[int, int], None]
Steps = Generator[tuple[int, int], None, ImportResult]
Thing = TypeVar("Thing")


def unwatched(_done: int, _total: int) -> None:
    """The progress of an import that nobody watches."""


def import_file(
    path: Path,
    kind: ImportKind,
    *,
    by: Actor,
    at: datetime,
    agency_code: str = "",
    dry_run: bool = False,
    restart: bool = False,
    progress: Progress = unwatched,
) -> ImportResult:
    """Import a file from disk; see `import_run`. One of civil servants may be of any size.

    An import of it that was stopped goes on where it was. Raises ChangedFile where the file is another one by now,
    unless it is to `restart`.
    """
    asked = _Asked(kind, by, at, agency_code, dry_run)
    try:
        with path.open("rb") as file:
            if kind is not ImportKind.CIVIL_SERVANTS:
                check_file_size(path.stat().st_size)
                return _drained(_ordered(asked, file.read(), path.name), progress)
            if not path.stat().st_size:
                raise empty_file()
            return _drained(_people(asked, file, path.name, restart=restart), progress)
    except OSError as error:
        raise UnreadableFile(_("Berkas tidak dapat dibuka: %s.") % (error.strerror or path.name)) from error


def import_run(
    *,
    content: bytes,
    name: str,
    kind: ImportKind,
    by: Actor,
    at: datetime,
    agency_code: str = "",
    dry_run: bool = False,
    progress: Progress = unwatched,
) -> ImportResult:
    """Import agencies, units or civil servants from the bytes of a CSV, XLSX or Parquet file.

    Rows without an agency column belong to `agency_code`. `progress(done, total)` is called after every batch. Raises
    UnreadableFile when the file as a whole is no use, NotAllowed when this person imports nothing anywhere.
    """
    steps = import_steps(content=content, name=name, kind=kind, by=by, at=at, agency_code=agency_code, dry_run=dry_run)
    return _drained(steps, progress)


def import_steps(
    *,
    content: bytes,
    name: str,
    kind: ImportKind,
    by: Actor,
    at: datetime,
    agency_code: str = "",
    dry_run: bool = False,
) -> Steps:
    """The same import, batch by batch at the pace of whoever asks for the next: each step says (done, total).

    No transaction is open between two steps, so an import that nobody asks on leaves whole batches only. What
    `import_run` raises is raised by the first step, before anything was written.
    """
    asked = _Asked(kind, by, at, agency_code, dry_run)
    if kind is not ImportKind.CIVIL_SERVANTS:
        return _ordered(asked, content, name)
    return _handed_in(asked, content, name)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is imported, by whom, when."""

    kind: ImportKind
    by: Actor
    at: datetime
    agency_code: str
    dry_run: bool

    def context(self) -> Context:
        """Raises NotAllowed where this person imports nothing anywhere."""
        reach = _reach(self.by, self.kind, self.agency_code, self.at)
        return Context(reach, self.at, timezone.localdate(self.at), self.agency_code.strip().upper())


def _ordered(asked: _Asked, content: bytes, name: str) -> Steps:
    """Agencies or units: the whole file, parents before what hangs under them."""
    context = asked.context()
    table = read_table(content, name=name, kind=asked.kind)
    if not table.rows:
        raise UnreadableFile(_("Berkas hanya berisi baris judul, tidak ada baris data."))
    sha256 = hashlib.sha256(content).hexdigest()
    run = _Run(asked.kind, asked.by, asked.at, asked.dry_run, sha256, _LOADERS[asked.kind](context), Tally())
    yield from run.steps(table)
    return run.result(table)


def _handed_in(asked: _Asked, content: bytes, name: str) -> Steps:
    """Civil servants in a file that somebody holds in memory: it may be as large as one that is uploaded."""
    check_size(content)
    return (yield from _people(asked, io.BytesIO(content), name, restart=True))


def _people(asked: _Asked, file: BinaryIO, name: str, *, restart: bool) -> Steps:
    """Civil servants: as the file goes; `restart` gives up a stopped import of another file of this name."""
    context = asked.context()
    source = Source(file, name, asked.kind)
    source.read()
    known = run_of(
        actor_ref=asked.by.actor_ref,
        agency_code=context.agency_code,
        name=name,
        sha256=source.sha256(),
        at=asked.at,
        restart=restart,
        dry_run=asked.dry_run,
    )
    run = PeopleRun(source, context, asked.by, asked.dry_run, known)
    yield from run.steps()
    return run.result()


def _drained(steps: Steps, progress: Progress) -> ImportResult:
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            result: ImportResult = end.value
            return result
        progress(done, total)


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    entry: Any
    note: str = ""


@dataclass(slots=True)
class _Run:
    """One import on its way through the file."""

    kind: ImportKind
    by: Actor
    at: datetime
    dry_run: bool
    sha256: str
    loader: Loader[Any]
    tally: Tally
    has_recorded: bool = field(default=False)

    def steps(self, table: Table) -> Iterator[tuple[int, int]]:
        total = len(table.rows)
        # Before the rows are checked, which takes seconds where there are many.
        yield 0, total
        lines = self._in_order(self._without_repeats(self._checked(table)))
        done = total - len(lines)
        if done:
            yield done, total
        for batch in _batches(lines):
            for line, answer in zip(batch, self._answers(batch), strict=True):
                self.tally.take(line.row, answer)
                if line.note and answer.outcome is not Outcome.REJECTED:
                    self.tally.note(line.row.line, line.note)
            done += len(batch)
            yield done, total
        if not self.dry_run and (self.tally.unrecorded or not self.has_recorded):
            with transaction.atomic():
                self._record(lines, self.tally.unrecorded)

    def result(self, table: Table) -> ImportResult:
        counts = self.tally.counts
        said = (*summed(self.tally.sums, timezone.localdate(self.at)), *table.notes)
        return ImportResult(
            kind=self.kind,
            sha256=self.sha256,
            dry_run=self.dry_run,
            created=counts[Outcome.CREATED],
            changed=counts[Outcome.CHANGED],
            unchanged=counts[Outcome.UNCHANGED],
            rejected=tuple(sorted(self.tally.rejected, key=lambda row: row.line)),
            notes=(*(Note(0, text) for text in said), *sorted(self.tally.notes, key=lambda note: note.line)),
            heading=table.heading,
        )

    def _checked(self, table: Table) -> Iterator[_Line]:
        wrong: list[tuple[Row, Sequence[str]]] = []
        for row in table.rows:
            faults = [row.fault] if row.fault else table.unread(row)
            if faults:
                self.tally.reject(row, faults)
                continue
            try:
                entry = self.loader.entry(table.named(row))
            except InvalidEntry as error:
                wrong.append((row, error.reasons))
            except BadValue as error:
                wrong.append((row, [str(error)]))
            else:
                hidden = any(has_invisible(cell) for cell in row.cells)
                note = _("Karakter tak terlihat (lebar nol atau pembalik arah) dibuang.") if hidden else ""
                yield _Line(row, entry, note)
        for batch in _batches(wrong):
            others = self.loader.place_faults([table.named(row) for row, _reasons in batch])
            for (row, reasons), faults in zip(batch, others, strict=True):
                self.tally.reject(row, [*reasons, *faults])

    def _without_repeats(self, lines: Iterator[_Line]) -> dict[Hashable, _Line]:
        first: dict[Hashable, _Line] = {}
        for line in lines:
            before = first.setdefault(self.loader.key(line.entry), line)
            if before is not line:
                self.tally.reject(line.row, [_("Sudah ada pada baris %s berkas ini.") % before.row.line])
        return first

    def _in_order(self, lines: dict[Hashable, _Line]) -> list[_Line]:
        """Parents before children; what stands on a circle goes without its parent or not at all."""
        parents = {key: self.loader.parent(line.entry) for key, line in lines.items()}
        for key in on_circles(parents):
            line = lines.pop(key)
            entry, why = self.loader.out_of_circle(line.entry)
            if entry is None:
                self.tally.reject(line.row, [why])
            else:
                lines[key] = _Line(line.row, entry, why)
        return parents_first(
            list(lines.values()),
            key=lambda line: self.loader.key(line.entry),
            parent=lambda line: self.loader.parent(line.entry),
        )

    def _answers(self, batch: Sequence[_Line]) -> list[Answer]:
        """One answer per line. Where the database refuses a batch, each line is tried alone, so that good ones stay."""
        if self.dry_run:
            return self.loader.apply([line.entry for line in batch], write=False)
        try:
            with transaction.atomic():
                answers = self.loader.apply([line.entry for line in batch], write=True)
                counts = self.tally.unrecorded + Counter(answer.outcome for answer in answers)
                has_written = any(answer.outcome in {Outcome.CREATED, Outcome.CHANGED} for answer in answers)
                if has_written:
                    self._record(batch, counts)
        except IntegrityError:
            if len(batch) > 1:
                return [answer for line in batch for answer in self._answers([line])]
            self.tally.unrecorded[Outcome.REJECTED] += 1
            return [rejected(_("Bertabrakan dengan data yang baru saja ditulis orang lain. Impor ulang baris ini."))]
        self.tally.unrecorded = Counter() if has_written else counts
        self.has_recorded = self.has_recorded or has_written
        return answers

    def _record(self, lines: Sequence[_Line], counts: Counter[Outcome]) -> None:
        agencies = {self.loader.agency_code(line.entry) for line in lines}
        tell_trail(kind=self.kind, agencies=agencies, counts=counts, sha256=self.sha256, by=self.by, at=self.at)


def _reach(by: Actor, kind: ImportKind, agency_code: str, at: datetime) -> Scope:
    """For which agencies this person may import, read afresh; NotAllowed when for none."""
    act = _ACTS[kind]
    if isinstance(by, SystemActor):
        require(by, act, at=at)
        return Scope(everywhere=True)
    if isinstance(by, User):
        forget(by)
        scope = scope_of(by, act, on=timezone.localdate(at))
        if not scope.is_empty:
            return scope
    require(by, act, agency_code=agency_code, at=at)
    return Scope()


def _batches(things: Sequence[Thing]) -> Iterator[list[Thing]]:
    rest = iter(things)
    while batch := list(islice(rest, BATCH_ROWS)):
        yield batch
