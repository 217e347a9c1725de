"""The next term of a case as one agency may know it."""

from __future__ import annotations

from django.db import models

from netra.cases.models.case import Case


class NextTerm(models.Model):
    """The earliest running term that concerns the people of one agency, or the case as a whole.

    `Case.next_due_date` repeats the earliest of all, for whoever reads of everybody; an agency has its own clock. Both
    are written by the same operation that writes a term, so that a list is ordered through an index.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="next_terms")
    agency_code = models.CharField(max_length=60)
    due_date = models.DateField()
    rule = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "agency_code"], name="next_term_of_agency")]
        indexes = [models.Index(fields=["agency_code", "due_date", "case"], name="next_term_by_day")]
