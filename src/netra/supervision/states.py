"""Codes of visits, checklists and observations, with their Indonesian words.

Choices are callables, so that a new code makes no migration.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _


class Subject(StrEnum):
    """What is watched."""

    OFFICE = "OFFICE"
    SOCIAL_MEDIA = "SOCIAL_MEDIA"  # of official accounts; private accounts are nobody's to collect
    FACILITY = "FACILITY"
    EVENT = "EVENT"
    TRANSFER = "TRANSFER"


SUBJECT_LABELS: Mapping[Subject, str] = MappingProxyType(
    {
        Subject.OFFICE: _("Kantor"),
        Subject.SOCIAL_MEDIA: _("Media sosial akun resmi"),
        Subject.FACILITY: _("Fasilitas negara"),
        Subject.EVENT: _("Kegiatan"),
        Subject.TRANSFER: _("Mutasi dan pengangkatan"),
    }
)


class VisitState(StrEnum):
    """Where a visit stands. That it is overdue is derived from its day."""

    PLANNED = "PLANNED"
    OBSERVED = "OBSERVED"
    CANCELLED = "CANCELLED"


VISIT_STATE_LABELS: Mapping[VisitState, str] = MappingProxyType(
    {
        VisitState.PLANNED: _("Direncanakan"),
        VisitState.OBSERVED: _("Terlaksana"),
        VisitState.CANCELLED: _("Dibatalkan"),
    }
)


class Answer(StrEnum):
    """What somebody saw of one question. Questions ask for what should not be there."""

    NO = "NO"
    YES = "YES"
    UNSEEN = "UNSEEN"


ANSWER_LABELS: Mapping[Answer, str] = MappingProxyType(
    {Answer.NO: _("Tidak ada"), Answer.YES: _("Ada"), Answer.UNSEEN: _("Tidak dapat diperiksa")}
)


class Result(StrEnum):
    """What an observation came to. A suspicion is not yet a finding: that is a case, registered by the supervisors."""

    NOTHING_FOUND = "NOTHING_FOUND"
    SUSPECTED = "SUSPECTED"


RESULT_LABELS: Mapping[Result, str] = MappingProxyType(
    {Result.NOTHING_FOUND: _("Tidak ditemukan pelanggaran"), Result.SUSPECTED: _("Ada dugaan pelanggaran")}
)


def subject_choices() -> list[tuple[str, str]]:
    return [(each.value, label) for each, label in SUBJECT_LABELS.items()]


def visit_state_choices() -> list[tuple[str, str]]:
    return [(each.value, label) for each, label in VISIT_STATE_LABELS.items()]


def result_choices() -> list[tuple[str, str]]:
    return [(each.value, label) for each, label in RESULT_LABELS.items()]
