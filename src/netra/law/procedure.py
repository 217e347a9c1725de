"""Steps of a procedure: which act leads from which state to which, and the article that says so on that day.

A room holds its steps as one tuple of `Step`; operations ask `find_step` and never write a state themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netra.law.dated import NothingInForce, Source


@dataclass(frozen=True, slots=True)
class Basis:
    """The article of a step in a half-open period, for one election law, employment, imposer and tier, or any."""

    source: Source
    start: date
    until: date | None = None
    election_kind: str = ""
    employment: str = ""
    imposed_by: str = ""
    tier: str = ""  # of the election office that takes the step

    def fits(self, election_kind: str, on: date, employment: str = "", imposed_by: str = "", tier: str = "") -> bool:
        holds = self.start <= on and (self.until is None or on < self.until)
        told = (
            (self.election_kind, election_kind),
            (self.employment, employment),
            (self.imposed_by, imposed_by),
            (self.tier, tier),
        )
        return holds and all(asked in {"", known} for asked, known in told)


@dataclass(frozen=True, slots=True)
class Step:
    """One allowed arrow: doing `act` in state `source` leads to `target`. `source` is None for the act that begins."""

    act: str
    source: str | None
    target: str
    basis: tuple[Basis, ...]

    def law(
        self, *, election_kind: str, on: date, employment: str = "", imposed_by: str = "", tier: str = ""
    ) -> Source:
        """The article on that day: the first of the table that fits; NothingInForce where none is known."""
        for basis in self.basis:
            if basis.fits(election_kind, on, employment, imposed_by, tier):
                return basis.source
        known = "; ".join(f"{each.source} ({each.start} – {each.until or 'terbuka'})" for each in self.basis)
        raise NothingInForce(f"{self.act}: tidak ada dasar hukum yang dimuat untuk {on.isoformat()}. Dikenal: {known}.")


def steps_from(steps: Iterable[Step], state: str | None) -> tuple[Step, ...]:
    """Every step that may be taken in `state`, in the order of the table."""
    return tuple(step for step in steps if step.source == state)


def find_step(steps: Iterable[Step], *, act: str, state: str | None, target: str | None = None) -> Step | None:
    """The step for `act` in `state` (towards `target` where an act has several), or None where it is forbidden."""
    for step in steps:
        if step.act == act and step.source == state and target in {None, step.target}:
            return step
    return None
