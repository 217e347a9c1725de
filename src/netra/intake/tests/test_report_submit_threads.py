"""The same form sent by many threads at the same moment is one report with one code."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from netra.intake.models import Report, ReportMessage
from netra.intake.operations import draft_file_add, report_message_add
from netra.intake.tests.builders import FRIDAY, PICTURE, SARI, SECRET, SENDER, a_report, sari_of, send
from netra.trust.models import Event, EvidenceItem, SealedIdentity

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
THREADS = 8
Result = TypeVar("Result")


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


def at_once(act: Callable[[], Result]) -> list[Result]:
    barrier = Barrier(THREADS)

    def run() -> Result:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run) for _ in range(THREADS)]]


def test_eight_sendings_of_one_form_are_one_report():
    draft_file_add(sender=SENDER, secret=SECRET, content=PICTURE, name="panggung.png", at=FRIDAY)

    receipts = at_once(lambda: send(reporter=SARI))

    assert len({(receipt.report_ref, receipt.code) for receipt in receipts}) == 1
    assert [model.objects.count() for model in (Report, SealedIdentity, EvidenceItem)] == [1, 1, 1]
    assert Event.objects.filter(verb="intake.report_submit").count() == 1


def test_eight_sendings_of_one_message_are_one_message():
    report = a_report()

    at_once(
        lambda: report_message_add(
            report_ref=report.ref, body="Satu kali", token="token-of-the-form", by=sari_of(report), at=FRIDAY
        )
    )

    assert ReportMessage.objects.count() == 1
