"""Civil servants and the positions they hold over time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Value, When

from netra.registry.models.agencies import Agency, OrgUnit, name_before
from netra.registry.models.periods import PeriodQuerySet, runs_forward
from netra.registry.states import employment_choices, position_choices


class CivilServant(models.Model):
    """ASN: PNS, CPNS or PPPK. `ref` stands in URLs and trails, because the NIP tells a birthday."""

    ref = models.CharField(max_length=40, unique=True)
    nip = models.CharField("NIP", max_length=18, unique=True)
    name = models.CharField("nama", max_length=200)
    search_name = models.CharField(max_length=200, db_index=True)
    employment = models.CharField("jenis pegawai", max_length=10, choices=employment_choices)
    birth_date = models.DateField("tanggal lahir")
    sex = models.CharField("jenis kelamin", max_length=6)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(name=""), name="registry_civil_servant_has_name")]

    def __str__(self) -> str:
        return self.ref


class SpellQuerySet(PeriodQuerySet["PositionSpell"]):
    """Position spells, with what their agency was called then."""

    def as_of(self, day: date) -> SpellQuerySet:
        """Each with `agency_then`: the agency's name on the day or, where the spell had ended, on its last day."""
        end = Case(When(until_date__lte=day, then=F("until_date")), default=Value(day + timedelta(days=1)))
        named = {"agency_then": name_before(OuterRef("named_until"), agency="agency")}
        return self.alias(named_until=end).annotate(**named)


class PositionSpell(models.Model):
    """Riwayat jabatan: one half-open period in one position.

    A person has one primary position on any day (the database refuses two, migration 0002); an acting official (Plt.)
    holds a second spell that is not primary.
    """

    agency_then: str

    civil_servant = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="position_spells")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="position_spells")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="position_spells")
    title = models.CharField("jabatan", max_length=200)
    position = models.CharField("jenjang jabatan", max_length=24, choices=position_choices)
    grade = models.CharField("golongan", max_length=20, blank=True, default="")
    direct_superior = models.ForeignKey(
        CivilServant, on_delete=models.PROTECT, null=True, blank=True, related_name="subordinate_spells"
    )
    is_primary = models.BooleanField("jabatan definitif", default=True)
    # Whether this post is the head of its unit, for as long as the spell lasts.
    leads_unit = models.BooleanField("memimpin unit", default=False)
    start_date = models.DateField("TMT jabatan")
    # The day of an import whose file named no start: the post began then at the latest, and a later file may tell when.
    start_is_assumed = models.BooleanField("mulai perkiraan", default=False)
    until_date = models.DateField("sampai", null=True, blank=True)

    objects = SpellQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["civil_servant", "start_date"], name="registry_spell_person"),
            models.Index(fields=["agency", "civil_servant"], name="registry_spell_agency"),
            models.Index(fields=["agency"], condition=Q(leads_unit=True), name="registry_spell_head"),
        ]
        constraints: ClassVar = [
            runs_forward("registry_spell_runs_forward"),
            models.CheckConstraint(
                condition=Q(direct_superior=None) | ~Q(direct_superior=F("civil_servant")),
                name="registry_spell_not_own_superior",
            ),
            models.CheckConstraint(
                condition=Q(leads_unit=False) | Q(unit__isnull=False), name="registry_spell_head_has_a_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.title
