"""The list of a nation's civil servants imported, beside a bare COPY into the same tables with the same indexes, in the same run.

    .venv/bin/python bench/national_import.py --people 4700000 --database postgresql://postgres@127.0.0.1:5432/netra_import

Invents people in 600 agencies, writes them to CSV and Parquet, and imports in processes of their own, whose memory is
measured: the first month, the same file again, the next month's with one row in a hundred changed, the first month from
Parquet. The index of names, which takes in newcomers at the end of an import, is told apart.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import django
from casework import _create_database
from names_national import SEED, names

AGENCIES, UNITS = 600, 20
COLUMNS = (
    "NIP",
    "Nama",
    "Status Pegawai",
    "Kode Instansi",
    "Kode Unit",
    "Jabatan",
    "Eselon",
    "Gol",
    "NIP Atasan",
    "TMT Jabatan",
)
GRADES = ("II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")
TITLES = [f"{what} {level} (contoh)" for what in ("Guru", "Analis", "Perawat", "Bidan", "Arsiparis", "Penyuluh", "Pranata", "Auditor")
          for level in ("Pemula", "Terampil", "Mahir", "Penyelia", "Ahli Pertama", "Ahli Muda", "Ahli Madya")]  # fmt: skip
# Where the columns of a row stand, to put it into a table by hand.
CIVIL_SERVANT = "id, ref, nip, name, search_name, employment, birth_date, sex"
SPELL = (
    "id, civil_servant_id, agency_id, unit_id, title, position, grade, direct_superior_id, is_primary, leads_unit, "
    "start_date, start_is_assumed"
)
Person = tuple[str, ...]


def nip(number: int) -> str:
    """Invented and all different: born 1966 to 1999, appointed at twenty-four, PNS."""
    days, serial = divmod(number, 999)
    born = date(1966, 1, 1) + timedelta(days=days * 37 % 12_000)
    month = 1 + days // 12_000 % 12
    return f"{born:%Y%m%d}{born.year + 24}{month:02}{1 + days // 144_000 % 2}{serial + 1:03}"


def people(count: int) -> Iterator[Person]:
    """By agency and unit; every twentieth of a unit is above those who follow, a tenth stand under somebody further down."""
    draw = random.Random(SEED)
    called = names(draw)
    per_unit = max(1, count // (AGENCIES * UNITS))
    for number in range(count):
        place = number // per_unit
        head = number - number % 20
        above = head if head != number else (number + 20 if number % 200 == 0 and number + 20 < count else -1)
        yield (
            nip(number),
            f"{next(called)} (contoh)",
            "PNS",
            f"INSTANSI-{place // UNITS % AGENCIES:03}",
            f"UNIT-{place % UNITS:02}",
            draw.choice(TITLES),
            "Fungsional",
            draw.choice(GRADES),
            nip(above) if above >= 0 else "",
            f"{draw.randrange(1, 29):02}/{draw.randrange(1, 13):02}/{draw.randrange(2024, 2026)}",
        )


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--database", default="postgresql://postgres@127.0.0.1:5432/netra_import")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("NETRA_DATA_DIR", tempfile.mkdtemp(prefix="netra-bench-"))
    for name in ("SECRET", "IDENTITY", "EVIDENCE"):
        os.environ.setdefault(f"NETRA_{name}_KEY", secrets.token_hex(32))
    os.environ |= {"NETRA_DATABASE": options.database, "DJANGO_SETTINGS_MODULE": "netra.settings"}
    _create_database(options.database)
    django.setup()
    if options.child:
        print(json.dumps(import_here(options.child)))
        return
    with tempfile.TemporaryDirectory(prefix="netra-import-") as folder:
        measure(Path(folder), options.people)


def measure(folder: Path, count: int) -> None:
    """Every figure of one run."""
    first, second, warehouse = (folder / name for name in ("januari.csv", "februari.csv", "januari.parquet"))
    write_files(count, first, second, warehouse)
    prepare()
    bare = min(bare_copy(first), bare_copy(first))
    print(
        f"{count:,} people; bare COPY of both tables with the same indexes: {bare[0]:.1f} s, {count / bare[0]:,.0f} rows/s; "
        f"CPU {bare[1]:.1f} s. CPU is that of the process and of its connection to the database.\n"
    )
    print("| import | register s | rows/s | × bare | CPU s | × bare CPU | peak MB | new | changed | same | names s |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for what, file in (("first month, CSV", first), ("the same file again", first), ("1 % changed", second)):
        show(what, count, bare, import_there(file))
    empty()
    show("first month, Parquet", count, bare, import_there(warehouse))


def show(what: str, count: int, bare: tuple[float, float], told: dict[str, float]) -> None:
    """One row of the table."""
    print(
        f"| {what} | {told['register']:.1f} | {count / told['register']:,.0f} | {told['register'] / bare[0]:.2f} | "
        f"{told['cpu']:.1f} | {told['cpu'] / max(bare[1], 0.01):.2f} | "
        f"{told['peak']:.0f} | {told['created']:,.0f} | {told['changed']:,.0f} | {told['unchanged']:,.0f} | {told['names']:.1f} |",
        flush=True,
    )


def write_files(count: int, first: Path, second: Path, warehouse: Path) -> None:
    """The list of two months as CSV, and the first as Parquet."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([(column, pyarrow.string()) for column in COLUMNS])
    with (
        first.open("w", newline="") as one,
        second.open("w", newline="") as two,
        parquet.ParquetWriter(warehouse, schema) as groups,
    ):
        january, february = (csv.writer(file, delimiter=";") for file in (one, two))
        january.writerow(COLUMNS)
        february.writerow(COLUMNS)
        held: list[Person] = []
        for number, row in enumerate(people(count), start=1):
            january.writerow(row)
            february.writerow((*row[:7], "IV/c", *row[8:]) if number % 100 == 0 else row)
            held.append(row)
            if len(held) == 100_000 or number == count:
                groups.write_table(pyarrow.table([list(each) for each in zip(*held, strict=True)], schema=schema))
                held.clear()


