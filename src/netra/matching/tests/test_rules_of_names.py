"""Every rule on names stands for the two names it makes one, and for the two that it must keep apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from netra.matching.names import parse
from netra.matching.names.rules import read_data

FILES = ("spelling.yaml", "variants.yaml", "particles.yaml", "titles.yaml", "degrees.yaml", "misread.yaml")


def rules() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in FILES:
        content = read_data(file)
        entries = [content] if "same" in content else []
        for part in ("rules", "words", "before", "offices"):
            entries += content.get(part, [])
        for entry in entries:
            title = entry.get("name") or entry.get("word") or entry.get("code") or "all"
            yield f"{file}: {title} ({entry['same'][0]})", entry


RULES = dict(rules())


def test_there_are_rules_to_try() -> None:
    assert len(RULES) > 80


@pytest.mark.parametrize("rule", RULES)
def test_two_ways_of_writing_one_name_meet(rule: str) -> None:
    one, other = RULES[rule]["same"]
    assert parse(one).core == parse(other).core != ()


@pytest.mark.parametrize("rule", RULES)
def test_two_names_that_only_look_alike_stay_apart(rule: str) -> None:
    one, other = RULES[rule]["different"]
    assert parse(one).core != parse(other).core


@pytest.mark.parametrize("rule", [entry["name"] for entry in read_data("spelling.yaml")["rules"]])
def test_a_rule_of_spelling_is_needed_for_its_example(rule: str) -> None:
    """Without the rule its two spellings would be two names: no rule rides on another's back."""
    entry = next(entry for entry in read_data("spelling.yaml")["rules"] if entry["name"] == rule)
    one, other = (word.lower() for word in entry["same"])
    left = [(r["find"], r["put"]) for r in read_data("spelling.yaml")["rules"] if r["name"] != rule]
    assert keyed(one, left) != keyed(other, left)


def keyed(word: str, rules: list[tuple[str, str]]) -> str:
    for find, put in rules:
        word = re.sub(find, put, word)
    return word
