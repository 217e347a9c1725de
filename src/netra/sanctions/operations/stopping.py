"""Penghentian: the examination proved nothing, and the person's name is cleared first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.operations import ActRefused
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.models import Proceeding
from netra.sanctions.operations.answering import meet_follow_up
from netra.sanctions.operations.claim import (
    advance,
    claim,
    demand,
    step_for,
)
from netra.sanctions.operations.impartiality import refuse_examiner_signing
from netra.sanctions.signing import BY_REGISTER, Signing, signed_by_head
from netra.sanctions.states import ProceedingState
from netra.sanctions.weighed import weighed_by
from netra.trust.models import User


def proceeding_stop(*, ref: str, reason: str, signing: Signing = BY_REGISTER, by: User, at: datetime) -> Proceeding:
    """The examination did not prove it: the person's name is cleared first, by a letter of the authority."""
    demand(reason, _("Penghentian memerlukan alasan tertulis."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.proceeding_stop", at=at)
        step_for(proceeding, "sanctions.proceeding_stop", on=localdate(at))
        # With nothing left that could be decided on, stopping is the only way to an end.
        report = proceeding.report
        if report is not None and report.proven and weighed_by(proceeding):
            raise ActRefused(
                _(
                    "Laporan hasil pemeriksaan menyatakan terbukti. Menghentikan penanganan bertentangan "
                    "dengannya; putuskan sanksinya, dengan alasan bila menyimpang."
                )
            )
        signed = signed_by_head(proceeding, signing, on=localdate(at), at=at)
        refuse_examiner_signing(proceeding, signed.person, at=at)
        letter_issue(
            kind="DECISION_STOP",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.stop(proceeding, reason.strip(), signed, localdate(at)),
            by=by,
            at=at,
        )
        meet_follow_up(proceeding, met=localdate(at), recorded=localdate(at), decided=False)
        proceeding.outcome = gettext_noop("Tidak terbukti dalam pemeriksaan")
        stopped, paper = ProceedingState.STOPPED, signed.basis
        advance(proceeding, "sanctions.proceeding_stop", by=by, at=at, target=stopped, document=paper)
    return proceeding
