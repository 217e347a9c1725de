"""Agencies, the units inside them, and who appoints their civil servants."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from netra.registry.models.periods import PeriodQuerySet, runs_forward
from netra.registry.states import agency_kind_choices


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Agencies, with the name of the day that a page or paper tells of."""

    def as_of(self, day: date) -> AgencyQuerySet:
        """Each with `name_then`, what it was called on the day."""
        return self.before(day + timedelta(days=1))

    def before(self, end: date) -> AgencyQuerySet:
        """The same for the eve of a day: for statements that are written once, which count no days."""
        # By a name that the type checker does not follow: it is declared on the model.
        return self.annotate(**{"name_then": name_before(end)})


class Agency(models.Model):
    """Instansi: a government or body with civil servants; its code is what roles, trails and letters hold.

    `name` and `parent` are those of the last spell, which has no end; earlier ones are `FormerAgency`. Pages and papers
    show `name_then`, which only rows asked for `as_of` a day have.
    """

    name_then: str

    code = models.CharField("kode instansi", max_length=60, unique=True)
    name = models.CharField("nama instansi", max_length=200)
    kind = models.CharField("jenis", max_length=30, choices=agency_kind_choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    region_code = models.CharField("kode wilayah", max_length=8, blank=True, default="")
    # The first two digits of region_code, kept beside it so that a province's officers are found by an index.
    province_code = models.CharField("kode provinsi", max_length=2, blank=True, default="")
    address = models.CharField("alamat", max_length=300, blank=True, default="")
    phone = models.CharField("telepon", max_length=60, blank=True, default="")
    city = models.CharField("kota penandatanganan", max_length=100, blank=True, default="")
    valid_from = models.DateField("berdiri", null=True, blank=True)
    valid_until = models.DateField("berakhir", null=True, blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["region_code"], name="registry_agency_region"),
            models.Index(fields=["province_code"], name="registry_agency_province"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gt=F("valid_from")),
                name="registry_agency_runs_forward",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="registry_agency_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FormerAgency(models.Model):
    """What an agency was called, and under whom it stood, until a day: from the day on which the one before ended.

    So the spells of an agency are half-open and leave no gap, and no two of them share a day. See `registry.renames`.
    `parent_name` is there where `queries.former_names_of` asked for it.
    """

    parent_name: str

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="former")
    name = models.CharField("nama instansi", max_length=200)
    parent = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="former_children")
    until_date = models.DateField("sampai")

    class Meta:
        constraints: ClassVar = [
            # Its index finds the spell of a day: the first that ends after it.
            models.UniqueConstraint(fields=["agency", "until_date"], name="registry_former_agency_ends_once"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("agency")), name="registry_former_agency_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


def name_before(end: date | OuterRef, *, agency: str = "") -> Coalesce:
    """What an agency was called on the eve of `end`, as a column of a query; `agency` is the way to it from there."""
    key, name = (f"{agency}_id", f"{agency}__name") if agency else ("pk", "name")
    former = FormerAgency.objects.filter(agency=OuterRef(key), until_date__gte=end).order_by("until_date")
    return Coalesce(Subquery(former.values("name")[:1]), F(name))


class AppointingAuthority(models.Model):
    """Pejabat pembina kepegawaian of an agency for a time: the office, who holds it, and who stands above it.

    Two authorities of one agency never share a day: the database refuses it (migration 0002).
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="appointing_authorities")
    office_title = models.CharField("jabatan", max_length=150)
    holder_name = models.CharField("nama pejabat", max_length=200)
    holder_nip = models.CharField("NIP", max_length=18, blank=True, default="")
    superior_title = models.CharField("atasan pejabat", max_length=150, blank=True, default="")
    superior_name = models.CharField("nama atasan pejabat", max_length=200, blank=True, default="")
    start_date = models.DateField("mulai")
    until_date = models.DateField("sampai", null=True, blank=True)

    objects = PeriodQuerySet["AppointingAuthority"].as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["agency", "start_date"], name="registry_authority_start")]
        constraints: ClassVar = [runs_forward("registry_authority_runs_forward")]

    def __str__(self) -> str:
        return self.office_title

    @property
    def superior(self) -> str:
        """The superior by office, with the name where it is known: `Gubernur Jambi, Zainal Arifin`."""
        return ", ".join(part for part in (self.superior_title, self.superior_name) if part)


class OrgUnit(models.Model):
    """Unit kerja: a node of one agency's tree. That the tree has no cycle is checked where units are written."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    code = models.CharField("kode unit", max_length=60)
    name = models.CharField("nama unit", max_length=200)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "code"], name="registry_unit_code_once_per_agency"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="registry_unit_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name
