"""Pages of the room `intake`: reporting, following with a code, and the work of the officers who receive reports.

`wizard`, `sending`: the public form. `follow`: the page behind the code, `question`: where that code is of a question.
`inbox`, `report_acts`, `likening`, `notices`, `recording`: the officers' side. The others make the words and pieces
that several of them show.
"""

from __future__ import annotations

from django.urls import URLPattern

from netra.web.intake import follow, inbox, likening, notices, question, recording, report_acts, sending, wizard

urlpatterns: list[URLPattern] = [
    # The fixed addresses first: the steps of the form take any word that is left.
    *sending.urlpatterns,
    *wizard.urlpatterns,
    *follow.urlpatterns,
    *question.urlpatterns,
    *recording.urlpatterns,
    *inbox.urlpatterns,
    *report_acts.urlpatterns,
    *likening.urlpatterns,
    *notices.urlpatterns,
]
