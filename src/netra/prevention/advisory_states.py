"""Where a question about a planned act stands, what it is answered with, and why it may be turned away."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

from netra.law.intentions import Verdict
from netra.law.may_i import HEADLINES


class AdvisoryState(StrEnum):
    """Where a question stands; an answered one may be answered anew, what was turned away stays so."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"
    TURNED_AWAY = "TURNED_AWAY"


class TurnAwayReason(StrEnum):
    """Why the desk does not answer. Nothing follows for whoever asked."""

    PAST_ACT = "PAST_ACT"
    REPORT = "REPORT"
    NOT_NEUTRALITY = "NOT_NEUTRALITY"
    UNCLEAR = "UNCLEAR"


class AdvisorySide(StrEnum):
    """Who writes."""

    ASKER = "ASKER"
    OFFICER = "OFFICER"


ADVISORY_STATE_LABELS: Mapping[AdvisoryState, str] = MappingProxyType(
    {
        AdvisoryState.OPEN: _("Menunggu jawaban"),
        AdvisoryState.ANSWERED: _("Dijawab"),
        AdvisoryState.TURNED_AWAY: _("Tidak dijawab di sini"),
    }
)
TURN_AWAY_LABELS: Mapping[TurnAwayReason, str] = MappingProxyType(
    {
        TurnAwayReason.PAST_ACT: _("Perbuatannya sudah terjadi; meja ini menjawab rencana"),
        TurnAwayReason.REPORT: _("Ini laporan tentang perbuatan orang lain"),
        TurnAwayReason.NOT_NEUTRALITY: _("Tidak menyangkut netralitas pegawai ASN"),
        TurnAwayReason.UNCLEAR: _("Rencananya tidak cukup jelas, dan penanya tidak menjelaskannya lagi"),
    }
)
# With these the asker is shown the way to report; whether to go it is theirs alone.
POINTS_TO_REPORTING = frozenset({TurnAwayReason.PAST_ACT, TurnAwayReason.REPORT})
VERDICT_LABELS: Mapping[Verdict, str] = MappingProxyType(dict(HEADLINES))


def advisory_state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in ADVISORY_STATE_LABELS.items()]


def turn_away_choices() -> list[tuple[str, str]]:
    return [(reason.value, label) for reason, label in TURN_AWAY_LABELS.items()]


def advisory_side_choices() -> list[tuple[str, str]]:
    return [(AdvisorySide.ASKER.value, _("Penanya")), (AdvisorySide.OFFICER.value, _("Petugas"))]


def verdict_choices() -> list[tuple[str, str]]:
    return [(verdict.value, label) for verdict, label in VERDICT_LABELS.items()]
