"""What a cited answer weighs: whether it came before the act, what it said, who cited it. Derived, never stored.

No article was found that makes advice which was followed a mitigating circumstance; the weight is proposed to whoever
decides, and the decision is theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_noop as _

from netra.cases.models import AllegationState, CitedAdvice, Party
from netra.prevention.models import AdvisoryAnswer, CitedConsultation, Consultation
from netra.prevention.queries import replaced_by
from netra.registry.queries import agency_names
from netra.trust.asked_again import AskedAgain


class Timing(StrEnum):
    """The day of the answer beside the days of the acts."""

    BEFORE = "BEFORE"
    SAME_DAY = "SAME_DAY"
    BETWEEN = "BETWEEN"
    AFTER = "AFTER"
    UNKNOWN = "UNKNOWN"


class Weight(StrEnum):
    """What it may count as."""

    MITIGATING = "MITIGATING"
    AGGRAVATING = "AGGRAVATING"
    CLAIMED = "CLAIMED"
    NONE = "NONE"


TIMING_WORDS = {
    Timing.BEFORE: _("sebelum perbuatan"),
    Timing.SAME_DAY: _("pada hari perbuatan; mana yang lebih dahulu tidak tercatat"),
    Timing.BETWEEN: _("setelah sebagian perbuatan dan sebelum yang lain"),
    Timing.AFTER: _("sesudah perbuatan, jadi tidak dapat diikuti"),
    Timing.UNKNOWN: _("belum ada perbuatan yang dirumuskan"),
}
WEIGHT_WORDS = {
    Weight.MITIGATING: _("hal yang meringankan"),
    Weight.AGGRAVATING: _("hal yang memberatkan"),
    Weight.CLAIMED: _("dikutip terlapor; belum dinilai petugas"),
    Weight.NONE: _("tidak meringankan"),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """One answer cited for one accused. `replaced_date`: the day on which another took its place."""

    row: CitedAdvice
    agency: str
    timing: Timing
    weight: Weight
    replaced_date: date | None

    @property
    def answer(self) -> AdvisoryAnswer:
        return self.row.answer

    @property
    def timing_words(self) -> str:
        return TIMING_WORDS[self.timing]

    @property
    def weight_words(self) -> str:
        return WEIGHT_WORDS[self.weight]


_CITED = AskedAgain(
    lambda people: CitedAdvice.objects.filter(party__among=people).select_related("answer").order_by("pk")
)


def cited_for(parties: Collection[Party]) -> Sequence[Cited]:
    """What was cited for these people of one case, in the order in which it was cited."""
    people = {each.pk: each for each in parties}
    rows = _CITED(people=list(people))
    if not rows:
        return []
    for row in rows:
        row.party = people[row.party_id]
    prefetch_related_objects(rows, "party__case", "party__allegations__act")
    later = replaced_by([row.answer for row in rows])
    names = agency_names({row.answer.agency_code for row in rows}, on=max(row.answer.answered_date for row in rows))
    return [_cited(row, names, later.get(row.answer_id)) for row in rows]


@dataclass(frozen=True, slots=True)
class ConsultationCited:
    """A consultation cited for one accused; what an outside body answered in general weighs nothing by itself."""

    row: CitedConsultation
    timing: Timing

    @property
    def consultation(self) -> Consultation:
        return self.row.consultation

    @property
    def timing_words(self) -> str:
        return TIMING_WORDS[self.timing]


_CONSULTED = AskedAgain(
    lambda refs, people: (
        CitedConsultation.objects.filter(case_ref__among=refs, party__among=people)
        .select_related("consultation")
        .order_by("pk")
    )
)


def consultations_cited(parties: Collection[Party]) -> Sequence[ConsultationCited]:
    """The consultations cited for these people of one case, in the order in which they were cited."""
    people = {each.ordinal: each for each in parties}
    cases = {each.case_id: each.case for each in parties}.values()
    refs = [each.ref for each in cases]
    rows = _CONSULTED(refs=refs, people=people)
    if rows:
        prefetch_related_objects(list(people.values()), "case__acts", "allegations__act")
    return [_consulted(each, people[each.party]) for each in rows]


def _consulted(row: CitedConsultation, accused: Party) -> ConsultationCited:
    answered = row.consultation.answered_date
    days = _days(accused)
    return ConsultationCited(row, _timing(answered, days) if answered else Timing.UNKNOWN)


def _cited(row: CitedAdvice, names: dict[str, str], later: AdvisoryAnswer | None) -> Cited:
    days = _days(row.party)
    timing = _timing(row.answer.answered_date, days)
    return Cited(
        row=row,
        agency=names.get(row.answer.agency_code, row.answer.agency_code),
        timing=timing,
        weight=_weight(row, timing, later, days),
        replaced_date=later.answered_date if later else None,
    )


def _days(party: Party) -> list[date]:
    """The days of the acts alleged against this person; before any was assessed, those of the case."""
    held = [each.act for each in party.allegations.all() if each.state != AllegationState.DROPPED]
    return sorted(act.act_date for act in held or party.case.acts.all())


def _timing(answered: date, days: Sequence[date]) -> Timing:
    if not days:
        return Timing.UNKNOWN
    if answered < days[0]:
        return Timing.BEFORE
    if answered > days[-1]:
        return Timing.AFTER
    return Timing.SAME_DAY if days[0] == days[-1] else Timing.BETWEEN


def _weight(row: CitedAdvice, timing: Timing, later: AdvisoryAnswer | None, days: Sequence[date]) -> Weight:
    """Nobody followed what came after the act, nor what had been replaced by then."""
    if timing in (Timing.AFTER, Timing.UNKNOWN) or (later is not None and later.answered_date < days[0]):
        return Weight.NONE
    if row.by_accused:
        return Weight.CLAIMED if row.answer.is_allowing else Weight.NONE
    if row.answer.is_allowing:
        return Weight.MITIGATING
    return Weight.AGGRAVATING if row.answer.is_forbidding else Weight.NONE
