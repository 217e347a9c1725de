"""The import of civil servants from a file of any size: batch by batch, each with its checkpoint (ADR 20).

The file is read three times at most: whom it lists, what its rows say, and those rows once more whose superior stood
further down. Nothing is held of it but a batch; what must be known of the whole file lies in a notebook on the disk.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.registry.checks import InvalidEntry
from netra.registry.imports.checkpoints import Remark, RemarkKind, advance, finish, remarks_of
from netra.registry.imports.civil_servants import Applied, CivilServantLoader, PersonRow
from netra.registry.imports.columns import ImportKind
from netra.registry.imports.loading import Answer, Context, Outcome, Sum, rejected, summed
from netra.registry.imports.notebook import Bearing, Notebook
from netra.registry.imports.reading import Source, Table
from netra.registry.imports.result import ImportResult, Note
from netra.registry.imports.sheet import Cell, Row, UnreadableFile
from netra.registry.imports.tally import Tally
from netra.registry.imports.telling import tell_trail
from netra.registry.imports.values import BadValue, as_nip, has_invisible
from netra.registry.models import ImportRun
from netra.registry.names.rebuilding import filled_gaps
from netra.registry.nip import LENGTH, without_separators
from netra.registry.trees import parents_first
from netra.trust.actors import Actor

# A short file goes in twentieths, so that whoever watches sees it move.
FEWEST_ROWS, MOST_ROWS = 1_000, 10_000
# A file of which nothing at all can be taken for so long has other columns than its heading says.
ALL_REJECTED = 50_000

Placed = tuple[int, Row]


@dataclass(frozen=True, slots=True)
class _Line:
    place: int
    row: Row
    entry: PersonRow
    note: str = ""

    @property
    def nip(self) -> str:
        return self.entry.person.nip


@dataclass(slots=True)
class PeopleRun:
    """One import on its way through the file; `run` says how far, and is kept unless this is a dry run."""

    source: Source
    context: Context
    by: Actor
    dry_run: bool
    run: ImportRun
    tally: Tally = field(default_factory=Tally)
    notebook: Notebook = field(default_factory=Notebook)
    has_recorded: bool = False

    @property
    def at(self) -> datetime:
        return self.context.at

    def steps(self) -> Iterator[tuple[int, int]]:
        """Every batch says (done, total) when it is written; rows that are looked at again are counted anew."""
        try:
            total = self._list()
            rows = min(MOST_ROWS, max(FEWEST_ROWS, total // 20))
            self._recall(rows)
            yield self.run.through, total
            loader = CivilServantLoader(self.context, self.notebook)
            for done in self._first_pass(loader, rows):
                yield done, total
            loader.is_last = True
            for done in self._second_pass(loader, rows):
                yield done, total
            self._finish()
            if not self.dry_run:
                for _people in filled_gaps():
                    yield total, total
        finally:
            self.notebook.close()

    def result(self) -> ImportResult:
        table, _rows = self.source.read()
        counts, tally = self.tally.counts, self.tally
        said = [*summed(tally.sums, timezone.localdate(self.at)), *table.notes]
        if tally.more_notes:
            said.append(_("… dan %s catatan lain.") % tally.more_notes)
        if tally.more_rejected:
            said.append(
                _("%s baris lain juga ditolak. Setelah diperbaiki, impor lagi berkas semula untuk melihat sisanya.")
                % tally.more_rejected
            )
        return ImportResult(
            kind=ImportKind.CIVIL_SERVANTS,
            sha256=self.run.sha256,
            dry_run=self.dry_run,
            created=counts[Outcome.CREATED],
            changed=counts[Outcome.CHANGED],
            unchanged=counts[Outcome.UNCHANGED],
            rejected=tuple(tally.rejected),
            notes=(*(Note(0, text) for text in said), *sorted(tally.notes, key=lambda note: note.line)),
            heading=table.heading,
            more_rejected=tally.more_rejected,
        )

    def _placed(self) -> tuple[Table, Iterator[Placed]]:
        table, rows = self.source.read()
        return table, enumerate(rows, start=1)

    def _list(self) -> int:
        """The first reading: how many rows there are, whom they are about, and who stands on a circle."""
        table, rows = self._placed()
        nip, superior = (_column(table, name) for name in ("nip", "superior_nip"))
        total = 0
        while batch := list(islice(rows, MOST_ROWS)):
            total = batch[-1][0]
            cells = [(_cell(row, nip), _cell(row, superior)) for _place, row in batch]
            self.notebook.list_rows([Bearing(_number(own), _number(above)) for own, above in cells])
        if not total:
            raise UnreadableFile(_("Berkas hanya berisi baris judul, tidak ada baris data."))
        self.notebook.find_circles()
        return total

    def _recall(self, at_once: int) -> None:
        """Go through what an earlier process wrote: whose rows were taken, what was said, what is looked at again."""
        if not self.run.through:
            return
        table, rows = self._placed()
        nip = _column(table, "nip")
        done = islice(rows, self.run.through)
        while batch := list(islice(done, at_once)):
            said = list(remarks_of(self.run, batch[0][0], batch[-1][0]))
            of_place = dict(batch)
            refused = {place for place, kind, _texts in said if kind is RemarkKind.REJECTED}
            taken = ((_number(_cell(row, nip)), row) for place, row in batch if place not in refused)
            self.notebook.accept((str(number), row.line) for number, row in taken if number is not None)
            again = ((place, Outcome(texts[0])) for place, kind, texts in said if kind is RemarkKind.AGAIN)
            self.notebook.look_again(again)
            for place, kind, texts in said:
                if kind is RemarkKind.REJECTED:
                    self.tally.reject(of_place[place], texts)
                elif kind is RemarkKind.NOTE:
                    self.tally.note(of_place[place].line, texts[0])
        self.tally.counts = Counter({outcome: getattr(self.run, outcome.lower()) for outcome in Outcome})
        self.tally.sums = Counter({each: getattr(self.run, each.lower()) for each in Sum})
        self.tally.unrecorded = Counter()

    def _first_pass(self, loader: CivilServantLoader, at_once: int) -> Iterator[int]:
        table, rows = self._placed()
        rest = islice(rows, self.run.through, None)
        while batch := list(islice(rest, at_once)):
            lines, refused = self._checked(loader, table, batch)
            with transaction.atomic():
                applied = self._applied(loader, lines)
                answers = {line.place: answer for line, answer in zip(lines, applied.answers, strict=True)}
                answers |= {place: rejected(*reasons) for place, reasons in refused.items()}
                notes = {line.place: line.note for line in lines if line.note}
                remarks = list(_remarks(answers, notes))
                self._take(batch, answers, notes)
                self._advance(batch[-1][0], self.run.again_through, remarks)
                self._tell(lines, applied.digest)
            done = [(line.nip, line.row.line) for line in lines if answers[line.place].outcome is not Outcome.REJECTED]
            self.notebook.accept(done)
            self.notebook.look_again((place, answer.outcome) for place, answer in answers.items() if answer.again)
            self._stop_where_all_is_rejected(batch[-1][0])
            yield batch[-1][0]

    def _second_pass(self, loader: CivilServantLoader, at_once: int) -> Iterator[int]:
        """The rows whose superior stood further down, told once more now that everybody is there."""
        last = self.notebook.last_again()
        if last <= self.run.again_through:
            return
        table, rows = self._placed()
        rest = islice(rows, self.run.again_through, last)
        while batch := list(islice(rest, MOST_ROWS)):
            before = self.notebook.again(batch[0][0], batch[-1][0])
            lines, _refused = self._checked(loader, table, [placed for placed in batch if placed[0] in before])
            with transaction.atomic():
                applied = self._applied(loader, lines)
                answers = list(zip(lines, applied.answers, strict=True))
                found = Counter(answer.outcome for _line, answer in answers)
                for line, answer in answers:
                    for text in answer.texts:
                        self.tally.note(line.row.line, text)
                    if answer.outcome is Outcome.CHANGED and before[line.place] is Outcome.UNCHANGED:
                        self.tally.counts.update({Outcome.CHANGED: 1, Outcome.UNCHANGED: -1})
                self.tally.unrecorded = Counter({Outcome.CHANGED: found[Outcome.CHANGED]})
                remarks = [(line.place, RemarkKind.NOTE, answer.texts) for line, answer in answers if answer.texts]
                self._advance(self.run.through, batch[-1][0], remarks)
                self._tell(lines, applied.digest)
            yield batch[-1][0]

    def _checked(
        self, loader: CivilServantLoader, table: Table, batch: Sequence[Placed]
    ) -> tuple[list[_Line], dict[int, Sequence[str]]]:
        """The rows that are right by themselves, superiors first, and by place what is wrong with the others."""
        lines: dict[str, _Line] = {}
        refused: dict[int, Sequence[str]] = {}
        wrong: list[tuple[int, Row, Sequence[str]]] = []
        for place, row in batch:
            faults = [row.fault] if row.fault else table.unread(row)
            if faults:
                refused[place] = faults
                continue
            try:
                entry = loader.entry(table.named(row))
            except InvalidEntry as error:
                wrong.append((place, row, error.reasons))
                continue
            before = lines.setdefault(entry.person.nip, _Line(place, row, entry, _note_on(row)))
            if before.place != place:
                same = before.entry.person.name.casefold() == entry.person.name.casefold()
                refused[place] = [_repeated(before.row.line) if same else _borne_by_another(before)]
        others = loader.place_faults([table.named(row) for _place, row, _reasons in wrong]) if wrong else []
        refused |= {place: [*told, *more] for (place, _row, told), more in zip(wrong, others, strict=True)}
        if not loader.is_last:
            for nip, line in self.notebook.accepted_lines(lines.keys()).items():
                refused[lines.pop(nip).place] = [_repeated(line)]
        for nip in self.notebook.on_circle(lines.keys()):
            lines[nip] = _out_of_circle(lines[nip])
        ordered = parents_first(
            list(lines.values()), lambda line: line.nip, lambda line: line.entry.position.superior_nip or None
        )
        return ordered, refused

    def _applied(self, loader: CivilServantLoader, lines: Sequence[_Line]) -> Applied:
        """What came of the lines. Where the database refuses them, each half is tried alone, so that good ones stay."""
        entries = [line.entry for line in lines]
        if self.dry_run or not lines:
            return loader.apply(entries, write=False)
        try:
            with transaction.atomic():
                return loader.apply(entries, write=True)
        except IntegrityError:
            if len(lines) == 1:
                return Applied([rejected(_collided())], "")
        half = len(lines) // 2
        first, second = (self._applied(loader, part) for part in (lines[:half], lines[half:]))
        return Applied([*first.answers, *second.answers], _together(first.digest, second.digest))

    def _take(self, batch: Sequence[Placed], answers: dict[int, Answer], notes: dict[int, str]) -> None:
        for place, row in batch:
            answer = answers[place]
            self.tally.take(row, answer)
            self.tally.unrecorded[answer.outcome] += 1
            if place in notes and answer.outcome is not Outcome.REJECTED:
                self.tally.note(row.line, notes[place])

    def _advance(self, through: int, again_through: int, remarks: Sequence[Remark]) -> None:
        if self.dry_run:
            self.run.through, self.run.again_through = through, again_through
            return
        for outcome in Outcome:
            setattr(self.run, outcome.lower(), self.tally.counts[outcome])
        for each in Sum:
            setattr(self.run, each.lower(), self.tally.sums[each])
        advance(self.run, through=through, again_through=again_through, remarks=remarks)

    def _tell(self, lines: Sequence[_Line], digest: str) -> None:
        """The trail hears of every batch that wrote."""
        if not digest:
            return
        agencies = {line.entry.position.agency_code for line in lines}
        tell_trail(
            kind=ImportKind.CIVIL_SERVANTS,
            agencies=agencies,
            counts=self.tally.unrecorded,
            sha256=self.run.sha256,
            digest=digest,
            by=self.by,
            at=self.at,
        )
        self.tally.unrecorded = Counter()
        self.has_recorded = True

    def _finish(self) -> None:
        if self.dry_run:
            return
        with transaction.atomic():
            finish(self.run)
            if +self.tally.unrecorded or not self.has_recorded:
                tell_trail(
                    kind=ImportKind.CIVIL_SERVANTS,
                    agencies={self.context.agency_code} - {""},
                    counts=self.tally.unrecorded,
                    sha256=self.run.sha256,
                    digest="",
                    by=self.by,
                    at=self.at,
                )

    def _stop_where_all_is_rejected(self, done: int) -> None:
        if done < ALL_REJECTED or self.tally.counts[Outcome.REJECTED] < done:
            return
        if not self.dry_run:
            finish(self.run)
        raise UnreadableFile(
            _(
                "Tidak satu pun dari %(count)s baris pertama dapat diterima; kemungkinan judul kolom tidak sesuai "
                "dengan isinya. Tidak ada yang ditulis. Alasan pada baris %(line)s: %(reason)s"
            )
            % {
                "count": done,
                "line": self.tally.rejected[0].line,
                "reason": " ".join(self.tally.rejected[0].reasons),
            }
        )


def _remarks(answers: dict[int, Answer], notes: dict[int, str]) -> Iterator[Remark]:
    for place, answer in answers.items():
        if answer.outcome is Outcome.REJECTED:
            yield place, RemarkKind.REJECTED, answer.texts
            continue
        for text in (*answer.texts, *([notes[place]] if place in notes else [])):
            yield place, RemarkKind.NOTE, (text,)
        if answer.again:
            yield place, RemarkKind.AGAIN, (answer.outcome.value,)


def _column(table: Table, name: str) -> int | None:
    return table.fields.index(name) if name in table.fields else None


def _cell(row: Row, column: int | None) -> Cell:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _number(cell: Cell) -> int | None:
    """A cell as a number of eighteen digits, if it is one; whether it is a right one is asked later."""
    if type(cell) is not str or len(cell) != LENGTH:
        try:
            cell = without_separators(as_nip(cell))
        except BadValue:
            return None
    return int(cell) if len(cell) == LENGTH and cell.isascii() and cell.isdigit() else None


def _note_on(row: Row) -> str:
    text = "".join([cell for cell in row.cells if type(cell) is str])
    # Nearly every row: nothing that could be invisible.
    if (text.isascii() and text.isprintable()) or not any(has_invisible(cell) for cell in row.cells):
        return ""
    return _("Karakter tak terlihat (lebar nol atau pembalik arah) dibuang.")


def _repeated(line: int) -> str:
    return _("Sudah ada pada baris %s berkas ini.") % line


def _borne_by_another(first: _Line) -> str:
    """Two people under one number in a file: which of them bears it is for its sender to say."""
    return _(
        "NIP ini sudah dipakai baris %(line)s berkas ini untuk nama lain (%(name)s). Periksa milik siapa NIP itu."
    ) % {
        "line": first.row.line,
        "name": first.entry.person.name,
    }


def _collided() -> str:
    return _("Bertabrakan dengan data yang baru saja ditulis orang lain. Impor ulang baris ini.")


def _together(first: str, second: str) -> str:
    """The hash of two halves that were written one after the other; empty where neither wrote."""
    if not first or not second:
        return first or second
    return hashlib.sha256(f"{first} {second}".encode()).hexdigest()


def _out_of_circle(line: _Line) -> _Line:
    position = replace(line.entry.position, superior_nip="")
    note = _("Atasan langsung dikosongkan: menurut berkas ini ia bawahan dari bawahannya sendiri.")
    return replace(line, entry=replace(line.entry, position=position), note=note)
