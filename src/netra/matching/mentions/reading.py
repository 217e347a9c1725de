"""Reading a text for the people in it. Rules decide, precision before quantity; nothing is looked up or kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from netra.matching.mentions.mention import Ground, Mention, Part, Quote, Reason
from netra.matching.mentions.offices import IsRegion, Office, office_at
from netra.matching.mentions.parts import with_parts
from netra.matching.mentions.rules import cues, place_phrases, pointers, word_list
from netra.matching.mentions.runs import Run, is_acronym, is_address, is_given, run_at
from netra.matching.mentions.words import Gap, Word, phrase_at, phrase_before, words_of
from netra.matching.names import parse

# A report is far shorter; of a longer text only its beginning is read, and `Reading.unread` says so.
LONGEST_TEXT = 100_000
MOST_MENTIONS = 200
_NEAR = (Gap.SPACE, Gap.DOT, Gap.COMMA, Gap.OPEN)
_TIED = (Gap.SPACE, Gap.DOT, Gap.OPEN)
_PLACE = re.compile(
    r"\b(?:Kab(?:upaten|\.)?|Kota|Kec(?:amatan|\.)?|Kel(?:urahan|\.)|Desa|Prov(?:insi|\.)|Distrik)"
    r" {0,2}[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,2}"
)
_FAR_REGION = 200
# Posts that are called after the office they serve: "staf ahli wali kota", "kasubag camat".
_UNDER_ANOTHER = ("unit", "place")
_LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """The mentions of a text in their order, and how many letters at its end were not read."""

    mentions: tuple[Mention, ...]
    unread: int = 0


def no_regions(_name: str) -> bool:
    """Where no list of regions is at hand."""
    return False


def read_mentions(text: str, *, is_region: IsRegion = no_regions) -> Reading:
    """The people and the offices that a text names, each with its words and why; never fails.

    `is_region` says whether some words are the name of a region: "Bupati Batanghari" is then an office with its region.
    """
    read = text[:LONGEST_TEXT]
    words = words_of(read)
    reader = _Reader(read, words, is_region)
    reader.go_through()
    stops = [word.start for word in words if word.gap is Gap.STOP]
    return Reading(tuple(with_parts(read, reader.mentions(), [*stops, len(read)])), len(text) - len(read))


def _no_region() -> frozenset[str]:
    return word_list("common") | word_list("place_kinds")


@dataclass
class _Reader:
    """What has been gathered from one text so far."""

    text: str
    words: Sequence[Word]
    is_region: IsRegion
    found: list[Mention] = field(default_factory=list)
    doubtful: list[Run] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    def go_through(self) -> None:
        at = 0
        while at < len(self.words) and len(self.found) < MOST_MENTIONS:
            at = self._step(at)
        self._named_again()

    def mentions(self) -> list[Mention]:
        """Names first; an office that no name took stands alone where it points at one person."""
        taken = {one.office.start for one in self.found if one.office}
        alone = [one for one in self.offices if one.stands_alone and self._held(one).start not in taken]
        return sorted(self.found + [self._office_alone(o) for o in alone], key=lambda one: one.words.start)[
            :MOST_MENTIONS
        ]

    def _step(self, at: int) -> int:
        """Read what begins at a word; where to go on."""
        office = office_at(self.words, at, self.is_region)
        if office is not None:
            self._keep_office(office)
            return max(office.stop, at + 1)
        if count := phrase_at(self.words, at, place_phrases()):
            kind = place_phrases().values[tuple(word.low for word in self.words[at : at + count])]
            return self._place_end(at + count, kind)
        run = run_at(self.words, at)
        if run is None:
            return at + max(1, phrase_at(self.words, at, pointers()))
        reasons = self._reasons(run)
        if reasons:
            self.found.append(self._mention(run, reasons))
        else:
            self.doubtful.append(run)
        return max(run.stop, at + 1)

    def _keep_office(self, office: Office) -> None:
        """A post under another office is one: of "staf ahli wali kota" nobody says that the mayor was there."""
        above = self.offices[-1] if self.offices else None
        follows = above is not None and above.stop == office.start and self.words[office.start].gap is Gap.SPACE
        if above is None or not follows or office.addressed or above.of not in _UNDER_ANOTHER:
            self.offices.append(office)
            return
        self.offices[-1] = replace(above, place=office.place, stop=office.stop)

    def _place_end(self, at: int, kind: str) -> int:
        """Past the name of a place or a group, and past the places that follow it after commas."""
        first = at
        while at < len(self.words) and self._goes_on_as_place(at, first, kind):
            if self.words[at].low in word_list("common"):
                return at + 1
            at += 1
        return at

    def _goes_on_as_place(self, at: int, first: int, kind: str) -> bool:
        word = self.words[at]
        if not word.capital or is_address(word) or phrase_at(self.words, at, pointers()):
            return False
        if office_at(self.words, at, self.is_region):
            return False
        if word.gap is not Gap.COMMA:
            return word.gap in (Gap.SPACE, Gap.DOT)
        if phrase_at(self.words, at, place_phrases()):
            return False
        run = run_at(self.words, at)
        if run is None or kind == "street":
            return at > first and (run is None or (run.name == run.start and run.degree == run.stop))
        return at > first and run.name == run.start and run.degree == run.stop and not is_given(word)

    def _reasons(self, run: Run) -> tuple[Reason, ...]:
        """What says that these words name a person; empty where too little does."""
        name = self._name(run)
        found = [reason for reason in (self._title(run), self._degree(run), self._pointed(run)) if reason]
        found += [reason for reason in (self._office_near(run), self._beside(run), self._listed(run)) if reason]
        given = self._given(run)
        strong = bool(found)
        if not strong and self._is_elsewhere(run):
            return ()
        if given and (strong or len(name) > 1):
            found.append(Reason(Ground.GIVEN, given))
        acronyms = [is_acronym(word) for word in name]
        if any(acronyms) and (not strong or (all(acronyms) and run.start == run.name and run.stop == run.degree)):
            return ()
        return tuple(found)

    def _name(self, run: Run) -> Sequence[Word]:
        return self.words[run.name : run.degree]

    def _given(self, run: Run) -> str:
        """The first word of the name that many are called by; empty where none is."""
        return next((word.text for word in self._name(run) if is_given(word)), "")

    def _listed(self, run: Run) -> Reason | None:
        """Joined to somebody by "dan": a name of two words."""
        before = self.found[-1] if self.found else None
        if before is None or len(self._name(run)) < 2 or any(map(is_acronym, self._name(run))):
            return None
        between = self.text[before.words.end : min(self.words[run.start].start, before.words.end + 9)].strip()
        near = self.words[run.start].start - before.words.end <= 9
        return Reason(Ground.LISTED, before.words.text) if near and between in ("dan", "&", "serta") else None

    def _is_elsewhere(self, run: Run) -> bool:
        before = self.words[run.start - 1] if run.start else None
        after_where = before is not None and before.low in word_list("where_words")
        return (after_where and self.words[run.start].gap is Gap.SPACE) or self.is_region(
            self._quote(run.start, run.stop).text
        )

    def _title(self, run: Run) -> Reason | None:
        return Reason(Ground.TITLE, self._quote(run.start, run.name).text) if run.name > run.start else None

    def _degree(self, run: Run) -> Reason | None:
        return Reason(Ground.DEGREE, self._quote(run.degree, run.stop).text) if run.stop > run.degree else None

    def _pointed(self, run: Run) -> Reason | None:
        count = phrase_before(self.words, run.start, pointers())
        if not count or not (self.words[run.start].gap in _TIED or self._numbered(run)):
            return None
        pointing = self.words[run.start - count : run.start]
        name = self._name(run)
        needs = pointers().values[tuple(word.low for word in pointing)]
        if needs and not self._given(run) and (len(name) < 2 or name[0].loud or any(map(is_acronym, name))):
            return None
        if self.is_region(self._quote(run.start, run.stop).text):
            return None
        return Reason(Ground.POINTED, self._quote(run.start - count, run.start).text)

    def _numbered(self, run: Run) -> bool:
        """Whether only a number parts the name from what points at it: "nomor urut 2 Ramlan Sadewa"."""
        before, first = self.words[run.start - 1], self.words[run.start]
        return first.start - before.end < _LONGEST_NUMBER and self.text[before.end : first.start].strip(" .").isdigit()

    def _office_near(self, run: Run) -> Reason | None:
        office = self._office_before(run) or self._office_after(run)
        return Reason(Ground.OFFICE, self._held(office).text) if office else None

    def _office_before(self, run: Run) -> Office | None:
        last = self.offices[-1] if self.offices else None
        if last is None or self.words[run.start].gap not in _NEAR:
            return None
        between = run.start - last.stop
        pointed = phrase_before(self.words, run.start, pointers())
        if len(self._name(run)) == 1 and self.words[run.name].loud and not self._given(run):
            return None
        return last if between == 0 or 0 < between == pointed else None

    def _office_after(self, run: Run) -> Office | None:
        """An office in apposition: behind a comma, in brackets, or after "selaku"."""
        at = run.stop
        if at < len(self.words) and self.words[at].low in ("selaku", "sebagai", "seorang", "adalah"):
            at += 1
        if at == len(self.words) or (at == run.stop and self.words[at].gap not in (Gap.COMMA, Gap.OPEN, Gap.SPACE)):
            return None
        office = office_at(self.words, at, self.is_region)
        if office is None or at > run.stop or self.words[at].gap is not Gap.SPACE:
            return office
        return office if office.of == "candidacy" and (self._given(run) or len(self._name(run)) > 1) else None

    def _beside(self, run: Run) -> Reason | None:
        if run.stop >= len(self.words):
            return None
        word, name = self.words[run.stop], self._name(run)
        if word.low in word_list("beside") and word.gap in _NEAR and not (word.loud and word.gap is Gap.SPACE):
            return Reason(Ground.BESIDE, word.text)
        end = self.words[run.stop - 1].end
        verb = next(cues("after").found(self.text, end, end + 40), None)
        if (
            verb
            and verb[0].group()[0].islower()
            and len(name) > 1
            and not name[0].loud
            and not any(map(is_acronym, name))
            and not self._is_elsewhere(run)
        ):
            near = verb[0].start() - end <= 1
            return Reason(Ground.BESIDE, verb[0].group()) if near else None
        return None

    def _named_again(self) -> None:
        """Words that are part of a name found elsewhere name the same person."""
        known = {word: one for one in self.found for word in one.words.text.lower().replace(".", " ").split()}
        for run in self.doubtful:
            name = self._name(run)
            whole = known.get(name[0].low)
            if whole is None or len(self.found) >= MOST_MENTIONS:
                continue
            parts = set(whole.words.text.lower().replace(".", " ").replace(",", " ").split())
            if all(word.low in parts for word in name) and any(len(word.low) > 3 for word in name):
                self.found.append(self._mention(run, (Reason(Ground.AGAIN, whole.words.text),)))

    def _mention(self, run: Run, reasons: tuple[Reason, ...]) -> Mention:
        office = self._office_before(run) or self._office_after(run)
        quote = self._quote(run.start, run.stop)
        if run.stop > run.degree and self.text[quote.end : quote.end + 1] == ".":
            quote = Quote(quote.start, quote.end + 1, quote.text + ".")
        held = self._held(office) if office else None
        region = self._region_of(office) if office else None
        return Mention(quote, parse(quote.text), Part.OTHER, held, region or self._region_after(run.stop), reasons)

    def _office_alone(self, office: Office) -> Mention:
        quote = self._quote(office.start, office.stop)
        region = self._region_of(office) or self._region_after(office.stop)
        held = self._held(office)
        return Mention(quote, None, Part.OTHER, held, region, (Reason(Ground.OFFICE, held.text),))

    def _held(self, office: Office) -> Quote:
        """The office without the address in front of it: of "Pak Lurah" the "Lurah"."""
        return self._quote(office.start + office.addressed, office.stop)

    def _region_of(self, office: Office) -> Quote | None:
        return self._quote(office.place, office.stop) if office.stop > office.place else None

    def _region_after(self, at: int) -> Quote | None:
        """The first region with its kind ("Kec. …") that the same sentence names behind."""
        start = self.words[at - 1].end
        limit = min(len(self.text), start + _FAR_REGION)
        stop = at
        while stop < len(self.words) and self.words[stop].start < limit and self.words[stop].gap is not Gap.STOP:
            stop += 1
        place = _PLACE.search(self.text, start, self.words[stop - 1].end)
        if place is None:
            return None
        said = place.group()
        while said.count(" ") > 1 and said.rpartition(" ")[2].lower() in _no_region():
            said = said.rpartition(" ")[0]
        return Quote(place.start(), place.start() + len(said), said)

    def _quote(self, start: int, stop: int) -> Quote:
        first, last = self.words[start].start, self.words[stop - 1].end
        return Quote(first, last, self.text[first:last])
