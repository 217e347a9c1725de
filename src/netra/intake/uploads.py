"""A file as it comes in with a report or a message."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from typing import IO

from netra.trust.errors import Refused


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file somebody adds: its own name, its bytes, and what it shows."""

    name: str = field(repr=False)
    content: IO[bytes] | bytes = field(repr=False)
    note: str = ""

    @property
    def size(self) -> int:
        """The bytes of the file, counted before it is read."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.seek(0, io.SEEK_END)

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes, which are read from their beginning again afterwards."""
        if isinstance(self.content, bytes):
            return hashlib.sha256(self.content).hexdigest()
        self.content.seek(0)
        found = hashlib.sha256()
        while part := self.content.read(1 << 20):
            found.update(part)
        self.content.seek(0)
        return found.hexdigest()


MAX_FILES = 20


class TooManyFiles(Refused):
    """One report takes a limited number and size of files in one sending; more can follow with the code."""
