"""Coding why it happened: two people, each alone, each factor with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.cases.causes import BY_CODE
from netra.cases.models import CauseCode, CauseCoding
from netra.cases.operations.claim import ActRefused, WrongState, claim
from netra.cases.states import STATE_LABELS, CaseState
from netra.trust.models import User
from netra.trust.trail import record

CODED_STATES = frozenset({CaseState.PROCEEDING, CaseState.CLOSED})


def cause_code(*, case_ref: str, causes: Mapping[str, str], by: User, at: datetime) -> CauseCoding:
    """Code the causes of a proven case: factor → evidence. An empty mapping says "no factor found"."""
    unknown = sorted(set(causes) - set(BY_CODE))
    if unknown:
        raise ActRefused(_("Faktor tidak dikenal: %(unknown)s. Pilih dari daftar.") % {"unknown": ", ".join(unknown)})
    bare = [_(BY_CODE[code].label) for code, evidence in causes.items() if not evidence.strip()]
    if bare:
        raise ActRefused(
            _("Setiap faktor memerlukan buktinya. Belum ada bukti untuk: %(bare)s.") % {"bare": "; ".join(bare)}
        )
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.cause_code", at=at)
        if case.state not in CODED_STATES:
            raise WrongState(
                _(
                    "Faktor penyebab dikode saat perkara ditangani atau ditutup; perkara %(case)s berada pada "
                    "tahap «%(state)s»."
                )
                % {"case": case.ref, "state": _(STATE_LABELS[case.state])}
            )
        existing = list(case.cause_codings.all())
        if any(coding.coder_id == by.pk for coding in existing):
            raise ActRefused(
                _("Anda sudah mengode perkara ini. Pengodean kedua dilakukan orang lain, tanpa melihat kode Anda.")
            )
        if len(existing) >= 2:
            raise ActRefused(_("Perkara ini sudah dikode oleh dua orang."))
        coding = CauseCoding.objects.create(case=case, coder=by, ordinal=len(existing) + 1, coded_at=at)
        CauseCode.objects.bulk_create(
            CauseCode(coding=coding, cause=code, evidence=evidence.strip()) for code, evidence in causes.items()
        )
        record(
            chain=case.chain,
            verb="cases.cause_code",
            by=by,
            at=at,
            subject=case.chain,
            # How many, not which: the second coder reads the trail too.
            payload={"case": case.ref, "causes": len(causes)},
        )
    return coding
