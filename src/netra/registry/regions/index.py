"""Answers about regions: what a code meant on a day, which region a name means, what became of a code.

Nothing is guessed. A name that is both a regency and a city, or a province and a city, comes back as a question with
its choices; a code that an edition no longer prints still resolves, with the edition that last printed it.
The files give years of edition, not the days on which the decrees took effect: a day is answered by the newest edition
of its year or earlier, and days before the first edition by the first one, said so in the note.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import pairwise

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from netra.registry.regions.names import (
    NATION,
    NATION_NAMES,
    PROVINCE_ALIASES,
    RegionKind,
    as_written,
    is_kind,
    key_of,
    kind_first,
    kind_in,
    kind_of,
)
from netra.registry.regions.spans import Span, read_spans
from netra.trust.errors import Refused

# No name of a region and its province has as many words.
_MOST_WORDS = 12
_CODE = re.compile(r"\d\d(\.\d\d(\.\d\d)?)?")


class UnknownRegion(Refused):
    """No edition prints this code."""


@dataclass(frozen=True, slots=True)
class Region:
    """One region (wilayah) as one edition prints it."""

    code: str
    edition: int
    name: str
    kind: RegionKind

    @property
    def parent_code(self) -> str:
        return self.code.rpartition(".")[0]

    @property
    def province_code(self) -> str:
        return self.code[:2]

    @property
    def full_name(self) -> str:
        """The name with the kind in front, so that a province is never taken for its capital."""
        if self.kind is RegionKind.PROVINCE:
            return f"Provinsi {self.name}"
        return f"Kecamatan {self.name}" if self.kind is RegionKind.DISTRICT else self.name


@dataclass(frozen=True, slots=True)
class RegionAt:
    """What a code means on a day; `note` is empty when the edition of that day prints the code itself.

    `code_then` is the code that the same region bears in the edition asked for, where it is known to have moved.
    """

    region: Region
    edition_asked: int
    note: str
    code_then: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The region that is meant, as its edition prints it; `code` is the one that this region bears now."""

    region: Region
    code: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """More than one region is called that: the person who wrote it must choose."""

    text: str
    choices: tuple[Region, ...]

    @property
    def question(self) -> str:
        names = ", ".join(f"{choice.full_name} ({choice.code})" for choice in self.choices)
        return _("“%(text)s” dapat berarti: %(names)s. Pilih salah satu.") % {"text": self.text, "names": names}


@dataclass(frozen=True, slots=True)
class Unknown:
    text: str
    nearest: tuple[Region, ...] = ()

    @property
    def message(self) -> str:
        names = ", ".join(f"{region.full_name} ({region.code})" for region in self.nearest)
        shortened = Truncator(self.text).chars(60)
        hint = _(" Mungkin maksud Anda: %(names)s.") % {"names": names} if names else ""
        return _("Wilayah “%(text)s” tidak dikenal.") % {"text": shortened} + hint


@dataclass(frozen=True, slots=True)
class Change:
    """What an edition did to a code: `RENAMED` to `name`, `MOVED_TO` or `MOVED_FROM` another `code`."""

    edition: int
    what: str
    code: str
    name: str


