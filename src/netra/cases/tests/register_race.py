"""Several officers register the same report at the same moment, each in a process of its own, on a database file.

Run by test_register_at_once.py in a process of its own:

    python -c "import django; django.setup(); from netra.cases.tests.register_race import main; main()"
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, from_report, make_report
from netra.intake.models import Report
from netra.trust.models import Event, User
from netra.trust.trail import verify_database

RACERS = 4


def main() -> None:
    cast = Cast()
    report = make_report(cast)
    connection.close()
    go = Path(settings.DATA_DIR) / "go"
    readers = [start(cast.wayan.pk, report.ref, go) for _ in range(RACERS)]
    time.sleep(0.5)
    go.touch()
    words = []
    for reader in readers:
        with os.fdopen(reader) as pipe:
            words.append(pipe.read())
        os.wait()
    sys.stdout.write(json.dumps({"words": words, **books(report.ref)}))


def start(wayan: int, report_ref: str, go: Path) -> int:
    """A child that waits for the sign, registers, and writes down how it went."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as pipe:
            pipe.write(run(wayan, report_ref, go))
        os._exit(0)
    os.close(writer)
    return reader


def run(wayan: int, report_ref: str, go: Path) -> str:
    opening = from_report(Report.objects.get(ref=report_ref))
    officer = User.objects.get(pk=wayan)
    while not go.exists():
        time.sleep(0.001)
    try:
        act.case_register(opening=opening, report_ref=report_ref, by=officer, at=at("2024-10-18", 11))
    except act.ActRefused as refusal:
        return str(refusal)
    except Exception as error:  # noqa: BLE001 -- whatever else happens, the parent must read it
        return repr(error)
    return "REGISTERED"


def books(report_ref: str) -> dict[str, object]:
    return {
        "cases": Case.objects.count(),
        "events": Event.objects.filter(verb="cases.case_register").count(),
        "report_points_at_it": list(Report.objects.filter(ref=report_ref).values_list("case_ref", flat=True))
        == list(Case.objects.values_list("ref", flat=True)),
        "trail_is_whole": verify_database().ok,
    }
