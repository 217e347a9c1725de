"""What the law asks for one person: floor and ceiling over all his allegations, by the dates of his proceeding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from netra.cases.models import Act, Allegation, Party, Recommendation
from netra.cases.models.allegation import AllegationState
from netra.cases.operations import assess_allegation
from netra.law.candidates import dismissals
from netra.law.dated import Verification
from netra.law.judging import span_of_levels
from netra.law.record import span_around
from netra.law.regime import Regime
from netra.law.sanctions import Sanction, catalogue, terminations
from netra.law.violations import FORMS
from netra.law.vocabulary import CATEGORY_OF, Category, Employment, Level, Precision
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.models.decision import DISMISSALS
from netra.sanctions.states import CATEGORY_OF_ROUTE, Route
from netra.sanctions.weighed import administrative, is_standing, weighed_by
from netra.trust.asked_again import AskedAgain

LADDER = ("MORAL", "LIGHT", "MODERATE", "SEVERE", "TERMINATION")

ADMINISTRATIVE = frozenset(CATEGORY_OF_ROUTE.values())


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form of violation that is in force for an allegation: its level, its articles and how they were checked."""

    label: str
    category: str
    level: str
    articles: tuple[str, ...]
    verification: Verification
    counts: bool
    form: str
    era: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the law says of one allegation on one route; `changed` where an officer's own reading stands instead."""

    allegation: Allegation
    floor: str
    ceiling: str
    regime: str
    regime_reason: str
    rows: tuple[FormRow, ...]
    reasons: tuple[str, ...]
    needs_review: bool
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """Floor and ceiling as levels of the ladder ("" where the law states none), regime, and why it needs review.

    `recommended` is the level that the oversight body has recommended by now, "" where none is weighed here.
    """

    floor: str
    ceiling: str
    regime: str
    reasons: tuple[str, ...]
    needs_review: bool
    readings: tuple[Reading, ...] = ()
    recommended: str = ""


def rung(level: str) -> int:
    """The place of a level on the ladder; -1 for none."""
    return LADDER.index(level) if level in LADDER else -1


def bounds_for(
    party: Party, route: str, allegations: Iterable[Allegation], *, examined: date, decided: date | None
) -> Bounds:
    """One penalty, the heaviest (PP 94/2021 Ps 35): the heaviest floor and ceiling over these allegations."""
    categories = categories_weighed(party, route)
    readings = tuple(read_allegation(each, categories, examined, decided) for each in allegations)
    reasons = dict.fromkeys(reason for reading in readings for reason in reading.reasons)
    return Bounds(
        floor=heaviest(reading.floor for reading in readings),
        ceiling=heaviest(reading.ceiling for reading in readings),
        regime=next((reading.regime for reading in readings if reading.regime), ""),
        reasons=tuple(reasons),
        needs_review=any(reading.needs_review for reading in readings),
        readings=readings,
        recommended=recommended_level(party, categories),
    )


def categories_weighed(party: Party, route: str) -> frozenset[str]:
    """What a decision on this route answers: its own category, and every one that no other proceeding is about.

    Ethics and discipline may run side by side, each within bounds of its own (PP 42/2004 Ps 16). Where only one runs,
    its decision is the only answer there will be, so the whole law stands beside it.
    """
    if route not in CATEGORY_OF_ROUTE:
        return frozenset()
    others = (each for each in administrative(party) if each.route != route)
    elsewhere = {CATEGORY_OF_ROUTE[Route(each.route)] for each in others if is_standing(each)}
    return ADMINISTRATIVE - elsewhere


def action_recommended(proceeding: Proceeding) -> bool:
    """Whether the council recommended administrative action and the authority has not written why it takes none."""
    hearing = getattr(proceeding, "hearing", None)
    return hearing is not None and hearing.administrative_action and not hearing.action_declined_reason


_RECOMMENDED = AskedAgain(lambda party: Recommendation.objects.filter(party=party).order_by("pk"))


def recommendation_for(party: Party) -> Recommendation | None:
    """What the oversight body has recommended for this person by now; it may come after the proceeding was opened."""
    found = _RECOMMENDED.first(party=party.pk)
    if found is not None:
        found.party = party
    return found


def recommended_level(party: Party, categories: frozenset[str] = ADMINISTRATIVE) -> str:
    """The recommended level, where what was recommended is of these categories; "" where nothing is."""
    found = recommendation_for(party)
    return found.level if found and found.category in categories and found.level in LADDER else ""


def severe_is_likely(proceeding: Proceeding, *, proposed: str = "") -> bool:
    """Whether a severe penalty may come of it: by the law, by what was recommended, or by what is proposed or decided.

    The law's ceiling alone would let it pass where the law states none, or where somebody goes beyond it. For nothing
    else is an examination opened again.
    """
    if proceeding.round > 1:
        return True
    recommended = recommended_level(proceeding.party, categories_weighed(proceeding.party, proceeding.route))
    return Level.SEVERE in {proceeding.level_ceiling, recommended, proposed}


def heaviest(levels: Iterable[str]) -> str:
    return max(levels, key=rung, default="")


