"""`netra reset-password`: a link for the administrator whom nobody else can help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from netra.cli.main import main, netra_parser
from netra.trust.acts import Role
from netra.trust.operations import user_create
from netra.trust.tests import builders
from netra.trust.tests.builders import grant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests have entered their own instance already; the command must not choose another one.
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))


def it_prints_a_link_that_opens(capsys: pytest.CaptureFixture[str]) -> None:
    builders.lestari()
    assert main(["reset-password", "lestari"]) == 0
    link = re.search(r"http://[^/]+(/kata-sandi/\S+/)", capsys.readouterr().out)
    assert link is not None
    assert "lestari" in Client().get(link[1]).content.decode()


def it_helps_an_administrator_whose_first_link_ran_out(capsys: pytest.CaptureFixture[str]) -> None:
    lestari = builders.lestari()
    lina, first = user_create(username="lina", full_name="Lina (contoh)", by=lestari, at=timezone.now())
    grant(lina, Role.ADMINISTRATOR)
    assert main(["reset-password", "lina"]) == 0
    assert "belum memilihnya" in netra_parser().format_help().replace("\n", " ")
    link = re.search(r"http://[^/]+(/kata-sandi/\S+/)", capsys.readouterr().out)
    assert link is not None
    assert "lina" in Client().get(link[1]).content.decode()
    assert Client().get(f"/kata-sandi/{first}/").status_code == 409


@pytest.mark.parametrize(("name", "words"), [("siapa", "Tidak ada akun"), ("wayan", "bukan administrator")])
def it_says_why_it_makes_none(name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    builders.wayan()
    assert main(["reset-password", name]) == 1
    assert words in capsys.readouterr().err
