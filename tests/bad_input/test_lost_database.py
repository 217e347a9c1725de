"""The database goes away in the middle of an act: nothing is half-written, the page says so, the next request works.

An encrypted file whose key was never committed may stay behind on the disk; nobody can read it (ADR 0006).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import InterfaceError, OperationalError, connection
from django.urls import reverse

from netra.intake.keys import code_of
from netra.intake.models import Report, ReportDraft
from netra.intake.operations import draft_file_add, draft_save, report_submit
from netra.intake.tests.builders import FRIDAY, PICTURE, SARI, SECRET, SENDER, a_submission, answers
from netra.letters.models import NumberRegister
from netra.sanctions import operations as act
from netra.sanctions.models import Decision
from netra.sanctions.tests.builders import RULING
from netra.trust import trail
from netra.web.intake import draft_cookie
from tests.bad_input import stories
from tests.bad_input.door import Door
from tests.bad_input.stories import at

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
MOST_STATEMENTS = 200
LOST = (OperationalError, InterfaceError)


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


def whole_database() -> list[tuple[str, str]]:
    """Every row of every table as one hash per table, in one question, since the sweeps ask it often."""
    rooms = sorted(model._meta.db_table for model in apps.get_models() if model.__module__.startswith("netra."))
    asked = (f"SELECT '{name}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t" for name in rooms)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return sorted(cursor.fetchall())


def terminate(backend: int) -> None:
    """What an administrator, a failover or a restart does, from another connection."""
    at_database = connection.settings_dict
    with psycopg.connect(
        host=at_database["HOST"], port=at_database["PORT"], user=at_database["USER"], dbname="postgres", autocommit=True
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])


class Countdown:
    """Ends the connection right after so many statements of an act."""

    def __init__(self, statements: int) -> None:
        self.left = statements
        self.struck = False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        self.left -= 1
        if self.left == 0 and not self.struck:
            self.struck = True
            terminate(context["connection"].connection.info.backend_pid)
        return result


@contextmanager
def lost_after(statements: int) -> Iterator[Countdown]:
    countdown = Countdown(statements)
    with connection.execute_wrapper(countdown):
        yield countdown


def at_every_statement(act_once: Callable[[], object], *, least: int) -> None:
    """Lose the connection after each statement of the act in turn; the books never move until the act ends whole."""
    before = whole_database()
    for statement in range(1, MOST_STATEMENTS):
        with lost_after(statement) as countdown:
            try:
                act_once()
            except LOST:
                connection.close()
                assert whole_database() == before, f"half-written after statement {statement}"
                continue
        assert not countdown.struck, f"the loss after statement {statement} went unnoticed"
        assert statement > least, "the sweep must have visited the inside of the act"
        return
    pytest.fail("the act never ended")


class WhenTheConnectionIsLost:
    def it_leaves_the_whole_report_or_none_of_it(self):
        draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
        draft_file_add(sender=SENDER, secret=SECRET, content=PICTURE, name="a.png", at=FRIDAY)

        at_every_statement(
            lambda: report_submit(submission=a_submission(reporter=SARI), secret=SECRET, at=FRIDAY), least=20
        )

        assert Report.objects.count() == 1 and not ReportDraft.objects.exists()
        assert trail.verify_database().ok

    def it_leaves_the_whole_decision_with_its_letter_or_none_of_it(self):
        stage = stories.examined()
        numbers = NumberRegister.objects.get(agency_code="JAMBI-KOTA").last_number

        at_every_statement(
            lambda: act.decision_make(ref=stage.ref, ruling=RULING, by=stage.cast.rahmat, at=at("2024-11-11")), least=20
        )

        assert Decision.objects.count() == 1
        assert NumberRegister.objects.get(agency_code="JAMBI-KOTA").last_number == numbers + 1
        assert trail.verify_database().ok


class WhenItIsLostInTheMiddleOfARequest:
    @pytest.mark.parametrize("statement", [1, 2, 5, 9, 15])
    def it_says_so_in_indonesian_and_the_same_form_passes_with_the_next_request(self, statement):
        draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
        door = Door()
        door.cookies[draft_cookie.NAME] = SECRET
        before = whole_database()

        with lost_after(statement) as countdown:
            page = door.post(reverse("report_submit"), {})

        assert countdown.struck
        assert page.status == 503
        assert "Netra sedang tidak dapat menyimpan" in page.text
        assert "Tidak ada yang tersimpan setengah." in page.text
        assert page.headers["Retry-After"] == "60"
        connection.close()
        assert whole_database() == before

        again = door.post(reverse("report_submit"), {})
        assert (again.status, again.location) == (302, reverse("report_receipt"))
        assert code_of(SECRET) in door.get(reverse("report_receipt")).text

    @pytest.mark.parametrize("statement", [1, 2, 4])
    def it_costs_an_officer_nothing_that_was_typed(self, statement):
        stage = stories.registered()
        door = Door.of(stage.cast.wayan)
        typed = {"name": "Budi Kedua (contoh)", "position": "UNKNOWN", "employment": "PNS"}

        with lost_after(statement) as countdown:
            page = door.post(reverse("party_add", kwargs={"ref": stage.case.ref}), typed)

        assert countdown.struck
        assert page.status == 503
        assert 'value="Budi Kedua (contoh)"' in page.text
        assert door.get(reverse("case", kwargs={"ref": stage.case.ref})).status == 200

    def it_is_noticed_between_two_requests_without_anybody_seeing_it(self):
        door = Door()
        assert door.get(reverse("statistics")).status == 200
        connection.ensure_connection()
        terminate(connection.connection.info.backend_pid)
        assert door.get(reverse("statistics")).status == 200