class RegionIndex:
    """All editions in memory (about nine thousand rows); build it once with `region_index()`."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: dict[str, list[Span]] = defaultdict(list)
        self._named: dict[str, set[str]] = defaultdict(set)
        self._districts_named: dict[str, set[str]] = defaultdict(set)
        for span in spans:
            self._spans[span.code].append(span)
            names = self._districts_named if span.code.count(".") == 2 else self._named
            names[_bare_key(span.code, span.name)].add(span.code)
        for alias, code in PROVINCE_ALIASES.items():
            if code in self._spans:
                self._named[alias].add(code)
        first = {span.first_edition for of_code in self._spans.values() for span in of_code}
        last = {span.last_edition for of_code in self._spans.values() for span in of_code}
        self.editions: tuple[int, ...] = tuple(sorted(first | last))
        self._moved_to = self._find_moves()
        self._moved_from = {new: old for old, new in self._moved_to.items()}

    def spans(self) -> list[Span]:
        """Every name of every code, with the editions that print it."""
        return [span for of_code in self._spans.values() for span in of_code]

    def edition_on(self, day: date) -> int:
        """The newest edition of that year or earlier; the first one for days before it."""
        return max((year for year in self.editions if year <= day.year), default=self.editions[0])

    def at(self, code: str, on: date) -> RegionAt:
        """What `code` means on a day; raises UnknownRegion where no edition prints it."""
        edition = self.edition_on(on)
        if code == NATION:
            return RegionAt(_nation(edition), edition, "")
        region = self._in_edition(code, edition)
        if region is not None:
            early = _("Sebelum edisi pertama yang dimiliki (%(edition)s).") % {"edition": edition}
            return RegionAt(region, edition, early if on.year < edition else "")
        region = self._nearest_edition(code, edition)
        moved = self._moved_to.get(code, "") if region.edition < edition else self._moved_from.get(code, "")
        note = _("Kode %(code)s tidak ada pada edisi %(asked)s; dibaca menurut edisi %(found)s.") % {
            "code": code,
            "asked": edition,
            "found": region.edition,
        }
        return RegionAt(region, edition, note, moved)

    def named(self, text: str, *, edition: int | None = None) -> Found | Ambiguous | Unknown:
        """The region that a written name or code means; without an edition, in any of them."""
        cleaned = as_written(text)
        if _CODE.fullmatch(cleaned):
            return self._by_code(cleaned, edition)
        if is_kind(cleaned):
            return Unknown(text)
        name, place, codes, sure = self._read(cleaned)
        if edition is None:
            codes = {code for code in codes if self._moved_to.get(code) not in codes}
        else:
            codes = {code for code in codes if self._in_edition(code, edition)}
        choices = tuple(self._newest(code, edition) for code in sorted(codes))
        # A district that happens to bear the name is asked back: somebody who means a city may have written it so.
        lone_district = not place and kind_in(name)[0] is None and {code.count(".") for code in codes} == {2}
        if len(choices) == 1 and sure and not lone_district:
            return self._found(choices[0], self._note_on_name(choices[0], name, edition))
        if choices and sure:
            return Ambiguous(text, choices)
        return Unknown(text, choices or self._nearest(name, edition))

    def named_or_nation(self, text: str) -> Found | Ambiguous | Unknown:
        """As `named`, where the nation itself may be meant: by its code, or by a word for it."""
        if key_of(as_written(text)) in NATION_NAMES:
            return Found(_nation(self.editions[-1]), NATION)
        return self.named(text)

    def is_printed(self, code: str) -> bool:
        """Whether any edition prints this code."""
        return code in self._spans

    def nearest_above(self, code: str) -> tuple[Region | None, list[Region]]:
        """The nearest region above a code that there is, with those directly under it; without one, the provinces."""
        above = code.rpartition(".")[0]
        while above and above not in self._spans:
            above = above.rpartition(".")[0]
        known = self.below(above, edition=self.editions[-1])
        return (self._newest(above, None) if above else None), known

    def present_code(self, code: str) -> str:
        """The code that this region bears in the newest edition, as far as it is known to have moved."""
        while code in self._moved_to:
            code = self._moved_to[code]
        return code

    def codes_of(self, code: str) -> list[str]:
        """Every code that this region bears or bore, the present one first."""
        codes = [self.present_code(code)]
        while codes[-1] in self._moved_from:
            codes.append(self._moved_from[codes[-1]])
        return codes

    def moved_note(self, code: str) -> str:
        """That this is a former code, and which one is in force; empty for a code that never moved."""
        present = self.present_code(code)
        return _("Kode lama %(old)s, kini %(new)s.") % {"old": code, "new": present} if present != code else ""

    def changes(self, code: str) -> list[Change]:
        """The history of a code over the editions: new names, and the codes it came from or went to."""
        if code not in self._spans:
            raise UnknownRegion(Unknown(code).message)
        spans = self._spans[code]
        found = [Change(later.first_edition, "RENAMED", code, later.name) for _earlier, later in pairwise(spans)]
        if code in self._moved_from:
            old = self._moved_from[code]
            found.insert(0, Change(spans[0].first_edition, "MOVED_FROM", old, self._spans[old][-1].name))
        if code in self._moved_to:
            new = self._spans[self._moved_to[code]][0]
            found.append(Change(new.first_edition, "MOVED_TO", new.code, new.name))
        return found

    def below(self, code: str, *, edition: int) -> list[Region]:
        """The regions directly under a code, or the provinces for an empty code, in order of code."""
        level = code.count(".") + 1 if code else 0
        prefix = f"{code}." if code else ""
        inside = (c for c in self._spans if c.startswith(prefix) and c.count(".") == level)
        return [region for region in (self._in_edition(c, edition) for c in sorted(inside)) if region]

    def _find_moves(self) -> dict[str, str]:
        """Codes that vanish while one and only one new code of the same kind and name appears in the next edition."""
        moves: dict[str, str] = {}
        following = dict(pairwise(self.editions))
        born: dict[tuple[int, str, str, RegionKind], list[str]] = defaultdict(list)
        for code, spans in self._spans.items():
            parent = code.rpartition(".")[0] if code.count(".") == 2 else ""
            born[(spans[0].first_edition, parent, *_identity(spans[0]))].append(code)
        for code in sorted(self._spans, key=lambda c: c.count(".")):
            last = self._spans[code][-1]
            if last.last_edition not in following:
                continue
            parent = code.rpartition(".")[0] if code.count(".") == 2 else ""
            heirs = born[(following[last.last_edition], moves.get(parent, parent), *_identity(last))]
            if len(heirs) == 1:
                moves[code] = heirs[0]
        return moves

    def _read(self, text: str) -> tuple[str, str, set[str], bool]:
        """Name, place, the codes meant, whether it is sure: "Sungai Penuh, Jambi" or, without a comma, "Jambi kota"."""
        name, comma, place = (part.strip() for part in text.partition(","))
        codes, sure = self._codes_within(name, place)
        if comma or (codes and sure):
            return name, place, codes, sure
        words = text.split()
        readings = [(kind_first(text), "")]
        readings += [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, min(len(words), _MOST_WORDS))]
        for other, within in readings:
            found, is_sure = self._codes_within(other, within)
            if found and is_sure and not is_kind(other):
                return other, within, found, True
        return name, place, codes, sure

    def _codes_within(self, name: str, place: str) -> tuple[set[str], bool]:
        codes, sure = self._codes_called(name)
        if not place:
            return codes, sure
        within = self._codes_called(place)[0]
        return {code for code in codes if any(code == upper or code.startswith(f"{upper}.") for upper in within)}, sure

    def _codes_called(self, name: str) -> tuple[set[str], bool]:
        """Codes with that name, and whether the name says so; a wrong kind ("Kota Muaro Jambi") is not sure."""
        stated, bare = kind_in(name)
        whole, part = key_of(name), key_of(bare)
        if stated is RegionKind.DISTRICT:
            return set(self._districts_named.get(part, ())), True
        if stated is None:
            named = self._named.get(whole) or self._districts_named.get(whole) or set()
            return set(named), True
        of_kind = {code for code in self._named.get(part, ()) if self._kind(code) is stated}
        if of_kind:
            return of_kind, True
        # "Kota Baru" may be the regency Kotabaru or one of the districts of that name.
        written_so = set(self._named.get(whole, ())) | set(self._districts_named.get(whole, ()))
        return (written_so, True) if written_so else (set(self._named.get(part, ())), False)

    def _by_code(self, code: str, edition: int | None) -> Found | Unknown:
        if code not in self._spans:
            return Unknown(code)
        region = self._newest(code, edition)
        if edition is None or region.edition == edition:
            return self._found(region)
        return self._found(region, _("Dibaca menurut edisi %(edition)s.") % {"edition": region.edition})

    def _found(self, region: Region, note: str = "") -> Found:
        moved = self.moved_note(region.code)
        return Found(region, self.present_code(region.code), " ".join(text for text in (note, moved) if text))

    def _kind(self, code: str) -> RegionKind:
        return kind_of(code, self._spans[code][-1].name)

    def _in_edition(self, code: str, edition: int) -> Region | None:
        for span in self._spans.get(code, ()):
            if span.first_edition <= edition <= span.last_edition:
                return Region(code, edition, span.name, kind_of(code, span.name))
        return None

    def _nearest_edition(self, code: str, edition: int) -> Region:
        spans = self._spans.get(code)
        if not spans:
            raise UnknownRegion(Unknown(code).message)
        nearest = spans[-1].last_edition if spans[-1].last_edition < edition else spans[0].first_edition
        span = spans[-1] if nearest == spans[-1].last_edition else spans[0]
        return Region(code, nearest, span.name, kind_of(code, span.name))

    def _newest(self, code: str, edition: int | None) -> Region:
        asked = self.editions[-1] if edition is None else edition
        return self._in_edition(code, asked) or self._nearest_edition(code, asked)

    def _note_on_name(self, region: Region, name: str, edition: int | None) -> str:
        if edition is None and region.edition != self.editions[-1]:
            return _("Dibaca menurut edisi %(edition)s.") % {"edition": region.edition}
        called = {key_of(name), key_of(kind_in(name)[1])}
        if _bare_key(region.code, region.name) in called or key_of(name) in PROVINCE_ALIASES:
            return ""
        return _("Pada edisi %(edition)s bernama %(name)s.") % {"edition": region.edition, "name": region.full_name}

    def _nearest(self, name: str, edition: int | None) -> tuple[Region, ...]:
        close = get_close_matches(key_of(kind_in(name)[1]), self._named, n=3, cutoff=0.75)
        codes = sorted({code for key in close for code in self._named[key]})
        return tuple(self._newest(code, edition) for code in codes if code not in self._moved_to)


def _nation(edition: int) -> Region:
    return Region(NATION, edition, "Nasional", RegionKind.NATION)


def _bare_key(code: str, name: str) -> str:
    return key_of(name) if code.count(".") == 2 else key_of(kind_in(name)[1])


def _identity(span: Span) -> tuple[str, RegionKind]:
    return _bare_key(span.code, span.name), kind_of(span.code, span.name)


@cache
def region_index() -> RegionIndex:
    """The index of the packaged editions 2018-2025, read once per process."""
    text = files("netra.registry").joinpath("data/regions.csv").read_text(encoding="utf-8")
    return RegionIndex(read_spans(text.splitlines()))
