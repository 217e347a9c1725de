"""Two agencies and those who ask about them: Dewi of Kota Jambi, Maria of elsewhere, and an administrator."""

from __future__ import annotations

from typing import Any

from django.test import Client

from netra.registry.models import CivilServant
from netra.registry.tests import builders as make
from netra.trust.models import User


def client_of(user: User) -> Client:
    """A browser in which this user has signed in."""
    client = Client()
    client.force_login(user)
    return client


def dewi() -> Client:
    return client_of(make.make_dewi())


def maria() -> Client:
    return client_of(make.make_maria())


def admin() -> Client:
    return client_of(make.make_admin())


def budi() -> CivilServant:
    """Budi, who holds a position in Kota Jambi since 2015."""
    person = make.make_person()
    make.make_position(person)
    return person


def words(response: Any) -> str:
    """The page, however it was sent."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode())
