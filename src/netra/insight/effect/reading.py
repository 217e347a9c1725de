"""The letters that hold for a place: whom each is for, who had read it by a day, and how long that took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from netra.insight.effect.posts import Post, Unit, Units
from netra.insight.effect.spans import Span
from netra.insight.effect.survival import Waits
from netra.prevention.access import visible_to
from netra.prevention.models import Acknowledgement, Instrument, Target
from netra.prevention.queries.audience import asked_from
from netra.prevention.states import State
from netra.registry.models import PositionSpell
from netra.trust.models import User

# The newest; who has more of them in force reads the older ones by themselves.
MOST_LETTERS = 20
# The days on which somebody read a letter and understood it.
Said = tuple[date | None, date | None]
NOTHING_SAID: Said = (None, None)


@dataclass(frozen=True, slots=True)
class Letter:
    """An instrument with its lines and the days on which it asked somebody, the first and the last of the span."""

    instrument: Instrument
    lines: Sequence[Target]
    first: date
    last: date

    @property
    def name(self) -> str:
        return f"{self.instrument.subject} ({self.instrument.number})"

    def is_for(self, post: Post, units: Units) -> bool:
        return any(_meets(line, post, units) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Count:
    """People: how many are asked on the last day, and how many of these had read and understood by then."""

    asked: int = 0
    read: int = 0
    understood: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.asked + other.asked, self.read + other.read, self.understood + other.understood)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one letter in a place: by unit, and how long each person took or has taken so far."""

    letter: Letter
    by_unit: Mapping[Unit, Count]
    waits: Waits

    @property
    def total(self) -> Count:
        return sum(self.by_unit.values(), Count())


def letters_of(user: User, codes: Sequence[str], span: Span, *, on: date) -> list[Letter]:
    """The letters that this reader sees, aimed at these agencies, that asked somebody in the span. Two queries."""
    aimed = Target.objects.filter(Q(agency=None) | Q(agency__code__in=codes), instrument=OuterRef("pk"))
    held = Q(valid_until=None) | Q(valid_until__gt=span.start)
    stood = Q(withdrawn_date=None) | Q(withdrawn_date__gt=span.start)
    rows = visible_to(user, on=on).exclude(state=State.DRAFT).filter(held, stood, Exists(aimed))
    found = rows.filter(issued_at__date__lt=span.until, valid_from__lt=span.until).order_by("-issued_at", "-pk")
    instruments = list(found[:MOST_LETTERS])
    lines: dict[int, list[Target]] = defaultdict(list)
    for line in Target.objects.filter(instrument__in=instruments).select_related("agency", "unit__agency"):
        lines[line.instrument_id].append(line)
    return [_letter(each, lines[each.pk], span) for each in instruments]


def readings_of(letters: Sequence[Letter], posts: Sequence[Post], units: Units, codes: Sequence[str]) -> list[Reading]:
    """What became of each letter among the people of these agencies. One query, however many letters."""
    said: dict[int, dict[int, Said]] = defaultdict(dict)
    here = PositionSpell.objects.filter(agency__code__in=codes, civil_servant=OuterRef("civil_servant"))
    read = Acknowledgement.objects.filter(instrument__in=[each.instrument.pk for each in letters])
    rows = read.filter(Exists(here), read_date__isnull=False)
    told = rows.values_list("instrument", "civil_servant", "read_date", "understood_at__date")
    for instrument, person, day, understood in told.iterator(chunk_size=5000):
        said[instrument][person] = (day, understood)
    return [_reading(each, _asked(each, posts, units), said[each.instrument.pk]) for each in letters]


def _letter(instrument: Instrument, lines: Sequence[Target], span: Span) -> Letter:
    """The last day is that of the span, or the eve of the day on which it ceased to ask."""
    ends = [span.until, instrument.valid_until or date.max, instrument.withdrawn_date or date.max]
    last = date.fromordinal(min(ends).toordinal() - 1)
    return Letter(instrument, lines, asked_from(instrument), last)


def _meets(line: Target, post: Post, units: Units) -> bool:
    if line.agency is not None and line.agency.code != post.unit[0]:
        return False
    if line.unit is not None and not units.is_within(post.unit, (line.unit.agency.code, line.unit.code)):
        return False
    return line.employment in ("", post.employment) and line.position in ("", post.position)


def _asked(letter: Letter, posts: Sequence[Post], units: Units) -> Iterator[Post]:
    """The posts that it is for, whenever; asked once for each kind of post."""
    known: dict[tuple[Unit, str, str], bool] = {}
    for post in posts:
        kind = (post.unit, post.employment, post.position)
        if kind not in known:
            known[kind] = letter.is_for(post, units)
        if known[kind]:
            yield post


def _reading(letter: Letter, posts: Iterator[Post], said: Mapping[int, Said]) -> Reading:
    """One walk over the posts, each looked at once: a province has a hundred thousand of them."""
    counts: dict[Unit, list[int]] = defaultdict(lambda: [0, 0, 0])
    served: dict[int, tuple[date, date]] = {}
    last = letter.last
    for post in posts:
        known = served.get(post.person)
        period = (post.start, post.until)
        served[post.person] = period if known is None else (min(known[0], post.start), max(known[1], post.until))
        if post.start <= last < post.until:
            count = counts[post.unit]
            count[0] += 1
            read, understood = said.get(post.person, NOTHING_SAID)
            count[1] += read is not None and read <= last
            count[2] += understood is not None and understood <= last
    by_unit = {unit: Count(*count) for unit, count in counts.items()}
    return Reading(letter, by_unit, _waits(letter, served, said))


def _waits(letter: Letter, served: Mapping[int, tuple[date, date]], said: Mapping[int, Said]) -> Waits:
    """From the day on which each was first asked: until he read it, or until he left or was seen last."""
    waits, first, last = Waits(), letter.first.toordinal(), letter.last.toordinal()
    for person, (begun, ended) in served.items():
        asked = max(first, begun.toordinal())
        seen = min(last, ended.toordinal() - 1)
        read, _understood = said.get(person, NOTHING_SAID)
        if read is not None and read.toordinal() <= last:
            # A list may bear the day before the one on which the letter was entered.
            waits.done[max(0, read.toordinal() - asked)] += 1
        elif asked <= seen:
            waits.censored[seen - asked] += 1
    return waits
