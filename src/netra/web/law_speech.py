"""What the law room said, in the reader's language.

A case keeps the Indonesian sentence, as the law said it then. So a page finds the template of a sentence again among
those that are translated, and fills it anew with its data: dates in the reader's words, codes and articles as they are.
What no template knows stays Indonesian, and the page says so (`lang`): quotations of law, names, what officers wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from django.utils.html import format_html
from django.utils.translation import get_language

from netra.law.indonesian_dates import MONTHS, WEEKDAYS
from netra.web import law_reasons, law_sentences, words

_SLOT = re.compile(r"%\((\w+)\)s")
_DATE = rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
_DAY = re.compile(rf"(?P<weekday>(?:{'|'.join(WEEKDAYS)}), )?{_DATE}")
# What a slot can hold where its name says so; anything else holds as little as fits.
_A_DAY = rf"(?:\w+, )?\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
_HOLDS = {
    "day": f"{_A_DAY}.*?",
    **dict.fromkeys(("since", "opens", "closes", "closed", "voting", "due", "other_due"), _A_DAY),
    **dict.fromkeys(("number", "left", "amount", "hours"), r"\d+"),
    **dict.fromkeys(("term", "other_term"), r"\d+ [a-z]+(?: [a-z]+)?"),
}
_LISTED = {"answers": ("; atau ", ", "), "contests": (" dan ",), "offices": (", ",)}


def spoken(text: str) -> str:
    """A sentence of the law room as the reader reads it; Indonesian where nobody translated it."""
    if get_language() == "id" or not text:
        return text
    return _told(text) or text


def marked(text: str) -> str:
    """The same as a piece of a page, marked as Indonesian where it stayed so."""
    told = spoken(text)
    return format_html('<span lang="id">{}</span>', text) if told == text and get_language() != "id" else told


def _told(text: str) -> str:
    whole = words.translated(text)
    if whole != text:
        return whole
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found:
            filled = {name: _value(name, held) for name, held in found.groupdict().items()}
            return words.translated(template) % filled
    return ""


def _value(name: str, held: str) -> str:
    for mark in _LISTED.get(name, ()):
        if mark in held:
            return words.translated(mark).join(_value(name, each) for each in held.split(mark))
    day = _DAY.match(held)
    if day and name not in {"sources", "source", "why", "dispute"}:
        return _in_words(day) + held[day.end() :]
    return _told(held) or held


def _in_words(found: re.Match[str]) -> str:
    day = date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    return words.weekday_date(day) if found["weekday"] else words.long_date(day)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every translated template with what it matches, those with most words of their own first."""
    templates = [
        each for each in law_reasons.ALL | {*law_sentences.MAY_I, *law_sentences.CANDIDATES} if _SLOT.search(each)
    ]
    templates.remove("%(form)s: %(sanction)s.")  # of the public page: any sentence with a colon would fit
    ordered = sorted(templates, key=lambda each: (-len(_SLOT.sub("", each)), each))
    return tuple((each, re.compile(_pattern(each), re.DOTALL)) for each in ordered)


def _pattern(template: str) -> str:
    """A slot that occurs again holds the same again."""
    seen: set[str] = set()
    parts: list[str] = []
    last = 0
    for slot in _SLOT.finditer(template):
        name = slot[1]
        held = f"(?P={name})" if name in seen else f"(?P<{name}>{_held(name)})"
        parts += [re.escape(template[last : slot.start()]), held]
        seen.add(name)
        last = slot.end()
    return "".join([*parts, re.escape(template[last:])])


def _held(name: str) -> str:
    return _alternatives(law_sentences.BRINGS) if name == "sanction" else _HOLDS.get(name, ".+?")


def _alternatives(texts: Iterable[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(texts, key=len, reverse=True))
