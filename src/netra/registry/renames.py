"""What an agency was called, and under whom it stood, from day to day. Pure: decides, writes nothing.

A history is a row of spells without gap or overlap: each ends on the day on which the next begins (half-open), the
last has no end, the first no beginning. Two spells beside each other always differ.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from netra.trust.errors import Refused
from netra.trust.language import long_date


class RenameRefused(Refused):
    """The name cannot be taken like this."""


@dataclass(frozen=True, slots=True)
class Borne:
    """One spell: the name, the code of the agency above (None for none), and the first day of the next spell."""

    name: str
    parent: str | None = None
    until: date | None = None


History = tuple[Borne, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Name and agency above as somebody tells them: from a day on, or (no day) only better than before.

    `former_name` is what the agency was called until that day, where the registry did not know it.
    """

    name: str
    parent: str | None
    since: date | None = None
    former_name: str = ""


def spell_on(history: History, day: date) -> Borne:
    """The spell in which the day lies."""
    return next(spell for spell in history if spell.until is None or spell.until > day)


def retold(history: History, told: Told, *, today: date) -> History:
    """The history with what was told; the same told twice changes nothing.

    With a day, a spell begins there and lasts as long as the one it was cut from. Without, the spell of today is
    corrected, and with it the past it covers; RenameRefused where that would take a name of other days.
    """
    spells = _cut(history, told.since) if told.since else list(history)
    at = spells.index(spell_on(tuple(spells), told.since or today))
    if told.since is None and told.name != spells[at].name:
        _refuse_name_of_other_days(spells, at, told.name)
    spells[at] = replace(spells[at], name=told.name, parent=told.parent)
    if told.since is not None and told.former_name:
        spells[at - 1] = replace(spells[at - 1], name=told.former_name)
    return _without_repeats(spells)


def _cut(history: History, day: date) -> list[Borne]:
    """The spells with one that begins on the day."""
    cut: list[Borne] = []
    for spell in history:
        begins_before = not cut or (cut[-1].until is not None and cut[-1].until < day)
        if begins_before and (spell.until is None or spell.until > day):
            cut.append(replace(spell, until=day))
        cut.append(spell)
    return cut


def _without_repeats(spells: list[Borne]) -> History:
    last = spells[-1]
    kept = (one for one, after in pairwise(spells) if (one.name, one.parent) != (after.name, after.parent))
    return (*kept, last)


def _refuse_name_of_other_days(spells: list[Borne], at: int, name: str) -> None:
    """Most likely an old list, or one ahead of its day: taken as a correction it would wipe out the rename."""
    ended = next((spell.until for spell in spells[:at] if spell.name == name), None)
    if ended is not None:
        raise RenameRefused(
            _(
                "Nama “%(name)s” sudah berakhir pada %(day)s dan instansi ini kini bernama lain. Bila nama itu dipakai "
                "lagi, isi sejak kapan; bila tidak, tulis nama yang sekarang."
            )
            % {"name": name[:80], "day": long_date(ended)}
        )
    begins = next((before.until for before, spell in pairwise(spells[at:]) if spell.name == name), None)
    if begins is not None:
        raise RenameRefused(
            _(
                "Nama “%(name)s” baru berlaku sejak %(day)s. Bila berlaku lebih awal, isi sejak kapan; bila tidak, "
                "tulis nama yang sekarang."
            )
            % {"name": name[:80], "day": long_date(begins)}
        )
