"""The list of requirements as pages show it: to the reporter before sending, to the officer who checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netra.intake.completeness import Point
from netra.web.intake.steps import BY_ROOM, Step


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One requirement and the page on which it can be met."""

    point: Point
    step: Step


def points(found: Iterable[Point]) -> list[ShownPoint]:
    """The requirements with the page of the form that asks for each."""
    return [ShownPoint(point, BY_ROOM[point.step]) for point in found]
