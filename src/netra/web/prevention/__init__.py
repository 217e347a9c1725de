"""Pages of the room `prevention`: instruments, whom they reached, and the page behind a personal link."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.prevention import instruments, reaching, reading, warning

urlpatterns: list[URLPattern] = [
    *warning.urlpatterns,  # before the pages of one instrument: its address is no reference
    *instruments.urlpatterns,
    *reaching.urlpatterns,
    *reading.urlpatterns,
]
