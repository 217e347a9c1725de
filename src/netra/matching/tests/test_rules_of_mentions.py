"""Every rule on people in text stands for a text where it finds somebody, and for one where it must find nobody."""

from __future__ import annotations

from typing import Any

import pytest

from netra.matching.mentions import Mention, Part, read_mentions
from netra.matching.mentions.rules import content
from netra.matching.names.rules import read_data


def rules(part: str) -> list[Any]:
    return [pytest.param(entry, id=f"{part}: {', '.join(words_of(entry)[:3])}") for entry in content()[part]]


def words_of(entry: dict[str, Any]) -> list[str]:
    found: list[str] = entry.get("words") or entry.get("before") or entry.get("after") or []
    return found


def named(text: str) -> dict[str, Mention]:
    return {one.words.text: one for one in read_mentions(text).mentions if one.name}


@pytest.mark.parametrize("rule", [*rules("pointers"), *rules("not_people"), read_data("given_names.yaml")])
def test_a_name_is_found_here_and_none_there(rule: dict[str, Any]) -> None:
    text, name = rule["finds"]
    assert list(named(text)) == [name]
    assert named(rule["nobody"]) == {}


@pytest.mark.parametrize("rule", rules("roles"))
def test_a_part_is_proposed_here_and_not_there(rule: dict[str, Any]) -> None:
    (text, name), (other_text, other_name) = rule["finds"], rule["not"]
    assert named(text)[name].part is Part(rule["role"])
    assert named(other_text)[other_name].part is not Part(rule["role"])


@pytest.mark.parametrize("rule", rules("offices"))
def test_an_office_points_at_somebody_here_and_at_nobody_there(rule: dict[str, Any]) -> None:
    text, office = rule["finds"]
    (found,) = read_mentions(text).mentions
    assert found.office is not None
    assert found.office.text.startswith(office)
    assert read_mentions(rule["nobody"]).mentions == ()


@pytest.mark.parametrize("part", ["pointers", "not_people", "roles", "offices"])
def test_no_phrase_is_said_twice(part: str) -> None:
    phrases = [
        phrase for entry in content()[part] for side in ("words", "before", "after") for phrase in entry.get(side, ())
    ]
    assert all(isinstance(phrase, str) for phrase in phrases)
    if part != "roles":
        assert len(phrases) == len(set(phrases))
