"""A written answer, given to who asked before acting, that is cited for or against an accused."""

from __future__ import annotations

from django.db import models

from netra.cases.models.allegation import Party
from netra.prevention.models import AdvisoryAnswer


class CitedAdvice(models.Model):
    """Jawaban yang dikutip: by the accused, who says that he followed it, or by an officer, who found that he did.

    What it weighs is derived from the answer, its day and the days of the acts; `note` says why it is about them.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="cited_advice")
    answer = models.ForeignKey(AdvisoryAnswer, on_delete=models.PROTECT, related_name="citations")
    by_accused = models.BooleanField()
    note = models.TextField(blank=True, default="")
    author_ref = models.CharField(max_length=80)
    cited_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "answer", "by_accused"], name="advice_cited_once"),
            models.CheckConstraint(
                condition=models.Q(by_accused=True, note="") | models.Q(by_accused=False) & ~models.Q(note=""),
                name="advice_cited_by_an_officer_says_why",
            ),
        ]
