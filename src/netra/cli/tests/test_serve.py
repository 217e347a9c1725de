"""A real instance from nothing: prepared, served, asked, stopped; and an address that is taken."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from netra.cli.main import main
from netra.cli.serve import _for_other_machines, _hand_over

PATIENCE_SECONDS = 60


def outside_the_tests() -> dict[str, str]:
    """The environment of somebody who has never heard of our tests."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("NETRA_", "DJANGO_"))}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def asked(address: str) -> tuple[int, str]:
    """Status and text of a page, once the server listens."""
    begun = time.monotonic()
    while True:
        try:
            with urlopen(address) as answer:  # noqa: S310 -- our own server
                return answer.status, answer.read().decode()
        except URLError:
            if time.monotonic() - begun > PATIENCE_SECONDS:
                raise
            time.sleep(0.1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`netra serve` where the folder of a demo stands already, and the link it printed for the first administrator."""
    (tmp_path / "var" / "demo").mkdir(mode=0o700, parents=True)
    command = [sys.executable, "-m", "netra.cli", "serve", "--port", str(free_port()), "--workers", "1"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=outside_the_tests(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if "dapat dibuka di" in line:
            break
    link = re.search(r"http://\S+/administrator-pertama/\S+", printed)
    assert link is not None, printed
    yield process, link.group()
    process.kill()
    process.wait()


def readable_by_others(path: Path) -> bool:
    """The journal of SQLite comes and goes while the server works; a file that is gone can be read by nobody."""
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    except FileNotFoundError:
        return False


def test_an_empty_instance_serves_its_one_time_link_and_stops_when_told(
    server: tuple[subprocess.Popen[str], str], tmp_path: Path
) -> None:
    process, link = server
    status, page = asked(link)
    assert status == 200
    assert "Administrator pertama" in page
    # Only what every visitor's browser gets anyway may be read by others on this machine.
    made = {path for path in (tmp_path / "var").rglob("*") if "static" not in path.parts}
    assert {path.name for path in made if readable_by_others(path)} == set()
    assert "netra.sqlite3" in {path.name for path in made}
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE_SECONDS) == 0


def test_a_port_that_is_taken_is_said_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    assert f"Port {port} di 127.0.0.1 sudah dipakai program lain" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_another_machine_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "192.0.2.1"]) == 2
    assert "Alamat 192.0.2.1 tidak ada di komputer ini" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "hosts", "told"),
    [
        ("0.0.0.0", "0.0.0.0,127.0.0.1,localhost", True),  # noqa: S104 -- what somebody types
        ("::", "127.0.0.1,::,localhost", True),
        ("0.0.0.0", "localhost,192.168.1.20", False),  # noqa: S104 -- what somebody types
        ("127.0.0.1", "127.0.0.1,localhost", False),
        ("192.168.1.20", "127.0.0.1,192.168.1.20,localhost", False),
    ],
)
def test_whoever_listens_at_every_address_is_told_what_other_machines_need(
    host: str, hosts: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETRA_HOSTS", hosts)
    assert ("NETRA_HOSTS=" in _for_other_machines(host)) is told


def test_the_server_keeps_no_access_log_whatever_its_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a log would hold the address of every visitor and every personal link that was opened."""
    handed: list[str] = []
    monkeypatch.setenv("GRANIAN_LOG_ACCESS_ENABLED", "true")
    monkeypatch.setattr(os, "execv", lambda _program, command: handed.extend(command))
    _hand_over(Namespace(host="127.0.0.1", port=8000, workers=1, threads=1))
    assert "--no-access-log" in handed and "--access-log" not in handed
