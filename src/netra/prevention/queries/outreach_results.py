"""What an outreach came to: who of whom was there, what was learned, and how hard each question was.

A gain is told only where enough people took both tests: fewer, and it would point at somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from netra.prevention.article_choices import articles_on
from netra.prevention.meeting_access import agencies_served
from netra.prevention.models import STANDING, BankItem, Outreach
from netra.prevention.outreach_states import Moment
from netra.prevention.queries.audience import audience
from netra.prevention.queries.items import ItemDifficulty, difficulties_of
from netra.prevention.queries.outreach import OutreachFileView, outreach_file
from netra.registry.models import OrgUnit
from netra.registry.queries import agency_names
from netra.trust.access import Person

# The same as `insight` publishes by.
SMALLEST_GROUP = 5


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """An agency, or one unit of it without those beneath: how many it was for on the day, how many were there."""

    code: str
    name: str
    invited: int
    present: int

    @property
    def percent(self) -> int | None:
        """Rounded down; None where nobody was invited, as for people who moved out of an unit on that day."""
        return self.present * 100 // self.invited if self.invited else None


@dataclass(frozen=True, slots=True)
class Gain:
    """Of those who took both tests: how many people, and of a hundred answers how many were right before and after."""

    people: int
    before: float
    after: float

    @property
    def points(self) -> float:
        return round(self.after - self.before, 1)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question, its article on the day of the outreach, and how it was answered; None where too few answered."""

    question: BankItem
    citation: str
    before: ItemDifficulty | None
    after: ItemDifficulty | None


@dataclass(frozen=True, slots=True)
class OutreachResult:
    """What this reader sees of the result; of another's outreach the units of his own agencies alone."""

    file: OutreachFileView
    agencies: Sequence[PlaceRow]
    agency: PlaceRow | None
    units: Sequence[PlaceRow]
    before: int
    after: int
    both: int
    gain: Gain | None
    items: Sequence[ItemRow]


def outreach_result(user: Person, ref: str, *, on: date, agency_code: str = "") -> OutreachResult:
    """The result; `agency_code` chooses whose units are told, or the first. Fails with NotFound."""
    file = outreach_file(user, ref, on=on)
    outreach = file.outreach
    agencies = _agencies(outreach, None if file.sees_whole else set(_served(user, on)))
    chosen = next((row for row in agencies if row.code == agency_code), agencies[0] if agencies else None)
    pairs = _pairs(outreach) if file.sees_whole else []
    return OutreachResult(
        file=file,
        agencies=agencies,
        agency=chosen,
        units=_units(outreach, chosen.code) if chosen else [],
        before=_count(outreach, Moment.BEFORE) if file.sees_whole else 0,
        after=_count(outreach, Moment.AFTER) if file.sees_whole else 0,
        both=len(pairs),
        gain=gain_of(pairs),
        items=_items(outreach) if file.sees_whole and outreach.asked else [],
    )


def gain_of(pairs: Sequence[tuple[float, float]]) -> Gain | None:
    """The mean of each person's share of right answers before and after; None for fewer than `SMALLEST_GROUP`."""
    if len(pairs) < SMALLEST_GROUP:
        return None
    before, after = (sum(share) / len(pairs) for share in zip(*pairs, strict=True))
    return Gain(len(pairs), round(before * 100, 1), round(after * 100, 1))


def _pairs(outreach: Outreach) -> list[tuple[float, float]]:
    """The share of right answers before and after of each who gave both."""
    shares: dict[int, dict[str, float]] = {}
    rows = outreach.answers.values_list("civil_servant_id", "moment", "right", "asked").order_by("pk")
    for person, moment, right, asked in rows.iterator(chunk_size=5000):
        shares.setdefault(person, {})[moment] = right / asked
    both = (share for share in shares.values() if len(share) == len(Moment))
    return [(share[Moment.BEFORE], share[Moment.AFTER]) for share in both]


def _count(outreach: Outreach, moment: Moment) -> int:
    return outreach.answers.filter(moment=moment).count()


def _items(outreach: Outreach) -> list[ItemRow]:
    bank = list(outreach.questions.order_by("ordinal"))
    articles = articles_on(outreach.day)
    rows = zip(bank, _answered(outreach, bank, Moment.BEFORE), _answered(outreach, bank, Moment.AFTER), strict=True)
    return [
        ItemRow(
            question=question,
            citation=articles[question.rule].citation if question.rule in articles else "",
            before=before if before.asked >= SMALLEST_GROUP else None,
            after=after if after.asked >= SMALLEST_GROUP else None,
        )
        for question, before, after in rows
    ]


def _answered(outreach: Outreach, bank: Iterable[BankItem], moment: Moment) -> Sequence[ItemDifficulty]:
    given = outreach.answers.filter(moment=moment).values_list("choices", flat=True)
    return difficulties_of(bank, given.iterator(chunk_size=5000))


def _served(user: Person, on: date) -> Iterable[str]:
    return agencies_served(user, on=on).values_list("code", flat=True)


def _agencies(outreach: Outreach, only: set[str] | None) -> list[PlaceRow]:
    """Each agency that it was for, or whose people were there, by code."""
    invited = audience(outreach, outreach.day).values_list("agency__code").annotate(n=Count("pk")).order_by()
    present = outreach.participants.filter(STANDING).values_list("agency_code").annotate(n=Count("pk")).order_by()
    asked, came = dict(invited), dict(present)
    codes = sorted(code for code in asked.keys() | came.keys() if only is None or code in only)
    names = agency_names(codes, on=outreach.day)
    return [PlaceRow(code, names.get(code, code), asked.get(code, 0), came.get(code, 0)) for code in codes]


def _units(outreach: Outreach, agency_code: str) -> list[PlaceRow]:
    """The units of one agency by code; the empty code stands for those who serve in none."""
    theirs = audience(outreach, outreach.day).filter(agency__code=agency_code)
    asked = {code or "": n for code, n in theirs.values_list("unit__code").annotate(n=Count("pk")).order_by()}
    present = outreach.participants.filter(STANDING, agency_code=agency_code)
    came = dict(present.values_list("unit_code").annotate(n=Count("pk")).order_by())
    codes = sorted(asked.keys() | came.keys())
    names = dict(OrgUnit.objects.filter(agency__code=agency_code, code__in=codes).values_list("code", "name"))
    return [PlaceRow(code, names.get(code, code), asked.get(code, 0), came.get(code, 0)) for code in codes]
