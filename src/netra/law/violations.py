"""The violation forms: what an act may be in law, on which basis, in which period, at which level.

A form has one row per legal basis (an era). Rows of a government regulation and of the joint decree stand side by
side: the one gives the prohibition and its level, the other the recognised form. Rows of the two discipline regulations
follow the state of the case, not the act date (PP 94/2021 Pasal 40); every other row follows the act date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from netra.law.data_files import Entry, MalformedData, refuse_unknown_keys
from netra.law.dated import Source, Verification
from netra.law.instruments import INSTRUMENTS, refuse_sources_not_yet_in_force
from netra.law.loading import code_of, codes_of, period_of, read_family, sources_of, text_of
from netra.law.penalties import NOTHING, Penalty, penalty_of
from netra.law.regime import Regime
from netra.law.vocabulary import OFFICES, Category, ElectionKind, Employment, Level, Office, Phase


class Contest(StrEnum):
    GENERAL = "GENERAL"
    REGIONAL = "REGIONAL"
    GENERAL_DPD = "GENERAL/DPD"

    def fits(self, kind: ElectionKind, office: Office | None) -> bool:
        """Whether an act in this election may fall under the contest; an unknown office is not excluded."""
        if self is Contest.GENERAL_DPD:
            return kind is ElectionKind.GENERAL and office in (None, Office.DPD)
        return self.value == kind.value


class Reach(StrEnum):
    """How a letter that names offices stands to a contest."""

    SURE = "SURE"
    OPEN = "OPEN"  # the record leaves the office open, and the letter names some of that election
    BEYOND = "BEYOND"


class LevelReason(StrEnum):
    """Why a row states no level that software may use."""

    UNMAPPED = "UNMAPPED"
    SANCTION_NOT_READ = "SANCTION_NOT_READ"
    NOT_VERIFIED = "NOT_VERIFIED"
    HEAVIER_THAN_SUBORDINATE = "HEAVIER_THAN_SUBORDINATE"
    SAME_AS_SUBORDINATE = "SAME_AS_SUBORDINATE"
    RESTS_ON_THE_OTHER_REGIME = "RESTS_ON_THE_OTHER_REGIME"
    DETERMINED_BY_TASK_FORCE = "DETERMINED_BY_TASK_FORCE"
    NO_BREACH = "NO_BREACH"
    NO_CRIMINAL_PENALTY = "NO_CRIMINAL_PENALTY"


class Limit(StrEnum):
    """A stage of the contest outside which a row does not speak."""

    CAMPAIGN = "CAMPAIGN"


class AppliesBy(StrEnum):
    ACT_DATE = "ACT_DATE"
    STATE_OF_CASE = "STATE_OF_CASE"


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """One legal basis of a form: its period, level, sanction in words, and every source it rests on."""

    era: str
    start: date
    until: date | None
    applies_by: AppliesBy
    level: Level
    level_reason: LevelReason | None
    level_under: str  # the discipline regime from which the level is read; empty: the level is the row's own
    sanction: str
    penalty: Penalty  # the sanction of a crime in figures
    verification: Verification
    sources: tuple[Source, ...]
    limbs: Mapping[Source, frozenset[Office]]  # the sources that speak of these offices only
    phase: Phase | None  # where this basis speaks of one phase of a form for both
    contests: tuple[Contest, ...]  # where this basis speaks of fewer contests than its form; empty: of all of them
    contests_conflict: str  # why the sources do not agree on that, with both readings
    applies_to: frozenset[Employment]
    subjects: frozenset[Employment]  # whom this crime row reaches; empty: the subjects of the form
    offices: frozenset[Office]
    only_in: Limit | None
    conflict: str
    unread: str  # what of the row nobody read although its level stands, and what the level rests on
    note: str

    @property
    def forbids(self) -> bool:
        """Whether the act is forbidden by this basis: also where its breach is no crime and no level is stated."""
        return self.level is not Level.NONE or self.level_reason is LevelReason.NO_CRIMINAL_PENALTY

    def in_force(self, act_day: date, regime: str) -> bool:
        """Whether this row governs an act of that day in a case under that discipline regime."""
        if self.applies_by is AppliesBy.STATE_OF_CASE:
            return self.era == regime
        return self.start <= act_day and (self.until is None or act_day < self.until)

    def speaks_in(self, phase: Phase | None) -> bool:
        """Whether this basis speaks of acts in that phase; of an unknown one it may."""
        return phase is None or self.phase in (None, phase)

    def fits(self, kind: ElectionKind, office: Office | None) -> bool:
        """Whether this basis speaks of acts in that election."""
        return not self.contests or any(contest.fits(kind, office) for contest in self.contests)

    def reach(self, kind: ElectionKind, office: Office | None) -> Reach:
        """Whether the letter reaches that contest; one that names no office reaches every one."""
        at_stake = OFFICES[kind] if office is None else frozenset({office})
        if not self.offices or self.offices >= at_stake:
            return Reach.SURE
        return Reach.OPEN if office is None and not self.offices.isdisjoint(at_stake) else Reach.BEYOND

    def under(self, regime: str) -> Basis:
        """This basis in a case under that discipline regime: a level that is read from the other one is open there."""
        return self if self.level_under in ("", regime) else _opened(self)

    def citing(self, kind: ElectionKind, office: Office | None) -> Basis:
        """This basis with the limbs of that office alone; where none names it, with those of that kind of election."""
        named = office is not None and any(office in offices for offices in self.limbs.values())
        return _citing(self, frozenset({office}) if office and named else OFFICES[kind]) if self.limbs else self


@cache
def _opened(basis: Basis) -> Basis:
    return replace(basis, level=Level.NEEDS_REVIEW, level_reason=LevelReason.RESTS_ON_THE_OTHER_REGIME)


@cache
def _citing(basis: Basis, offices: frozenset[Office]) -> Basis:
    """One narrowed basis per basis and offices, so that whoever compares rows meets the same one again.

    Where the limb that is left was not read but derived, so is the basis.
    """
    kept = (each for each in basis.sources if each not in basis.limbs or not offices.isdisjoint(basis.limbs[each]))
    sources = tuple(kept) or basis.sources
    derived = all(source.verification is Verification.DERIVED for source in sources)
    lowered = derived and basis.verification is Verification.SEEN
    return replace(basis, sources=sources, verification=Verification.DERIVED if lowered else basis.verification)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One violation form with all its bases."""

    code: str
    label: str
    category: Category
    phase: Phase | None  # None: both phases
    contests: tuple[Contest, ...]
    subjects: frozenset[Employment]  # whom a crime row reaches; empty for administrative forms: civil servants
    administration: bool
    window: str  # key of the window in which the act is forbidden at all
    towards_party: str  # the form of the same act for a party, once the parties that take part were determined
    matrix_rows: tuple[str, ...]
    note: str
    bases: tuple[Basis, ...]

    def fits(self, kind: ElectionKind, office: Office | None) -> bool:
        return any(contest.fits(kind, office) for contest in self.contests)


