"""Meja tanya: the written answer with its articles and its letter, a later one in its place, or why there is none."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.prevention.advisory_articles import choices_on
from netra.prevention.advisory_checks import checked_answer, checked_explanation, demand
from netra.prevention.advisory_entries import AdviceEntry
from netra.prevention.advisory_letters import advice_data
from netra.prevention.advisory_states import AdvisoryState, TurnAwayReason
from netra.prevention.advisory_words import words_of_answer
from netra.prevention.fingerprints import of_words
from netra.prevention.models import AdvisoryAnswer, AdvisoryQuestion
from netra.prevention.operations.advisory_asking import claimed, refuse_erased, tell
from netra.registry.queries import erasure_day
from netra.trust.models import User
from netra.trust.refs import new_ref

ANSWER, TURN_AWAY = "prevention.advisory_answer", "prevention.advisory_turn_away"


def advisory_answer(*, advisory_ref: str, entry: AdviceEntry, after: int = 0, by: User, at: datetime) -> AdvisoryAnswer:
    """Answer a question, or answer it anew because the law or the facts changed; the earlier answer stays.

    `after` is the ordinal of the answer that the officer had before him, 0 for none: two officers at once make one
    answer. The law is that of the planned day, or of today where none was named. Fails with NotFound, NotAllowed,
    AdvisoryRefused or what the letter is refused for.
    """
    today = localdate(at)
    with transaction.atomic():
        question, agency_code = claimed(advisory_ref, ANSWER, by=by, at=at)
        refuse_erased(question)
        demand(
            question.state != AdvisoryState.TURNED_AWAY,
            _("Pertanyaan ini sudah dinyatakan tidak dijawab di sini; itu tidak berubah."),
        )
        earlier = question.answers.order_by("-ordinal").first()
        demand(
            after == (earlier.ordinal if earlier else 0),
            _("Sementara itu petugas lain sudah menjawab pertanyaan ini. Muat ulang halamannya dan baca jawabannya."),
        )
        law_date = question.planned_date or today
        choices = choices_on(law_date, question.planned)
        entry = checked_answer(entry, choices=choices, replaces=earlier is not None)
        answer = AdvisoryAnswer(
            ref=new_ref("JWB", at),
            question=question,
            ordinal=(earlier.ordinal if earlier else 0) + 1,
            verdict=entry.verdict,
            matter=entry.matter,
            text=entry.text,
            articles=[
                {"code": code, "label": found.label, "citation": found.citation, "is_unverified": found.is_unverified}
                for code, found in ((code, choices[code]) for code in entry.articles)
            ],
            condition=entry.condition,
            law_date=law_date,
            reason=entry.reason,
            agency_code=agency_code,
            answered_at=at,
            answered_date=today,
            author_ref=by.actor_ref,
        )
        _issue(answer, earlier, by, at)
        question.state, question.erase_date = AdvisoryState.ANSWERED, erasure_day(agency_code, today)
        question.save(update_fields=["state", "erase_date"])
        tell(
            question,
            ANSWER,
            by,
            at,
            ordinal=answer.ordinal,
            verdict=answer.verdict,
            letter=answer.letter_ref,
            number=answer.number,
            sha256=of_words(words_of_answer(answer)),
        )
    return answer


def advisory_turn_away(*, advisory_ref: str, reason: str, explanation: str, by: User, at: datetime) -> AdvisoryQuestion:
    """Say why the desk does not answer. Nothing follows for whoever asked: no report and no case comes of it.

    Fails with NotFound, NotAllowed or AdvisoryRefused.
    """
    with transaction.atomic():
        question, agency_code = claimed(advisory_ref, TURN_AWAY, by=by, at=at)
        demand(
            question.state == AdvisoryState.OPEN,
            _("Pertanyaan ini sudah dijawab atau sudah dinyatakan tidak dijawab di sini."),
        )
        demand(reason in set(TurnAwayReason), _("Pilih mengapa pertanyaan ini tidak dijawab di sini."))
        question.turned_reason, question.turned_explanation = reason, checked_explanation(explanation)
        question.turned_date = localdate(at)
        question.state = AdvisoryState.TURNED_AWAY
        question.erase_date = erasure_day(agency_code, question.turned_date)
        question.save(update_fields=["state", "turned_reason", "turned_explanation", "turned_date", "erase_date"])
        tell(question, TURN_AWAY, by, at, reason=reason)
    return question


def _issue(answer: AdvisoryAnswer, earlier: AdvisoryAnswer | None, by: User, at: datetime) -> None:
    letter = letter_issue(
        kind=LetterKind.NEUTRALITY_ADVICE,
        agency_code=answer.agency_code,
        chain=answer.question.chain,
        subject_ref=answer.question.ref,
        data=advice_data(answer, earlier, officer=by.full_name),
        by=by,
        at=at,
    )
    answer.letter_ref, answer.number = letter.ref, letter.number
    answer.save(force_insert=True)
