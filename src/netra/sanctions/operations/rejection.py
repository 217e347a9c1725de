"""A keberatan that came too late: it is not decided, and whoever filed it gets a paper that says why."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.models import Deadline
from netra.cases.operations import ActRefused
from netra.letters.models import Letter
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.models import Proceeding
from netra.sanctions.operations.claim import (
    advance,
    article_of,
    claim,
    refuse_before,
    refuse_future,
    step_for,
)
from netra.sanctions.operations.impartiality import refuse_examiner_signing
from netra.sanctions.signers import addressee_of, signed_by_addressee
from netra.sanctions.signing import BY_REGISTER, Signing
from netra.trust.language import long_date
from netra.trust.models import User

ACT = "sanctions.objection_reject"


def objection_reject(*, ref: str, filed_date: date, signing: Signing = BY_REGISTER, by: User, at: datetime) -> Letter:
    """Find a late objection inadmissible by letter (PP 79/2021 Pasal 4; Pasal 7 was not read); the decision stands."""
    refuse_future(filed_date, at, what=_("Tanggal pengajuan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=ACT, at=at)
        step = step_for(proceeding, ACT, on=localdate(at), target=proceeding.state)
        term = _term(proceeding)
        received = proceeding.decision.delivery.received_date
        refuse_before(filed_date, received, what=_("Tanggal pengajuan"), than=_("penerimaan keputusan"))
        if filed_date <= term.due_date:
            raise ActRefused(
                _(
                    "Keberatan tanggal %(filed)s masih dalam tenggang waktu (sampai %(due)s, %(citation)s), jadi harus "
                    "diterima. Catat sebagai keberatan."
                )
                % {"filed": long_date(filed_date), "due": long_date(term.due_date), "citation": term.citation}
            )
        basis = article_of(step, proceeding, on=localdate(at))
        addressee = addressee_of(proceeding, "OBJECTION", filed_date)
        signed = signed_by_addressee(proceeding, addressee, signing, on=localdate(at), at=at)
        refuse_examiner_signing(proceeding, signed.person, at=at)
        letter = letter_issue(
            kind="OBJECTION_REJECTION",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.objection_rejection(proceeding, filed_date, term, basis, signed, on=localdate(at)),
            by=by,
            at=at,
        )
        filed = filed_date.isoformat()
        state, paper = proceeding.state, signed.basis
        advance(proceeding, ACT, by=by, at=at, target=state, letter=letter.ref, date=filed, document=paper)
    return letter


def _term(proceeding: Proceeding) -> Deadline:
    """The term that was missed; it may have been closed since, when the decision took effect."""
    term = None if proceeding.decision.is_dismissal else proceeding.decision.remedy_terms.first()
    if term is None:
        raise ActRefused(
            _(
                "Terhadap keputusan ini tidak tersedia keberatan, jadi tidak ada tenggang waktu keberatan yang "
                "terlewat. Banding administratif dinilai oleh badan yang memutusnya (PP 79/2021 Pasal 10–11)."
            )
        )
    return term
