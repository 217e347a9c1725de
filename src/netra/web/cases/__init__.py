"""Pages of the room `cases`: the list of cases, one case, and one page for each act on it."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.cases import (
    advice,
    afterwards,
    allegations,
    answers,
    clarifications,
    deadlines,
    evidence,
    file,
    listing,
    people,
    recusal,
    registering,
    steps,
)

urlpatterns: list[URLPattern] = [
    # The fixed addresses first: a case's own takes any word that is left.
    *listing.urlpatterns,
    *registering.urlpatterns,
    *answers.urlpatterns,
    *evidence.urlpatterns,
    *file.urlpatterns,
    *steps.urlpatterns,
    *people.urlpatterns,
    *advice.urlpatterns,
    *allegations.urlpatterns,
    *clarifications.urlpatterns,
    *deadlines.urlpatterns,
    *afterwards.urlpatterns,
    *recusal.urlpatterns,
]
