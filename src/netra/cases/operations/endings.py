"""How a case ends: withdrawn, expired, closed; and the seal on those that ended without a proven breach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.crimes import with_crimes_left
from netra.cases.duties import duty_is_open
from netra.cases.leaving import LAPSED
from netra.cases.models import Case, Party
from netra.cases.models.case import CaseSource
from netra.cases.operations.claim import ActRefused, citation, claim, step_for
from netra.cases.operations.clocks import stop_all_clocks
from netra.cases.operations.days import refuse_before
from netra.cases.operations.meetings import keep_meeting, refuse_meeting
from netra.cases.states import CaseState
from netra.cases.steps_open import handling_is_overdue
from netra.intake.queries import withdrawn_on
from netra.law.procedure import Step
from netra.registry.queries import erasure_day
from netra.trust.models import User
from netra.trust.trail import record

# How the trail tells, of a case whose proceedings have all ended, that nobody was proven guilty.
NOTHING_PROVEN = gettext_noop("Tidak terbukti dalam penanganan")
NOBODY: Mapping[Party, Sequence[str]] = MappingProxyType({})


def seal(case: Case, *, outcome: str, on: date) -> None:
    """Mark the end and the date of erasure, by the archive schedule of the handling office; the caller saves."""
    case.ended_date = on
    case.outcome = outcome
    case.erase_date = erasure_day(case.handling_agency_code, on)


def seal_person(party: Party, *, papers_under: Sequence[str], on: date) -> None:
    """Seal somebody who was cleared in a case that proved something of another, with a date of erasure of his own.

    `papers_under` are the references of his proceedings, under which letters and terms about him alone are kept.
    """
    party.erase_date = erasure_day(party.case.handling_agency_code, on)
    party.papers_under = [party.ref, *papers_under]
    party.save(update_fields=["erase_date", "papers_under"])


def case_withdraw(*, case_ref: str, held_date: date, members: int, reason: str, by: User, at: datetime) -> Case:
    """The reporter took the report back, and the plenary finds that nothing else carries the case.

    No article ends a case so, and none was found that binds the supervisor to it: the report itself must be taken
    back, by its code or by a letter, and no allegation may be left that an agency has to handle.
    """
    act = "cases.case_withdraw"
    refuse_meeting(held_date=held_date, members=members, reason=reason, at=at)
    with transaction.atomic():
        case = claim(case_ref, by=by, act=act, at=at)
        if case.source != CaseSource.REPORT:
            raise ActRefused(
                _(
                    "Perkara %(case)s berasal dari temuan pengawas, jadi tidak ada laporan yang dapat dicabut. "
                    "Selesaikan kajian dan ajukan ke pleno."
                )
                % {"case": case.ref}
            )
        step = step_for(case, act, on=localdate(at))
        refuse_before(held_date, _taken_back(case), what=_("Tanggal pleno"), than=_("pencabutan laporan"))
        _refuse_while_owed(case)
        keep_meeting(case, outcome=step.target, held_date=held_date, members=members, reason=reason, by=by, at=at)
        _end(case, step, outcome=f"Laporan dicabut: {reason.strip()}"[:200], on=held_date, by=by, at=at)
    return case


def case_expire(*, case_ref: str, held_date: date, members: int, reason: str, by: User, at: datetime) -> Case:
    """The term of handling has passed, and the plenary finds that nothing is left to handle.

    The law bounds the supervisor (UU 7/2017 Ps 454(7)-(8); UU 8/2015 Ps 134(5)-(6)) and says nowhere that the case
    ends with its term; so no allegation may be left that an agency has to handle.
    """
    act = "cases.case_expire"
    refuse_meeting(held_date=held_date, members=members, reason=reason, at=at)
    with transaction.atomic():
        case = claim(case_ref, by=by, act=act, at=at)
        step = step_for(case, act, on=localdate(at))
        if not handling_is_overdue(case, on=held_date):
            raise ActRefused(
                _(
                    "Belum ada tenggat penanganan yang lewat pada hari pleno, jadi perkara ini belum kedaluwarsa. "
                    "Lihat bagian «Tenggat» untuk tanggal dan alasannya."
                )
            )
        _refuse_while_owed(case)
        keep_meeting(case, outcome=step.target, held_date=held_date, members=members, reason=reason, by=by, at=at)
        _end(case, step, outcome=f"Kedaluwarsa: {reason.strip()}"[:200], on=held_date, by=by, at=at)
    return case


def _taken_back(case: Case) -> date:
    """The day on which the report of this case was taken back. ActRefused while it stands."""
    day = withdrawn_on(case.report_ref)
    if day is None:
        raise ActRefused(
            _(
                "Laporan %(report)s tidak dicabut. Yang mencabut hanya pelapor dengan kodenya, atau surat pencabutan "
                "yang dicatat petugas pada halaman laporan. Tanpa itu, selesaikan kajian dan putuskan di pleno."
            )
            % {"report": case.report_ref}
        )
    return day


def _refuse_while_owed(case: Case) -> None:
    if duty_is_open(case):
        raise ActRefused(
            _(
                "Perkara %(case)s masih memuat dugaan pelanggaran disiplin atau kode etik. Dugaan itu tidak "
                "bergantung pada aduan dan tidak gugur karena Bawaslu terlambat: atasan wajib memanggil terlapor "
                "(PP 94/2021 Pasal 26 ayat (1); sebelum 31 Agustus 2021 PP 53/2010 Pasal 23 ayat (1)). Selesaikan "
                "kajian dan teruskan perkara ini, atau putuskan tidak terbukti."
            )
            % {"case": case.ref}
        )
    if with_crimes_left(case):
        raise ActRefused(
            _(
                "Perkara %(case)s memuat dugaan tindak pidana, yang tidak bergantung pada aduan: pasal yang "
                "menggugurkannya karena laporan dicabut tidak ditemukan. Selesaikan kajian; pleno meneruskannya kepada "
                "penegak hukum, atau menyatakan tertulis bahwa tidak terlihat tindak pidana."
            )
            % {"case": case.ref}
        )


def _end(case: Case, step: Step, *, outcome: str, on: date, by: User, at: datetime) -> None:
    case.state = step.target
    seal(case, outcome=outcome, on=on)
    case.save()
    stop_all_clocks(case, met=on, recorded=localdate(at))
    record(
        chain=case.chain,
        verb=step.act,
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref, "date": on.isoformat()},
        citation=citation(case, step, on=on),
    )


def case_close(
    *, case: Case, outcome: str, proven: bool, cleared: Mapping[Party, Sequence[str]] = NOBODY, by: User, at: datetime
) -> None:
    """Close a case whose every proceeding has ended. Called by `sanctions` inside its own transaction and claim.

    Where everybody was cleared it ends unproven: sealed at once, with a date of erasure. Where only some were, as
    `cleared` names them with their proceedings, they are sealed and the case is not. Where the outcome is that the
    accused are civil servants no more it ends neither proven nor unproven, and is sealed alike.
    """
    unproven = CaseState.LAPSED if outcome == LAPSED else CaseState.NOT_PROVEN
    step = step_for(case, "cases.case_close", on=localdate(at), target=CaseState.CLOSED if proven else unproven)
    case.lapsed_from = case.state if step.target == CaseState.LAPSED else ""
    case.state = step.target
    if proven:
        case.ended_date = localdate(at)
        case.outcome = outcome
        for party, proceedings in cleared.items():
            if party.is_sealed:
                continue
            seal_person(party, papers_under=proceedings, on=localdate(at))
    else:
        seal(case, outcome=outcome, on=localdate(at))
    case.save()
    stop_all_clocks(case, met=localdate(at))
    record(
        chain=case.chain,
        verb="cases.case_close",
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref, "outcome": outcome},
        citation=citation(case, step, on=localdate(at)),
    )


def case_reopen(*, case: Case, by: User, at: datetime) -> None:
    """Take up a closed case again: its follow-up, or what ended by a mistake where it stood. Called by `sanctions`
    inside its own transaction and claim.

    Those who were cleared stay sealed; what ended the case stays in the trail.
    """
    step = step_for(case, "cases.case_reopen", on=localdate(at), target=case.lapsed_from or None)
    told = {"state": step.target} if case.lapsed_from else {}
    case.state = step.target
    case.ended_date, case.outcome, case.erase_date, case.lapsed_from = None, "", None, ""
    case.save()
    record(
        chain=case.chain,
        verb="cases.case_reopen",
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref, **told},
        citation=citation(case, step, on=localdate(at)),
    )
