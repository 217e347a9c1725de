"""Pages of the room `prevention`: instruments, whom they reached, outreach, meetings, consultations, questions."""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.prevention import (
    advisory_asking,
    advisory_desk,
    advisory_erasing,
    attendance,
    consultations,
    instruments,
    meetings,
    minuting,
    outreach,
    outreach_guests,
    outreach_people,
    outreach_visit,
    pact_signing,
    pacts,
    paper,
    reaching,
    reading,
    reminding,
    reminding_report,
    series,
    spoken_reminders,
    striking,
    warning,
)

# The addresses of an instrument take any word after the first, so that they come last.
urlpatterns: list[URLPattern] = [
    *advisory_asking.urlpatterns,
    *advisory_desk.urlpatterns,
    *advisory_erasing.urlpatterns,
    *warning.urlpatterns,
    *meetings.urlpatterns,
    *minuting.urlpatterns,
    *series.urlpatterns,
    *reminding_report.urlpatterns,
    *spoken_reminders.urlpatterns,
    *striking.urlpatterns,
    *pacts.urlpatterns,
    *pact_signing.urlpatterns,
    *consultations.urlpatterns,
    *outreach.urlpatterns,
    *outreach_guests.urlpatterns,
    *outreach_people.urlpatterns,
    *outreach_visit.urlpatterns,
    *attendance.urlpatterns,
    *instruments.urlpatterns,
    *paper.urlpatterns,
    *reaching.urlpatterns,
    *reading.urlpatterns,
    *reminding.urlpatterns,
]
