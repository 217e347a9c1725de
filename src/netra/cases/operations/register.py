"""Registering a case from a report or a finding, and what it is about: parties and acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.bypass import refuse_open
from netra.cases.models import Act, Case, Party
from netra.cases.models.case import CaseSource
from netra.cases.operations.claim import ActRefused, citation, claim_open, refuse_future, refuse_own_case
from netra.cases.operations.clocks import refresh_next_due, start_clock, stop_clock, term_is_known
from netra.cases.operations.days import refuse_before
from netra.cases.operations.evidence import hand_over_own_evidence, hand_over_report_evidence
from netra.cases.operations.headed_body import keep_from_headed_body
from netra.cases.own_case import name_key
from netra.cases.sources import FINDING_TERM, registration_of, source_of
from netra.cases.states import CaseState
from netra.intake.models import Report
from netra.intake.operations import report_mark_registered
from netra.law.conducts import CONDUCTS
from netra.supervision.models import Observation
from netra.supervision.operations import observation_claim, observation_mark_registered
from netra.trust.access import require
from netra.trust.erased_words import ERASED, looks_erased
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import record

FIRST_DAY = date(2014, 1, 1)
# UU 1/2015 jo. UU 8/2015 Ps 134, read: it names reports only. Stored with the term, so in Indonesian.
NO_WORD_ON_FINDINGS = (
    "Pasal 134 UU Pemilihan menghitung dari laporan diterima dan tidak menyebut temuan pengawas; di sini dihitung dari "
    "hari ditemukan. Batas menetapkan temuan pun tidak ditemukan di sana. Periksa peraturan penanganan yang berlaku."
)


@dataclass(frozen=True, slots=True)
class NewParty:
    """An accused as known at registration; everything may still be unknown."""

    name: str = ""
    position_title: str = ""
    position: str = "UNKNOWN"
    employment: str = "PNS"
    grade: str = ""
    agency_code: str = ""
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act as described at registration. `phase` is given only where an officer knows better than the stages."""

    conduct: str
    act_date: date
    narrative: str
    act_date_precision: str = "DAY"
    other_conducts: tuple[str, ...] = ()
    phase: str = ""
    place: str = ""
    channel: str = "OTHER"


@dataclass(frozen=True, slots=True)
class CaseOpening:
    """What a case begins with."""

    title: str
    election_kind: str
    region_code: str
    handling_agency_code: str
    received_date: date
    election_code: str = ""
    office: str = ""
    agency_code: str = ""
    bypass_agency_code: str = ""
    parties: tuple[NewParty, ...] = field(default=())
    acts: tuple[NewAct, ...] = field(default=())


def case_register(
    *, opening: CaseOpening, report_ref: str = "", observation_ref: str = "", by: User, at: datetime
) -> Case:
    """Register a case (nomor registrasi). With `report_ref` its source is that report, else a finding: with
    `observation_ref` of what the supervisors saw on a planned visit, whose day begins the term.

    A report or an observation becomes one case only, however often this is tried. UU 7/2017 Ps 454; UU 8/2015 Ps 134.
    """
    require(by, "cases.case_register", region_code=opening.region_code, at=at)
    refuse_future(opening.received_date, at, what=_("Tanggal diterima"), region_code=opening.region_code)
    refuse_before(opening.received_date, FIRST_DAY, what=_("Tanggal diterima"), than=_("aturan yang dimuat di sini"))
    try:
        with transaction.atomic():
            report = Report.objects.select_for_update().filter(ref=report_ref).first() if report_ref else None
            refuse_open(report_ref)
            seen = _claimed(observation_ref, opening, by=by, at=at)
            case = _new_case(opening, report_ref, report, observation_ref, at)
            for party in opening.parties:
                _add_party(case, party)
            refuse_own_case(case, by)
            keep_from_headed_body(case, on=localdate(at))
            for act in opening.acts:
                _add_act(case, act, at)
            if report_ref:
                report_mark_registered(report_ref=report_ref, case_ref=case.ref, by=by, at=at)
                hand_over_report_evidence(case, by=by, at=at)
            if seen is not None:
                observation_mark_registered(seen, case_ref=case.ref)
                hand_over_own_evidence(case, by=by, at=at)
            _start_clocks(case, at)
            record(
                chain=case.chain,
                verb="cases.case_register",
                by=by,
                at=at,
                subject=case.chain,
                payload={
                    "case": case.ref,
                    "report": report_ref,
                    "observation": observation_ref,
                    "election": case.election_code,
                    "case_agency": case.agency_code,
                },
                citation=citation(case, registration_of(case.source), on=localdate(at)),
            )
    except IntegrityError as error:
        if not report_ref or not Case.objects.filter(report_ref=report_ref).exists():
            raise
        raise ActRefused(
            _(
                "Laporan %(report_ref)s sudah menjadi perkara. Satu laporan hanya dapat diregistrasi satu kali; "
                "buka perkaranya dari halaman laporan."
            )
            % {"report_ref": report_ref}
        ) from error
    return case


def _claimed(observation_ref: str, opening: CaseOpening, *, by: User, at: datetime) -> Observation | None:
    """What was seen and becomes this case. The day of the finding is a fact of it, not a choice."""
    if not observation_ref:
        return None
    seen = observation_claim(observation_ref=observation_ref, by=by, at=at)
    if opening.received_date != seen.observed_date:
        raise ActRefused(
            _("Temuan ini dihitung dari hari pengamatannya, %s. Tanggal lain tidak dapat dipakai.")
            % long_date(seen.observed_date)
        )
    return seen


