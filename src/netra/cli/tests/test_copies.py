"""`netra copies rebuild`: reports from before the index enter it, as often as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError

from netra.cli.main import main
from netra.intake.copies import sketches_ready
from netra.intake.models import StorySketch
from netra.intake.tests.builders import a_report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_other_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests have entered their own instance already; the command must not choose another one."""
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))


def test_the_index_is_filled_and_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    a_report()
    StorySketch.objects.all().delete()
    assert main(["copies", "rebuild"]) == 0
    assert capsys.readouterr().out == "Indeks salinan siap: 1 laporan dibaca.\n"
    assert sketches_ready()
    assert main(["copies", "rebuild"]) == 0
    assert capsys.readouterr().out == "Indeks salinan siap: 0 laporan dibaca.\n"
    assert main(["copies", "rebuild", "--all"]) == 0
    assert capsys.readouterr().out == "Indeks salinan siap: 1 laporan dibaca.\n"


def test_a_database_that_does_not_answer_is_told_in_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(**_given: object) -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr("netra.cli.inside.copies.rebuild_sketches", locked)
    assert main(["copies", "rebuild"]) == 2
    assert "yang sudah dibaca tidak diulang" in capsys.readouterr().err
