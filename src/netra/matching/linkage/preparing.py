"""From rows to a Parquet file of records: in blocks, on as many processes as are given, with what was wrong told."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet

from netra.matching.linkage.files import FIELDS, Cells, Source
from netra.matching.linkage.records import COMPARED, FAULT_WORDS, SHOWN, Fault, Record, record_of
from netra.matching.tables import MOSTLY, UnreadableTable, listed

# The code of the region that some words mean, or nothing where that is unknown or several.
Regions = Callable[[str], str]
BLOCK = 20_000
_NUMBERS = ("words", "line", "unique_id")
_COLUMNS = ("unique_id", "line", *COMPARED, *SHOWN)
SCHEMA = arrow.schema([(name, arrow.int64() if name in _NUMBERS else arrow.string()) for name in _COLUMNS])
_NAME, _NIK, _BIRTH, _REGION = (FIELDS.index(name) for name in ("name", "nik", "birth", "region"))
# A heading that lies shows in these; what it is called for people.
_MOSTLY_READ = {Fault.NO_NAME: ("nama", _NAME), Fault.NIK: ("NIK", _NIK), Fault.BIRTH: ("tanggal lahir", _BIRTH)}
_ENOUGH_TO_JUDGE = 2

Line = tuple[int, Cells, str]
Block = tuple[list[Record], list[tuple[int, list[Fault]]]]


@dataclass(slots=True)
class Prepared:
    """The file of records, how many there are, and the lines on which something could not be read."""

    source: str
    file: Path
    count: int = 0
    faults: dict[Fault, list[int]] = field(default_factory=dict)
    rejected: list[int] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether every row can be looked for."""
        return not self.rejected and Fault.NOTHING_TO_COMPARE not in self.faults


def prepare(source: Source, into: Path, *, regions: Regions, processes: int = 1) -> Prepared:
    """Write the records of a source as Parquet. Raises UnreadableTable where a heading does not fit what it heads."""
    done = Prepared(source.path, into, rejected=source.rejected)
    filled = dict.fromkeys(_MOSTLY_READ, 0)
    meant = lru_cache(maxsize=100_000)(regions)
    lines = ((line, cells, meant(cells[_REGION]) if cells[_REGION] else "") for line, cells in source.rows)
    with parquet.ParquetWriter(into, SCHEMA) as writer:
        for block, (records, faults) in _read(iter(lambda: list(islice(lines, BLOCK)), []), processes):
            for fault, (_said, place) in _MOSTLY_READ.items():
                filled[fault] += sum(bool(cells[place]) for _line, cells, _region in block)
            for line, found in faults:
                for fault in found:
                    done.faults.setdefault(fault, []).append(line)
            _write(writer, block, records)
            done.count += len(block)
    _refuse_what_is_mostly_wrong(done, filled)
    done.complaints = [*source.complaints, *_complaints(done)]
    return done


def _read(blocks: Iterator[list[Line]], processes: int) -> Iterator[tuple[list[Line], Block]]:
    """Each block with its records, in order. A short file is read by this process alone; few blocks wait at a time."""
    first = list(islice(blocks, 2))
    if processes < 2 or len(first) < 2:
        for block in _chained(first, blocks):
            yield block, read_block(block)
        return
    waiting: deque[tuple[list[Line], Future[Block]]] = deque()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for block in _chained(first, blocks):
            waiting.append((block, pool.submit(read_block, block)))
            if len(waiting) > processes + 1:
                block, reading = waiting.popleft()
                yield block, reading.result()
        while waiting:
            block, reading = waiting.popleft()
            yield block, reading.result()


def _chained(first: list[list[Line]], rest: Iterator[list[Line]]) -> Iterator[list[Line]]:
    yield from first
    yield from rest


def read_block(block: list[Line]) -> Block:
    """The records of some lines and the faults of those that have any."""
    records, faulty = [], []
    for line, cells, region in block:
        record, faults = record_of(cells, region)
        records.append(record)
        if faults:
            faulty.append((line, faults))
    return records, faulty


def _write(writer: parquet.ParquetWriter, block: list[Line], records: list[Record]) -> None:
    columns = list(zip(*records, strict=True))
    lines = [line for line, _cells, _region in block]
    arrays = [
        arrow.array(values, type=kind.type) for kind, values in zip(SCHEMA, [lines, lines, *columns], strict=True)
    ]
    writer.write_table(arrow.Table.from_arrays(arrays, schema=SCHEMA))


def _refuse_what_is_mostly_wrong(done: Prepared, filled: dict[Fault, int]) -> None:
    if len(done.rejected) > MOSTLY * (done.count + len(done.rejected)):
        raise UnreadableTable(
            f"{done.source}: {len(done.rejected)} baris punya lebih banyak kolom daripada judulnya; judul kolom tidak "
            f"cocok dengan isinya. Perbaiki judul atau pemisah kolom."
        )
    if not done.count:
        raise UnreadableTable(f"{done.source}: tidak ada baris di bawah judul kolom.")
    for fault, (said, _place) in _MOSTLY_READ.items():
        lines = done.faults.get(fault, [])
        if filled[fault] >= _ENOUGH_TO_JUDGE and len(lines) > MOSTLY * filled[fault]:
            raise UnreadableTable(
                f"{done.source}: kolom {said} tidak berisi {said}: {len(lines)} dari {filled[fault]} tidak dapat "
                f"dibaca ({listed(lines)}). Judul kolom mungkin tertukar; perbaiki judulnya, atau hapus kolom itu."
            )


def _complaints(done: Prepared) -> list[str]:
    told = [
        f"{done.source}: {len(lines)} baris: {FAULT_WORDS[fault]} ({listed(lines)})."
        for fault, lines in sorted(done.faults.items())
    ]
    if done.rejected:
        lines = listed(done.rejected)
        told.append(f"{done.source}: {len(done.rejected)} baris dilewati karena kolomnya terlalu banyak ({lines}).")
    return told
