"""What a question and an answer are told to be: values on their way into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from netra.law.may_i import Question
from netra.trust.identity import Identity


@dataclass(frozen=True, slots=True)
class AdvisoryEntry:
    """What somebody plans to do, and when. `planned`: the same as asked of the law room, where they picked it.

    No agency: they do not say where they serve, and only the body that oversees reads it. No identity: nobody knows.
    """

    text: str = field(repr=False)
    agency_code: str = ""
    planned_date: date | None = None
    planned: Question | None = None
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class AdviceEntry:
    """A written answer. `matter` is the question as the officer restates it, without the person; `articles` are codes
    of the law in force; `reason` says why it takes the place of an earlier one.
    """

    verdict: str
    matter: str
    text: str
    articles: Sequence[str]
    condition: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PublicationEntry:
    """An answer as everybody may read it; `names_nobody` is the officer's word that nobody can be told from it."""

    matter: str
    text: str
    condition: str
    names_nobody: bool = False
