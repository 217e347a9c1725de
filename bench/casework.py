"""Speed of the casework pages and of the law, beside the raw limits of the same run.

    .venv/bin/python bench/casework.py --cases 1000000 --database postgresql://postgres@127.0.0.1:5432/netra_bench
    .venv/bin/python bench/casework.py --cases 100000 --database sqlite:////tmp/netra-bench.sqlite3

Makes its own data in an empty database (which it creates and fills), serves it with two workers, and prints one table.
Every figure stands beside the raw limit of the same run: on shared machines only ratios can be compared.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlsplit

import django
from load import Measured, run
from serving import serving

# One thirtieth of the cases; in this one `register.py` leaves terms open, so that its board has something to show.
PROVINCE = "11"
SECONDS = 8.0


def main() -> None:
    """Prepare, measure, print."""
    options = _options()
    if options.data:
        os.makedirs(options.data, exist_ok=True)
    # The settings of a real instance: with those of the tests no commit waits for the disk.
    os.environ |= {
        "NETRA_DATABASE": options.database,
        "NETRA_DATA_DIR": options.data or tempfile.mkdtemp(prefix="netra-bench-"),
        "DJANGO_SETTINGS_MODULE": "netra.settings",
        **{f"NETRA_{name}_KEY": secrets.token_hex(32) for name in ("SECRET", "IDENTITY", "EVIDENCE")},
    }
    _create_database(options.database)
    django.setup()
    prepare(options.cases)
    port = _free_port()
    with serving([sys.executable, "-m", "netra.cli", "serve", "--port", str(port), "--workers", "2"]):
        _wait(port)
        report(options.cases, port, options.seconds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--database", default="sqlite:////tmp/netra-bench.sqlite3")
    parser.add_argument("--data", default="", help="folder of evidence and letters (default: a new temporary one)")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each figure is measured")
    return parser.parse_args()


def _create_database(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "postgresql":
        return
    import psycopg

    name = parts.path.lstrip("/")
    with psycopg.connect(url.replace(f"/{name}", "/postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')


def prepare(count: int) -> None:
    """Tables and data, unless this database already holds them."""
    from django.core.management import call_command
    from django.db import connection
    from register import fill

    from netra.cases.models import Case

    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    if not Case.objects.exists():
        fill(count)
        if connection.vendor == "postgresql":
            # What autovacuum does in a quiet minute: leave to answer from an index alone.
            connection.cursor().execute("VACUUM")
    print(f"{count:,} cases ready in {time.perf_counter() - start:.0f} s")


def officer_session(searched: str) -> tuple[str, str]:
    """An intake officer of one province (one thirtieth of the cases): the Cookie header, and the page of a search."""
    from django.test import Client

    from netra.trust.acts import Role
    from netra.trust.models import User
    from netra.trust.tests.builders import grant, make_user

    user = User.objects.filter(username=f"bench-{PROVINCE}").first() or grant(
        make_user(f"bench-{PROVINCE}"), Role.INTAKE_OFFICER, region=PROVINCE
    )
    client = Client()
    client.force_login(user)
    found = client.post("/perkara/cari/", {"text": searched}, headers={"host": "127.0.0.1"})
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    return cookie, found.headers["Location"]


def report(count: int, port: int, seconds: float) -> None:
    """Measure and print everything."""
    from netra.cases.models import Case

    refs = list(Case.objects.filter(province_code=PROVINCE).values_list("ref", flat=True)[:2000])
    middle = Case.objects.filter(province_code=PROVINCE).order_by("-id")[len(refs) // 2 :][:1].get().ref
    cookie, search = officer_session(refs[0][:12])
    print("\n| request | clients | median ms | p95 ms | per second | × raw | failed or lost |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    raw, inserts = raw_reads(seconds / 2), raw_inserts(seconds / 2)
    print(f"| raw: primary-key read | 2 | – | – | {raw:,.0f} | 1 (read) | – |")
    print(f"| raw: insert with commit | 2 | – | – | {inserts:,.0f} | 1 (insert) | – |")
    pages: dict[str, tuple[Callable[[int], Iterator[str]], tuple[int, ...]]] = {
        "list, first page": (_always("/perkara/"), (1, 16)),
        "list, deep page": (_always(f"/perkara/?after={middle}"), (1, 16)),
        "list, one state": (_always("/perkara/?state=PROCEEDING"), (1, 16)),
        "search by number": (_always(search), (1, 16)),
        "list, overdue": (_always("/perkara/?overdue=1"), (1, 16)),
        "follow-up board": (_always("/tindak-lanjut/"), (1, 16)),
        "one case": (_random(refs), (1, 16)),
    }
    for paths, _numbers in pages.values():  # so that no figure pays for templates that are read once
        run(port, paths, clients=16, seconds=min(seconds, 1.0), cookie=cookie)
    for name, (paths, numbers) in pages.items():
        for clients in numbers:
            found = run(port, paths, clients=clients, seconds=seconds, cookie=cookie)
            _print(name, clients, found, raw)
    judged = assessments(seconds / 2)
    print(f"| assessments of the law, one core | 1 | – | – | {judged:,.0f} | {judged / raw:.4f} (read) | – |")
    sent, lost = submissions(seconds)
    rate = sent / seconds
    print(
        f"| report with 200 kB of evidence, its operations | 8 | – | – | {rate:,.0f} | {rate / inserts:.4f} (insert) "
        f"| {lost} |"
    )


def _print(name: str, clients: int, found: Measured, raw: float) -> None:
    print(
        f"| {name} | {clients} | {found.median:.1f} | {found.p95:.1f} | {found.per_second:.0f} "
        f"| {found.per_second / raw:.4f} | {found.errors} |",
        flush=True,
    )


def _always(path: str) -> Callable[[int], Iterator[str]]:
    def paths(_client: int) -> Iterator[str]:
        while True:
            yield path

    return paths


def _random(refs: list[str]) -> Callable[[int], Iterator[str]]:
    def paths(client: int) -> Iterator[str]:
        choose = random.Random(client)
        while True:
            yield f"/perkara/{choose.choice(refs)}/"

    return paths


def raw_reads(seconds: float) -> float:
    """Primary-key reads per second without the framework, two connections."""

    def read(cursor: object, key: int) -> None:
        cursor.execute(f"SELECT ref FROM cases_case WHERE id = {key}")  # type: ignore[attr-defined]
        cursor.fetchone()  # type: ignore[attr-defined]

    return _rate(read, seconds)


def raw_inserts(seconds: float) -> float:
    """Inserts with a commit each, two connections."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_insert (n bigint)")

    def insert(cursor: object, key: int) -> None:
        cursor.execute(f"INSERT INTO bench_insert VALUES ({key})")  # type: ignore[attr-defined]

    return _rate(insert, seconds)


