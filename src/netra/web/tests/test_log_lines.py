"""What the log of the house says: routes and constraints; never a personal link, a code, or what somebody typed."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.module_loading import import_string

from netra.trust.models import User
from netra.urls import urlpatterns as house_urlpatterns

SECRET = "8MZ4QX7T9RKENARI"
WORDS = "Kenari Sari melaporkan atasannya"


def refused_by_the_database(request: HttpRequest) -> HttpResponse:
    User(username="sari", full_name=WORDS).save()
    raise AssertionError("the database keeps no account without its moment")


def not_a_number(request: HttpRequest, secret: str) -> HttpResponse:
    try:
        int(WORDS)
    except ValueError as wrong:
        raise LookupError(WORDS) from wrong
    raise AssertionError("these words are no number")


urlpatterns = [
    *house_urlpatterns,
    path("gagal/basisdata/", refused_by_the_database),
    path("gagal/angka/<str:secret>/", not_a_number),
]
handler404 = "netra.web.errors.not_found"
handler500 = "netra.web.errors.server_error"

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def printed() -> Iterator[io.StringIO]:
    """What a handler with the formatter of the settings writes; other tests may have set up logging anew."""
    told: dict[str, Any] = settings.LOGGING
    form = told["formatters"][told["handlers"]["console"]["formatter"]]
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(import_string(form["()"])(form["fmt"]))
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(
    ("address", "route"),
    [
        (f"/jawab/{SECRET}/", "/jawab/<str:secret>/"),
        (f"/administrator-pertama/{SECRET}/", "/administrator-pertama/<str:token>/"),
        (f"/kata-sandi/{SECRET}/", "/kata-sandi/<str:token>/"),
        (f"/lacak/{SECRET}/", "/lacak/…/"),
        (f"/{SECRET}", "/…"),
        (f"/pengguna/{SECRET}/apa/{SECRET}/", "/pengguna/…/…/…/"),
    ],
)
def test_a_refused_address_is_logged_as_its_route(printed, address, route):
    assert Client().get(address).status_code >= 400
    assert route in printed.getvalue()
    assert SECRET not in printed.getvalue()


@pytest.mark.parametrize("odd", ["\u200b", "é", "\\", "\n", "😀"])
def test_an_address_that_is_not_plain_ascii_gives_its_secret_away_no_more_than_another(printed, odd):
    for door, route in (("jawab", "/jawab/<str:secret>/"), ("jejak", "/jejak/…/"), ("lacak", "/lacak/…/")):
        assert Client().get(f"/{door}/{quote(f'{SECRET}{odd}')}/").status_code == 404
        assert route in printed.getvalue()
    assert Client().get(f"/{quote(f'{odd}{SECRET}')}").status_code == 404
    assert SECRET not in printed.getvalue()


def test_a_form_without_its_token_is_logged_as_its_route(printed):
    assert Client(enforce_csrf_checks=True).post(f"/jawab/{SECRET}/", {}).status_code == 403
    assert "/jawab/<str:secret>/" in printed.getvalue()
    assert SECRET not in printed.getvalue()


@pytest.mark.parametrize("tail", ["", " dan namanya/", "é/", " does not match any trusted origins/"])
@pytest.mark.parametrize("header", ["Referer", "Origin"])
def test_a_form_sent_from_elsewhere_is_logged_without_the_page_it_came_from(printed, header, tail):
    came_from = f"https://surat.example/kotak/{SECRET}/?nama={WORDS}{tail}"
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/jawab/{SECRET}/", {}, secure=True, headers={header: came_from}).status_code == 403
    line = printed.getvalue()
    assert f"{header} checking failed - … does not match any trusted origins" in line
    assert "/jawab/<str:secret>/" in line, "which page of ours refused it"
    assert SECRET not in line and "Kenari" not in line and "surat.example" not in line


def test_a_row_that_the_database_refuses_is_logged_as_its_constraint(printed):
    assert Client(raise_request_exception=False).get("/gagal/basisdata/").status_code == 500
    line = printed.getvalue()
    assert "IntegrityError" in line and "refused_by_the_database" in line
    assert "trust_user" in line and "created_at" in line, "which rule of which table was broken"
    assert WORDS not in line and ("23502" in line or connection.vendor == "sqlite")


def test_a_failure_is_logged_with_its_place_and_its_cause_but_without_its_words(printed):
    assert Client(raise_request_exception=False).get(f"/gagal/angka/{SECRET}/").status_code == 500
    line = printed.getvalue()
    assert "/gagal/angka/<str:secret>/" in line and "not_a_number" in line
    assert line.index("builtins.ValueError") < line.index("builtins.LookupError")
    assert WORDS not in line and SECRET not in line


def test_an_exception_handed_to_a_line_is_named_only(printed):
    logging.getLogger("netra").warning("tidak terbaca: %s", ValueError(WORDS))
    assert "tidak terbaca: builtins.ValueError" in printed.getvalue()
    assert WORDS not in printed.getvalue()
