"""Whom the text of a report names: proposals to its officer, made anew for each reading and kept nowhere.

A proposal is no accusation: who is reported is what the reporter said or an officer enters. Nobody need bear a decision
made by a machine alone (UU 27/2022 Pasal 10 ayat (1)).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netra.intake.models import ReportedPerson
from netra.intake.queries.detail import ReportDetail
from netra.matching.mentions import Mention, Part, Reason, people_in, read_mentions
from netra.matching.names import parse
from netra.registry.queries import is_region_name

_AROUND = 70
# Between two fields: further apart than anything that is read as one sentence.
_APART = "\n\n\n"
_MOST_EXCERPTS = 3
MOST_PEOPLE = 20


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the story with what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Somebody whom the report names; `name` is empty where only an office is said.

    `in_story` is false where only the answers beside the story name him: how it is known, what else may prove it.
    """

    number: int
    name: str
    office: str
    region: str
    part: Part
    why: tuple[Reason, ...]
    excerpts: tuple[Excerpt, ...]
    recorded: bool
    in_story: bool


def mentioned(detail: ReportDetail) -> tuple[Mentioned, ...]:
    """The people and offices that the free text of a report names, in its order; none where it is sealed or destroyed.

    The story comes first, so that whom it names is known by what it says of him.
    """
    report = detail.report
    told = tuple(filter(None, (report.what, report.how_known, report.other_evidence)))
    people = people_in(read_mentions(_APART.join(told), is_region=is_region_name).mentions)[:MOST_PEOPLE]
    story_end = len(report.what)
    return tuple(
        _mentioned(number, told, each, detail.persons, story_end) for number, each in enumerate(people, start=1)
    )


def _mentioned(
    number: int, told: tuple[str, ...], group: tuple[Mention, ...], persons: Iterable[ReportedPerson], story_end: int
) -> Mentioned:
    fullest = group[0]
    telling = next((one for one in group if one.why), fullest)
    office = next((one.office.text for one in group if one.office), "")
    region = next((one.region.text for one in group if one.region), "")
    return Mentioned(
        number=number,
        name=fullest.words.text if fullest.name else "",
        office=office,
        region=region,
        part=telling.part,
        why=tuple(dict.fromkeys((*telling.why, *fullest.person))),
        excerpts=tuple(_excerpt(told, one) for one in group[:_MOST_EXCERPTS]),
        recorded=any(_is_the_same(fullest, office, person) for person in persons),
        in_story=any(one.words.start < story_end for one in group),
    )


def _is_the_same(mention: Mention, office: str, person: ReportedPerson) -> bool:
    """Whether the reporter named this person, too: by the name, or by an office without a name."""
    if not mention.core:
        return bool(person.position) and person.position.casefold() == office.casefold()
    core = frozenset(parse(person.name).core)
    return bool(core) and (core <= mention.core or mention.core <= core)


def _excerpt(told: tuple[str, ...], mention: Mention) -> Excerpt:
    """The words with what stands around them in the same field."""
    text, start = _field_of(told, mention.words.start)
    end = start + len(mention.words.text)
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    # A word that is cut is left out.
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(before, mention.words.text, after)


def _field_of(told: tuple[str, ...], place: int) -> tuple[str, int]:
    """The field in which a place of the joined text lies, and where in it."""
    for text in told[:-1]:
        if place < len(text):
            return text, place
        place -= len(text) + len(_APART)
    return told[-1], place
