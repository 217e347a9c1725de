"""Gita examines by assignment alone: her desk and her account lead her to what is hers, and to nothing else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import make_proceeding, punished
from netra.trust.acts import Role
from netra.trust.tests import builders as trust
from netra.web.tests.cases_scene import (
    Cast,
    User,
    at,
    carry_to_recommendation,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-31", 12))
    return Cast()


def examiner_of(*matters: str) -> User:
    gita = trust.make_user("gita")
    for matter in matters:
        trust.grant(gita, Role.EXAMINER, matter=matter)
    return gita


def link_to(proceeding: Proceeding) -> str:
    return f'href="/penanganan/{proceeding.ref}/"'


def test_the_examiner_finds_her_proceeding_on_the_desk_with_its_terms(cast):
    proceeding = make_proceeding(cast)
    shown = page(examiner_of(proceeding.ref), "/")
    assert "Penanganan yang ditugaskan kepada Anda" in shown
    assert link_to(proceeding) in shown
    # The city follows the recommendation up within 14 working days of 28 October 2024 (27 November is a day off).
    follow_up = proceeding.case.deadlines.get(rule="follow_up", met_date=None)
    assert f"{follow_up.due_date.day} November 2024" in shown
    assert "Tidak ada tenggat yang berjalan pada perkara Anda." not in shown


def test_her_account_links_what_she_is_assigned_to(cast):
    proceeding = make_proceeding(cast)
    assert link_to(proceeding) in page(examiner_of(proceeding.ref), "/akun/")


def test_who_is_assigned_to_nothing_is_told_of_no_assignment(cast):
    proceeding = make_proceeding(cast)
    for user in (cast.dewi, cast.wayan, cast.lestari, examiner_of()):
        for address in ("/", "/akun/"):
            shown = page(user, address)
            assert "ditugaskan kepada Anda" not in shown
            assert link_to(proceeding) not in shown


def test_an_assignment_from_which_she_is_kept_has_no_link(cast):
    proceeding = make_proceeding(cast)
    gita = examiner_of("PNG-2024-TIDAKADA00")
    assert "PNG-2024-TIDAKADA00" in page(gita, "/akun/")
    assert "/penanganan/" not in page(gita, "/akun/") + page(gita, "/")
    assert proceeding.ref not in page(gita, "/")


def test_what_has_ended_leaves_the_desk_and_stays_on_the_account(cast):
    proceeding = punished(cast)
    Proceeding.objects.filter(pk=proceeding.pk).update(state="CLOSED", closed_date="2024-10-30")
    gita = examiner_of(proceeding.ref)
    assert link_to(proceeding) not in page(gita, "/")
    assert link_to(proceeding) in page(gita, "/akun/")


def test_two_assignments_ask_no_more_than_one(cast):
    first, case = make_proceeding(cast), make_case(cast)
    carry_to_recommendation(cast, case)
    second = make_proceeding(cast, case)
    gita = examiner_of(first.ref)
    client = signed_in(gita)
    with CaptureQueriesContext(connection) as one:
        client.get("/")
    trust.grant(gita, Role.EXAMINER, matter=second.ref)
    with CaptureQueriesContext(connection) as two:
        shown = client.get("/").content.decode()
    assert link_to(first) in shown and link_to(second) in shown
    assert len(two) == len(one)
