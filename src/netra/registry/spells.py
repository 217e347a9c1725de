"""What a newly told position means beside the spells already known. Pure: decides, writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


class Step(StrEnum):
    NOTHING = "NOTHING"  # known already
    CORRECT = "CORRECT"  # the same spell, told better
    START = "START"  # a new spell; the one that is open ends on that day
    REFUSE = "REFUSE"


@dataclass(frozen=True, slots=True)
class Decision:
    """The step, the spell it concerns, the first day of the new one, and the reason of a refusal."""

    step: Step
    spell: Spell | None = None
    start_date: date | None = None
    reason: str = ""


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
    """
    if not known:
        return Decision(Step.START, None, told.start_date or told.today)
    latest = known[-1]
    if told.start_date is None:
        return _undated(known, told)
    for spell, is_same in zip(known, told.same, strict=True):
        if spell.start_date == told.start_date:
            return Decision(Step.NOTHING if is_same else Step.CORRECT, spell, told.start_date)
    if told.start_date > latest.start_date:
        return _begun_later(latest, told.start_date)
    return Decision(Step.REFUSE, reason=_older(told.start_date, latest.start_date))


def _undated(known: Sequence[Spell], told: Told) -> Decision:
    """What is to begin later was entered on purpose: a list of today never rewrites it."""
    begun = [place for place, spell in enumerate(known) if spell.start_date <= told.today]
    coming = known[len(begun) :]
    place = begun[-1] if begun else 0
    spell = known[place]
    if told.same[place]:
        return Decision(Step.NOTHING, spell, spell.start_date)
    if begun and (told.same_post[place] or spell.start_date == told.today):
        return Decision(Step.CORRECT, spell, spell.start_date)
    if coming:
        return Decision(Step.REFUSE, reason=_coming(coming[0].start_date))
    return _begun_later(spell, told.today)


def _begun_later(latest: Spell, start: date) -> Decision:
    if latest.until_date is not None and latest.until_date > start:
        return Decision(Step.REFUSE, reason=_overlapping(latest, start))
    return Decision(Step.START, latest, start)


def _older(start: date, latest: date) -> str:
    return _(
        "TMT jabatan %(start)s lebih lama daripada jabatan yang sudah tercatat (sejak %(latest)s). "
        "Riwayat lama tidak diubah lewat impor."
    ) % {"start": long_date(start), "latest": long_date(latest)}


def _coming(start: date) -> str:
    return _(
        "Pegawai ini sudah tercatat pindah jabatan mulai %(start)s, sedangkan baris ini menyebut jabatan lain tanpa "
        "TMT. Isi TMT jabatan, atau perbaiki jabatan yang akan datang pada halaman pegawai."
    ) % {"start": long_date(start)}


def _overlapping(latest: Spell, start: date) -> str:
    return _("TMT jabatan %(start)s jatuh di dalam jabatan yang berjalan sampai %(until)s.") % {
        "start": long_date(start),
        "until": long_date(latest.until_date) if latest.until_date else "",
    }
