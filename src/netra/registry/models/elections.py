"""Elections, their stages and their tickets; seeded from law data, added to with a document."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as _

from netra.law.dated import Verification
from netra.registry.models.periods import PeriodQuerySet, runs_forward
from netra.registry.states import election_kind_choices, office_choices


def verification_choices() -> list[tuple[str, str]]:
    labels = {
        Verification.SEEN: _("Naskah dibaca"),
        Verification.SECONDARY: _("Sumber sekunder"),
        Verification.UNVERIFIED: _("Belum diverifikasi ke naskah asli"),
        Verification.DERIVED: _("Dihitung dari fakta lain"),
    }
    return [(mark.value, label) for mark, label in labels.items()]


class Election(models.Model):
    """Pemilu or pemilihan: one voting day. An empty region means the whole country, an empty office several of them.

    From `start_date` until `until_date` an act that names no contest is read as aiming at this one.
    """

    code = models.CharField("kode", max_length=40, unique=True)
    kind = models.CharField("jenis", max_length=10, choices=election_kind_choices)
    office = models.CharField("jabatan yang dipilih", max_length=10, choices=office_choices, blank=True, default="")
    region_code = models.CharField("kode wilayah", max_length=8, blank=True, default="")
    voting_date = models.DateField("hari pemungutan suara")
    name = models.CharField("nama", max_length=200)
    start_date = models.DateField("dibuka")
    until_date = models.DateField("ditutup")

    objects = PeriodQuerySet["Election"].as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "voting_date"], name="registry_election_voting")]
        constraints: ClassVar = [runs_forward("registry_election_runs_forward")]

    def __str__(self) -> str:
        return self.name


class ElectionStage(models.Model):
    """Tahapan: when a stage runs, in the whole election (empty region) or as one region set it for itself.

    An empty office means all offices; `stage` is a code of `law.elections.PublishedStage`.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="stages")
    region_code = models.CharField("kode wilayah", max_length=8, blank=True, default="")
    office = models.CharField("jabatan yang dipilih", max_length=10, choices=office_choices, blank=True, default="")
    stage = models.CharField("tahapan", max_length=40)
    start_date = models.DateField("mulai")
    until_date = models.DateField("sampai", null=True, blank=True)
    source_instrument = models.CharField("dasar", max_length=300)
    source_article = models.CharField("pasal", max_length=100, blank=True, default="")
    verification = models.CharField("verifikasi", max_length=10, choices=verification_choices)

    objects = PeriodQuerySet["ElectionStage"].as_manager()

    class Meta:
        constraints: ClassVar = [
            runs_forward("registry_stage_runs_forward"),
            models.UniqueConstraint(
                fields=["election", "region_code", "office", "stage"], name="registry_stage_once_per_region"
            ),
            models.CheckConstraint(condition=~Q(source_instrument=""), name="registry_stage_has_source"),
        ]

    def __str__(self) -> str:
        return self.stage


class Ticket(models.Model):
    """Pasangan calon with its ballot number; always shown in ballot order and at equal size."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="tickets")
    region_code = models.CharField("kode wilayah", max_length=8, blank=True, default="")
    office = models.CharField("jabatan yang dipilih", max_length=10, choices=office_choices)
    number = models.PositiveSmallIntegerField("nomor urut")
    head_name = models.CharField("calon", max_length=200)
    deputy_name = models.CharField("calon wakil", max_length=200, blank=True, default="")
    parties = models.CharField("partai pengusung", max_length=500, blank=True, default="")
    source = models.CharField("sumber", max_length=500)
    verification = models.CharField("verifikasi", max_length=10, choices=verification_choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["election", "region_code", "office", "number"], name="registry_ticket_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="registry_ticket_number_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.head_name}"
