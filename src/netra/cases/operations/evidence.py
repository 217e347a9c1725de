"""Evidence of a case: an officer adds a file; what came with the report goes on into the case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from netra.cases.bypass import bypassed
from netra.cases.models import Case
from netra.cases.operations.claim import ActRefused, claim_open
from netra.cases.papers import reading_agencies, report_evidence
from netra.supervision.queries import proofs_of
from netra.trust import evidence
from netra.trust.models import EvidenceItem, User
from netra.trust.trail import record


def evidence_add(
    *, case_ref: str, content: IO[bytes] | bytes, name: str, note: str = "", by: User, at: datetime
) -> EvidenceItem:
    """Add a file to the case. Its receipt, with hash and size, is the event. Fails with EvidenceRefused."""
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.evidence_add", at=at)
        return evidence.receive(content=content, original_name=name, by=by, at=at, chain=case.chain, note=note)


def evidence_release(*, case_ref: str, refs: Sequence[str], agencies: Sequence[str], by: User, at: datetime) -> Case:
    """Let these agencies that handle the accused read these files of the report. Nobody can take back what was read.

    A reporter's file may show who sent it: an identity card, a chat with names. So none of them goes to an agency
    before an officer who has looked at it says so, and to which. Fails with ActRefused for what is no file of the
    report, for an agency that the case goes past or that handles nobody accused, or when all was released before.
    """
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.evidence_release", at=at)
        _refuse_others(case, refs, agencies)
        by_agency = {code: list(released) for code, released in case.released.items()}
        fresh = {code: [ref for ref in dict.fromkeys(refs) if ref not in by_agency.get(code, ())] for code in agencies}
        if not any(fresh.values()):
            raise ActRefused(_("Pilih sekurangnya satu berkas yang belum dibuka bagi instansi terlapor."))
        case.released_evidence_refs = by_agency | {
            code: [*by_agency.get(code, ()), *new] for code, new in fresh.items()
        }
        case.save(update_fields=["released_evidence_refs"])
        released = sorted({ref for new in fresh.values() for ref in new})
        record(
            chain=case.chain,
            verb="cases.evidence_release",
            by=by,
            at=at,
            subject=case.chain,
            payload={
                "case": case.ref,
                "evidence": ", ".join(released),
                "agency": " ".join(sorted(code for code, new in fresh.items() if new)),
            },
        )
    return case


def _refuse_others(case: Case, refs: Sequence[str], agencies: Sequence[str]) -> None:
    unknown = sorted(set(refs) - {item.ref for item in report_evidence(case) if not item.is_destroyed})
    if unknown:
        raise ActRefused(
            _("Bukti %(unknown)s bukan berkas laporan perkara ini. Pilih dari daftar.")
            % {"unknown": ", ".join(unknown)}
        )
    past = sorted(set(agencies) & bypassed(case))
    if past:
        raise ActRefused(
            _(
                "Perkara ini tentang tekanan oleh atasan dan dilewatkan dari instansi %(past)s, jadi buktinya tidak "
                "dibuka baginya. Buka bagi instansi penerima rekomendasi, setelah rekomendasi terbit."
            )
            % {"past": ", ".join(past)}
        )
    strange = sorted(set(agencies) - set(reading_agencies(case)))
    if strange:
        raise ActRefused(
            _("Instansi %(unknown)s bukan instansi terlapor perkara ini. Pilih dari daftar.")
            % {"unknown": ", ".join(strange)}
        )


def hand_over_own_evidence(case: Case, *, by: User, at: datetime) -> None:
    """What the supervisors saw by themselves goes on into the case with its evidence."""
    for item in proofs_of(case.observation_ref):
        evidence.hand_over(item.ref, to_chain=case.chain, by=by, at=at)


def hand_over_report_evidence(case: Case, *, by: User, at: datetime) -> None:
    """The report's evidence goes on into the case: each hand-over is checked and recorded."""
    for item in report_evidence(case):
        if not item.is_destroyed:
            evidence.hand_over(item.ref, to_chain=case.chain, by=by, at=at)
