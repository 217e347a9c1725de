"""Meja tanya: a question about a planned act, what both sides wrote, the written answers, and what was published."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.law.intentions import Verdict
from netra.prevention.advisory_states import (
    AdvisoryState,
    advisory_side_choices,
    advisory_state_choices,
    turn_away_choices,
    verdict_choices,
)


class AdvisoryQuestion(models.Model):
    """Pertanyaan: what somebody plans to do, without who they are; `designation` stands for the asker.

    `agency_code` is where they say they serve, empty where they do not say. `planned` is the question as the law room
    was asked it, and `engine_*` what it answered then. `erase_date` is when two people may erase who asked: it comes
    with an answer or with turning away, and moves with a later answer.
    """

    ref = models.CharField(max_length=40, unique=True)
    code_fingerprint = models.CharField(max_length=64, unique=True)
    idempotency_key = models.CharField(max_length=64, unique=True)
    designation = models.CharField(max_length=40, unique=True)
    named = models.BooleanField(default=False)
    agency_code = models.CharField(max_length=60, blank=True, default="")
    text = models.TextField()
    planned_date = models.DateField(null=True, blank=True)
    planned = models.JSONField(default=dict, blank=True)
    engine_verdict = models.CharField(max_length=12, blank=True, default="")
    engine_sources = models.JSONField(default=list, blank=True)
    asked_at = models.DateTimeField()
    asked_date = models.DateField()
    state = models.CharField(max_length=12, choices=advisory_state_choices, default=AdvisoryState.OPEN)
    turned_reason = models.CharField(max_length=16, choices=turn_away_choices, blank=True, default="")
    turned_explanation = models.TextField(blank=True, default="")
    turned_date = models.DateField(null=True, blank=True)
    erase_date = models.DateField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["state", "asked_date", "id"], name="advisory_by_state"),
            models.Index(fields=["agency_code", "state", "asked_date", "id"], name="advisory_of_agency"),
            models.Index(fields=["erase_date"], name="advisory_erase_date", condition=Q(erased_at=None)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="TURNED_AWAY", turned_date__isnull=False)
                & ~Q(turned_reason="")
                & ~Q(turned_explanation="")
                | ~Q(state="TURNED_AWAY") & Q(turned_reason="", turned_explanation="", turned_date=None),
                name="advisory_turned_away_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"advisory:{self.ref}"


class AdvisoryMessage(models.Model):
    """One message between the asker and the desk; `token` makes a message that is sent twice one message."""

    question = models.ForeignKey(AdvisoryQuestion, on_delete=models.PROTECT, related_name="messages")
    side = models.CharField(max_length=8, choices=advisory_side_choices)
    body = models.TextField()
    author_ref = models.CharField(max_length=80)
    sent_at = models.DateTimeField()
    token = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["question", "token"], name="advisory_message_token")]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.pk}"


class AdvisoryAnswer(models.Model):
    """Jawaban tertulis: dated, numbered, with its articles as they stood on `law_date`. It never changes; a later
    answer with the next ordinal takes its place.
    """

    ref = models.CharField(max_length=40, unique=True)
    question = models.ForeignKey(AdvisoryQuestion, on_delete=models.PROTECT, related_name="answers")
    ordinal = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=12, choices=verdict_choices)
    matter = models.TextField()
    text = models.TextField()
    # Each as {"code", "label", "citation", "is_unverified"}, cited as the law room had it.
    articles = models.JSONField()
    condition = models.TextField()
    law_date = models.DateField()
    reason = models.TextField(blank=True, default="")
    agency_code = models.CharField(max_length=60)
    answered_at = models.DateTimeField()
    answered_date = models.DateField()
    author_ref = models.CharField(max_length=80)
    letter_ref = models.CharField(max_length=40)
    number = models.CharField(max_length=200)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["number"], name="advice_number")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "ordinal"], name="advice_ordinal"),
            models.CheckConstraint(
                condition=Q(ordinal=1, reason="") | Q(ordinal__gt=1) & ~Q(reason=""), name="advice_replacing_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def is_allowing(self) -> bool:
        return self.verdict == Verdict.ALLOWED

    @property
    def is_forbidding(self) -> bool:
        return self.verdict == Verdict.NOT_ALLOWED


class AdvisoryPublication(models.Model):
    """Terbitan: an answer as everybody may read it, without the person. Withdrawn, it may be published anew.

    `searched` is all its words in small letters, `article_codes` its articles as `|A|B|`.
    """

    answer = models.ForeignKey(AdvisoryAnswer, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveSmallIntegerField()
    matter = models.TextField()
    text = models.TextField()
    condition = models.TextField()
    searched = models.TextField()
    article_codes = models.CharField(max_length=2000)
    published_date = models.DateField()
    published_by = models.CharField(max_length=80)
    withdrawn_date = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["-published_date", "-id"], name="advice_published", condition=Q(withdrawn_date=None))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "version"], name="advice_publication_version"),
            models.CheckConstraint(
                condition=Q(withdrawn_date=None, withdrawn_reason="")
                | Q(withdrawn_date__isnull=False) & ~Q(withdrawn_reason=""),
                name="advice_withdrawal_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id}/{self.version}"
