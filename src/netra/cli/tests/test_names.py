"""`netra names rebuild`: the index of names is made anew as often as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError

from netra.cli.main import main
from netra.registry.names.rebuilding import ready_generation
from netra.registry.tests.builders import make_agency, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_other_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests have entered their own instance already; the command must not choose another one."""
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))


def test_the_index_is_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    make_agency()
    make_person()
    before = ready_generation()
    assert main(["names", "rebuild"]) == 0
    assert capsys.readouterr().out == "Indeks nama siap: 1 pegawai dibaca.\n"
    assert ready_generation() != before
    assert main(["names", "rebuild"]) == 0


def test_a_database_that_does_not_answer_is_told_in_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(**_given: object) -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr("netra.cli.inside.names.rebuild_names", locked)
    assert main(["names", "rebuild"]) == 2
    assert "yang sudah dibaca tidak diulang" in capsys.readouterr().err
