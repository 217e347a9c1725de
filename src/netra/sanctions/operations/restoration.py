"""Pemulihan: what an executed penalty took is given back after a remedy annulled or revoked it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations.claim import names_in
from netra.intake.written_documents import named_document
from netra.sanctions.models import Remedy
from netra.sanctions.operations.claim import advance, claim, refuse_before, refuse_future, step_for
from netra.trust.models import User

ACT = "sanctions.restoration_record"


def restoration_record(*, ref: str, restored_date: date, document: str, by: User, at: datetime) -> Remedy:
    """Record that rank, post, pay or status were given back; `document` is the number and date of that decree.

    No article that was read names a term or a form for it; everybody concerned must carry out the ruling (PP 79/2021
    Ps 16(3)). Only then may the proceeding be closed and the name be sealed.
    """
    what = _("Tanggal pemulihan")
    refuse_future(restored_date, at, what=what)
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=ACT, at=at)
        proof = named_document(document, on=localdate(at), people=names_in(proceeding.case))
        step_for(proceeding, ACT, on=localdate(at))
        remedy = proceeding.decision.remedy
        if remedy.decided_date is not None:
            refuse_before(restored_date, remedy.decided_date, what=what, than=_("putusan"))
        remedy.restored_date, remedy.restoration_document = restored_date, proof
        remedy.save(update_fields=["restored_date", "restoration_document"])
        advance(proceeding, ACT, by=by, at=at, dated=restored_date, document=proof)
    return remedy
