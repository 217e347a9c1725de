"""Pages of the room `sanctions`: examination, decision, delivery, objection, appeal, and the follow-up board."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.sanctions import (
    council,
    decision,
    examination,
    examiners,
    file,
    follow_up,
    force,
    leaving,
    opening,
    remedies,
    seats,
    suits,
)

urlpatterns: list[URLPattern] = [
    *opening.urlpatterns,
    *file.urlpatterns,
    *examination.urlpatterns,
    *examiners.urlpatterns,
    *council.urlpatterns,
    *seats.urlpatterns,
    *decision.urlpatterns,
    *force.urlpatterns,
    *remedies.urlpatterns,
    *suits.urlpatterns,
    *leaving.urlpatterns,
    *follow_up.urlpatterns,
]
