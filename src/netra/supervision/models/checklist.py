"""The questions by which somebody looks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from netra.supervision.states import subject_choices


class Checklist(models.Model):
    """Daftar periksa: one version of an agency's questions on one subject. It never changes; a change is the next."""

    agency_code = models.CharField(max_length=60)
    subject = models.CharField(max_length=12, choices=subject_choices)
    version = models.PositiveSmallIntegerField()
    questions = models.JSONField(default=list)
    written_by = models.CharField(max_length=100)
    written_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency_code", "subject", "version"], name="checklist_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.agency_code}/{self.subject}/{self.version}"

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"
