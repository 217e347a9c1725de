"""The trail: events in chains, the head of each chain, and the daily roots over the heads that moved.

Events, daily heads and daily roots are append-only; triggers in the database refuse UPDATE and DELETE (see
`trust.append_only`). Only `ChainHead` changes: it is the row a writer claims, one per chain.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

CHAIN_LENGTH = 100
HASH_LENGTH = 64


class Event(models.Model):
    """One act that was done. `payload` is canonical JSON text, hashed exactly as it is stored."""

    chain = models.CharField(max_length=CHAIN_LENGTH)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor_ref = models.CharField(max_length=100)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=100)
    payload = models.TextField()
    citation = models.CharField(max_length=500, blank=True)
    # True when the clock stood earlier than at the event before: recorded as given, never smoothed over.
    clock_regressed = models.BooleanField(default=False)
    prev_hash = models.CharField(max_length=HASH_LENGTH)
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["chain", "seq"], name="trust_event_one_per_place")]

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq} {self.verb}"


class ChainHead(models.Model):
    """The last event of a chain; claimed by the writer, so that a chain never forks and other chains never wait."""

    chain = models.CharField(max_length=CHAIN_LENGTH, primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=HASH_LENGTH)
    at = models.DateTimeField(null=True, blank=True)
    # Made with a key of the instance (`trail.head_seal`): a tail rewritten by hand has no fitting one.
    seal = models.CharField(max_length=HASH_LENGTH, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq}"


class DailyRoot(models.Model):
    """One hash over the heads that moved since the root before; published, it fixes all before it."""

    day = models.DateField(unique=True)
    heads = models.PositiveBigIntegerField()
    prev_root = models.CharField(max_length=HASH_LENGTH)
    root = models.CharField(max_length=HASH_LENGTH)
    closed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.root[:12]}"


class DailyHead(models.Model):
    """A head as a daily root saw it."""

    day = models.DateField()
    chain = models.CharField(max_length=CHAIN_LENGTH)
    seq = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["chain", "seq"], name="trust_daily_head_once")]
        indexes: ClassVar = [models.Index(fields=["day", "chain"], name="trust_daily_head_day")]

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.chain}#{self.seq}"
