"""A national circular day: publishing, acknowledging and the tree of agencies, beside the raw insert of the same run.

    .venv/bin/python bench/acknowledge.py --people 4700000 --database postgresql://postgres@127.0.0.1:5432/netra_bench_circular

Makes a register of its own (600 agencies), issues one circular for everybody, lets eight processes acknowledge by
personal link, then fills in the acknowledgements of all others and asks for the counts of every agency.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import django
from casework import _create_database, raw_inserts

AGENCIES, CLIENTS = 600, 8
AT = datetime(2026, 11, 2, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--database", default="postgresql://postgres@127.0.0.1:5432/netra_bench_circular")
    parser.add_argument("--seconds", type=float, default=8.0)
    options = parser.parse_args()
    os.environ |= {
        "NETRA_DATABASE": options.database,
        "NETRA_DATA_DIR": tempfile.mkdtemp(prefix="netra-bench-"),
        "DJANGO_SETTINGS_MODULE": "netra.settings_testing",
    }
    _create_database(options.database)
    django.setup()
    prepare(options.people)
    raw = raw_inserts(options.seconds / 2)
    print("\n| what | measured | × raw insert |\n|---|---:|---:|")
    print(f"| raw: insert with commit, 2 connections | {raw:,.0f}/s | 1 |")
    print(f"| publishing for ten people | {milliseconds(lambda: publish(ten=True)):.0f} ms | – |")
    print(f"| publishing for {options.people:,} people | {milliseconds(lambda: publish(ten=False)):.0f} ms | – |")
    done, lost = acknowledgements(options.seconds)
    rate = done / options.seconds
    print(f"| acknowledging by link, {CLIENTS} processes, {lost} lost | {rate:,.0f}/s | {rate / raw:.3f} |")
    everybody_acknowledges()
    print(f"| counts of {AGENCIES} agencies, all acknowledged | {milliseconds(tree):.0f} ms | – |")
    print(f"| units of one agency, all acknowledged | {milliseconds(units):.0f} ms | – |")


def prepare(people: int) -> None:
    """Agencies, civil servants with a position each, by statements of the database itself."""
    from django.core.management import call_command
    from django.db import connection

    from netra.registry.models import Agency, OrgUnit

    call_command("migrate", verbosity=0)
    if Agency.objects.exists():
        return
    Agency.objects.bulk_create(
        Agency(code=f"INSTANSI-{n:03d}", name=f"Instansi {n} (contoh)", kind="CENTRAL") for n in range(AGENCIES)
    )
    agencies = list(Agency.objects.order_by("code"))
    OrgUnit.objects.bulk_create(
        OrgUnit(agency=each, code=f"UNIT-{n:02d}", name=f"Unit {n} (contoh)") for each in agencies for n in range(20)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO registry_civilservant (ref, nip, name, search_name, employment, birth_date, sex) "
            "SELECT 'PEG-2026-' || lpad(n::text, 10, '0'), '9' || lpad(n::text, 17, '0'), "
            "'Pegawai ' || n || ' (contoh)', 'pegawai ' || n, 'PNS', '1990-01-01', 'MALE' "
            "FROM generate_series(1, %s) n",
            [people],
        )
        cursor.execute(
            "INSERT INTO registry_positionspell (civil_servant_id, agency_id, unit_id, title, position, grade, "
            "is_primary, start_date) SELECT p.id, u.agency_id, u.id, 'Pelaksana', 'PELAKSANA', '', true, '2020-01-01' "
            "FROM registry_civilservant p JOIN (SELECT id, agency_id, row_number() OVER (ORDER BY id) - 1 AS place "
            "FROM registry_orgunit) u ON u.place = p.id % (SELECT count(*) FROM registry_orgunit)"
        )
    connection.cursor().execute("VACUUM ANALYZE")


def publish(*, ten: bool) -> None:
    """Draft and issue a circular, for one small unit or for the whole country."""
    from netra.prevention.entries import InstrumentEntry, TargetLine
    from netra.prevention.operations import instrument_draft, instrument_issue
    from netra.prevention.states import InstrumentKind

    officer = analyst()
    target = TargetLine("INSTANSI-000", unit_code="UNIT-00") if ten else TargetLine()
    entry = InstrumentEntry(
        kind=InstrumentKind.CIRCULAR,
        agency_code="BKN",
        subject="Netralitas (contoh)",
        points=["Jaga netralitas."],
        valid_from=AT.date(),
        targets=[target],
    )
    draft = instrument_draft(entry=entry, by=officer, at=AT)
    instrument_issue(instrument_ref=draft.ref, by=officer, at=AT)


def analyst() -> object:
    """Who writes for the oversight body; made with it the first time."""
    from netra.registry.models import Agency
    from netra.trust.acts import Role
    from netra.trust.models import User
    from netra.trust.tests.builders import grant, make_user

    Agency.objects.get_or_create(code="BKN", defaults={"name": "BKN (contoh)", "kind": "OVERSIGHT", "city": "Jakarta"})
    return User.objects.filter(username="bench-bkn").first() or grant(make_user("bench-bkn"), Role.OVERSIGHT_ANALYST)


def milliseconds(act: Callable[[], object]) -> float:
    """Median of five."""
    spent = []
    for _time in range(5):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def circular() -> object:
    """The last circular for everybody."""
    from netra.prevention.models import Instrument

    return Instrument.objects.filter(targets__agency=None).order_by("-pk")[:1].get()


def acknowledgements(seconds: float) -> tuple[int, int]:
    """How many were told that it is recorded, and of how many of those there is no row."""
    from netra.prevention.models import Acknowledgement

    script = os.path.join(os.path.dirname(__file__), "acknowledge_client.py")
    workers = [
        subprocess.Popen([sys.executable, script, str(seconds), str(number)], stdout=subprocess.PIPE, text=True)
        for number in range(CLIENTS)
    ]
    told = [line for worker in workers for line in worker.communicate()[0].split("\n") if line]
    failed = sum(worker.returncode != 0 for worker in workers)
    kept = Acknowledgement.objects.filter(
        instrument=circular(), understood_at__isnull=False, civil_servant__ref__in=told
    ).count()
    return len(told), failed + len(told) - kept


def everybody_acknowledges() -> None:
    """The rest of the country, as the operations would have left it, by one statement."""
    from django.db import connection

    found = circular()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO prevention_acknowledgement (instrument_id, civil_servant_id, agency_code, unit_code, channel, "
            "opened_at, read_at, understood_at, read_date, first_choices, tries, entered_by, proof_ref) "
            "SELECT %s, s.civil_servant_id, a.code, u.code, 'LINK', %s, %s, %s, %s, '{}', 1, '', '' "
            "FROM registry_positionspell s JOIN registry_agency a ON a.id = s.agency_id "
            "JOIN registry_orgunit u ON u.id = s.unit_id ON CONFLICT DO NOTHING",
            [found.pk, AT, AT, AT, AT.date()],
        )
        cursor.execute("DELETE FROM prevention_tally WHERE instrument_id = %s", [found.pk])
        cursor.execute(
            "INSERT INTO prevention_tally (instrument_id, agency_code, unit_code, opened, read, understood) "
            "SELECT instrument_id, agency_code, unit_code, count(*), count(read_at), count(understood_at) "
            "FROM prevention_acknowledgement WHERE instrument_id = %s GROUP BY 1, 2, 3",
            [found.pk],
        )
    connection.cursor().execute("VACUUM ANALYZE")


def tree() -> None:
    """The counts of every agency."""
    from netra.prevention.queries import reached_by_agency
    from netra.registry.models import Agency

    reached_by_agency(circular(), list(Agency.objects.order_by("code")))


def units() -> None:
    """The coverage of one agency, unit by unit, as the registry knows it."""
    from netra.prevention.queries import coverage_of_agency

    coverage_of_agency(circular(), "INSTANSI-007", on=date(2026, 11, 3))


if __name__ == "__main__":
    main()
