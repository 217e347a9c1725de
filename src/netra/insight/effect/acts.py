"""The alleged acts of the people of a place, by the unit in which each served on the day of the act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from django.db.models import Q, QuerySet

from netra.cases.models import Allegation
from netra.insight.effect.posts import Post, Unit
from netra.insight.effect.spans import Span
from netra.insight.sources import Sources
from netra.registry.models import CivilServant, PositionSpell


@dataclass(frozen=True, slots=True)
class Acts:
    """The days of the acts of each unit in their order, an act once for each unit whose people did it; how many have
    no unit.
    """

    days: Mapping[Unit, Sequence[date]]
    unplaced: int


def acts_of(sources: Sources, codes: Sequence[str], posts: Sequence[Post], span: Span) -> Acts:
    """What is still alleged of people of these agencies and happened in the span, as far as the sources show it.

    The day is that of the act: a report may come long after. Unplaced are those of nobody whose number was confirmed,
    and those of which only the month or the year is known. Three queries.
    """
    alleged = sources.allegations().filter(act__act_date__gte=span.start, act__act_date__lt=span.until)
    people = PositionSpell.objects.filter(agency__code__in=codes, is_primary=True).values("civil_servant__nip")
    dated = alleged.filter(party__nip__in=people, act__act_date_precision="DAY")
    keys = dict(CivilServant.objects.filter(nip__in=dated.values("party__nip")).values_list("nip", "pk"))
    served: dict[int, list[Post]] = defaultdict(list)
    accused = set(keys.values())
    for post in posts:
        if post.person in accused:
            served[post.person].append(post)
    placed: set[tuple[int, Unit, date]] = set()
    for act, day, nip in dated.values_list("act", "act__act_date", "party__nip"):
        placed |= {(act, post.unit, day) for post in served[keys[nip]] if post.covers(day)}
    days: dict[Unit, list[date]] = defaultdict(list)
    for _act, unit, day in sorted(placed, key=itemgetter(2)):
        days[unit].append(day)
    return Acts(dict(days), _unplaced(alleged, codes))


def _unplaced(alleged: QuerySet[Allegation], codes: Sequence[str]) -> int:
    unknown = Q(party__nip="") | ~Q(act__act_date_precision="DAY")
    return alleged.filter(unknown, party__agency_code__in=codes).values("act").distinct().count()