def _start_clocks(case: Case, at: datetime) -> None:
    """The term of handling; for a report, which was handed in, that of its study; for a finding, that of its own."""
    kind, handed_in = case.election_kind, case.received_date
    is_report = case.source == CaseSource.REPORT
    # UU 7/2017 Ps 454(7): received and registered; UU 8/2015 Ps 134(5) for regional elections: received.
    start = localdate(at) if kind == "GENERAL" else handed_in
    doubt = "" if kind == "GENERAL" or is_report else NO_WORD_ON_FINDINGS
    start_clock(case, "bawaslu_decision", holder="SUPERVISOR", start=start, doubt=doubt, election_kind=kind)
    rule = "preliminary_study" if is_report else FINDING_TERM
    if term_is_known(rule, handed_in, election_kind=kind):
        start_clock(case, rule, holder="SUPERVISOR", start=handed_in, election_kind=kind)
    # A finding is made by registering it: the term ends here, in time or late. Late is marked, not refused.
    stop_clock(case, FINDING_TERM, met=localdate(at))


def _kept_from(opening: CaseOpening, report: Report | None) -> str:
    """The agency that must never see the case. Pressure by a superior is kept from his agency, asked for or not."""
    kept_from = report.bypass_agency_code if report else ""
    return kept_from or opening.bypass_agency_code


def _new_case(opening: CaseOpening, report_ref: str, report: Report | None, observation_ref: str, at: datetime) -> Case:
    return Case.objects.create(
        ref=new_ref("PKR", at),
        source=source_of(report),
        report_ref=report_ref,
        observation_ref=observation_ref,
        title=opening.title,
        election_code=opening.election_code,
        election_kind=opening.election_kind,
        office=opening.office,
        region_code=opening.region_code,
        province_code=opening.region_code[:2],
        handling_agency_code=opening.handling_agency_code,
        agency_code=opening.agency_code,
        bypass_agency_code=_kept_from(opening, report),
        state=CaseState.REGISTERED,
        received_date=opening.received_date,
        registered_at=at,
    )


def party_add(*, case_ref: str, party: NewParty, by: User, at: datetime) -> Party:
    """Add an accused to the case; the name may be unknown."""
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.party_add", at=at)
        added = _add_party(case, party)
        keep_from_headed_body(case, on=localdate(at))
        refresh_next_due(case)
        record(
            chain=case.chain,
            verb="cases.party_add",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "party": added.ordinal},
        )
    return added


def refuse_name_of_erased(name: str) -> None:
    """These words stand where two people erased; typed as a name they would tell of an erasure that never was."""
    if looks_erased(name):
        raise ActRefused(
            _(
                "«%(words)s» bukan nama: kata itu menandai orang yang datanya dimusnahkan oleh dua orang. Kosongkan "
                "nama yang belum diketahui."
            )
            % {"words": ERASED}
        )


def _add_party(case: Case, party: NewParty) -> Party:
    refuse_name_of_erased(party.name)
    return Party.objects.create(
        case=case,
        ordinal=_next_ordinal(case.parties.aggregate(top=Max("ordinal"))["top"]),
        name=party.name,
        name_key=name_key(party.name),
        position_title=party.position_title,
        position=party.position,
        employment=party.employment,
        grade=party.grade,
        agency_code=party.agency_code or case.agency_code,
        unit_name=party.unit_name,
    )


def _next_ordinal(top: int | None) -> int:
    """Numbers inside one locked case; the unique constraint holds where the lock does not."""
    return (top or 0) + 1


def act_add(*, case_ref: str, act: NewAct, by: User, at: datetime) -> Act:
    """Add an act (perbuatan) with its day, which chooses the law."""
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.act_add", at=at)
        added = _add_act(case, act, at)
        record(
            chain=case.chain,
            verb="cases.act_add",
            by=by,
            at=at,
            subject=case.chain,
            payload={
                "case": case.ref,
                "act": added.ordinal,
                "conduct": added.conduct,
                "act_date": added.act_date.isoformat(),
            },
        )
    return added


def refuse_act(act: NewAct, at: datetime) -> None:
    """An act has happened, since the first day whose law is loaded, and is called by a word of the vocabulary."""
    refuse_future(act.act_date, at, what=_("Tanggal perbuatan"))
    if act.act_date < FIRST_DAY:
        raise ActRefused(
            _(
                "Perbuatan tanggal %(act_date)s terjadi sebelum 2014; aturan sebelum 2014 tidak dimuat, jadi tidak "
                "dapat dinilai di sini. Periksa tanggalnya."
            )
            % {"act_date": long_date(act.act_date)}
        )
    unknown = [code for code in (act.conduct, *act.other_conducts) if code not in CONDUCTS]
    if unknown:
        raise ActRefused(
            _("Bentuk perbuatan tidak dikenal: %(unknown)s. Pilih dari daftar.") % {"unknown": ", ".join(unknown)}
        )


def _add_act(case: Case, act: NewAct, at: datetime) -> Act:
    refuse_act(act, at)
    return Act.objects.create(
        case=case,
        ordinal=_next_ordinal(case.acts.aggregate(top=Max("ordinal"))["top"]),
        conduct=act.conduct,
        other_conducts=list(act.other_conducts),
        act_date=act.act_date,
        act_date_precision=act.act_date_precision,
        phase=act.phase,
        place=act.place,
        channel=act.channel,
        narrative=act.narrative,
    )
