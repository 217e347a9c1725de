"""Whether what was typed can become a visit, a checklist or an observation: cleaned, or refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from netra.registry.models import Agency
from netra.registry.queries import unit
from netra.registry.states import AgencyKind
from netra.supervision.entries import AnswerEntry, ChecklistEntry, ObservationEntry, VisitEntry
from netra.supervision.states import Answer, Result, Subject
from netra.trust.errors import NotFound, Refused
from netra.trust.language import long_date

FIRST_DAY = date(2014, 1, 1)
# Further ahead a year is more likely a slip of the finger than a plan.
FURTHEST = timedelta(days=2 * 366)
MOST_LINES, MOST_FILES = 40, 5
NOT_WATCHED = frozenset({AgencyKind.ELECTION_SUPERVISOR.value, AgencyKind.OVERSIGHT.value})


class SupervisionRefused(Refused):
    """The visit, the checklist or the observation cannot be written like this."""


def checked_visit(entry: VisitEntry, planner: Agency, *, today: date) -> VisitEntry:
    """The entry with clean text. Fails with SupervisionRefused."""
    demand(entry.subject in set(Subject), _("Pilih apa yang diawasi."))
    demand_day(entry.planned_date, today, _("Hari pengawasan"))
    reasons = lines(entry.reasons)
    demand(
        bool(reasons),
        _("Tuliskan sekurangnya satu alasan: mengapa tempat ini, pada waktu ini. Sebutkan keadaan, bukan orang."),
    )
    demand(len(reasons) <= MOST_LINES, _("Alasan paling banyak %d butir. Gabungkan.") % MOST_LINES)
    _demand_target(entry, planner)
    return replace(entry, reasons=reasons)


def checked_checklist(entry: ChecklistEntry) -> ChecklistEntry:
    """The entry with clean text. Fails with SupervisionRefused."""
    demand(entry.subject in set(Subject), _("Pilih apa yang diawasi."))
    questions = lines(entry.questions)
    demand(bool(questions), _("Tuliskan sekurangnya satu pertanyaan."))
    demand(len(questions) <= MOST_LINES, _("Pertanyaan paling banyak %d butir.") % MOST_LINES)
    return replace(entry, questions=questions)


def checked_observation(entry: ObservationEntry, questions: Sequence[str], *, today: date) -> ObservationEntry:
    """The entry with clean text. Fails with SupervisionRefused."""
    demand(entry.observed_date <= today, _("Hari pengamatan belum tiba. Periksa tanggalnya."))
    demand_day(entry.observed_date, today, _("Hari pengamatan"))
    demand(bool(entry.place.strip()), _("Sebutkan tempat yang diamati."))
    demand(bool(entry.summary.strip()), _("Tuliskan apa yang terlihat, juga bila tidak ditemukan apa-apa."))
    demand(entry.result in set(Result), _("Pilih hasilnya: tidak ditemukan pelanggaran, atau ada dugaan."))
    demand(len(entry.proofs) <= MOST_FILES, _("Bukti paling banyak %d berkas.") % MOST_FILES)
    demand(len(entry.answers) == len(questions), _("Jawab setiap pertanyaan daftar periksa."))
    answers = [_checked_answer(each, question) for each, question in zip(entry.answers, questions, strict=True)]
    return replace(entry, place=one_line(entry.place), summary=entry.summary.strip(), answers=answers)


def checked_reason(reason: str) -> str:
    """A reason of one line. Fails with SupervisionRefused where there is none."""
    why = one_line(reason)
    demand(bool(why), _("Pembatalan memerlukan alasan tertulis."))
    return why


def demand_day(day: date, today: date, what: str) -> None:
    """Refuse a day before the law that is loaded, or years ahead."""
    demand(day >= FIRST_DAY, _("%(what)s lebih awal daripada tahun 2014. Periksa tahunnya.") % {"what": what})
    demand(day <= today + FURTHEST, _("%(what)s lebih dari dua tahun lagi. Periksa tahunnya.") % {"what": what})


def demand_not_before(day: date, planned: date) -> None:
    """Refuse an observation of a day before the plan."""
    demand(
        day >= planned,
        _("Hari pengamatan lebih awal daripada rencana, %s. Periksa tanggalnya.") % long_date(planned),
    )


def demand(holds: bool, message: str) -> None:
    if not holds:
        raise SupervisionRefused(message)


def watches(planner: Agency, target: Agency) -> bool:
    """Whether that agency watches this one: itself, or, as supervisors of elections, the governments of its place."""
    if planner.kind != AgencyKind.ELECTION_SUPERVISOR:
        return planner.code == target.code
    here = planner.region_code
    return target.kind not in NOT_WATCHED and (
        not here or target.region_code == here or target.region_code.startswith(f"{here}.")
    )


def lines(texts: Sequence[str]) -> list[str]:
    return [one_line(text) for text in texts if text.strip()]


def one_line(text: str) -> str:
    return " ".join(text.split())


def _demand_target(entry: VisitEntry, planner: Agency) -> None:
    target = Agency.objects.filter(code=entry.target_code).first()
    if target is None:
        raise SupervisionRefused(_("Instansi “%s” tidak ada dalam registri.") % entry.target_code[:60])
    demand(
        watches(planner, target),
        _(
            "%(planner)s tidak mengawasi %(target)s. Pengawasan internal mengawasi unit instansinya sendiri; pengawas "
            "pemilu mengawasi pemerintah di wilayahnya."
        )
        % {"planner": planner.name, "target": target.name},
    )
    if entry.unit_code:
        try:
            unit(target.code, entry.unit_code)
        except NotFound as unknown:
            raise SupervisionRefused(str(unknown)) from unknown


def _checked_answer(entry: AnswerEntry, question: str) -> AnswerEntry:
    demand(entry.answer in set(Answer), _("Belum dijawab: %s") % question)
    note = one_line(entry.note)
    demand(
        entry.answer != Answer.YES or bool(note),
        _("Dijawab “ada” tanpa keterangan: %s Tuliskan apa yang terlihat.") % question,
    )
    return AnswerEntry(entry.answer, note)
