"""Reading a draft with the secret of its writer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from netra.intake import keys
from netra.intake.models import DraftFile, ReportDraft
from netra.trust import evidence
from netra.trust.asked_again import AskedAgain


@dataclass(frozen=True, slots=True)
class DraftFileView:
    """A file of a draft as its writer sees it."""

    ref: str
    name: str = field(repr=False)
    size: int
    media_type: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything saved so far."""

    answers: dict[str, str] = field(repr=False)
    files: tuple[DraftFileView, ...]
    updated_at: datetime


def answers_of(draft: ReportDraft, secret: str) -> dict[str, str]:
    """The answers, opened with the writer's secret."""
    answers: dict[str, str] = json.loads(keys.unseal(secret, bytes(draft.sealed_answers)))
    return answers


_FILES = AskedAgain(lambda draft: DraftFile.objects.filter(draft=draft).order_by("pk"))


def files_of(draft: ReportDraft) -> list[DraftFile]:
    """Its files, in the order in which they were added."""
    return _FILES(draft=draft.pk)


def file_view(file: DraftFile, secret: str) -> DraftFileView:
    return DraftFileView(file.ref, file_name(file, secret), file.size, file.media_type, file.added_at)


def file_name(file: DraftFile, secret: str) -> str:
    return keys.unseal(secret, bytes(file.sealed_name)).decode()


def file_content(file: DraftFile, secret: str) -> bytes:
    return evidence.open_unsent(file.document_sha256, partial(keys.unseal, secret))
