"""Keputusan, penyerahan, upaya administratif."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_noop as _

from netra.cases.models import Deadline
from netra.cases.operations.clocks import Qualifiers
from netra.law.candidates import DISMISSAL
from netra.law.deadline_rules import QUALIFIERS
from netra.sanctions.models.proceeding import Proceeding
from netra.sanctions.states import DECISION_KIND_LABELS, PP_79

# Penalties of a discipline catalogue that end the person's service: appealed against, not objected to.
DISMISSALS = frozenset(
    {"honourable_dismissal", "dishonourable_dismissal", "contract_end_severe_breach", DISMISSAL.code}
)
# What ends a candidacy for a breach of discipline: no penalty, so a kind of its own (PP 11/2017 Ps 37(2) c).
CANDIDATE_END = DISMISSAL.code
# What ends the contract of a PPPK; the decree names that contract.
CONTRACT_ENDS = frozenset({"contract_end_severe_breach", "contract_end_party"})
PRESIDENT = "Presiden"
APPEAL_AGAINST_THE_PRESIDENT = _(
    "PP 79/2021 Pasal 1 angka 5 dan Pasal 10 membuka banding administratif atas Keputusan PPK; PP 94/2021 Pasal 16 "
    "menyebut Presiden dan PPK sendiri-sendiri. Apakah pemberhentian dengan Keputusan Presiden termasuk, tidak "
    "disebut, dan PP 94/2021 tidak mengecualikannya seperti PP 53/2010 Pasal 33 huruf a. Yang menyatakan banding tidak "
    "dapat diterima adalah BPASN, bukan instansi (PP 79/2021 Pasal 12 ayat (2))."
)


def decision_kind_choices() -> list[tuple[str, str]]:
    return list(DECISION_KIND_LABELS.items())


class Decision(models.Model):
    """What the authority decided beside what the law asked for.

    A decision below the floor, below the recommendation or above the ceiling is allowed and carries its reason; the
    three marks are stored so that lists and statistics show them through an index.
    """

    proceeding = models.OneToOneField(Proceeding, on_delete=models.PROTECT, related_name="decision")
    kind = models.CharField(max_length=20, choices=decision_kind_choices)
    level = models.CharField(max_length=12, blank=True)
    sanction_code = models.CharField(max_length=40, blank=True)
    sanction_label = models.CharField(max_length=300, blank=True)
    basis = models.TextField()
    considerations = models.TextField()
    decided_date = models.DateField()
    decided_by = models.CharField(max_length=60)
    imposed_by = models.CharField(max_length=24, default="APPOINTING_AUTHORITY")
    signer_title = models.CharField(max_length=200)
    # Where he signed under another title than the register has for that day: that title, and what the other rests on.
    registered_title = models.CharField(max_length=200, blank=True, default="", db_default="")
    signer_basis = models.CharField(max_length=200, blank=True, default="", db_default="")
    # Ours; "" where another office ends the service and writes its own decree, whose number is then `document`.
    letter_ref = models.CharField(max_length=24, blank=True)
    document = models.CharField(max_length=200, blank=True, db_default="")
    regime = models.CharField(max_length=8, blank=True)
    level_floor = models.CharField(max_length=12, blank=True)
    level_ceiling = models.CharField(max_length=12, blank=True)
    recommended_level = models.CharField(max_length=12, blank=True)
    below_floor = models.BooleanField(default=False)
    below_recommendation = models.BooleanField(default=False)
    above_ceiling = models.BooleanField(default=False)
    steps_from_floor = models.SmallIntegerField(default=0)
    deviation_reason = models.TextField(blank=True)
    competence_note = models.TextField(blank=True)
    # Where the law names a day of its own from which the end of a status or contract counts (`law.end_of_service`).
    effective_date = models.DateField(null=True)
    effective_basis = models.CharField(max_length=120, blank=True)
    # MORAL only: CLOSED or OPEN statement, and the official it was delegated to (PP 42/2004 Ps 15(5)).
    mode = models.CharField(max_length=6, blank=True)
    delegate_title = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(below_floor=False, below_recommendation=False, above_ceiling=False)
                | ~Q(deviation_reason=""),
                name="decision_deviation_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind="MORAL") | Q(mode__in=["CLOSED", "OPEN"]), name="decision_moral_mode"
            ),
        ]
        indexes = [models.Index(fields=["decided_date"], name="decision_date")]

    @property
    def is_dismissal(self) -> bool:
        return self.kind == "STATUS_TERMINATION" or self.sanction_code in DISMISSALS

    @property
    def is_past_remedy(self) -> bool:
        """Whether the President imposed it under PP 53/2010: it holds since it was decided, and nothing can be filed
        against it (Ps 33 a, 43 a). His decree alone bears the number of another office.
        """
        by_president = self.kind == "DISCIPLINE" and not self.letter_ref and self.sanction_code not in CONTRACT_ENDS
        return by_president and self.regime == "DISC-53"

    @property
    def holds_at_once(self) -> bool:
        """Whether it holds on the day it was decided, received or not (PP 53/2010 Ps 43): a light penalty, what the
        authority imposed short of dismissal, and what the President imposed. What a PPPK's agency rules is not told.
        """
        if self.kind != "DISCIPLINE" or self.regime != "DISC-53" or self.sanction_code.startswith("agency_"):
            return False
        by_authority = self.imposed_by == "APPOINTING_AUTHORITY" and not self.is_dismissal
        return self.is_past_remedy or self.level == "LIGHT" or by_authority

    @property
    def appeal_doubt(self) -> str:
        """Why an appeal may not be open, where the President dismissed him under PP 79/2021; else "".

        Its Ps 1 angka 5 and Ps 10 speak of decisions of the authority alone, beside whom PP 94/2021 Ps 16 names the
        President; but that regulation says nothing like Ps 33 a of PP 53/2010. Whether an appeal is admissible is the
        word of BPASN (Ps 12(2)).
        """
        by_president = self.signer_title == PRESIDENT and self.document and not self.letter_ref
        doubted = by_president and self.is_dismissal and self.decided_date >= PP_79
        return APPEAL_AGAINST_THE_PRESIDENT if doubted else ""

    @property
    def must_be_delivered(self) -> bool:
        """Whether its delivery has a term: a discipline penalty of a PNS or CPNS (PP 94/2021 Ps 37(3), 43).

        PP 42/2004 names none for a moral statement, no article that was read one for the end of a status, and the
        discipline of a PPPK stands in the rules of the own agency (PP 49/2018 Ps 52).
        """
        return self.kind == "DISCIPLINE" and self.proceeding.party.employment in {"PNS", "CPNS"}

    @property
    def remedy_kind(self) -> str:
        """APPEAL against a dismissal, OBJECTION against the rest: never both (PP 79/2021 Ps 1 angka 4-5)."""
        return "APPEAL" if self.is_dismissal else "OBJECTION"

    @property
    def remedy_term(self) -> tuple[str, Qualifiers]:
        """The rule of the law room that says how long a remedy may be filed, and what it must know besides."""
        if self.is_dismissal:
            return "appeal_filing", {}
        known: Qualifiers = {"imposed_by": self.imposed_by}
        if self.level in QUALIFIERS["level"]:
            known["level"] = self.level
        if self.sanction_code in QUALIFIERS["penalty"]:
            known["penalty"] = self.sanction_code
        return "objection_filing", known

    @property
    def remedy_terms(self) -> models.QuerySet[Deadline]:
        """The terms in which it may, or might have been, objected to or appealed against."""
        rule, _qualifiers = self.remedy_term
        return Deadline.objects.filter(case=self.proceeding.case_id, subject_ref=self.proceeding.ref, rule=rule)

    @property
    def deviates(self) -> bool:
        """Whether it lies outside what the law or the recommendation asked for; its reason is then written."""
        return self.below_floor or self.below_recommendation or self.above_ceiling


class DecisionDelivery(models.Model):
    """Berita acara penyerahan: how and when the person received the decision."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="delivery")
    manner = models.CharField(max_length=10)
    received_date = models.DateField()
    letter_ref = models.CharField(max_length=24)
    in_force_date = models.DateField(null=True)
    in_force_confirmed_date = models.DateField(null=True)


