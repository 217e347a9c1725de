"""How far an import of civil servants has come, kept with every batch: after a kill it goes on from there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.registry.bulk import insert_rows
from netra.registry.models import ImportRemark, ImportRun
from netra.trust.errors import Refused

# Whoever has not gone on by then begins anew; what was written stays.
KEPT = timedelta(days=30)


class ChangedFile(Refused):
    """An import of a file of this name was stopped, and this is not that file any more."""


class ImportedElsewhere(Refused):
    """Another process imports the same file at this moment."""


class RemarkKind(StrEnum):
    REJECTED = "REJECTED"
    NOTE = "NOTE"
    AGAIN = "AGAIN"


# The place of a row, what it is, and the texts.
Remark = tuple[int, RemarkKind, Sequence[str]]


def run_of(
    *, actor_ref: str, agency_code: str, name: str, sha256: str, at: datetime, restart: bool, dry_run: bool
) -> ImportRun:
    """The run that this file goes on with, or a new one, which is not saved before its first batch; for a dry run
    always a new one.

    Raises ChangedFile where a file of this name was stopped half-way and has other bytes now; with `restart` that run
    is given up.
    """
    new = ImportRun(actor_ref=actor_ref, agency_code=agency_code, file_name=name[:200], sha256=sha256, begun_at=at)
    if dry_run:
        return new
    ImportRun.objects.filter(begun_at__lte=at - KEPT).delete()
    mine = ImportRun.objects.filter(actor_ref=actor_ref, agency_code=agency_code)
    stopped = mine.filter(file_name=name[:200]).exclude(sha256=sha256).order_by("pk").last()
    if restart:
        mine.filter(file_name=name[:200]).exclude(sha256=sha256).delete()
    elif stopped is not None:
        raise ChangedFile(
            _(
                "Impor berkas bernama “%(name)s” terhenti pada baris data ke-%(through)s, dan isi berkas itu sekarang "
                "lain. Yang sudah ditulis tetap ada. Untuk melanjutkan, kembalikan berkas semula; untuk mengimpor "
                "berkas yang sekarang dari awal, ulangi dengan --restart."
            )
            % {"name": name[:60], "through": stopped.through}
        )
    return mine.filter(sha256=sha256).first() or new


def advance(run: ImportRun, *, through: int, again_through: int, remarks: Sequence[Remark]) -> None:
    """Write how far the run is, with what it counts, in the transaction of the batch; raises ImportedElsewhere."""
    before = {"through": run.through, "again_through": run.again_through}
    run.through, run.again_through = through, again_through
    if run.pk is None:
        try:
            with transaction.atomic():
                run.save()
        except IntegrityError as error:
            raise _elsewhere() from error
    else:
        told = {field: getattr(run, field) for field in _COUNTS}
        if not ImportRun.objects.filter(pk=run.pk, **before).update(
            through=through, again_through=again_through, **told
        ):
            raise _elsewhere()
    rows = [(run.pk, place, kind.value, json.dumps(list(texts))) for place, kind, texts in remarks]
    insert_rows(ImportRemark, ("run_id", "place", "kind", "texts"), rows)


def remarks_of(run: ImportRun, first: int, last: int) -> Iterator[Remark]:
    """What was said of the rows between two places, both included, in their order."""
    found = ImportRemark.objects.filter(run=run, place__gte=first, place__lte=last).order_by("place", "pk")
    for place, kind, texts in found.values_list("place", "kind", "texts"):
        yield place, RemarkKind(kind), tuple(json.loads(texts))


def finish(run: ImportRun) -> None:
    """The file is done: forget how far it was."""
    if run.pk is not None:
        run.delete()


_COUNTS = ("created", "changed", "unchanged", "rejected", "start_assumed", "start_corrected")


def _elsewhere() -> ImportedElsewhere:
    return ImportedElsewhere(
        _("Berkas ini sedang diimpor oleh proses lain. Tunggu sampai selesai, lalu jalankan lagi.")
    )
