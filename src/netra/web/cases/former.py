"""What an act said before it was corrected, in words, for the page of its case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from netra.cases.states import ACT_FIELDS, PHASE_LABELS, PRECISION_LABELS
from netra.law.conducts import CONDUCTS
from netra.web.words import long_date, translated

if TYPE_CHECKING:
    from netra.cases.models import Act, FormerAct
    from netra.trust.trail import Entry


@dataclass(frozen=True, slots=True)
class FormerRow:
    """One correction: what stood before, only of what it changed, and who wrote it down."""

    former: FormerAct
    before: Sequence[tuple[str, str]]
    by: str


def former_rows(act: Act, trail: Sequence[Entry]) -> list[FormerRow]:
    """The corrections of an act, the newest first."""
    told = {
        entry.payload["version"]: entry.actor_label
        for entry in trail
        if entry.verb == "cases.act_correct" and entry.payload["act"] == act.ordinal
    }
    rows: list[FormerRow] = []
    then: Act | FormerAct = act
    for was in sorted(act.former.all(), key=lambda each: -each.version):
        rows.append(FormerRow(was, _before(was, then), told.get(was.version, "")))
        then = was
    return rows


def _before(was: FormerAct, then: Act | FormerAct) -> list[tuple[str, str]]:
    changed = [field for field in ACT_FIELDS if getattr(was, field) != getattr(then, field)]
    return [(translated(ACT_FIELDS[field]), _said(was, field)) for field in changed]


def _said(was: FormerAct, field: str) -> str:
    if field == "act_date":
        return long_date(was.act_date)
    if field == "other_conducts":
        return "; ".join(_word(code) for code in was.other_conducts) or _("tidak ada")
    if field == "channel":
        return translated(was.get_channel_display())
    value = str(getattr(was, field))
    if field == "conduct":
        return _word(value)
    words = {"phase": PHASE_LABELS, "act_date_precision": PRECISION_LABELS}.get(field, {})
    return translated(words[value]) if value in words else value or _("kosong")


def _word(code: str) -> str:
    return translated(CONDUCTS[code].label)
