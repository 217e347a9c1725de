"""What one of two server processes does on the same SQLite file. Run by test_two_servers.py:

    python -c "import django; django.setup(); from tests.bad_input.two_servers import main; main()"

A process says that it is ready and then waits for lines, so that two of them begin at the same moment. Each line is a
role with its words as JSON; what was seen in it is written as JSON too.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from netra.insight.models import Publication
from netra.insight.publications import faults
from netra.intake.models import Report
from netra.intake.operations import draft_save
from netra.intake.tests.builders import SENDER, answers
from netra.letters.models import NumberRegister
from netra.sanctions.models import Decision, Proceeding
from netra.trust.form_secrets import new_secret
from netra.trust.models import Event, User
from netra.trust.tests.builders import tell_of_all_roles
from netra.trust.trail import verify_database
from netra.web.intake import draft_cookie
from tests.bad_input import stories
from tests.bad_input.door import Door

REPORTS = 10


def prepare() -> dict[str, Any]:
    """In a new database: one matter that waits for its decision, and a form that is filled in and not sent."""
    stage, secret = stories.examined(), new_secret()
    draft_save(sender=SENDER, secret=secret, answers=answers(), at=timezone.now())
    tell_of_all_roles()
    connection.close()  # whoever copies the file finds everything in it
    return {"ref": stage.ref, "secret": secret}


def send_reports() -> dict[str, Any]:
    """Ten people report through this process, one after the other."""
    statuses = []
    for _number in range(REPORTS):
        door = Door()
        statuses.append(door.post(reverse("draft_start"), {"kind": "VIOLATION"}).status)
        statuses.append(door.post(reverse("draft_save", kwargs={"step": "apa"}), {"what": "Ada kampanye."}).status)
        statuses.append(door.post(reverse("draft_save", kwargs={"step": "di-mana"}), {"region": "15.71"}).status)
        statuses.append(door.post(reverse("report_submit"), {}).status)
    return {"statuses": statuses}


def send_one_form(secret: str) -> dict[str, Any]:
    """The same form, sent by this process and by the other one."""
    door = Door()
    door.cookies[draft_cookie.NAME] = secret
    page = door.post(reverse("report_submit"), {})
    return {"status": page.status, "location": page.location, "code": code_on(door.get(reverse("report_receipt")).text)}


def code_on(text: str) -> str:
    """The code that a receipt shows."""
    shown = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", text)
    return shown.group() if shown else ""


def decide(ref: str) -> dict[str, Any]:
    """Rahmat presses the button in this process."""
    door = Door.of(User.objects.get(username="rahmat"))
    page = door.post(
        reverse("decision_make", kwargs={"ref": ref}),
        {
            "sanction_code": "demotion_12m",
            "considerations": "Terbukti memberi dukungan.",
            "decided_date": date(2024, 11, 11).isoformat(),
            "signer_title": "Wali Kota Jambi",
        },
    )
    return {"status": page.status, "text": page.text}


def open_statistics() -> dict[str, Any]:
    """The first reader of a new month, in this process."""
    page = Door().get(reverse("statistics"))
    return {"status": page.status, "hashes": re.findall(r"<code>([0-9a-f]{64})</code>", page.text)}


def hold() -> dict[str, Any]:
    """Keeps the only write lock of the file until the next line arrives, whatever it says."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        say("holding")
        sys.stdin.readline()
        cursor.execute("ROLLBACK")
    return {}


def write_while_held() -> dict[str, Any]:
    """Somebody reports while another process does not let go; the patience is cut short so that the test is not."""
    options = settings.DATABASES["default"]["OPTIONS"]
    patience, options["timeout"] = options["timeout"], 1
    door, story = Door(), "Ia berkata <pilih nomor satu> di depan umum."
    began = time.monotonic()
    page = door.post(reverse("draft_save", kwargs={"step": "apa"}), {"what": story})
    waited, reading = time.monotonic() - began, door.get(reverse("statistics")).status
    options["timeout"] = patience
    return {
        "status": page.status,
        "text": page.text,
        "waited": waited,
        "reading": reading,
        "retry": page.headers.get("Retry-After"),
    }


def look() -> dict[str, Any]:
    """The books as they stand now."""
    return {
        "reports": Report.objects.count(),
        "decisions": Decision.objects.count(),
        "decided_events": Event.objects.filter(verb="sanctions.decision_make").count(),
        "state": Proceeding.objects.values_list("state", flat=True).first(),
        "numbers": numbers_given(),
        "publications": list(Publication.objects.values_list("sha256", flat=True)),
        "faults": list(faults()),
        "trail": verify_database().ok,
        "timeout": settings.DATABASES["default"]["OPTIONS"]["timeout"],
    }


def numbers_given() -> int:
    """How many letters have a number."""
    return sum(NumberRegister.objects.values_list("last_number", flat=True))


ROLES: Mapping[str, Callable[..., dict[str, Any]]] = {
    role.__name__: role
    for role in (prepare, send_reports, send_one_form, decide, open_statistics, hold, write_while_held, look)
}


def main() -> None:
    say("ready")
    while line := sys.stdin.readline():
        role, words = json.loads(line)
        say(json.dumps(ROLES[role](**words)))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
