"""Meja tanya: who asked is erased on the date of the question, by two people.

What goes: the question as it was written, the messages of both sides, why it was turned away, the sealed identity.
What stays: the written answers and their letters, which name nobody, the codes and days of the question, the trail.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.advisory_checks import AdvisoryRefused, demand, without_person
from netra.prevention.models import AdvisoryErasure, AdvisoryMessage, AdvisoryQuestion
from netra.prevention.operations.advisory_asking import claimed, tell
from netra.trust import identity
from netra.trust.erased_words import ERASED
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.plain_text import one_line

REQUEST, APPROVE = "prevention.advisory_erase_request", "prevention.advisory_erase_approve"
REFUSE, WITHDRAW = "prevention.advisory_erase_refuse", "prevention.advisory_erase_withdraw"
REASON_LIMIT = 500


def advisory_erase_request(*, advisory_ref: str, reason: str, by: User, at: datetime) -> AdvisoryErasure:
    """Ask for the erasure of who asked, once its date has come. Fails with NotFound, NotAllowed or AdvisoryRefused."""
    with transaction.atomic():
        question = _claimed(advisory_ref, REQUEST, by, at)
        _refuse_early(question, at)
        demand(
            not question.erasures.filter(set_aside_at=None).exists(),
            _("Penghapusan pertanyaan ini sudah diminta; tinggal disetujui orang kedua."),
        )
        text = _reason(reason)
        asked = AdvisoryErasure.objects.create(
            question=question, reason=text, requested_by_ref=by.actor_ref, requested_at=at
        )
        tell(question, REQUEST, by, at, reason=text)
    return asked


def advisory_erase_approve(*, advisory_ref: str, by: User, at: datetime) -> AdvisoryErasure:
    """A second person erases who asked. Fails with NotFound, NotAllowed or AdvisoryRefused."""
    with transaction.atomic():
        question = _claimed(advisory_ref, APPROVE, by, at)
        asked = _waiting(question)
        demand(
            asked.requested_by_ref != by.actor_ref,
            _("Penghapusan disetujui oleh orang kedua, bukan oleh yang memintanya."),
        )
        # An answer that was given anew since has moved the date.
        _refuse_early(question, at)
        # The database lets nobody overwrite anything before this is written.
        asked.approved_by_ref, asked.approved_at = by.actor_ref, at
        asked.save(update_fields=["approved_by_ref", "approved_at"])
        _erase(question, at)
        tell(question, APPROVE, by, at, reason=asked.reason)
    return asked


def advisory_erase_refuse(*, advisory_ref: str, reason: str, by: User, at: datetime) -> AdvisoryErasure:
    """A second person leaves the question as it is, with a reason; it may be asked for again.

    Fails with NotFound, NotAllowed or AdvisoryRefused.
    """
    with transaction.atomic():
        question = _claimed(advisory_ref, REFUSE, by, at)
        asked = _waiting(question)
        demand(
            asked.requested_by_ref != by.actor_ref,
            _("Yang menolak ialah orang kedua. Tarik kembali permintaan Anda sendiri."),
        )
        text = _reason(reason)
        _set_aside(asked, text, by, at)
        tell(question, REFUSE, by, at, reason=text)
    return asked


def advisory_erase_withdraw(*, advisory_ref: str, by: User, at: datetime) -> AdvisoryErasure:
    """Who asked for it takes it back before a second person did it.

    Fails with NotFound, NotAllowed or AdvisoryRefused.
    """
    with transaction.atomic():
        question = _claimed(advisory_ref, WITHDRAW, by, at)
        asked = _waiting(question)
        demand(
            asked.requested_by_ref == by.actor_ref,
            _("Permintaan ditarik kembali oleh yang memintanya. Orang lain menolaknya dengan alasan."),
        )
        _set_aside(asked, "", by, at)
        tell(question, WITHDRAW, by, at)
    return asked


def _claimed(ref: str, act: str, by: User, at: datetime) -> AdvisoryQuestion:
    question, _agency = claimed(ref, act, by=by, at=at)
    demand(question.erased_at is None, _("Pertanyaan ini sudah dihapus."))
    return question


def _refuse_early(question: AdvisoryQuestion, at: datetime) -> None:
    if question.erase_date is None:
        raise AdvisoryRefused(_("Pertanyaan ini belum dijawab, jadi belum mempunyai tanggal penghapusan."))
    demand(
        question.erase_date <= localdate(at),
        _("Pertanyaan ini baru boleh dihapus mulai %(day)s, sesuai jadwal retensi.")
        % {"day": long_date(question.erase_date)},
    )


def _reason(written: str) -> str:
    """The trail keeps it for good, so it names nobody."""
    text = one_line(written)
    demand(
        0 < len(text) <= REASON_LIMIT,
        _("Tulis alasannya, paling panjang %(limit)d huruf.") % {"limit": REASON_LIMIT},
    )
    return without_person(text, _("Alasan"))


def _waiting(question: AdvisoryQuestion) -> AdvisoryErasure:
    asked = question.erasures.select_for_update().filter(approved_at=None, set_aside_at=None).first()
    if asked is None:
        raise AdvisoryRefused(_("Tidak ada permintaan penghapusan yang menunggu persetujuan untuk pertanyaan ini."))
    return asked


def _set_aside(asked: AdvisoryErasure, reason: str, by: User, at: datetime) -> None:
    asked.set_aside_by_ref, asked.set_aside_at, asked.set_aside_reason = by.actor_ref, at, reason
    asked.save(update_fields=["set_aside_by_ref", "set_aside_at", "set_aside_reason"])


def _erase(question: AdvisoryQuestion, at: datetime) -> None:
    identity.destroy(question.designation)
    AdvisoryMessage.objects.filter(question=question).update(body="")
    question.text, question.erased_at = "", at
    if question.turned_explanation:
        question.turned_explanation = ERASED
    question.save(update_fields=["text", "turned_explanation", "erased_at"])
