"""What the codes of the room are called on its pages, and how far along each state is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.cases.states import CaseState
from netra.law.deadlines import rules
from netra.law.in_words import level_in_words
from netra.web.words import translated

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# The kinds of the tag `state`: the word says what it is, the kind how far along.
STATE_KINDS: Mapping[str, str] = {
    CaseState.REGISTERED: "open",
    CaseState.NOT_PROVEN: "sealed",
    CaseState.WITHDRAWN: "sealed",
    CaseState.EXPIRED: "sealed",
    CaseState.LAPSED: "sealed",
    CaseState.CLOSED: "done",
}

ALLEGATION_KINDS: Mapping[str, str] = {
    "PROPOSED": "open",
    "CONFIRMED": "active",
    "CHANGED": "active",
    "DROPPED": "sealed",
}

CHANGE_WORDS: Mapping[str, StrPromise] = {
    "EXTEND": _("Diperpanjang"),
    "PAUSE": _("Dijeda"),
    "RESUME": _("Dilanjutkan"),
}

PHASE_WORDS: Mapping[str, StrPromise] = {
    "prospective": _("bakal calon (sebelum penetapan)"),
    "candidate": _("calon (sejak penetapan)"),
    "": _("tidak diketahui"),
}

REGIME_WORDS: Mapping[str, StrPromise] = {
    "DISC-53": _("PP 53/2010"),
    "DISC-94": _("PP 94/2021"),
    "": _("tidak ada"),
}

# How a legal fact was checked, in the words of the tag `verification`, for facts that are kept as text.
VERIFICATION_WORDS: Mapping[str, StrPromise] = {
    "SEEN": _("naskah asli dibaca"),
    "SECONDARY": _("dibaca dari sumber kedua"),
    "UNVERIFIED": _("belum diverifikasi ke naskah asli"),
    "DERIVED": _("disimpulkan dari sumber lain"),
}

RULE_LABELS: Mapping[str, str] = {rule.key: rule.label for rule in rules()}


def state_kind(state: str) -> str:
    """How far along a state of a case is."""
    return STATE_KINDS.get(state, "active")


def levels_in_words(floor: str | None, ceiling: str | None) -> str:
    """`law.in_words.levels_in_words` in the reader's language."""
    if floor is None or floor == ceiling:
        return translated(level_in_words(floor))
    ends = {"floor": translated(level_in_words(floor)), "ceiling": translated(level_in_words(ceiling))}
    return gettext("%(floor)s sampai %(ceiling)s") % ends


def rule_label(rule: str) -> str:
    """The name of a term; the rule of a letter-set term has one too."""
    return translated(RULE_LABELS.get(rule, rule))
