"""Where the stories of the sanctions pages begin: browsers in which the cast has signed in, Budi's proceeding."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.test import Client

from netra.cases.models import Case
from netra.cases.tests.builders import Cast, carry_to_recommendation, make_case
from netra.sanctions.models import Proceeding
from netra.trust.models import User


def signed_in(user: User) -> Client:
    """A browser in which this user has signed in."""
    client = Client()
    client.force_login(user)
    return client


def recommended_case(cast: Cast) -> Case:
    """Recommended for Budi on 2024-10-28; nobody has followed it up."""
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    return case


def page(response: HttpResponseBase) -> str:
    """What the reader gets, without the entities of HTML."""
    content: bytes = response.content  # type: ignore[attr-defined]
    return content.decode().replace("&#x27;", "'")


def address(proceeding: Proceeding, rest: str = "") -> str:
    """The address of a proceeding's page, or of one act on it."""
    return f"/penanganan/{proceeding.ref}/{rest}"
