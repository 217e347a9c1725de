"""Names looked up among a nation: the index of names beside pg_trgm with its GIN index, over the same rows, in the same run.

    .venv/bin/python bench/names_national.py --people 4700000 --database postgresql://postgres@127.0.0.1:5432/netra_names

Fills an empty database with civil servants whose names are recombined from invented words, some of them as common as
Muhammad, or with `--words FILE.csv` from the words of its column `nama`, as often as they stand there; builds both indexes; asks each for people as a hurried report would write them, one question at a time.
Found is whoever bears the name of the person that was meant, titles aside: a name alone tells no two namesakes apart.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import secrets
import statistics
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from pathlib import Path

import django
from casework import _create_database
from nation import fill

SEED = 2026
SYLLABLES = ("ra", "sa", "de", "wa", "lan", "mi", "kar", "su", "ti", "har", "no", "yu", "gi", "pra", "ko", "men", "tu",
             "bang", "ri", "ma", "la", "ngga", "dja", "oe", "zi", "fa", "nur", "wi", "ta", "hen")  # fmt: skip
# What very many bear, and how many of a hundred.
VERY_COMMON = {"Muhammad": 10, "Siti": 5, "Ahmad": 3, "Abdul": 2, "Yusuf": 1}
TITLES = ("Drs. {}", "{}, S.Pd.", "{}, S.H., M.H.", "H. {}", "Hj. {}", "dr. {}", "{}")
HURRIED = (
    ("Muhammad", "Moh."),
    ("Ahmad", "A."),
    ("Siti", "St."),
    ("Abdul", "Abd."),
    ("u", "oe"),
    ("j", "dj"),
    ("z", "s"),
)


@dataclass(slots=True)
class Words:
    """Invented words, of which the first are common and the last rare, as words of names are."""

    draw: random.Random
    many: int
    words: list[str] = field(init=False)
    heights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        made: dict[str, None] = {}
        while len(made) < self.many:
            made["".join(self.draw.choices(SYLLABLES, k=self.draw.choice((2, 2, 3, 3, 4)))).capitalize()] = None
        self.words = list(made)
        self.heights = list(accumulate(1 / (place + 20) for place in range(self.many)))

    def one(self) -> str:
        return self.words[bisect_left(self.heights, self.draw.random() * self.heights[-1])]


def titled(name: str, draw: random.Random) -> str:
    """The name, every third time with a title."""
    return draw.choice(TITLES).format(name) if draw.random() < 0.33 else name


def recombined(draw: random.Random, register: Path) -> Iterator[str]:
    """Names without end: as many words as somebody of the register has, each as somebody bears it in that place."""
    with register.open(encoding="utf-8-sig", newline="") as file:
        written = (row["nama"].split(",")[0].title().split() for row in csv.DictReader(file))
        borne = [words for name in written if (words := [word for word in name if word.isalpha() and len(word) > 1])]
    first, last = [words[0] for words in borne], [words[-1] for words in borne if len(words) > 1]
    between = [word for words in borne for word in words[1:-1]]
    while True:
        many = len(draw.choice(borne))
        ends = [draw.choice(last)] if many > 1 else []
        name = " ".join([draw.choice(first), *draw.choices(between, k=max(many - 2, 0)), *ends])
        yield titled(name, draw)


def names(draw: random.Random) -> Iterator[str]:
    """Names without end: one to four words, a third with a title."""
    words = Words(draw, 200_000)
    while True:
        parts = [words.one() for _word in range(draw.choice((1, 2, 2, 2, 3, 3, 4)))]
        hundred, reached = draw.random() * 100, 0
        for common, share in VERY_COMMON.items():
            reached += share
            if hundred < reached:
                parts = [common, *parts[:3]]
                break
        name = " ".join(parts)
        yield titled(name, draw)


def hurried(name: str, draw: random.Random) -> str:
    """The name as somebody might write it who heard it: one or two things are otherwise."""
    written = name.split(",")[0]
    for _time in range(draw.choice((0, 1, 1, 2))):
        kind = draw.randrange(4)
        if kind == 0:
            usual, short = draw.choice(HURRIED)
            written = written.replace(usual, short, 1)
        elif kind == 1 and len(written.split()) > 2:
            parts = written.split()
            parts.pop(draw.randrange(1, len(parts)))
            written = " ".join(parts)
        elif len(written) > 5:
            place = draw.randrange(1, len(written) - 1)
            letter = draw.choice(("", written[place] * 2, draw.choice("aiueo")))
            written = written[:place] + letter + written[place + 1 :]
    return written


def main(words: Sequence[str] | None = None) -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--words", type=Path, metavar="FILE.csv")
    parser.add_argument("--database", default="postgresql://postgres@127.0.0.1:5432/netra_names")
    options = parser.parse_args(words)
    os.environ |= {
        "NETRA_DATABASE": options.database,
        "NETRA_DATA_DIR": tempfile.mkdtemp(prefix="netra-bench-"),
        "DJANGO_SETTINGS_MODULE": "netra.settings",
        **{f"NETRA_{name}_KEY": secrets.token_hex(32) for name in ("SECRET", "IDENTITY", "EVIDENCE")},
    }
    _create_database(options.database)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    draw = random.Random(SEED)
    fill(options.people, recombined(draw, options.words) if options.words else names(draw))
    measure(options.people, options.questions)


def measure(people: int, questions: int) -> None:
    """Build both indexes, ask both the same, print one row for each."""
    from django.db import connection

    from netra.registry.names.rebuilding import rebuild_names

    print(f"{people:,} people, {questions} questions\n")
    print("| method | p50 ms | p95 ms | R@10 | index MB | built in s |\n|---|---:|---:|---:|---:|---:|")
    asked = _questions(people, questions)
    built = _seconds(rebuild_names)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    ours = _asked("netra", _netra, asked, built, ["registry_namekey", "registry_nearkey", "registry_namecount"])
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        making = "CREATE INDEX bench_trgm ON registry_civilservant USING gin (search_name gin_trgm_ops)"
        built = _seconds(lambda: cursor.execute(making))
    theirs = _asked("pg_trgm + GIN", _trigrams, asked, built, ["bench_trgm"])
    print(f"\np95: netra is {theirs / ours:.1f} times as fast")


def bare(name: str) -> str:
    """A name without the titles that `names` gave it."""
    for title in TITLES:
        before, after = title.split("{}")
        if (before or after) and name.startswith(before) and name.endswith(after):
            return name.removeprefix(before).removesuffix(after)
    return name


def _questions(people: int, many: int) -> list[tuple[str, str]]:
    """What is asked, and what whoever is meant is called, without titles."""
    from netra.registry.models import CivilServant

    draw = random.Random(SEED + 1)
    meant = CivilServant.objects.in_bulk(draw.sample(range(1, people + 1), many))
    return [(hurried(person.name, draw), bare(person.name)) for person in meant.values()]


def _netra(asked: str) -> list[str]:
    from netra.matching.lookup import Lookup
    from netra.registry.names.index import DatabaseIndex
    from netra.registry.names.rebuilding import ready_generation

    index = DatabaseIndex(ready_generation() or 0, date(2026, 1, 1))
    return [each.person.name.written for each in Lookup(index, index.attributes).find(asked, limit=10).ranked]


def _trigrams(asked: str) -> list[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM registry_civilservant WHERE search_name %% %s ORDER BY similarity(search_name, %s) DESC, id"
            " LIMIT 10",
            [asked.lower(), asked.lower()],
        )
        return [row[0] for row in cursor]


def _asked(
    method: str, find: Callable[[str], list[str]], asked: Sequence[tuple[str, str]], built: float, relations: list[str]
) -> float:
    """Ask everything once, print the row, and return the time that 95 of a hundred answers do not exceed."""
    from django.db import connection

    find(asked[0][0])
    took, found = [], 0
    for written, meant in asked:
        started = time.perf_counter()
        answer = find(written)
        took.append(1000 * (time.perf_counter() - started))
        found += meant in map(bare, answer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s::text[]) name", [relations])
        size = int(cursor.fetchone()[0]) / 1e6
    p95 = statistics.quantiles(took, n=20)[-1]
    print(
        f"| {method} | {statistics.median(took):.1f} | {p95:.1f} | {found / len(asked):.3f} | {size:.0f} | {built:.0f} |",
        flush=True,
    )
    return p95


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
