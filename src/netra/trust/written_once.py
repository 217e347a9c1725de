"""Questions that are written once for what a person may do on a day, and asked anew at every page.

Whom a list shows follows from a person's grants and the day alone, yet the mapper needs longer to write that down than
the database to answer it. The grants themselves are read at every request, so that a role taken away is gone at once.
What is asked as it stands is an `AskedAgainBy`; what others narrow further is `written_once`, and they write the rest.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from functools import partial, wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from django.db.models import QuerySet

from netra.trust.access import standing
from netra.trust.asked_again import AskedAgain, Row, Value, Values
from netra.trust.models import User

# Of each question, for so many people: those who were here last.
KEPT = 64

Asked = ParamSpec("Asked")
Question = TypeVar("Question", bound=QuerySet[Any, Any])


class _Written(threading.local):
    """What one thread has written: a question is not shared, because the mapper counts in it while it asks."""

    def __init__(self) -> None:
        self.questions: OrderedDict[Hashable, Any] = OrderedDict()


def written_once(
    build: Callable[Concatenate[User, Asked], Question],
) -> Callable[Concatenate[User, Asked], Question]:
    """For a builder that asks nothing but the grants of a person: each call gives a fresh copy of what it wrote.

    What it is told besides the person, the day `on` among it, is part of the question.
    """
    written = _Written()

    @wraps(build)
    def asked(user: User, /, *told: Asked.args, **named: Asked.kwargs) -> Question:
        on = named["on"]
        assert isinstance(on, date)  # noqa: S101 -- every question is of a day
        key = (standing(user, on=on), told, *sorted(named.items()))
        questions: OrderedDict[Hashable, Question] = written.questions
        if key in questions:
            questions.move_to_end(key)
        else:
            questions[key] = build(user, *told, **named)
            if len(questions) > KEPT:
                questions.popitem(last=False)
        return questions[key].all()

    return asked


class AskedAgainBy(Generic[Row]):
    """A query (`asked_again`) that follows from a person's grants, the day and some values: `build(user, on=…, …)`.

    The text is kept for what he may do on that day, so nobody is answered by the text of somebody else.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._asked: AskedAgain[Row] = AskedAgain(build)

    def __call__(self, user: User, *, on: date, **values: Value | Values) -> list[Row]:
        """The rows for this person on that day."""
        return self._asked.ask(standing(user, on=on), partial(self._build, user, on=on), values)

    def first(self, user: User, *, on: date, **values: Value | Values) -> Row | None:
        """The first row of a query that finds one or few, or None."""
        return next(iter(self(user, on=on, **values)), None)
