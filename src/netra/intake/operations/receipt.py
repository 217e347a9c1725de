"""receipt_issue: the numbered receipt (tanda bukti penyampaian laporan) of the office that received the report.

It has no code: whoever finds the paper must not find the way in. The slip with the code is drawn on demand by
`queries.slip` and never stored. A receipt is a letter on the report's own chain: without a report there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from netra.intake.models import Report
from netra.intake.offices import office_agency
from netra.intake.operations.claims import claim, remember
from netra.intake.states import Channel, Kind, label
from netra.law.local_time import seen_from
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.operations import letter_issue
from netra.registry.regions import NATION, region_index
from netra.trust import evidence
from netra.trust.actors import Actor
from netra.trust.errors import Refused


class ReceiptRefused(Refused):
    """The receipt exists already, or the office has no letterhead yet."""


def receipt_issue(*, report_ref: str, signer: Mapping[str, str], by: Actor, at: datetime) -> Letter:
    """Number, sign and store the receipt, once per report.

    Fails with NotFound, NotAllowed, ReceiptRefused or Erased.
    """
    act = "intake.receipt_issue"
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        if report.receipt_letter_ref:
            raise ReceiptRefused(_("Tanda bukti laporan ini sudah terbit; unduh dari daftar surat laporan."))
        letter = letter_issue(
            kind=LetterKind.RECEIPT,
            agency_code=issuing_office(report),
            chain=f"report:{report.ref}",
            subject_ref=report.ref,
            data={**_data_in_indonesian(report), "signer": dict(signer)},
            by=by,
            at=at,
        )
        report.receipt_letter_ref = letter.ref
        report.save(update_fields=["receipt_letter_ref"])
        remember(report, act, by=by, at=at, payload={"letter": letter.ref, "number": letter.number})
    return letter


def issuing_office(report: Report) -> str:
    """The office under whose letterhead papers to this reporter leave. Fails with ReceiptRefused where it has none."""
    office = office_agency(report.handler_region_code)
    if office is None:
        raise ReceiptRefused(
            _(
                "Kantor Bawaslu untuk wilayah %(region)s belum terdaftar sebagai instansi, sehingga surat tidak "
                "mempunyai kop. Daftarkan kantor itu dahulu."
            )
            % {"region": report.handler_region_code}
        )
    return office.code


def _data_in_indonesian(report: Report) -> dict[str, object]:
    """An official paper is in Indonesian, whatever language the officer who issues it reads."""
    with translation.override("id"):
        return _data(report)


def _data(report: Report) -> dict[str, object]:
    received = seen_from(report.handler_region_code, report.received_at)
    items = evidence.items_of(f"report:{report.ref}")
    return {
        "report_ref": report.ref,
        "reporter_designation": report.designation,
        "received_date": received.date(),
        "received_time": received.strftime("%H.%M %Z"),
        "channel": label(Channel(report.channel)),
        "summary": _summary(report),
        "evidence": [_("%(ref)s, SHA-256 %(sha)s") % {"ref": item.ref, "sha": item.sha256} for item in items],
        "next_steps": _(
            "Petugas memeriksa syarat formal dan materiel. Perkembangannya dapat dibaca dengan kode laporan."
        ),
    }


def _summary(report: Report) -> str:
    """What the report is about without naming anybody: the paper leaves the house."""
    kind = label(Kind(report.kind))
    if report.region_code == NATION:
        return _("%(kind)s, tidak di satu provinsi.") % {"kind": kind}
    place = region_index().at(report.region_code, report.received_date).region.full_name
    return _("%(kind)s di %(place)s.") % {"kind": kind, "place": place}
