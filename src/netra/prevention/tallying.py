"""Adding to the counts of a unit, in the transaction of what is counted."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import F

from netra.prevention.models import Instrument, Tally

# Agency and unit.
Place = tuple[str, str]


def count(instrument: Instrument, place: Place, *, opened: int = 0, read: int = 0, understood: int = 0) -> None:
    """Add to one unit's counts; made first where nobody of the unit was counted yet."""
    where = {"instrument": instrument, "agency_code": place[0], "unit_code": place[1]}
    added = {"opened": opened, "read": read, "understood": understood}
    more = {name: F(name) + number for name, number in added.items() if number}
    if not more:
        return
    if Tally.objects.filter(**where).update(**more):
        return
    # ON CONFLICT DO NOTHING waits for another reader of the unit who makes the row at this moment.
    Tally.objects.bulk_create([Tally(**where)], ignore_conflicts=True)
    Tally.objects.filter(**where).update(**more)


def count_read(instrument: Instrument, places: Mapping[Place, tuple[int, int]]) -> None:
    """Add, for each unit, how many opened and how many read: a whole list at once, in one order, so that two clerks
    who enter lists of the same units never wait for each other in a circle.
    """
    for place in sorted(places):
        opened, read = places[place]
        count(instrument, place, opened=opened, read=read)
