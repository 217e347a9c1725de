"""Every rule on names stands for the two names it makes one, and for the two that it must keep apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.matching.names import parse
from netra.matching.names.rules import read_data
from netra.matching.names.spelling import rules_by_letters

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


def test_most_rules_of_spelling_are_passed_over_where_their_letters_are_missing() -> None:
    known = [letters for letters, _pattern, _put in rules_by_letters() if letters]
    assert {"dj", "tj", "oe", "kh"} <= set(known)
    assert len(known) > len(rules_by_letters()) * 2 / 3


@given(st.lists(st.sampled_from(["oe", "dj", "ch", "dz", "s", "y", "uw", "abdul", *"abehijklnrtuvwxz"]), max_size=8))
def test_no_word_that_a_rule_of_spelling_changes_lacks_its_letters(parts: list[str]) -> None:
    word = "".join(parts)
    for letters, pattern, _put in rules_by_letters():
        assert letters in word or not pattern.search(word)
