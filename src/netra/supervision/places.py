"""The names of the agencies and units that are watched, asked once for many."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netra.registry.models import OrgUnit
from netra.registry.queries import agency_names


class Places:
    """Names of a day by agency and unit; no unit means the whole agency."""

    def __init__(self, wanted: Iterable[tuple[str, str]], *, on: date) -> None:
        pairs = set(wanted)
        agencies = {agency for agency, _unit in pairs}
        units = {unit for _agency, unit in pairs if unit}
        found = OrgUnit.objects.filter(agency__code__in=agencies, code__in=units) if units else OrgUnit.objects.none()
        self._agencies = agency_names(agencies, on=on) if agencies else {}
        self._units = {(row[0], row[1]): row[2] for row in found.values_list("agency__code", "code", "name")}

    def name(self, agency_code: str, unit_code: str = "") -> str:
        """Dinas Perhubungan, Pemerintah Kota Jambi."""
        agency = self._agencies.get(agency_code, agency_code)
        return f"{self._units.get((agency_code, unit_code), unit_code)}, {agency}" if unit_code else agency
