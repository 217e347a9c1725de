"""A written answer is cited: by an officer who found that it was followed, or by the accused in his own answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import handling_agency
from netra.cases.models import CitedAdvice, Party
from netra.cases.operations.claim import ActRefused, claim_open, party_of
from netra.prevention.fingerprints import of_words
from netra.prevention.meeting_access import consultations_visible_to, is_consultation
from netra.prevention.models import AdvisoryAnswer, CitedConsultation
from netra.prevention.queries import advice_by_number, advice_unknown, may_read_advice
from netra.trust.access import role_scope
from netra.trust.actors import Actor
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.trail import Value, record

CITE = "cases.advice_cite"


def advice_cite(
    *, case_ref: str, party: int, number: str, note: str, by: User, at: datetime
) -> CitedAdvice | CitedConsultation:
    """Cite an answer for one accused, with why it is about what he did. What it then weighs is derived.

    `number`: of an answer of the advisory desk, or the reference (KSL-…) of a consultation of the officer's own
    agencies, which an outside body has answered; that one weighs nothing by itself.

    An officer cites what is published, what his own desk answered, and what the accused cited himself. An answer that
    said no is cited by the appointing authority alone. Fails with NotFound, NotAllowed, WrongState, ActRefused or
    AdviceUnknown.
    """
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act=CITE, at=at)
        accused = party_of(case, party, by=by, on=localdate(at))
        if is_consultation(number):
            return _cite_consultation(accused, number, note.strip(), by, at)
        answer = advice_by_number(number)
        claimed = CitedAdvice.objects.filter(party=accused, answer=answer, by_accused=True).exists()
        if not claimed and not may_read_advice(by, answer, on=localdate(at)):
            raise advice_unknown(number)
        if answer.is_forbidding and not _decides(by, accused, at):
            raise ActRefused(
                _(
                    "Jawaban itu menyatakan tidak boleh. Hanya pejabat pembina kepegawaian yang dapat mengutipnya, "
                    "sebagai hal yang memberatkan; bertanya sebelum bertindak tidak boleh menjerat penanyanya."
                )
            )
        if not note.strip():
            raise ActRefused(_("Tuliskan mengapa jawaban itu menyangkut perbuatan ini: faktanya sama, dan diikuti."))
        if CitedAdvice.objects.filter(party=accused, answer=answer, by_accused=False).exists():
            raise ActRefused(_("Jawaban itu sudah dikutip petugas untuk terlapor ini."))
        cited = _cite(accused, answer, note.strip(), by, at)
        _tell(accused, answer.ref, cited.note, by, at)
    return cited


def claim_advice(accused: Party, number: str, *, by: Actor, at: datetime) -> str:
    """Keep that the accused says he followed an answer; its reference, or "" where he named none or named it before.

    Within the transaction of his answer, whose event tells of it. Fails with AdviceUnknown.
    """
    if not number.strip():
        return ""
    answer = advice_by_number(number)
    if CitedAdvice.objects.filter(party=accused, answer=answer, by_accused=True).exists():
        return ""
    CitedAdvice.objects.create(party=accused, answer=answer, by_accused=True, author_ref=by.actor_ref, cited_at=at)
    return answer.ref


def _cite(accused: Party, answer: AdvisoryAnswer, note: str, by: User, at: datetime) -> CitedAdvice:
    return CitedAdvice.objects.create(
        party=accused, answer=answer, by_accused=False, note=note, author_ref=by.actor_ref, cited_at=at
    )


def _cite_consultation(accused: Party, ref: str, note: str, by: User, at: datetime) -> CitedConsultation:
    """Whoever may not read it is told the same as where there is none; an answer is cited, not a question."""
    consultation = consultations_visible_to(by, on=localdate(at)).filter(ref=ref.strip().upper()).first()
    if consultation is None:
        raise advice_unknown(ref)
    if consultation.answered_date is None:
        raise ActRefused(_("Konsultasi itu belum dijawab. Catat dahulu jawabannya, lalu kutip di sini."))
    if not note:
        raise ActRefused(_("Tuliskan mengapa jawaban konsultasi itu menyangkut perbuatan ini."))
    place = {"case_ref": accused.case.ref, "party": accused.ordinal, "consultation": consultation}
    if CitedConsultation.objects.filter(**place).exists():
        raise ActRefused(_("Jawaban itu sudah dikutip petugas untuk terlapor ini."))
    cited = CitedConsultation.objects.create(**place, note=note, author_ref=by.actor_ref, cited_at=at)
    _tell(accused, consultation.ref, note, by, at)
    return cited


def _tell(accused: Party, cited_ref: str, note: str, by: User, at: datetime) -> None:
    case = accused.case
    payload: dict[str, Value] = {"case": case.ref, "party": accused.ordinal, "advice": cited_ref}
    payload["sha256"] = of_words(note)
    record(chain=case.chain, verb=CITE, by=by, at=at, subject=case.chain, payload=payload)


def _decides(by: User, accused: Party, at: datetime) -> bool:
    scope = role_scope(by, (Role.APPOINTING_AUTHORITY,), on=localdate(at))
    return scope.covers(agency_code=handling_agency(accused))
