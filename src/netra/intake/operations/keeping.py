"""The step that the room `cases` takes: who is recused from a case does not read the report it came from either."""

from __future__ import annotations

from netra.intake.models import KeptFrom, Report
from netra.trust.models import User


def report_keep_from(*, report_ref: str, user: User) -> None:
    """Keep a person from a report for good, inside the act and the transaction of `cases`, whose event is recorded.

    Nothing where there is no such report (a finding has none), and nothing new where it is done already.
    """
    for report in Report.objects.filter(ref=report_ref):
        KeptFrom.objects.get_or_create(report=report, user=user)
