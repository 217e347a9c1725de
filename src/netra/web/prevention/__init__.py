"""Pages of the room `prevention`: instruments, whom they reached, and the page behind a personal link."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.prevention import attendance, instruments, paper, reaching, reading, reminding, warning

urlpatterns: list[URLPattern] = [
    *warning.urlpatterns,  # before the pages of one instrument: its address is no reference
    *attendance.urlpatterns,
    *instruments.urlpatterns,
    *paper.urlpatterns,
    *reaching.urlpatterns,
    *reading.urlpatterns,
    *reminding.urlpatterns,
]
