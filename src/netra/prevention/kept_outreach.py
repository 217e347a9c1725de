"""What was held, who was there and what they answered: kept as it was written.

An outreach stays open to changes while it is planned, its test until the first answer; the rest from the first.
"""

from __future__ import annotations

from netra.prevention.kept_struck import BOTH_STAND, STRUCK_ONCE
from netra.trust.row_locks import EMPTY, RowLock, once

_SETTLED = (
    "EXISTS (SELECT 1 FROM prevention_outreach "
    "WHERE prevention_outreach.id = {row}.outreach_id AND prevention_outreach.state <> 'PLANNED')"
)
_ANSWERED = "EXISTS (SELECT 1 FROM prevention_outreachanswer a WHERE a.outreach_id = {row}.outreach_id)"

OUTREACH_LOCKS = (
    RowLock(
        table="prevention_outreach",
        kept=(
            "id",
            "ref",
            "agency_code",
            "title",
            "place",
            "aims",
            "planned_date",
            "start_time",
            "state",
            "held_date",
            "cancelled_reason",
            "asked",
        ),
        places=("ref = NEW.ref",),
        since="{row}.state <> 'PLANNED'",
    ),
    RowLock(
        table="prevention_outreachtarget",
        kept=("id", "outreach_id", "agency_id", "unit_id", "employment", "position"),
        since=_SETTLED,
    ),
    RowLock(
        table="prevention_speaker",
        kept=("id", "outreach_id", "name", "office", "body"),
        since=_SETTLED,
    ),
    RowLock(
        table="prevention_outreachquestion",
        kept=("id", "outreach_id", "ordinal", "text", "choices", "right", "explanation", "rule"),
        places=("outreach_id = NEW.outreach_id AND ordinal = NEW.ordinal",),
        since=f"{_SETTLED} OR {_ANSWERED}",
    ),
    RowLock(
        table="prevention_postponement",
        kept=("id", "outreach_id", "from_date", "to_date", "reason", "entered_by", "entered_at"),
    ),
    RowLock(
        table="prevention_outreachfile",
        kept=("id", "outreach_id", "kind", "title", "evidence_ref", "added_by", "added_at"),
        places=("evidence_ref = NEW.evidence_ref",),
    ),
    RowLock(
        table="prevention_participant",
        kept=(
            "id",
            "outreach_id",
            "civil_servant_id",
            "agency_code",
            "unit_code",
            "entry",
            "attended_date",
            "entered_at",
            "entered_by",
            "proof_ref",
        ),
        may={"certificate_ref": once(EMPTY), **STRUCK_ONCE},
        places=(f"outreach_id = NEW.outreach_id AND civil_servant_id = NEW.civil_servant_id AND {BOTH_STAND}",),
    ),
    RowLock(
        table="prevention_outreachanswer",
        kept=("id", "outreach_id", "civil_servant_id", "moment", "choices", "right", "asked", "answered_at"),
        places=("outreach_id = NEW.outreach_id AND civil_servant_id = NEW.civil_servant_id AND moment = NEW.moment",),
    ),
)

GUEST_LOCKS = (
    RowLock(
        table="prevention_outreachguest",
        kept=("id", "outreach_id", "name", "office", "entered_by", "entered_at", "proof_ref"),
        may=STRUCK_ONCE,
        places=(f"outreach_id = NEW.outreach_id AND name = NEW.name AND office = NEW.office AND {BOTH_STAND}",),
    ),
)
