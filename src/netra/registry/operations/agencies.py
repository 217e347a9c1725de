"""Saving an agency, and who appoints its civil servants."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.registry.agency_history import ever_circles, histories, write_former
from netra.registry.checks import checked_agency, checked_authority
from netra.registry.entries import AgencyEntry, AppointingAuthorityEntry
from netra.registry.models import Agency, AppointingAuthority
from netra.registry.renames import Borne, History, Told, retold
from netra.registry.terms_of_office import clash, columns_of, end_before
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.trail import record


class AgencyRefused(Refused):
    """The agency cannot be saved like this."""


class AuthorityRefused(Refused):
    """The appointing authority cannot be set like this."""


def agency_save(*, entry: AgencyEntry, by: Actor, at: datetime) -> Agency:
    """Make an agency or change it, found by its code; with `since`, its name and parent hold from that day on.

    Raises InvalidEntry, AgencyRefused, RenameRefused or NotAllowed.
    """
    with transaction.atomic():
        entry = checked_agency(entry)
        require(by, "registry.agency_save", agency_code=entry.code, at=at)
        # All agencies, so that two people cannot hang two of them under each other in the same second.
        rows = {row.code: row for row in Agency.objects.select_for_update(of=("self",))}
        known = histories()
        told = _retold(entry, known, timezone.localdate(at))
        last = told[-1]
        agency, _is_new = Agency.objects.update_or_create(
            code=entry.code,
            defaults={
                "name": last.name,
                "kind": entry.kind.value,
                "parent": rows[last.parent] if last.parent else None,
                "region_code": entry.region_code,
                "province_code": entry.region_code[:2],
                "address": entry.address,
                "phone": entry.phone,
                "city": entry.city,
                "valid_from": entry.valid_from,
                "valid_until": entry.valid_until,
            },
        )
        if told[:-1] != known.get(entry.code, ())[:-1]:
            write_former({entry.code: told}, {**rows, entry.code: agency})
        _record("registry.agency_save", agency, by, at)
    return agency


def appointing_authority_set(*, entry: AppointingAuthorityEntry, by: Actor, at: datetime) -> AppointingAuthority:
    """Say who is appointing authority from a day on; whoever was so until further notice ends on that day.

    Raises InvalidEntry, NotFound for an unknown agency, AuthorityRefused where two would share a day.
    """
    with transaction.atomic():
        entry = checked_authority(entry)
        require(by, "registry.appointing_authority_set", agency_code=entry.agency_code, at=at)
        agency = Agency.objects.select_for_update().filter(code=entry.agency_code).first()
        if agency is None:
            raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % entry.agency_code[:60])
        known = list(AppointingAuthority.objects.filter(agency=agency).order_by("start_date"))
        ended = end_before(known, entry.start_date)
        refusal = clash(known, entry.start_date, entry.until_date)
        if refusal:
            raise AuthorityRefused(refusal)
        AppointingAuthority.objects.bulk_update(ended, ["until_date"])
        authority = AppointingAuthority.objects.create(agency=agency, **columns_of(entry))
        _record("registry.appointing_authority_set", agency, by, at)
    return authority


def _retold(entry: AgencyEntry, known: dict[str, History], today: date) -> History:
    """The history of the agency with this entry; AgencyRefused where its parent is unknown or stands below it."""
    parent = entry.parent_code or None
    if parent and parent not in known:
        raise AgencyRefused(_("Instansi induk “%s” tidak dikenal. Simpan induknya lebih dahulu.") % parent)
    before = known.get(entry.code) or (Borne(entry.name, parent),)
    told = retold(before, Told(entry.name, parent, entry.since, entry.former_name), today=today)
    if ever_circles({**known, entry.code: told}, entry.code):
        raise AgencyRefused(
            _("%(parent)s berada di bawah %(code)s, jadi tidak dapat menjadi induknya. Pilih induk lain.")
            % {"parent": parent, "code": entry.code}
        )
    return told


def _record(verb: str, agency: Agency, by: Actor, at: datetime) -> None:
    chain = f"agency:{agency.code}"
    record(chain=chain, verb=verb, by=by, at=at, subject=chain, payload={"agency": agency.code})
