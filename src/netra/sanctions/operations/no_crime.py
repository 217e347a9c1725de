"""The plenary's written word that no crime is seen in what may be one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.crimes import crimes_left
from netra.cases.models import Case
from netra.cases.operations import ActRefused, Meeting, stop_clock
from netra.cases.operations.meetings import refuse_meeting_on
from netra.sanctions.operations.claim import claim_party, demand
from netra.sanctions.operations.closing import close_if_answered
from netra.sanctions.routes import SETTING_ASIDE
from netra.trust.models import User
from netra.trust.trail import record


def crime_decline(*, case_ref: str, party: int, meeting: Meeting, reason: str, by: User, at: datetime) -> Case:
    """Say why the suspected crime of one accused is not handed over. What his agency owes of his act stays owed.

    Whoever decides that an act is a crime (UU 1/2015 Ps 135(2)) says that it is none: the plenary, in a meeting.
    """
    why = demand(reason, _("Tuliskan alasan mengapa tidak terlihat tindak pidana."))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act="sanctions.crime_decline", at=at)
        if case.state not in SETTING_ASIDE:
            raise ActRefused(
                _("Pleno menyatakan tidak terlihat tindak pidana setelah kajian selesai dan sebelum perkara berakhir.")
            )
        left = crimes_left(accused)
        if not left:
            raise ActRefused(_("Tidak ada dugaan pidana terlapor ini yang masih harus diteruskan atau dinyatakan."))
        refuse_meeting_on(case, left, meeting, reason=why, at=at)
        held, members = meeting.held_date, meeting.members
        for each in left:
            each.no_crime_reason, each.no_crime_date, each.no_crime_members = why, held, members
            each.save(update_fields=["no_crime_reason", "no_crime_date", "no_crime_members"])
        stop_clock(case, "criminal_handover", met=held, recorded=localdate(at), subject_ref=accused.ref)
        record(
            chain=case.chain,
            verb="sanctions.crime_decline",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "party": accused.ordinal, "date": held.isoformat()},
        )
        close_if_answered(case, by=by, at=at)
    return case
