"""Action items: those of somebody's agencies that are due first, one of them, and what shows that it was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.access import agencies_written_for, writes_for
from netra.prevention.meeting_access import item_for, items_visible_to
from netra.prevention.meeting_states import ItemState
from netra.prevention.models import ActionItem
from netra.prevention.queries.page_keys import page_key, place_of
from netra.registry.queries import agency_names
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor
from netra.trust.errors import NotFound

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An action item as a line: the name of its agency, and whether its day has passed."""

    item: ActionItem
    agency: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class ItemFile:
    """One action item, and whether this reader writes for the agency whose task it is, or for the one that gave it."""

    row: ItemRow
    owns: bool
    calls: bool

    @property
    def is_open(self) -> bool:
        return self.row.item.state == ItemState.OPEN


def item_rows(items: Iterable[ActionItem], *, on: date) -> list[ItemRow]:
    """Action items with the names of their agencies; one question for all of them."""
    shown = list(items)
    names = agency_names({each.agency_code for each in shown}, on=on) if shown else {}
    return [ItemRow(each, names.get(each.agency_code, each.agency_code), each.is_overdue(on)) for each in shown]


def action_items_due(user: Person, *, on: date, limit: int) -> list[ItemRow]:
    """The open tasks of the agencies for which this person writes, the earliest due date first."""
    return item_rows(_due_first(_waiting(user, on))[:limit], on=on)


def action_item_page(
    user: Person, *, on: date, after: str = "", closed: bool = False
) -> tuple[Sequence[ItemRow], str | None]:
    """One page of the tasks this person sees: the open ones, due first, or the closed ones; and the next key."""
    rows = items_visible_to(user, on=on).select_related("meeting")
    rows = rows.exclude(state=ItemState.OPEN) if closed else rows.filter(state=ItemState.OPEN)
    place = place_of(after)
    if place is not None:
        rows = rows.filter(Q(due_date__gt=place[0]) | Q(due_date=place[0], pk__gt=place[1]))
    found = list(_due_first(rows)[: PAGE_SIZE + 1])
    page = found[:PAGE_SIZE]
    next_key = page_key(page[-1].due_date, page[-1].pk) if len(found) > PAGE_SIZE else None
    return item_rows(page, on=on), next_key


def action_item_file(user: Person, ref: str, *, on: date) -> ItemFile:
    """One action item, if this person may see it. Fails with NotFound."""
    item = item_for(user, ref, on=on)
    (row,) = item_rows([item], on=on)
    return ItemFile(
        row=row,
        owns=writes_for(user, item.agency_code, on=on),
        calls=writes_for(user, item.meeting.agency_code, on=on),
    )


def item_evidence(user: Person, ref: str, *, by: Actor, at: datetime, on: date) -> tuple[bytes, str]:
    """What shows that a task was done, with its media type. Fails with NotFound."""
    item = item_for(user, ref, on=on)
    if not item.evidence_ref:
        raise NotFound(_("Butir tugas ini tidak mempunyai bukti."))
    kept = evidence.item(item.evidence_ref)
    return evidence.open_original(kept.ref, by=by, at=at, chain=item.meeting.chain), kept.media_type


def _waiting(user: Person, on: date) -> QuerySet[ActionItem]:
    written = agencies_written_for(user, on=on).values("code")
    return ActionItem.objects.filter(agency_code__in=written, state=ItemState.OPEN).select_related("meeting")


def _due_first(rows: QuerySet[ActionItem]) -> QuerySet[ActionItem]:
    return rows.order_by("due_date", "pk")
