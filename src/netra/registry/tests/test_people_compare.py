"""A list from outside is laid beside the whole register by whoever commands the machine, and the trail tells it."""

from __future__ import annotations

import pytest

from netra.registry.operations import people_compare
from netra.registry.tests.builders import AT, SYSTEM
from netra.trust.acts import ACTS
from netra.trust.models import Event
from netra.trust.trail import verify_chain

pytestmark = pytest.mark.django_db


def test_which_list_it_was_stands_in_the_trail_of_the_house():
    people_compare(sha256="a" * 64, by=SYSTEM, at=AT)
    event = Event.objects.get()
    assert (event.chain, event.verb, event.actor_ref) == ("house", "registry.people_compare", SYSTEM.actor_ref)
    assert verify_chain("house").ok


def test_no_role_may_do_it_by_a_page():
    assert not ACTS["registry.people_compare"].roles
