"""Pages of the room `prevention`: instruments and whom they reached, meetings and their tasks, consultations."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.prevention import consultations, instruments, meetings, minuting, reaching, reading, series

# The addresses of an instrument take any word after the first, so that they come last.
urlpatterns: list[URLPattern] = [
    *meetings.urlpatterns,
    *minuting.urlpatterns,
    *series.urlpatterns,
    *consultations.urlpatterns,
    *instruments.urlpatterns,
    *reaching.urlpatterns,
    *reading.urlpatterns,
]
