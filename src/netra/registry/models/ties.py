"""Hubungan: what binds two civil servants, as somebody said it; one row, read from both sides."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.registry.models.agencies import Agency
from netra.registry.models.elections import verification_choices
from netra.registry.models.people import CivilServant
from netra.registry.models.periods import runs_forward
from netra.registry.states import tie_kind_choices, tie_source_choices


class Tie(models.Model):
    """A tie between two people of the register; half-open in days, and without days where it is kinship.

    `one` is the side from whose page it was recorded, and who declared it where the source is himself. `agency` is
    where he served then, whose chain tells of it. A former superior is no row: it is read off the positions.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="ties")
    one = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="ties_from")
    other = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="ties_to")
    kind = models.CharField("jenis hubungan", max_length=16, choices=tie_kind_choices)
    degree = models.CharField("hubungan dalam kata", max_length=200)
    start_date = models.DateField("mulai", null=True, blank=True)
    until_date = models.DateField("sampai sebelum", null=True, blank=True)
    source = models.CharField("sumber", max_length=10, choices=tie_source_choices)
    declared_by = models.CharField("dinyatakan oleh", max_length=200, blank=True, default="")
    document = models.CharField("dokumen", max_length=200, blank=True, default="")
    verification = models.CharField("verifikasi", max_length=10, choices=verification_choices)
    recorded_by = models.CharField(max_length=60)
    recorded_at = models.DateTimeField()
    ended_reason = models.CharField("alasan berakhir", max_length=500, blank=True, default="")
    struck_reason = models.CharField("alasan dicoret", max_length=500, blank=True, default="")
    struck_by = models.CharField(max_length=60, blank=True, default="")
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            runs_forward("registry_tie_runs_forward"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="registry_tie_has_two_sides"),
            models.CheckConstraint(
                condition=~Q(kind="KINSHIP") | Q(start_date=None, until_date=None), name="registry_kinship_has_no_days"
            ),
        ]

    def __str__(self) -> str:
        return self.ref
