"""The circular that an early warning proposes: its draft in words, for a person to change before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.law.in_words import category_in_words, levels_in_words
from netra.law.indonesian_dates import in_words
from netra.law.turning import Side, Turn
from netra.prevention.queries.warnings import EarlyWarning


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a draft begins with; whoever drafts it answers for every word."""

    subject: str
    points: list[str]
    legal_basis: list[str]
    valid_from: date


def proposed(warning: EarlyWarning, *, on: date) -> Proposal:
    """A circular about what turns on the day of the determination, in force from today on.

    Only what gets graver is told: a conduct that no row names from that day on is not therefore allowed, and a
    circular must not read as if it were.
    """
    graver = [turn for turn in warning.turns if is_graver(turn)]
    sources = dict.fromkeys(str(source) for turn in graver for source in turn.after.sources)
    return Proposal(
        subject=f"Netralitas pegawai ASN menjelang penetapan calon {warning.election.name}",
        points=[_point(turn, warning.day) for turn in graver],
        legal_basis=list(sources),
        valid_from=on,
    )


def is_graver(turn: Turn) -> bool:
    """Whether the conduct is answered more severely from that day on, or named for the first time."""
    return bool(turn.after.sources) and (turn.after.floor is not None or turn.before.floor is None)


def _point(turn: Turn, day: date) -> str:
    return f"{turn.label}: sejak {in_words(day)} {_answer(turn.after)}."


def _answer(side: Side) -> str:
    """What stands, and what the law leaves to review as that: whoever reads a circular sees no mark beside it."""
    levels = levels_in_words(side.floor, side.ceiling) if side.floor else "tingkatnya ditetapkan pemeriksa"
    answer = f"{category_in_words(side.category)}, {levels}"
    return f"dapat menjadi {answer}, menurut keadaan perbuatannya" if side.needs_review else answer
