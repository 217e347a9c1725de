"""A file between its dry run and its import, and an import on its way through a file."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class StagedImport(models.Model):
    """What somebody tried and may now write; one per person, and never kept longer than a day.

    The file and its rejected rows lie sealed in the document store; the columns hold where. `content_document` is empty
    once the file was written: then only the rejected rows are still there to be fetched.
    """

    actor_ref = models.CharField(max_length=100, unique=True)
    kind = models.CharField("jenis", max_length=20)
    agency_code = models.CharField("kode instansi", max_length=60, blank=True, default="")
    file_name = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField(max_length=64)
    content_document = models.CharField(max_length=64, blank=True, default="")
    rejected_csv_document = models.CharField(max_length=64, blank=True, default="")
    rejected_xlsx_document = models.CharField(max_length=64, blank=True, default="")
    created = models.PositiveIntegerField("baru")
    changed = models.PositiveIntegerField("berubah")
    unchanged = models.PositiveIntegerField("tetap")
    rejected = models.PositiveIntegerField("ditolak")
    staged_at = models.DateTimeField("diuji", db_index=True)

    def __str__(self) -> str:
        return self.sha256[:12]


class ImportRun(models.Model):
    """How far an import of civil servants has come: written with every batch, and gone when the file is done.

    `through` is the last row of the file that is written, `again_through` the last whose superior, who stood further
    down, was looked for once more. One run per file (by its hash), importer and agency of rows that name none.
    """

    actor_ref = models.CharField(max_length=100)
    agency_code = models.CharField("kode instansi", max_length=60, blank=True, default="")
    file_name = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField(max_length=64)
    through = models.PositiveBigIntegerField(default=0)
    again_through = models.PositiveBigIntegerField(default=0)
    created = models.PositiveIntegerField("baru", default=0)
    changed = models.PositiveIntegerField("berubah", default=0)
    unchanged = models.PositiveIntegerField("tetap", default=0)
    rejected = models.PositiveIntegerField("ditolak", default=0)
    start_assumed = models.PositiveIntegerField(default=0)
    start_corrected = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField("dimulai")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor_ref", "agency_code", "sha256"], name="registry_import_run_once")
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class ImportRemark(models.Model):
    """What a run has to say of a row, until the file is done: why it was rejected, a note, or that it is to be looked
    at again because its superior stands further down. `texts` is a list in JSON; `place` counts rows of data.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="remarks")
    place = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=10)
    texts = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["run", "place"], name="registry_import_remark")]

    def __str__(self) -> str:
        return f"{self.place}"
