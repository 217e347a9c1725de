"""Taking a report in hand: the row locked, the right asked, the step looked up in the table of states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.access import not_found, reporter_of, visible_to
from netra.intake.models import Report
from netra.intake.own_report import refuse_own
from netra.intake.sealing import Sealed, seal_of
from netra.intake.states import STEPS, State, citation, label
from netra.law.procedure import Step, find_step, steps_from
from netra.trust import access, trail
from netra.trust.actors import Actor
from netra.trust.acts import ACTS
from netra.trust.errors import NotFound, Refused
from netra.trust.models import User

Payload = Mapping[str, str | int | bool | None]


class StepForbidden(Refused):
    """The report is in a state in which this step is not possible."""


class Erased(Refused):
    """The content of the report was destroyed on its date; only the record of it is left."""


# How it ended is told to the reporter after the end.
_WRITES_TO_REPORTER = "intake.report_reply"


def claim(report_ref: str, *, by: Actor, act: str, at: datetime) -> Report:
    """The locked report, for an officer who may see it and may do this act.

    Fails with NotFound, NotAllowed, OwnReport, Erased or Sealed.
    """
    if not isinstance(by, User):
        raise NotFound(not_found())
    report = visible_to(by, on=timezone.localdate(at)).select_for_update().filter(ref=report_ref).first()
    if report is None:
        raise NotFound(not_found())
    access.require(by, act, region_code=report.handler_region_code, at=at)
    refuse_own(report, by)
    if act != _WRITES_TO_REPORTER and seal_of(by, report, on=timezone.localdate(at)).since:
        raise Sealed(
            _("Perkara laporan ini berakhir tanpa pelanggaran yang terbukti. Isinya disegel; pelapor masih disurati.")
        )
    return _whole(report)


def claim_own(report_ref: str, *, by: Actor, at: datetime) -> Report:
    """The locked report, for the reporter who proved its code. Fails with NotFound or Erased."""
    report = Report.objects.select_for_update().filter(ref=report_ref).first()
    if report is None or by != reporter_of(report):
        raise NotFound(_("Laporan itu tidak ada. Masuklah kembali dengan kode laporan Anda."))
    return _whole(report)


def step_or_refuse(report: Report, act: str, target: State | None = None) -> Step:
    """The step of the table for this act. Fails with StepForbidden, which names the state and what is possible."""
    step = find_step(STEPS, act=act, state=report.state, target=target)
    if step is None:
        raise StepForbidden(_why_forbidden(report, act))
    return step


def cited(report: Report, step: Step, at: datetime) -> str:
    """The article of the step, on the day on which it is done."""
    return citation(step, election_kind=report.election_kind, on=timezone.localdate(at))


def reopen(report: Report) -> None:
    """A report that had ended goes on: nothing of its end is left, not even the day of its erasure."""
    report.outcome_reason, report.outcome_explanation = "", ""
    report.closed_at, report.erase_date = None, None


def remember(report: Report, act: str, *, by: Actor, at: datetime, payload: Payload, citation: str = "") -> None:
    """The one event of an act on this report."""
    trail.record(
        chain=f"report:{report.ref}",
        verb=act,
        by=by,
        at=at,
        subject=f"report:{report.ref}",
        payload={"report": report.ref, **payload},
        citation=citation,
    )


def _whole(report: Report) -> Report:
    if report.erased_at is not None:
        raise Erased(_("Isi laporan ini sudah dimusnahkan sesuai jadwal; tidak ada lagi yang dapat diubah."))
    return report


def _why_forbidden(report: Report, act: str) -> str:
    possible = sorted({_(ACTS[step.act].label) for step in steps_from(STEPS, report.state)})
    return _("“%(act)s” tidak dapat dilakukan: laporan berstatus “%(state)s”. Yang dapat dilakukan: %(possible)s.") % {
        "act": _(ACTS[act].label),
        "state": label(State(report.state)),
        "possible": "; ".join(possible) or _("tidak ada lagi di sini; lihat perkaranya"),
    }
