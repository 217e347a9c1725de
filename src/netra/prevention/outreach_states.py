"""Codes of an outreach: where it stands, how somebody was written down as present, when a test was taken."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

# As many questions as fit into the minutes before people sit down.
MOST_TESTED = 10


class OutreachState(StrEnum):
    """Where an outreach stands. A postponed one is still planned, for another day; each day it had is kept."""

    PLANNED = "PLANNED"
    HELD = "HELD"
    CANCELLED = "CANCELLED"


OUTREACH_STATE_LABELS: Mapping[OutreachState, str] = MappingProxyType(
    {
        OutreachState.PLANNED: _("Direncanakan"),
        OutreachState.HELD: _("Terlaksana"),
        OutreachState.CANCELLED: _("Dibatalkan"),
    }
)


class Entry(StrEnum):
    """How somebody came to be written down as present."""

    CODE = "CODE"
    LIST = "LIST"


ENTRY_LABELS: Mapping[Entry, str] = MappingProxyType({Entry.CODE: _("Memindai kode QR"), Entry.LIST: _("Daftar hadir")})


class Moment(StrEnum):
    """When a test was taken: before the outreach was held, or after it."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"


MOMENT_LABELS: Mapping[Moment, str] = MappingProxyType(
    {Moment.BEFORE: _("Sebelum sosialisasi"), Moment.AFTER: _("Sesudah sosialisasi")}
)


class FileKind(StrEnum):
    """What a file of an outreach is: what people were given, or what shows that it took place."""

    MATERIAL = "MATERIAL"
    PHOTO = "PHOTO"


FILE_KIND_LABELS: Mapping[FileKind, str] = MappingProxyType({FileKind.MATERIAL: _("Materi"), FileKind.PHOTO: _("Foto")})

# By act: the states in which it is possible.
OUTREACH_STEPS: Mapping[str, frozenset[OutreachState]] = MappingProxyType(
    {
        "outreach_revise": frozenset({OutreachState.PLANNED}),
        "outreach_postpone": frozenset({OutreachState.PLANNED}),
        "outreach_cancel": frozenset({OutreachState.PLANNED}),
        "outreach_hold": frozenset({OutreachState.PLANNED}),
        "outreach_test_set": frozenset({OutreachState.PLANNED}),
        "outreach_code_open": frozenset({OutreachState.PLANNED, OutreachState.HELD}),
        "outreach_links": frozenset({OutreachState.PLANNED, OutreachState.HELD}),
        "outreach_file_add": frozenset({OutreachState.PLANNED, OutreachState.HELD}),
        "outreach_attendance_record": frozenset({OutreachState.HELD}),
        # Who scanned the code at the door stands on the list before it is said that it was held.
        "outreach_attendance_strike": frozenset({OutreachState.PLANNED, OutreachState.HELD}),
        "outreach_guests_record": frozenset({OutreachState.HELD}),
        "outreach_guest_strike": frozenset({OutreachState.HELD}),
        "outreach_certify": frozenset({OutreachState.HELD}),
    }
)


def outreach_state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in OUTREACH_STATE_LABELS.items()]


def entry_choices() -> list[tuple[str, str]]:
    return [(entry.value, label) for entry, label in ENTRY_LABELS.items()]


def moment_choices() -> list[tuple[str, str]]:
    return [(moment.value, label) for moment, label in MOMENT_LABELS.items()]


def file_kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label) for kind, label in FILE_KIND_LABELS.items()]
