"""The demo: loaded once, kept, made anew when it was interrupted, and never loaded over somebody's data.

Here it is the command with its first weeks (`short_demo.py`); what all of it tells is tested in `netra.demo`, and
`.ci/run` gives the command as it is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADING = "memuat orang rekaan"
COMMAND = [sys.executable, "-m", "netra.cli.tests.short_demo", "--no-serve"]


def clean_environment() -> dict[str, str]:
    """As of somebody who has never heard of our tests."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("NETRA_", "DJANGO_"))}


def demo(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`netra demo --no-serve`, the short one, in a folder of its own."""
    return subprocess.run(
        [*COMMAND, *options],
        cwd=folder,
        env=clean_environment() | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo was killed while it was loading its second year."""
    folder = tmp_path_factory.mktemp("demo")
    with subprocess.Popen(COMMAND, cwd=folder, env=clean_environment(), stdout=subprocess.PIPE, text=True) as loading:
        assert loading.stdout is not None
        assert any("2018" in line for line in loading.stdout)
        loading.kill()
    return folder


@pytest.fixture(scope="module")
def loaded(interrupted: Path) -> tuple[Path, str]:
    """Loaded in the folder of the interrupted one, so that every test here also tells that it was made anew."""
    folder = interrupted
    done = demo(folder)
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_it_prints_everybody_one_can_be_and_the_password(loaded: tuple[Path, str]) -> None:
    _folder, words = loaded
    assert LOADING in words
    for name in ("wayan", "dewi", "rahmat", "maria"):
        assert name in words
    assert "kata sandinya" in words


def test_the_second_time_it_starts_at_once(loaded: tuple[Path, str]) -> None:
    done = demo(loaded[0])
    assert done.returncode == 0
    assert LOADING not in done.stdout
    assert "wayan" in done.stdout


def test_what_was_interrupted_is_made_anew(interrupted: Path, loaded: tuple[Path, str]) -> None:
    folder, words = loaded
    assert folder == interrupted
    assert LOADING in words
    assert (folder / "var" / "demo" / "loaded").exists()


def test_it_is_never_loaded_over_a_database_that_somebody_uses(loaded: tuple[Path, str], tmp_path: Path) -> None:
    used = loaded[0] / "var" / "demo" / "demo.sqlite3"
    before = used.stat().st_size
    done = demo(tmp_path, NETRA_DATABASE=f"sqlite:///{used}")
    assert done.returncode == 2
    assert "sudah berisi akun" in done.stderr
    assert used.stat().st_size == before
