"""The index follows the register: whoever is written there is found at once, in the same transaction.

Nothing is taken out: an old name still leads to its person, who is read from the register as they are called now. Until
the next rebuild whoever was renamed is counted under both names; how rare a word is changes little by that.

An import of very many at once is the exception: it tells the index whom it wrote (`NameGap`), in the same transaction,
and they are put in afterwards, many at a time (`rebuilding.fill_gaps`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db import connection

from netra.registry.models import CivilServant, NameGap, NameGeneration, NearKey, PositionSpell
from netra.registry.names.attributes import known_of_person, known_of_post, known_of_spell
from netra.registry.names.gathering import Gathered


class NewName(NamedTuple):
    """A person who is new or called otherwise."""

    pk: int
    name: str
    birth_date: date
    employment: str


def keep_names(people: Collection[CivilServant], spells: Iterable[PositionSpell] = ()) -> None:
    """Put people who are new or called otherwise into the index, and the positions that they took up."""
    _keep(
        [NewName(person.pk, person.name, person.birth_date, person.employment) for person in people],
        (known_of_spell(spell) for spell in spells),
    )


def keep_told(people: Collection[NewName], posts: Iterable[tuple[str, str, str, str]]) -> None:
    """The same of values without their rows; a post is its agency, unit name, region code and level."""
    _keep(people, (known_of_post(*post) for post in posts))


def leave_for_later(numbers: Collection[int]) -> None:
    """Tell the index of new people, by key, whom it is to take in later."""
    if numbers and generations():
        NameGap.objects.create(first=min(numbers), last=max(numbers), people=len(numbers))


def _keep(people: Collection[NewName], known: Iterable[Mapping[str, str]]) -> None:
    gathered = Gathered()
    for person in people:
        gathered.add_person(person.pk, person.name)
        gathered.add_known(known_of_person(person.birth_date.year, person.employment))
    for each in known:
        gathered.add_known(each)
    if not gathered.counts and not gathered.known:
        return
    for generation in generations():
        words = gathered.words.keys()
        near = NearKey.objects.filter(generation=generation, short__among=words, key__among=words)
        known_words = near.values_list("key", flat=True)
        gathered.write(generation, known_words=set(known_words))


def generations() -> list[int]:
    """Every generation, one that is being made included.

    On PostgreSQL the table is held until the transaction ends, so that a rebuild begins before it or after it and
    misses nobody (`rebuilding.begin`); writers do not wait for one another. SQLite has one writer at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE registry_namegeneration IN ROW SHARE MODE")
    return list(NameGeneration.objects.order_by("pk").values_list("pk", flat=True))
