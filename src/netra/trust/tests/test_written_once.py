"""What a person may see is written down once for a role and a day, and never outlives either."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Thread

import pytest

from netra.trust.access import forget, role_scope
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User
from netra.trust.tests.builders import TODAY, grant, make_user
from netra.trust.written_once import KEPT, written_once

pytestmark = pytest.mark.django_db


class Places:
    """A question of the kind that rooms ask: the grants in the regions of whoever asks."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.ask = written_once(self._build)

    def _build(self, user: User, *, on: date):
        self.written.append(user.username)
        regions = sorted(role_scope(user, (Role.INTAKE_OFFICER,), on=on).regions)
        return RoleGrant.objects.filter(region_code__in=regions)

    def seen(self, user: User, on: date = TODAY) -> list[str]:
        return [each.region_code for each in self.ask(user, on=on)]


def anew(user: User) -> User:
    """The same person at the next request."""
    return User.objects.get(pk=user.pk)


@pytest.fixture
def places() -> Places:
    return Places()


@pytest.fixture
def wayan() -> User:
    return grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15.71")


def test_ten_requests_write_it_once_and_each_reads_the_rows_of_its_moment(places, wayan):
    assert [places.seen(anew(wayan)) for _ in range(9)] == [["15.71"]] * 9
    grant(make_user("putu"), Role.INTAKE_OFFICER, region="15.71")
    assert places.seen(anew(wayan)) == ["15.71", "15.71"]
    assert places.written == ["wayan"]


def test_a_role_that_is_taken_away_shows_nothing_at_the_next_request(places, wayan):
    places.seen(wayan)
    RoleGrant.objects.filter(user=wayan).update(valid_until=TODAY)
    assert places.seen(anew(wayan)) == []


def test_a_role_that_ends_between_two_days_ends_with_its_day(places, wayan):
    RoleGrant.objects.filter(user=wayan).update(valid_until=TODAY + timedelta(days=1))
    wayan = anew(wayan)
    assert places.seen(wayan) == ["15.71"]
    assert places.seen(wayan, TODAY + timedelta(days=1)) == []


def test_another_region_shows_the_other_region(places, wayan):
    places.seen(wayan)
    RoleGrant.objects.filter(user=wayan).update(valid_until=TODAY)
    grant(wayan, Role.INTAKE_OFFICER, region="15.05")
    assert places.seen(anew(wayan)) == ["15.05"]


def test_an_account_that_is_shut_shows_nothing(places, wayan):
    places.seen(wayan)
    User.objects.filter(pk=wayan.pk).update(is_active=False)
    assert places.seen(anew(wayan)) == []


def test_nobody_is_shown_what_was_written_for_another_of_the_same_role(places, wayan):
    places.seen(wayan)
    places.seen(grant(make_user("sinta"), Role.INTAKE_OFFICER, region="15.71"))
    assert places.written == ["wayan", "sinta"]


def test_a_role_forgotten_within_a_request_is_read_again(places, wayan):
    places.seen(wayan)
    RoleGrant.objects.filter(user=wayan).update(valid_until=TODAY)
    forget(wayan)
    assert places.seen(wayan) == []


def test_what_a_reader_adds_to_his_copy_narrows_nobody_else(places, wayan):
    assert list(places.ask(wayan, on=TODAY).filter(region_code="11.01")) == []
    assert places.seen(wayan) == ["15.71"]


def test_each_thread_writes_its_own(places, wayan):
    places.ask(wayan, on=TODAY)
    other = Thread(target=places.ask, args=(wayan,), kwargs={"on": TODAY})
    other.start()
    other.join()
    assert places.written == ["wayan", "wayan"]


def test_the_oldest_of_many_is_let_go(places, wayan):
    for days in range(KEPT + 1):
        places.ask(wayan, on=TODAY + timedelta(days=days))
    places.ask(wayan, on=TODAY + timedelta(days=1))
    assert len(places.written) == KEPT + 1
    places.ask(wayan, on=TODAY)
    assert len(places.written) == KEPT + 2
