"""The terms of a report: until when it is in time, until when it is looked through, until when it may be completed.

Each is computed by `netra.law.deadlines` with its steps; here it is only told which election law asks, and said what to
do where the law room knows no rule for that day. Pure: no database, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from netra.law import deadlines
from netra.law.calendar import is_working_day
from netra.law.counting import Unit
from netra.law.deadline_rules import DeadlineError
from netra.law.deadlines import Deadline

ELECTION_KINDS = ("GENERAL", "REGIONAL")
REPORT_TERM, STUDY_TERM, COMPLETION_TERM = "report_term", "preliminary_study", "report_completion"


@dataclass(frozen=True, slots=True)
class Term:
    """One term under one election law, seen on a day.

    `days_left` counts in the unit of the law and is 0 on the last day. Without a rule for that day `deadline` is None
    and `unknown` says why.
    """

    election_kind: str
    deadline: Deadline | None
    days_left: int = 0
    is_over: bool = False
    unknown: str = ""

    @property
    def unit(self) -> str:
        working = self.deadline is not None and self.deadline.unit is Unit.WORKING_DAY
        return _("hari kerja") if working else _("hari")

    @property
    def law(self) -> str:
        return _("Pemilu") if self.election_kind == "GENERAL" else _("Pemilihan kepala daerah")

    @property
    def sentence(self) -> str:
        """What a person needs to know in one line."""
        if self.deadline is None:
            return _("%(law)s: %(why)s") % {"law": self.law, "why": self.unknown}
        values = {
            "law": self.law,
            "due": date_format(self.deadline.due, "l, j F Y"),
            "days": self.days_left,
            "unit": self.unit,
        }
        if self.is_over:
            return _("%(law)s: jangka waktu berakhir %(due)s.") % values
        if self.days_left == 0:
            return _("%(law)s: hari ini hari terakhir (%(due)s).") % values
        return _("%(law)s: masih %(days)d %(unit)s, sampai %(due)s.") % values


def terms(rule: str, start: date | None, election_kind: str, *, on: date) -> tuple[Term, ...]:
    """The term of that election law, of both where it is not known which, of none where it has not begun."""
    if start is None:
        return ()
    kinds = (election_kind,) if election_kind else ELECTION_KINDS
    return tuple(_term(rule, start, kind, on) for kind in kinds)


def _term(rule: str, start: date, kind: str, on: date) -> Term:
    try:
        deadline = deadlines.compute(rule, start, election_kind=kind)
    except DeadlineError as none:
        return Term(kind, None, unknown=str(none))
    return Term(kind, deadline, _days_left(on, deadline), on > deadline.due)


def _days_left(on: date, deadline: Deadline) -> int:
    days = [on + timedelta(days=ahead) for ahead in range(1, (deadline.due - on).days + 1)]
    return sum(1 for day in days if is_working_day(day)) if deadline.unit is Unit.WORKING_DAY else len(days)
