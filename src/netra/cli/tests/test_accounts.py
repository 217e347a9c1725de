"""`netra reset-password`: a link for the administrator whom nobody else can help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from netra.cli.main import main
from netra.trust.tests import builders

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


@pytest.mark.parametrize(("name", "words"), [("siapa", "Tidak ada akun"), ("wayan", "bukan administrator")])
def it_says_why_it_makes_none(name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    builders.wayan()
    assert main(["reset-password", name]) == 1
    assert words in capsys.readouterr().err
