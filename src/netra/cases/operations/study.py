"""Kajian awal, kajian, klarifikasi, pleno: the supervisor's own work on a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases import letters
from netra.cases.fitting import why_not_addressed
from netra.cases.models import Allegation, Case, Clarification, Party
from netra.cases.operations.claim import (
    ActRefused,
    citation,
    claim,
    claim_open,
    party_of,
    step_for,
)
from netra.cases.operations.clocks import (
    start_clock,
    stop_all_clocks,
    stop_clock,
)
from netra.cases.operations.days import refuse_before, refuse_far
from netra.cases.operations.endings import seal
from netra.cases.operations.handing_over import start_handover
from netra.cases.operations.meetings import keep_meeting, refuse_before_study, refuse_meeting
from netra.cases.operations.undecided import refuse_undecided
from netra.cases.states import CaseState
from netra.law.deadlines import compute
from netra.law.local_time import day_at, moment_at
from netra.letters.operations import letter_issue
from netra.trust.errors import NotFound
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.trail import record


def _advance(case: Case, act: str, *, by: User, at: datetime) -> None:
    """Take the one step of `act` and keep its event; for acts that do nothing else."""
    step = step_for(case, act, on=localdate(at))
    case.state = step.target
    case.save(update_fields=["state"])
    record(
        chain=case.chain,
        verb=act,
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref},
        citation=citation(case, step, on=localdate(at)),
    )


def case_start_preliminary(*, case_ref: str, by: User, at: datetime) -> Case:
    """Begin the preliminary study (kajian awal) of formal and material requirements."""
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_start_preliminary", at=at)
        _advance(case, "cases.case_start_preliminary", by=by, at=at)
    return case


def case_start_study(*, case_ref: str, by: User, at: datetime) -> Case:
    """The preliminary study found the case fit for a study (kajian)."""
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_start_study", at=at)
        _advance(case, "cases.case_start_study", by=by, at=at)
        stop_clock(case, "preliminary_study", met=localdate(at))
    return case


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom to invite for clarification, when and where. A reporter is invited without a name."""

    invitee: str
    meeting_at: datetime
    place: str
    party: int | None = None
    name: str = ""


def clarification_invite(*, case_ref: str, invitation: Invitation, by: User, at: datetime) -> Clarification:
    """Invite for clarification, with its letter. Extra information opens the longer term of the election law.

    UU 7/2017 Ps 454(8): 14 working days in all, whoever is heard; UU 8/2015 Ps 134(6): two days more, for extra
    information from the reporter alone.
    """
    if invitation.meeting_at <= at:
        raise ActRefused(_("Waktu klarifikasi sudah lewat. Pilih waktu setelah sekarang."))
    _refuse_invitee(invitation)
    refuse_far(localdate(invitation.meeting_at), at, what=_("Hari klarifikasi"))
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.clarification_invite", at=at)
        if case.state not in {CaseState.PRELIMINARY_STUDY, CaseState.STUDY}:
            step_for(case, "cases.clarification_invite", on=localdate(at))
        party = _invited(case, invitation, by=by, on=localdate(at))
        letter = letter_issue(
            kind="CLARIFICATION_INVITATION",
            agency_code=case.handling_agency_code,
            chain=case.chain,
            subject_ref=case.ref,
            data=letters.invitation(case, invitation, party, localdate(at)),
            by=by,
            at=at,
        )
        clarification = Clarification.objects.create(
            case=case,
            ordinal=(case.clarifications.aggregate(top=Max("ordinal"))["top"] or 0) + 1,
            invitee=invitation.invitee,
            party=party,
            name=invitation.name,
            meeting_at=invitation.meeting_at,
            place=invitation.place,
            letter_ref=letter.ref,
        )
        if case.election_kind == "GENERAL" or invitation.invitee == "REPORTER":
            _lengthen_study(case, localdate(at))
        record(
            chain=case.chain,
            verb="cases.clarification_invite",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "invitation": clarification.ordinal, "letter": letter.ref},
        )
    return clarification


def _invited(case: Case, invitation: Invitation, *, by: User, on: date) -> Party | None:
    """The accused who is invited; None for anybody else. Nobody is invited who is a civil servant no more."""
    if invitation.party is None:
        return None
    party = party_of(case, invitation.party, by=by, on=on)
    if party.left_kind:
        raise ActRefused(why_not_addressed(party))
    return party


