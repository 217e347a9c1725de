"""Pages of the room `registry`: agencies, units, civil servants, elections, regions, and the import of spreadsheets."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.registry import agencies, elections, entrance, imports, people, positions, regions, ties, units

urlpatterns: list[URLPattern] = [
    *entrance.urlpatterns,
    *agencies.urlpatterns,
    *units.urlpatterns,
    *people.urlpatterns,
    *positions.urlpatterns,
    *ties.urlpatterns,
    *elections.urlpatterns,
    *regions.urlpatterns,
    *imports.urlpatterns,
]
