"""A report that was not sent yet: readable only with the secret of whoever writes it."""

from __future__ import annotations

from django.db import models


class ReportDraft(models.Model):
    """Answers so far, sealed under a key made from the writer's secret; the table keeps only its fingerprint."""

    secret_fingerprint = models.CharField(max_length=64, unique=True)
    sealed_answers = models.BinaryField()
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["updated_at"], name="draft_updated_at")]


class DraftFile(models.Model):
    """A file added to a draft; content and name are sealed like the answers, under the writer's secret."""

    draft = models.ForeignKey(ReportDraft, on_delete=models.CASCADE, related_name="files")
    ref = models.CharField(max_length=40, unique=True)
    # The handle of the file (`trust.evidence.unsent`), random: nobody can look a file up by what it holds. Of drafts
    # from before files were written once: SHA-256 of the sealed bytes.
    document_sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    # What the bytes say it is, so that a page can show it without opening the file.
    media_type = models.CharField(max_length=100, default="application/octet-stream")
    sealed_name = models.BinaryField()
    added_at = models.DateTimeField()
