"""A file between its dry run and its import."""

from __future__ import annotations

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
