"""What an import keeps in mind of a file of any size: in a database of its own on the disk, not in memory.

It holds numbers of people, so it has no name, is deleted while it is still open, and is gone with the process.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from netra.registry.imports.loading import Outcome
from netra.registry.trees import on_circles

_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -65536;
    CREATE TABLE listed (nip INTEGER PRIMARY KEY);
    CREATE TABLE above (nip INTEGER PRIMARY KEY, superior INTEGER NOT NULL);
    CREATE TABLE circle (nip INTEGER PRIMARY KEY);
    CREATE TABLE accepted (nip INTEGER PRIMARY KEY, line INTEGER NOT NULL);
    CREATE TABLE again (place INTEGER PRIMARY KEY, outcome TEXT NOT NULL);
"""
# No office has more levels; what is left after as many rounds is a chain that somebody made up.
_LEVELS = 64


@dataclass(frozen=True, slots=True)
class Bearing:
    """The number of one row of a file and of the superior that it names; None where it is no number."""

    nip: int | None
    superior: int | None


class Notebook:
    """Whom the file lists, whose rows were taken, and which rows are to be looked at again."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES)
        self._has_superiors = False
        self._has_circles = False

    def close(self) -> None:
        self._database.close()

    def list_rows(self, rows: Sequence[Bearing]) -> None:
        """Note some rows of the first reading; the first of several with one number counts."""
        nips = [(row.nip,) for row in rows if row.nip is not None]
        edges = [(row.nip, row.superior) for row in rows if row.nip is not None and row.superior is not None]
        self._database.executemany("INSERT OR IGNORE INTO listed VALUES (?)", nips)
        self._database.executemany("INSERT OR IGNORE INTO above VALUES (?, ?)", edges)
        self._has_superiors = self._has_superiors or bool(edges)

    def find_circles(self) -> None:
        """Find who is, by the file, under somebody who is under them; asked once, after the first reading.

        Whoever is above nobody stands on no circle, nor does who has nobody above them: both are taken away until
        nothing but circles is left. A tree is gone after as many rounds as it has levels.
        """
        if not self._has_superiors:
            return
        for _level in range(_LEVELS):
            below = self._database.execute("DELETE FROM above WHERE nip NOT IN (SELECT superior FROM above)").rowcount
            top = self._database.execute("DELETE FROM above WHERE superior NOT IN (SELECT nip FROM above)").rowcount
            if not below and not top:
                break
        left = dict(self._database.execute("SELECT nip, superior FROM above"))
        circle = on_circles(left)
        self._database.executemany("INSERT INTO circle VALUES (?)", ((nip,) for nip in circle))
        self._database.execute("DELETE FROM above")
        self._has_circles = bool(circle)

    def on_circle(self, nips: Collection[str]) -> set[str]:
        """Who of these stands on a circle."""
        return self._among("circle", nips) if self._has_circles else set()

    def listed(self, nips: Collection[str]) -> set[str]:
        """Who of these has a row in the file, be it right or wrong."""
        return self._among("listed", nips)

    def accepted(self, nips: Collection[str]) -> set[str]:
        """Who of these had a row that was taken."""
        return self._among("accepted", nips)

    def accepted_lines(self, nips: Collection[str]) -> dict[str, int]:
        """The line that was taken for each of these."""
        chosen = json.dumps([int(nip) for nip in nips])
        rows = self._database.execute(
            "SELECT nip, line FROM accepted WHERE nip IN (SELECT value FROM json_each(?))", (chosen,)
        )
        return {str(nip): line for nip, line in rows}

    def accept(self, lines: Iterable[tuple[str, int]]) -> None:
        """Note whose rows were taken, and on which line they stand."""
        self._database.executemany(
            "INSERT OR IGNORE INTO accepted VALUES (?, ?)", ((int(nip), line) for nip, line in lines)
        )

    def look_again(self, rows: Iterable[tuple[int, Outcome]]) -> None:
        """Note rows, by their place, whose superior was not there yet, and what came of them so far."""
        self._database.executemany("INSERT OR IGNORE INTO again VALUES (?, ?)", rows)

    def again(self, first: int, last: int) -> dict[int, Outcome]:
        """The rows to be looked at again between two places, both included."""
        rows = self._database.execute("SELECT place, outcome FROM again WHERE place BETWEEN ? AND ?", (first, last))
        return {place: Outcome(outcome) for place, outcome in rows}

    def last_again(self) -> int:
        """The last place that is to be looked at again, 0 for none."""
        (place,) = self._database.execute("SELECT coalesce(max(place), 0) FROM again").fetchone()
        return int(place)

    def _among(self, table: str, nips: Collection[str]) -> set[str]:
        chosen = json.dumps([int(nip) for nip in nips])
        rows = self._database.execute(
            f"SELECT nip FROM {table} WHERE nip IN (SELECT value FROM json_each(?))",  # noqa: S608
            (chosen,),
        )
        return {str(nip) for (nip,) in rows}
