"""The desk: questions with since when they wait, one of them with all that was said; and the page of who asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netra.law.may_i import Answer
from netra.prevention.advisory_access import VIEW, advisories_visible_to, advisory_for, answering_agency
from netra.prevention.advisory_articles import LawChange, choices_on, law_since
from netra.prevention.advisory_planned import engine_answer
from netra.prevention.advisory_states import POINTS_TO_REPORTING, AdvisoryState
from netra.prevention.article_choices import Article
from netra.prevention.models import (
    AdvisoryAnswer,
    AdvisoryErasure,
    AdvisoryMessage,
    AdvisoryPublication,
    AdvisoryQuestion,
)
from netra.prevention.queries.advisory_erasing import erasing_offered
from netra.prevention.queries.page_keys import latest_first, oldest_first
from netra.registry.queries import agency_name, agency_names
from netra.trust.access import Person, scope_of

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class AdvisoryRow:
    """A question as a line of the list; how many days it waits, None once it does not."""

    question: AdvisoryQuestion
    agency: str
    waiting: int | None


@dataclass(frozen=True, slots=True)
class GivenAdvice:
    """An answer as both sides read it: who gave it, what took its place, what changed in law since."""

    answer: AdvisoryAnswer
    agency: str
    newer: AdvisoryAnswer | None
    changes: Sequence[LawChange]
    published: AdvisoryPublication | None


@dataclass(frozen=True, slots=True)
class AdvisoryFile:
    """One question for the desk: `engine` is what the law room says now of the planned act; `articles` may be cited;
    `erasing` are the acts that are open to this reader about erasing who asked.
    """

    row: AdvisoryRow
    engine: Answer | None
    law_date: date
    articles: Mapping[str, Article]
    advices: Sequence[GivenAdvice]
    messages: Sequence[AdvisoryMessage]
    answering: str
    erasures: Sequence[AdvisoryErasure]
    erasing: Sequence[str]

    @property
    def may_answer(self) -> bool:
        question = self.row.question
        return bool(self.answering) and question.state != AdvisoryState.TURNED_AWAY and question.erased_at is None

    @property
    def may_ask_identity(self) -> bool:
        """Whether a name lies sealed behind it, for whose opening this reader may ask."""
        return bool(self.answering) and self.row.question.named and self.row.question.erased_at is None

    @property
    def latest(self) -> AdvisoryAnswer | None:
        return self.advices[0].answer if self.advices else None


@dataclass(frozen=True, slots=True)
class AskedPage:
    """The page behind the code: answers, the latest first; whether to write back, and whether reporting is the way."""

    question: AdvisoryQuestion
    agency: str
    engine: Answer | None
    advices: Sequence[GivenAdvice]
    messages: Sequence[AdvisoryMessage]
    may_write: bool
    points_to_reporting: bool


def advisory_page(
    user: Person, *, on: date, state: AdvisoryState = AdvisoryState.OPEN, before: str = ""
) -> tuple[Sequence[AdvisoryRow], str | None]:
    """One page of the questions this person may read, and the next key: who waits longest first, else latest first."""
    rows = advisories_visible_to(user, on=on).filter(state=state)
    turn = oldest_first if state is AdvisoryState.OPEN else latest_first
    page, next_key = turn(rows, "asked_date", before=before, size=PAGE_SIZE)
    names = agency_names({each.agency_code for each in page if each.agency_code}, on=on)
    return [_row(each, names.get(each.agency_code, each.agency_code), on) for each in page], next_key


def advisory_file(user: Person, ref: str, *, on: date) -> AdvisoryFile:
    """One question, if this person may read it. Fails with NotFound."""
    question = advisory_for(user, ref, on=on)
    law_date = question.planned_date or on
    return AdvisoryFile(
        row=_row(question, _agency_of(question, on), on),
        engine=engine_answer(question.planned, question.planned_date),
        law_date=law_date,
        articles=choices_on(law_date, question.planned),
        advices=_advices(question, on),
        messages=_messages(question),
        answering=(answering := answering_agency(user, question, on=on)),
        erasures=(asked := list(question.erasures.order_by("pk"))),
        erasing=erasing_offered(question, asked, by=user, on=on) if answering else (),
    )


def asked_page(question: AdvisoryQuestion, *, on: date) -> AskedPage:
    """The page of a question for whoever proved its code."""
    return AskedPage(
        question=question,
        agency=_agency_of(question, on),
        engine=engine_answer(question.planned, question.planned_date),
        advices=_advices(question, on),
        messages=_messages(question),
        may_write=question.state != AdvisoryState.TURNED_AWAY and question.erased_at is None,
        points_to_reporting=question.turned_reason in POINTS_TO_REPORTING,
    )


def is_overseen(user: Person, *, on: date) -> bool:
    """Whether this person reads the questions of all agencies, and those that name none."""
    return scope_of(user, VIEW, on=on).everywhere


def _row(question: AdvisoryQuestion, agency: str, on: date) -> AdvisoryRow:
    waits = question.state == AdvisoryState.OPEN
    return AdvisoryRow(question, agency, (on - question.asked_date).days if waits else None)


def _agency_of(question: AdvisoryQuestion, on: date) -> str:
    return agency_name(question.agency_code, on) if question.agency_code else ""


def _messages(question: AdvisoryQuestion) -> Sequence[AdvisoryMessage]:
    if question.erased_at is not None:
        return []
    # By key, not by clock: a clock that jumps back does not reorder what was said.
    return list(question.messages.order_by("pk"))


def _advices(question: AdvisoryQuestion, on: date) -> Sequence[GivenAdvice]:
    """The answers, the latest first."""
    answers = list(question.answers.prefetch_related("publications").order_by("ordinal"))
    names = agency_names({each.agency_code for each in answers}, on=on) if answers else {}
    newer = [*answers[1:], None] if answers else []
    told = [
        GivenAdvice(
            answer=answer,
            agency=names.get(answer.agency_code, answer.agency_code),
            newer=later,
            changes=law_since(answer.articles, question.planned, then=answer.law_date, today=on),
            published=next((each for each in answer.publications.all() if each.withdrawn_date is None), None),
        )
        for answer, later in zip(answers, newer, strict=True)
    ]
    return told[::-1]
