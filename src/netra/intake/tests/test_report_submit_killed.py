"""kill -9 at any moment of sending leaves exactly one whole report or none, and the same form can be sent again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

NOTHING = {"Report": 0, "SealedIdentity": 0, "EvidenceItem": 0, "ReportEvidence": 0, "Event": 0, "ReportDraft": 0}
# One event for the file, one for the report; the draft became the report.
WHOLE = {"Report": 1, "SealedIdentity": 1, "EvidenceItem": 1, "ReportEvidence": 1, "Event": 2, "ReportDraft": -1}
RUN = "import django; django.setup(); from netra.intake.tests.kill_sweep import main; main()"


def sweep(database: str, data_dir: object) -> list[dict[str, Any]]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "netra.settings_testing",
        "NETRA_DATABASE": database,
        "NETRA_DATA_DIR": str(data_dir),
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def assert_exactly_one_or_none(rows: list[dict[str, Any]]) -> None:
    *killed_inside, finished = rows
    assert len(killed_inside) >= 15, "the sweep must have visited the inside of the sending"
    assert [row["after_death"] for row in killed_inside] == [NOTHING] * len(killed_inside)
    assert finished["ran_out"]
    assert finished["after_death"] == WHOLE
    for row in rows:
        assert row["after_retry"] == WHOLE
        assert row["code_is_the_same"]
        assert row["one_report"]
        assert row["trail_is_whole"]


def test_on_a_database_file(database_in, tmp_path):
    assert_exactly_one_or_none(sweep(database_in(tmp_path), tmp_path))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_on_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    database = connection.settings_dict
    address = f"{database['HOST'] or '127.0.0.1'}:{database['PORT'] or 5432}"
    assert_exactly_one_or_none(
        sweep(f"postgresql://{database['USER']}@{address}/{database['NAME']}", settings.DATA_DIR)
    )
