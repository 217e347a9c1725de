"""Files on their way in, before a page sees them: one for which the server has no room costs nobody what they typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse

from netra.web import errors
from netra.web.middleware import GetResponse

# No header of a client can have this name: those begin with HTTP_.
_HAD_NO_ROOM = "netra.had_no_room"


class RoomAskingHandler(TemporaryFileUploadHandler):
    """Writes large files to the temporary folder; where that is full, reads on without the file and marks the request.

    A request that is read to its end still holds every field of its form; `RoomMiddleware` then answers it.
    """

    full = False

    def new_file(self, *arguments: Any, **options: Any) -> None:
        self.full = False
        with self._asking_for_room():
            super().new_file(*arguments, **options)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if not self.full:
            with self._asking_for_room():
                super().receive_data_chunk(raw_data, start)
        return None

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        whole: UploadedFile[Any] | None = None
        if not self.full:
            with self._asking_for_room():
                whole = super().file_complete(file_size)
        return whole

    def upload_interrupted(self) -> None:
        if not self.full:
            super().upload_interrupted()

    @contextmanager
    def _asking_for_room(self) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            if not errors.is_full(problem):
                raise
            self.full = True
            if self.request is not None:
                self.request.META[_HAD_NO_ROOM] = True
            self._let_go()

    def _let_go(self) -> None:
        """Closing writes what was held back, which fails once more; the file goes all the same."""
        if hasattr(self, "file"):
            with suppress(OSError):
                self.file.close()
            del self.file


class RoomMiddleware:
    """Answers a form whose file found no room, before its page would take it for one without a file.

    Stands behind the check of the form's own token: what was typed is offered to its sender alone.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Called by Django before a view; None goes on to it."""
        if request.method == "POST":
            request.FILES  # noqa: B018 -- reads the request, by which the handler above learns of the room
        return errors.no_room(request) if _HAD_NO_ROOM in request.META else None
