"""An import whose process is killed, again and again: the same command goes on, nothing is lost, nothing twice."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

from netra.registry.tests.builders import PEOPLE_COLUMNS, a_csv
from tests.bad_input.places import python_in_a_house

RUN = "from tests.bad_input.killed_import import main; main()"
PEOPLE = 90


def rows() -> list[tuple[str, ...]]:
    """Each is under the next, and one cannot be read."""
    nips = [f"19800101200501{1}{number:03}" for number in range(1, PEOPLE + 1)]
    made = [
        (nip, f"Orang {place} (contoh)", "PNS", "JAMBI-KOTA", "", "Staf", "", "", above, "01/01/2015")
        for place, (nip, above) in enumerate(zip(nips, [*nips[1:], ""], strict=True))
    ]
    return [*made[:30], ("salah", *made[0][1:]), *made[30:]]


def test_an_import_that_is_killed_again_and_again_comes_to_its_end(database_in: Callable[[Path], str], tmp_path):
    database = database_in(tmp_path)
    path = tmp_path / "pegawai.csv"
    path.write_bytes(a_csv(PEOPLE_COLUMNS, *rows()))
    deaths, said, complaint = 0, "", ""
    for statement in (25, 35, 30, 0):
        process = python_in_a_house(RUN, database, tmp_path, str(path), str(statement))
        said, complaint = process.communicate(timeout=120)
        if process.returncode != -signal.SIGKILL:
            break
        deaths += 1
    assert said, complaint[-3000:]
    assert deaths >= 3
    told = json.loads(said.splitlines()[-1])
    assert told["counts"] == [PEOPLE, 0, 0, 1]
    assert list(told["reasons"]) == ["32"]
    assert (told["people"], told["spells"], told["superiors"]) == (PEOPLE, PEOPLE, PEOPLE - 1)
    assert (told["told"], told["left"], told["trail"]) == (PEOPLE, 0, True)
