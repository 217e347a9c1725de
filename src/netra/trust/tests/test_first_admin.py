from __future__ import annotations

import pytest

from netra.trust import access
from netra.trust.acts import Role
from netra.trust.models import FirstAdminInvite, RoleGrant, User
from netra.trust.operations import (
    AccountRefused,
    FirstAdminRefused,
    administrator_exists,
    first_admin_check,
    first_admin_create,
    first_admin_invite,
)
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, PASSWORD, TODAY, later
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


@pytest.fixture
def lestari() -> User:
    return builders.lestari()


class WhenTheInstanceIsEmpty:
    ADMIN = {"username": "pertama", "full_name": "Admin (contoh)", "password": PASSWORD}

    def it_makes_the_first_administrator_through_the_link(self):
        token = first_admin_invite(at=MORNING)
        first_admin_check(token=token, at=MORNING)
        admin = first_admin_create(token=token, **self.ADMIN, at=MORNING)
        assert access.roles_of(admin, on=TODAY) == {Role.ADMINISTRATOR}
        assert administrator_exists(at=MORNING)
        assert token not in FirstAdminInvite.objects.get().fingerprint

    def it_works_once(self):
        token = first_admin_invite(at=MORNING)
        first_admin_create(token=token, **self.ADMIN, at=MORNING)
        with pytest.raises(FirstAdminRefused, match="sudah ada"):
            first_admin_create(token=token, **self.ADMIN | {"username": "kedua"}, at=MORNING)
        with pytest.raises(FirstAdminRefused, match="sudah ada"):
            first_admin_invite(at=MORNING)
        assert User.objects.count() == 1

    def it_does_not_work_twice_even_if_the_administrator_is_gone(self):
        token = first_admin_invite(at=MORNING)
        first_admin_create(token=token, **self.ADMIN, at=MORNING)
        with unlocked():
            RoleGrant.objects.all().delete()
        with pytest.raises(FirstAdminRefused, match="tidak berlaku"):
            first_admin_create(token=token, **self.ADMIN | {"username": "kedua"}, at=MORNING)

    def it_forgets_an_older_link_and_lets_a_link_grow_old(self):
        old, new = first_admin_invite(at=MORNING), first_admin_invite(at=MORNING)
        for token, at in ((old, MORNING), (new, later(days=1)), ("tebakan", MORNING), ("", MORNING)):
            with pytest.raises(FirstAdminRefused, match="tidak berlaku"):
                first_admin_create(token=token, **self.ADMIN, at=at)

    def it_lets_a_weak_password_be_corrected(self):
        token = first_admin_invite(at=MORNING)
        with pytest.raises(AccountRefused):
            first_admin_create(token=token, **self.ADMIN | {"password": "pendek"}, at=MORNING)
        assert first_admin_create(token=token, **self.ADMIN, at=MORNING)

    def it_offers_no_link_where_an_administrator_is(self, lestari):
        with pytest.raises(FirstAdminRefused, match="sudah ada"):
            first_admin_invite(at=MORNING)
