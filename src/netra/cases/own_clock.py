"""Whose clock a reader's lists go by: that of the whole case, or that of the agency for which he reads it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case as Choice
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.expressions import Combinable

from netra.cases.access import AGENCY_READERS, people_in, reads_everybody
from netra.cases.models import Case, Deadline, NextTerm
from netra.cases.others import terms_without
from netra.cases.papers import reached_by, readers_among
from netra.trust.access import assignments, role_scope
from netra.trust.acts import Role
from netra.trust.asked_again import AskedAgain
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class OwnClock:
    """The agencies whose clock it is (none: that of the whole case), and beside them the cases read whole."""

    agencies: frozenset[str]
    whole: Q

    def shown(self, column: str, of_case: str) -> Combinable:
        """The day or the rule of the next term: `column` of an agency's own, `of_case` where the case is read whole."""
        if not self.agencies:
            return F(of_case)
        own = Subquery(self._own().filter(case=OuterRef("pk")).order_by("due_date", "rule").values(column)[:1])
        return Choice(When(self.whole, then=F(of_case)), default=own) if self.whole else own

    def late(self, on: date) -> Q:
        """The condition of cases whose next term has passed, by this clock."""
        whole = Q(next_due_date__lt=on)
        if not self.agencies:
            return whole
        own = Q(pk__in=self._own().filter(due_date__lt=on).values("case"))
        return (self.whole & whole) | (~self.whole & own) if self.whole else own

    def running(self) -> Q:
        """The condition of cases in which a term runs, by this clock."""
        whole = Q(next_due_date__isnull=False)
        if not self.agencies:
            return whole
        own = Q(Exists(self._own().filter(case=OuterRef("pk"))))
        return (self.whole & whole) | (~self.whole & own) if self.whole else own

    def _own(self) -> QuerySet[NextTerm]:
        return NextTerm.objects.filter(agency_code__in=sorted(self.agencies))


def own_clock(user: User, *, on: date) -> OwnClock:
    """The clock of this reader, by the same rule as `access.people_shown`."""
    served = role_scope(user, AGENCY_READERS, on=on).agencies
    if reads_everybody(user, on=on) or not served:
        return OwnClock(frozenset(), Q())
    placed, assigned = role_scope(user, (Role.AUDITOR,), on=on), assignments(user, on=on)
    whole = placed.where(agency=None) if placed.regions or placed.provinces else Q()
    return OwnClock(served, whole | Q(ref__in=assigned) if assigned else whole)


_KEPT = AskedAgain(lambda case: NextTerm.objects.filter(case=case).values_list("agency_code", "due_date", "rule"))


def keep_next_terms(case: Case, running: Collection[Deadline]) -> None:
    """Repeat for every agency that handles the case the first of the running terms that it may know of."""
    held = set(_KEPT(case=case.pk))
    wanted = {(code, first.due_date, first.rule) for code, first in _first_terms(case, running)} if running else set()
    if wanted != held:
        NextTerm.objects.filter(case=case).delete()
        NextTerm.objects.bulk_create(
            NextTerm(case=case, agency_code=code, due_date=due, rule=rule) for code, due, rule in sorted(wanted)
        )


def _first_terms(case: Case, running: Collection[Deadline]) -> Iterator[tuple[str, Deadline]]:
    """Each agency that reads the case, with the first term that is not about somebody whom another one handles."""
    people, handling = people_in(case), reached_by(case)
    for code in {*readers_among(case, handling), case.agency_code} - {""}:
        hidden = [each for each in people if handling.get(each.pk) != code]
        known = terms_without(hidden, running)
        if known:
            yield code, min(known, key=lambda each: (each.due_date, each.pk))
