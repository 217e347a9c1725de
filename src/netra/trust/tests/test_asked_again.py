"""A query that is written once answers as the query itself would, whatever it is asked for and by whomever."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.db.models import Value
from django.test.utils import CaptureQueriesContext

from netra.trust.acts import Role
from netra.trust.asked_again import AskedAgain, give, read_or_asked
from netra.trust.models import Link, RoleGrant, SenderDay, User
from netra.trust.tests.builders import MORNING, TODAY, grant, make_user
from netra.trust.written_once import AskedAgainBy

pytestmark = pytest.mark.django_db

GRANTS = AskedAgain(lambda keys: RoleGrant.objects.filter(user_id__among=keys).order_by("pk"))


def test_it_finds_what_is_asked_for_and_nothing_else_each_time():
    wayan, dewi = make_user("wayan"), make_user("dewi")
    asked = AskedAgain(lambda name: User.objects.filter(username=name))

    assert asked(name="wayan") == [wayan]
    assert asked(name="dewi") == [dewi]
    assert asked(name="' OR 1=1 --") == []


def test_lists_of_any_length():
    people = [grant(make_user(name), Role.INTAKE_OFFICER, region="15") for name in ("wayan", "dewi", "rahmat")]

    for count in (2, 0, 3, 1, 2):
        keys = [each.pk for each in people[:count]]
        assert [row.user_id for row in GRANTS(keys=keys)] == keys


def test_days_and_moments_are_told_as_the_database_keeps_them():
    wayan = grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15")
    begun = RoleGrant.objects.get(user=wayan).valid_from
    valid = AskedAgain(lambda day: RoleGrant.objects.valid_on(day))
    signed = AskedAgain(lambda moment: Link.objects.filter(until_at__gt=moment))
    Link.objects.create(
        ref="TAU-1",
        fingerprint="a",
        purpose="x",
        subject="y",
        chain="house",
        issued_at=MORNING - timedelta(days=1),
        issued_by="z",
        until_at=MORNING,
    )

    assert [len(valid(day=begun + timedelta(days=days))) for days in (-1, 0)] == [0, 1]
    assert [len(signed(moment=MORNING + timedelta(seconds=seconds))) for seconds in (-1, 0)] == [1, 0]


def test_rows_of_joined_tables_and_computed_columns_come_along_without_another_question():
    wayan = grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15")
    asked = AskedAgain(
        lambda user: RoleGrant.objects.filter(user=user).select_related("user").annotate(told=Value("satu"))
    )
    (row,) = asked(user=wayan.pk)

    with CaptureQueriesContext(
        connection,
    ) as questions:
        assert (row.user, vars(row)["told"]) == (wayan, "satu")
    assert not questions.captured_queries


def test_what_was_handed_to_parents_is_theirs_and_asked_no_more():
    people = {each.pk: each for each in (make_user("wayan"), make_user("dewi"))}
    first = next(iter(people.values()))
    grant(first, Role.INTAKE_OFFICER, region="15")
    give(people, "grants", GRANTS(keys=list(people)), of="user")

    with CaptureQueriesContext(connection) as questions:
        assert [len(each.grants.all()) for each in people.values()] == [1, 0]
        assert next(iter(first.grants.all())).user is first
    assert not questions.captured_queries
    assert first.grants.filter(role=Role.AUDITOR).count() == 0


def test_a_value_that_would_be_changed_on_its_way_is_refused():
    asked = AskedAgain(lambda name: User.objects.filter(username__icontains=name))

    with pytest.raises(ValueError, match="does not reach the statement"):
        asked(name="way")


def test_values_come_as_the_query_would_give_them():
    dewi = make_user("dewi")
    people = User.objects.filter(username="dewi")
    rows = (people.values_list("pk", "username"), people.values_list("pk", flat=True), people.values("pk", "username"))

    assert [AskedAgain(lambda query=query: query)() for query in rows] == [
        [(dewi.pk, "dewi")],
        [dewi.pk],
        [{"pk": dewi.pk, "username": "dewi"}],
    ]


def test_the_first_row_or_none():
    wayan = make_user("wayan")
    asked = AskedAgain(lambda name: User.objects.filter(username=name))

    assert (asked.first(name="wayan"), asked.first(name="dewi")) == (wayan, None)


def test_one_text_serves_however_many_are_asked_for():
    make_user("wayan")
    asked = AskedAgain(lambda names: User.objects.filter(username__among=names).values_list("username", flat=True))

    with CaptureQueriesContext(connection) as questions:
        assert [asked(names=["wayan"]), asked(names={"wayan", "dewi", "rahmat"})] == [["wayan"], ["wayan"]]
    assert len(questions) == 2
    assert len(asked._written) == 1


def test_a_column_without_room_for_a_mark_is_refused_and_not_answered_with_nothing():
    asked = AskedAgain(lambda begun: SenderDay.objects.filter(begun=begun))

    with pytest.raises(ValueError, match="does not fit into its column"):
        asked(begun=1)
    among = AskedAgain(lambda begun: SenderDay.objects.filter(begun__among=begun))
    SenderDay.objects.create(sender_hash="a", day=TODAY, begun=1)
    assert [each.sender_hash for each in among(begun=[1])] == ["a"]


def test_what_a_page_has_read_is_not_asked_for_and_what_it_has_not_is_joined_to_its_parent():
    wayan = grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15")
    asked = partial(GRANTS, keys=[wayan.pk])

    (row,) = read_or_asked(wayan, "grants", asked, of="user")
    assert row.user is wayan
    give({wayan.pk: wayan}, "grants", [], of="user")
    assert read_or_asked(wayan, "grants", asked, of="user") == []


def test_who_may_do_something_else_is_not_answered_by_the_same_text():
    wayan = grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15")
    asked = AskedAgainBy(
        lambda user, on, role: RoleGrant.objects.filter(
            user=user, region_code__in=[g.region_code for g in user.grants.all()], role=role
        )
    )
    on = TODAY
    assert len(asked(wayan, on=on, role=Role.INTAKE_OFFICER.value)) == 1
    dewi = make_user("dewi")
    assert asked(dewi, on=on, role=Role.INTAKE_OFFICER.value) == []
    RoleGrant.objects.create(
        user=dewi, role=Role.INTAKE_OFFICER, region_code="16", valid_from=TODAY - timedelta(days=3000)
    )
    dewi = User.objects.get(pk=dewi.pk)
    assert [row.region_code for row in asked(dewi, on=on, role=Role.INTAKE_OFFICER.value)] == ["16"]
