"""What an examiner or council member is assigned to: who works by assignment alone finds it in no list of cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.cases.models import Deadline
from netra.cases.own_case import own_among
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.examined import decides_here
from netra.sanctions.models import ExaminerRelease, Proceeding
from netra.trust.access import assignments
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User


@dataclass(frozen=True, slots=True)
class Assigned:
    """A proceeding to which somebody is assigned, with its terms that still run, nearest first."""

    proceeding: Proceeding
    deadlines: Sequence[Deadline]


def examiners_of(proceeding: Proceeding, *, on: date) -> list[RoleGrant]:
    """Who is assigned to this proceeding on that day, by name, with the account."""
    held = RoleGrant.objects.valid_on(on).filter(role=Role.EXAMINER.value, subject_ref=proceeding.ref)
    return list(held.select_related("user").order_by("user__full_name", "pk"))


def releases_of(proceeding: Proceeding) -> list[ExaminerRelease]:
    """Whose assignment to this proceeding was ended with a reason, the first first."""
    return list(proceeding.releases.select_related("user").order_by("pk"))


def deciders_among(examiners: Sequence[RoleGrant], proceeding: Proceeding, *, on: date) -> frozenset[int]:
    """The accounts of those examiners who are to decide afterwards, while ending the assignment still frees them.

    Nobody is assigned so any more; whoever was before that was asked is kept from deciding by the day of examination.
    """
    if proceeding.examination_date is not None:
        return frozenset()
    return frozenset(each.user_id for each in examiners if decides_here(proceeding, each.user, on=on))


def assigned_to(user: User, *, on: date) -> list[Assigned]:
    """The proceedings to which this user is assigned and which he may open, newest first. Four queries at most."""
    mine = assignments(user, on=on)
    if not mine:
        return []
    rows = proceedings_visible_to(user, on=on).filter(ref__in=mine).select_related("party__case").order_by("-id")
    found = list(rows)
    own = own_among(user, {each.case_id for each in found})
    found = [each for each in found if each.case_id not in own]
    subjects = {each.ref for each in found} | {each.party.ref for each in found}
    running = Deadline.objects.filter(subject_ref__in=subjects, case__in={each.case_id for each in found})
    terms = list(running.filter(met_date=None).prefetch_related("changes").order_by("due_date", "id"))
    return [
        Assigned(each, [term for term in terms if term.subject_ref in (each.ref, each.party.ref)]) for each in found
    ]