_BASIS_KEYS = (
    *("era", "from", "until", "applies_by", "level", "level_reason", "level_under", "stated_level", "phase"),
    "contests",
    "contests_conflict",
    *(
        "applies_to",
        "subjects",
        "offices",
        "only_in",
        "sanction",
        "penalty",
        "verification",
        "sources",
        "conflict",
        "unread",
    ),
    "note",
)
_FORM_KEYS = (
    *("label", "category", "phase", "contests", "subjects", "administration", "window", "towards_party"),
    *("matrix_rows", "note", "bases"),
)


def _basis(form: str, entry: Entry) -> Basis:
    where = f"{form} / {entry.get('era')}"
    refuse_unknown_keys(entry, _BASIS_KEYS, where=where)
    start, until = period_of(where, entry)
    level = code_of(where, entry, "level", Level)
    reason = code_of(where, entry, "level_reason", LevelReason) if "level_reason" in entry else None
    if (level in (Level.NEEDS_REVIEW, Level.NONE)) != (reason is not None):
        raise MalformedData(f"{where}: level {level} and level_reason {reason} do not belong together")
    verification = code_of(where, entry, "verification", Verification)
    if verification is Verification.UNVERIFIED and level not in (Level.NEEDS_REVIEW, Level.NONE):
        raise MalformedData(f"{where}: an unverified row may not settle a level")
    sources = sources_of(where, _without_offices(entry), INSTRUMENTS)
    refuse_sources_not_yet_in_force(where, start, sources)
    applies_by = code_of(where, {"applies_by": "ACT_DATE", **entry}, "applies_by", AppliesBy)
    return Basis(
        era=text_of(where, entry, "era"),
        start=start,
        until=until,
        applies_by=applies_by,
        level=level,
        level_reason=reason,
        level_under=code_of(where, entry, "level_under", Regime).value if "level_under" in entry else "",
        sanction=text_of(where, entry, "sanction"),
        penalty=penalty_of(where, entry),
        verification=verification,
        sources=sources,
        limbs=_limbs_of(where, entry, sources),
        phase=code_of(where, entry, "phase", Phase) if "phase" in entry else None,
        contests=codes_of(where, entry, "contests", Contest),
        contests_conflict=entry.get("contests_conflict", ""),
        applies_to=frozenset(codes_of(where, entry, "applies_to", Employment)),
        subjects=frozenset(codes_of(where, entry, "subjects", Employment)),
        offices=frozenset(codes_of(where, entry, "offices", Office)),
        only_in=code_of(where, entry, "only_in", Limit) if "only_in" in entry else None,
        conflict=entry.get("conflict", ""),
        unread=entry.get("unread", ""),
        note=entry.get("note", ""),
    )


