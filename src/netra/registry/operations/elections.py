"""Saving an election, and the date that one region set for a stage."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.registry.checks import checked_election, raise_if, stage_faults
from netra.registry.entries import ElectionEntry, StageEntry, TicketEntry
from netra.registry.models import Election, ElectionStage, Ticket
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound
from netra.trust.trail import record


def election_save(*, entry: ElectionEntry, by: Actor, at: datetime) -> Election:
    """Make an election or change it, found by its code, with the stages and tickets that are told; none are removed.

    Raises InvalidEntry or NotAllowed.
    """
    with transaction.atomic():
        entry = checked_election(entry)
        require(by, "registry.election_save", region_code=entry.region_code, at=at)
        election, _is_new = Election.objects.update_or_create(
            code=entry.code,
            defaults={
                "kind": entry.kind.value,
                "office": entry.office.value if entry.office else "",
                "region_code": entry.region_code,
                "voting_date": entry.voting_date,
                "start_date": entry.start_date,
                "until_date": entry.until_date,
                "name": entry.name,
            },
        )
        for stage in entry.stages:
            _put_stage(election, stage)
        for ticket in entry.tickets:
            _put_ticket(election, ticket)
        record(
            chain="house",
            verb="registry.election_save",
            by=by,
            at=at,
            subject=f"election:{election.code}",
            payload={"election": election.code},
        )
    return election


def election_stage_set(*, election_code: str, entry: StageEntry, by: Actor, at: datetime) -> ElectionStage:
    """Set when a stage ran in one region, with the document that says so; it wins over the national date there.

    Raises InvalidEntry, NotFound or NotAllowed.
    """
    with transaction.atomic():
        raise_if(stage_faults(entry))
        require(by, "registry.election_stage_set", region_code=entry.region_code, at=at)
        election = Election.objects.select_for_update().filter(code=election_code).first()
        if election is None:
            raise NotFound(_("Pemilihan “%s” tidak ada dalam registri.") % election_code[:40])
        stage = _put_stage(election, entry)
        record(
            chain="house",
            verb="registry.election_stage_set",
            by=by,
            at=at,
            subject=f"election:{election.code}",
            payload={
                "election": election.code,
                "stage": stage.stage,
                "region": stage.region_code,
                "start": stage.start_date.isoformat(),
                "until": stage.until_date.isoformat() if stage.until_date else None,
            },
        )
    return stage


def _put_stage(election: Election, entry: StageEntry) -> ElectionStage:
    stage, _is_new = ElectionStage.objects.update_or_create(
        election=election,
        region_code=entry.region_code,
        office=entry.office.value if entry.office else "",
        stage=entry.stage,
        defaults={
            "start_date": entry.start_date,
            "until_date": entry.until_date,
            "source_instrument": entry.source_instrument,
            "source_article": entry.source_article,
            "verification": entry.verification.value,
        },
    )
    return stage


def _put_ticket(election: Election, entry: TicketEntry) -> None:
    Ticket.objects.update_or_create(
        election=election,
        region_code=entry.region_code,
        office=entry.office.value,
        number=entry.number,
        defaults={
            "head_name": entry.head_name,
            "deputy_name": entry.deputy_name,
            "parties": entry.parties,
            "source": entry.source,
            "verification": entry.verification.value,
        },
    )
