"""Majelis kode etik: formed, hears, decides (PP 42/2004 Ps 16–20)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.operations import ActRefused
from netra.cases.operations.days import refuse_far
from netra.law.local_time import day_at
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.bounds import action_recommended
from netra.sanctions.models import CouncilHearing, Proceeding, Summons
from netra.sanctions.operations.answering import meet_follow_up
from netra.sanctions.operations.claim import (
    advance,
    claim,
    demand,
    keep,
    refuse_before,
    refuse_future,
    refuse_not_held,
    refuse_unidentified,
    step_for,
)
from netra.sanctions.operations.impartiality import refuse_forming_own
from netra.sanctions.operations.members import NewMember, breaches_of, check_composition, store_team
from netra.sanctions.signing import BY_REGISTER, Signing, signed_by_head
from netra.sanctions.states import ProceedingState
from netra.trust.language import long_date
from netra.trust.models import User


def council_form(
    *, ref: str, members: Sequence[NewMember], signing: Signing = BY_REGISTER, by: User, at: datetime
) -> Proceeding:
    """Form the ethics council: chair and secretary (both members) and three members at least.

    An odd number only when more than five; none lower in post and rank than the examinee (PP 42/2004 Ps 17–18). That
    regulation does not bind for a PPPK, whose agency writes its own: there it is noted, not refused.
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_form", at=at)
        step_for(proceeding, "sanctions.council_form", on=localdate(at))
        check_composition(proceeding, breaches_of(proceeding, members))
        signed = signed_by_head(proceeding, signing, on=localdate(at), at=at)
        store_team(proceeding, "COUNCIL", members, at=at)
        refuse_forming_own(proceeding, signed.person, at=at)
        letter = letter_issue(
            kind="COUNCIL_DECREE",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.council_decree(proceeding, signed, localdate(at)),
            by=by,
            at=at,
        )
        advance(
            proceeding,
            "sanctions.council_form",
            by=by,
            at=at,
            members=len(members),
            letter=letter.ref,
            document=signed.basis,
        )
    return proceeding


