"""The calendar of early warning: what turns on the next determination of candidates, and what to send before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.law.vocabulary import LABELS, Category
from netra.prevention import queries
from netra.prevention.access import VIEW, agencies_written_for
from netra.prevention.proposing import is_graver, proposed
from netra.registry.access import agencies_visible_to
from netra.web.doors import SignedInRequest, requires, today
from netra.web.prevention.reminding_sheet import rhythm_of
from netra.web.words import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra.law.dated import Source
    from netra.law.turning import Side, Turn
    from netra.registry.models import Agency

MOST_AGENCIES = 100


@require_safe
@requires(VIEW)
def early_warning(request: SignedInRequest) -> HttpResponse:
    """What turns, for the region of one agency of the reader."""
    agencies = list(agencies_visible_to(request.user, on=today()).as_of(today()).order_by("code")[:MOST_AGENCIES])
    own = agencies_written_for(request.user, on=today())
    asked, seen = request.GET.get("instansi", ""), [*own, *agencies]
    agency = next((each for each in seen if each.code == asked), next(iter(seen), None))
    warnings = queries.early_warnings(request.user, agency, on=today()) if agency else []
    context = {
        "agencies": agencies,
        "agency": agency,
        "on": today(),
        "warnings": [
            (each, [_row(turn) for turn in each.turns], [(routine, rhythm_of(routine)) for routine in each.routines])
            for each in warnings
        ],
        "may_draft": agency is not None and any(each.pk == agency.pk for each in own),
    }
    return render(request, "prevention/early_warning.html", context)


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One conduct as the page tells it."""

    label: str
    before: str
    after: str
    is_graver: bool
    needs_review: bool
    sources: Sequence[Source]


def _row(turn: Turn) -> TurnRow:
    return TurnRow(
        label=turn.label,
        before=_in_words(turn.before),
        after=_in_words(turn.after),
        is_graver=is_graver(turn),
        needs_review=turn.after.needs_review,
        sources=turn.after.sources,
    )


def _in_words(side: Side) -> str:
    """Category and levels; what no row names is not said to be allowed."""
    if side.category is Category.NONE:
        return _("tidak disebut satu baris pun; itu tidak berarti boleh")
    levels = dict.fromkeys(level for level in (side.floor, side.ceiling) if level)
    words = _(" sampai ").join(translated(LABELS[level]) for level in levels)
    return f"{translated(LABELS[side.category])}: {words or _('tingkatnya tidak disebut')}"


def proposed_initial(request: SignedInRequest, agencies: Sequence[Agency]) -> dict[str, object]:
    """What a new draft begins with where it was asked for from a warning; nothing else is taken from the address."""
    agency = next((each for each in agencies if each.code == request.GET.get("instansi", "")), None)
    try:
        day = date.fromisoformat(request.GET.get("hari", ""))
    except ValueError:
        return {}
    if agency is None:
        return {}
    election = request.GET.get("pemilihan", "")
    warning = queries.early_warning(request.user, agency, election=election, day=day, on=today())
    if warning is None:
        return {}
    draft = proposed(warning, on=today())
    return {
        "agency_code": agency.code,
        "kind": "CIRCULAR",
        "subject": draft.subject,
        "points": "\n".join(draft.points),
        "legal_basis": "\n".join(draft.legal_basis),
        "valid_from": draft.valid_from,
    }


urlpatterns: list[URLPattern] = [path("pencegahan/kalender/", early_warning, name="early_warning")]
