"""Codes of an instrument and of how it reaches people. Choices are callables: a new code makes no migration."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _


class InstrumentKind(StrEnum):
    """By what kind of letter people are told."""

    APPEAL = "APPEAL"
    CIRCULAR = "CIRCULAR"
    INSTRUCTION = "INSTRUCTION"
    JOINT_DECREE = "JOINT_DECREE"


INSTRUMENT_KIND_LABELS: Mapping[InstrumentKind, str] = MappingProxyType(
    {
        InstrumentKind.APPEAL: _("Surat imbauan"),
        InstrumentKind.CIRCULAR: _("Surat edaran"),
        InstrumentKind.INSTRUCTION: _("Instruksi"),
        InstrumentKind.JOINT_DECREE: _("Keputusan bersama"),
    }
)


class State(StrEnum):
    """Where an instrument stands. A withdrawn one is not asked for any more; who acknowledged it before, did."""

    DRAFT = "DRAFT"
    ISSUED = "ISSUED"
    WITHDRAWN = "WITHDRAWN"


STATE_LABELS: Mapping[State, str] = MappingProxyType(
    {State.DRAFT: _("Konsep"), State.ISSUED: _("Berlaku"), State.WITHDRAWN: _("Dicabut")}
)


# Derived from the day, never kept: nobody has to end a letter whose days are over.
HAS_ENDED, NOT_BEGUN = _("Sudah berakhir"), _("Belum mulai berlaku")


class Channel(StrEnum):
    """How somebody acknowledged: by their own link, by a code shown at a roll call, or on a list that others enter."""

    LINK = "LINK"
    ROLL_CALL = "ROLL_CALL"
    LIST = "LIST"


CHANNEL_LABELS: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.LINK: _("Tautan pribadi"),
        Channel.ROLL_CALL: _("Kode QR pada apel"),
        Channel.LIST: _("Daftar hadir yang dimasukkan unit"),
    }
)


def instrument_kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label) for kind, label in INSTRUMENT_KIND_LABELS.items()]


def state_choices() -> list[tuple[str, str]]:
    return [(state.value, label) for state, label in STATE_LABELS.items()]


def channel_choices() -> list[tuple[str, str]]:
    return [(channel.value, label) for channel, label in CHANNEL_LABELS.items()]
