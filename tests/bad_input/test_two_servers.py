"""Two server processes on one SQLite file: they wait for each other, and whoever waits too long gets a polite page."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.bad_input.places import fill, python_in_a_house, tiny_disk
from tests.bad_input.two_servers import REPORTS

RUN = "from tests.bad_input.two_servers import main; main()"
Process = subprocess.Popen[str]


class House:
    """A database file and the processes that serve it: each does what it is told, in its turn, until the end."""

    def __init__(self, folder: Path, *, processes: int) -> None:
        self.folder = folder
        place = f"sqlite:///{folder / 'netra.sqlite3'}"
        self.processes = [python_in_a_house(RUN, place, folder) for _number in range(processes)]
        assert {said_by(process) for process in self.processes} == {"ready"}

    def alone(self, role: str, **words: Any) -> dict[str, Any]:
        return self.at_once(role, processes=1, **words)[0]

    def at_once(self, role: str, *, processes: int = 2, **words: Any) -> list[dict[str, Any]]:
        """The role in processes of their own, which begin at the same moment."""
        for process in self.processes[:processes]:
            tell(process, role, **words)
        return [result_of(process) for process in self.processes[:processes]]

    def close(self) -> None:
        for process in self.processes:
            process.kill()
            process.communicate()


def tell(process: Process, role: str, **words: Any) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps([role, words]) + "\n")
    process.stdin.flush()


def said_by(process: Process) -> str:
    """The next line; a process that ended instead has its say on why."""
    assert process.stdout is not None
    line = process.stdout.readline().rstrip("\n")
    assert line, process.communicate(timeout=60)[1][-3000:]
    return line


def result_of(process: Process) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(said_by(process))
    return result


@dataclass
class Built:
    """What was prepared, the house that serves it, and a copy from before its doors opened."""

    house: House
    untouched: Path
    ref: str
    secret: str


@pytest.fixture(scope="module")
def built(database_in: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A house with a decision to make and a form to send. Its processes serve every story: each counts its own."""
    folder: Path = tmp_path_factory.mktemp("built")
    database_in(folder)
    house = House(folder, processes=2)
    known = house.alone("prepare")
    yield Built(house, shutil.copytree(folder, folder.with_name("untouched")), **known)
    house.close()


@pytest.fixture
def house(built: Built) -> House:
    return built.house


def test_twenty_reports_through_two_processes_all_arrive(house):
    before = house.alone("look")
    first, second = house.at_once("send_reports")

    assert first["statuses"] + second["statuses"] == [302] * (2 * 4 * REPORTS)
    books = house.alone("look")
    assert (books["reports"], books["trail"]) == (before["reports"] + 2 * REPORTS, True)


def test_one_form_sent_through_both_is_one_report_with_one_code(house, built):
    before = house.alone("look")
    first, second = house.at_once("send_one_form", secret=built.secret)

    assert (first["status"], second["status"]) == (302, 302)
    assert first["location"] == second["location"] == "/lapor/tanda-terima/"
    assert first["code"] == second["code"] != ""
    assert house.alone("look")["reports"] == before["reports"] + 1


def test_two_decisions_at_the_same_second_are_one_with_one_letter(house, built):
    before = house.alone("look")
    answers = house.at_once("decide", ref=built.ref)

    assert sorted(answer["status"] for answer in answers) == [302, 422]
    beaten = next(answer["text"] for answer in answers if answer["status"] == 422)
    assert "tidak dapat dilakukan" in beaten
    assert "Terbukti memberi dukungan." in beaten
    books = house.alone("look")
    assert (books["decisions"], books["decided_events"], books["state"], books["trail"]) == (1, 1, "DECIDED", True)
    assert books["numbers"] == before["numbers"] + 1


def test_the_first_two_readers_of_a_month_read_one_publication(house):
    assert house.alone("look")["publications"] == []
    first, second = house.at_once("open_statistics")

    books = house.alone("look")
    assert (first["status"], second["status"]) == (200, 200)
    assert first["hashes"] == second["hashes"] == books["publications"]
    assert (len(books["publications"]), books["faults"], books["trail"]) == (1, [], True)


def test_whoever_waits_too_long_for_the_file_reads_why_and_keeps_what_was_typed(house):
    holder, writer = house.processes
    tell(holder, "hold")
    assert said_by(holder) == "holding"

    tell(writer, "write_while_held")
    seen = result_of(writer)
    tell(holder, "let_go")
    result_of(holder)

    assert seen["status"] == 503
    assert "Netra sedang tidak dapat menyimpan" in seen["text"]
    assert 'value="Ia berkata &lt;pilih nomor satu&gt; di depan umum."' in seen["text"]
    assert seen["retry"] == "60"
    assert seen["waited"] >= 1
    assert seen["reading"] == 200
    assert house.alone("look")["timeout"] == 20


def test_a_database_file_on_a_full_disk_takes_no_half_report(built):
    with tiny_disk(16 * 1024 * 1024) as disk:
        house = House(shutil.copytree(built.untouched, disk / "house"), processes=1)
        stuffing = fill(disk)

        full = house.alone("send_one_form", secret=built.secret)
        stuffing.unlink()
        again = house.alone("send_one_form", secret=built.secret)

        assert full["status"] == 503
        assert (again["status"], again["location"]) == (302, "/lapor/tanda-terima/")
        books = house.alone("look")
        assert (books["reports"], books["trail"]) == (1, True)
        house.close()
