"""The index follows the register: whoever is written there is found at once, in the same transaction.

Nothing is taken out: an old name still leads to its person, who is read from the register as they are called now. Until
the next rebuild whoever was renamed is counted under both names; how rare a word is changes little by that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import connection

from netra.registry.models import CivilServant, NameGeneration, NearKey, PositionSpell
from netra.registry.names.attributes import known_of_person, known_of_spell
from netra.registry.names.gathering import Gathered


def keep_names(people: Collection[CivilServant], spells: Iterable[PositionSpell] = ()) -> None:
    """Put people who are new or called otherwise into the index, and the positions that they took up."""
    gathered = Gathered()
    for person in people:
        gathered.add_person(person.pk, person.name)
        gathered.add_known(known_of_person(person.birth_date.year, person.employment))
    for spell in spells:
        gathered.add_known(known_of_spell(spell))
    if not gathered.counts:
        return
    for generation in _generations():
        known = NearKey.objects.filter(generation=generation, short__in=gathered.words, key__in=gathered.words)
        gathered.write(generation, known_words=set(known.values_list("key", flat=True)))


def _generations() -> list[int]:
    """Every generation, one that is being made included.

    On PostgreSQL the table is held until the transaction ends, so that a rebuild begins before it or after it and
    misses nobody (`rebuilding.begin`); writers do not wait for one another. SQLite has one writer at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE registry_namegeneration IN ROW SHARE MODE")
    return list(NameGeneration.objects.order_by("pk").values_list("pk", flat=True))
