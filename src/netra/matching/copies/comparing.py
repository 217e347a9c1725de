"""What two texts share, word by word, and in which words they part: what an officer needs to judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netra.matching.copies.sketching import SHINGLE, shingles_of

# From here on two texts are shown as copies: half of what both say together, or nearly all of the shorter one.
COPY_SHARE, COPY_CONTAINED = 0.5, 0.8
_FEWEST_SHARED = 4
_MOST_PASSAGES, _MOST_WORDS_SHOWN, _MOST_DIFFERENT = 3, 24, 10


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, from 0 to 1: `share` of all their word triples, `contained` of the shorter text's.

    `passages` are the longest runs of words in both, longest first; `only_here` and `only_there` words of one alone.
    """

    share: float
    contained: float
    passages: tuple[str, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]


def likeness(here: Sequence[str], there: Sequence[str]) -> Likeness | None:
    """What two texts (as `story_words` gives them) share if one is a copy of the other; None if not."""
    ours, theirs = shingles_of(here), shingles_of(there)
    shared = ours & theirs
    if len(shared) < _FEWEST_SHARED:
        return None
    share = len(shared) / (len(ours) + len(theirs) - len(shared))
    contained = len(shared) / min(len(ours), len(theirs))
    if share < COPY_SHARE and contained < COPY_CONTAINED:
        return None
    return Likeness(share, contained, _passages(here, shared), _without(here, there), _without(there, here))


def _passages(words: Sequence[str], shared: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    runs: list[list[int]] = []
    for at in range(len(words) - SHINGLE + 1):
        if tuple(words[at : at + SHINGLE]) not in shared:
            continue
        if runs and at <= runs[-1][1]:
            runs[-1][1] = at + SHINGLE
        else:
            runs.append([at, at + SHINGLE])
    longest = sorted(runs, key=lambda run: (run[0] - run[1], run[0]))
    texts = dict.fromkeys(_shown(words[first:last]) for first, last in longest)
    return tuple(texts)[:_MOST_PASSAGES]


def _shown(words: Sequence[str]) -> str:
    return " ".join(words[:_MOST_WORDS_SHOWN]) + (" …" if len(words) > _MOST_WORDS_SHOWN else "")


def _without(words: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    known = frozenset(other)
    return tuple(dict.fromkeys(word for word in words if word not in known))[:_MOST_DIFFERENT]