def _refuse_invitee(invitation: Invitation) -> None:
    """Who is invited must be clear, and a reporter's name must not come into the case at all."""
    if invitation.invitee not in letters.INVITED_AS:
        raise ActRefused(
            _("Yang diundang (%(invitee)r) tidak dikenal. Pilih dari daftar.") % {"invitee": invitation.invitee}
        )
    if invitation.invitee == "REPORTER" and (invitation.name or invitation.party):
        raise ActRefused(
            _("Pelapor diundang tanpa nama: identitasnya disegel dan tidak boleh masuk ke perkara. Kosongkan namanya.")
        )
    if invitation.invitee == "ACCUSED" and not invitation.party:
        raise ActRefused(_("Pilih terlapor yang diundang."))


def _lengthen_study(case: Case, today: date) -> None:
    """The first invitation replaces the short term by the long one; both count from the same day.

    A term that was extended as far as the long one is left alone, and one that has passed stays passed: whoever was
    late is not made punctual by an invitation.
    """
    short = case.deadlines.filter(rule="bawaslu_decision", met_date__isnull=True).first()
    if short is None or short.is_overdue(today):
        return
    start, kind = short.start_date, case.election_kind
    if short.due_date >= compute("bawaslu_decision_extended", start, election_kind=kind).due:
        return
    stop_clock(case, "bawaslu_decision", met=today)
    start_clock(case, "bawaslu_decision_extended", holder="SUPERVISOR", start=start, election_kind=kind)


def clarification_record(
    *, case_ref: str, ordinal: int, attended: bool, statement: str, by: User, at: datetime
) -> Clarification:
    """What was said, or that nobody came."""
    if attended and not statement.strip():
        raise ActRefused(_("Yang hadir pasti memberi keterangan. Tuliskan keterangannya, atau pilih «tidak hadir»."))
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.clarification_record", at=at)
        clarification = case.clarifications.filter(ordinal=ordinal).first()
        if clarification is None:
            raise NotFound(
                _("Undangan klarifikasi nomor %(ordinal)s tidak ada pada perkara %(case)s.")
                % {"ordinal": ordinal, "case": case.ref}
            )
        if clarification.attended is not None:
            raise ActRefused(_("Klarifikasi ini sudah dicatat. Keterangan tambahan dicatat lewat undangan baru."))
        _refuse_before_its_day(clarification, at)
        if not attended and clarification.meeting_at > at:
            raise ActRefused(_("Waktu klarifikasi belum lewat, jadi belum dapat dicatat bahwa ia tidak hadir."))
        clarification.attended = attended
        clarification.statement = statement.strip()
        clarification.recorded_at = at
        clarification.save(update_fields=["attended", "statement", "recorded_at"])
        record(
            chain=case.chain,
            verb="cases.clarification_record",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "invitation": ordinal, "attended": attended},
        )
    return clarification


def _refuse_before_its_day(clarification: Clarification, at: datetime) -> None:
    """Whoever comes an hour early is heard; what is said on another day belongs to an invitation for that day."""
    region = clarification.case.region_code
    day = day_at(region, clarification.meeting_at)
    if day > day_at(region, at):
        raise ActRefused(
            _(
                "Klarifikasi ini baru pada %(day)s, jadi belum dapat dicatat. Bila ia datang lebih awal, buat undangan "
                "baru untuk hari kedatangannya, lalu catat keterangannya di sana."
            )
            % {"day": long_date(day)}
        )


def case_finish_study(
    *, case_ref: str, proposal: str, facts: str, analysis: str, by: User, at: datetime, unheard_reason: str = ""
) -> Case:
    """The study (kajian) is written, with its letter, and goes to the plenary. Every allegation must be decided on.

    Where an accused was invited and is still to be heard, only with `unheard_reason`, which the study prints.
    """
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.case_finish_study", at=at)
        step = step_for(case, "cases.case_finish_study", on=localdate(at))
        _every_allegation_decided(case)
        awaited = letters.awaited(case, at)
        _refuse_unheard(awaited, unheard_reason)
        letter = letter_issue(
            kind="STUDY",
            agency_code=case.handling_agency_code,
            chain=case.chain,
            subject_ref=case.ref,
            data=letters.study(case, proposal=proposal, facts=facts, analysis=analysis, on=localdate(at))
            | letters.unheard(awaited, unheard_reason),
            by=by,
            at=at,
        )
        case.state = step.target
        case.save(update_fields=["state"])
        record(
            chain=case.chain,
            verb="cases.case_finish_study",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "letter": letter.ref},
            citation=citation(case, step, on=localdate(at)),
        )
    return case


