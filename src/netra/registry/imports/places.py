"""Agencies and units that rows name: whether anybody knows them, and whether they are this person's to write."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from netra.registry.imports.loading import Context
from netra.registry.models import Agency, OrgUnit

# The codes of agency and unit as a row names them; empty where it names none.
Place = tuple[str, str]


def agency_unknown(code: str) -> str:
    return _("Instansi “%s” tidak dikenal. Impor instansinya lebih dahulu.") % code[:60]


def unit_unknown(code: str) -> str:
    return _("Unit “%s” tidak dikenal pada instansi ini. Impor unitnya lebih dahulu.") % code[:60]


def place_faults(places: Sequence[Place], context: Context) -> list[list[str]]:
    """What speaks against each place; two statements for all of them. Of one that nobody knows nothing more is said."""
    agencies = set(Agency.objects.filter(code__in={agency for agency, _unit in places}).values_list("code", flat=True))
    named = OrgUnit.objects.filter(agency__code__in=agencies, code__in={unit for _agency, unit in places if unit})
    units = set(named.values_list("agency__code", "code"))

    def faults(agency: str, unit: str) -> list[str]:
        if not agency:
            return []
        if agency not in agencies:
            return [agency_unknown(agency)]
        unknown = [unit_unknown(unit)] if unit and (agency, unit) not in units else []
        return [fault for fault in (*unknown, context.out_of_reach(agency)) if fault]

    return [faults(*place) for place in places]
