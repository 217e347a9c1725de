"""Whoever holds the code of a report reads that the agency decided, and never what."""

from __future__ import annotations

import pytest

from netra.cases.models import Case
from netra.cases.progress import progress_of_report
from netra.cases.tests.builders import Cast
from netra.sanctions.tests.builders import punished
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


def test_what_the_agency_decides_is_told_without_the_article_that_would_tell_the_penalty():
    proceeding = punished(Cast())
    with unlocked():
        Case.objects.filter(pk=proceeding.case_id).update(report_ref="LPR-2024-CONTOH")
    progress = progress_of_report("LPR-2024-CONTOH")
    assert progress is not None
    told = {step.label: step.citation for step in progress.steps}
    assert told["Keputusan ditetapkan"] == told["Instansi mulai menangani"] == ""
    assert told["Diteruskan kepada instansi yang berwenang"]
