"""A seat of a team or council is given to somebody else; and who sits and sat there, for the page of a proceeding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations, queries
from netra.sanctions.seats import gone, out_of_place, seated_now
from netra.sanctions.states import Route
from netra.web.doors import SignedInRequest, requires, today
from netra.web.forms.teams import SeatForm
from netra.web.sanctions.acting import take
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.sanctions.models import Proceeding


@require_http_methods(["GET", "POST"])
@requires("sanctions.seat_replace")
def seat_replace(request: SignedInRequest, ref: str) -> HttpResponse:
    """Gives one seat to another, by a decree."""
    file = queries.proceeding_file(request.user, ref, on=today())
    found = file.proceeding
    seats = [(each.pk, f"{each.name} ({translated(str(each.get_role_display()))})") for each in seated_now(found)]
    ethics = found.route == Route.ETHICS
    said = _("Anggota diganti. Bila yang diganti memegang akses pemeriksa, akhiri pula penugasannya.")
    return take(request, ref, operations.seat_replace, SeatForm, said=said, file=file, seats=seats, ethics=ethics)


def seats_of(found: Proceeding) -> dict[str, object]:
    """Who sits now, who of them has no part any more, who left, and what the composition leaves open."""
    members = seated_now(found)
    successors = {each.replaces_id: each.name for each in found.team.all() if each.replaces_id}
    newest = max((each for each in members if each.replaces_id), key=lambda each: each.pk, default=None)
    return {
        "members": members,
        "misplaced": frozenset(each.pk for each in out_of_place(found)),
        "gone": [(each, successors[each.pk]) for each in gone(found)],
        "composition_note": newest.composition_note if newest else found.composition_note,
    }


urlpatterns: list[URLPattern] = [path("penanganan/<str:ref>/ganti-anggota/", seat_replace, name="seat_replace")]
