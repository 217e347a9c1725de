"""What the registry knows about a submission: the election it is about, and the agencies of the people it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import Q

from netra.intake.submission import Person, Submission
from netra.registry import queries as registry
from netra.registry.models import Agency, FormerAgency


def election_code_of(submission: Submission) -> str:
    """The election of that kind, place and day; empty where the reporter does not know the kind or the day."""
    if not submission.election_kind or submission.act_date is None:
        return ""
    election = registry.election_for(submission.election_kind, submission.region_code, submission.act_date)
    return election.code if election else ""


def with_agencies(persons: Iterable[Person]) -> tuple[Person, ...]:
    """The persons with the code of their agency where the registry has exactly that agency; nothing is guessed."""
    listed = tuple(persons)
    wanted = {person.agency_code for person in listed} | {person.agency for person in listed}
    if wanted == {""}:
        return listed
    known = _agencies({text for text in wanted if text})
    return tuple(replace(person, agency_code=_code_of(person, known)) for person in listed)


def _agencies(wanted: set[str]) -> dict[str, set[str]]:
    """Codes by code and by name as written, now or before; two agencies of one name stay two."""
    named = reduce(or_, (Q(name__iexact=text) for text in wanted), Q(pk__in=()))
    found: dict[str, set[str]] = {}
    for code, name in (
        *Agency.objects.filter(named | Q(code__in=wanted)).values_list("code", "name"),
        *FormerAgency.objects.filter(named).values_list("agency__code", "name"),
    ):
        for text in wanted:
            if text == code or text.casefold() == name.casefold():
                found.setdefault(text, set()).add(code)
    return found


def _code_of(person: Person, known: dict[str, set[str]]) -> str:
    for text in (person.agency_code, person.agency):
        codes = known.get(text, set())
        if len(codes) == 1:
            return next(iter(codes))
    return ""
