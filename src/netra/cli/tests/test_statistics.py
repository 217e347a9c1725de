"""`netra statistics`: a month is published once, corrected openly, and checked against the trail."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from netra.cli.main import main
from netra.insight import publication_lock
from netra.insight.models import Publication
from netra.insight.publications import month_code, published_as_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_other_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests have entered their own instance already; the command must not choose another one."""
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))


def last_month() -> str:
    return month_code(published_as_of(timezone.localdate()))


def test_a_month_is_published_once_however_often_the_timer_asks(capsys: pytest.CaptureFixture[str]) -> None:
    for _time in range(2):
        assert main(["statistics", "publish"]) == 0
    made = Publication.objects.get()
    assert capsys.readouterr().out == f"{last_month()} terbitan ke-1 {made.sha256}\n" * 2
    assert main(["statistics", "verify"]) == 0
    assert "Utuh: 1 terbitan" in capsys.readouterr().out


def test_a_correction_that_changes_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    main(["statistics", "publish"])
    assert main(["statistics", "correct", last_month(), "--reason", "Sekadar mencoba."]) == 1
    assert "tidak ada yang dikoreksi" in capsys.readouterr().err
    assert Publication.objects.count() == 1


def test_a_month_that_never_was_published_cannot_be_corrected(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statistics", "correct", "2019-04", "--reason", "Sekadar mencoba."]) == 1
    assert "April 2019 belum pernah terbit" in capsys.readouterr().err


def test_a_month_is_named_by_year_and_month(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["statistics", "correct", "April", "--reason", "Sekadar mencoba."])
    assert stopped.value.code == 2
    assert "'April' bukan bulan; tulis TTTT-BB" in capsys.readouterr().err


def test_a_publication_that_was_changed_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    main(["statistics", "publish"])
    publication_lock.unlock(connection)
    Publication.objects.update(content="{}")
    publication_lock.lock(connection)
    assert main(["statistics", "verify"]) == 1
    assert "lain daripada yang dicatat jejak" in capsys.readouterr().out


def test_nothing_is_published_of_a_month_that_is_not_over() -> None:
    main(["statistics", "publish"])
    assert Publication.objects.get().month < date.today().replace(day=1)