def council_summon(
    *, ref: str, meeting_at: datetime, place: str, signing: Signing = BY_REGISTER, by: User, at: datetime
) -> Summons:
    """Call the accused before the council by letter: the allegation, and the chance to defend himself (Ps 19(2))."""
    where = demand(place, _("Isi tempat sidang."))
    if meeting_at <= at:
        raise ActRefused(_("Waktu sidang sudah lewat. Pilih waktu setelah sekarang."))
    refuse_far(localdate(meeting_at), at, what=_("Hari sidang"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_summon", at=at)
        step_for(proceeding, "sanctions.council_summon", on=localdate(at))
        signed = signed_by_head(proceeding, signing, on=localdate(at), at=at)
        letter = letter_issue(
            kind="COUNCIL_SUMMONS",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.council_summons(proceeding, meeting_at, where, signed, localdate(at)),
            by=by,
            at=at,
        )
        summons = Summons.objects.create(
            proceeding=proceeding,
            ordinal=1,
            letter_ref=letter.ref,
            letter_date=localdate(at),
            meeting_at=meeting_at,
            place=where,
        )
        proceeding.called_at = at
        paper = signed.basis
        advance(proceeding, "sanctions.council_summon", by=by, at=at, letter=letter.ref, document=paper)
    return summons


def council_hear(*, ref: str, held_date: date, defended: bool, defence: str, by: User, at: datetime) -> CouncilHearing:
    """The hearing. The accused defends himself, or it is written that he was given the chance and let it pass."""
    said = demand(defence, _("Tuliskan pembelaan terlapor, atau bagaimana kesempatan membela diri diberikan."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_hear", at=at)
        refuse_future(held_date, at, what=_("Tanggal sidang"), region_code=proceeding.region_code)
        step_for(proceeding, "sanctions.council_hear", on=localdate(at))
        summons = proceeding.summonses.get(ordinal=1)
        called_for = day_at(proceeding.region_code, summons.meeting_at)
        refuse_before(held_date, called_for, what=_("Tanggal sidang"), than=_("hari yang disebut dalam panggilan"))
        refuse_not_held(proceeding, held_date)
        if not defended and held_date != called_for:
            raise ActRefused(_not_called_for(held_date, called_for))
        summons.attended = defended
        summons.save(update_fields=["attended"])
        hearing = CouncilHearing.objects.create(
            proceeding=proceeding, held_date=held_date, defended=defended, defence=said
        )
        proceeding.examination_date = held_date
        advance(proceeding, "sanctions.council_hear", by=by, at=at, dated=held_date, defended=defended)
    return hearing


def _not_called_for(held: date, called_for: date) -> str:
    """Nobody lets a chance pass on a day for which he was not called (PP 42/2004 Ps 19)."""
    return _(
        "Terlapor dipanggil untuk %(called)s, bukan %(held)s, jadi pada hari itu ia tidak melewatkan kesempatan "
        "membela diri. Catat sidang pada hari panggilan, atau bahwa ia hadir dan membela diri."
    ) % {"called": long_date(called_for), "held": long_date(held)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The council's decision: breach or not, in which words, and whether it recommends administrative action."""

    breached: bool
    breach: str
    deliberation: str
    decided_date: date
    administrative_action: bool = False


def council_decide(*, ref: str, verdict: Verdict, by: User, at: datetime) -> CouncilHearing:
    """The council decides, by consensus or majority; its decision is final (Ps 19) and goes to the official (Ps 20)."""
    demand(verdict.deliberation, _("Putusan majelis memerlukan pertimbangan."))
    if verdict.breached:
        demand(verdict.breach, _("Putusan harus menyebut bentuk pelanggaran (PP 42/2004 Pasal 15 ayat (4))."))
    refuse_future(verdict.decided_date, at, what=_("Tanggal putusan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_decide", at=at)
        target = ProceedingState.COUNCIL_DECIDED if verdict.breached else ProceedingState.STOPPED
        step_for(proceeding, "sanctions.council_decide", on=localdate(at), target=target)
        if verdict.breached:
            refuse_unidentified(proceeding)
        hearing = proceeding.hearing
        refuse_before(verdict.decided_date, hearing.held_date, what=_("Tanggal putusan"), than=_("sidang"))
        letter = letter_issue(
            kind="COUNCIL_DECISION",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.council_decision(proceeding, hearing, verdict),
            by=by,
            at=at,
            dated=verdict.decided_date,
        )
        hearing.letter_ref = letter.ref
        hearing.decided_date = verdict.decided_date
        hearing.breached = verdict.breached
        hearing.breach = verdict.breach.strip()
        hearing.administrative_action = verdict.administrative_action and verdict.breached
        hearing.save()
        if not verdict.breached:
            proceeding.outcome = gettext_noop("Tidak terbukti menurut majelis kode etik")
            meet_follow_up(proceeding, met=verdict.decided_date, recorded=localdate(at), decided=False)
        outcome = "breached" if verdict.breached else "not_breached"
        decided = verdict.decided_date
        advance(proceeding, "sanctions.council_decide", by=by, at=at, target=target, dated=decided, outcome=outcome)
    return hearing


_ACTION_OF = {"PPPK": "PP 49/2018 Pasal 52 (peraturan instansi)"}


def action_decline(*, ref: str, reason: str, by: User, at: datetime) -> Proceeding:
    """The authority takes no administrative action beside the moral sanction, though the council recommended it.

    Ps 16 says that it may be taken ("dapat"), so this is the authority's to decide: in writing, and marked on the case.
    """
    why = demand(reason, _("Tuliskan alasan mengapa tindakan administratif tidak diambil."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.action_decline", at=at)
        if not action_recommended(proceeding):
            raise ActRefused(_("Tidak ada rekomendasi tindakan administratif dari majelis yang belum dijawab."))
        proceeding.hearing.action_declined_reason = why
        proceeding.hearing.save(update_fields=["action_declined_reason"])
        proceeding.case.deviates = True
        proceeding.case.save(update_fields=["deviates"])
        article = _ACTION_OF.get(proceeding.party.employment, "PP 42/2004 Pasal 16")
        keep(proceeding, "sanctions.action_decline", by=by, at=at, citation=article)
    return proceeding
