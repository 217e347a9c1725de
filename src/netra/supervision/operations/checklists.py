"""Daftar periksa: written as the next version; one that was written never changes."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.registry.queries import agency_on
from netra.supervision.access import require_for
from netra.supervision.checks import SupervisionRefused, checked_checklist, demand
from netra.supervision.entries import ChecklistEntry
from netra.supervision.fingerprints import of_checklist
from netra.supervision.models import Checklist
from netra.supervision.operations.steps import tell
from netra.trust.models import User

WRITE = "supervision.checklist_write"


def checklist_write(*, entry: ChecklistEntry, by: User, at: datetime) -> Checklist:
    """The next version of an agency's questions on one subject. Fails with SupervisionRefused, NotAllowed, NotFound."""
    today = localdate(at)
    try:
        with transaction.atomic():
            require_for(by, WRITE, agency_on(entry.agency_code, today), at=at, on=today)
            return _write(checked_checklist(entry), by, at)
    except IntegrityError as raced:
        raise SupervisionRefused(
            _("Petugas lain baru saja menulis versi berikutnya. Buka daftarnya, lalu tulis lagi bila masih perlu.")
        ) from raced


def _write(entry: ChecklistEntry, by: User, at: datetime) -> Checklist:
    earlier = Checklist.objects.filter(agency_code=entry.agency_code, subject=entry.subject)
    last = earlier.order_by("-version").first()
    demand(
        last is None or last.questions != list(entry.questions),
        _("Pertanyaannya sama dengan versi yang berlaku. Ubah dahulu, lalu simpan."),
    )
    written = Checklist.objects.create(
        agency_code=entry.agency_code,
        subject=entry.subject,
        version=(earlier.aggregate(top=Max("version"))["top"] or 0) + 1,
        questions=list(entry.questions),
        written_by=by.actor_ref,
        written_at=at,
    )
    tell(
        written.chain,
        WRITE,
        f"checklist:{written}",
        by,
        at,
        agency=written.agency_code,
        subject=written.subject,
        version=written.version,
        sha256=of_checklist(written),
    )
    return written
