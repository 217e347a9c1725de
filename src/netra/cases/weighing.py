"""An allegation that somebody is being judged for stays as it is.

Whether a proceeding weighs it is known to the room `sanctions`, which stands above this one and puts its answer here
when the house starts.
"""

from __future__ import annotations

from collections.abc import Callable

from netra.cases.models import Allegation
from netra.cases.operations.claim import ActRefused

Answer = Callable[[Allegation, str], str]
_ABOVE: list[Answer] = []


def ask(answer: Answer) -> None:
    """Have `answer` say why no officer may decide that an allegation is of a category, or "" that it is dropped."""
    if answer not in _ABOVE:
        _ABOVE.append(answer)


def why_weighed(allegation: Allegation, category: str = "") -> str:
    """Why this allegation stays as it is: weighed, judged, or too late for this category; "" where it does not."""
    return next((refusal for answer in _ABOVE if (refusal := answer(allegation, category))), "")


def refuse_weighed(allegation: Allegation, category: str) -> None:
    """Fails with ActRefused where a proceeding weighs this allegation, has judged it, or comes too late for it."""
    refusal = why_weighed(allegation, category)
    if refusal:
        raise ActRefused(refusal)
