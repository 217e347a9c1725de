"""Saving who a civil servant is; what they do is told by positions."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from netra.registry.checks import checked_civil_servant
from netra.registry.entries import CivilServantEntry
from netra.registry.models import CivilServant
from netra.registry.names.keeping import keep_names
from netra.registry.people_rows import new_civil_servant, person_columns
from netra.registry.queries import agency_of
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.trail import record

VERB = "registry.civil_servant_save"


def civil_servant_save(*, entry: CivilServantEntry, agency_code: str, by: Actor, at: datetime) -> CivilServant:
    """Make a civil servant or change name and employment, found by NIP.

    `agency_code` is the agency that says so; whoever works elsewhere today is that agency's to change. Raises
    InvalidEntry or NotAllowed.
    """
    try:
        return _save(entry, agency_code, by, at)
    except IntegrityError:
        # Another officer entered the same NIP at this moment; now there is somebody to change.
        return _save(entry, agency_code, by, at)


def _save(entry: CivilServantEntry, agency_code: str, by: Actor, at: datetime) -> CivilServant:
    today = timezone.localdate(at)
    with transaction.atomic():
        entry, nip = checked_civil_servant(entry, on=today)
        require(by, VERB, agency_code=agency_code, at=at)
        person = CivilServant.objects.select_for_update().filter(nip=entry.nip).first()
        former_name = person.name if person else ""
        if person is None:
            person = new_civil_servant(entry, nip, at=at)
        else:
            home = agency_of(person, today)
            require(by, VERB, agency_code=home.code if home else agency_code, at=at)
            for column, value in person_columns(entry, nip)._asdict().items():
                setattr(person, column, value)
        person.save()
        if person.name != former_name:
            keep_names([person])
        record(
            chain=f"agency:{agency_code}" if agency_code else "house",
            verb=VERB,
            by=by,
            at=at,
            subject=f"civil_servant:{person.ref}",
            payload={"person": person.ref},
        )
    return person