def _refuse_unheard(awaited: list[str], reason: str) -> None:
    if awaited and not reason.strip():
        raise ActRefused(
            _("%(awaited)s. Tunggu klarifikasi itu dan catat hasilnya, atau tulis mengapa kajian tetap diselesaikan.")
            % {"awaited": "; ".join(awaited)}
        )


def _every_allegation_decided(case: Case) -> None:
    if not Allegation.objects.filter(party__case=case).exists():
        raise ActRefused(
            _(
                "Belum ada dugaan yang dinilai. Tambahkan terlapor dan perbuatan, lalu nilai menurut hukum sebelum "
                "menyelesaikan kajian."
            )
        )
    refuse_undecided(case)


OUTCOMES = (CaseState.TO_REFER, CaseState.NOT_PROVEN, CaseState.STUDY)


def _refuse_taken_back(case: Case, held_date: date) -> None:
    """What was decided to be referred is taken back by a later meeting, and not over what others already judge."""
    if case.state != CaseState.TO_REFER:
        return
    earlier = case.plenaries.order_by("id").last()
    if earlier is not None:
        refuse_before(held_date, earlier.held_date, what=_("Tanggal pleno"), than=_("putusan pleno sebelumnya"))
    if Allegation.objects.filter(party__case=case).exclude(handed_over_ref="").exists():
        raise ActRefused(
            _(
                "Dugaan pidana dalam perkara ini sudah diserahkan kepada penegak hukum, jadi perkaranya tidak diputus "
                "tidak terbukti di sini. Tutup dahulu penyerahan itu dengan hasilnya; bila kemudian masih ada dugaan "
                "yang tidak dilanjutkan, hentikan dugaan itu dengan alasan, dan perkara ditutup dengan sendirinya."
            )
        )


def _refuse_hour_to_come(decided: date, at: datetime) -> None:
    if isinstance(decided, datetime) and decided > at:
        raise ActRefused(_("Jam putusan pleno belum lewat. Periksa jamnya, atau kosongkan bila tidak diketahui."))


def plenary_decide(
    *,
    case_ref: str,
    outcome: str,
    held_date: date,
    held_time: time | None = None,
    members: int,
    reason: str,
    by: User,
    at: datetime,
) -> Case:
    """The plenary decides: refer, not proven, or back to the study. `outcome` is one of `OUTCOMES`.

    Before the referral it may take back that it decided to refer: then nothing is proven. From `held_time`, by the
    clocks of the region, run the 24 hours within which a crime is handed over; without it only their day is known.
    """
    refuse_meeting(held_date=held_date, members=members, reason=reason, at=at)
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.plenary_decide", at=at)
        step = step_for(case, "cases.plenary_decide", on=localdate(at), target=outcome)
        refuse_before_study(case, held_date)
        _refuse_taken_back(case, held_date)
        decided = moment_at(case.region_code, held_date, held_time) if held_time else held_date
        _refuse_hour_to_come(decided, at)
        if outcome != CaseState.STUDY:
            refuse_undecided(case)
        keep_meeting(case, outcome=outcome, held_date=held_date, members=members, reason=reason, by=by, at=at)
        case.state = step.target
        if outcome == CaseState.NOT_PROVEN:
            seal(case, outcome=gettext_noop("Tidak terbukti menurut pleno"), on=held_date)
            stop_all_clocks(case, met=held_date, recorded=localdate(at))
        elif outcome == CaseState.TO_REFER:
            # No instrument read so far sets a term between the plenary and the referral letter; none is invented.
            stop_all_clocks(case, met=held_date, recorded=localdate(at))
            start_handover(case, decided)
        case.save()
        record(
            chain=case.chain,
            verb="cases.plenary_decide",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "outcome": str(outcome), "date": held_date.isoformat()},
            citation=citation(case, step, on=held_date),
        )
    return case
