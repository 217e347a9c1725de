"""The English catalogue: nothing guessed, the placeholders kept, and the compiled file made from the written one."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import netra

CATALOGUE = Path(netra.__file__).parent / "locale" / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) "(.*)"$')


def entries() -> Iterator[dict[str, str]]:
    """The entries of the catalogue as written."""
    entry: dict[str, str] = {}
    field = ""
    for line in (CATALOGUE / "django.po").read_text(encoding="utf-8").splitlines():
        if match := FIELD.match(line):
            if match[1] == "msgctxt" or (match[1] == "msgid" and "msgid" in entry):
                yield entry
                entry = {}
            field = match[1]
            entry[field] = match[2]
        elif line.startswith('"'):
            entry[field] += line[1:-1]
    yield entry


def texts() -> list[dict[str, str]]:
    return [entry for entry in entries() if entry["msgid"]]


def test_nothing_is_only_guessed():
    assert "fuzzy" not in (CATALOGUE / "django.po").read_text(encoding="utf-8")


def test_a_translation_keeps_the_placeholders():
    wrong = [
        entry["msgid"]
        for entry in texts()
        for name, text in entry.items()
        if "msgstr" in name and text and set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(entry["msgid"]))
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_made_from_the_written_one():
    with (CATALOGUE / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    # A word that means two things has its meaning before it, as in the compiled file.
    written = {
        "\x04".join(filter(None, (entry.get("msgctxt"), entry["msgid"]))): entry["msgstr"]
        for entry in texts()
        if entry.get("msgstr")
    }
    unescaped = {
        key.replace('\\"', '"').replace("\\n", "\n"): text.replace('\\"', '"').replace("\\n", "\n")
        for key, text in written.items()
    }
    assert {key: compiled.gettext(key) for key in unescaped} == unescaped
