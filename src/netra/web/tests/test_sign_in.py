"""The door for officers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from netra.trust.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "sandi peraga yang panjang"


@pytest.fixture(autouse=True)
def wayan() -> User:
    user = User(username="wayan", full_name="Wayan (contoh)", created_at=datetime(2018, 1, 1, tzinfo=UTC))
    user.set_password(PASSWORD)
    user.save()
    return user


def test_it_lets_in_with_name_and_password_and_goes_where_one_wanted():
    response = Client().post("/masuk/?next=/akun/", {"username": "wayan", "password": PASSWORD})
    assert response.headers["Location"] == "/akun/"


@pytest.mark.parametrize("elsewhere", ["https://contoh.invalid/", "//contoh.invalid/", "javascript:alert(1)"])
def test_it_never_leads_to_another_site(elsewhere):
    response = Client().post(f"/masuk/?next={elsewhere}", {"username": "wayan", "password": PASSWORD})
    assert response.headers["Location"] == "/"


def test_it_keeps_the_name_and_never_the_password_when_refused():
    response = Client().post("/masuk/", {"username": "wayan", "password": "salah-sekali"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="wayan"' in page
    assert "salah-sekali" not in page


def test_it_asks_to_wait_after_five_failures_even_with_the_right_password():
    client = Client()
    for _attempt in range(5):
        client.post("/masuk/", {"username": "wayan", "password": "salah-sekali"})
    response = client.post("/masuk/", {"username": "wayan", "password": PASSWORD})
    assert "Coba lagi setelah pukul" in response.content.decode()


def test_who_signs_in_clears_away_the_sessions_that_ran_out_and_no_other():
    """Nobody here runs a job at night; what a forgotten session held must still not lie there for years."""
    forgotten, open_still = Client(), Client()
    for client in (forgotten, open_still):
        client.post("/masuk/", {"username": "wayan", "password": PASSWORD})
    ran_out = forgotten.session.session_key
    Session.objects.filter(pk=ran_out).update(expire_date=timezone.now() - timedelta(seconds=1))
    Client().post("/masuk/", {"username": "wayan", "password": PASSWORD})
    assert not Session.objects.filter(pk=ran_out).exists()
    assert open_still.get("/akun/").status_code == 200


def test_signing_out_ends_the_session():
    client = Client()
    client.post("/masuk/", {"username": "wayan", "password": PASSWORD})
    client.post("/keluar/")
    assert client.get("/akun/").status_code == 302
