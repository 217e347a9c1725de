"""What is recorded between those who examine or decide here and the accused: a hint to whoever must weigh it.

It blocks nothing by itself: no article that was read names kinship or a campaign team as a bar for an examiner; whoever
forms a team weighs it, replaces the seat, or the handler leaves the case (`cases.handler_recuse`).
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from netra.cases.access import people_read
from netra.registry.queries import KnownTie, Named, appointing_authority_of, ties_between
from netra.sanctions.models import Proceeding
from netra.sanctions.queries.assigned import examiners_of
from netra.sanctions.seats import seated_now
from netra.trust.models import User


def ties_here(proceeding: Proceeding, user: User, *, on: date) -> list[KnownTie]:
    """Of everybody who sits, is assigned or heads the agency that decides; nothing of a closed proceeding.

    Only with those of whom the reader reads: that another agency's is accused beside them is not for him.
    """
    if proceeding.closed_date:
        return []
    head = appointing_authority_of(proceeding.agency_code, on)
    handlers = [Named(each.name, each.nip) for each in seated_now(proceeding)]
    handlers += [Named(name) for each in examiners_of(proceeding, on=on) for name in each.user.names]
    handlers += [Named(head.holder_name, head.holder_nip)] if head else []
    return _apart(ties_between(handlers, _accused(proceeding, user, on), on=on))


def own_ties(proceeding: Proceeding, user: User, *, on: date) -> list[KnownTie]:
    """Of the reader himself, who knows of them anyway and may have to leave the case."""
    if proceeding.closed_date:
        return []
    return _apart(ties_between([Named(name) for name in user.names], _accused(proceeding, user, on), on=on))


def _accused(proceeding: Proceeding, user: User, on: date) -> list[Named]:
    """Whom the proceeding is about, and who else of the case is shown to this reader."""
    shown = proceeding.case.parties.filter(Q(pk=proceeding.party_id) | Q(pk__in=people_read(user, on=on)))
    return [Named(name, nip) for name, nip in shown.values_list("name", "nip")]


def _apart(found: list[KnownTie]) -> list[KnownTie]:
    """Each once, where somebody both sits and is assigned: known by NIP before known by name."""
    kept: dict[tuple[str, str, str, date | None], KnownTie] = {}
    for each in sorted(found, key=lambda tie: tie.by_name):
        kept.setdefault((each.ref or each.kind, each.who, each.whom, each.start), each)
    return list(kept.values())
