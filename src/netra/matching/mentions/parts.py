"""Which part somebody has in what is told: the nearest words that speak for one, in front or behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from netra.matching.mentions.mention import Ground, Mention, Part, Reason
from netra.matching.mentions.rules import cues

_FAR_BEFORE = 160
_FAR_AFTER = 90
_LIST = re.compile(r"[;,&]|\b(?:dan|serta|juga|maupun)\b", re.IGNORECASE)


def with_parts(text: str, found: Sequence[Mention], stops: Sequence[int]) -> list[Mention]:
    """The mentions with their parts; `stops` are the places where sentences begin, in order, then the end."""
    done: list[Mention] = []
    at = 0
    for number, mention in enumerate(found):
        while at + 1 < len(stops) and stops[at + 1] <= mention.words.start:
            at += 1
        begins = stops[at] if stops else 0
        ends = stops[at + 1] if at + 1 < len(stops) else len(text)
        before = done[-1] if done and done[-1].words.end > begins else None
        after = found[number + 1].words.start if number + 1 < len(found) else len(text)
        done.append(_with_part(text, mention, before, max(0, begins), min(ends, after)))
    return _told_elsewhere(done)


def _with_part(text: str, mention: Mention, previous: Mention | None, begins: int, ends: int) -> Mention:
    start, end = mention.words.start, mention.words.end
    begins = max(begins, start - _FAR_BEFORE, previous.words.end if previous else 0)
    in_front = list(cues("before").found(text, begins, start))[-1:]
    behind = next(cues("after").found(text, end, min(ends, end + _FAR_AFTER)), None)
    choices = [(start - cue.end(), Ground.BEFORE, cue.group(), part) for cue, part in in_front]
    if behind is not None:
        choices.append((behind[0].start() - end, Ground.AFTER, behind[0].group(), behind[1]))
    if choices:
        _distance, ground, quote, part = min(choices)
        return replace(mention, part=part, why=(Reason(ground, quote),))
    if previous is not None and previous.why and _LIST.search(text, previous.words.end, start):
        return replace(mention, part=previous.part, why=(Reason(Ground.LISTED, previous.words.text),))
    return mention


def _told_elsewhere(mentions: list[Mention]) -> list[Mention]:
    """Who has no part where he is named has the one he has elsewhere in the text."""
    by_key: dict[str, Mention] = {}
    for mention in mentions:
        if mention.why:
            for key in mention.core:
                by_key.setdefault(key, mention)
    return [_same_elsewhere(mention, by_key) for mention in mentions]


def _same_elsewhere(mention: Mention, by_key: dict[str, Mention]) -> Mention:
    if mention.part is not Part.OTHER or not mention.core:
        return mention
    known = by_key.get(min(mention.core))
    if known is None or not (mention.core <= known.core or known.core <= mention.core):
        return mention
    return replace(mention, part=known.part, why=(Reason(Ground.SAME, known.why[0].quote),))
