"""Which discipline regulation governs a case: PP 53/2010 or PP 94/2021.

The key is the state of the case, not the act date alone (PP 94/2021 Pasal 40): a penalty imposed before 31 August 2021
stays under PP 53/2010; an act that was not yet examined then is handled under PP 94/2021; what was examined but not yet
decided goes on under PP 94/2021.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from netra.law.sentences import Sentence

PP53_START = date(2010, 6, 6)
PP94_START = date(2021, 8, 31)
OPEN_SINCE = date(2020, 9, 1)  # an undated decision on an act from this day on may well have come after PP94_START


class Regime(StrEnum):
    DISC_53 = "DISC-53"
    DISC_94 = "DISC-94"


class Span(NamedTuple):
    """The days a date may mean: one day, a month or a year; half-open."""

    start: date
    until: date

    @classmethod
    def of_day(cls, day: date) -> Span:
        return cls(day, day + timedelta(days=1))


class Side(StrEnum):
    """Where a step of the case lies against the change of law."""

    LONG_BEFORE = "LONG_BEFORE"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ASTRIDE = "ASTRIDE"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class RegimeReading:
    """The regime, why, whether that is open, and whether PP 94/2021 reaches back to an older act."""

    regime: Regime | None
    reason: str
    is_open: bool = False
    reaches_back: bool = False


def side_of(span: Span | None) -> Side:
    """A partial date counts where it falls wholly on one side."""
    if span is None:
        return Side.UNKNOWN
    if span.start >= PP94_START:
        return Side.AFTER
    if span.until > PP94_START:
        return Side.ASTRIDE
    return Side.LONG_BEFORE if span.until <= OPEN_SINCE else Side.BEFORE


REACHES_BACK = (
    "Perbuatan terjadi sebelum 31 Agustus 2021, tetapi %(step)s sejak hari itu: PP 94/2021 berlaku "
    "(PP 94/2021 Pasal 40 ayat (3)-(4)); bahwa tingkat hukumannya ikut PP 94/2021 adalah pembacaan."
)
DECIDED, EXAMINED = "diputus", "diperiksa"
NOT_LOADED = "Perbuatan sebelum 6 Juni 2010 (PP 53/2010) tidak dimuat; yang dimuat: PP 53/2010 dan PP 94/2021."
NEW_REGIME = "Perbuatan sejak 31 Agustus 2021: PP 94/2021."
OLD_REGIME = "Hukuman diputus sebelum 31 Agustus 2021: tetap menurut PP 53/2010 (PP 94/2021 Pasal 40 ayat (1))."
PRESUMED = (
    "Perbuatan sebelum 31 Agustus 2021 dan %(known)s: dibaca sebagai diputus pada masanya, menurut PP 53/2010. Bila "
    "belum diperiksa atau belum diputus pada hari itu, berlaku PP 94/2021 (Pasal 40 ayat (3)-(4))."
)
ASTRIDE_THE_CHANGE = "tanggal yang diketahui hanya sebagian dan melintasi 31 Agustus 2021"
DECISION_UNKNOWN = "tanggal putusan tidak diketahui"


@lru_cache(maxsize=4096)
def read_regime(act_day: date, examination: Side, decision: Side) -> RegimeReading:
    """The regime of a case about an act of `act_day`, examined and decided on those sides of 31 August 2021."""
    if act_day < PP53_START:
        return RegimeReading(None, NOT_LOADED)
    if act_day >= PP94_START:
        return RegimeReading(Regime.DISC_94, NEW_REGIME)
    if decision in (Side.LONG_BEFORE, Side.BEFORE):
        return RegimeReading(Regime.DISC_53, OLD_REGIME)
    if decision is Side.AFTER:
        return RegimeReading(Regime.DISC_94, Sentence(REACHES_BACK, step=DECIDED), reaches_back=True)
    if examination is Side.AFTER:
        return RegimeReading(Regime.DISC_94, Sentence(REACHES_BACK, step=EXAMINED), reaches_back=True)
    return _presumed(act_day, examination, decision)


def _presumed(act_day: date, examination: Side, decision: Side) -> RegimeReading:
    astride = Side.ASTRIDE in (examination, decision)
    known = ASTRIDE_THE_CHANGE if astride else DECISION_UNKNOWN
    return RegimeReading(
        Regime.DISC_53,
        Sentence(PRESUMED, known=known),
        is_open=astride or act_day >= OPEN_SINCE or examination is Side.BEFORE,
    )
