"""What a batch of people adds to the index of names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from netra.matching.lookup.index import glued_keys, length_of, shortened
from netra.matching.names import parse
from netra.registry.models import NameCount, NameKey, NearKey
from netra.registry.names.attributes import counted
from netra.registry.names.packing import number_of, packed

PEOPLE, TITLE, INITIAL = "people", "title", "initial"
_ROWS = 5_000


@dataclass(slots=True)
class Gathered:
    """Who bears which key, and how often titles, initials and values of attributes occur."""

    bearers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: Counter[str] = field(default_factory=Counter)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add_person(self, pk: int, written: str) -> None:
        """A person by the name that the register gives."""
        name = parse(written)
        number = number_of(pk, length_of(name))
        keys = {token.key for token in (*name.tokens, *name.aliases)}
        self.words.update(keys)
        for key in keys | glued_keys(name):
            self.bearers[key].append(number)
        self.counts.update((INITIAL, letter) for letter in {key[0] for key in keys})
        self.counts.update((TITLE, code) for code in {title.code for title in name.titles})
        self.counts[PEOPLE, ""] += 1

    def add_known(self, known: Mapping[str, str]) -> None:
        """What is known of one person beside the name; under no value stands how many a column is known of."""
        for column, written in known.items():
            values = counted(column, written)
            self.counts.update((column, value) for value in (*values, *([""] if values else [])))

    def write(self, generation: int, *, known_words: Collection[str] = ()) -> None:
        """Add the rows; `known_words` are words that the index has already."""
        NameKey.objects.bulk_create(
            (
                NameKey(
                    generation=generation,
                    key=key,
                    words=self.words[key],
                    bearers=len(numbers),
                    numbers=packed(numbers),
                )
                for key, numbers in sorted(self.bearers.items())
            ),
            batch_size=_ROWS,
        )
        new = sorted(self.words.keys() - set(known_words))
        NearKey.objects.bulk_create(
            (NearKey(generation=generation, short=short, key=key) for key in new for short in sorted(shortened(key))),
            batch_size=_ROWS,
            ignore_conflicts=True,
        )
        NameCount.objects.bulk_create(
            (
                NameCount(generation=generation, column=column, value=value, count=count)
                for (column, value), count in sorted(self.counts.items())
            ),
            batch_size=_ROWS,
        )
