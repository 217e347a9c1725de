"""evidence_read: either side opens a file of the report, and the trail says who."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.access import not_found, report_for, reporter_of
from netra.intake.models import Report, ReportEvidence
from netra.intake.sealing import Sealed, seal_of
from netra.trust import evidence
from netra.trust.actors import Actor
from netra.trust.errors import NotFound
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file as it was received."""

    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)


def evidence_read(*, report_ref: str, evidence_ref: str, by: Actor, at: datetime) -> OpenedFile:
    """The original of a file of this report, bit by bit, for its reporter or an officer who may see it.

    Fails with NotFound, NotAllowed, Sealed or trust.evidence.EvidenceDamaged.
    """
    with transaction.atomic():
        report = _report(report_ref, by, at)
        added = ReportEvidence.objects.filter(report=report, evidence_ref=evidence_ref).first()
        if added is None:
            raise NotFound(_("Berkas itu tidak ada pada laporan ini."))
        if isinstance(by, User) and seal_of(by, report, on=timezone.localdate(at)).covers(added.added_at):
            raise Sealed(_("Perkara laporan ini berakhir tanpa pelanggaran yang terbukti; berkasnya disegel."))
        content = evidence.open_original(evidence_ref, by=by, at=at, chain=f"report:{report.ref}")
        item = evidence.item(evidence_ref)
    return OpenedFile(evidence.original_name(item), item.media_type, content)


def _report(report_ref: str, by: Actor, at: datetime) -> Report:
    if isinstance(by, User):
        return report_for(by, report_ref, on=timezone.localdate(at))
    report = Report.objects.filter(ref=report_ref).first()
    if report is None or by != reporter_of(report):
        raise NotFound(not_found())
    return report
