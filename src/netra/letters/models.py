"""The letters, the register that numbers them, and how an agency writes its numbers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.letters.forms import FORMS
from netra.letters.kinds import LetterForm, LetterKind
from netra.letters.states import LetterStatus, kind_choices, status_choices

_NUMBERED = Q(sequence__gte=1, year__isnull=False, letter_date__isnull=False) & ~Q(number="") & ~Q(verification_code="")
_UNNUMBERED = Q(sequence=None, year=None, letter_date=None, number="", verification_code="", pdf_sha256="")


class NumberFormat(models.Model):
    """How one agency writes the numbers of its letters: pattern, its short name, its classification codes by kind."""

    agency_code = models.CharField("kode instansi", max_length=60, unique=True)
    pattern = models.CharField("pola nomor", max_length=120)
    agency_label = models.CharField("singkatan instansi", max_length=40)
    classification = models.JSONField("kode klasifikasi per jenis surat", default=dict, blank=True)

    def __str__(self) -> str:
        return f"{self.agency_code}: {self.pattern}"


class NumberRegister(models.Model):
    """The last number that an agency gave out in a year; the row is the lock by which numbers have no gap."""

    agency_code = models.CharField("kode instansi", max_length=60)
    year = models.PositiveSmallIntegerField("tahun")
    last_number = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency_code", "year"], name="letters_one_register_per_agency_year"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_code} {self.year}: {self.last_number}"


class Letter(models.Model):
    """Surat: the data as of then and, once final, number, date and the hash of its PDF.

    Triggers of the database (`kept_rows`) refuse every change of a final letter but its erasure.
    """

    ref = models.CharField("rujukan", max_length=40, unique=True)
    kind = models.CharField("jenis", max_length=40, choices=kind_choices)
    agency_code = models.CharField("kode instansi", max_length=60)
    agency_name = models.CharField("nama instansi saat itu", max_length=200)
    # The kop under which a final letter was printed, for copies of it: names and addresses change afterwards.
    letterhead = models.JSONField("kop", null=True, blank=True)
    chain = models.CharField("jejak", max_length=120)
    subject_ref = models.CharField("pokok", max_length=120, blank=True, default="")
    status = models.CharField("status", max_length=10, choices=status_choices)
    data = models.JSONField("isi", null=True, blank=True)
    number = models.CharField("nomor", max_length=200, blank=True, default="")
    # Of before numbers were unique as they are written: an earlier letter of its agency and year bears it too.
    number_repeated = models.BooleanField("nomor berulang", default=False, db_default=False)
    sequence = models.PositiveIntegerField("nomor urut", null=True, blank=True)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    letter_date = models.DateField("tanggal surat", null=True, blank=True)
    pdf_sha256 = models.CharField("SHA-256 PDF", max_length=64, blank=True, default="")
    # Plain, for it is printed on the letter and opens nothing but the words "this letter is genuine".
    verification_code = models.CharField("kode pemeriksaan", max_length=40, blank=True, default="")
    drafted_by = models.CharField("dikonsep oleh", max_length=120)
    drafted_at = models.DateTimeField("dikonsep pada")
    finalised_by = models.CharField("ditetapkan oleh", max_length=120, blank=True, default="")
    finalised_at = models.DateTimeField("ditetapkan pada", null=True, blank=True)
    erased_at = models.DateTimeField("dimusnahkan pada", null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["chain", "drafted_at"], name="letters_of_chain"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency_code", "year", "sequence"],
                condition=Q(sequence__isnull=False),
                name="letters_number_given_once",
            ),
            models.UniqueConstraint(
                fields=["agency_code", "year", "number"],
                condition=~Q(number="") & Q(number_repeated=False),
                name="letters_written_number_given_once",
            ),
            models.UniqueConstraint(
                fields=["verification_code"], condition=~Q(verification_code=""), name="letters_code_given_once"
            ),
            models.CheckConstraint(
                condition=~Q(status="DRAFT") | (_UNNUMBERED & Q(data__isnull=False, finalised_at=None, erased_at=None)),
                name="letters_draft_has_no_number",
            ),
            models.CheckConstraint(
                condition=~Q(status="FINAL")
                | (_NUMBERED & Q(data__isnull=False, finalised_at__isnull=False, erased_at=None) & ~Q(pdf_sha256="")),
                name="letters_final_is_numbered",
            ),
            models.CheckConstraint(
                condition=~Q(status="ERASED")
                | (_NUMBERED & Q(data__isnull=True, erased_at__isnull=False, pdf_sha256="")),
                name="letters_erased_keeps_number",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in LetterStatus]), name="letters_status_known"
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.ref

    @property
    def form(self) -> LetterForm:
        """The form of this kind of letter: its label, its fields."""
        return FORMS[LetterKind(self.kind)]

    @property
    def label(self) -> str:
        """The Indonesian name of this kind of letter."""
        return self.form.label

    @property
    def is_draft(self) -> bool:
        return self.status == LetterStatus.DRAFT

    @property
    def is_final(self) -> bool:
        return self.status == LetterStatus.FINAL
