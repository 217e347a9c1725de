"""Hasil pengawasan: what was seen, and handing on what an agency suspects to the supervisors of its region."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.registry.models import Agency
from netra.registry.queries import agencies, agency_on
from netra.registry.states import AgencyKind
from netra.supervision.access import require_for, visit_for
from netra.supervision.checks import SupervisionRefused, checked_observation, demand, demand_not_before
from netra.supervision.entries import File, ObservationEntry
from netra.supervision.fingerprints import of_observation
from netra.supervision.models import Checklist, Observation, Visit
from netra.supervision.operations.steps import claimed, tell
from netra.supervision.states import VisitState
from netra.trust import evidence
from netra.trust.models import User
from netra.trust.refs import new_ref

RECORD, PASS = "supervision.observation_record", "supervision.observation_pass"


def observation_record(*, visit_ref: str, entry: ObservationEntry, by: User, at: datetime) -> Observation:
    """What was seen, by one version of the checklist; nothing found is a result. Written once.

    Fails with NotFound, NotAllowed, SupervisionRefused, EvidenceRefused.
    """
    with transaction.atomic():
        visit = claimed(visit_ref, RECORD, by=by, at=at)
        checklist = _checklist(visit, entry.version)
        entry = checked_observation(entry, checklist.questions, today=localdate(at))
        demand_not_before(entry.observed_date, min(visit.planned_date, localdate(visit.planned_at)))
        observation = Observation(
            ref=new_ref("AMT", at),
            visit=visit,
            checklist=checklist,
            observed_date=entry.observed_date,
            observed_time=entry.observed_time,
            place=entry.place,
            answers=[{"answer": str(each.answer), "note": each.note} for each in entry.answers],
            summary=entry.summary,
            result=entry.result,
            recorded_by=by.actor_ref,
            recorded_at=at,
        )
        observation.evidence_refs = _received(observation, entry.proofs, by, at)
        observation.save()
        visit.state = VisitState.OBSERVED
        visit.save(update_fields=["state"])
        tell(
            visit.chain,
            RECORD,
            f"visit:{visit.ref}",
            by,
            at,
            visit=visit.ref,
            observation=observation.ref,
            version=checklist.version,
            date=observation.observed_date.isoformat(),
            result=str(observation.result),
            evidence=len(observation.evidence_refs),
            sha256=of_observation(observation),
        )
    return observation


def observation_pass(*, visit_ref: str, by: User, at: datetime) -> Observation:
    """Hand what an agency suspects in its own units to the supervisors of its region, who look for themselves.

    No article that was read gives this step a form or a term. Fails with NotFound, NotAllowed, SupervisionRefused.
    """
    today = localdate(at)
    with transaction.atomic():
        seen = visit_for(by, visit_ref, on=today)
        own = agency_on(seen.agency_code, today)
        require_for(by, PASS, own, at=at, on=today)
        observation = Observation.objects.select_for_update().filter(visit=seen).first()
        if observation is None or not observation.is_suspicion:
            raise SupervisionRefused(
                _("Hanya dugaan yang disampaikan kepada pengawas. Catat dahulu hasil pengawasannya.")
            )
        demand(not observation.passed_to, _("Dugaan ini sudah disampaikan kepada pengawas."))
        office = _office_of(own, today)
        observation.passed_to, observation.passed_at = office.code, at
        observation.save(update_fields=["passed_to", "passed_at"])
        tell(seen.chain, PASS, f"visit:{seen.ref}", by, at, observation=observation.ref, agency=office.code)
    return observation


def _checklist(visit: Visit, version: int) -> Checklist:
    found = Checklist.objects.filter(agency_code=visit.agency_code, subject=visit.subject, version=version).first()
    if found is None:
        raise SupervisionRefused(
            _("Instansi Anda belum mempunyai daftar periksa untuk pokok ini. Tulis dahulu, lalu catat hasilnya.")
        )
    return found


def _received(observation: Observation, proofs: Sequence[File], by: User, at: datetime) -> list[str]:
    chain = observation.visit.chain
    return [
        evidence.receive(
            content=each.content, original_name=each.name, by=by, at=at, chain=chain, note=observation.ref
        ).ref
        for each in proofs
    ]


def _office_of(own: Agency, on: date) -> Agency:
    """The supervisors' office of the region in which an agency sits. Fails with SupervisionRefused."""
    office = agencies(on=on, kind=AgencyKind.ELECTION_SUPERVISOR.value, region_code=own.region_code).first()
    if office is None:
        raise SupervisionRefused(
            _("Registri tidak mengenal kantor pengawas pemilu di wilayah ini. Mintalah administrator mengisinya.")
        )
    return office
