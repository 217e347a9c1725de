"""An allegation for the eye: what the law room said, what an officer made of it, and on which reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netra.law.conducts import CONDUCTS
from netra.law.in_words import category_in_words, level_in_words
from netra.law.violations import FORMS
from netra.web.cases.words import ALLEGATION_KINDS, PHASE_WORDS, REGIME_WORDS, VERIFICATION_WORDS, levels_in_words
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Allegation
    from netra.trust.trail import Entry

DECIDING = frozenset({"cases.allegation_confirm", "cases.allegation_change"})


@dataclass(frozen=True, slots=True)
class FormRow:
    """One violation form that the law room found in force, with its basis."""

    label: str
    level: str
    era: str
    basis: Sequence[str]
    verification: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class SanctionRow:
    """One sanction that may follow."""

    label: str
    level: str
    citation: str
    verification: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One allegation: `law_*` is what the law room said, the rest is what stands now."""

    allegation: Allegation
    key: str
    kind: str
    conduct: str
    category: str
    levels: str
    law_category: str
    law_levels: str
    phase: str
    regime: str
    regime_reason: str
    oversight_body: str
    forms: tuple[FormRow, ...]
    nearest: tuple[str, ...]
    sanctions: tuple[SanctionRow, ...]
    reasons: Sequence[str]
    decided_by: str

    @property
    def differs(self) -> bool:
        """Whether an officer reads the law otherwise than the law room."""
        return (self.category, self.levels) != (self.law_category, self.law_levels)


def reading_of(allegation: Allegation, trail: Sequence[Entry] = ()) -> Reading:
    """The words of one allegation; who decided on it is told by the trail, by role or name as the trail was asked."""
    said: Mapping[str, Any] = allegation.assessment
    key = f"T{allegation.party.ordinal}/P{allegation.act.ordinal}"
    return Reading(
        allegation=allegation,
        key=key,
        kind=ALLEGATION_KINDS[allegation.state],
        conduct=translated(CONDUCTS[allegation.act.conduct].label),
        category=translated(category_in_words(allegation.category)),
        levels=levels_in_words(allegation.level_floor or None, allegation.level_ceiling or None),
        law_category=translated(category_in_words(said["category"])),
        law_levels=levels_in_words(said["level_floor"], said["level_ceiling"]),
        phase=str(PHASE_WORDS[said["phase"] or ""]),
        regime=str(REGIME_WORDS[said["regime"] or ""]),
        regime_reason=said["regime_reason"],
        oversight_body=said["oversight_body"] or "",
        forms=tuple(_form(row) for row in said["forms"]),
        nearest=tuple(translated(FORMS[code].label) for code in said["nearest_forms"] if code in FORMS),
        sanctions=tuple(_sanction(row) for row in said["sanctions"]),
        reasons=said["reasons"],
        decided_by=_decided_by(key, trail),
    )


def _form(row: Mapping[str, Any]) -> FormRow:
    form = FORMS.get(row["form"])
    return FormRow(
        label=translated(form.label) if form else row["form"],
        level=translated(level_in_words(row["level"])),
        era=row["era"],
        basis=row["basis"],
        verification=str(VERIFICATION_WORDS[row["verification"]]),
        unverified=row["verification"] == "UNVERIFIED",
    )


def _sanction(row: Mapping[str, Any]) -> SanctionRow:
    source = row["source"]
    return SanctionRow(
        label=translated(row["label"]),
        level=translated(level_in_words(row["level"])),
        citation=f"{source['instrument']} {source['article']}",
        verification=str(VERIFICATION_WORDS[source["verification"]]),
    )


def _decided_by(key: str, trail: Sequence[Entry]) -> str:
    deciding = [entry for entry in trail if entry.verb in DECIDING and entry.payload.get("allegation") == key]
    return deciding[-1].actor_label if deciding else ""
