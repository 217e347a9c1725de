"""Disegel: who of a closed case was cleared beside others who were not, and what of the case is about him alone.

A case in which nothing was proven is sealed whole (`states.SEALED_ENDS`). Where something was proven of one and not of
another, the other is no less innocent: his name, what was alleged of him alone and the papers about him alone are
closed like such a case, until his own date of erasure. What tells of several people together (the report, the study,
the referral) belongs to the case of those who were proven guilty and stays with it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netra.cases.models import Act, Allegation, Answer, Case, Clarification, Party, Recommendation
from netra.letters import queries as letters
from netra.letters.models import Letter
from netra.trust import evidence
from netra.trust.models import EvidenceItem


def sealed_people(case_ref: str) -> list[Party]:
    """Those who were cleared while others of this case were not, in the order of the case."""
    return list(Party.objects.filter(case__ref=case_ref, erase_date__isnull=False).order_by("ordinal"))


def erase_date_of(case: Case) -> date | None:
    """When something of this case may be erased: all of a sealed case, of a closed one what is about the cleared."""
    return case.erase_date or min(
        (each.erase_date for each in sealed_people(case.ref) if each.erase_date), default=None
    )


def acts_of(people: Collection[Party]) -> list[int]:
    """The keys of the acts that are alleged of these people and of nobody else."""
    if not people:
        return []
    of_others = Allegation.objects.exclude(party__in=people).values("act_id")
    return list(
        Act.objects.filter(allegations__party__in=people).exclude(pk__in=of_others).values_list("pk", flat=True)
    )


def letters_about(case: Case, people: Collection[Party]) -> list[Letter]:
    """The letters about these people alone: those of their proceedings, their invitations, their recommendations."""
    if not people:
        return []
    subjects = {under for each in people for under in each.papers_under}
    own = {
        *Clarification.objects.filter(party__in=people).values_list("letter_ref", flat=True),
        *Recommendation.objects.filter(party__in=people).values_list("letter_ref", flat=True),
    }
    return [each for each in letters.letters_of(case.chain) if each.subject_ref in subjects or each.ref in own]


def evidence_sent_by(case: Case, people: Collection[Party]) -> list[EvidenceItem]:
    """The evidence that came with the answers of these people; what an answer only points at belongs to the case."""
    came = {
        (ref, answer.given_at) for answer in Answer.objects.filter(party__in=people) for ref in answer.evidence_refs
    }
    return [item for item in evidence.items_of(case.chain) if (item.ref, item.received_at) in came] if came else []
