"""How a case goes on, for whoever holds the code of its report: steps and days, never a person and never a penalty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from netra.cases.models import Case
from netra.cases.states import STATE_LABELS
from netra.letters.queries import numbers_of
from netra.trust.trail import Entry, history

# What the reporter may know of each act. An act that is not here (who was summoned, what was imposed) is not told.
TOLD: Mapping[str, object] = MappingProxyType(
    {
        "cases.case_register": _("Diregistrasi sebagai perkara"),
        "cases.case_start_study": _("Kajian dimulai"),
        "cases.case_finish_study": _("Kajian selesai, menunggu pleno"),
        "cases.plenary_decide": _("Pleno memutuskan"),
        "cases.case_refer": _("Diteruskan kepada instansi yang berwenang"),
        "cases.case_recommend": _("Rekomendasi disampaikan kepada pejabat yang berwenang"),
        "cases.case_decline": _("Tidak direkomendasikan"),
        "cases.case_withdraw": _("Perkara diakhiri karena laporan dicabut"),
        "cases.case_expire": _("Perkara kedaluwarsa"),
        "sanctions.proceeding_open": _("Instansi mulai menangani"),
        "sanctions.decision_make": _("Keputusan ditetapkan"),
        "sanctions.moral_impose": _("Keputusan ditetapkan"),
        "sanctions.termination_decide": _("Keputusan ditetapkan"),
        "sanctions.decision_enforce": _("Keputusan mulai berlaku"),
        "sanctions.decision_execute": _("Keputusan dilaksanakan"),
        "sanctions.crime_refer": _("Dugaan pidana diteruskan kepada penegak hukum"),
        "cases.case_close": _("Perkara selesai"),
        "cases.case_reopen": _("Perkara dibuka kembali"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """One step as the reporter reads it: what, on which day, and on which article where that tells no penalty."""

    label: str
    day: date
    citation: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A clarification to which the reporter is invited, who is reached by the code alone."""

    meeting_at: datetime
    region_code: str
    place: str
    number: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the case of a report stands, how it came there, and to what the reporter is invited."""

    state_label: str
    steps: Sequence[Told]
    invitations: Sequence[Invitation]


def progress_of_report(report_ref: str) -> Progress | None:
    """The progress of the case that a report became; None while it is no case. Whoever calls has proved the code."""
    case = Case.objects.filter(report_ref=report_ref).only("ref", "state").first()
    if case is None:
        return None
    steps = [
        Told(str(TOLD[event.verb]), localdate(event.at), _citation(event))
        for event in history(case.chain)
        if event.verb in TOLD
    ]
    return Progress(STATE_LABELS[case.state], steps, _invitations(case))


def _citation(event: Entry) -> str:
    """None for what the agency does: the article of a proceeding or decision tells its kind, and so the penalty; that
    of a case that was opened again tells who contests it.
    """
    told = not event.verb.startswith("sanctions.") and event.verb != "cases.case_reopen"
    return event.citation if told else ""


def _invitations(case: Case) -> list[Invitation]:
    """The clarifications that wait for the reporter."""
    waiting = case.clarifications.filter(invitee="REPORTER", attended=None).order_by("meeting_at")
    numbers = numbers_of([each.letter_ref for each in waiting])
    return [
        Invitation(each.meeting_at, case.region_code, each.place, numbers.get(each.letter_ref, "")) for each in waiting
    ]
