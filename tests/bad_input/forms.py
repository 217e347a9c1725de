"""The forms of a page as a browser sees them: read from the HTML, filled in, and sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What a browser lets people type freely, and what it offers a choice of.
LINES = frozenset({"text", "search", "tel", "email", "url", "textarea"})
DAYS = frozenset({"date"})


@dataclass
class Field:
    """One thing to fill in; `offered` is what may be chosen, `value` what stands there when the page opens."""

    name: str
    kind: str
    value: str = ""
    offered: list[str] = field(default_factory=list)


@dataclass
class Form:
    """One form of a page that is sent by POST."""

    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    def named(self, kinds: Iterable[str]) -> list[Field]:
        wanted = frozenset(kinds)
        return [each for each in self.fields.values() if each.kind in wanted]

    def filled(self, words: Callable[[Field], str], over: Mapping[str, str] | None = None) -> dict[str, str]:
        """Something in every field: `words` where people type, the first choice, a day and an hour elsewhere."""
        given = {each.name: _answer(each, words) for each in self.fields.values() if each.kind != "file"}
        return {**given, **(over or {})}


def _answer(each: Field, words: Callable[[Field], str]) -> str:
    if each.kind in LINES:
        return words(each)
    if each.offered:
        return each.value or next((value for value in each.offered if value), "")
    return each.value or {"date": "2024-11-20", "time": "09:00", "number": "3"}.get(each.kind, "")


def forms_of(html: str) -> list[Form]:
    """The forms of the page that are sent by POST and have something to fill in."""
    reader = _Reader()
    reader.feed(html)
    return [form for form in reader.forms if any(each.kind != "hidden" for each in form.fields.values())]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._select: Field | None = None
        self._area: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", "")) if given.get("method", "").lower() == "post" else None
            self.forms += [self._form] if self._form else []
        elif self._form is None:
            return
        elif tag == "input":
            self._input(given)
        elif tag == "select":
            self._select = self._put(given["name"], "select")
        elif tag == "option" and self._select:
            self._select.offered.append(given.get("value", ""))
            self._select.value = given["value"] if "selected" in given else self._select.value
        elif tag == "textarea":
            self._area = self._put(given["name"], "textarea")

    def handle_data(self, data: str) -> None:
        if self._area:
            self._area.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def _input(self, given: Mapping[str, str]) -> None:
        kind, name = given.get("type", "text"), given.get("name", "")
        if not name or name == "csrfmiddlewaretoken" or kind in {"submit", "button"}:
            return
        if kind == "checkbox" and "checked" not in given:
            return
        each = self._put(name, kind)
        if kind == "radio":
            each.offered.append(given.get("value", ""))
            each.value = given.get("value", "") if "checked" in given else each.value
        else:
            each.value = given.get("value", "")

    def _put(self, name: str, kind: str) -> Field:
        assert self._form is not None
        return self._form.fields.setdefault(name, Field(name, kind))


def error_beside(html: str, name: str) -> str:
    """What the page says beside one field, or nothing."""
    found = re.search(rf'id="id_{re.escape(name)}_error"[^>]*>(.*?)</p>', html, re.S)
    return found.group(1) if found else ""
