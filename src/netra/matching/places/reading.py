"""Reading a text for regions: all candidates, narrowed by what stands around, and a question where several are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netra.matching.mentions import LONGEST_TEXT, Quote
from netra.matching.mentions.rules import word_list
from netra.matching.mentions.words import Gap, Word, phrase_at, words_of
from netra.matching.places.gazetteer import Called, Gazetteer, content, key_of, kinds
from netra.matching.places.place import Level, PlaceMention

MOST_MENTIONS = 200
_MOST_WORDS = 5
_MOST_SLIPS = 20
_TIED = (Gap.SPACE, Gap.DOT)
_CHAINED = (Gap.SPACE, Gap.COMMA, Gap.OPEN)
_LONG = 5


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words `start` to `stop` and the regions called so; `sure` unless the name was written otherwise."""

    start: int
    stop: int
    called: tuple[Called, ...]
    sure: bool = True


def read_places(text: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The regions that a text names, in order; never fails.

    A district is read with its kind in front, or before the region that it lies in: its name alone is too often a word.
    """
    read = text[:LONGEST_TEXT]
    words = words_of(read)
    hits = _narrowed(_with_districts(_hits(words, gazetteer), words, gazetteer), words, gazetteer)
    return tuple(_mention(read, words, hit, gazetteer) for hit in hits)


def _hits(words: Sequence[Word], gazetteer: Gazetteer) -> list[_Hit]:
    hits: list[_Hit] = []
    at, slips = 0, 0
    while at < len(words) and len(hits) < MOST_MENTIONS:
        if words[at].low in content()["not_after"]:
            at = _past_name(words, at + 1)
            continue
        hit = _with_kind(words, at, gazetteer, may_slip=slips < _MOST_SLIPS) or _bare(words, at, gazetteer)
        if hit is None:
            at += 1
            continue
        slips += not hit.sure
        hits.append(hit)
        at = hit.stop
    return hits


def _past_name(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].gap in _TIED and words[at].capital:
        at += 1
    return at


def _with_kind(words: Sequence[Word], at: int, gazetteer: Gazetteer, *, may_slip: bool) -> _Hit | None:
    """ "Kab. Batanghari": the regions of that name and kind, or of the whole name where the kind is part of it."""
    count = phrase_at(words, at, kinds())
    if not count:
        return None
    level = Level(kinds().values[tuple(word.low for word in words[at : at + count])])
    start = at + count
    for stop in _ends(words, start):
        whole, bare = (gazetteer.called(key_of(word.text for word in words[first:stop])) for first in (at, start))
        of_kind = tuple(one for one in bare if one.row.level is level)
        if whole or of_kind:
            return _Hit(at, stop, of_kind or whole)
        of_other = tuple(one for one in bare if one.row.level is not Level.DISTRICT and level is not Level.DISTRICT)
        if of_other:
            return _Hit(at, stop, of_other, sure=False)
    if not may_slip or start == len(words) or not words[start].capital or len(words[start].low) < _LONG:
        return None
    for stop in _ends(words, start):
        if close := gazetteer.close_to(key_of(word.text for word in words[start:stop]), level):
            return _Hit(at, stop, close, sure=False)
    return None


def _ends(words: Sequence[Word], start: int) -> range:
    """Where a name that begins here may end, the longest first."""
    stop = start
    while stop < len(words) and stop - start < _MOST_WORDS and words[stop].gap in _TIED:
        stop += 1
    return range(stop, start, -1)


def _bare(words: Sequence[Word], at: int, gazetteer: Gazetteer) -> _Hit | None:
    """A province, regency or city without its kind; written small only where its name is no common word."""
    end = at + 1
    while end < len(words) and end - at < _MOST_WORDS and words[end].gap in _TIED:
        end += 1
    for stop in range(end, at, -1):
        called = tuple(
            one
            for one in gazetteer.called(key_of(word.text for word in words[at:stop]))
            if one.row.level is not Level.DISTRICT and (not one.capitals or words[at].text.isupper())
        )
        if called and _is_name(words, at, stop):
            return _of_kind_behind(words, _Hit(at, stop, called))
    return None


def _is_name(words: Sequence[Word], at: int, stop: int) -> bool:
    name = words[at:stop]
    if len(name) == 1 and (name[0].low in content()["also_words"] or not name[0].capital):
        return False
    if stop == len(words) or words[stop].gap is not Gap.SPACE or not words[stop].capital or words[stop].loud:
        return True
    follows = words[stop].low
    return follows in word_list("common") or follows in word_list("beside") or bool(phrase_at(words, stop, kinds()))


def _of_kind_behind(words: Sequence[Word], hit: _Hit) -> _Hit:
    """ "Tangerang Kota": the kind behind the name, where no other name follows it."""
    count = phrase_at(words, hit.stop, kinds()) if hit.stop < len(words) else 0
    after = hit.stop + count
    if not count or words[hit.stop].gap is not Gap.SPACE:
        return hit
    if after < len(words) and words[after].gap in _TIED and words[after].capital:
        return hit
    level = Level(kinds().values[tuple(word.low for word in words[hit.stop : after])])
    of_kind = tuple(one for one in hit.called if one.row.level is level)
    return replace(hit, stop=after, called=of_kind) if of_kind else hit


def _with_districts(hits: list[_Hit], words: Sequence[Word], gazetteer: Gazetteer) -> list[_Hit]:
    """Districts before the region they lie in: "Jelutung, Kota Jambi"."""
    found: list[_Hit] = []
    for hit in hits:
        if words[hit.start].gap is Gap.COMMA and (not found or found[-1].stop < hit.start):
            first = max(found[-1].stop if found else 0, hit.start - _MOST_WORDS)
            district = _district_before(words, first, hit, gazetteer)
            found += [district] if district else []
        found.append(hit)
    return found


def _district_before(words: Sequence[Word], first: int, hit: _Hit, gazetteer: Gazetteer) -> _Hit | None:
    for start in range(first, hit.start):
        if not words[start].capital or any(word.gap not in _TIED for word in words[start + 1 : hit.start]):
            continue
        called = tuple(
            one
            for one in gazetteer.called(key_of(word.text for word in words[start : hit.start]))
            if any(gazetteer.is_within(one.present, outer.present) for outer in hit.called)
        )
        if called:
            return _Hit(start, hit.start, called)
    return None


def _narrowed(hits: list[_Hit], words: Sequence[Word], gazetteer: Gazetteer) -> list[_Hit]:
    """Neighbours in one chain explain each other: "Sungai Penuh, Jambi" is in the province, not in the city."""
    for at in range(len(hits) - 1, 0, -1):
        inner, outer = hits[at - 1], hits[at]
        if inner.stop != outer.start or words[outer.start].gap not in _CHAINED:
            continue
        pairs = [
            (one, other)
            for one in inner.called
            for other in outer.called
            if gazetteer.is_within(one.present, other.present)
        ]
        if pairs:
            inside, outside = (tuple(dict.fromkeys(side)) for side in zip(*pairs, strict=True))
            hits[at - 1], hits[at] = replace(inner, called=inside), replace(outer, called=outside)
    return hits


def _mention(text: str, words: Sequence[Word], hit: _Hit, gazetteer: Gazetteer) -> PlaceMention:
    start, end = words[hit.start].start, words[hit.stop - 1].end
    quote = Quote(start, end, text[start:end])
    # The newest name comes last in the list and is kept: one region stands once.
    by_code = {one.present: gazetteer.candidate(one) for one in hit.called}
    candidates = tuple(by_code[code] for code in sorted(by_code))
    if len(candidates) == 1 and hit.sure:
        return PlaceMention(quote, candidates)
    names = ", ".join(f"{one.full_name} ({one.code})" for one in candidates)
    asked = "dapat berarti" if hit.sure else "tidak ada dalam daftar; mungkin"
    return PlaceMention(quote, candidates, f"“{quote.text}” {asked}: {names}. Pilih salah satu.")
