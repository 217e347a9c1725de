"""Two server processes on one SQLite file: they wait for each other, and whoever waits too long gets a polite page."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bad_input.places import fill, python_in_a_house, tiny_disk
from tests.bad_input.two_servers import REPORTS

RUN = "from tests.bad_input.two_servers import main; main()"
Server = subprocess.Popen[str]


class House:
    """A database file and the processes that serve it."""

    def __init__(self, folder: Path, ref: str = "", secret: str = "", numbers: int = 0) -> None:
        self.folder, self.ref, self.secret, self.numbers = folder, ref, secret, numbers
        self.running: list[Server] = []

    def server(self, *role: str) -> Server:
        """A process that is ready and waits for its line."""
        process = python_in_a_house(RUN, f"sqlite:///{self.folder / 'netra.sqlite3'}", self.folder, *role)
        self.running.append(process)
        return process

    def alone(self, *role: str) -> dict[str, Any]:
        return self.at_once([role])[0]

    def at_once(self, roles: list[tuple[str, ...]]) -> list[dict[str, Any]]:
        """The roles in processes of their own, which begin at the same moment."""
        servers = [self.server(*role) for role in roles]
        for server in servers:
            say(server)
        return [result_of(server) for server in servers]


def say(server: Server) -> None:
    assert server.stdin is not None
    server.stdin.write("go\n")
    server.stdin.flush()


def result_of(server: Server) -> dict[str, Any]:
    out, err = server.communicate(timeout=180)
    assert server.returncode == 0, err[-3000:]
    result: dict[str, Any] = json.loads(out.splitlines()[-1])
    return result


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Path, dict[str, Any]]:
    """A house with a decision to make and a form to send, built once; each story gets a copy."""
    folder: Path = tmp_path_factory.mktemp("built")
    house = House(folder)
    return folder, house.alone("prepare")


@pytest.fixture
def house(built, tmp_path: Path) -> Iterator[House]:
    folder, known = built
    shutil.copytree(folder, tmp_path / "house")
    house = House(tmp_path / "house", **known)
    yield house
    for process in house.running:
        process.kill()
        process.wait()


def test_twenty_reports_through_two_processes_all_arrive(house):
    first, second = house.at_once([("send_reports",), ("send_reports",)])

    assert first["statuses"] + second["statuses"] == [302] * (2 * 4 * REPORTS)
    books = house.alone("look")
    assert (books["reports"], books["trail"]) == (2 * REPORTS, True)


def test_one_form_sent_through_both_is_one_report_with_one_code(house):
    first, second = house.at_once([("send_one_form", house.secret), ("send_one_form", house.secret)])

    assert (first["status"], second["status"]) == (302, 302)
    assert first["location"] == second["location"] == "/lapor/tanda-terima/"
    assert first["code"] == second["code"] != ""
    assert house.alone("look")["reports"] == 1


def test_two_decisions_at_the_same_second_are_one_with_one_letter(house):
    answers = house.at_once([("decide", house.ref), ("decide", house.ref)])

    assert sorted(answer["status"] for answer in answers) == [302, 422]
    beaten = next(answer["text"] for answer in answers if answer["status"] == 422)
    assert "tidak dapat dilakukan" in beaten
    assert "Terbukti memberi dukungan." in beaten
    books = house.alone("look")
    assert (books["decisions"], books["decided_events"], books["state"], books["trail"]) == (1, 1, "DECIDED", True)
    assert books["numbers"] == house.numbers + 1


def test_the_first_two_readers_of_a_month_read_one_publication(house):
    first, second = house.at_once([("open_statistics",), ("open_statistics",)])

    books = house.alone("look")
    assert (first["status"], second["status"]) == (200, 200)
    assert first["hashes"] == second["hashes"] == books["publications"]
    assert (len(books["publications"]), books["faults"], books["trail"]) == (1, [], True)


def test_whoever_waits_too_long_for_the_file_reads_why_and_keeps_what_was_typed(house):
    holder, writer = house.server("hold"), house.server("write_while_held")
    say(holder)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "holding\n"

    say(writer)
    seen = result_of(writer)
    say(holder)
    result_of(holder)

    assert seen["status"] == 503
    assert "Netra sedang tidak dapat menyimpan" in seen["text"]
    assert 'value="Ia berkata &lt;pilih nomor satu&gt; di depan umum."' in seen["text"]
    assert seen["retry"] == "60"
    assert seen["waited"] >= 1
    assert seen["reading"] == 200
    assert house.alone("look")["timeout"] == 20


def test_a_database_file_on_a_full_disk_takes_no_half_report(built):
    folder, known = built
    with tiny_disk(16 * 1024 * 1024) as disk:
        shutil.copytree(folder, disk / "house")
        house = House(disk / "house", **known)
        stuffing = fill(disk)

        full = house.alone("send_one_form", house.secret)
        stuffing.unlink()
        again = house.alone("send_one_form", house.secret)

        assert full["status"] == 503
        assert (again["status"], again["location"]) == (302, "/lapor/tanda-terima/")
        books = house.alone("look")
        assert (books["reports"], books["trail"]) == (1, True)
