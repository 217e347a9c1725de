"""Who does an act: a user, a reporter known only by a designation, a person with a personal link, or the system.

Every operation takes `by: Actor`; the trail stores `actor_ref` and nothing else about the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Anyone the trail can name without naming a person."""

    @property
    def actor_ref(self) -> str:
        """`user:17`, `reporter:PLP-…`, `link:…`, `system:…`: opaque, without personal data."""
        ...


@dataclass(frozen=True, slots=True)
class ReporterActor:
    """Whoever holds the code of a report."""

    designation: str

    @property
    def actor_ref(self) -> str:
        return f"reporter:{self.designation}"


@dataclass(frozen=True, slots=True)
class LinkActor:
    """Whoever holds a personal link; `link_ref` is the link's own public reference, not its secret."""

    link_ref: str

    @property
    def actor_ref(self) -> str:
        return f"link:{self.link_ref}"


@dataclass(frozen=True, slots=True)
class SystemActor:
    """The software itself: migrations, the demo, imports from the command line."""

    name: str

    @property
    def actor_ref(self) -> str:
        return f"system:{self.name}"


@dataclass(frozen=True, slots=True)
class AskerActor:
    """Whoever holds the code of a question about a planned act."""

    designation: str

    @property
    def actor_ref(self) -> str:
        return f"asker:{self.designation}"
