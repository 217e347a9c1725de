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
    """Somebody whom the story names; `name` is empty where only an office is said."""

    number: int
    name: str
    office: str
    region: str
    part: Part
    why: tuple[Reason, ...]
    excerpts: tuple[Excerpt, ...]
    recorded: bool


def mentioned(detail: ReportDetail) -> tuple[Mentioned, ...]:
    """The people and offices that the story names, in its order; none where the story is sealed or destroyed."""
    story = detail.report.what
    people = people_in(read_mentions(story, is_region=is_region_name).mentions)[:MOST_PEOPLE]
    return tuple(_mentioned(number, story, each, detail.persons) for number, each in enumerate(people, start=1))


def _mentioned(number: int, story: str, group: tuple[Mention, ...], persons: Iterable[ReportedPerson]) -> Mentioned:
    fullest = group[0]
    told = next((one for one in group if one.why), fullest)
    office = next((one.office.text for one in group if one.office), "")
    region = next((one.region.text for one in group if one.region), "")
    return Mentioned(
        number=number,
        name=fullest.words.text if fullest.name else "",
        office=office,
        region=region,
        part=told.part,
        why=tuple(dict.fromkeys((*told.why, *fullest.person))),
        excerpts=tuple(_excerpt(story, one) for one in group[:_MOST_EXCERPTS]),
        recorded=any(_is_the_same(fullest, office, person) for person in persons),
    )


def _is_the_same(mention: Mention, office: str, person: ReportedPerson) -> bool:
    """Whether the reporter named this person, too: by the name, or by an office without a name."""
    if not mention.core:
        return bool(person.position) and person.position.casefold() == office.casefold()
    core = frozenset(parse(person.name).core)
    return bool(core) and (core <= mention.core or mention.core <= core)


def _excerpt(story: str, mention: Mention) -> Excerpt:
    start, end = mention.words.start, mention.words.end
    first, last = max(0, start - _AROUND), min(len(story), end + _AROUND)
    before, after = story[first:start], story[end:last]
    # A word that is cut is left out.
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(story):
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(before, mention.words.text, after)
