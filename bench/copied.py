"""How well copied reports are found, and how fast; prints figures and no word of any report.

    .venv/bin/python bench/copied.py DATA

DATA is a folder with `reports.csv` (id, keterangan, kab_kota, provinsi), which stays where it is. Nobody labelled which
reports repeat others, so three things are measured that need no label: copies that are made here out of the reports
(other links, mentions, emoji, signs of forwarding, counts) must be found again; of the pairs that are proposed it is
counted which repeat a whole text; and pairs about different provinces are held against those that say the same words.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from netra.matching.copies import Likeness, bands_of, likeness, story_words
from netra.matching.copies.sketching import shingles_of

Words = tuple[str, ...]
Pair = tuple[str, str]
DRAWS = 2_000
WHOLE = 0.95


def main(words: Sequence[str] | None = None) -> None:
    """Read, sketch, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    options = parser.parse_args(words)
    with (options.data / "reports.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    texts = {ref: row["keterangan"].replace("\\n", "\n") for ref, row in rows.items()}
    stories = {ref: story_words(text) for ref, text in texts.items()}
    print(f"{len(texts)} reports, {sum(map(len, stories.values())):,} words; one core.\n")
    _speed(list(texts.values()))
    met, every = _by_index(stories), _by_hand(stories)
    _recall_of_index(met, every)
    _what_is_proposed(every, rows)
    _copies_made_here(texts, stories)


def _speed(texts: Sequence[str]) -> None:
    began = time.process_time()
    read = [story_words(text) for text in texts]
    words_read = time.process_time()
    tracemalloc.start()
    index = _index({str(number): words for number, words in enumerate(read)})
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    sketched = time.process_time()
    for words in read:
        bands_of(words)
    again = time.process_time()
    pairs = list(combinations(read[:120], 2))
    compared = time.process_time()
    for one, other in pairs:
        likeness(one, other)
    done = time.process_time()
    print("| | |\n|---|---:|")
    print(f"| texts reduced to their words in a second | {len(texts) / (words_read - began):,.0f} |")
    print(f"| texts sketched in a second | {len(texts) / (again - sketched):,.0f} |")
    print(f"| pairs compared word by word in a second | {len(pairs) / (done - compared):,.0f} |")
    print(f"| rows of the index for a report | {sum(map(len, index.values())) / len(texts):.1f} |")
    print(f"| memory of the index as dictionaries, KB for a report | {memory / 1024 / len(texts):.1f} |\n")


def _index(stories: Mapping[str, Words]) -> dict[int, list[str]]:
    index: dict[int, list[str]] = defaultdict(list)
    for ref, words in stories.items():
        for band in bands_of(words):
            index[band].append(ref)
    return index


def _by_index(stories: Mapping[str, Words]) -> set[Pair]:
    """The pairs that share a band."""
    return {pair for refs in _index(stories).values() for pair in combinations(sorted(refs), 2)}


def _by_hand(stories: Mapping[str, Words]) -> dict[Pair, Likeness]:
    """Every pair of all, compared word by word: what an index that misses nothing would propose."""
    found = ((pair, likeness(stories[pair[0]], stories[pair[1]])) for pair in combinations(sorted(stories), 2))
    return {pair: alike for pair, alike in found if alike is not None}


def _recall_of_index(met: set[Pair], every: Mapping[Pair, Likeness]) -> None:
    print("| likeness (share of word triples) | pairs of all | found by the index | recall |\n|---|---:|---:|---|")
    for low, high in ((0.95, 1.01), (0.7, 0.95), (0.5, 0.7), (0.0, 0.5)):
        pairs = [pair for pair, alike in every.items() if low <= alike.share < high]
        hits = [float(pair in met) for pair in pairs]
        title = f"{low:.2f} to {min(high, 1):.2f}" if low else "below 0.50, the shorter text inside the longer"
        print(f"| {title} | {len(pairs)} | {sum(hits):.0f} | {_share(hits)} |")
    print(f"\n{len(met)} pairs shared a band, {len(met & every.keys())} of them were alike word by word.\n")


def _what_is_proposed(every: Mapping[Pair, Likeness], rows: Mapping[str, Mapping[str, str]]) -> None:
    whole = [alike.contained >= WHOLE for alike in every.values()]
    print("| what is proposed | |\n|---|---|")
    print(f"| pairs | {len(every)} |")
    print(f"| a whole text again, alone or inside a longer one | {_share(list(map(float, whole)))} |")
    for column in ("provinsi", "kab_kota"):
        told = [(a, b) for a, b in every if rows[a][column].strip() and rows[b][column].strip()]
        same = [float(rows[a][column].strip() == rows[b][column].strip()) for a, b in told]
        print(f"| {column} told in both ({len(told)} pairs): the same | {_share(same)} |")
    apart = [pair for pair in every if _differ(rows, pair, "provinsi")]
    unlike = sum(_differ(rows, pair, "provinsi") for pair in combinations(sorted(rows), 2))
    print(f"| proposed, of {unlike:,} pairs about different provinces | {len(apart)} |")
    repeated = sum(every[pair].contained >= WHOLE for pair in apart)
    print(f"| of these a whole text again, so the same report with another place | {repeated} |\n")


def _differ(rows: Mapping[str, Mapping[str, str]], pair: Pair, column: str) -> bool:
    one, other = (rows[ref][column].strip() for ref in pair)
    return bool(one and other and one != other)


def _copies_made_here(texts: Mapping[str, str], stories: Mapping[str, Words]) -> None:
    chance = random.Random(2014)
    long = [ref for ref, words in stories.items() if shingles_of(words)]
    print(f"| copies made of {len(long)} reports | found again | first of all |\n|---|---|---|")
    index = _index(stories)
    for title, change in CHANGES:
        found, first = [], []
        for ref in long:
            words = story_words(change(texts[ref], chance))
            shared = Counter(other for band in bands_of(words) for other in index.get(band, ()))
            alike = {other: one for other in shared if (one := likeness(words, stories[other])) is not None}
            best = max((one.share for one in alike.values()), default=0.0)
            found.append(float(ref in alike))
            first.append(float(ref in alike and alike[ref].share == best))
        print(f"| {title} | {_share(found)} | {_share(first)} |")


def _passed_on(text: str, chance: random.Random) -> str:
    words = text.split()
    for sign in ("🔥", "https://contoh.example/{}", "@akun{}", "*"):
        words.insert(chance.randrange(len(words) + 1), sign.format(chance.randrange(10**6)))
    return f"Diteruskan berkali-kali\nRT @akun: {' '.join(words)}\n{chance.randrange(1, 999)} suka 12 komentar"


def _word_changed(every: int) -> Callable[[str, random.Random], str]:
    def change(text: str, chance: random.Random) -> str:
        words = text.split()
        changed = (f"kata{chance.randrange(10**6)}" if chance.randrange(every) == 0 else word for word in words)
        return " ".join(changed)

    return change


def _part(text: str, chance: random.Random) -> str:
    words = text.split()
    length = max(8, len(words) * 6 // 10)
    start = chance.randrange(max(1, len(words) - length + 1))
    return " ".join(words[start : start + length])


CHANGES: Sequence[tuple[str, Callable[[str, random.Random], str]]] = (
    ("passed on: link, mention, emoji, preamble, counts", _passed_on),
    ("one word of twenty another", _word_changed(20)),
    ("one word of ten another", _word_changed(10)),
    ("six tenths of the words, in one piece", _part),
)


def _share(hits: Sequence[float]) -> str:
    """A share with the interval in which 95 of 100 draws of the same size lie."""
    if not hits:
        return "–"
    chance = random.Random(1)
    drawn = sorted(sum(chance.choices(hits, k=len(hits))) / len(hits) for _draw in range(DRAWS))
    low, high = drawn[DRAWS // 40], drawn[-DRAWS // 40]
    return f"{sum(hits) / len(hits):.3f} ({low:.3f}–{high:.3f})"


if __name__ == "__main__":
    main()
