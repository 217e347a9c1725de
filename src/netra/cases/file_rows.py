"""The rows of a case that follow from its key alone, read by statements that are written once and given to the case.

They are what prefetching would give: `case.plenaries.all()`, `party.answers.all()` and the others ask no more.
"""

from __future__ import annotations

from netra.cases.models import (
    Allegation,
    Answer,
    Case,
    CauseCode,
    CauseCoding,
    Deadline,
    DeadlineChange,
    FormerAct,
    Plenary,
)
from netra.trust.asked_again import AskedAgain, give

_ALLEGATIONS = AskedAgain(lambda keys: Allegation.objects.filter(party__among=keys))
_ANSWERS = AskedAgain(lambda keys: Answer.objects.filter(party__among=keys))
_PLENARIES = AskedAgain(lambda case: Plenary.objects.filter(case=case))
_CODINGS = AskedAgain(lambda case: CauseCoding.objects.filter(case=case))
_CODES = AskedAgain(lambda keys: CauseCode.objects.filter(coding__among=keys))
_DEADLINES = AskedAgain(lambda case: Deadline.objects.filter(case=case).order_by("due_date", "id"))
_CHANGES = AskedAgain(lambda keys: DeadlineChange.objects.filter(deadline__among=keys))
_FORMER = AskedAgain(lambda keys: FormerAct.objects.filter(act__among=keys))


def give_rows(case: Case) -> None:
    """Allegations and answers of the people who were read already; plenaries, codings and terms of the case."""
    parties = {each.pk: each for each in case.parties.all()}
    give(parties, "allegations", _ALLEGATIONS(keys=list(parties)), of="party")
    give(parties, "answers", _ANSWERS(keys=list(parties)), of="party")
    own = {case.pk: case}
    give(own, "plenaries", _PLENARIES(case=case.pk), of="case")
    codings = _CODINGS(case=case.pk)
    give(own, "cause_codings", codings, of="case")
    by_key = {each.pk: each for each in codings}
    give(by_key, "codes", _CODES(keys=list(by_key)), of="coding")
    deadlines = _DEADLINES(case=case.pk)
    give(own, "deadlines", deadlines, of="case")
    terms = {each.pk: each for each in deadlines}
    give(terms, "changes", _CHANGES(keys=list(terms)), of="deadline")


def give_former(case: Case) -> None:
    """What the acts that were read already were before they were corrected."""
    acts = {each.pk: each for each in case.acts.all()}
    give(acts, "former", _FORMER(keys=list(acts)), of="act")