def prepare() -> None:
    """Tables, agencies and units; nobody in them."""
    from django.core.management import call_command

    from netra.registry.models import Agency, OrgUnit

    call_command("migrate", verbosity=0)
    empty()
    if Agency.objects.exists():
        return
    agencies = [
        Agency(code=f"INSTANSI-{number:03}", name=f"Instansi {number} (contoh)", kind="CENTRAL", region_code="00")
        for number in range(AGENCIES)
    ]
    made = Agency.objects.bulk_create(agencies)
    OrgUnit.objects.bulk_create(
        OrgUnit(agency=agency, code=f"UNIT-{number:02}", name=f"Unit {number} (contoh)")
        for agency in made
        for number in range(UNITS)
    )


def empty() -> None:
    """Take everybody out, and the index of names with them."""
    from django.db import connection

    with connection.cursor() as cursor:
        # What points at people is empty here, and need not be asked person by person.
        cursor.execute("SET session_replication_role = replica")
        for table in ("registry_positionspell", "registry_civilservant"):
            cursor.execute(f"DELETE FROM {table}")
            cursor.execute(f"VACUUM FULL {table}")
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("TRUNCATE registry_namekey, registry_nearkey, registry_namecount, registry_namegap")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def cpu_seconds() -> float:
    """What this process and its connection to a database on this machine have computed so far."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    told = Path(f"/proc/{backend}/stat")
    ticks = told.read_text().rpartition(")")[2].split()[11:13] if told.exists() else ["0", "0"]
    return time.process_time() + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def bare_copy(file: Path) -> tuple[float, float]:
    """Seconds of COPY alone, and of them those of the processor: the rows lie ready as text, the tables have the same indexes and constraints."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT code, id FROM registry_agency")
        agencies = dict(cursor.fetchall())
        cursor.execute("SELECT agency_id, code, id FROM registry_orgunit")
        units = {(agency, code): pk for agency, code, pk in cursor.fetchall()}
        for table in ("registry_civilservant", "registry_positionspell"):
            cursor.execute(f"DROP TABLE IF EXISTS bench_{table}")
            cursor.execute(f"CREATE TABLE bench_{table} (LIKE {table} INCLUDING ALL)")
    with (
        file.open(newline="") as opened,
        tempfile.TemporaryFile("w+") as persons,
        tempfile.TemporaryFile("w+") as posts,
    ):
        rows = csv.reader(opened, delimiter=";")
        next(rows)
        for number, (own, name, kind, agency, unit, title, _level, grade, _above, day) in enumerate(rows, start=1):
            born = f"{own[:4]}-{own[4:6]}-{own[6:8]}"
            persons.write(f"{number}\tPEG-2026-{number:010}\t{own}\t{name}\t{name.casefold()}\t{kind}\t{born}\tMALE\n")
            where = f"{agencies[agency]}\t{units[agencies[agency], unit]}"
            start = f"{day[6:]}-{day[3:5]}-{day[:2]}"
            posts.write(f"{number}\t{number}\t{where}\t{title}\tFUNCTIONAL\t{grade}\t\\N\tt\tf\t{start}\tf\n")
        start_time, start_cpu = time.perf_counter(), cpu_seconds()
        for table, columns, lines in (
            ("registry_civilservant", CIVIL_SERVANT, persons),
            ("registry_positionspell", SPELL, posts),
        ):
            lines.seek(0)
            with connection.cursor() as cursor, cursor.copy(f"COPY bench_{table} ({columns}) FROM STDIN") as copy:
                while piece := lines.read(1 << 20):
                    copy.write(piece)
        return time.perf_counter() - start_time, cpu_seconds() - start_cpu


def import_there(file: Path) -> dict[str, float]:
    """Import in a process of its own, so that its memory is the import's."""
    words: Sequence[str] = (sys.executable, __file__, "--child", str(file), "--database", os.environ["NETRA_DATABASE"])
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def import_here(file: Path) -> dict[str, float]:
    """Import, and say how long the register took, how long the index of names, and how much memory there was."""
    from django.utils import timezone

    from netra.registry.imports import ImportKind, import_file
    from netra.registry.names.rebuilding import filled_gaps
    from netra.trust.actors import SystemActor

    moments = [time.perf_counter(), cpu_seconds()]

    def watched() -> Iterator[int]:
        moments.append(time.perf_counter())
        moments.append(cpu_seconds())
        moments.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return filled_gaps()

    with patch("netra.registry.imports.people_run.filled_gaps", watched):
        result = import_file(file, ImportKind.CIVIL_SERVANTS, by=SystemActor("cli"), at=timezone.now())
    assert not result.rejected, result.rejected[0]
    began, computed, written, computed_then, peak = moments
    return {
        "register": written - began,
        "cpu": computed_then - computed,
        "names": time.perf_counter() - written,
        "peak": peak,
        "created": result.created,
        "changed": result.changed,
        "unchanged": result.unchanged,
    }


if __name__ == "__main__":
    main()
