"""Codes of meetings, minutes, action items and consultations, and which step is possible where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "PLANNED"
    HELD = "HELD"
    CANCELLED = "CANCELLED"


MEETING_STATE_LABELS: Mapping[MeetingState, str] = MappingProxyType(
    {
        MeetingState.PLANNED: _("Direncanakan"),
        MeetingState.HELD: _("Terlaksana"),
        MeetingState.CANCELLED: _("Dibatalkan"),
    }
)


class MinutesState(StrEnum):
    """Where one version of the minutes stands. An adopted one never changes; a correction is the next version."""

    DRAFT = "DRAFT"
    ADOPTED = "ADOPTED"


MINUTES_STATE_LABELS: Mapping[MinutesState, str] = MappingProxyType(
    {MinutesState.DRAFT: _("Konsep"), MinutesState.ADOPTED: _("Disahkan")}
)


class ItemState(StrEnum):
    """Where an action item stands. That it is overdue is derived from its due date on the day somebody looks."""

    OPEN = "OPEN"
    DONE = "DONE"
    DROPPED = "DROPPED"


ITEM_STATE_LABELS: Mapping[ItemState, str] = MappingProxyType(
    {ItemState.OPEN: _("Terbuka"), ItemState.DONE: _("Selesai"), ItemState.DROPPED: _("Dilepas")}
)


class ConsultationState(StrEnum):
    """Where a consultation stands."""

    ASKED = "ASKED"
    ANSWERED = "ANSWERED"
    WITHDRAWN = "WITHDRAWN"


CONSULTATION_STATE_LABELS: Mapping[ConsultationState, str] = MappingProxyType(
    {
        ConsultationState.ASKED: _("Menunggu jawaban"),
        ConsultationState.ANSWERED: _("Dijawab"),
        ConsultationState.WITHDRAWN: _("Ditarik"),
    }
)

# By act: the state in which it is possible. What is possible nowhere else needs no line.
MEETING_STEPS: Mapping[str, MeetingState] = MappingProxyType(
    {
        "meeting_revise": MeetingState.PLANNED,
        "meeting_invite": MeetingState.PLANNED,
        "meeting_hold": MeetingState.PLANNED,
        "meeting_cancel": MeetingState.PLANNED,
        "meeting_attendance_record": MeetingState.HELD,
        "meeting_attendance_strike": MeetingState.HELD,
        "minutes_draft": MeetingState.HELD,
        "minutes_adopt": MeetingState.HELD,
        "action_item_assign": MeetingState.HELD,
    }
)


def meeting_state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in MEETING_STATE_LABELS.items()]


def minutes_state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in MINUTES_STATE_LABELS.items()]


def item_state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in ITEM_STATE_LABELS.items()]


def consultation_state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in CONSULTATION_STATE_LABELS.items()]
