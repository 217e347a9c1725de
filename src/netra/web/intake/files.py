"""Files on pages: the limit in words, what came with a form, and a file given back as it was."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from netra.intake.operations import OpenedFile
from netra.intake.uploads import NewFile
from netra.trust import evidence
from netra.trust.plain_text import one_line
from netra.web.doors import download


def limit_words() -> str:
    """How big one file may be."""
    return evidence.limit_words(settings.EVIDENCE_LIMIT_BYTES)


def new_files(request: HttpRequest) -> list[NewFile]:
    """The files that came with a form, in the order in which they were chosen."""
    return [_new_file(file) for file in request.FILES.getlist("uploads")]


def given_back(file: OpenedFile) -> HttpResponse:
    """The original as a download, never shown by the browser: it may be anything."""
    return download(file.content, name=one_line(file.name) or "bukti", media_type=file.media_type)


def _new_file(file: UploadedFile[Any]) -> NewFile:
    # What a browser sends has a name and a body; both may be empty, which the room refuses in words.
    return NewFile(file.name or "", file.file or b"")
