"""How a case ends: withdrawn, expired, closed; and the seal on those that ended without a proven breach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Case, Party
from netra.cases.models.case import CaseSource
from netra.cases.operations.claim import ActRefused, citation, claim, step_for
from netra.cases.operations.clocks import stop_all_clocks
from netra.cases.states import CaseState
from netra.law.deadlines import compute
from netra.trust.models import User
from netra.trust.trail import record

# Their end ends the case; that of the preliminary study only makes the study late.
HANDLING_TERMS = ("bawaslu_decision", "bawaslu_decision_extended")
# How the trail tells, of a case whose proceedings have all ended, that nobody was proven guilty.
NOTHING_PROVEN = gettext_noop("Tidak terbukti dalam penanganan")
NOBODY: Mapping[Party, Sequence[str]] = MappingProxyType({})


def seal(case: Case, *, outcome: str, on: date) -> None:
    """Mark the end and the date of erasure; the caller saves. Retention: two years unless the schedule says else."""
    case.ended_date = on
    case.outcome = outcome
    case.erase_date = compute("erasure", on).due


def seal_person(party: Party, *, papers_under: Sequence[str], on: date) -> None:
    """Seal somebody who was cleared in a case that proved something of another, with a date of erasure of his own.

    `papers_under` are the references of his proceedings, under which letters and terms about him alone are kept.
    """
    party.erase_date = compute("erasure", on).due
    party.papers_under = [party.ref, *papers_under]
    party.save(update_fields=["erase_date", "papers_under"])


def _end(case: Case, act: str, *, outcome: str, by: User, at: datetime) -> None:
    step = step_for(case, act)
    case.state = step.target
    seal(case, outcome=outcome, on=localdate(at))
    case.save()
    stop_all_clocks(case, met=localdate(at))
    record(
        chain=case.chain,
        verb=act,
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref},
        citation=citation(case, step, on=localdate(at)),
    )


def case_withdraw(*, case_ref: str, reason: str, by: User, at: datetime) -> Case:
    """The reporter withdrew and nothing else carries the case. A duty to act on knowledge (PP 94 Ps 26) remains."""
    if not reason.strip():
        raise ActRefused(_("Mengakhiri perkara karena laporan dicabut memerlukan alasan tertulis."))
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_withdraw", at=at)
        if case.source != CaseSource.REPORT:
            raise ActRefused(
                _(
                    "Perkara %(case)s berasal dari temuan pengawas, jadi tidak ada laporan yang dapat dicabut. "
                    "Selesaikan kajian dan ajukan ke pleno."
                )
                % {"case": case.ref}
            )
        _end(case, "cases.case_withdraw", outcome=f"Laporan dicabut: {reason.strip()}"[:200], by=by, at=at)
    return case


def case_expire(*, case_ref: str, reason: str, by: User, at: datetime) -> Case:
    """The term of handling has passed. Allowed only when a term really is overdue on that day."""
    if not reason.strip():
        raise ActRefused(_("Menyatakan kedaluwarsa memerlukan alasan tertulis."))
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_expire", at=at)
        step_for(case, "cases.case_expire")
        today = localdate(at)
        if not any(term.is_overdue(today) for term in case.deadlines.filter(rule__in=HANDLING_TERMS)):
            raise ActRefused(
                _(
                    "Belum ada tenggat penanganan yang lewat, jadi perkara ini belum kedaluwarsa. Lihat bagian "
                    "«Tenggat» untuk tanggal dan alasannya."
                )
            )
        _end(case, "cases.case_expire", outcome=f"Kedaluwarsa: {reason.strip()}"[:200], by=by, at=at)
    return case


def case_close(
    *, case: Case, outcome: str, proven: bool, cleared: Mapping[Party, Sequence[str]] = NOBODY, by: User, at: datetime
) -> None:
    """Close a case whose every proceeding has ended. Called by `sanctions` inside its own transaction and claim.

    Where everybody was cleared it ends unproven: sealed at once, with a date of erasure. Where only some were, as
    `cleared` names them with their proceedings, they are sealed and the case is not.
    """
    step = step_for(case, "cases.case_close", target=CaseState.CLOSED if proven else CaseState.NOT_PROVEN)
    case.state = step.target
    if proven:
        case.ended_date = localdate(at)
        case.outcome = outcome
        for party, proceedings in cleared.items():
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
