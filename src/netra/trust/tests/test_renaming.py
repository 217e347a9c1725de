"""A mistyped name of an account is corrected: openly, for a reason, and without its owner becoming a stranger."""

from __future__ import annotations

import pytest
from django.db import connection

from netra.trust.access import NotAllowed
from netra.trust.models import Event, FormerName, User
from netra.trust.operations import AccountRefused, user_rename
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, later, make_user
from netra.trust.tests.locks import unlocked
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
WHY = "Salah ketik pada surat permintaan akun."


@pytest.fixture
def lestari() -> User:
    return builders.lestari()


@pytest.fixture
def sinta() -> User:
    return make_user("sinta", full_name="Sinta Dwei (contoh)")


def rename(by: User, name: str = "Sinta  Dewi (contoh)", reason: str = WHY) -> User:
    return user_rename(username="sinta", full_name=name, reason=reason, by=by, at=MORNING)


class WhenANameIsCorrected:
    def it_is_called_so_from_now_on_and_keeps_what_it_was_called(self, lestari, sinta):
        corrected = rename(lestari)
        assert corrected.full_name == "Sinta Dewi (contoh)"
        assert corrected.names == ("Sinta Dewi (contoh)", "Sinta Dwei (contoh)")
        former = FormerName.objects.get()
        assert (former.full_name, former.reason, former.renamed_by) == ("Sinta Dwei (contoh)", WHY, lestari.actor_ref)
        user_rename(username="sinta", full_name="Sinta D. (contoh)", reason=WHY, by=lestari, at=later(days=1))
        assert User.objects.get(pk=sinta.pk).names[1:] == ("Sinta Dwei (contoh)", "Sinta Dewi (contoh)")

    def it_tells_the_trail_that_and_no_name(self, lestari, sinta):
        rename(lestari)
        told = Event.objects.get(verb="trust.user_rename")
        assert sinta.actor_ref in told.payload
        assert "Sinta" not in told.payload and "ketik" not in told.payload

    def it_asks_why_and_for_another_name_that_can_be_shown(self, lestari, sinta):
        for name, reason, said in (
            ("Sinta Dewi (contoh)", " ", "Tuliskan mengapa"),
            ("Sinta Dwei (contoh)", WHY, "sudah bernama begitu"),
            ("", WHY, "Nama lengkap berisi"),
        ):
            with pytest.raises(AccountRefused, match=said):
                rename(lestari, name, reason)

    def it_is_for_administrators_alone(self, sinta):
        with pytest.raises(NotAllowed):
            rename(builders.dewi())

    def it_is_found_when_a_hand_takes_the_former_name_away(self, lestari, sinta):
        rename(lestari)
        assert not any("nama" in each.message for each in verify_database().problems)
        with unlocked(), connection.cursor() as cursor:
            cursor.execute("UPDATE trust_user SET former_names = ''")
        assert any("nama terdahulunya" in each.message for each in verify_database().problems)