def limits_of(proceeding: Proceeding, *, decided: date) -> Bounds:
    """The law's floor and ceiling for a decision on that day, by the state of the case (PP 94/2021 Ps 40)."""
    examined = proceeding.examination_date or decided
    weighed = weighed_by(proceeding)
    return bounds_for(proceeding.party, proceeding.route, weighed, examined=examined, decided=decided)


def penalties_named(regime: str, on: date, *, employment: str = "PNS") -> list[Sanction]:
    """The discipline penalties that the law names on that day, lightest first, nominal ones among them.

    A PPPK never gets a penalty of PNS: PP 49/2018 leaves light and moderate ones to the rules of the own agency. A
    candidate PNS is no PNS yet: instead of what dismisses from that stands the end of his candidacy (PP 11/2017 Ps
    37(2) c); the law on it before that regulation was not read.
    """
    penalties = [
        sanction
        for level in (Level.LIGHT, Level.MODERATE, Level.SEVERE)
        for sanction in catalogue(Regime(regime), level, on, employment=Employment(employment))
    ]
    if employment == Employment.CPNS:
        penalties = [each for each in penalties if each.code not in DISMISSALS]
    return [*penalties, *dismissals(Employment(employment), decided=on)]


def penalties_offered(regime: str, on: date, *, employment: str = "PNS") -> list[Sanction]:
    """The discipline penalties that may be imposed on that day, lightest first."""
    return [each for each in penalties_named(regime, on, employment=employment) if each.may_be_imposed]


def penalties_after(decision: Decision) -> list[Sanction]:
    """What may hold after a remedy, lightest first: the penalties of the regime under which it was decided.

    PP 79/2021 Ps 6(1) and 9(1) let an objection end in something heavier and set no bound to it. No dismissal is
    offered all the same: whoever is dismissed appeals to BPASN (Ps 10), while the answer to an objection goes on to the
    administrative court (Ps 6(3), 9(3)), and no article that was read says which of the two would then hold.
    """
    employment = decision.proceeding.party.employment
    known = penalties_offered(decision.regime or Regime.DISC_94, decision.decided_date, employment=employment)
    return [each for each in known if decision.is_dismissal or each.code not in DISMISSALS]


def joining_of(proceeding: Proceeding) -> Act | None:
    """The act by which the person joined a party, the first where there are several."""
    acts = [each.act for each in weighed_by(proceeding) if each.category == "STATUS_TERMINATION"]
    return min(acts, key=lambda act: act.act_date, default=None)


def joining_days(proceeding: Proceeding) -> list[date]:
    """Every day on which the person may have joined, as exactly as it is known; none where no joining is weighed."""
    joining = joining_of(proceeding)
    if joining is None:
        return []
    span = span_around(joining.act_date, Precision(joining.act_date_precision))
    return [span.start + timedelta(days=number) for number in range((span.until - span.start).days)]


def terminations_offered(proceeding: Proceeding, *, decided: date) -> list[Sanction]:
    """The ends of status that may be decided on that day: for PNS, or for PPPK the end of the contract."""
    joining = joining_of(proceeding)
    acted = joining.act_date if joining else decided
    found = terminations(Employment(proceeding.party.employment), acted=acted, decided=decided)
    return [sanction for sanction in found if sanction.may_be_imposed]


def read_allegation(
    allegation: Allegation, categories: frozenset[str], examined: date, decided: date | None
) -> Reading:
    """The forms in force and the levels of these categories; an officer's changed reading goes before them."""
    answer = assess_allegation(allegation, allegation.party.case, examined=examined, decided=decided)
    rows = tuple(_row(row, categories) for row in answer["forms"] if row["in_force"])
    weighed = [(Category(row.category), Level(row.level)) for row in rows if row.counts]
    floor, ceiling = span_of_levels(weighed, repeat=bool(allegation.earlier_decision))
    found = Reading(
        allegation=allegation,
        floor=floor or "",
        ceiling=ceiling or "",
        regime=answer["regime"] or "",
        regime_reason=answer["regime_reason"],
        rows=rows,
        reasons=tuple(answer["reasons"]),
        needs_review=answer["needs_review"],
    )
    if allegation.state != AllegationState.CHANGED:
        return found
    return replace(
        found,
        floor=_weighed(allegation.level_floor, categories),
        ceiling=_weighed(allegation.level_ceiling, categories),
        reasons=(*found.reasons, f"Petugas membaca hukum secara lain: {allegation.reason}"),
        needs_review=False,
        changed=True,
    )


def _row(row: Mapping[str, Any], categories: frozenset[str]) -> FormRow:
    level = row["level"] or ""
    return FormRow(
        label=FORMS[row["form"]].label,
        category=row["category"],
        level=level,
        articles=tuple(row["basis"]),
        verification=Verification(row["verification"]),
        counts=row["category"] in categories and level in LADDER,
        form=row["form"],
        era=row["era"],
    )


def _weighed(level: str, categories: frozenset[str]) -> str:
    """A level only where it is weighed: moral belongs to ethics, termination to the status, the rest to discipline."""
    return level if level and CATEGORY_OF[Level(level)] in categories else ""
