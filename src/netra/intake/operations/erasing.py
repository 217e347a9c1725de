"""Erasure of a report on its date, by two people; and `report_erase`, which the room `cases` calls for its own.

What stays: the row with its codes and counts, the hashes of what is gone, the trail. What goes: the story, the people,
the messages, the letters, the evidence and the sealed identity.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.access import not_found
from netra.intake.copies import forget_sketch
from netra.intake.models import Report, ReportedPerson, ReportErasure, ReportEvidence, ReportMessage
from netra.intake.operations.claims import Payload, remember
from netra.intake.own_report import refuse_own
from netra.intake.sealing import called
from netra.intake.written_documents import refuse_names
from netra.letters.operations import letter_erase
from netra.letters.queries import letters_of
from netra.letters.states import LetterStatus
from netra.trust import access, evidence, identity
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.plain_text import one_line

REASON_LIMIT = 500


class ErasureRefused(Refused):
    """The report is not due for erasure, or the second person is the first one."""


def report_erase_request(*, report_ref: str, reason: str, by: Actor, at: datetime) -> ReportErasure:
    """Ask for the erasure of a report that ended without a case and whose date has come.

    Fails with NotFound, NotAllowed or ErasureRefused.
    """
    act = "intake.report_erase_request"
    with transaction.atomic():
        report = _claim(report_ref, act, by, at)
        _refuse_early(report, at)
        if ReportErasure.objects.filter(report=report, set_aside_at=None).exists():
            raise ErasureRefused(_("Pemusnahan laporan ini sudah diminta; tinggal disetujui orang kedua."))
        text = _reason(reason, report)
        request = ReportErasure.objects.create(
            report=report, reason=text, requested_by_ref=by.actor_ref, requested_at=at
        )
        remember(report, act, by=by, at=at, payload={"reason": text})
    return request


def report_erase_approve(*, report_ref: str, by: Actor, at: datetime) -> ReportErasure:
    """A second person erases the report. Fails with NotFound, NotAllowed or ErasureRefused."""
    act = "intake.report_erase_approve"
    with transaction.atomic():
        report = _claim(report_ref, act, by, at)
        request = _waiting(report)
        if request.requested_by_ref == by.actor_ref:
            raise ErasureRefused(_("Pemusnahan disetujui oleh orang kedua, bukan oleh yang memintanya."))
        # The database lets nobody overwrite anything before this is written.
        request.approved_by_ref, request.approved_at = by.actor_ref, at
        request.save(update_fields=["approved_by_ref", "approved_at"])
        request.destroyed = report_erase(report_ref=report_ref, by=by, at=at)
        request.save(update_fields=["destroyed"])
        payload: Payload = {
            "reason": request.reason,
            "evidence": len(request.destroyed["evidence"]),
            "letters": len(request.destroyed["letters"]),
        }
        remember(report, act, by=by, at=at, payload=payload)
    return request


def report_erase_refuse(*, report_ref: str, reason: str, by: Actor, at: datetime) -> ReportErasure:
    """A second person leaves the report as it is, with a reason; it may be asked for again.

    Fails with NotFound, NotAllowed or ErasureRefused.
    """
    act = "intake.report_erase_refuse"
    with transaction.atomic():
        report = _claim(report_ref, act, by, at)
        request = _waiting(report)
        if request.requested_by_ref == by.actor_ref:
            raise ErasureRefused(_("Yang menolak orang kedua. Permintaan Anda sendiri Anda tarik kembali."))
        text = _reason(reason, report)
        _set_aside(request, text, by, at)
        remember(report, act, by=by, at=at, payload={"reason": text})
    return request


def report_erase_withdraw(*, report_ref: str, by: Actor, at: datetime) -> ReportErasure:
    """Who asked takes it back before a second person did it. Fails with NotFound, NotAllowed or ErasureRefused."""
    act = "intake.report_erase_withdraw"
    with transaction.atomic():
        report = _claim(report_ref, act, by, at)
        request = _waiting(report)
        if request.requested_by_ref != by.actor_ref:
            raise ErasureRefused(
                _("Permintaan ditarik kembali oleh yang memintanya. Orang lain menolaknya dengan alasan.")
            )
        _set_aside(request, "", by, at)
        remember(report, act, by=by, at=at, payload={})
    return request


def report_erase(*, report_ref: str, by: Actor, at: datetime) -> dict[str, list[str]]:
    """Destroy the content of a report, inside the act of two people that asked who may; returns what is gone.

    Evidence and letters leave their own events; the act around it leaves the one that says why. Fails with NotFound.
    """
    report = Report.objects.select_for_update().filter(ref=report_ref).first()
    if report is None:
        raise NotFound(not_found())
    if report.erased_at is not None:
        return {"evidence": [], "letters": []}
    gone = {"evidence": _destroy_evidence(report, by, at), "letters": _destroy_letters(report, by, at)}
    identity.destroy(report.designation)
    ReportedPerson.objects.filter(report=report).delete()
    ReportMessage.objects.filter(report=report).update(body="")
    ReportEvidence.objects.filter(report=report).update(note="")
    report.what = report.place = report.how_known = report.other_evidence = report.outcome_explanation = ""
    forget_sketch(report)
    report.erased_at = at
    report.save()
    return gone


def report_people_erase(*, report_ref: str, who: Collection[tuple[str, str]]) -> None:
    """Take these people out of the report, by name and NIP, inside the act that erases who was cleared.

    Its story stays: it is about those of whom something was proven.
    """
    meant = frozenset().union(*(called(name, nip) for name, nip in who))
    people = ReportedPerson.objects.select_for_update().filter(report__ref=report_ref)
    about = [each.pk for each in people if not meant.isdisjoint(called(each.name, each.nip))]
    ReportedPerson.objects.filter(pk__in=about).delete()


def _reason(written: str, report: Report) -> str:
    """The trail keeps it for good, so it names nobody."""
    text = one_line(written)
    if not text or len(text) > REASON_LIMIT:
        raise ErasureRefused(_("Tulis alasannya, paling panjang %(limit)d huruf.") % {"limit": REASON_LIMIT})
    refuse_names(text, people=report.persons.values_list("name", flat=True))
    return text


def _waiting(report: Report) -> ReportErasure:
    waiting = ReportErasure.objects.select_for_update().filter(report=report, approved_at=None, set_aside_at=None)
    request = waiting.first()
    if request is None:
        raise ErasureRefused(_("Tidak ada permintaan pemusnahan yang menunggu persetujuan untuk laporan ini."))
    return request


def _set_aside(request: ReportErasure, reason: str, by: Actor, at: datetime) -> None:
    request.set_aside_by_ref, request.set_aside_at, request.set_aside_reason = by.actor_ref, at, reason
    request.save(update_fields=["set_aside_by_ref", "set_aside_at", "set_aside_reason"])


def _claim(report_ref: str, act: str, by: Actor, at: datetime) -> Report:
    report = Report.objects.select_for_update().filter(ref=report_ref, erased_at=None).first()
    if report is None:
        raise NotFound(not_found())
    access.require(by, act, region_code=report.handler_region_code, at=at)
    if isinstance(by, User):
        refuse_own(report, by)
    return report


def _refuse_early(report: Report, at: datetime) -> None:
    if report.erase_date is None:
        raise ErasureRefused(
            _("Laporan ini tidak mempunyai tanggal pemusnahan: masih ditangani, ditelusuri, atau menjadi perkara.")
        )
    if report.erase_date > timezone.localdate(at):
        raise ErasureRefused(
            _("Laporan ini baru boleh dimusnahkan mulai %(day)s, sesuai jadwal retensi.")
            % {"day": long_date(report.erase_date)}
        )


def _destroy_evidence(report: Report, by: Actor, at: datetime) -> list[str]:
    # The trail keeps the reason, so it is not translated.
    chain, reason = f"report:{report.ref}", "jadwal retensi laporan"
    items = [item for item in evidence.items_of(chain) if not item.is_destroyed]
    return [evidence.destroy(item.ref, by=by, at=at, chain=chain, reason=reason).sha256 for item in items]


def _destroy_letters(report: Report, by: Actor, at: datetime) -> list[str]:
    whole = [letter for letter in letters_of(f"report:{report.ref}") if letter.status != LetterStatus.ERASED]
    return [letter_erase(letter_ref=letter.ref, by=by, at=at).ref for letter in whole]
