"""What was answered, for everybody to read: found by words and by article, with what changed since; cited by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from netra.prevention.advisory_access import advisories_visible_to
from netra.prevention.advisory_articles import RULING_CODE, LawChange, choices_on, law_since
from netra.prevention.article_choices import Article
from netra.prevention.models import AdvisoryAnswer, AdvisoryPublication
from netra.prevention.queries.page_keys import latest_first
from netra.registry.queries import agency_names
from netra.trust.access import Person
from netra.trust.errors import NotFound, Refused

PAGE_SIZE = 20


class AdviceUnknown(Refused):
    """No answer has that number, or several have."""


@dataclass(frozen=True, slots=True)
class PublishedAdvice:
    """An answer as everybody may read it. `newer`: the answer that took its place, with its publication if it has one;
    `changes`: what of its articles reads otherwise today.
    """

    made: AdvisoryPublication
    answer: AdvisoryAnswer
    agency: str
    newer: AdvisoryAnswer | None
    newer_published: bool
    changes: Sequence[LawChange]


def published_page(
    *, on: date, text: str = "", article: str = "", before: str = ""
) -> tuple[Sequence[PublishedAdvice], str | None]:
    """One page of what is published, the latest first, and the next key: with every word of `text` and that article."""
    rows = _published()
    for word in text.lower().split():
        rows = rows.filter(searched__contains=word)
    if article:
        rows = rows.filter(article_codes__contains=f"|{article}|")
    page, next_key = latest_first(rows, "published_date", before=before, size=PAGE_SIZE)
    names = agency_names({each.answer.agency_code for each in page}, on=on) if page else {}
    return [_told(each, names, on) for each in page], next_key


def published_advice(ref: str, *, on: date) -> PublishedAdvice:
    """One published answer by its own reference. Fails with NotFound."""
    found = _published().filter(answer__ref=ref).first()
    if found is None:
        raise NotFound(_("Jawaban itu tidak ada, atau tidak lagi diterbitkan."))
    return _told(found, agency_names([found.answer.agency_code], on=on), on)


def cited_articles(*, on: date) -> dict[str, Article]:
    """The articles by which one may search: those that hold today for everybody."""
    return {code: found for code, found in choices_on(on, {}).items() if code != RULING_CODE}


def advice_by_number(number: str) -> AdvisoryAnswer:
    """The answer that bears this number, or this reference. Fails with AdviceUnknown."""
    wanted = " ".join(number.split())
    found = list(AdvisoryAnswer.objects.filter(number__iexact=wanted)[:2]) if wanted else []
    found = found or list(AdvisoryAnswer.objects.filter(ref=wanted.upper()))
    if len(found) == 1:
        return found[0]
    if found:
        raise AdviceUnknown(_("Beberapa instansi memakai nomor itu. Tulis sebutan jawabannya, yang diawali JWB."))
    raise advice_unknown(wanted)


def advice_unknown(number: str) -> AdviceUnknown:
    """The refusal, the same for what is not there and for what somebody may not know of."""
    return AdviceUnknown(
        _("Tidak ada jawaban tertulis bernomor “%s”. Salin nomornya dari surat jawaban itu.") % number[:80]
    )


def may_read_advice(user: Person, answer: AdvisoryAnswer, *, on: date) -> bool:
    """Whether this person may know what was answered: it is published, or the question is one of his desk."""
    if answer.publications.filter(withdrawn_date=None).exists():
        return True
    return advisories_visible_to(user, on=on).filter(pk=answer.question_id).exists()


def replaced_by(answers: Sequence[AdvisoryAnswer]) -> dict[int, AdvisoryAnswer]:
    """By the key of each of these answers: the one that took its place at once, where there is one."""
    rows = AdvisoryAnswer.objects.filter(question__in={each.question_id for each in answers})
    by_place = {(each.question_id, each.ordinal): each for each in rows}
    pairs = ((each.pk, by_place.get((each.question_id, each.ordinal + 1))) for each in answers)
    return {key: later for key, later in pairs if later is not None}


def _published() -> QuerySet[AdvisoryPublication]:
    rows = AdvisoryPublication.objects.filter(withdrawn_date=None)
    return rows.select_related("answer", "answer__question")


def _told(made: AdvisoryPublication, names: dict[str, str], on: date) -> PublishedAdvice:
    answer = made.answer
    latest = answer.question.answers.order_by("-ordinal").first()
    newer = latest if latest is not None and latest.ordinal > answer.ordinal else None
    return PublishedAdvice(
        made=made,
        answer=answer,
        agency=names.get(answer.agency_code, answer.agency_code),
        newer=newer,
        newer_published=newer is not None and newer.publications.filter(withdrawn_date=None).exists(),
        changes=law_since(answer.articles, answer.question.planned, then=answer.law_date, today=on),
    )