def _without_offices(entry: Entry) -> Entry:
    raw = entry.get("sources")
    if not isinstance(raw, list):
        return entry
    plain = [{key: each[key] for key in each if key != "offices"} if isinstance(each, dict) else each for each in raw]
    return {**entry, "sources": plain}


def _limbs_of(where: str, entry: Entry, sources: tuple[Source, ...]) -> Mapping[Source, frozenset[Office]]:
    limbs = (
        (source, codes_of(where, each, "offices", Office))
        for source, each in zip(sources, entry["sources"], strict=True)
    )
    return MappingProxyType({source: frozenset(offices) for source, offices in limbs if offices})


def _form(code: str, entry: Entry) -> Form:
    refuse_unknown_keys(entry, _FORM_KEYS, where=code)
    phase = text_of(code, entry, "phase")
    if not entry.get("bases"):
        raise MalformedData(f"{code}: bases are missing")
    return Form(
        code=code,
        label=text_of(code, entry, "label"),
        category=code_of(code, entry, "category", Category),
        phase=None if phase == "any" else code_of(code, entry, "phase", Phase),
        contests=codes_of(code, entry, "contests", Contest),
        subjects=frozenset(codes_of(code, entry, "subjects", Employment)),
        administration=bool(entry.get("administration", False)),
        window=entry.get("window", ""),
        towards_party=entry.get("towards_party", ""),
        matrix_rows=tuple(entry.get("matrix_rows") or ()),
        note=entry.get("note", ""),
        bases=tuple(_basis(code, basis) for basis in entry["bases"]),
    )


def load_forms(entries: Mapping[str, Any]) -> Mapping[str, Form]:
    """The forms by code; `MalformedData` where a value, a period or a source is missing."""
    forms = {code: _form(code, entry) for code, entry in entries.items()}
    for form in forms.values():
        _refuse_a_crime_without_figures(form)
        if form.towards_party and form.towards_party not in forms:
            raise MalformedData(f"{form.code}: no such form as {form.towards_party}")
    return MappingProxyType(forms)


def _refuse_a_crime_without_figures(form: Form) -> None:
    for basis in form.bases:
        is_threatened = form.category is Category.ELECTION_CRIME and basis.level is not Level.NONE
        if is_threatened != (basis.penalty is not NOTHING):
            raise MalformedData(f"{form.code} / {basis.era}: `penalty` gives a crime in figures, and nothing else")


FORMS = load_forms(read_family("forms_ethics.yaml", "forms_discipline.yaml", "forms_crimes.yaml", key="forms"))
