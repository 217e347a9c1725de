"""Making the index anew, beside the one that answers; a kill costs the batch that was being read, no more.

A rebuild reads a hundred thousand people at a time without holding anything and writes what it gathered in one short
transaction. Whoever is written meanwhile is put into both generations (`keeping`), so the new one lacks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.db import connection, transaction
from django.db.models import QuerySet

from netra.registry.models import CivilServant, NameCount, NameGap, NameGeneration, NameKey, NearKey, PositionSpell
from netra.registry.names.attributes import POST, known_of_person, known_of_post
from netra.registry.names.gathering import Gathered
from netra.registry.names.keeping import generations

PEOPLE_PER_BATCH = 100_000
Progress = Callable[[int], None]
Person = tuple[int, str, date, str]


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
        if begun is None:
            # It reads whoever was written before it, so nobody waits for later any more.
            NameGap.objects.all().delete()
            begun = NameGeneration.objects.create()
        return begun.pk


def filled_gaps() -> Iterator[int]:
    """Take in those whom imports left for later, and say after each batch how many; a kill costs one batch, no more."""
    while gaps := _first_gaps():
        yield _fill(gaps)


def names_waiting() -> int:
    """How many people an import wrote whom the index does not know yet."""
    return sum(NameGap.objects.values_list("people", flat=True))


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
    people = list(_people(CivilServant.objects.filter(pk__gt=after))[:PEOPLE_PER_BATCH])
    if not people:
        return 0
    last = people[-1][0]
    gathered = Gathered()
    _gather(gathered, people)
    with transaction.atomic():
        claimed = NameGeneration.objects.select_for_update().get(pk=generation)
        if claimed.through == after:
            gathered.write(generation, known_words=words)
            claimed.through = last
            claimed.save(update_fields=["through"])
    words.update(gathered.words)
    return len(people)


def _first_gaps() -> list[NameGap]:
    """The oldest gaps, together about as many people as one batch."""
    gaps: list[NameGap] = []
    for gap in NameGap.objects.order_by("pk")[:PEOPLE_PER_BATCH]:
        if gaps and sum(each.people for each in gaps) + gap.people > PEOPLE_PER_BATCH:
            break
        gaps.append(gap)
    return gaps


def _fill(gaps: Sequence[NameGap]) -> int:
    gathered, done = Gathered(), 0
    for gap in gaps:
        people = list(_people(CivilServant.objects.filter(pk__gte=gap.first, pk__lte=gap.last)))
        done += len(people)
        _gather(gathered, people)
    with transaction.atomic():
        into = generations()
        deleted, _by_table = NameGap.objects.filter(pk__in=[gap.pk for gap in gaps]).delete()
        if deleted == len(gaps):
            for generation in into:
                gathered.write(generation)
        else:
            # Somebody else took some of them in meanwhile.
            transaction.set_rollback(True)
    return done


def _people(found: QuerySet[CivilServant]) -> QuerySet[CivilServant, Person]:
    return found.order_by("pk").values_list("pk", "name", "birth_date", "employment")


def _gather(gathered: Gathered, people: Sequence[Person]) -> None:
    """Add people who follow one another by key, with the last post of each."""
    for pk, name, birth_date, employment in people:
        gathered.add_person(pk, name)
        gathered.add_known(known_of_person(birth_date.year, employment))
    if people:
        for post in _last_posts(people[0][0] - 1, people[-1][0]):
            gathered.add_known(known_of_post(*post))


def _last_posts(after: int, last: int) -> list[tuple[str, str, str, str]]:
    """The newest primary position of each of these people."""
    spells = PositionSpell.objects.filter(civil_servant__gt=after, civil_servant__lte=last, is_primary=True)
    rows = spells.order_by("civil_servant", "start_date").values_list("civil_servant", *POST)
    newest = {person: (agency, unit or "", region, level) for person, agency, unit, region, level in rows.iterator()}
    return list(newest.values())