def _rate(act: Callable[[object, int], None], seconds: float) -> float:
    from django.db import connection

    done: list[int] = []

    def work() -> None:
        until = time.perf_counter() + seconds
        count = 0
        with connection.cursor() as cursor:
            while time.perf_counter() < until:
                act(cursor, count % 100_000 + 1)
                count += 1
        connection.close()
        done.append(count)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / seconds


def assessments(seconds: float) -> float:
    """Assessments per second on one core, over acts of ten years, so that no single answer is asked twice in a row."""
    from netra.law.assess import assess
    from netra.law.conducts import CONDUCTS

    choose = random.Random(7)
    records = [
        {
            "id": str(number),
            "act_date": date.fromordinal(choose.randrange(736330, 739980)).isoformat(),
            "conduct": choose.choice(list(CONDUCTS)),
            "election_kind": choose.choice(["GENERAL", "REGIONAL"]),
            "phase": choose.choice(["prospective", "candidate"]),
            "employment": choose.choice(["PNS", "CPNS", "PPPK"]),
        }
        for number in range(20_000)
    ]
    count, until = 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        for record in records[count % 20_000 : count % 20_000 + 200]:
            assess(record)
        count += 200
    return count / seconds


def submissions(seconds: float) -> tuple[int, int]:
    """Reports with 200 kB of evidence sealed, hashed and stored, by eight processes: receipts given, and those lost.

    A receipt is lost where its report is not there, or its file does not come back bit by bit. A client that failed
    counts as one lost.
    """
    script = os.path.join(os.path.dirname(__file__), "submit.py")
    workers = [
        subprocess.Popen([sys.executable, script, str(seconds), str(number)], stdout=subprocess.PIPE, text=True)
        for number in range(8)
    ]
    told = [worker.communicate()[0].split("\n") for worker in workers]
    receipts = [line.split(" ") for lines in told for line in lines if line]
    failed = sum(worker.returncode != 0 for worker in workers)
    return len(receipts), failed + sum(not _is_kept(ref, sha256) for ref, sha256 in receipts)


def _is_kept(ref: str, sha256: str) -> bool:
    """Whether the file of this report is read back from the disk, unsealed, as it was sent."""
    from netra.trust import evidence
    from netra.trust.evidence import vault

    items = evidence.items_of(f"report:{ref}")
    contents = [vault.load(item.content) for item in items if item.content is not None]
    return [hashlib.sha256(content).hexdigest() for content in contents] == [sha256]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(1200):  # the first start compresses the static files
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
