"""Who may see which report. Fetching is authorising: a stranger gets NotFound, as for what is not there.

Officers see the reports of their office's region, auditors all of them, and whoever holds the code sees their own.
Whoever is reported is told that there is a report and why it is closed to him (`own_report`).
People of an agency that a report is kept from never see it, whatever other role they hold: whoever serves an office of
the election supervisor or the oversight body works for that agency. Nor does who is recused from the case it became.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.intake.models import AlsoBypassed, KeptFrom, Report
from netra.intake.own_report import may_be_reported, refuse_own
from netra.law.bodies import oversight_body
from netra.registry.models import Agency
from netra.registry.states import AgencyKind
from netra.trust.access import Person, role_scope, scope_of
from netra.trust.actors import ReporterActor
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy, written_once

VIEW = "intake.report_view"
# Acts by which somebody works for an agency: what is kept from the agency is kept from them.
_SUPERVISORS = (Role.INTAKE_OFFICER, Role.PLENARY_MEMBER)
_ACTS_FOR_AN_AGENCY = ("sanctions.proceeding_open", "sanctions.decision_make")


def visible_to(user: Person, *, on: date) -> QuerySet[Report]:
    """The reports this person may read on that day."""
    return _seen_by(user, on=on) if isinstance(user, User) else Report.objects.none()


@written_once
def _seen_by(user: User, *, on: date) -> QuerySet[Report]:
    scope = scope_of(user, VIEW, on=on)
    reports = Report.objects.filter(scope.where(region="handler_region_code", agency=None))
    own_agencies = frozenset[str]().union(*(scope_of(user, act, on=on).agencies for act in _ACTS_FOR_AN_AGENCY))
    reports = reports.exclude(pk__in=KeptFrom.objects.filter(user=user).values("report_id"))
    offices = offices_served(user, on=on)
    if offices is not None:
        reports = reports.exclude(ref__in=kept_from(offices))
    return reports.exclude(past(own_agencies)) if own_agencies else reports


def offices_served(user: User, *, on: date) -> QuerySet[Agency] | None:
    """The offices for which somebody works by a role over a place; None where for none. To be part of another query.

    An officer or plenary member serves the office of each region of his grants; an analyst the body that oversees
    neutrality on that day.
    """
    supervisor = role_scope(user, _SUPERVISORS, on=on)
    served = Q(pk__in=())
    if not supervisor.is_empty:
        regions = {".".join(code.split(".")[:2]) for code in supervisor.provinces | supervisor.regions}
        served |= Q(kind=AgencyKind.ELECTION_SUPERVISOR, region_code__in=sorted(regions))
    oversees = not role_scope(user, (Role.OVERSIGHT_ANALYST,), on=on).is_empty
    if oversees:
        served |= Q(code=oversight_body(on).code)
    return None if supervisor.is_empty and not oversees else Agency.objects.filter(served)


def kept_from(offices: QuerySet[Agency]) -> QuerySet[Any, Any]:
    """The references of the reports that one of these offices must never see: few, and found by their own indexes."""
    codes = offices.values("code")
    first = Report.objects.filter(bypass_agency_code__gt="", bypass_agency_code__in=codes).values("ref")
    return first.union(AlsoBypassed.objects.filter(agency_code__in=codes).values("report__ref"), all=True)


def opens_identity(user: User, report_ref: str, on: date) -> bool:
    """Whether this officer may learn who reported: he writes to reporters of that place, and reads the report that day;
    recused, reported himself, moved or routed past, he does not.
    """
    replies = scope_of(user, "intake.report_reply", on=on).where(region="handler_region_code", agency=None)
    report = visible_to(user, on=on).filter(replies, ref=report_ref).first()
    return report is not None and not may_be_reported(report, user)


def past(agencies: Collection[str]) -> Q:
    """The condition of reports that go past one of these agencies, or past one that nobody has named yet."""
    codes = sorted(agencies)
    also = AlsoBypassed.objects.filter(report=OuterRef("pk"), agency_code__in=codes)
    return Q(bypass_open=True) | Q(bypass_agency_code__in=codes) | Q(Exists(also))


_ONE = AskedAgainBy(lambda user, on, ref: visible_to(user, on=on).filter(ref=ref))


def report_for(user: Person, report_ref: str, *, on: date) -> Report:
    """One report, if this person may read it. Fails with NotFound, or OwnReport."""
    if not isinstance(user, User):
        raise NotFound(not_found())
    report = _ONE.first(user, on=on, ref=report_ref)
    if report is None:
        raise NotFound(not_found())
    refuse_own(report, user)
    return report


def report_of_code(fingerprint: str) -> Report | None:
    """The report whose code has this fingerprint: for `trust.senders.by_code`, which counts wrong ones."""
    return Report.objects.filter(code_fingerprint=fingerprint).first()


def own_report(report_ref: str, *, by: ReporterActor) -> Report:
    """The report of somebody whose code was checked a moment ago, as the door remembers. Fails with NotFound."""
    report = Report.objects.filter(ref=report_ref).first()
    if report is None or by != reporter_of(report):
        raise NotFound(not_found())
    return report


def reporter_of(report: Report) -> ReporterActor:
    """Whoever proved the code of this report, as an actor."""
    return ReporterActor(report.designation)


def not_found() -> str:
    return _("Laporan itu tidak ada atau bukan wilayah Anda.")
