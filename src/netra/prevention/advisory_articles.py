"""The articles that an answer may cite, as they stand on a day, and what became of those that were cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from netra.law.conducts import CONDUCTS
from netra.law.dated import Verification
from netra.law.intentions import INTENTIONS, PRINCIPLE
from netra.law.violations import FORMS
from netra.prevention.advisory_planned import ruling_on
from netra.prevention.article_choices import PRINCIPLE_CODE, Article, articles_on

# The ruling of the law room about just this act, beside the forms of violation.
RULING_CODE = "RULING"


@dataclass(frozen=True, slots=True)
class LawChange:
    """An article that was cited and reads otherwise today: what was cited, since when it is another, which.

    No day: the data of the house were corrected. No text: nothing holds any more.
    """

    label: str
    cited: str
    since: date | None
    now: str


def choices_on(day: date, planned: Mapping[str, Any]) -> Mapping[str, Article]:
    """By code: the ruling about this very act where there is one, the principle, the forms that the act may take, and
    then all the others that hold on that day.
    """
    found: dict[str, Article] = {}
    ruling = ruling_on(planned, day)
    if ruling is not None:
        unseen = all(source.verification is Verification.UNVERIFIED for source in ruling.sources)
        cited = "; ".join(dict.fromkeys(str(source) for source in ruling.sources))
        found[RULING_CODE] = Article(INTENTIONS[planned["intention"]].label, cited, unseen)
    held = articles_on(day)
    near = [PRINCIPLE_CODE, *_forms_of(planned)]
    return {**found, **{code: held[code] for code in near if code in held}, **held}


def _forms_of(planned: Mapping[str, Any]) -> list[str]:
    """The forms of violation that the planned act is assessed by."""
    conduct = INTENTIONS[planned["intention"]].conduct if planned else ""
    return [form.code for form in CONDUCTS[conduct].forms_in(None)] if conduct else []


def law_since(
    articles: Sequence[Mapping[str, Any]], planned: Mapping[str, Any], *, then: date, today: date
) -> list[LawChange]:
    """What changed of these articles between the day they were cited for and today; derived, never stored."""
    return [change for each in articles for change in _change(each, planned, then, today)]


def _change(each: Mapping[str, Any], planned: Mapping[str, Any], then: date, today: date) -> Iterator[LawChange]:
    code = str(each["code"])
    now = _cited(code, planned, today)
    if then < today and now != each["citation"]:
        days = [day for day in _turns(code, planned) if then < day <= today]
        as_now = takewhile(lambda day: _cited(code, planned, day) == now, reversed(days))
        yield LawChange(str(each["label"]), str(each["citation"]), min(as_now, default=None), now)


def _cited(code: str, planned: Mapping[str, Any], day: date) -> str:
    found = choices_on(day, planned).get(code)
    return found.citation if found else ""


def _turns(code: str, planned: Mapping[str, Any]) -> Iterator[date]:
    """The days on which the article may read otherwise than the day before."""
    if code == RULING_CODE:
        periods = [(each.start, each.until) for each in INTENTIONS[planned["intention"]].rulings]
    elif code == PRINCIPLE_CODE:
        periods = [(each.start, each.until) for each in PRINCIPLE.entries]
    else:
        periods = [(each.start, each.until) for each in FORMS[code].bases] if code in FORMS else []
    yield from sorted({day for period in periods for day in period if day is not None})
