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
from netra.registry.names.storing import add_rows

PEOPLE, TITLE, INITIAL = "people", "title", "initial"


@dataclass(slots=True)
class Gathered:
    """Who bears which key, and how often titles, initials and values of attributes occur."""

    bearers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: Counter[str] = field(default_factory=Counter)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    # What is known of people beside their names; few things are, of very many.
    known: Counter[tuple[str, str]] = field(default_factory=Counter)

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
        self.known.update(known.items())

    def _counted(self) -> Counter[tuple[str, str]]:
        counts = self.counts.copy()
        for (column, written), times in self.known.items():
            values = counted(column, written)
            for value in (*values, *([""] if values else [])):
                counts[column, value] += times
        return counts

    def write(self, generation: int, *, known_words: Collection[str] = ()) -> None:
        """Add the rows; `known_words` are words that the index has already."""
        add_rows(
            NameKey,
            ("generation", "key", "words", "bearers", "numbers"),
            [
                (generation, key, self.words[key], len(numbers), packed(sorted(numbers)))
                for key, numbers in sorted(self.bearers.items())
            ],
        )
        new = sorted(self.words.keys() - frozenset(known_words))
        near = [(generation, short, key) for key in new for short in sorted(shortened(key))]
        add_rows(NearKey, ("generation", "short", "key"), near, known=True)
        counts = [(generation, column, value, count) for (column, value), count in sorted(self._counted().items())]
        add_rows(NameCount, ("generation", "column", "value", "count"), counts)
