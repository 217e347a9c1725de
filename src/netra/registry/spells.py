"""What a newly told position means beside the spells already known. Pure: decides, writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from django.utils.translation import gettext as _

from netra.trust.language import long_date


class Spell(Protocol):
    """A primary position spell, as far as this decision needs it."""

    @property
    def start_date(self) -> date: ...

    @property
    def until_date(self) -> date | None: ...

    @property
    def start_is_assumed(self) -> bool: ...


class Step(StrEnum):
    NOTHING = "NOTHING"  # known already
    CORRECT = "CORRECT"  # the same spell, told better
    START = "START"  # a new spell; the one that is open ends on that day
    REFUSE = "REFUSE"


@dataclass(frozen=True, slots=True)
class Decision:
    """The step, the spell it concerns, the first day of the new one, and the reason of a refusal.

    `is_assumed` where nobody said on which day the post began; `before` ends earlier where a start moves to its day.
    """

    step: Step
    spell: Spell | None = None
    start_date: date | None = None
    reason: str = ""
    is_assumed: bool = False
    before: Spell | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says, already compared with each known spell: `same_post` (where and what), `same` (all of it)."""

    start_date: date | None
    today: date
    same_post: Sequence[bool]
    same: Sequence[bool]


def decide(known: Sequence[Spell], told: Told) -> Decision:
    """Beside `known` (oldest first, without overlap), what to do with what is told.

    Without a start date the row speaks of today's spell: the same post is corrected in place, another begins today.
    Such a day is assumed, and gives way to an earlier one that is told for the same post.
    """
    if not known:
        return Decision(Step.START, None, told.start_date or told.today, is_assumed=told.start_date is None)
    latest = known[-1]
    if told.start_date is None:
        return _undated(known, told)
    for spell, is_same in zip(known, told.same, strict=True):
        if spell.start_date == told.start_date:
            is_known = is_same and not spell.start_is_assumed
            return Decision(Step.NOTHING if is_known else Step.CORRECT, spell, told.start_date)
    if told.start_date > latest.start_date:
        return _begun_later(latest, told.start_date)
    return _begun_earlier(known, told, told.start_date)


def _undated(known: Sequence[Spell], told: Told) -> Decision:
    """What is to begin later was entered on purpose: a list of today never rewrites it."""
    begun = [place for place, spell in enumerate(known) if spell.start_date <= told.today]
    coming = known[len(begun) :]
    place = begun[-1] if begun else 0
    spell = known[place]
    if told.same[place]:
        return Decision(Step.NOTHING, spell, spell.start_date)
    if begun and (told.same_post[place] or spell.start_date == told.today):
        is_assumed = spell.start_is_assumed or not told.same_post[place]
        return Decision(Step.CORRECT, spell, spell.start_date, is_assumed=is_assumed)
    if coming:
        return Decision(Step.REFUSE, reason=_coming(coming[0].start_date))
    return replace(_begun_later(spell, told.today), is_assumed=True)


def _begun_earlier(known: Sequence[Spell], told: Told, start: date) -> Decision:
    """An assumed start moves to the day that is told, and with it the end of the post before; nothing else does."""
    place = next(place for place, spell in enumerate(known) if spell.start_date > start)
    spell = known[place]
    if spell.start_date > told.today:
        return Decision(Step.REFUSE, reason=_coming(spell.start_date))
    if not spell.start_is_assumed:
        latest = max(each.start_date for each in known if each.start_date <= told.today)
        return Decision(Step.REFUSE, reason=_older(start, latest))
    if not told.same_post[place]:
        return Decision(Step.REFUSE, reason=_assumed(start, spell.start_date))
    before = known[place - 1] if place else None
    if before is None or before.until_date is None or before.until_date <= start:
        return Decision(Step.CORRECT, spell, start)
    if before.until_date < spell.start_date:
        return Decision(Step.REFUSE, reason=_overlapping(before, start))
    return Decision(Step.CORRECT, spell, start, before=before)


def _begun_later(latest: Spell, start: date) -> Decision:
    if latest.until_date is not None and latest.until_date > start:
        return Decision(Step.REFUSE, reason=_overlapping(latest, start))
    return Decision(Step.START, latest, start)


def _older(start: date, latest: date) -> str:
    return _(
        "TMT jabatan %(start)s lebih lama daripada jabatan yang sudah tercatat (sejak %(latest)s). "
        "Riwayat lama tidak diubah lewat impor."
    ) % {"start": long_date(start), "latest": long_date(latest)}


def _assumed(start: date, assumed: date) -> str:
    return _(
        "TMT jabatan %(start)s mendahului jabatan lain yang tercatat sejak %(assumed)s; hari itu perkiraan, yaitu "
        "tanggal impor berkas yang tidak menyebut TMT. Bila yang dimaksud jabatan itu juga, samakan nama jabatan, "
        "instansi, dan unitnya dengan yang tercatat, maka TMT-nya diperbaiki."
    ) % {"start": long_date(start), "assumed": long_date(assumed)}


def _coming(start: date) -> str:
    return _(
        "Pegawai ini sudah tercatat pindah jabatan mulai %(start)s, dan impor tidak menyisipkan jabatan lain sebelum "
        "hari itu. Bila yang tercatat itu keliru, impor baris dengan TMT %(start)s dan jabatan yang benar."
    ) % {"start": long_date(start)}


def _overlapping(latest: Spell, start: date) -> str:
    return _("TMT jabatan %(start)s jatuh di dalam jabatan yang berjalan sampai %(until)s.") % {
        "start": long_date(start),
        "until": long_date(latest.until_date) if latest.until_date else "",
    }
