"""One act on one day, in law: the rows in force, the category, the floor and the ceiling, and what must be reviewed.

Everything here depends on the question alone, and questions repeat: `judge` is remembered. Time enters as `era`, the
index of the period between two changes of any form's basis, so that a thousand days under one law are one question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from netra.law import reasons
from netra.law.conducts import CONDUCTS
from netra.law.contract_staff import binding, rules_of_the_agency
from netra.law.crime_laws import two_crime_laws
from netra.law.dated import Verification
from netra.law.regime import Regime
from netra.law.sanctions import Sanction, sanctions_of
from netra.law.violations import FORMS, AppliesBy, Basis, Contest, Form, Limit, Reach
from netra.law.vocabulary import (
    ADMINISTRATIVE,
    CIVIL_SERVANTS,
    RUNG,
    Category,
    ElectionKind,
    Employment,
    Level,
    Office,
    Phase,
    levels_between,
)

CHANGES: Sequence[date] = sorted(
    {day for form in FORMS.values() for basis in form.bases for day in (basis.start, basis.until) if day}
)


class Question(NamedTuple):
    """All that decides an answer, apart from the era."""

    conducts: tuple[str, ...]
    kind: ElectionKind
    office: Office | None
    phase: Phase | None
    employment: Employment
    repeat: bool
    regime: Regime | None
    regime_is_open: bool
    regime_reaches_back: bool
    in_campaign: bool  # every day the act may lie on is a day of the campaign


class Row(NamedTuple):
    """One form on one basis in force."""

    form: Form
    basis: Basis

    @property
    def is_administrative(self) -> bool:
        return self.form.category in ADMINISTRATIVE

    @property
    def is_settled(self) -> bool:
        return self.basis.level in RUNG


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer to a question in one era."""

    category: Category
    floor: Level | None
    ceiling: Level | None
    rows: tuple[Row, ...]
    set_aside: tuple[Row, ...]  # in force on that day, but for another contest than this one
    nearest: tuple[str, ...]
    sanctions: tuple[Sanction, ...]
    explanations: tuple[str, ...]
    crimes: tuple[str, ...]  # the threats of the crime rows that reach this person
    doubts: tuple[str, ...]  # why a person must look at it; empty where the answer stands by itself


def era_of(day: date) -> int:
    """The index of the period between two changes of law in which the day lies; 0 is before all of them."""
    return bisect_right(CHANGES, day)


