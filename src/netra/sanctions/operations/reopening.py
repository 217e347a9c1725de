"""Pemeriksaan dibuka kembali: a severe penalty is seen only after whoever may get it was examined by no team."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.sanctions.models import Proceeding
from netra.sanctions.operations.claim import advance, claim, demand, step_for
from netra.sanctions.teams import why_not_again
from netra.trust.models import User

REOPEN = "sanctions.examination_reopen"


def examination_reopen(*, ref: str, reason: str, by: User, at: datetime) -> Proceeding:
    """Have the person examined again, by a team: what may end in a severe penalty is examined by one.

    That is PP 94/2021 Ps 29(2); that an examination is repeated for it is derived and stands in no article, and no form
    for it was read, so no letter goes out. Record and report of the first examination stay beside those of the second;
    a team is formed, the person is called and examined, and a report is written anew, within the same terms.
    """
    why = demand(reason, _("Tuliskan mengapa hukuman berat baru terlihat sesudah pemeriksaan tanpa tim."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=REOPEN, at=at)
        step_for(proceeding, REOPEN, on=localdate(at))
        refusal = why_not_again(proceeding)
        if refusal:
            raise ActRefused(refusal)
        proceeding.reopened_date = localdate(at)
        proceeding.reopened_reason = why
        # The law is read by the day of the examination that is decided on (PP 94/2021 Ps 40); the first keeps its own.
        proceeding.examination_date = None
        advance(proceeding, REOPEN, by=by, at=at, dated=localdate(at))
    return proceeding
