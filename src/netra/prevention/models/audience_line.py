"""One line of an audience, whatever it is told."""

from __future__ import annotations

from django.db import models

from netra.registry.models import Agency, OrgUnit
from netra.registry.states import employment_choices, position_choices


class AudienceLine(models.Model):
    """Sasaran: what is said in a line holds together; lines add up; empty means any.

    A unit stands for all that lies beneath it. It is a question, not a list: who joins tomorrow belongs to it.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    employment = models.CharField(max_length=10, choices=employment_choices, blank=True, default="")
    position = models.CharField(max_length=24, choices=position_choices, blank=True, default="")

    class Meta:
        abstract = True