class DeliveryMiss(models.Model):
    """Ketidakhadiran pada penyampaian: the day that was set for it, and the day on which the decision was then sent."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="delivery_miss")
    set_date = models.DateField()
    sent_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_date__isnull=True) | Q(sent_date__gte=F("set_date")), name="delivery_miss_in_order"
            )
        ]


class Remedy(models.Model):
    """Keberatan or banding administratif, never both against one decision."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="remedy")
    kind = models.CharField(max_length=10)
    filed_date = models.DateField()
    grounds = models.TextField()
    addressee = models.CharField(max_length=200)
    letter_ref = models.CharField(max_length=24)
    # Whether the decision had been carried out when the remedy came to light; what was annulled is then given back.
    after_execution = models.BooleanField(default=False, db_default=False)
    restored_date = models.DateField(null=True)
    restoration_document = models.CharField(max_length=120, blank=True, db_default="")
    # The answer of whose decision it is, to whoever decides: its day, and the number and date of its letter.
    replied_date = models.DateField(null=True)
    reply_document = models.CharField(max_length=120, blank=True)
    # Ours for an objection; the appeal body writes its own.
    decision_letter_ref = models.CharField(max_length=24, blank=True)
    decided_date = models.DateField(null=True)
    outcome = models.CharField(max_length=12, blank=True)
    level_after = models.CharField(max_length=12, blank=True)
    sanction_after = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_date__isnull=True) | Q(decided_date__gte=F("filed_date")), name="remedy_in_order"
            )
        ]

    @property
    def has_reply(self) -> bool:
        """Whether the law asks for an answer: of the authority to the appeal body, of an official to his superior.

        Whoever decides on an objection against himself answers nobody (PP 79/2021 Ps 3(2) and 5(1)).
        """
        return self.kind == "APPEAL" or self.decision.imposed_by == "OFFICIAL"
