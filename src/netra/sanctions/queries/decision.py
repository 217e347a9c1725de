"""What is laid before the authority before it decides: the law, what was found, what was decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.cases.letters import LEVEL_WORDS
from netra.cases.models import Allegation, Deadline
from netra.law.candidates import about_the_candidate
from netra.law.end_of_service import WhoEnds, who_ends, who_ends_for_breach
from netra.law.regime import Regime
from netra.law.sanctions import Sanction
from netra.law.vocabulary import Employment, Level
from netra.letters.queries import letter
from netra.registry.queries import agency
from netra.sanctions.bounds import Bounds, limits_of, penalties_after, penalties_named, rung, terminations_offered
from netra.sanctions.competence import Competence, competence_for, dismissed_by
from netra.sanctions.deviation import Deviation, deviation_after, deviation_by
from netra.sanctions.leaving import NEVER_HELD
from netra.sanctions.models import Decision, Proceeding, Remedy
from netra.sanctions.signing import registered_title
from netra.sanctions.states import UNDONE, Route
from netra.sanctions.weighed import left_out

LIKE_CASES = 8


@dataclass(frozen=True, slots=True)
class LikeDecision:
    """A decision elsewhere as it holds now: its level, when and under what it was decided, and the floor of the law."""

    level: str
    decided_date: date
    regime: str
    level_floor: str
    below_floor: bool


@dataclass(frozen=True, slots=True)
class PenaltyOffer:
    """One penalty of the catalogue, how it stands to the bounds, and who may impose it."""

    sanction: Sanction
    deviation: Deviation
    competence: Competence | None

    @property
    def level_words(self) -> str:
        return LEVEL_WORDS[self.sanction.level]


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """What the decision page lays before the authority; `nominal` are penalties that cannot be imposed yet."""

    on: date
    limits: Bounds
    offered: Sequence[PenaltyOffer]
    nominal: Sequence[Sanction]
    like: Sequence[LikeDecision]
    heard: str
    signer_title: str
    # Who ends a status or, beside other penalties, a contract or a service; where an article was read.
    ends: WhoEnds | None
    employment: str
    # What stands in the case and is no matter of this decision: he was not called to answer it.
    left_out: Sequence[Allegation]
    # What a grave breach means for a candidate PNS beside its penalty; "" for everybody else.
    candidate: str = ""


def decision_sheet(proceeding: Proceeding, *, on: date) -> DecisionSheet:
    """The law's floor and ceiling for a decision on that day, the penalties that may be imposed, and like cases."""
    limits = limits_of(proceeding, decided=on)
    named = _named(proceeding, limits, on)
    kind = agency(proceeding.agency_code).kind if named else ""
    return DecisionSheet(
        on=on,
        limits=limits,
        offered=[_offer(proceeding, limits, kind, each) for each in named if each.may_be_imposed],
        nominal=[each for each in named if not each.may_be_imposed],
        like=like_decisions(proceeding),
        heard=heard(proceeding),
        signer_title=registered_title(proceeding.agency_code, on),
        ends=_who_ends(proceeding, limits.regime, named, on),
        employment=proceeding.party.employment,
        left_out=left_out(proceeding),
        # Told whatever the law's floor is, for the authority may choose any penalty.
        candidate=_candidate(proceeding, Level.SEVERE, limits.regime, on),
    )


def candidate_decided(made: Decision) -> str:
    """What the decided level means for a candidate PNS beside its penalty; "" for everybody else."""
    return _candidate(made.proceeding, Level(made.level), made.regime, made.decided_date) if made.level else ""


def _candidate(proceeding: Proceeding, level: Level, regime: str, on: date) -> str:
    if proceeding.route != Route.DISCIPLINE or not proceeding.party.employment:
        return ""
    known = Regime(regime) if regime else None
    return about_the_candidate(Employment(proceeding.party.employment), [level], proven=on, regime=known)


def _named(proceeding: Proceeding, limits: Bounds, on: date) -> list[Sanction]:
    if proceeding.route == Route.STATUS_TERMINATION:
        return terminations_offered(proceeding, decided=on)
    if proceeding.route != Route.DISCIPLINE or not limits.regime:
        return []
    return penalties_named(limits.regime, on, employment=proceeding.party.employment)


