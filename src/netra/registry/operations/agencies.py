"""Saving an agency, and who appoints its civil servants."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.registry.checks import checked_agency, checked_authority
from netra.registry.entries import AgencyEntry, AppointingAuthorityEntry
from netra.registry.models import Agency, AppointingAuthority
from netra.registry.trees import would_circle
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.trail import record


class AgencyRefused(Refused):
    """The agency cannot be saved like this."""


class AuthorityRefused(Refused):
    """The appointing authority cannot be set like this."""


def agency_save(*, entry: AgencyEntry, by: Actor, at: datetime) -> Agency:
    """Make an agency or change it, found by its code. Raises InvalidEntry, AgencyRefused or NotAllowed."""
    with transaction.atomic():
        entry = checked_agency(entry)
        require(by, "registry.agency_save", agency_code=entry.code, at=at)
        # All agencies, so that two people cannot hang two of them under each other in the same second.
        tree: dict[str, str | None] = dict(
            Agency.objects.select_for_update(of=("self",)).values_list("code", "parent__code")
        )
        agency, _is_new = Agency.objects.update_or_create(
            code=entry.code,
            defaults={
                "name": entry.name,
                "kind": entry.kind.value,
                "parent": _parent(entry, tree),
                "region_code": entry.region_code,
                "province_code": entry.region_code[:2],
                "address": entry.address,
                "phone": entry.phone,
                "city": entry.city,
                "valid_from": entry.valid_from,
                "valid_until": entry.valid_until,
            },
        )
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
        before = AppointingAuthority.objects.filter(agency=agency)
        before.filter(until_date=None, start_date__lt=entry.start_date).update(until_date=entry.start_date)
        clash = before.overlapping(entry.start_date, entry.until_date).first()
        if clash is not None:
            raise AuthorityRefused(_clash(clash))
        authority = AppointingAuthority.objects.create(
            agency=agency,
            office_title=entry.office_title,
            holder_name=entry.holder_name,
            holder_nip=entry.holder_nip,
            superior_title=entry.superior_title,
            superior_name=entry.superior_name,
            start_date=entry.start_date,
            until_date=entry.until_date,
        )
        _record("registry.appointing_authority_set", agency, by, at)
    return authority


def _parent(entry: AgencyEntry, tree: dict[str, str | None]) -> Agency | None:
    if not entry.parent_code:
        return None
    if entry.parent_code not in tree:
        raise AgencyRefused(_("Instansi induk “%s” tidak dikenal. Simpan induknya lebih dahulu.") % entry.parent_code)
    if would_circle(tree, entry.code, entry.parent_code):
        raise AgencyRefused(
            _("%(parent)s berada di bawah %(code)s, jadi tidak dapat menjadi induknya. Pilih induk lain.")
            % {"parent": entry.parent_code, "code": entry.code}
        )
    return Agency.objects.get(code=entry.parent_code)


def _clash(authority: AppointingAuthority) -> str:
    return _(
        "Pada masa itu sudah tercatat pejabat lain: %(office)s, mulai %(start)s sampai %(until)s. "
        "Satu instansi mempunyai satu pejabat pembina kepegawaian pada satu hari; sesuaikan tanggalnya."
    ) % {
        "office": authority.office_title,
        "start": authority.start_date.isoformat(),
        "until": authority.until_date.isoformat() if authority.until_date else _("sekarang"),
    }


def _record(verb: str, agency: Agency, by: Actor, at: datetime) -> None:
    chain = f"agency:{agency.code}"
    record(chain=chain, verb=verb, by=by, at=at, subject=chain, payload={"agency": agency.code})
