"""Pages of the room `prevention`: instruments and whom they reached, outreach, meetings, tasks, consultations."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.prevention import (
    attendance,
    consultations,
    instruments,
    meetings,
    minuting,
    outreach,
    outreach_people,
    outreach_visit,
    pact_signing,
    pacts,
    paper,
    reaching,
    reading,
    reminding,
    series,
    spoken_reminders,
    warning,
)

# The addresses of an instrument take any word after the first, so that they come last.
urlpatterns: list[URLPattern] = [
    *warning.urlpatterns,
    *meetings.urlpatterns,
    *minuting.urlpatterns,
    *series.urlpatterns,
    *spoken_reminders.urlpatterns,
    *pacts.urlpatterns,
    *pact_signing.urlpatterns,
    *consultations.urlpatterns,
    *outreach.urlpatterns,
    *outreach_people.urlpatterns,
    *outreach_visit.urlpatterns,
    *attendance.urlpatterns,
    *instruments.urlpatterns,
    *paper.urlpatterns,
    *reaching.urlpatterns,
    *reading.urlpatterns,
    *reminding.urlpatterns,
]