def _who_ends(proceeding: Proceeding, regime: str, named: Sequence[Sanction], on: date) -> WhoEnds | None:
    """Of a PNS on the route of discipline the President alone is told: the rest stands beside each penalty."""
    employment, position = proceeding.party.employment, proceeding.party.position
    if proceeding.route == Route.STATUS_TERMINATION:
        return who_ends(employment, position, decided=on)
    found = (dismissed_by(proceeding, regime, each) for each in named)
    return who_ends_for_breach(employment, position, decided=on) or next(filter(None, found), None)


def _offer(proceeding: Proceeding, limits: Bounds, kind: str, sanction: Sanction) -> PenaltyOffer:
    deviation = deviation_by(sanction, limits)
    disciplinary = proceeding.route == Route.DISCIPLINE
    competence = competence_for(proceeding, kind, limits.regime, sanction) if disciplinary else None
    return PenaltyOffer(sanction, deviation, competence)


@dataclass(frozen=True, slots=True)
class RemedyResult:
    """What holds after a decided objection or appeal: the level and penalty in words, and how it deviates."""

    level: str
    penalty: str
    deviation: Deviation

    @property
    def deviates(self) -> bool:
        return self.deviation.exists


def remedy_recorded_late(decision: Decision) -> date | None:
    """The day on which a remedy that bears a day in its term was written down after the term; None where in time."""
    term = decision.remedy_terms.first()
    recorded = letter(decision.remedy.letter_ref).letter_date
    late = term is not None and recorded is not None and term.due_date < recorded
    return recorded if late else None


def answer_recorded_late(remedy: Remedy, answered: date) -> Deadline | None:
    """The term of an answer that bears a day in it and was written down only after it; None where in time."""
    proceeding = remedy.decision.proceeding
    rules = ("objection_decision", "appeal_decision")
    met = proceeding.case.deadlines.filter(subject_ref=proceeding.ref, rule__in=rules, met_date=answered)
    return next((term for term in met if term.was_recorded_late), None)


def remedy_result(decision: Decision) -> RemedyResult | None:
    """What the remedy against this decision left in force; None while it waits, and where it was revoked."""
    remedy = decision.remedy
    if not remedy.level_after:
        return None
    penalty = penalty_labels(decision).get(remedy.sanction_after, decision.sanction_label)
    return RemedyResult(LEVEL_WORDS[remedy.level_after], penalty, deviation_after(decision, remedy.level_after))


def penalty_labels(decision: Decision) -> dict[str, str]:
    """By its code, what a penalty is called that was decided or may hold after a remedy.

    What was decided keeps its own name: that of a PPPK's penalty stands in the rules of his agency.
    """
    after = {each.code: each.label for each in penalties_after(decision)}
    return {**after, decision.sanction_code: decision.sanction_label}


def heard(proceeding: Proceeding) -> str:
    """HEARD, MISSED (twice summoned, twice absent), AGAIN (to be heard once more, by a team) or "": nobody is judged
    unheard (PP 94/2021 Ps 26).
    """
    if proceeding.examination is not None or hasattr(proceeding, "hearing"):
        return "HEARD"
    missed = [each for each in proceeding.calls if each.attended is False]
    if len(missed) == 2:
        return "MISSED"
    return "AGAIN" if proceeding.round > 1 else ""


def like_decisions(proceeding: Proceeding) -> Sequence[LikeDecision]:
    """The newest decisions elsewhere on the same conduct by the same route: level and year, never a person.

    What a remedy revoked or what never held is no precedent, and what a remedy changed is told as it was left.
    """
    found = (
        Decision.objects.filter(proceeding__conduct=proceeding.conduct, proceeding__route=proceeding.route)
        .exclude(proceeding_id=proceeding.pk)
        .exclude(remedy__outcome__in=UNDONE)
        .exclude(proceeding__outcome=NEVER_HELD)
        .select_related("remedy")
        .order_by("-proceeding_id")[:LIKE_CASES]
    )
    return [_as_it_holds(decision) for decision in found]


def _as_it_holds(decision: Decision) -> LikeDecision:
    remedy = getattr(decision, "remedy", None)
    level = (remedy.level_after if remedy else "") or decision.level
    below = bool(decision.level_floor) and rung(level) < rung(decision.level_floor)
    return LikeDecision(level, decision.decided_date, decision.regime, decision.level_floor, below)
