"""An instance: its folder, its secrets, and what it refuses."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from netra.cli.instance import SECRETS, InstanceError, choose, data_dir, make_secrets, secret_file


def python(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python in this folder, for somebody whose environment names nothing of Netra but this."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith(("NETRA_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=theirs | environment, capture_output=True, text=True, check=False
    )


def test_the_data_lies_in_var_unless_somebody_names_a_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_dir({}, demo=False) == tmp_path / "var"
    assert data_dir({}, demo=True) == tmp_path / "var" / "demo"
    assert data_dir({"NETRA_DATA_DIR": "/srv/netra"}, demo=False) == Path("/srv/netra")


class WhenANewInstanceIsSetUp:
    def it_gets_three_different_secrets_that_only_their_owner_can_read(self, tmp_path: Path) -> None:
        made = make_secrets({}, tmp_path)
        assert [file.name for file in made] == ["secret-key", "identity-key", "evidence-key"]
        assert {stat.S_IMODE(file.stat().st_mode) for file in made} == {0o600}
        assert stat.S_IMODE(made[0].parent.stat().st_mode) == 0o700
        texts = {file.read_text(encoding="utf-8").strip() for file in made}
        assert len(texts) == 3
        assert min(len(text) for text in texts) >= 64

    def it_keeps_the_secrets_it_has(self, tmp_path: Path) -> None:
        first = [file.read_bytes() for file in make_secrets({}, tmp_path)]
        assert make_secrets({}, tmp_path) == []
        assert [secret_file(tmp_path, name).read_bytes() for name in SECRETS] == first

    def it_makes_none_where_the_environment_names_them(self, tmp_path: Path) -> None:
        environment = {
            "NETRA_SECRET_KEY": "a" * 40,
            "NETRA_IDENTITY_KEY_FILE": "/run/i",
            "NETRA_EVIDENCE_KEY": "b" * 40,
        }
        assert make_secrets(environment, tmp_path) == []
        assert not (tmp_path / "secrets").exists()

    def it_tells_the_settings_where_the_secrets_are(self, tmp_path: Path) -> None:
        environment = {"NETRA_DATA_DIR": str(tmp_path)}
        make_secrets(environment, tmp_path)
        assert environment["NETRA_EVIDENCE_KEY_FILE"] == str(tmp_path / "secrets" / "evidence-key")


def test_a_database_whose_secrets_are_gone_is_never_given_new_ones(tmp_path: Path) -> None:
    (tmp_path / "netra.sqlite3").write_bytes(b"")
    with pytest.raises(InstanceError, match="Kembalikan berkas rahasia itu dari cadangan"):
        make_secrets({}, tmp_path)
    assert not (tmp_path / "secrets").exists()


def test_the_demo_never_runs_in_the_folder_of_a_real_instance(tmp_path: Path) -> None:
    make_secrets({}, tmp_path)
    with pytest.raises(InstanceError, match="demo harus memakai folder lain"):
        choose({"NETRA_DATA_DIR": str(tmp_path)}, demo=True)


def test_the_demo_has_a_database_of_its_own_name(tmp_path: Path) -> None:
    environment = {"NETRA_DATA_DIR": str(tmp_path / "a b#c")}
    choose(environment, demo=True)
    assert environment["NETRA_DATABASE"].endswith("/a%20b%23c/demo.sqlite3")
    assert environment["NETRA_DEMO"] == "1"


class WhenAVariableIsLeftOverFromADemoOrFromTests:
    @pytest.mark.parametrize("name", ["NETRA_DEMO", "NETRA_TESTING"])
    def it_keeps_every_command_away_from_a_real_instance(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(InstanceError, match=f"{name} terpasang, padahal ini instans sungguhan"):
            choose({"NETRA_DATA_DIR": str(tmp_path), name: "1"}, demo=False)
        choose({"NETRA_DATA_DIR": str(tmp_path), name: "0"}, demo=False)
        choose({"NETRA_DATA_DIR": str(tmp_path), "NETRA_DEMO": "1"}, demo=True)

    @pytest.mark.parametrize(
        "left", [{"NETRA_DEMO": "1"}, {"NETRA_TESTING": "1"}, {"DJANGO_SETTINGS_MODULE": "netra.settings_testing"}]
    )
    def it_serves_nothing_and_makes_nothing(self, left: dict[str, str], tmp_path: Path) -> None:
        done = python("-m", "netra.cli", "setup", folder=tmp_path, **left)
        assert done.returncode == 2
        assert next(iter(left)) in done.stderr and "(unset " in done.stderr
        assert list(tmp_path.iterdir()) == []

    def it_opens_no_real_instance_to_a_web_server_that_reads_the_settings_itself(self, tmp_path: Path) -> None:
        make_secrets({}, tmp_path)
        done = python("-c", "import netra.wsgi", folder=tmp_path, NETRA_DEMO="1", NETRA_DATA_DIR=str(tmp_path))
        assert done.returncode != 0
        assert "memuat rahasia instans sungguhan" in done.stderr

    def it_is_no_way_to_the_known_secret(self, tmp_path: Path) -> None:
        done = python("-c", "import netra.wsgi", folder=tmp_path, NETRA_TESTING="1")
        assert done.returncode != 0
        assert "NETRA_SECRET_KEY tidak ada" in done.stderr


@pytest.mark.parametrize(
    ("secret", "reason"),
    [
        (None, "NETRA_SECRET_KEY tidak ada"),
        ("netra-demo-secret-known-to-everyone-do-not-use-for-real-cases/NETRA_SECRET_KEY", "masih rahasia demo"),
        ("short", "kurang dari 32 huruf"),
    ],
)
def test_a_server_with_no_known_or_short_secret_refuses_to_start(
    secret: str | None, reason: str, tmp_path: Path
) -> None:
    given = {} if secret is None else {"NETRA_SECRET_KEY": secret}
    done = python("-c", "import netra.wsgi", folder=tmp_path, **given)
    assert done.returncode != 0
    assert reason in done.stderr
