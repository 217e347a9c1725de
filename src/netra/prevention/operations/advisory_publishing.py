"""Meja tanya: an answer is published without the person, or taken back from the public."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.law.intentions import Verdict
from netra.prevention.advisory_checks import checked_explanation, checked_publication, demand
from netra.prevention.advisory_entries import PublicationEntry
from netra.prevention.advisory_states import VERDICT_LABELS
from netra.prevention.advisory_words import words_of_publication
from netra.prevention.fingerprints import of_words
from netra.prevention.models import AdvisoryAnswer, AdvisoryPublication, AdvisoryQuestion
from netra.prevention.operations.advisory_asking import claimed, tell
from netra.trust.errors import NotFound
from netra.trust.models import User

PUBLISH, UNPUBLISH = "prevention.advisory_publish", "prevention.advisory_unpublish"


def advisory_publish(
    *, advisory_ref: str, ordinal: int, entry: PublicationEntry, by: User, at: datetime
) -> AdvisoryPublication:
    """Let everybody read an answer, in words from which nobody can tell who asked.

    Fails with NotFound, NotAllowed or AdvisoryRefused.
    """
    with transaction.atomic():
        question, answer = _claimed_answer(advisory_ref, ordinal, PUBLISH, by, at)
        demand(
            not answer.publications.filter(withdrawn_date=None).exists(),
            _("Jawaban ini sudah terbit. Tarik dahulu bila teksnya perlu diperbaiki."),
        )
        entry = checked_publication(entry)
        made = AdvisoryPublication.objects.create(
            answer=answer,
            version=answer.publications.count() + 1,
            matter=entry.matter,
            text=entry.text,
            condition=entry.condition,
            searched=_searched(answer, entry),
            article_codes="".join(f"|{each['code']}" for each in answer.articles) + "|",
            published_date=localdate(at),
            published_by=by.actor_ref,
        )
        sha256 = of_words(words_of_publication(made))
        tell(question, PUBLISH, by, at, advice=answer.ref, version=made.version, sha256=sha256)
    return made


def advisory_unpublish(*, advisory_ref: str, ordinal: int, reason: str, by: User, at: datetime) -> AdvisoryPublication:
    """Take it back, for instance because somebody can be told from it. The answer itself stays with who asked.

    Fails with NotFound, NotAllowed or AdvisoryRefused.
    """
    today = localdate(at)
    with transaction.atomic():
        question, answer = _claimed_answer(advisory_ref, ordinal, UNPUBLISH, by, at)
        made = answer.publications.filter(withdrawn_date=None).first()
        if made is None:
            raise NotFound(_("Jawaban ini tidak sedang terbit."))
        made.withdrawn_date, made.withdrawn_reason = today, checked_explanation(reason)
        made.save(update_fields=["withdrawn_date", "withdrawn_reason"])
        tell(question, UNPUBLISH, by, at, advice=answer.ref, version=made.version, date=today.isoformat())
    return made


def _claimed_answer(
    ref: str, ordinal: int, act: str, by: User, at: datetime
) -> tuple[AdvisoryQuestion, AdvisoryAnswer]:
    question, _agency = claimed(ref, act, by=by, at=at)
    answer = question.answers.filter(ordinal=ordinal).first()
    if answer is None:
        raise NotFound(_("Jawaban itu tidak ada pada pertanyaan ini."))
    return question, answer


def _searched(answer: AdvisoryAnswer, entry: PublicationEntry) -> str:
    """Every word by which it is to be found, in small letters."""
    cited = [f"{each['label']} {each['citation']}" for each in answer.articles]
    told = [entry.matter, entry.text, entry.condition, answer.number, VERDICT_LABELS[Verdict(answer.verdict)], *cited]
    return "\n".join(told).lower()
