"""What was understood: the right answers to each question of a letter, and what an outreach taught.

Nothing is told of fewer than five people: it would say what one of them knew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from netra.insight.effect.reading import Letter
from netra.insight.effect.spans import Span
from netra.prevention.meeting_access import agencies_served, sees_all
from netra.prevention.models import Acknowledgement, BankItem, Outreach, OutreachAnswer, OutreachQuestion, Question
from netra.prevention.outreach_access import outreaches_visible_to
from netra.prevention.outreach_states import Moment, OutreachState
from netra.prevention.queries.items import ItemDifficulty, difficulties_of
from netra.prevention.queries.outreach_results import Gain, gain_of
from netra.trust.models import User

MOST_OUTREACHES = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of one letter, and how each was answered the first time in a place."""

    letter: Letter
    items: Sequence[ItemDifficulty]


@dataclass(frozen=True, slots=True)
class Taught:
    """One outreach: how many gave both tests and what they gained, and each question before and after."""

    outreach: Outreach
    both: int
    gain: Gain | None
    before: Sequence[ItemDifficulty]
    after: Sequence[ItemDifficulty]


def asked_of(letters: Sequence[Letter], codes: Sequence[str], *, until: date) -> list[Asked]:
    """The letters that ask something, with the answers of the people of these agencies. Two queries."""
    keys = [each.instrument.pk for each in letters if each.instrument.asked]
    banks: dict[int, list[BankItem]] = defaultdict(list)
    for question in Question.objects.filter(instrument__in=keys).order_by("instrument", "ordinal"):
        banks[question.instrument_id].append(question)
    said = Acknowledgement.objects.filter(instrument__in=keys, agency_code__in=codes, read_date__lt=until)
    given: dict[int, list[Mapping[str, int]]] = defaultdict(list)
    for instrument, choices in said.exclude(first_choices={}).values_list("instrument", "first_choices"):
        given[instrument].append(choices)
    asking = (each for each in letters if each.instrument.pk in banks)
    return [Asked(each, difficulties_of(banks[each.instrument.pk], given[each.instrument.pk])) for each in asking]


def taught_in(user: User, codes: Sequence[str], span: Span, *, on: date) -> list[Taught]:
    """What these agencies held in the span, the newest first, as far as this reader sees the test as a whole. At most
    three queries beside those that ask what he sees.
    """
    whole = Q() if sees_all(user, on=on) else Q(agency_code__in=agencies_served(user, on=on).values("code"))
    rows = outreaches_visible_to(user, on=on).filter(
        whole,
        agency_code__in=codes,
        state=OutreachState.HELD,
        asked__gt=0,
        held_date__gte=span.start,
        held_date__lt=span.until,
    )
    held = list(rows.order_by("-held_date", "-pk")[:MOST_OUTREACHES])
    banks: dict[int, list[BankItem]] = defaultdict(list)
    for question in OutreachQuestion.objects.filter(outreach__in=held).order_by("outreach", "ordinal"):
        banks[question.outreach_id].append(question)
    answers: dict[int, list[OutreachAnswer]] = defaultdict(list)
    for answer in OutreachAnswer.objects.filter(outreach__in=held).order_by("pk").iterator(chunk_size=5000):
        answers[answer.outreach_id].append(answer)
    return [_taught(each, banks[each.pk], answers[each.pk]) for each in held]


def _taught(outreach: Outreach, bank: Sequence[BankItem], answers: Sequence[OutreachAnswer]) -> Taught:
    pairs = _pairs(answers)
    before, after = (
        difficulties_of(bank, (each.choices for each in answers if each.moment == moment)) for moment in Moment
    )
    return Taught(outreach, len(pairs), gain_of(pairs), before, after)


def _pairs(answers: Iterable[OutreachAnswer]) -> list[tuple[float, float]]:
    """The share of right answers before and after of each who gave both."""
    shares: dict[int, dict[str, float]] = defaultdict(dict)
    for answer in answers:
        shares[answer.civil_servant_id][answer.moment] = answer.right / answer.asked
    both = (share for share in shares.values() if len(share) == len(Moment))
    return [(share[Moment.BEFORE], share[Moment.AFTER]) for share in both]
