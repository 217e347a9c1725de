"""How a level stands to the law's floor and ceiling and to the recommendation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop

from netra.law.candidates import may_end_a_candidacy
from netra.law.sanctions import Sanction
from netra.sanctions.bounds import Bounds, penalties_after, rung
from netra.sanctions.models import Decision
from netra.sanctions.models.decision import CANDIDATE_END


@dataclass(frozen=True, slots=True)
class Deviation:
    """Which bounds a level leaves; `steps` are rungs of the ladder below the floor, as a negative number."""

    below_floor: bool
    below_recommendation: bool
    above_ceiling: bool
    steps: int

    @property
    def exists(self) -> bool:
        return self.below_floor or self.below_recommendation or self.above_ceiling


def outside(found: Deviation | Decision) -> list[tuple[str, str]]:
    """Each bound that is left, in the words of papers and pages, with the field of `Bounds` that holds it."""
    return [
        (words, bound)
        for left, words, bound in (
            (found.below_floor, gettext_noop("di bawah batas bawah hukum"), "floor"),
            (found.below_recommendation, gettext_noop("di bawah rekomendasi"), "recommended"),
            (found.above_ceiling, gettext_noop("di atas batas atas hukum"), "ceiling"),
        )
        if left
    ]


def deviation_of(level: str, limits: Bounds) -> Deviation:
    """Compare a level with the floor, the ceiling and the recommendation."""
    return deviation_from(level, floor=limits.floor, ceiling=limits.ceiling, recommended=limits.recommended)


def deviation_by(sanction: Sanction, limits: Bounds) -> Deviation:
    """The same for a sanction: the end of a candidacy is what the law itself has for a moderate or severe breach."""
    found = deviation_of(sanction.level, limits)
    lawful = sanction.code == CANDIDATE_END and may_end_a_candidacy(limits.ceiling)
    return replace(found, above_ceiling=False) if lawful else found


def deviation_from(level: str, *, floor: str, ceiling: str, recommended: str) -> Deviation:
    """The same for bounds that were kept with a decision; "" stands for a bound that there is not."""
    below = bool(floor) and rung(level) < rung(floor)
    return Deviation(
        below_floor=below,
        below_recommendation=bool(recommended) and rung(level) < rung(recommended),
        above_ceiling=bool(ceiling) and rung(level) > rung(ceiling),
        steps=rung(level) - rung(floor) if below else 0,
    )


def deviation_after(decision: Decision, level: str) -> Deviation:
    """How what holds after a remedy stands to the bounds that were kept with the decision."""
    if level == decision.level:
        below, above = decision.below_floor, decision.above_ceiling
        return Deviation(below, decision.below_recommendation, above, decision.steps_from_floor)
    kept = {"floor": decision.level_floor, "ceiling": decision.level_ceiling, "recommended": decision.recommended_level}
    return deviation_from(level, **kept)


def deviates_after(decision: Decision, level: str) -> bool:
    """Whether what holds after the remedy leaves the bounds of the decision: the mark then stands on the case too."""
    return deviation_after(decision, level).exists


def penalties_beside_bounds(decision: Decision) -> list[tuple[Sanction, Deviation]]:
    """What may hold after a remedy, each with how it stands to the bounds of the decision."""
    return [(each, deviation_after(decision, each.level)) for each in penalties_after(decision)]


def keep_bounds(made: Decision, limits: Bounds, deviation: Deviation, reason: str) -> None:
    """Write on a decision what the law and the recommendation asked for then, how it stands to them, and why."""
    made.level_floor, made.level_ceiling = limits.floor, limits.ceiling
    made.recommended_level = limits.recommended
    made.below_floor, made.above_ceiling = deviation.below_floor, deviation.above_ceiling
    made.below_recommendation = deviation.below_recommendation
    made.steps_from_floor = deviation.steps
    made.deviation_reason = reason.strip() if deviation.exists else ""
