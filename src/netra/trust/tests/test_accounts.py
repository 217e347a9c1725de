from __future__ import annotations

import pytest
from django.contrib.auth import authenticate

from netra.trust import access, queries
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.operations import (
    AccountRefused,
    PasswordLinkRefused,
    SignInRefused,
    password_change,
    password_link_holder,
    password_set,
    sign_in,
    user_create,
    user_deactivate,
    user_password_reset,
)
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, PASSWORD, TODAY, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def lestari() -> User:
    return builders.lestari()


class WhenAnAccountIsMade:
    def it_is_entered_with_a_password_that_its_owner_chose_and_may_do_nothing_yet(self, lestari):
        sinta, token = user_create(username=" Sinta ", full_name="Sinta  (contoh)", by=lestari, at=MORNING)
        assert (sinta.username, sinta.full_name) == ("sinta", "Sinta (contoh)")
        assert password_link_holder(token=token, at=MORNING) == sinta
        password_set(token=token, new=PASSWORD, at=later(hours=23))
        assert sign_in(username="SINTA", password=PASSWORD, sender="192.0.2.7", at=later(hours=23)) == sinta
        assert access.roles_of(sinta, on=TODAY) == frozenset()
        assert builders.verbs() == [
            "trust.user_create",
            "trust.link_issue",
            "trust.link_revoke",
            "trust.password_set",
            "trust.login",
        ]

    @pytest.mark.parametrize("guess", ["", "!", PASSWORD])
    def it_lets_nobody_in_before_the_link_was_used(self, lestari, guess):
        user_create(username="sinta", full_name="Sinta", by=lestari, at=MORNING)
        with pytest.raises(SignInRefused):
            sign_in(username="sinta", password=guess, sender="192.0.2.7", at=MORNING)

    def it_takes_the_link_once_within_a_day_and_a_new_one_afterwards(self, lestari):
        token = user_create(username="sinta", full_name="Sinta", by=lestari, at=MORNING).token
        with pytest.raises(PasswordLinkRefused):
            password_set(token=token, new=PASSWORD, at=later(days=1))
        again = user_password_reset(username="sinta", by=lestari, at=later(days=1))
        password_set(token=again, new=PASSWORD, at=later(days=1))
        for used in (token, again):
            with pytest.raises(PasswordLinkRefused):
                password_set(token=used, new="empat kata yang lain lagi", at=later(days=1))

    def it_hashes_the_password_with_argon2id(self, lestari):
        token = user_create(username="sinta", full_name="Sinta", by=lestari, at=MORNING).token
        assert password_set(token=token, new=PASSWORD, at=MORNING).password.startswith("argon2$argon2id$")

    @pytest.mark.parametrize(
        ("change", "hint"),
        [
            ({"username": "ab"}, "3–60"),
            ({"username": "sinta; drop"}, "3–60"),
            ({"username": "a" * 61}, "3–60"),
            ({"username": "wayan"}, "sudah dipakai"),
            ({"username": "WAYAN"}, "sudah dipakai"),
            ({"full_name": "  "}, "Nama lengkap"),
            ({"full_name": "a" * 10_000}, "Nama lengkap"),
            ({"full_name": "nol\x00"}, "Nama lengkap"),
        ],
    )
    def it_refuses_what_cannot_be(self, lestari, change, hint):
        builders.wayan()
        call = {"username": "sinta", "full_name": "Sinta"} | change
        with pytest.raises(AccountRefused, match=hint):
            user_create(**call, by=lestari, at=MORNING)
        assert User.objects.count() == 2

    def it_is_made_by_administrators_only(self):
        with pytest.raises(NotAllowed):
            user_create(username="sinta", full_name="Sinta", by=builders.wayan(), at=MORNING)

    def it_has_no_django_permissions(self):
        assert not hasattr(User, "is_superuser") and not hasattr(User, "groups")


class WhenAnAccountEnds:
    def it_cannot_come_in_any_more(self, lestari):
        wayan = builders.wayan()
        user_deactivate(username="wayan", by=lestari, at=MORNING)
        with pytest.raises(SignInRefused):
            sign_in(username="wayan", password=PASSWORD, sender="192.0.2.7", at=MORNING)
        assert authenticate(username="wayan", password=PASSWORD) is None
        with pytest.raises(NotAllowed):
            access.require(wayan, "cases.case_register", region_code="15.71", at=MORNING)
        with pytest.raises(AccountRefused, match="sudah dinonaktifkan"):
            user_deactivate(username="wayan", by=lestari, at=MORNING)

    def it_is_refused_for_the_last_administrator(self, lestari):
        with pytest.raises(AccountRefused, match="administrator terakhir"):
            user_deactivate(username="lestari", by=lestari, at=MORNING)

    def it_is_refused_for_nobody(self, lestari):
        with pytest.raises(NotFound):
            user_deactivate(username="siapa", by=lestari, at=MORNING)


class WhenThePasswordIsChanged:
    def it_takes_the_new_one_and_forgets_the_old(self):
        wayan = builders.wayan()
        password_change(old=PASSWORD, new="empat kata yang lain lagi", by=wayan, at=MORNING)
        assert sign_in(username="wayan", password="empat kata yang lain lagi", sender="192.0.2.7", at=MORNING)
        with pytest.raises(SignInRefused):
            sign_in(username="wayan", password=PASSWORD, sender="192.0.2.7", at=MORNING)

    def it_wants_the_old_one_right_and_the_new_one_strong(self):
        wayan = builders.wayan()
        with pytest.raises(AccountRefused, match="lama tidak cocok"):
            password_change(old="keliru", new="empat kata yang lain lagi", by=wayan, at=MORNING)
        with pytest.raises(AccountRefused, match="cukup kuat"):
            password_change(old=PASSWORD, new="pendek", by=wayan, at=MORNING)


class WhenTheAdministratorLooksAround:
    def it_lists_accounts_with_their_roles_in_three_queries(self, lestari, django_assert_num_queries):
        builders.wayan()
        builders.dewi()
        with django_assert_num_queries(3):
            found = queries.accounts(lestari, on=TODAY)
        assert [account.user.username for account in found] == ["dewi", "lestari", "wayan"]
        assert found[2].roles[0].place == "15.71"
        assert [account.user.username for account in queries.accounts(lestari, on=TODAY, after="dewi", limit=1)] == [
            "lestari"
        ]

    def it_shows_accounts_to_nobody_else(self):
        assert queries.accounts(builders.wayan(), on=TODAY) == []
        with pytest.raises(NotFound):
            queries.account(builders.dewi(), "wayan", on=TODAY)
