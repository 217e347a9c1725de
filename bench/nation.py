"""Makes a nation by COPY: 600 agencies with a tree of units each, civil servants, and what they have acknowledged.

PostgreSQL only: nobody runs a nation on one file. The rows are those that the import and the operations would leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

from django.db import connection, transaction

if TYPE_CHECKING:
    from netra.registry.models import OrgUnit

AGENCIES, UNITS = 600, 20
# How many lines one write of a COPY carries.
_CHUNK = 20_000


def fill(people: int, names: Iterator[str] | None = None) -> None:
    """Agencies with their units, and everybody with one position; the same number of people in every unit.

    `names` says how they are called; without it they are numbered.
    """
    from netra.registry.models import Agency, OrgUnit

    offices = Agency.objects.bulk_create(
        Agency(code=f"INSTANSI-{n:03d}", name=f"Instansi {n} (contoh)", kind="CENTRAL") for n in range(AGENCIES)
    )
    units = [
        OrgUnit(agency=office, code=f"UNIT-{n:02d}", name=f"Unit {n} (contoh)")
        for office in offices
        for n in range(UNITS)
    ]
    OrgUnit.objects.bulk_create(units)
    for place, unit in enumerate(units):
        # Four beneath each: the first of every agency stands above all.
        unit.parent = units[place - place % UNITS + (place % UNITS - 1) // 4] if place % UNITS else None
    OrgUnit.objects.bulk_update(units, ["parent"], batch_size=2000)
    _copy(
        "registry_civilservant (id, ref, nip, name, search_name, employment, birth_date, sex)",
        (
            f"{n}\tPEG-2026-{n:08d}\t{nip(n)}\t{name}\t{name.lower()}\tPNS\t{1960 + n % 40}-01-01\tMALE"
            for n, name in zip(_numbers(people), names or (f"Pegawai {n} (contoh)" for n in count(1)), strict=False)
        ),
    )
    _copy(
        "registry_positionspell (civil_servant_id, agency_id, unit_id, title, position, grade, is_primary, leads_unit,"
        " start_is_assumed, start_date)",
        (
            f"{n}\t{_unit(units, n).agency_id}\t{_unit(units, n).pk}\tPelaksana\tPELAKSANA\t\tt\tf\tf\t2020-01-01"
            for n in _numbers(people)
        ),
    )
    _settle()


def acknowledge_all(instrument: int, people: int, at: datetime) -> None:
    """Everybody who has not yet, with the counts of every unit, as the operations would have left both."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT civil_servant_id FROM prevention_acknowledgement WHERE instrument_id = %s", [instrument])
        said = {row[0] for row in cursor}
    moment, day = at.isoformat(), at.date().isoformat()
    _copy(
        "prevention_acknowledgement (instrument_id, civil_servant_id, agency_code, unit_code, channel, opened_at,"
        " read_at, understood_at, read_date, first_choices, tries, entered_by, proof_ref)",
        (
            f"{instrument}\t{n}\t{agency}\t{unit}\tLINK\t{moment}\t{moment}\t{moment}\t{day}\t{{}}\t1\t\t"
            for n, (agency, unit) in ((n, place_of(n)) for n in _numbers(people) if n not in said)
        ),
    )
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM prevention_tally WHERE instrument_id = %s", [instrument])
        cursor.execute(
            "INSERT INTO prevention_tally (instrument_id, agency_code, unit_code, opened, read, understood) "
            "SELECT instrument_id, agency_code, unit_code, count(*), count(read_at), count(understood_at) "
            "FROM prevention_acknowledgement WHERE instrument_id = %s GROUP BY 1, 2, 3",
            [instrument],
        )
    _settle()


def nip(number: int) -> str:
    """Eighteen digits that are nobody's: no month is the 99th."""
    return f"199099{number:012d}"


def place_of(number: int) -> tuple[str, str]:
    """The codes of the agency and unit in which this civil servant serves."""
    agency, unit = divmod(number % (AGENCIES * UNITS), UNITS)
    return f"INSTANSI-{agency:03d}", f"UNIT-{unit:02d}"


def _unit(units: Sequence[OrgUnit], number: int) -> OrgUnit:
    return units[number % len(units)]


def _numbers(people: int) -> Iterator[int]:
    return iter(range(1, people + 1))


def _copy(into: str, lines: Iterator[str]) -> None:
    """Without asking of each of millions of rows whether what it points at is there: it was written a moment ago."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        with cursor.copy(f"COPY {into} FROM STDIN") as copy:
            chunk: list[str] = []
            for line in lines:
                chunk.append(line)
                if len(chunk) == _CHUNK:
                    copy.write("\n".join(chunk) + "\n")
                    chunk.clear()
            copy.write("".join(f"{line}\n" for line in chunk))


def _settle() -> None:
    """What autovacuum does in a quiet minute: count the rows for the planner, leave to answer from an index alone."""
    connection.cursor().execute("VACUUM ANALYZE")
