"""A forgotten password, and an account that is let in again."""

from __future__ import annotations

import pytest

from netra.trust import access
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import Event, User
from netra.trust.operations import (
    AccountRefused,
    PasswordLinkRefused,
    SignInRefused,
    password_link_holder,
    password_set,
    sign_in,
    user_deactivate,
    user_password_reset,
    user_reactivate,
)
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, PASSWORD, SYSTEM, TODAY, later

pytestmark = pytest.mark.django_db
NEW = "empat kata yang lain lagi"


@pytest.fixture
def lestari() -> User:
    return builders.lestari()


def come_in(username: str, password: str) -> User:
    return sign_in(username=username, password=password, sender="192.0.2.7", at=MORNING)


def a_link(username: str, by: User) -> str:
    return user_password_reset(username=username, by=by, at=MORNING)


class WhenAPasswordIsForgotten:
    def it_is_chosen_anew_by_whoever_holds_the_link(self, lestari):
        wayan = builders.wayan()
        token = a_link("wayan", lestari)
        assert password_link_holder(token=token, at=MORNING) == wayan
        password_set(token=token, new=NEW, at=later(hours=23))
        assert come_in("wayan", NEW) == wayan
        assert builders.verbs() == [
            "trust.link_issue",
            "trust.user_password_reset",
            "trust.link_revoke",
            "trust.password_set",
            "trust.login",
        ]
        told = [Event.objects.get(verb=verb) for verb in ("trust.user_password_reset", "trust.password_set")]
        assert [event.subject for event in told] == [wayan.actor_ref] * 2
        # The link acted, and the trail never claims that Wayan himself held it.
        assert [event.actor_ref.partition(":")[0] for event in told] == ["user", "link"]
        assert token not in str(list(Event.objects.values()))

    def it_ends_the_old_password_and_the_open_sessions_at_once(self, lestari):
        before = builders.wayan().get_session_auth_hash()
        a_link("wayan", lestari)
        assert User.objects.get(username="wayan").get_session_auth_hash() != before
        with pytest.raises(SignInRefused):
            come_in("wayan", PASSWORD)

    def it_works_once_for_a_day_and_ends_with_the_next_link(self, lestari):
        builders.wayan()
        first, second = a_link("wayan", lestari), a_link("wayan", lestari)
        for token, at in ((first, MORNING), (second, later(days=1)), ("tebakan", MORNING), ("", MORNING)):
            with pytest.raises(PasswordLinkRefused, match="tidak berlaku"):
                password_set(token=token, new=NEW, at=at)
        password_set(token=second, new=NEW, at=MORNING)
        with pytest.raises(PasswordLinkRefused):
            password_set(token=second, new=f"{NEW} sekali", at=MORNING)
        assert come_in("wayan", NEW)

    def it_lets_a_weak_one_be_corrected(self, lestari):
        builders.wayan()
        token = a_link("wayan", lestari)
        with pytest.raises(AccountRefused, match="cukup kuat"):
            password_set(token=token, new="pendek", at=MORNING)
        assert password_set(token=token, new=NEW, at=MORNING)


class WhenAResetIsRefused:
    def it_is_for_administrators_and_for_accounts_that_exist(self, lestari):
        wayan = builders.wayan()
        with pytest.raises(NotAllowed):
            a_link("lestari", wayan)
        with pytest.raises(NotFound):
            a_link("siapa", lestari)

    def it_is_never_for_oneself(self, lestari):
        with pytest.raises(AccountRefused, match="Akun saya"):
            a_link("lestari", lestari)
        assert come_in("lestari", PASSWORD)

    def it_waits_until_an_ended_account_is_active_and_an_earlier_link_is_gone(self, lestari):
        builders.wayan()
        token = a_link("wayan", lestari)
        user_deactivate(username="wayan", by=lestari, at=MORNING)
        with pytest.raises(AccountRefused, match="nonaktif"):
            a_link("wayan", lestari)
        user_reactivate(username="wayan", by=lestari, at=MORNING)
        with pytest.raises(PasswordLinkRefused):
            password_set(token=token, new=NEW, at=MORNING)


class WhenTheCommandLineResets:
    def it_helps_the_last_administrator(self, lestari):
        token = user_password_reset(username="Lestari", by=SYSTEM, at=MORNING)
        password_set(token=token, new=NEW, at=MORNING)
        assert come_in("lestari", NEW)

    def it_helps_nobody_else(self, lestari):
        builders.wayan()
        with pytest.raises(AccountRefused, match="bukan administrator"):
            user_password_reset(username="wayan", by=SYSTEM, at=MORNING)
        assert come_in("wayan", PASSWORD)


class WhenAnAccountIsLetInAgain:
    def it_holds_its_roles_and_needs_a_new_password(self, lestari):
        wayan = builders.wayan()
        user_deactivate(username="wayan", by=lestari, at=MORNING)
        user_reactivate(username="wayan", by=lestari, at=MORNING)
        access.forget(wayan)
        assert access.roles_of(wayan, on=TODAY) == {Role.INTAKE_OFFICER}
        with pytest.raises(SignInRefused):
            come_in("wayan", PASSWORD)
        password_set(token=a_link("wayan", lestari), new=NEW, at=MORNING)
        assert come_in("wayan", NEW)
        assert "trust.user_reactivate" in builders.verbs()

    def it_is_refused_where_nothing_ended_and_to_everybody_else(self, lestari):
        wayan = builders.wayan()
        with pytest.raises(AccountRefused, match="masih aktif"):
            user_reactivate(username="wayan", by=lestari, at=MORNING)
        with pytest.raises(NotAllowed):
            user_reactivate(username="lestari", by=wayan, at=MORNING)
