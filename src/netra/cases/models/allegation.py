"""Terlapor, dugaan, jawaban: who, what the law of that day says of it, and what the accused says."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as _

from netra.cases.leaving import leaving_choices
from netra.cases.models.act import Act
from netra.cases.models.case import Case
from netra.cases.states import ATTRIBUTE_LABELS


class Party(models.Model):
    """Terlapor: a person a case is about; presumed innocent, and perhaps not yet identified.

    `nip` is filled only when an officer confirmed the person with a second attribute (`identified_by_attribute`).
    `erase_date` is set when the case closed with somebody else proven guilty and nothing of him: his person is then
    sealed like a case that ended unproven (see `cases.sealing`), and `papers_under` names what his papers stand under.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200, blank=True)
    # The name without titles, by which an account finds out that it may be his own case (`own_case.name_key`).
    name_key = models.CharField(max_length=200, blank=True, db_default="", default="")
    position_title = models.CharField(max_length=200, blank=True)
    position = models.CharField(max_length=24, default="UNKNOWN")
    employment = models.CharField(max_length=16, default="PNS")
    grade = models.CharField(max_length=8, blank=True)
    agency_code = models.CharField(max_length=60, blank=True)
    unit_name = models.CharField(max_length=200, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    identified_by_attribute = models.CharField(max_length=40, blank=True)
    identified_at = models.DateTimeField(null=True)
    # The evidence that this accused may see through a personal link: chosen by an officer piece by piece, never all.
    shown_evidence_refs = models.JSONField(default=list, blank=True)
    erase_date = models.DateField(null=True)
    papers_under = models.JSONField(default=list, blank=True)
    # Why he is a civil servant no more, since when and by which paper; and why the last word on it was a mistake.
    left_kind = models.CharField(max_length=8, choices=leaving_choices, blank=True, db_default="", default="")
    left_date = models.DateField(null=True)
    left_document = models.CharField(max_length=200, blank=True, db_default="", default="")
    left_mistaken = models.TextField(blank=True, db_default="", default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "ordinal"], name="party_ordinal"),
            models.CheckConstraint(
                condition=Q(nip="") | ~Q(identified_by_attribute=""), name="party_nip_needs_second_attribute"
            ),
            models.CheckConstraint(
                condition=Q(left_kind="", left_date__isnull=True, left_document="")
                | (~Q(left_kind="") & Q(left_date__isnull=False) & ~Q(left_document="")),
                name="party_left_has_day_and_paper",
            ),
        ]
        indexes = [
            models.Index(fields=["nip"], condition=~Q(nip=""), name="party_nip"),
            models.Index(fields=["name_key", "case"], name="party_name_key"),
            models.Index(fields=["agency_code", "case"], condition=~Q(agency_code=""), name="party_agency"),
            # The few who were cleared beside others: asked by every desk of those who erase.
            models.Index(fields=["erase_date", "case"], condition=Q(erase_date__isnull=False), name="party_erase"),
        ]

    @property
    def attribute_label(self) -> str:
        """What was checked beside the NIP; of a person confirmed before there was a list, the words typed then."""
        return ATTRIBUTE_LABELS.get(self.identified_by_attribute, self.identified_by_attribute)

    @property
    def ref(self) -> str:
        """Public reference inside the case: `PKR-…/T1`."""
        return f"{self.case.ref}/T{self.ordinal}"

    @property
    def is_sealed(self) -> bool:
        """Whether this person was cleared while others of his case were not, and is no longer shown."""
        return self.erase_date is not None


class AllegationState(StrEnum):
    """PROPOSED by the engine; CONFIRMED or CHANGED by an officer with a reason; DROPPED when it does not hold."""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    CHANGED = "CHANGED"
    DROPPED = "DROPPED"


# What an officer has decided to hold against somebody. The software only proposes, and nobody is accused by a proposal.
HELD = (AllegationState.CONFIRMED, AllegationState.CHANGED)


def allegation_state_choices() -> list[tuple[str, str]]:
    return [
        (AllegationState.PROPOSED, _("Usulan penilaian")),
        (AllegationState.CONFIRMED, _("Dikonfirmasi petugas")),
        (AllegationState.CHANGED, _("Diubah petugas")),
        (AllegationState.DROPPED, _("Tidak dilanjutkan")),
    ]


class Allegation(models.Model):
    """Dugaan: one party × one act. `assessment` is what the law room said then, kept as it was said."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="allegations")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="allegations")
    state = models.CharField(max_length=10, choices=allegation_state_choices, default=AllegationState.PROPOSED)
    assessment = models.JSONField()
    assessed_at = models.DateTimeField()
    # Repeated from the assessment for counting; empty where the phase is unknown.
    phase = models.CharField(max_length=12, blank=True)
    category = models.CharField(max_length=24)
    level_floor = models.CharField(max_length=12, blank=True)
    level_ceiling = models.CharField(max_length=12, blank=True)
    regime = models.CharField(max_length=8, blank=True)
    needs_review = models.BooleanField()
    # Number and date of the earlier discipline decision that makes this breach a repeated one; empty for a first one.
    earlier_decision = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    # Why the plenary sees no crime in what may be one; empty while that is open, or where nothing may be one.
    no_crime_reason = models.TextField(blank=True, default="", db_default="")
    # The meeting that said so; null of what was said before meetings were kept, and where nothing was said.
    no_crime_date = models.DateField(null=True)
    no_crime_members = models.PositiveSmallIntegerField(null=True)
    # The proceeding in which it was handed over as a suspected crime; empty while it was not.
    handed_over_ref = models.CharField(max_length=24, blank=True, default="", db_default="")
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    # The meeting, where that was the word of the plenary, which takes back what it had sent on; else null.
    plenary_date = models.DateField(null=True)
    plenary_members = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "act"], name="allegation_once"),
            models.CheckConstraint(
                condition=Q(state=AllegationState.PROPOSED) | (~Q(decided_by="") & Q(decided_at__isnull=False)),
                name="allegation_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[AllegationState.PROPOSED, AllegationState.CONFIRMED]) | ~Q(reason=""),
                name="allegation_change_has_reason",
            ),
        ]


class Answer(models.Model):
    """Jawaban terlapor: what the accused says, before any decision, through a personal link or to an officer."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    given_at = models.DateTimeField()
    author_ref = models.CharField(max_length=60)
    evidence_refs = models.JSONField(default=list, blank=True)
