"""A report comes in: report, sealed identity, evidence and trail in one transaction, exactly once per secret.

The secret of the form decides what is the same sending. A repeated sending, a second thread or a process that was
killed half-way find either the whole report, with the same code, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from netra.intake import keys
from netra.intake.contest import election_code_of, with_agencies
from netra.intake.copies import keep_sketch
from netra.intake.drafting import file_name, files_of
from netra.intake.models import AlsoBypassed, Report, ReportDraft, ReportedPerson, ReportEvidence
from netra.intake.operations.drafts import claimed_draft
from netra.intake.receipts import Receipt, receipt_of, sent_report
from netra.intake.routing import Route, route
from netra.intake.states import Channel, Mode, Side, State, citation
from netra.intake.submission import Person, Submission
from netra.intake.uploads import NewFile
from netra.law.procedure import Step
from netra.trust import codes, evidence, identity, refs, trail
from netra.trust.actors import Actor, ReporterActor
from netra.trust.identity import Identity


@dataclass(frozen=True, slots=True)
class Arrival:
    """One sending: what, by which way, when; `by` is the officer who writes it down, None if the reporter sends it."""

    step: Step
    submission: Submission = field(repr=False)
    secret: str = field(repr=False)
    channel: Channel
    received_at: datetime
    at: datetime
    by: Actor | None
    files: Sequence[NewFile]


def receive(arrival: Arrival) -> Receipt:
    """Store the arrival unless it is stored already. Fails with EvidenceRefused or WeakSecret, storing nothing."""
    fingerprint = keys.fingerprint(arrival.secret)
    try:
        with transaction.atomic():
            report = sent_report(fingerprint) or _store(arrival, fingerprint)
    except IntegrityError:
        # Another thread sent the same form at this moment and won; its report is the one.
        winner = sent_report(fingerprint)
        if winner is None:
            raise
        report = winner
    return receipt_of(report, arrival.secret)


def attach_files(
    report: Report, files: Iterable[NewFile], *, side: Side, by: Actor, at: datetime, message_id: int | None = None
) -> int:
    """Take files into evidence and bind them to the report; returns how many. Fails with EvidenceRefused."""
    count = 0
    for file in files:
        item = evidence.receive(
            content=file.content, original_name=file.name, by=by, at=at, chain=f"report:{report.ref}", note=file.note
        )
        ReportEvidence.objects.create(
            report=report, message_id=message_id, evidence_ref=item.ref, side=side, note=file.note, added_at=at
        )
        count += 1
    return count


def _attach_draft(report: Report, draft: ReportDraft | None, secret: str, *, by: Actor, at: datetime) -> int:
    """The files saved with the form become evidence where they lie, in the order in which they were added."""
    if draft is None:
        return 0
    rows = []
    for file in files_of(draft):
        item = evidence.receive_unsent(
            file.document_sha256,
            unlock=partial(keys.unseal, secret),
            original_name=file_name(file, secret),
            by=by,
            at=at,
            chain=f"report:{report.ref}",
        )
        rows.append(ReportEvidence(report=report, evidence_ref=item.ref, side=Side.REPORTER, added_at=at))
    ReportEvidence.objects.bulk_create(rows)
    draft.delete()
    return len(rows)


def _store(arrival: Arrival, fingerprint: str) -> Report:
    persons = with_agencies(arrival.submission.persons)
    submission = arrival.submission
    on = timezone.localdate(arrival.at)
    way = route(region_code=submission.region_code, kind=submission.kind, persons=persons, on=on)
    report = _report(arrival, fingerprint, way)
    report.agency_code = next((person.agency_code for person in persons if person.agency_code), "")
    report.save(force_insert=True)
    keep_sketch(report)
    AlsoBypassed.objects.bulk_create(
        AlsoBypassed(report=report, agency_code=code) for code in way.bypass_agency_codes[1:]
    )
    ReportedPerson.objects.bulk_create(
        _person(report, ordinal, person) for ordinal, person in enumerate(persons, start=1)
    )
    by = arrival.by or ReporterActor(report.designation)
    draft = claimed_draft(fingerprint)
    # What the draft brings lies on the disk already, so it needs no new room.
    count = _attach_draft(report, draft, arrival.secret, by=by, at=arrival.at)
    if arrival.by is None:
        evidence.demand_room(sum(file.size for file in arrival.files), by=by, chain=f"report:{report.ref}")
    count += attach_files(report, arrival.files, side=Side.REPORTER, by=by, at=arrival.at)
    _record(arrival, report, by, way, {"evidence": count, "persons": len(persons)})
    return report


def _report(arrival: Arrival, fingerprint: str, way: Route) -> Report:
    submission = arrival.submission
    return Report(
        ref=refs.new_ref("LPR", arrival.at),
        code_fingerprint=codes.fingerprint(keys.code_of(arrival.secret)),
        idempotency_key=fingerprint,
        designation=designation_for(submission, arrival.at),
        state=State.RECEIVED,
        kind=submission.kind,
        channel=arrival.channel,
        mode=submission.reporter.mode,
        capacity=submission.reporter.capacity,
        address_given=bool(submission.reporter.address),
        what=submission.what,
        conduct=submission.conduct,
        place=submission.place,
        act_date=submission.act_date,
        act_precision=submission.act_precision,
        known_date=submission.known_date,
        how_known=submission.how_known,
        other_evidence=submission.other_evidence,
        election_kind=submission.election_kind,
        election_code=election_code_of(submission),
        region_code=submission.region_code,
        handler_region_code=way.handler_region_code,
        province_code=way.province_code,
        routing_reason=way.reason,
        bypass_agency_code=way.bypass_agency_code,
        bypass_open=way.bypass_unresolved,
        received_at=arrival.received_at,
        entered_at=arrival.at,
    )


def designation_for(submission: Submission, at: datetime) -> str:
    """Seal who reports and return the designation; one without identity looks the same and has nothing behind it."""
    reporter = submission.reporter
    if reporter.mode == Mode.ANONYMOUS:
        return refs.new_ref("PLP", at)
    return identity.seal(
        identity=Identity(name=reporter.name, contact=reporter.contact, address=reporter.address), at=at
    )


def _person(report: Report, ordinal: int, person: Person) -> ReportedPerson:
    return ReportedPerson(
        report=report,
        ordinal=ordinal,
        name=person.name,
        position=person.position,
        agency_text=person.agency,
        agency_code=person.agency_code,
        nip=person.nip,
        is_superior=person.is_superior,
    )


def _record(arrival: Arrival, report: Report, by: Actor, way: Route, counts: Mapping[str, int]) -> None:
    """Which office handles it and which agencies it is kept from are told too: whoever moves a row is found out."""
    trail.record(
        chain=f"report:{report.ref}",
        verb=arrival.step.act,
        by=by,
        at=arrival.at,
        subject=f"report:{report.ref}",
        payload={
            "report": report.ref,
            "channel": report.channel,
            "mode": report.mode,
            "election": report.election_code or report.election_kind,
            **counts,
            "region": way.handler_region_code,
            **({"agency": " ".join(way.bypass_agency_codes)} if way.bypass_agency_codes else {}),
        },
        citation=citation(arrival.step, election_kind=report.election_kind, on=timezone.localdate(arrival.at)),
    )
