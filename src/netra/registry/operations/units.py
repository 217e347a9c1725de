"""Saving a unit of an agency."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.registry.checks import checked_unit
from netra.registry.entries import UnitEntry
from netra.registry.models import Agency, OrgUnit
from netra.registry.trees import would_circle
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.trail import record


class UnitRefused(Refused):
    """The unit cannot be saved like this."""


def unit_save(*, entry: UnitEntry, by: Actor, at: datetime) -> OrgUnit:
    """Make a unit or change it, found by agency and code. Raises InvalidEntry, NotFound, UnitRefused or NotAllowed."""
    with transaction.atomic():
        entry = checked_unit(entry)
        require(by, "registry.unit_save", agency_code=entry.agency_code, at=at)
        # The agency is claimed, so that two people cannot hang two units under each other in the same second.
        agency = Agency.objects.select_for_update().filter(code=entry.agency_code).first()
        if agency is None:
            raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % entry.agency_code[:60])
        unit, _is_new = OrgUnit.objects.update_or_create(
            agency=agency, code=entry.code, defaults={"name": entry.name, "parent": _parent(entry, agency)}
        )
        chain = f"agency:{agency.code}"
        payload = {"agency": agency.code, "unit": unit.code}
        record(chain=chain, verb="registry.unit_save", by=by, at=at, subject=chain, payload=payload)
    return unit


def _parent(entry: UnitEntry, agency: Agency) -> OrgUnit | None:
    if not entry.parent_code:
        return None
    units = OrgUnit.objects.filter(agency=agency)
    tree: dict[str, str | None] = dict(units.values_list("code", "parent__code"))
    if entry.parent_code not in tree:
        raise UnitRefused(
            _("Unit induk “%s” tidak dikenal pada instansi ini. Simpan unit induknya lebih dahulu.") % entry.parent_code
        )
    if would_circle(tree, entry.code, entry.parent_code):
        raise UnitRefused(
            _("Unit %(parent)s berada di bawah %(code)s, jadi tidak dapat menjadi induknya. Pilih induk lain.")
            % {"parent": entry.parent_code, "code": entry.code}
        )
    return units.get(code=entry.parent_code)
