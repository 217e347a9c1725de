"""What an instrument is told to be: values on their way into tables. A form makes an entry; `checks` cleans it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.prevention.states import InstrumentKind


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One line of the audience, by codes; empty means any. See `models.Target`."""

    agency_code: str = ""
    unit_code: str = ""
    employment: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question with its choices; `right` counts from 0; the explanation is what a reader sees after a mistake."""

    text: str
    choices: Sequence[str]
    right: int
    explanation: str


@dataclass(frozen=True, slots=True)
class Original:
    """Another's letter as it came: the number and the date it bears, and its scan."""

    number: str
    letter_date: date
    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class InstrumentEntry:
    """An instrument. `original` is given where somebody else signed it, or it was signed before Netra was there."""

    kind: InstrumentKind
    agency_code: str
    subject: str
    points: Sequence[str]
    valid_from: date
    targets: Sequence[TargetLine]
    issuer: str = ""
    legal_basis: Sequence[str] = ()
    valid_until: date | None = None
    questions: Sequence[QuestionEntry] = ()
    asked: int = 0
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """One line of an attendance list: its number in the file, and the NIP as it was written."""

    line: int
    nip: str
