"""What of a case is about the accused of other agencies: whoever may not read of them is told how much it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from netra.cases.access import handled_by
from netra.cases.models import Act, Case, Clarification, Deadline, DeadlineChange, Party, Recommendation
from netra.cases.sealing import acts_of, evidence_sent_by
from netra.letters.queries import letters_of
from netra.trust.trail import Entry

# Where the payload of an event names something that may be theirs.
NAMING = ("proceeding", "matter", "letter", "evidence", "agency")
INVITING = frozenset({"cases.clarification_invite", "cases.clarification_record"})
MOVING = frozenset({"cases.deadline_extend", "cases.deadline_pause", "cases.deadline_resume"})


def terms_without(people: Collection[Party], deadlines: Iterable[Deadline]) -> list[Deadline]:
    """The terms that are not about these people, nor about a proceeding against one of them."""
    theirs = _subjects(people)
    return [each for each in deadlines if each.subject_ref not in theirs]


def events_about(case: Case, people: Collection[Party], trail: Iterable[Entry]) -> frozenset[int]:
    """The places in the trail of the events that tell of these people: by number, proceeding, paper or agency."""
    if not people:
        return frozenset()
    subjects = _subjects(people)
    names = subjects | _papers(case, people, subjects) | _agencies(people)
    numbers = {each.ordinal for each in people}
    invitations = set(Clarification.objects.filter(party__in=people).values_list("ordinal", flat=True))
    moments = _moments(case, subjects)
    acts = set(Act.objects.filter(pk__in=acts_of(people)).values_list("ordinal", flat=True))
    return frozenset(
        each.seq
        for each in trail
        if each.payload.get("party") in numbers
        or each.subject.removeprefix("party:") in names
        or each.payload.get("act") in acts
        or not names.isdisjoint(_named(each))
        or str(each.payload.get("allegation", "")).partition("/")[0] in {f"T{number}" for number in numbers}
        or (each.verb in INVITING and each.payload.get("invitation") in invitations)
        or (each.verb in MOVING and each.at in moments)
    )


def _named(entry: Entry) -> set[str]:
    return {word for key in NAMING for word in str(entry.payload.get(key, "")).replace(",", " ").split()}


def _subjects(people: Collection[Party]) -> set[str]:
    """Under what terms and letters about them are kept: their own references and those of their proceedings."""
    if not people:
        return set()
    held = Party.objects.filter(pk__in=[each.pk for each in people], proceedings__isnull=False)
    return {*(each.ref for each in people), *held.values_list("proceedings__ref", flat=True)}


def _papers(case: Case, people: Collection[Party], subjects: set[str]) -> set[str]:
    addressed = {
        ref
        for model in (Clarification, Recommendation)
        for ref in model.objects.filter(party__in=people).values_list("letter_ref", flat=True)
    }
    of_them = {each.ref for each in letters_of(case.chain) if each.subject_ref in subjects}
    return {*of_them, *addressed, *(each.ref for each in evidence_sent_by(case, people))}


def _agencies(people: Collection[Party]) -> set[str]:
    """Those that handle them; none of them is the reader's own, else they would not be hidden from him."""
    return set(handled_by(people, Recommendation.objects.filter(party__in=people)).values()) - {""}


def _moments(case: Case, subjects: set[str]) -> set[datetime]:
    """When a term about them was moved: the event names its rule only, which others may have too."""
    changes = DeadlineChange.objects.filter(deadline__case=case, deadline__subject_ref__in=subjects)
    return set(changes.values_list("changed_at", flat=True))
