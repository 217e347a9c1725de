"""Pages of the room `supervision`: the months of a plan, a visit with what was seen, checklists."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.supervision import checklists, observing, visits

# The addresses of a visit take any word after the first, so that they come last.
urlpatterns: list[URLPattern] = [*checklists.urlpatterns, *observing.urlpatterns, *visits.urlpatterns]
