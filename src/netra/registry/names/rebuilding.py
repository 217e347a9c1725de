"""Making the index anew, beside the one that answers; a kill costs the batch that was being read, no more.

A rebuild reads a hundred thousand people at a time without holding anything and writes what it gathered in one short
transaction. Whoever is written meanwhile is put into both generations (`keeping`), so the new one lacks nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction

from netra.registry.models import CivilServant, NameCount, NameGeneration, NameKey, NearKey, PositionSpell
from netra.registry.names.attributes import POST, known_of_person, known_of_post
from netra.registry.names.gathering import Gathered

PEOPLE_PER_BATCH = 100_000
Progress = Callable[[int], None]


def ready_generation() -> int | None:
    """The generation that answers; None where none was ever finished."""
    return NameGeneration.objects.filter(is_ready=True).order_by("pk").values_list("pk", flat=True).last()


def rebuild_names(*, progress: Progress = lambda _done: None) -> int:
    """Make the index anew, or go on where an earlier making was stopped; how many people this run has read.

    In the end the new generation answers, and the former one is taken away.
    """
    generation = begin()
    words: set[str] = set()
    done = 0
    while read := _add_batch(generation, words):
        done += read
        progress(done)
    NameGeneration.objects.filter(pk=generation).update(is_ready=True)
    clear_before(generation)
    return done


def begin() -> int:
    """The generation that is being made, or a new one that every later writer sees."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # Waits for whoever began to write people before there was a new generation to tell (`keeping`).
                cursor.execute("LOCK TABLE registry_namegeneration IN EXCLUSIVE MODE")
        begun = NameGeneration.objects.filter(is_ready=False).order_by("pk").last()
        return (begun or NameGeneration.objects.create()).pk


def clear_before(generation: int) -> None:
    """Take away every earlier generation, in one transaction each: a table that is asked loses nothing by it."""
    for earlier in NameGeneration.objects.filter(pk__lt=generation):
        with transaction.atomic():
            for table in (NameKey, NearKey, NameCount):
                table.objects.filter(generation=earlier.pk).delete()
            earlier.delete()


def _add_batch(generation: int, words: set[str]) -> int:
    """The next people after those that the generation has reached; `words` are those that this run has written."""
    row = NameGeneration.objects.get(pk=generation)
    after = row.through
    people = list(
        CivilServant.objects.filter(pk__gt=after)
        .order_by("pk")
        .values_list("pk", "name", "birth_date", "employment")[:PEOPLE_PER_BATCH]
    )
    if not people:
        return 0
    last = people[-1][0]
    gathered = Gathered()
    for pk, name, birth_date, employment in people:
        gathered.add_person(pk, name)
        gathered.add_known(known_of_person(birth_date.year, employment))
    for post in _last_posts(after, last):
        gathered.add_known(known_of_post(*post))
    with transaction.atomic():
        claimed = NameGeneration.objects.select_for_update().get(pk=generation)
        if claimed.through == after:
            gathered.write(generation, known_words=words)
            claimed.through = last
            claimed.save(update_fields=["through"])
    words.update(gathered.words)
    return len(people)


def _last_posts(after: int, last: int) -> list[tuple[str, str, str, str]]:
    """The newest primary position of each of these people."""
    spells = PositionSpell.objects.filter(civil_servant__gt=after, civil_servant__lte=last, is_primary=True)
    rows = spells.order_by("civil_servant", "start_date").values_list("civil_servant", *POST)
    newest = {person: (agency, unit or "", region, level) for person, agency, unit, region, level in rows.iterator()}
    return list(newest.values())
