"""The agencies that a case goes past: those of the superiors who are reported for pressure.

The report knows them, also those named after the registration; the case repeats the first of them.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from netra.cases.models import Case
from netra.intake import access as intake
from netra.intake import queries
from netra.intake.models import Report
from netra.trust.errors import Refused


class BypassOpen(Refused):
    """Nobody has said yet which agency must not see the matter."""


def bypassed(case: Case) -> frozenset[str]:
    """The codes of the agencies that must never see this case."""
    return frozenset({*queries.bypassed(case.report_ref), case.bypass_agency_code} - {""})


def past(agencies: Collection[str], *, case: str = "") -> Q:
    """The condition of cases that go past one of these agencies; `case` leads there from the table that is asked."""
    reports = Report.objects.filter(intake.past(agencies), ref=OuterRef(f"{case}report_ref"))
    return Q(**{f"{case}bypass_agency_code__in": sorted(agencies)}) | Q(Exists(reports))


def refuse_open(report_ref: str) -> None:
    """Refuse to go on while a report of pressure does not say which agencies it is kept from."""
    if report_ref and queries.bypass_is_open(report_ref):
        raise BypassOpen(
            _(
                "Laporan %(report)s tentang tekanan atasan, dan instansi atasannya belum dipastikan. Laporan ini "
                "tidak boleh terlihat oleh instansi itu. Buka laporannya dan tetapkan instansi atasan lebih dulu."
            )
            % {"report": report_ref}
        )
