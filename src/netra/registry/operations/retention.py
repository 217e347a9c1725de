"""Recording the archive schedule of an agency."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.registry.checks import checked_retention
from netra.registry.entries import RetentionEntry
from netra.registry.models import Agency, RetentionSchedule
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound
from netra.trust.trail import record


def retention_set(*, entry: RetentionEntry, by: Actor, at: datetime) -> RetentionSchedule:
    """Say what the agency's schedule is from a day on; one that begins on the same day is told better.

    No article names the years: the source is the decree of the agency itself. Raises InvalidEntry or NotFound.
    """
    act = "registry.retention_set"
    with transaction.atomic():
        entry = checked_retention(entry)
        require(by, act, agency_code=entry.agency_code, at=at)
        agency = Agency.objects.select_for_update().filter(code=entry.agency_code).first()
        if agency is None:
            raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % entry.agency_code[:60])
        schedule, _is_new = RetentionSchedule.objects.update_or_create(
            agency=agency,
            start_date=entry.start_date,
            defaults={
                "active_years": entry.active_years,
                "inactive_years": entry.inactive_years,
                "fate": entry.fate.value,
                "document": entry.document,
            },
        )
        chain = f"agency:{agency.code}"
        payload: dict[str, str | int | bool | None] = {
            "agency": agency.code,
            "start": entry.start_date.isoformat(),
            "document": entry.document,
            "active": entry.active_years,
            "inactive": entry.inactive_years,
            "fate": entry.fate.value,
        }
        record(chain=chain, verb=act, by=by, at=at, subject=chain, payload=payload)
    return schedule
