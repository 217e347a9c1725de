"""Sends a report again and again in child processes, each killed by SIGKILL one statement later than the one before.

Run by test_report_submit_killed.py in a process of its own, on a database file or server that has its tables and
survives the killing:

    python -c "import django; django.setup(); from netra.intake.tests.kill_sweep import main; main()"

Child number n dies right after database statement n of its sending, so that every gap between two statements is
visited, the one before COMMIT included. The child that has fewer statements than its number dies right after COMMIT.
After each death the books are taken, the same form is sent once more, and the books are taken again.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from django.db import connection

from netra.intake.keys import code_of, fingerprint
from netra.intake.models import Report, ReportDraft, ReportEvidence
from netra.intake.operations import draft_file_add, draft_save, report_submit
from netra.intake.receipts import Receipt
from netra.intake.tests.builders import FRIDAY, PICTURE, SARI, SENDER, a_submission, answers
from netra.trust.models import Event, EvidenceItem, SealedIdentity
from netra.trust.trail import verify_chain

Books = dict[str, int]
TABLES = (Report, SealedIdentity, EvidenceItem, ReportEvidence, Event, ReportDraft)
MOST_STATEMENTS = 300


def main() -> None:
    rows: list[dict[str, Any]] = []
    while len(rows) < MOST_STATEMENTS and not (rows and rows[-1]["ran_out"]):
        rows.append(one_death(len(rows) + 1))
    sys.stdout.write(json.dumps(rows))


def one_death(statement: int) -> dict[str, Any]:
    """What the books say after this death and after sending once more, as differences to the books before."""
    secret = f"{statement:04d}-a-secret-of-a-form-as-long-as-those-made-here"
    draft_save(sender=SENDER, secret=secret, answers=answers(), at=FRIDAY)
    draft_file_add(sender=SENDER, secret=secret, content=PICTURE + secret.encode(), name="panggung.png", at=FRIDAY)
    before = books()
    ran_out = run_and_kill(lambda: send(secret), statement)
    after_death = gained(before)
    receipt = send(secret)
    return {
        "ran_out": ran_out,
        "after_death": after_death,
        "after_retry": gained(before),
        "code_is_the_same": receipt.code == code_of(secret),
        "one_report": Report.objects.filter(idempotency_key=fingerprint(secret)).count() == 1,
        "trail_is_whole": verify_chain(f"report:{receipt.report_ref}").ok,
    }


def send(secret: str) -> Receipt:
    return report_submit(submission=a_submission(reporter=SARI), secret=secret, at=FRIDAY)


def run_and_kill(act: Callable[[], object], statement: int) -> bool:
    """Run the act in a child that is killed after that statement; whether it had come to its end before."""
    connection.close()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        die_after(act, statement, writer)
    os.close(writer)
    _pid, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        raise RuntimeError("the child ended by itself instead of being killed")
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read() == b"done"


def die_after(act: Callable[[], object], statement: int, writer: int) -> None:
    seen = 0

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal seen
        result = execute(sql, params, many, context)
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    with connection.execute_wrapper(count):
        act()
    os.write(writer, b"done")
    os.kill(os.getpid(), signal.SIGKILL)


def books() -> Books:
    return {table.__name__: table._default_manager.count() for table in TABLES}


def gained(before: Books) -> Books:
    return {name: count - before[name] for name, count in books().items()}