@lru_cache(maxsize=65536)
def judge(question: Question, era: int) -> Judgement:
    """What the act is in law, in that era."""
    day = CHANGES[era - 1] if era else date.min
    forms = _forms(question, question.phase)
    speaking = tuple(
        row
        for form in forms
        for row in _rows(form, day, question.regime, question.employment, question.kind, question.office)
        if row.basis.speaks_in(question.phase)
    )
    rows = tuple(row for row in speaking if row.basis.fits(question.kind, question.office))
    set_aside = tuple(row for row in speaking if row not in rows)
    counting = tuple(row for row in rows if row.basis.level is not Level.NONE and reaches(row, question.employment))
    administrative = tuple(row for row in counting if row.is_administrative)
    floor, ceiling = floor_and_ceiling(administrative, repeat=question.repeat)
    span = (floor, ceiling)
    conflicts_said, conflicts = _conflicts(administrative, span)
    beyond_said, beyond = _beyond_the_letter(question, counting, administrative, span)
    doubts = (*_doubts(question, day, rows, counting, administrative, span), *conflicts, *beyond)
    return Judgement(
        category=_category(counting, administrative),
        floor=floor,
        ceiling=ceiling,
        rows=rows,
        set_aside=set_aside,
        nearest=_nearest(question, forms, rows),
        sanctions=_sanctions(question, day, floor, ceiling),
        explanations=(
            *_explanations(question, day, rows, counting),
            *conflicts_said,
            *beyond_said,
            *dict.fromkeys(reasons.other_contest(row.form, row.basis) for row in set_aside),
        ),
        crimes=tuple(dict.fromkeys(row.basis.sanction for row in counting if not row.is_administrative)),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _forms(question: Question, phase: Phase | None) -> tuple[Form, ...]:
    """The forms of all the conducts, each once."""
    of_each = [
        _forms_of(code, phase, question.kind, question.office, question.employment) for code in question.conducts
    ]
    return of_each[0] if len(of_each) == 1 else tuple(dict.fromkeys(form for forms in of_each for form in forms))


@lru_cache(maxsize=16384)
def _forms_of(
    conduct: str, phase: Phase | None, kind: ElectionKind, office: Office | None, employment: Employment
) -> tuple[Form, ...]:
    """The forms of a conduct in that phase whose contest fits and that can concern this person at all.

    Civil servants see every form of the conduct; others only crimes whose subject they can be.
    """
    return tuple(
        form
        for form in CONDUCTS[conduct].forms_in(phase)
        if form.fits(kind, office) and (employment in CIVIL_SERVANTS or employment in form.subjects)
    )


def reaches(row: Row, employment: Employment) -> bool:
    """Whether the row can be broken by that person; discipline and ethics: by civil servants."""
    return row.is_administrative or employment in (row.basis.subjects or row.form.subjects)


@lru_cache(maxsize=16384)
def _rows(
    form: Form,
    day: date,
    regime: Regime | None,
    employment: Employment,
    kind: ElectionKind,
    office: Office | None,
) -> tuple[Row, ...]:
    """The bases in force that may concern this person; a crime is never stretched to an office it does not name."""
    return tuple(
        row
        for row in (Row(form, basis.citing(kind, office).under(regime or "")) for basis in form.bases)
        if employment in (row.basis.applies_to or Employment)
        and row.basis.in_force(day, regime or "")
        and (employment in CIVIL_SERVANTS or reaches(row, employment))
        and (row.is_administrative or office is None or office in (row.basis.offices or Office))
    )


def _category(counting: Sequence[Row], administrative: Sequence[Row]) -> Category:
    for category in ADMINISTRATIVE:
        if any(row.form.category is category for row in administrative):
            return category
    if not counting:
        return Category.NONE
    if any(row.form.administration for row in counting):
        return Category.ELECTION_ADMINISTRATION
    return Category.ELECTION_CRIME


def floor_and_ceiling(administrative: Iterable[Row], *, repeat: bool) -> tuple[Level | None, Level | None]:
    """The lowest and the highest settled level of these rows."""
    return span_of_levels(
        ((row.form.category, row.basis.level) for row in administrative if row.is_settled), repeat=repeat
    )


def span_of_levels(settled: Iterable[tuple[Category, Level]], *, repeat: bool) -> tuple[Level | None, Level | None]:
    """The lowest and the highest level; a repetition starts from the highest of discipline (PP 94/2021 Pasal 35)."""
    found = sorted(settled, key=lambda each: RUNG[each[1]])
    if not found:
        return None, None
    lowest, highest = found[0][1], found[-1][1]
    discipline = [level for category, level in found if category is Category.DISCIPLINE]
    return (discipline[-1] if repeat and discipline else lowest), highest


def _sanctions(question: Question, day: date, floor: Level | None, ceiling: Level | None) -> tuple[Sanction, ...]:
    """Discipline penalties follow the regime of the case; all others the day of the act."""
    if floor is None or ceiling is None:
        return ()
    return tuple(
        sanction
        for level in levels_between(floor, ceiling)
        for sanction in sanctions_of(level, question.regime, question.employment)
        if sanction.catalogue == question.regime or sanction.holds_on(day)
    )


def _nearest(question: Question, forms: Iterable[Form], rows: Sequence[Row]) -> tuple[str, ...]:
    """Forms of the conduct without a basis in force; where nothing is in force, those of the other phase as well."""
    in_force = {row.form.code for row in rows}
    near = [form.code for form in forms if form.code not in in_force]
    if not rows:
        near = [form.code for form in _forms(question, None)]
    return tuple(near)


def _doubts(
    question: Question,
    day: date,
    rows: Sequence[Row],
    counting: Sequence[Row],
    administrative: Sequence[Row],
    span: tuple[Level | None, Level | None],
) -> tuple[str, ...]:
    """The doubts of rule and fact, each as a sentence."""
    found: list[str] = []
    if question.phase is None:
        found.append(reasons.PHASE_UNKNOWN)
    if not counting and not any(_clears(row.basis) for row in rows):
        found.append(reasons.nothing_in_force(question.kind, question.regime, question.employment))
    if counting and span == (None, None):
        found += [reasons.level_open(row.form) for row in _unsettled(counting, administrative)]
    found += _doubts_about_the_regime(question, administrative)
    if question.employment is Employment.PPPK and span not in ((None, None), (Level.TERMINATION, Level.TERMINATION)):
        found.append(reasons.pppk_sanctions(day))
    if question.employment is Employment.PPPK and span == (None, None) and not all(map(_binds_contract_staff, rows)):
        found.append(rules_of_the_agency(day))
    return tuple(found)


def _binds_contract_staff(row: Row) -> bool:
    return bool(binding(row.basis.sources))


def _clears(basis: Basis) -> bool:
    """Whether a row without sanction may stand alone: what nobody has read never clears an act by itself."""
    return basis.level is Level.NONE and basis.verification is not Verification.UNVERIFIED


def _unsettled(counting: Sequence[Row], administrative: Sequence[Row]) -> list[Row]:
    """Rows whose level is open while no settled one stands beside them."""
    beside = administrative or counting
    if any(row.basis.level is not Level.NEEDS_REVIEW for row in beside):
        return []
    return list(beside)


def _hangs_on_the_office(form: Form, question: Question) -> bool:
    """The form exists for one office only in this kind of election, and the record names none."""
    return question.office is None and question.kind is ElectionKind.GENERAL and Contest.GENERAL not in form.contests


def _conflicts(administrative: Sequence[Row], span: tuple[Level | None, Level | None]) -> tuple[list[str], list[str]]:
    """Recorded conflicts and cells that nobody read: only said of a row between floor and ceiling, else a doubt."""
    recorded = [(row, reasons.conflict(row.form, row.basis)) for row in administrative if row.basis.conflict]
    recorded += [(row, reasons.unread(row.form, row.basis)) for row in administrative if row.basis.unread]
    said = [sentence for row, sentence in recorded if row.basis.level not in span]
    return said, [sentence for row, sentence in recorded if row.basis.level in span]


def _beyond_the_letter(
    question: Question, counting: Sequence[Row], administrative: Sequence[Row], span: tuple[Level | None, Level | None]
) -> tuple[list[str], list[str]]:
    """What is said of deciding rows whose letter names other offices or the campaign only, and what is doubted.

    An office that the record leaves open is only said (the contract, rule 10 and its fourth record); a letter that
    surely does not reach the act is a doubt (ADR 10). Silent where the row changes nothing.
    """
    deciding = administrative or counting

    def matter(beyond: list[Row]) -> bool:
        rest = [row for row in deciding if row not in beyond]
        return bool(beyond) and not (administrative and floor_and_ceiling(rest, repeat=question.repeat) == span)

    kind, office = question.kind, question.office
    reached = [(row, row.basis.reach(kind, office)) for row in deciding]
    unnamed = [row for row, reach in reached if reach is Reach.OPEN]
    others = [row for row, reach in reached if reach is Reach.BEYOND]
    campaign = [row for row in deciding if is_outside_campaign(row, in_campaign=question.in_campaign)]
    said = [reasons.office_may_be_beyond(row.form, row.basis, kind) for row in unnamed]
    doubted = [reasons.beyond_the_letter(row.form, row.basis, kind) for row in others]
    doubted += [reasons.outside_campaign(row.form, row.basis) for row in campaign]
    return (
        said if matter([*unnamed, *others, *campaign]) else [],
        doubted if matter([*others, *campaign]) else [],
    )


def is_outside_campaign(row: Row, *, in_campaign: bool) -> bool:
    """Whether the row speaks of acts during the campaign only, and this act is not known to lie in one."""
    return row.basis.only_in is Limit.CAMPAIGN and not in_campaign


def _doubts_about_the_regime(question: Question, administrative: Sequence[Row]) -> list[str]:
    if question.employment not in CIVIL_SERVANTS:
        return []
    found = [reasons.REGIME_OPEN] if question.regime_is_open else []
    discipline = {row.form for row in administrative if row.form.category is Category.DISCIPLINE}
    if question.regime_reaches_back and any(_differs_by_regime(form) for form in discipline):
        found.append(reasons.HEAVIER_LAW_REACHES_BACK)
    return found


def _differs_by_regime(form: Form) -> bool:
    levels = {basis.level for basis in form.bases if basis.applies_by is AppliesBy.STATE_OF_CASE}
    return len(levels) > 1 or any(level is Level.NEEDS_REVIEW for level in levels)


def _explanations(question: Question, day: date, rows: Sequence[Row], counting: Sequence[Row]) -> list[str]:
    found = [reasons.no_sanction(row.form, row.basis) for row in rows if row.basis.level is Level.NONE]
    if question.employment not in CIVIL_SERVANTS:
        found.append(reasons.OTHER_REGIME[question.employment])
    categories = {row.form.category for row in counting}
    if question.phase is not None and {Category.ETHICS, Category.DISCIPLINE} <= categories:
        found.append(reasons.MAY_BE_COMBINED)
    if Category.STATUS_TERMINATION in categories and question.employment is Employment.PPPK:
        found += [reasons.PPPK_TERMINATION_BEFORE] if day < reasons.PPPK_RULES_START else []
    if question.repeat and Category.DISCIPLINE in categories:
        found.append(reasons.repeated(question.regime, question.employment))
    found += [reasons.subject_does_not_fit(row.form) for row in rows if not reaches(row, question.employment)]
    found += [reasons.candidacy_may_be_cancelled(row.basis) for row in rows if row.form.administration]
    found += [two_crime_laws(row.form, row.basis) for row in counting if _has_newer_crime_law(row)]
    found += [reasons.office_not_named(row.form) for row in counting if _hangs_on_the_office(row.form, question)]
    found += [reasons.no_level(row.form, row.basis) for row in counting if row.basis.level is Level.NEEDS_REVIEW]
    return list(dict.fromkeys(found))


def _has_newer_crime_law(row: Row) -> bool:
    return row.form.category is Category.ELECTION_CRIME and row.basis.until is not None
