"""The register of civil servants as `netra.matching.lookup.Index`: each question of a lookup is one statement."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from netra.matching.lookup.attributes import Attribute
from netra.matching.lookup.index import Person, rarity, shortened, tempered_rarity
from netra.matching.names import parse
from netra.registry.models import Agency, CivilServant, PositionSpell
from netra.registry.names import asking
from netra.registry.names.attributes import AGENCY, attributes, known_of_person, known_of_post
from netra.registry.names.gathering import INITIAL, PEOPLE, TITLE
from netra.registry.names.packing import length_in, pk_of, unpacked

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class DatabaseIndex:
    """One generation of the index, asked on a day. `visible` are the people whom the asker may see; None: everybody."""

    generation: int
    on: date
    visible: QuerySet[CivilServant] | None = None
    agency_names: dict[str, str] = field(default_factory=dict)
    attributes: tuple[Attribute, ...] = field(init=False)
    _keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.attributes = attributes(self.agency_names, on=self.on)
        always = {(PEOPLE, ""), *((INITIAL, letter) for letter in _LETTERS)}
        self._read_counts(always | {(attribute.borne, "") for attribute in self.attributes})

    def size(self) -> int:
        return self._counts[PEOPLE, ""]

    def near_keys(self, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        from_short: dict[str, set[str]] = defaultdict(set)
        wanted = {key: shortened(key) for key in keys}
        for short, key in asking.near_words(generation=self.generation, shorts=sorted(set().union(*wanted.values()))):
            from_short[short].add(key)
        return {key: set().union(*(from_short[short] for short in shorts)) for key, shorts in wanted.items()}

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        self._read_keys(keys)
        return {key: self._keys[key][1] for key in keys}

    def bearers(self, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
        wanted = sorted(key for key in keys if self._keys.get(key, (0, 1))[1])
        found: dict[str, array[int]] = {}
        mixed: set[str] = set()
        for key, content in asking.packed_bearers(generation=self.generation, keys=wanted):
            numbers, before = unpacked(content), found.get(key)
            if before is None:
                found[key] = numbers
                continue
            # Whoever was renamed stands in a later batch than people who came after him.
            if numbers[0] <= before[-1]:
                mixed.add(key)
            before.extend(numbers)
        return {**found, **{key: sorted(set(found[key])) for key in mixed}}

    def length(self, number: int) -> int:
        return length_in(number)

    def sharing(self, numbers: Sequence[int], known: Mapping[str, str]) -> Sequence[int]:
        """Those who hold or held a post in the agency that is known."""
        if not known.get(AGENCY) or not numbers:
            return ()
        spells = PositionSpell.objects.filter(agency__code=known[AGENCY], civil_servant__in=map(pk_of, numbers))
        there = set(spells.values_list("civil_servant", flat=True))
        return [number for number in numbers if pk_of(number) in there]

    def admitted(self, numbers: Sequence[int]) -> Sequence[int]:
        if self.visible is None or not numbers:
            return numbers
        seen = set(self.visible.filter(pk__in=map(pk_of, numbers)).values_list("pk", flat=True))
        return [number for number in numbers if pk_of(number) in seen]

    def people(self, numbers: Sequence[int]) -> Sequence[Person]:
        order = list(dict.fromkeys(map(pk_of, numbers)))
        rows = {pk: row for pk, *row in asking.people(pks=order)}
        posts = self._posts(order)
        people = [_person(rows[pk], posts.get(pk)) for pk in order if pk in rows]
        self._read_agency_names({each.attributes.get(AGENCY, "") for each in people})
        self._read_keys({token.key for each in people for token in (*each.name.tokens, *each.name.aliases)})
        self._read_counts(self._told_of(people))
        return people

    def information(self, key: str) -> float:
        if key not in self._keys:
            self._read_keys({key})
        return tempered_rarity(self._keys[key][0], self.size())

    def title_information(self, code: str) -> float:
        return rarity(self._count(TITLE, code), self.size())

    def initial_information(self, letter: str) -> float:
        return rarity(self._count(INITIAL, letter), self.size())

    def attribute_information(self, column: str, value: str) -> float:
        return rarity(self._count(column, value), self._count(column, ""))

    def _posts(self, pks: Collection[int]) -> dict[int, tuple[str, str, str, str]]:
        """The position that speaks for each: the last one begun by the day, else the first that will begin."""
        posts: dict[int, tuple[str, str, str, str]] = {}
        for pk, first_day, agency, unit, region, position in asking.posts(pks=pks):
            if first_day <= self.on.isoformat() or pk not in posts:
                posts[pk] = agency, unit or "", region, position
        return posts

    def _read_agency_names(self, codes: Collection[str]) -> None:
        missing = sorted(set(codes) - self.agency_names.keys() - {""})
        if missing:
            rows = Agency.objects.as_of(self.on).filter(code__in=missing).only("code")
            self.agency_names.update({row.code: row.name_then for row in rows})

    def _told_of(self, people: Iterable[Person]) -> set[tuple[str, str]]:
        told = {(TITLE, title.code) for person in people for title in person.name.titles}
        for person in people:
            for attribute in self.attributes:
                written = person.attributes.get(attribute.borne, "")
                told |= {(attribute.borne, value) for value in attribute.counted(written)}
        return told

    def _read_keys(self, keys: Collection[str]) -> None:
        missing = sorted(set(keys) - self._keys.keys())
        if not missing:
            return
        self._keys.update(dict.fromkeys(missing, (0, 0)))
        rows = asking.counted_keys(generation=self.generation, keys=missing)
        self._keys.update({key: (words, bearers) for key, words, bearers in rows})

    def _count(self, column: str, value: str) -> int:
        if (column, value) not in self._counts:
            self._read_counts({(column, value)})
        return self._counts[column, value]

    def _read_counts(self, wanted: Iterable[tuple[str, str]]) -> None:
        missing = sorted(set(wanted) - self._counts.keys())
        if not missing:
            return
        self._counts.update(dict.fromkeys(missing, 0))
        columns, values = ({each[place] for each in missing} for place in (0, 1))
        rows = asking.counted_values(generation=self.generation, columns=sorted(columns), values=sorted(values))
        self._counts.update({(column, value): count for column, value, count in rows})


def _person(row: Sequence[str], post: tuple[str, str, str, str] | None) -> Person:
    ref, name, birth_year, employment = row
    known = known_of_person(birth_year, employment) | (known_of_post(*post) if post else {})
    return Person(ref, parse(name), known)
