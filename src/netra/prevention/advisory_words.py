"""All that was said, as the trail keeps its fingerprint and the check of the trail makes it anew."""

from __future__ import annotations

from netra.prevention.models import AdvisoryAnswer, AdvisoryPublication, AdvisoryQuestion


def words_of_question(question: AdvisoryQuestion) -> list[object]:
    return [question.text, question.planned_date, question.planned, question.engine_sources]


def words_of_answer(answer: AdvisoryAnswer) -> list[object]:
    told = [answer.matter, answer.text, answer.articles, answer.condition]
    return [*told, answer.law_date, answer.answered_date, answer.agency_code, answer.reason]


def words_of_publication(made: AdvisoryPublication) -> list[object]:
    return [made.matter, made.text, made.condition, made.searched, made.article_codes]
