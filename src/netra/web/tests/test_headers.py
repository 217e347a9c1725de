"""Every page is kept by no cache, loads from this house only, and speaks Indonesian unless asked otherwise."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from netra.web.intake import draft_cookie, visit

pytestmark = pytest.mark.django_db

EXPECTED = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/", "/bolehkah-saya/", "/masuk/", "/tidak-ada/"])
def test_a_page_carries_the_security_headers(address):
    response = Client().get(address)
    assert {name: response.headers[name] for name in EXPECTED} == EXPECTED


def test_a_browser_that_came_over_tls_is_told_to_stay_there():
    """Settings are read once, so another instance is asked."""
    asking = (
        "import django; django.setup(); from django.test import Client; "
        "print(Client().get('/aset/x.css', secure=True, headers={'host': 'localhost'})"
        ".headers.get('Strict-Transport-Security'))"
    )
    told = subprocess.run(
        [sys.executable, "-c", asking],
        env={**os.environ, "NETRA_PUBLIC_URL": "https://netra.example.go.id", "NETRA_HOSTS": "localhost"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "max-age=31536000"


def test_no_browser_is_told_so_where_the_house_has_no_tls():
    assert settings.PUBLIC_URL.startswith("http://"), "the instance of these tests"
    assert "Strict-Transport-Security" not in Client().get("/", secure=True).headers


def test_a_page_runs_no_script_and_no_style_but_our_own():
    policy = Client().get("/").headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/tentang/", "/privasi/", "/aksesibilitas/", "/bolehkah-saya/", "/statistik/", "/verifikasi/"),
        "/bolehkah-saya/?intention=partisan_decision&contest=GENERAL&on=2024-01-10&phase=candidate&employment=PNS",
    ],
)
def test_a_public_page_that_only_tells_leaves_nothing_in_the_browser(address):
    response = Client().get(address)
    assert response.status_code == 200
    assert response.cookies == {}


def test_no_cookie_outlives_the_browser():
    response = Client().get(reverse("login"))
    assert [cookie["max-age"] for cookie in response.cookies.values()] == [""]


def test_the_language_of_the_browser_is_not_asked():
    page = Client(headers={"accept-language": "en-US,en"}).get("/")
    assert page.headers["Content-Language"] == "id"


def test_the_reader_chooses_the_language():
    client = Client(enforce_csrf_checks=True)
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    page = client.get("/")
    assert page.headers["Content-Language"] == "en"
    assert '<html lang="en">' in page.content.decode()


def test_an_unknown_language_is_indonesian():
    client = Client()
    client.cookies["django_language"] = "xx"
    assert client.get("/").headers["Content-Language"] == "id"


def test_the_privacy_page_names_every_cookie():
    """The frameworks name four; two are ours. A page that leaves one out is untrue to whoever is afraid."""
    page = Client().get(reverse("privacy")).content.decode()
    named = set(re.findall(r"<code>([a-z_]+)</code>", page))
    ours = {draft_cookie.NAME, visit.NAME}
    frameworks = {settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages"}
    assert named == ours | frameworks
