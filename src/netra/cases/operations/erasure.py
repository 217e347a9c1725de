"""Erasure on its date, by two people: people, letters, evidence and messages go; hashes, counts and the trail stay.

A case that ended unproven goes whole; of a closed case go those who were cleared in it (`cases.sealing`), and what is
about them alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
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
    CitedAdvice,
    Clarification,
    DeadlineChange,
    Erasure,
    FormerAct,
    Party,
    Plenary,
    Recommendation,
    Recusal,
)
from netra.cases.operations.claim import ActRefused, WrongState, claim, names_in
from netra.cases.papers import own_evidence
from netra.cases.sealing import acts_of, erase_date_of, evidence_sent_by, letters_about, sealed_people
from netra.cases.states import STATE_LABELS
from netra.intake.operations import report_erase, report_people_erase
from netra.intake.written_documents import refuse_names
from netra.letters.models import Letter
from netra.letters.operations import letter_erase
from netra.letters.queries import letters_of
from netra.letters.states import LetterStatus
from netra.prevention.models import CitedConsultation
from netra.supervision.operations import observation_erase
from netra.trust import evidence
from netra.trust.erased_words import ERASED
from netra.trust.language import long_date
from netra.trust.models import EvidenceItem, User
from netra.trust.trail import record


def erasure_request(*, case_ref: str, reason: str, by: User, at: datetime) -> Erasure:
    """Ask for the erasure of a case that ended unproven, withdrawn or expired, or of those cleared in a closed one.

    Fails with WrongState where nobody is sealed, with ActRefused before the date or where it was asked for already.
    """
    if not reason.strip():
        raise ActRefused(_("Permintaan penghapusan memerlukan alasan tertulis."))
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.erasure_request", at=at)
        refuse_names(reason, people=names_in(case))
        due = erase_date_of(case)
        if due is None:
            raise WrongState(
                _(
                    "Hanya perkara yang tidak terbukti, dicabut, atau kedaluwarsa yang dihapus, atau terlapor yang "
                    "tidak terbukti dalam perkara yang selesai; perkara %(case)s berada pada tahap «%(state)s»."
                )
                % {"case": case.ref, "state": _(STATE_LABELS[case.state])}
            )
        if due > localdate(at):
            raise ActRefused(
                _("Tanggal penghapusan perkara ini %(erase_date)s, sesuai jadwal retensi. Tunggu sampai tanggal itu.")
                % {"erase_date": long_date(due)}
            )
        if Erasure.objects.filter(case=case, set_aside_at__isnull=True).exists():
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
        erasure = _waiting(case)
        if erasure.requested_by_id == by.pk:
            raise ActRefused(_("Penghapusan disetujui oleh orang kedua, bukan oleh yang memintanya."))
        # The database lets nobody overwrite anything before this is written.
        erasure.approved_by, erasure.approved_at = by, at
        erasure.save(update_fields=["approved_by", "approved_at"])
        erasure.destroyed = _destroy(case, by, at)
        erasure.save(update_fields=["destroyed"])
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


def erasure_refuse(*, case_ref: str, reason: str, by: User, at: datetime) -> Erasure:
    """A second person leaves everything as it is, with a reason; it may be asked for again.

    Fails with ActRefused without a reason, where nothing waits, or for who asked: he takes it back instead.
    """
    if not reason.strip():
        raise ActRefused(_("Penolakan penghapusan memerlukan alasan tertulis."))
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.erasure_refuse", at=at)
        erasure = _waiting(case)
        if erasure.requested_by_id == by.pk:
            raise ActRefused(_("Yang menolak orang kedua. Permintaan Anda sendiri Anda tarik kembali."))
        return _set_aside(erasure, "cases.erasure_refuse", reason.strip(), by, at)


def erasure_withdraw(*, case_ref: str, by: User, at: datetime) -> Erasure:
    """Who asked takes it back before a second person did it. Fails with ActRefused for anybody else."""
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.erasure_withdraw", at=at)
        erasure = _waiting(case)
        if erasure.requested_by_id != by.pk:
            raise ActRefused(_("Permintaan ditarik kembali oleh yang memintanya. Orang lain menolaknya dengan alasan."))
        return _set_aside(erasure, "cases.erasure_withdraw", "", by, at)


def _waiting(case: Case) -> Erasure:
    waiting = Erasure.objects.select_for_update().filter(case=case, approved_at=None, set_aside_at=None).first()
    if waiting is None:
        raise ActRefused(_("Tidak ada permintaan penghapusan yang menunggu persetujuan untuk perkara ini."))
    return waiting


def _set_aside(erasure: Erasure, act: str, reason: str, by: User, at: datetime) -> Erasure:
    erasure.set_aside_by, erasure.set_aside_at, erasure.set_aside_reason = by, at, reason
    erasure.save(update_fields=["set_aside_by", "set_aside_at", "set_aside_reason"])
    case = erasure.case
    record(chain=case.chain, verb=act, by=by, at=at, subject=case.chain, payload={"case": case.ref})
    return erasure


# What rooms above hold about people: they put their own destroyer here when the house starts (`sanctions.apps`), since
# this room may not reach up and the two people's act must leave nothing behind.
_ABOVE: list[Callable[[Collection[Party]], None]] = []


def erase_also(destroyer: Callable[[Collection[Party]], None]) -> None:
    """Have `destroyer` called inside every erasure, with the people whose data go."""
    if destroyer not in _ABOVE:
        _ABOVE.append(destroyer)


def _destroy_evidence(case: Case, items: Collection[EvidenceItem], by: User, at: datetime) -> list[str]:
    whole = [item for item in items if not item.is_destroyed]
    reason = "jadwal retensi perkara"
    return [evidence.destroy(item.ref, by=by, at=at, chain=case.chain, reason=reason).sha256 for item in whole]


def _destroy_letters(letters: Collection[Letter], by: User, at: datetime) -> list[str]:
    whole = [letter for letter in letters if letter.status != LetterStatus.ERASED]
    return [letter_erase(letter_ref=letter.ref, by=by, at=at).ref for letter in whole]


def _destroy(case: Case, by: User, at: datetime) -> dict[str, list[str]]:
    """Overwrite what names people; give back the hashes and counts of what is gone."""
    Erasure.objects.filter(case=case).exclude(set_aside_reason="").update(set_aside_reason=ERASED)
    if case.erase_date is None:
        return _destroy_cleared(case, by, at)
    destroyed = {
        "letters": _destroy_letters(letters_of(case.chain), by, at),
        "evidence": _destroy_evidence(case, own_evidence(case), by, at),
    }
    if case.observation_ref:
        observation_erase(observation_ref=case.observation_ref, at=at)
    if case.report_ref:
        of_report = report_erase(report_ref=case.report_ref, by=by, at=at)
        destroyed = {key: [*hashes, *of_report[key]] for key, hashes in destroyed.items()}
    _overwrite_people(list(case.parties.all()))
    Clarification.objects.filter(case=case).update(name="", place=ERASED, statement="")
    Plenary.objects.filter(case=case).update(reason=ERASED)
    CauseCode.objects.filter(coding__case=case).update(evidence=ERASED)
    DeadlineChange.objects.filter(deadline__case=case).update(reason=ERASED, document=ERASED)
    Recusal.objects.filter(case=case).update(reason=ERASED)
    _overwrite_acts(case.acts.values_list("pk", flat=True))
    case.title = ERASED
    case.outcome = STATE_LABELS[case.state]
    case.erased_at = at
    case.save(update_fields=["title", "outcome", "erased_at"])
    return destroyed


def _destroy_cleared(case: Case, by: User, at: datetime) -> dict[str, list[str]]:
    """Of a closed case only what is about those who were cleared, and about nobody else."""
    people = sealed_people(case.ref)
    destroyed = {
        "letters": _destroy_letters(letters_about(case, people), by, at),
        "evidence": _destroy_evidence(case, evidence_sent_by(case, people), by, at),
    }
    _overwrite_acts(acts_of(people))
    subjects = [under for each in people for under in each.papers_under]
    terms = DeadlineChange.objects.filter(deadline__case=case, deadline__subject_ref__in=subjects)
    terms.update(reason=ERASED, document=ERASED)
    report_people_erase(report_ref=case.report_ref, who=[(each.name, each.nip) for each in people])
    _overwrite_people(people)
    return destroyed


def _overwrite_acts(acts: Iterable[int]) -> None:
    """The stories, as they are and as they were told before a correction."""
    keys = list(acts)
    Act.objects.filter(pk__in=keys).update(narrative=ERASED, place="")
    FormerAct.objects.filter(act__in=keys).update(narrative=ERASED, place="", reason=ERASED, document="")


def _overwrite_people(people: Collection[Party]) -> None:
    """What the tables say of these people, here and in the rooms above."""
    Answer.objects.filter(party__in=people).update(text=ERASED, evidence_refs=[])
    CitedAdvice.objects.filter(party__in=people, by_accused=False).update(note=ERASED)
    for each in people:
        CitedConsultation.objects.filter(case_ref=each.case.ref, party=each.ordinal).update(note=ERASED)
    Clarification.objects.filter(party__in=people).update(name="", place=ERASED, statement="")
    Recommendation.objects.filter(party__in=people).update(basis=ERASED, reason=ERASED)
    Allegation.objects.filter(party__in=people).exclude(reason="").update(reason=ERASED)
    Allegation.objects.filter(party__in=people).exclude(no_crime_reason="").update(no_crime_reason=ERASED)
    Allegation.objects.filter(party__in=people).exclude(earlier_decision="").update(earlier_decision=ERASED)
    Party.objects.filter(pk__in=[each.pk for each in people]).update(
        name="",
        name_key="",
        position_title="",
        unit_name="",
        nip="",
        identified_by_attribute="",
        identified_at=None,
        shown_evidence_refs=[],
    )
    Party.objects.filter(pk__in=[each.pk for each in people]).exclude(left_mistaken="").update(left_mistaken=ERASED)
    for destroyer in _ABOVE:
        destroyer(people)
