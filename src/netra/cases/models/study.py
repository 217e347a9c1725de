"""Klarifikasi, pleno, penerusan, rekomendasi: what the supervisor and the oversight body do with a case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as _

from netra.cases.models.allegation import Party
from netra.cases.models.case import Case


def invitee_choices() -> list[tuple[str, str]]:
    return [("REPORTER", _("Pelapor")), ("ACCUSED", _("Terlapor")), ("WITNESS", _("Saksi")), ("EXPERT", _("Ahli"))]


class Clarification(models.Model):
    """Undangan klarifikasi and what was said. A reporter is invited by designation only."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clarifications")
    ordinal = models.PositiveSmallIntegerField()
    invitee = models.CharField(max_length=10, choices=invitee_choices)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="clarifications")
    name = models.CharField(max_length=200, blank=True)
    meeting_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    letter_ref = models.CharField(max_length=24)
    attended = models.BooleanField(null=True)
    statement = models.TextField(blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "ordinal"], name="clarification_ordinal"),
            models.CheckConstraint(
                condition=Q(attended__isnull=True, recorded_at__isnull=True)
                | Q(attended__isnull=False, recorded_at__isnull=False),
                name="clarification_recorded_whole",
            ),
        ]


class Plenary(models.Model):
    """Rapat pleno: who decided, what, and why. `outcome` is the state it leads to."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plenaries")
    held_date = models.DateField()
    outcome = models.CharField(max_length=20)
    members = models.PositiveSmallIntegerField()
    reason = models.TextField()
    decided_by = models.CharField(max_length=60)
    decided_at = models.DateTimeField()


class Referral(models.Model):
    """Penerusan to the body that holds oversight on that day."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="referral")
    body_code = models.CharField(max_length=20)
    letter_ref = models.CharField(max_length=24)
    referred_at = models.DateTimeField()


class Recommendation(models.Model):
    """Rekomendasi for one party: level, article, and the term that the letter itself sets for the authority."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recommendations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="recommendations")
    body_code = models.CharField(max_length=20)
    agency_code = models.CharField(max_length=60)
    category = models.CharField(max_length=24)
    level = models.CharField(max_length=12)
    basis = models.TextField()
    reason = models.TextField()
    letter_ref = models.CharField(max_length=24)
    recommended_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["party"], name="recommendation_one_per_party")]
        # By which an agency finds the cases that go past another and were recommended to it.
        indexes = [models.Index(fields=["agency_code", "case", "party"], name="recommendation_agency")]
