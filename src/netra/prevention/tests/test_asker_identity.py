"""The sealed name of who asked the desk is opened like a reporter's: asked with a reason, decided by another, once."""

from __future__ import annotations

import pytest

from netra.prevention.operations import identity_request
from netra.prevention.tests.advisory_builders import ASKED_AT, asked, oversight
from netra.prevention.tests.builders import City, at
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.identity import Identity
from netra.trust.models import IdentityRequest, RoleGrant
from netra.trust.operations import IdentityRefused, identity_approve, identity_open
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db
BUDI = Identity(name="Budi (contoh)", contact="0812-0000-2222")
REASON = "Jawaban lisan perlu disampaikan sebelum hari rencananya."


@pytest.fixture
def city() -> City:
    oversight()
    return City()


@pytest.fixture
def question(city):
    return asked(identity=BUDI)


@pytest.fixture
def ketut():
    return grant(make_user("ketut"), Role.IDENTITY_CUSTODIAN)


def ask(question, by):
    return identity_request(advisory_ref=question.ref, reason=REASON, by=by, at=ASKED_AT).ref


def told(question):
    history = trail.history(f"advisory:{question.ref}")
    return [entry.verb for entry in history if entry.verb.startswith("trust.identity")]


def test_two_people_open_it_once_and_both_are_in_the_trail_of_the_question(city, question, ketut):
    ref = ask(question, city.dewi)
    identity_approve(request_ref=ref, reason="Alasan cukup dan perlu", by=ketut, at=at("2018-03-05", 10))
    assert identity_open(request_ref=ref, by=city.dewi, at=at("2018-03-05", 11)) == BUDI
    assert told(question) == ["trust.identity_request", "trust.identity_approve", "trust.identity_open"]
    assert not any("Budi" in str(entry.payload) for entry in trail.history(f"advisory:{question.ref}"))
    with pytest.raises(IdentityRefused):
        identity_open(request_ref=ref, by=city.dewi, at=at("2018-03-05", 12))


def test_the_body_that_oversees_may_ask_too_and_who_only_reads_may_not(city, question):
    assert ask(question, city.ani)
    hasan = grant(make_user("hasan"), Role.AUDITOR)
    with pytest.raises(NotAllowed):
        ask(question, hasan)
    for stranger in (city.maria, city.erwin, city.wayan):
        with pytest.raises(NotFound):
            ask(question, stranger)


def test_where_nobody_gave_a_name_there_is_none_to_ask_for(city):
    with pytest.raises(NotFound, match="Tidak ada identitas tersegel"):
        ask(asked(), city.dewi)


def test_an_officer_who_left_the_desk_gets_no_approval_and_opens_nothing(city, question, ketut):
    before, after = ask(question, city.dewi), ask(question, city.ani)
    identity_approve(request_ref=after, reason="Alasan cukup dan perlu", by=ketut, at=at("2018-03-05", 10))
    RoleGrant.objects.filter(user__in=(city.dewi, city.ani)).update(valid_until=ASKED_AT.date())
    with pytest.raises(IdentityRefused, match="hanya dapat ditolak"):
        identity_approve(request_ref=before, reason="Alasan cukup dan perlu", by=ketut, at=at("2018-03-05", 10))
    with pytest.raises((NotFound, NotAllowed)):
        identity_open(request_ref=after, by=city.ani, at=at("2018-03-05", 11))
    assert set(IdentityRequest.objects.values_list("state", flat=True)) == {"PENDING", "APPROVED"}
