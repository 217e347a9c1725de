"""One proceeding with everything its page shows, and its letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from netra.cases.access import visible_to
from netra.cases.models import Act, Allegation, Case, Deadline, Recommendation
from netra.cases.papers import CLOSED_LETTERS
from netra.letters import queries as letter_queries
from netra.letters.models import Letter
from netra.sanctions.access import of_own_people, proceeding_for, proceedings_visible_to, sees_closed
from netra.sanctions.models import DataBlock, Proceeding
from netra.sanctions.offers import Offer, offers_to
from netra.trust.access import assignments
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy

_ROWS = (
    "summonses",
    "team",
    "examinations",
    "reports",
    "party__blocks",
    "party__answers",
    "party__recommendations",
)


@dataclass(frozen=True, slots=True)
class ProceedingFile:
    """Everything a page about one proceeding shows; `closed` where the examination itself may not be read."""

    proceeding: Proceeding
    recommendation: Recommendation | None
    deadlines: Sequence[Deadline]
    letters: Sequence[Letter]
    offers: Sequence[Offer]
    # Acts that fit but are not offered to who asked, because he examined here himself: each with why, and what to do.
    withheld: Mapping[str, str]
    block: DataBlock | None
    closed: bool
    # Whether who asked may open the page of the case as well.
    reads_case: bool

    def offers_act(self, act: str) -> bool:
        """Whether this act may be done now by who asked."""
        return any(offer.act == act for offer in self.offers)

    def may_read(self, letter: Letter) -> bool:
        """Whether who asked may open this letter."""
        return not (self.closed and letter.kind in CLOSED_LETTERS)


def main_act(proceeding: Proceeding) -> Act | None:
    """The act by which the proceeding is found among like ones, as it is known now: its day may have been told more
    exactly since the opening.
    """
    alleged = Allegation.objects.filter(party=proceeding.party, act__conduct=proceeding.conduct)
    first = alleged.select_related("act").order_by("id").first()
    return first.act if first else None


def proceeding_file(user: User, ref: str, *, on: date) -> ProceedingFile:
    """One proceeding with summonses, team, decision, deadlines and letters. Constant number of queries."""
    found = proceeding_for(user, ref, on=on)
    proceeding = (
        Proceeding.objects.select_related(
            "case",
            "party__case",
            "hearing",
            "decision__delivery",
            "decision__delivery_miss",
            "decision__remedy__suit",
        )
        .prefetch_related(*_ROWS)
        .get(pk=found.pk)
    )
    subjects = [proceeding.ref, proceeding.party.ref]
    deadlines = (
        Deadline.objects.filter(case=proceeding.case, subject_ref__in=subjects)
        .prefetch_related("changes", "reminders")
        .order_by("due_date", "id")
    )
    offered, withheld = offers_to(user, proceeding, on=on)
    letters = letter_queries.letters_of(proceeding.case.chain)
    return ProceedingFile(
        proceeding=proceeding,
        recommendation=next(iter(proceeding.party.recommendations.all()), None),
        deadlines=list(deadlines),
        letters=[each for each in letters if each.subject_ref in subjects],
        offers=offered,
        withheld=withheld,
        block=next((each for each in proceeding.party.blocks.all() if each.unblocked_at is None), None),
        closed=not sees_closed(user, proceeding, on=on),
        reads_case=visible_to(user, on=on).filter(pk=proceeding.case_id).exists(),
    )


def proceeding_is_seen(user: User, ref: str, *, on: date) -> bool:
    """Whether this user sees the proceeding on that day."""
    return proceedings_visible_to(user, on=on).filter(ref=ref).exists()


def proceeding_letter(user: User, ref: str, letter_ref: str, *, on: date) -> tuple[Letter, bytes]:
    """A letter of a proceeding and its PDF, for whoever may read it; NotFound for everybody else."""
    file = proceeding_file(user, ref, on=on)
    letter = next((each for each in file.letters if each.ref == letter_ref and file.may_read(each)), None)
    if letter is None:
        raise NotFound(_("Surat itu tidak ada pada penanganan ini, atau tidak terbuka bagi Anda."))
    return letter, letter_queries.pdf(letter.ref)


def _of_case(case: int) -> QuerySet[Proceeding]:
    found = Proceeding.objects.filter(case=case, party__erase_date=None).select_related("party", "decision")
    return found.order_by("id")


_ALL = AskedAgain(_of_case)
_OWN = AskedAgainBy(lambda user, on, case: _of_case(case).filter(of_own_people(user, on=on, assigned="ref")))


def proceedings_of(user: User, case: Case, *, on: date) -> Sequence[Proceeding]:
    """The proceedings of a case that this user may see (the case itself was fetched, so he may see that).

    Those of people who were cleared beside others stand on no page of the case.
    """
    # An examiner of the whole case sees that each proceeding is there, and opens those that he is assigned to.
    found = _ALL(case=case.pk) if case.ref in assignments(user, on=on) else _OWN(user, on=on, case=case.pk)
    for proceeding in found:
        proceeding.case = proceeding.party.case = case
    return found


def opened_of(user: User, shown: Sequence[Proceeding], *, on: date) -> frozenset[str]:
    """The references of these proceedings, which a page tells him of, whose own page opens to this user."""
    refs = [each.ref for each in shown]
    if not refs or not assignments(user, on=on):
        return frozenset(refs)
    return frozenset(proceedings_visible_to(user, on=on).filter(ref__in=refs).values_list("ref", flat=True))
