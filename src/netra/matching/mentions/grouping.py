"""The mentions of one text by person: who is named often stands once."""

from __future__ import annotations

from collections.abc import Iterable

from netra.matching.mentions.mention import Mention


def people_in(mentions: Iterable[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """Each person with all mentions, the fullest first; in the order in which they are named first.

    A part of a name belongs to the one fuller name that holds it; where two do, it stays a person of its own.
    """
    listed = list(mentions)
    fullest = _fullest(listed)
    groups: dict[object, list[Mention]] = {}
    for mention in listed:
        holders = [core for core in fullest if mention.core <= core] if mention.core else []
        key: object = holders[0] if len(holders) == 1 else mention.core or mention.words.text.lower()
        groups.setdefault(key, []).append(mention)
    return tuple(tuple(sorted(group, key=_fullness)) for group in groups.values())


def _fullest(mentions: Iterable[Mention]) -> list[frozenset[str]]:
    """The names that are no part of another."""
    cores = {mention.core for mention in mentions if mention.core}
    return [core for core in cores if not any(core < other for other in cores)]


def _fullness(mention: Mention) -> tuple[int, bool, int]:
    return -len(mention.core), mention.office is None, mention.words.start
