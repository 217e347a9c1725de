"""Evidence: what was received, and where its encrypted content lies."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

UNRECOGNISED = "application/octet-stream"


class StoredContent(models.Model):
    """One encrypted file on disk, found by the hash of its plain content.

    The key lies here and the content on disk, so each is useless without the other: a file left behind by an aborted
    transaction cannot be read by anyone, and deleting this row destroys the content even where a
    backup of the disk lives on. A file of an unsent form stands under a random handle instead of a hash, and its key
    under the lock of whoever writes the form (`evidence.unsent`).
    """

    shelf = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    object_name = models.CharField(max_length=80, unique=True)
    wrapped_key = models.BinaryField()
    key_id = models.CharField(max_length=16)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["shelf", "sha256"], name="trust_content_stored_once"),
        ]

    def __str__(self) -> str:
        return f"{self.shelf}/{self.sha256[:12]}"


class EvidenceItem(models.Model):
    """One piece of evidence as it was received; its hash outlives its destruction."""

    ref = models.CharField(max_length=40, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    sealed_name = models.BinaryField()
    chain = models.CharField(max_length=100, db_index=True)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=100)
    note = models.CharField(max_length=500, blank=True)
    content = models.ForeignKey(StoredContent, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    destroyed_at = models.DateTimeField(null=True, blank=True)
    destroyed_by = models.CharField(max_length=100, blank=True)
    destroyed_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(content__isnull=False, destroyed_at__isnull=True)
                | Q(content__isnull=True, destroyed_at__isnull=False),
                name="trust_evidence_kept_or_destroyed",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="trust_evidence_not_empty"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def is_destroyed(self) -> bool:
        return self.destroyed_at is not None
