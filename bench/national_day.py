"""A national circular day: publishing, acknowledging and the tree of agencies, beside the raw insert of the same run.

    .venv/bin/python bench/national_day.py --people 4700000 --database postgresql://postgres@127.0.0.1:5432/netra_nation

Makes a register of its own (600 agencies) in an empty database, issues one circular for everybody, serves it with two
workers to telephones that acknowledge by personal link, looks for what was lost and holds everything against the
trail, then lets all others acknowledge and asks for the pages that show it.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import django
from casework import _create_database, _free_port, _wait, raw_inserts
from load import run
from nation import AGENCIES, acknowledge_all, fill, nip
from reader import Link, Read, answer, look_in, read_all, visit
from serving import serving

if TYPE_CHECKING:
    from netra.trust.models import User

CLIENTS = 16


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--database", default="postgresql://postgres@127.0.0.1:5432/netra_nation")
    parser.add_argument("--seconds", type=float, default=8.0, help="how long each figure is measured")
    options = parser.parse_args()
    # The settings of a real instance: those of the tests look for changed files at every request.
    os.environ |= {
        "NETRA_DATABASE": options.database,
        "NETRA_DATA_DIR": tempfile.mkdtemp(prefix="netra-bench-"),
        "DJANGO_SETTINGS_MODULE": "netra.settings",
        **{f"NETRA_{name}_KEY": secrets.token_hex(32) for name in ("SECRET", "IDENTITY", "EVIDENCE")},
    }
    _create_database(options.database)
    django.setup()
    prepare(options.people)
    port = _free_port()
    with serving([sys.executable, "-m", "netra.cli", "serve", "--port", str(port), "--workers", "2"]):
        _wait(port)
        report(options.people, port, options.seconds)


def prepare(people: int) -> None:
    """Tables and people. What an earlier run left would be acknowledged under keys that are gone: it is refused."""
    from django.core.management import call_command

    from netra.registry.models import Agency

    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    if Agency.objects.exists():
        raise SystemExit("this database is not empty; name another, or drop it")
    fill(people)
    print(f"{people:,} people ready in {time.perf_counter() - start:.0f} s")


def report(people: int, port: int, seconds: float) -> None:
    """Measure and print everything."""
    raw = raw_inserts(seconds / 2)
    print(
        "\n| what | clients | median ms | p95 ms | per second | × raw insert | lost |\n|---|---:|---:|---:|---:|---:|---:|"
    )
    print(f"| raw: insert with commit | 2 | – | – | {raw:,.0f} | 1 | – |")
    for name, ten in (("publishing for ten people", True), (f"publishing for {people:,} people", False)):
        print(f"| {name} | 1 | {milliseconds(partial(publish, ten=ten)):.0f} | – | – | – | – |")
    links = links_of(people)
    read_all(port, links[-1000:], visit, clients=CLIENTS, seconds=1.0)  # templates are read once
    half = (len(links) - 1000) // 2
    found = read_all(port, links[:half], visit, clients=CLIENTS, seconds=seconds)
    _print("acknowledging: page, digits, answer", found, raw, lost(found))
    opened = read_all(port, links[half:-1000], look_in, clients=CLIENTS, seconds=seconds)
    told = set(opened.told)
    waiting = [link for link in links if link.person in told]
    found = read_all(port, waiting, answer, clients=CLIENTS, seconds=seconds)
    _print("acknowledging: the answer of whoever opened it", found, raw, lost(found))
    print(f"\nThe trail, and every row against it: {trail()}.\n")
    ref, key = circular()
    acknowledge_all(key, people, moment())
    cookie = analyst_session()
    print("| page, everybody has acknowledged | clients | median ms | p95 ms |\n|---|---:|---:|---:|")
    for name, path in pages(ref).items():
        run(port, _always(path), clients=2, seconds=1.0, cookie=cookie)
        seen = run(port, _always(path), clients=1, seconds=seconds / 2, cookie=cookie)
        print(f"| {name} | 1 | {seen.median:.0f} | {seen.p95:.0f} |{' FAILED' if seen.errors else ''}")


def _print(name: str, found: Read, raw: float, missing: int) -> None:
    print(
        f"| {name} | {CLIENTS} | {found.median:.1f} | {found.p95:.1f} | {found.per_second:.0f} "
        f"| {found.per_second / raw:.4f} | {missing} |",
        flush=True,
    )


def publish(*, ten: bool) -> None:
    """Draft and issue a circular, for one unit or for the whole country."""
    from netra.prevention.entries import InstrumentEntry, TargetLine
    from netra.prevention.operations import instrument_draft, instrument_issue
    from netra.prevention.states import InstrumentKind

    officer, at = analyst(), moment()
    entry = InstrumentEntry(
        kind=InstrumentKind.CIRCULAR,
        agency_code="BKN",
        subject="Netralitas (contoh)",
        points=["Jaga netralitas.", "Jangan memberi dukungan.", "Laporkan pelanggaran."],
        valid_from=at.date(),
        targets=[TargetLine("INSTANSI-000", unit_code="UNIT-19") if ten else TargetLine()],
    )
    draft = instrument_draft(entry=entry, by=officer, at=at)
    instrument_issue(instrument_ref=draft.ref, by=officer, at=at)


def analyst() -> User:
    """Who writes for the oversight body; made with it the first time."""
    from netra.registry.models import Agency
    from netra.trust.acts import Role
    from netra.trust.models import User
    from netra.trust.tests.builders import grant, make_user

    Agency.objects.get_or_create(code="BKN", defaults={"name": "BKN (contoh)", "kind": "OVERSIGHT", "city": "Jakarta"})
    return User.objects.filter(username="bench-bkn").first() or grant(make_user("bench-bkn"), Role.OVERSIGHT_ANALYST)


def moment() -> datetime:
    from django.utils import timezone

    return timezone.now()


def milliseconds(act: Callable[[], object]) -> float:
    """Median of five."""
    spent = []
    for _time in range(5):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def circular() -> tuple[str, int]:
    """The last circular for everybody: its reference and key."""
    from netra.prevention.models import Instrument

    found = Instrument.objects.filter(targets__agency=None).order_by("-pk")[:1].get()
    return found.ref, found.pk


def links_of(people: int) -> Sequence[Link]:
    """The links of at most forty thousand people of all agencies, in no order."""
    from netra.prevention.personal_links import DIGITS, PersonalLink

    ref, _key = circular()
    chosen = random.Random(7).sample(range(1, people + 1), min(people, 40_000))
    refs = [(f"PEG-2026-{n:08d}", nip(n)[-DIGITS:]) for n in chosen]
    return [Link(person, PersonalLink(ref, person).token, digits) for person, digits in refs]


def lost(found: Read) -> int:
    """Of those who were told that it is recorded, of how many there is not exactly one row and one event of each act;
    and everybody who was refused.
    """
    from netra.prevention.models import Acknowledgement
    from netra.trust.models import Event

    ref, key = circular()
    rows = list(
        Acknowledgement.objects.filter(
            instrument=key, understood_at__isnull=False, civil_servant__ref__in=found.told
        ).values_list("civil_servant__ref", flat=True)
    )
    actors = [f"link:{person}" for person in found.told]
    missing = len(set(found.told) ^ set(rows)) + len(found.told) - len(set(found.told)) + len(rows) - len(set(rows))
    for verb in ("prevention.instrument_open", "prevention.instrument_acknowledge"):
        events = Event.objects.filter(verb=verb, subject=f"instrument:{ref}", actor_ref__in=actors)
        told = list(events.values_list("actor_ref", flat=True))
        missing += len(set(actors) ^ set(told)) + len(told) - len(set(told))
    return missing + found.refused


def trail() -> str:
    """What the check of the whole trail says."""
    from netra.trust.trail import verify_database

    found = verify_database(on=date.today())
    # The analyst was put in by hand, so that no event tells of the role.
    problems = [each for each in found.problems if each.chain != "house"]
    if not problems:
        return f"{found.events:,} events in {found.chains} chains and {found.compared:,} rows, whole"
    return "; ".join(f"{each.chain} {each.seq} {each.message}" for each in problems[:5])


def pages(ref: str) -> dict[str, str]:
    """What a reader of the whole country looks at."""
    agency = {"instansi": "INSTANSI-007"}
    return {
        f"tree of {AGENCIES} agencies, with the units of the first": f"/pencegahan/{ref}/",
        "the same, with the units of another": f"/pencegahan/{ref}/?{urlencode(agency)}",
        "who has not, in one agency": f"/pencegahan/{ref}/belum/?{urlencode(agency)}",
    }


def analyst_session() -> str:
    """The Cookie header of the analyst."""
    from django.test import Client

    client = Client()
    client.force_login(analyst())
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def _always(path: str) -> Callable[[int], Iterator[str]]:
    def paths(_client: int) -> Iterator[str]:
        while True:
            yield path

    return paths


if __name__ == "__main__":
    main()
