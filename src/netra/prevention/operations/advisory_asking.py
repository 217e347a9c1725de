"""Meja tanya: a question about a planned act comes in, without an account; both sides write to each other."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.advisory_access import advisory_for, answering_agency, own_question
from netra.prevention.advisory_checks import AdvisoryRefused, checked_message, checked_question
from netra.prevention.advisory_codes import advisory_code, form_of
from netra.prevention.advisory_entries import AdvisoryEntry
from netra.prevention.advisory_planned import engine_answer, kept
from netra.prevention.advisory_states import AdvisorySide, AdvisoryState
from netra.prevention.advisory_words import words_of_question
from netra.prevention.fingerprints import of_words
from netra.prevention.models import AdvisoryMessage, AdvisoryQuestion
from netra.registry.queries import agency_on
from netra.trust import codes, identity
from netra.trust.access import NotAllowed
from netra.trust.actors import Actor, AskerActor
from netra.trust.errors import Refused
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.senders import grows
from netra.trust.sending import sheet
from netra.trust.trail import Value, record

ASK, WRITE, REPLY = "prevention.advisory_ask", "prevention.advisory_write", "prevention.advisory_reply"
# A whole office may sit behind one address.
QUESTIONS_A_DAY = 50


class TooManyQuestions(Refused):
    """One connection has asked as much as a day allows; what was written is kept by the form."""


def advisory_ask(*, entry: AdvisoryEntry, secret: str, sender: str, at: datetime) -> AdvisoryQuestion:
    """Somebody asks before acting. Nobody is `by`: the asker becomes an actor, known by a designation, by this act.

    Sending again with the same secret gives the same question, and `advisory_code` the same code. An identity is
    stored only where it was given, sealed. Fails with AdvisoryRefused, TooManyQuestions or WeakSecret; then nothing is
    stored.
    """
    fingerprint = form_of(secret)
    try:
        with transaction.atomic():
            return sent_question(fingerprint) or _store(entry, secret, fingerprint, sender, at)
    except IntegrityError:
        # Another thread sent the same form at this moment and won; its question is the one.
        winner = sent_question(fingerprint)
        if winner is None:
            raise
        return winner


def sent_question(fingerprint: str) -> AdvisoryQuestion | None:
    """The question that the form of this fingerprint became, if it was sent."""
    return AdvisoryQuestion.objects.filter(idempotency_key=fingerprint).first()


def advisory_write(*, advisory_ref: str, body: str, token: str, by: AskerActor, at: datetime) -> AdvisoryMessage:
    """The asker writes to the desk. `token` comes with the form: the same words with it twice are one message.

    Fails with NotFound or AdvisoryRefused.
    """
    with transaction.atomic():
        seen = own_question(advisory_ref, by=by)
        question = AdvisoryQuestion.objects.select_for_update().get(pk=seen.pk)
        return _write(question, AdvisorySide.ASKER, WRITE, body, token, by, at)


def advisory_reply(*, advisory_ref: str, body: str, token: str, by: User, at: datetime) -> AdvisoryMessage:
    """An officer asks back, or says something that is no answer. Fails with NotFound, NotAllowed or AdvisoryRefused."""
    with transaction.atomic():
        question, _agency = claimed(advisory_ref, REPLY, by=by, at=at)
        return _write(question, AdvisorySide.OFFICER, REPLY, body, token, by, at)


def claimed(ref: str, act: str, *, by: User, at: datetime) -> tuple[AdvisoryQuestion, str]:
    """The question, locked, and the agency for which this officer answers it. Fails with NotFound or NotAllowed."""
    on = localdate(at)
    seen = advisory_for(by, ref, on=on)
    code = answering_agency(by, seen, on=on)
    if not code:
        raise NotAllowed(_("Anda dapat membaca pertanyaan ini, tetapi tidak menjawabnya."))
    require_for(by, act, agency_on(code, on), at=at, on=on)
    return AdvisoryQuestion.objects.select_for_update().get(pk=seen.pk), code


def refuse_erased(question: AdvisoryQuestion) -> None:
    """Nobody writes about a question of which the person is gone. Fails with AdvisoryRefused."""
    if question.erased_at is not None:
        raise AdvisoryRefused(
            _("Pertanyaan ini dan penanyanya sudah dihapus sesuai jadwal retensi. Ajukan pertanyaan baru.")
        )


def tell(question: AdvisoryQuestion, act: str, by: Actor, at: datetime, **more: Value) -> None:
    """One event about a question, in its own chain."""
    record(
        chain=question.chain,
        verb=act,
        by=by,
        at=at,
        subject=question.chain,
        payload={"advisory": question.ref, **more},
    )


def _store(entry: AdvisoryEntry, secret: str, fingerprint: str, sender: str, at: datetime) -> AdvisoryQuestion:
    today = localdate(at)
    entry = checked_question(entry, today=today)
    if not grows(sender, "advisory", begun=1, most_begun=QUESTIONS_A_DAY, at=at):
        raise TooManyQuestions(
            _(
                "Dari sambungan ini sudah diajukan %d pertanyaan hari ini. Yang Anda tulis tetap ada di halaman ini. "
                "Coba lagi besok, atau pakai sambungan lain."
            )
            % QUESTIONS_A_DAY
        )
    answer = engine_answer(planned := kept(entry.planned), entry.planned_date)
    who = entry.identity
    question = AdvisoryQuestion.objects.create(
        ref=new_ref("TNY", at),
        code_fingerprint=codes.fingerprint(advisory_code(secret)),
        idempotency_key=fingerprint,
        designation=identity.seal(identity=who, at=at, prefix=identity.ASKER) if who else new_ref(identity.ASKER, at),
        named=who is not None,
        agency_code=entry.agency_code,
        text=entry.text,
        planned_date=entry.planned_date,
        planned=planned,
        engine_verdict=answer.verdict.value if answer else "",
        engine_sources=[str(source) for source in answer.sources] if answer else [],
        asked_at=at,
        asked_date=today,
    )
    tell(
        question,
        ASK,
        AskerActor(question.designation),
        at,
        agency=question.agency_code,
        named=question.named,
        verdict=question.engine_verdict,
        sha256=of_words(words_of_question(question)),
    )
    return question


def _write(
    question: AdvisoryQuestion, side: AdvisorySide, act: str, body: str, token: str, by: Actor, at: datetime
) -> AdvisoryMessage:
    """The row of the question is locked, so a second sending of the same sheet finds the first one."""
    text = checked_message(body)
    written = sheet(token, text)
    sent_before = AdvisoryMessage.objects.filter(question=question, token=written).first()
    if sent_before is not None:
        return sent_before
    refuse_erased(question)
    if question.state == AdvisoryState.TURNED_AWAY:
        raise AdvisoryRefused(_("Pertanyaan ini tidak dijawab di sini. Ajukan pertanyaan baru bila rencananya lain."))
    message = AdvisoryMessage.objects.create(
        question=question, side=side, body=text, author_ref=by.actor_ref, sent_at=at, token=written
    )
    tell(question, act, by, at, sha256=of_words(text))
    return message
