"""report_identify: somebody who reported without a name gives it later, so that the report can be registered."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.intake.models import Report
from netra.intake.operations.claims import claim_own, remember
from netra.intake.states import Mode
from netra.intake.submission import Reporter
from netra.trust import identity
from netra.trust.actors import Actor, ReporterActor
from netra.trust.errors import Refused
from netra.trust.identity import Identity


class IdentifyRefused(Refused):
    """There is an identity already, or none was given."""


def report_identify(*, report_ref: str, reporter: Reporter, by: Actor, at: datetime) -> ReporterActor:
    """Seal who reports, under a new designation; returns the actor that the code stands for from now on.

    The way back is closed: a name once given can be destroyed with the report, but not made unknown. Fails with
    NotFound, IdentifyRefused or Erased.
    """
    with transaction.atomic():
        report = claim_own(report_ref, by=by, at=at)
        _refuse(report, reporter)
        report.designation = identity.seal(
            identity=Identity(name=reporter.name, contact=reporter.contact, address=reporter.address), at=at
        )
        report.mode, report.capacity = reporter.mode, reporter.capacity
        report.address_given = bool(reporter.address)
        report.save(update_fields=["designation", "mode", "capacity", "address_given"])
        remember(report, "intake.report_identify", by=by, at=at, payload={"mode": report.mode})
    return ReporterActor(report.designation)


def _refuse(report: Report, reporter: Reporter) -> None:
    if report.mode != Mode.ANONYMOUS:
        raise IdentifyRefused(_("Identitas pelapor sudah disegel. Untuk mengubahnya, tulis pesan kepada petugas."))
    if reporter.mode == Mode.ANONYMOUS or not reporter.name:
        raise IdentifyRefused(_("Pilih “rahasia” atau “dengan nama”, lalu tulis nama Anda."))
