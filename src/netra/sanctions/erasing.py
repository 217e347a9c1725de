"""What of a proceeding goes with the accused: every free text and every name; dates, levels and counts stay."""

from __future__ import annotations

from collections.abc import Collection

from netra.cases.models import Party
from netra.sanctions.models import (
    CouncilHearing,
    DataBlock,
    Decision,
    Examination,
    ExaminationReport,
    ExaminerRelease,
    Proceeding,
    Remedy,
    Suit,
    Summons,
    TeamMember,
)
from netra.sanctions.states import STATE_LABELS
from netra.trust.erased_words import ERASED


def destroy(people: Collection[Party]) -> None:
    """Overwrite what names or describes these people. Called by the erasure of two people, inside its transaction."""
    mine = {"proceeding__party__in": people}
    Summons.objects.filter(**mine).update(place=ERASED)
    TeamMember.objects.filter(**mine).update(name=ERASED, nip="", composition_note="")
    TeamMember.objects.filter(**mine).exclude(left_reason="").update(left_reason=ERASED)
    ExaminerRelease.objects.filter(**mine).update(reason=ERASED)
    Examination.objects.filter(**mine).update(dialogue=[])
    ExaminationReport.objects.filter(**mine).update(aggravating="", mitigating="", analysis=ERASED)
    CouncilHearing.objects.filter(**mine).update(defence=ERASED, breach="")
    CouncilHearing.objects.filter(**mine).exclude(action_declined_reason="").update(action_declined_reason=ERASED)
    Decision.objects.filter(**mine).update(considerations=ERASED, competence_note="")
    Decision.objects.filter(**mine).exclude(deviation_reason="").update(deviation_reason=ERASED)
    Remedy.objects.filter(decision__proceeding__party__in=people).update(
        grounds=ERASED, reason=ERASED, reply_document="", restoration_document=""
    )
    Suit.objects.filter(remedy__decision__proceeding__party__in=people).update(document="", ruling="")
    Suit.objects.filter(remedy__decision__proceeding__party__in=people).exclude(reason="").update(reason=ERASED)
    DataBlock.objects.filter(party__in=people).update(reason=ERASED, unblock_reason="")
    Proceeding.objects.filter(party__in=people).update(composition_note="")
    Proceeding.objects.filter(party__in=people).exclude(reopened_reason="").update(reopened_reason=ERASED)
    for proceeding in Proceeding.objects.filter(party__in=people).only("pk", "state"):
        Proceeding.objects.filter(pk=proceeding.pk).update(outcome=STATE_LABELS[proceeding.state])
