"""How well people are found in the text of reports, and how fast; prints figures and no name.

    .venv/bin/python bench/names/mentions.py DATA

DATA is a folder with `reports.csv` (id, judul_laporan, keterangan) and the labels `accused_open.csv` (report_id,
name_as_written, role). Labels hold those whom the annotator noted, not everybody who is named: who is found beyond them
is counted apart, so that precision by them is a lower bound. Intervals come from drawing the reports again.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from netra.matching.mentions import Mention, Part, read_mentions
from netra.matching.names import parse
from netra.registry.regions.names import key_of, kind_in
from netra.registry.regions.spans import read_spans

PARTS = {"terlapor": Part.ACCUSED, "dirugikan": Part.HARMED, "diuntungkan": Part.FAVOURED, "saksi": Part.WITNESS}
NOT_A_PERSON = "bukan_orang"
DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class Counts:
    """What one report adds up to."""

    labelled: int = 0
    found: int = 0
    whole: int = 0
    part: int = 0
    accused: int = 0
    accused_found: int = 0
    said: int = 0
    said_labelled: int = 0
    traps: int = 0
    fallen: int = 0


def main(words: Sequence[str] | None = None) -> None:
    """Read, find, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    options = parser.parse_args(words)
    texts = {row["id"]: text_of(row) for row in rows_of(options.data / "reports.csv")}
    labels: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows_of(options.data / "accused_open.csv"):
        labels[row["report_id"]].append(row)
    known = region_names()
    is_region: Callable[[str], bool] = lambda name: key_of(kind_in(name)[1]) in known  # noqa: E731
    counts = [counted(read_mentions(texts[ref], is_region=is_region).mentions, rows) for ref, rows in labels.items()]
    print(f"{len(texts)} reports, {len(labels)} of them labelled: {sum(c.labelled for c in counts)} people.")
    for title, over, under in FIGURES:
        print(f"| {title} | {share(counts, over, under)} |")
    print(f"| reports read in a second, one core | {speed(list(texts.values()), is_region):,.0f} |")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def text_of(row: dict[str, str]) -> str:
    """Heading and story, as one text; the file writes a new line as two signs."""
    return "\n\n".join((row["judul_laporan"], row["keterangan"])).replace("\\n", "\n")


def region_names() -> frozenset[str]:
    """The names of all regions of the release, reduced to letters."""
    lines = files("netra.registry").joinpath("data/regions.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(key_of(kind_in(span.name)[1]) for span in read_spans(lines))


def counted(mentions: Iterable[Mention], rows: Sequence[dict[str, str]]) -> Counts:
    """One report against its labels. A person counts once, however often named."""
    named = [one for one in mentions if one.core]
    people = [row for row in rows if row["role"] != NOT_A_PERSON]
    traps = [row for row in rows if row["role"] == NOT_A_PERSON]
    cores = [frozenset(parse(row["name_as_written"]).core) for row in people]
    hits = [[one for one in named if one.core & core] for core in cores]
    parts = [PARTS.get(row["role"], Part.OTHER) for row in people]
    right = [any(one.part is part for one in hit) for hit, part in zip(hits, parts, strict=True)]
    groups = {min(one.core): one for one in named if not any(one.core < other.core for other in named)}.values()
    return Counts(
        labelled=len(people),
        found=sum(map(bool, hits)),
        whole=sum(any(one.core == core for one in hit) for hit, core in zip(hits, cores, strict=True)),
        part=sum(ok for ok, hit in zip(right, hits, strict=True) if hit),
        accused=sum(part is Part.ACCUSED for part in parts),
        accused_found=sum(ok for ok, part in zip(right, parts, strict=True) if part is Part.ACCUSED),
        said=len(groups),
        said_labelled=sum(any(one.core & core for core in cores) for one in groups),
        traps=len(traps),
        fallen=sum(any(one.core & set(parse(row["name_as_written"]).core) for one in named) for row in traps),
    )


FIGURES: tuple[tuple[str, str, str], ...] = (
    ("people found", "found", "labelled"),
    ("found with their whole name", "whole", "labelled"),
    ("part right, of those found", "part", "found"),
    ("accused found and called accused", "accused_found", "accused"),
    ("found people who are labelled (lower bound of precision)", "said_labelled", "said"),
    ("places labelled as no person, taken for one", "fallen", "traps"),
)


def share(counts: Sequence[Counts], over: str, under: str) -> str:
    """A ratio with its interval from drawing the reports again."""
    pairs = [(getattr(one, over), getattr(one, under)) for one in counts]
    draw = random.Random(2014)
    drawn = sorted(ratio(draw.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    low, high = drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]
    total = sum(pair[1] for pair in pairs)
    return f"{ratio(pairs):.3f} ({low:.3f}–{high:.3f}) | {sum(pair[0] for pair in pairs)} of {total}"


def ratio(pairs: Sequence[tuple[int, int]]) -> float:
    below = sum(pair[1] for pair in pairs)
    return sum(pair[0] for pair in pairs) / below if below else 0.0


def speed(texts: Sequence[str], is_region: Callable[[str], bool]) -> float:
    """Reports read in a second, the best of three times over all."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for text in texts:
            read_mentions(text, is_region=is_region)
        best = min(best, time.process_time() - started)
    return len(texts) / best


if __name__ == "__main__":
    main()
