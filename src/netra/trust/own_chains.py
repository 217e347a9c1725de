"""Who is accused reads nothing of his own case, not even in the check or the file of the whole trail.

Whose cases they are is known to rooms above, which put their answers here when the house starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from netra.trust.actors import Actor
from netra.trust.models import User

Answer = Callable[[User], Iterable[str]]
_ABOVE: list[Answer] = []


def ask(answer: Answer) -> None:
    """Have `answer` say which chains tell of a case in which somebody may be accused himself."""
    if answer not in _ABOVE:
        _ABOVE.append(answer)


def own_chains(by: Actor) -> frozenset[str]:
    """The chains of his own cases; the house itself has none."""
    if not isinstance(by, User):
        return frozenset()
    return frozenset(chain for answer in _ABOVE for chain in answer(by))
