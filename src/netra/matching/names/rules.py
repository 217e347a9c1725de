"""What is known of names, read once from the YAML beside the code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from netra.matching.names.parsed import Role, Title

DATA = Path(__file__).parents[1] / "data"
SAFE_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_data(name: str) -> dict[str, Any]:
    """The content of one data file of this room, a mapping."""
    content: dict[str, Any] = yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=SAFE_LOADER)  # noqa: S506
    return content


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form of a word is read as, and where in the name it is read so."""

    word: str
    role: Role = Role.CORE
    where: str = "any"
    followers: frozenset[str] = frozenset()


@cache
def spelling_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule["find"]), rule["put"]) for rule in read_data("spelling.yaml")["rules"])


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Every form of a word with its possible readings: abbreviations first, then particles."""
    found: dict[str, tuple[Reading, ...]] = {}
    for file, default in (("variants.yaml", Role.CORE), ("particles.yaml", Role.NOBLE)):
        for entry in read_data(file)["words"]:
            reading = Reading(
                word=entry["word"],
                role=Role(entry.get("role", default)),
                where=entry.get("where", "any"),
                followers=frozenset(entry.get("next", ())),
            )
            for form in entry["forms"]:
                found[form] = (*found.get(form, ()), reading)
    return found


@dataclass(frozen=True, slots=True)
class TitleForm:
    title: Title
    glue: bool


@cache
def titles() -> dict[str, TitleForm]:
    """Every written form of a title, in small letters without dots."""
    return {
        form: TitleForm(Title(entry["code"], entry["kind"], entry.get("sex", "")), entry.get("glue", False))
        for entry in read_data("titles.yaml")["before"]
        for form in entry["forms"]
    }


@cache
def degrees() -> tuple[frozenset[str], frozenset[str]]:
    """Degrees that are read without dot and comma, and all that are known."""
    content = read_data("degrees.yaml")
    alone = frozenset(content["alone"])
    return alone, alone | frozenset(content["known"])


@cache
def title_words(key: str) -> frozenset[str]:
    """One of the plain lists of `titles.yaml`: words of offices, aliases, notes."""
    return frozenset(read_data("titles.yaml")[key])


@cache
def offices() -> frozenset[str]:
    return frozenset(form for entry in read_data("titles.yaml")["offices"] for form in entry["forms"])


@cache
def office_words() -> frozenset[str]:
    return title_words("office_words")


@cache
def misread_signs() -> dict[str, str]:
    return {str(sign): letter for sign, letter in read_data("misread.yaml")["signs"].items()}
