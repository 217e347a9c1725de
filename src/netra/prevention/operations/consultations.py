"""Konsultasi: a question to an outside body, its answer with a paper, or its withdrawal with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.meeting_access import CONSULTATION_PREFIX, consultation_for
from netra.prevention.meeting_checks import MeetingRefused, checked_answer, checked_consultation, checked_reason
from netra.prevention.meeting_entries import AnswerEntry, ConsultationEntry
from netra.prevention.meeting_states import ConsultationState
from netra.prevention.models import Consultation
from netra.registry.queries import agency_on
from netra.trust import evidence
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import Value, record

ASK = "prevention.consultation_ask"
ANSWER = "prevention.consultation_answer"
WITHDRAW = "prevention.consultation_withdraw"


def consultation_ask(*, entry: ConsultationEntry, by: User, at: datetime) -> Consultation:
    """Write down what a body was asked, and when. Fails with MeetingRefused, NotFound, NotAllowed."""
    today = localdate(at)
    entry = checked_consultation(entry, today=today)
    with transaction.atomic():
        require_for(by, ASK, agency_on(entry.agency_code, today), at=at, on=today)
        consultation = Consultation.objects.create(
            ref=new_ref(CONSULTATION_PREFIX, at),
            agency_code=entry.agency_code,
            body=entry.body,
            place=entry.place,
            subject=entry.subject,
            question=entry.question,
            asked_date=entry.asked_date,
            state=ConsultationState.ASKED,
        )
        _tell(consultation, ASK, by, at, date=entry.asked_date.isoformat())
    return consultation


def consultation_answer(*, consultation_ref: str, entry: AnswerEntry, by: User, at: datetime) -> Consultation:
    """Write down the answer, by whom and when, with its paper. An answer never changes; ask again instead."""
    today = localdate(at)
    with transaction.atomic():
        consultation = _waiting(consultation_ref, ANSWER, by, at)
        entry = checked_answer(entry, asked=consultation.asked_date, today=today)
        if entry.paper is not None:
            consultation.paper_ref = evidence.receive(
                content=entry.paper.content,
                original_name=entry.paper.name,
                by=by,
                at=at,
                chain=consultation.chain,
                note=consultation.ref,
            ).ref
        consultation.state = ConsultationState.ANSWERED
        consultation.answer, consultation.answered_by = entry.answer, entry.answered_by
        consultation.answered_date = entry.answered_date
        consultation.save()
        _tell(consultation, ANSWER, by, at, date=entry.answered_date.isoformat(), evidence=consultation.paper_ref)
    return consultation


def consultation_withdraw(*, consultation_ref: str, reason: str, by: User, at: datetime) -> Consultation:
    """No answer is waited for any more; the reason stays."""
    with transaction.atomic():
        consultation = _waiting(consultation_ref, WITHDRAW, by, at)
        consultation.withdrawn_reason = checked_reason(reason, _("Penarikan memerlukan alasan tertulis."))
        consultation.state = ConsultationState.WITHDRAWN
        consultation.save()
        _tell(consultation, WITHDRAW, by, at)
    return consultation


def _waiting(ref: str, act: str, by: User, at: datetime) -> Consultation:
    """The consultation, locked, while its answer is waited for."""
    seen = consultation_for(by, ref, on=localdate(at))
    consultation = Consultation.objects.select_for_update().get(pk=seen.pk)
    require_for(by, act, agency_on(consultation.agency_code, localdate(at)), at=at, on=localdate(at))
    if consultation.state == ConsultationState.ANSWERED:
        raise MeetingRefused(_("Konsultasi ini sudah dijawab; jawaban tidak berubah. Bertanyalah lagi bila perlu."))
    if consultation.state == ConsultationState.WITHDRAWN:
        raise MeetingRefused(_("Konsultasi ini sudah ditarik. Buat konsultasi baru."))
    return consultation


def _tell(consultation: Consultation, act: str, by: User, at: datetime, **more: Value) -> None:
    record(
        chain=consultation.chain,
        verb=act,
        by=by,
        at=at,
        subject=f"consultation:{consultation.ref}",
        payload={"consultation": consultation.ref, **more},
    )
