"""Erasure on its date, by two people: people, letters, evidence and messages go; hashes, counts and the trail stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.models import (
    Act,
    Allegation,
    Answer,
    Case,
    CauseCode,
    Clarification,
    DeadlineChange,
    Erasure,
    Party,
    Plenary,
    Recommendation,
    Recusal,
)
from netra.cases.operations.claim import ActRefused, WrongState, claim
from netra.cases.states import SEALED_ENDS, STATE_LABELS
from netra.intake.operations import report_erase
from netra.letters.operations import letter_erase
from netra.letters.queries import letters_of
from netra.letters.states import LetterStatus
from netra.trust import evidence
from netra.trust.models import User
from netra.trust.trail import record

ERASED = "(dihapus)"


def erasure_request(*, case_ref: str, reason: str, by: User, at: datetime) -> Erasure:
    """Ask for the erasure of a case that ended unproven, withdrawn or expired, once its date has come."""
    if not reason.strip():
        raise ActRefused(_("Permintaan penghapusan memerlukan alasan tertulis."))
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.erasure_request", at=at)
        if case.state not in SEALED_ENDS:
            raise WrongState(
                _(
                    "Hanya perkara yang tidak terbukti, dicabut, atau kedaluwarsa yang dihapus; perkara %(case)s "
                    "berada pada tahap «%(state)s»."
                )
                % {"case": case.ref, "state": _(STATE_LABELS[case.state])}
            )
        if case.erase_date is None or case.erase_date > localdate(at):
            raise ActRefused(
                _("Tanggal penghapusan perkara ini %(erase_date)s, sesuai jadwal retensi. Tunggu sampai tanggal itu.")
                % {"erase_date": case.erase_date}
            )
        if Erasure.objects.filter(case=case).exists():
            raise ActRefused(_("Penghapusan perkara ini sudah diminta; tinggal disetujui orang kedua."))
        erasure = Erasure.objects.create(case=case, requested_by=by, requested_at=at, reason=reason.strip())
        record(
            chain=case.chain,
            verb="cases.erasure_request",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref},
        )
    return erasure


def erasure_approve(*, case_ref: str, by: User, at: datetime) -> Erasure:
    """A second person does the erasure. What remains: the numbers of letters, hashes of evidence, the trail."""
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.erasure_approve", at=at)
        erasure = Erasure.objects.select_for_update().filter(case=case, approved_at__isnull=True).first()
        if erasure is None:
            raise ActRefused(_("Tidak ada permintaan penghapusan yang menunggu persetujuan untuk perkara ini."))
        if erasure.requested_by_id == by.pk:
            raise ActRefused(_("Penghapusan disetujui oleh orang kedua, bukan oleh yang memintanya."))
        erasure.destroyed = _destroy(case, by, at)
        erasure.approved_by = by
        erasure.approved_at = at
        erasure.save()
        record(
            chain=case.chain,
            verb="cases.erasure_approve",
            by=by,
            at=at,
            subject=case.chain,
            payload={
                "case": case.ref,
                "letters": len(erasure.destroyed["letters"]),
                "evidence": len(erasure.destroyed["evidence"]),
            },
        )
    return erasure


# What rooms above hold about a case: they put their own destroyer here when the house starts (`sanctions.apps`), since
# this room may not reach up and the two people's act must leave nothing behind.
_ABOVE: list[Callable[[Case], None]] = []


def erase_also(destroyer: Callable[[Case], None]) -> None:
    """Have `destroyer` called inside the erasure of every case."""
    if destroyer not in _ABOVE:
        _ABOVE.append(destroyer)


def _destroy_evidence(case: Case, by: User, at: datetime) -> list[str]:
    items = [item for item in evidence.items_of(case.chain) if not item.is_destroyed]
    reason = "jadwal retensi perkara"
    return [evidence.destroy(item.ref, by=by, at=at, chain=case.chain, reason=reason).sha256 for item in items]


def _destroy_letters(case: Case, by: User, at: datetime) -> list[str]:
    whole = [letter for letter in letters_of(case.chain) if letter.status != LetterStatus.ERASED]
    return [letter_erase(letter_ref=letter.ref, by=by, at=at).ref for letter in whole]


def _destroy(case: Case, by: User, at: datetime) -> dict[str, list[str]]:
    """Overwrite what names people; give back the hashes and counts of what is gone."""
    destroyed = {"letters": _destroy_letters(case, by, at), "evidence": _destroy_evidence(case, by, at)}
    if case.report_ref:
        of_report = report_erase(report_ref=case.report_ref, by=by, at=at)
        destroyed = {key: [*hashes, *of_report[key]] for key, hashes in destroyed.items()}
    Answer.objects.filter(party__case=case).update(text=ERASED, evidence_refs=[])
    Clarification.objects.filter(case=case).update(name="", place=ERASED, statement="")
    Plenary.objects.filter(case=case).update(reason=ERASED)
    Recommendation.objects.filter(case=case).update(basis=ERASED, reason=ERASED)
    CauseCode.objects.filter(coding__case=case).update(evidence=ERASED)
    Allegation.objects.filter(party__case=case).exclude(reason="").update(reason=ERASED)
    Allegation.objects.filter(party__case=case).exclude(earlier_decision="").update(earlier_decision=ERASED)
    DeadlineChange.objects.filter(deadline__case=case).update(reason=ERASED, document=ERASED)
    Recusal.objects.filter(case=case).update(reason=ERASED)
    Act.objects.filter(case=case).update(narrative=ERASED, place="")
    Party.objects.filter(case=case).update(
        name="",
        position_title="",
        unit_name="",
        nip="",
        identified_by_attribute="",
        identified_at=None,
        shown_evidence_refs=[],
    )
    for destroyer in _ABOVE:
        destroyer(case)
    case.title = ERASED
    case.outcome = STATE_LABELS[case.state]
    case.erased_at = at
    case.save(update_fields=["title", "outcome", "erased_at"])
    return destroyed
