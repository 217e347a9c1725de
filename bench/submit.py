"""One client that sends reports with 200 kB of evidence each for some seconds; started eight times by casework.py.

.venv/bin/python bench/submit.py SECONDS NUMBER

Prints one line for each receipt it was given: the number of the report and the SHA-256 of what it sent with it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import django

KILOBYTES = 200


def main(seconds: float, number: int) -> None:
    """Draft, evidence, submission, for each report: what one visitor's last two clicks cost."""
    django.setup()
    from netra.intake.operations import draft_file_add, draft_save, report_submit
    from netra.intake.tests.builders import SARI, a_submission, answers

    until = time.perf_counter() + seconds
    at = datetime(2024, 10, 18, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
    count = 0
    while time.perf_counter() < until:
        # Every report comes from a visitor of its own: what one sender may open and upload in a day is limited.
        sender = f"bench-{number}-{count}"
        secret = f"bench-{os.getpid()}-{number}-{count:08d}-{'x' * 24}"
        draft_save(sender=sender, secret=secret, answers=answers(), at=at)
        content = b"\x89PNG\r\n\x1a\n" + os.urandom(KILOBYTES * 1024)
        draft_file_add(sender=sender, secret=secret, content=content, name="bukti.png", at=at)
        receipt = report_submit(submission=a_submission(reporter=SARI), secret=secret, at=at)
        print(receipt.report_ref, hashlib.sha256(content).hexdigest(), flush=True)
        count += 1


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
