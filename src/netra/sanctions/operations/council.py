"""Majelis kode etik: formed, hears, decides; then the authority states the moral sanction (PP 42/2004 Ps 15–20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.operations import ActRefused
from netra.cases.operations.days import refuse_far
from netra.law.composition import CouncilMember, Role, council_breaches
from netra.law.sanctions import Sanction, catalogue
from netra.law.vocabulary import Employment, Level
from netra.letters.operations import letter_issue
from netra.registry.states import POSITION_LABELS, Position
from netra.sanctions import letters
from netra.sanctions.bounds import action_recommended, limits_of
from netra.sanctions.deviation import deviation_of, keep_bounds
from netra.sanctions.models import CouncilHearing, Decision, Proceeding, Summons
from netra.sanctions.operations.answering import meet_follow_up
from netra.sanctions.operations.claim import (
    advance,
    claim,
    demand,
    keep,
    refuse_before,
    refuse_future,
    refuse_unidentified,
    step_for,
)
from netra.sanctions.operations.decision import demand_reason
from netra.sanctions.operations.members import (
    NewMember,
    as_note_on_pppk,
    check_composition,
    standing_of,
    standing_of_member,
    store_team,
)
from netra.sanctions.signing import sign
from netra.sanctions.states import ProceedingState
from netra.trust.language import long_date
from netra.trust.models import User


def council_form(*, ref: str, members: Sequence[NewMember], by: User, at: datetime) -> Proceeding:
    """Form the ethics council: chair and secretary (both members) and three members at least.

    An odd number only when more than five; none lower in post and rank than the examinee (PP 42/2004 Ps 17–18). That
    regulation does not bind for a PPPK, whose agency writes its own: there it is noted, not refused.
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_form", at=at)
        step_for(proceeding, "sanctions.council_form")
        examinee = standing_of(proceeding.party)
        council = [CouncilMember(each.name, Role(each.role), standing_of_member(each)) for each in members]
        breaches = council_breaches(members=council, examinee=examinee)
        if proceeding.party.employment == Employment.PPPK:
            breaches = tuple(as_note_on_pppk(each) for each in breaches)
        check_composition(proceeding, breaches)
        store_team(proceeding, "COUNCIL", members, at=at)
        letter = letter_issue(
            kind="COUNCIL_DECREE",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.council_decree(proceeding, localdate(at)),
            by=by,
            at=at,
        )
        advance(proceeding, "sanctions.council_form", by=by, at=at, members=len(members), letter=letter.ref)
    return proceeding


def council_summon(*, ref: str, meeting_at: datetime, place: str, by: User, at: datetime) -> Summons:
    """Call the accused before the council by letter: the allegation, and the chance to defend himself (Ps 19(2))."""
    where = demand(place, _("Isi tempat sidang."))
    if meeting_at <= at:
        raise ActRefused(_("Waktu sidang sudah lewat. Pilih waktu setelah sekarang."))
    refuse_far(localdate(meeting_at), at, what=_("Hari sidang"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_summon", at=at)
        step_for(proceeding, "sanctions.council_summon")
        letter = letter_issue(
            kind="COUNCIL_SUMMONS",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.council_summons(proceeding, meeting_at, where, localdate(at)),
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
        advance(proceeding, "sanctions.council_summon", by=by, at=at, letter=letter.ref)
    return summons


def council_hear(*, ref: str, held_date: date, defended: bool, defence: str, by: User, at: datetime) -> CouncilHearing:
    """The hearing. The accused defends himself, or it is written that he was given the chance and let it pass."""
    said = demand(defence, _("Tuliskan pembelaan terlapor, atau bagaimana kesempatan membela diri diberikan."))
    refuse_future(held_date, at, what=_("Tanggal sidang"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.council_hear", at=at)
        step_for(proceeding, "sanctions.council_hear")
        summons = proceeding.summonses.get(ordinal=1)
        called_for = localdate(summons.meeting_at)
        refuse_before(held_date, called_for, what=_("Tanggal sidang"), than=_("hari yang disebut dalam panggilan"))
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
        step_for(proceeding, "sanctions.council_decide", target=target)
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


# PP 42/2004 Ps 15(5): delegated to a structural official of the fourth echelon at least.
DELEGATE_POSTS: Mapping[str, str] = MappingProxyType(
    {
        post.value: POSITION_LABELS[post]
        for post in (
            Position.JPT_UTAMA,
            Position.JPT_MADYA,
            Position.JPT_PRATAMA,
            Position.REGIONAL_SECRETARY,
            Position.ADMINISTRATOR,
            Position.PENGAWAS,
        )
    }
)


@dataclass(frozen=True, slots=True)
class MoralRuling:
    """How the moral sanction is stated: CLOSED or OPEN, by whom, and a reason where it deviates.

    `delegate_post` is the level of the delegate's post, one of DELEGATE_POSTS; of a PPPK it is not asked.
    """

    mode: str
    decided_date: date
    signer_title: str
    considerations: str
    delegate_title: str = ""
    delegate_post: str = ""
    delegate_name: str = ""
    forum: str = ""
    deviation_reason: str = ""
    # Of a PPPK: the regulation of his agency, by number and article, and the sanction as that regulation calls it.
    agency_rule: str = ""
    agency_sanction: str = ""
    # As in `decision.Ruling`; a delegate's title is not the register's.
    signer_basis: str = ""


def moral_impose(*, ref: str, ruling: MoralRuling, by: User, at: datetime) -> Decision:
    """State the written moral sanction, closed or open, by the authority or its delegate (Ps 15(1)–(5)).

    Only a decision of the council allows it; the statement names the breach. A PPPK gets what the rules of his own
    agency name (PP 49/2018 Ps 52), never the moral sanction of PNS.
    """
    if ruling.mode not in {"CLOSED", "OPEN"}:
        raise ActRefused(_("Pilih pernyataan tertutup atau terbuka (PP 42/2004 Pasal 15 ayat (2))."))
    if ruling.mode == "OPEN":
        demand(ruling.forum, _("Isi cara pengumuman pernyataan terbuka, misalnya apel atau papan pengumuman."))
    demand(ruling.considerations, _("Sanksi moral memerlukan pertimbangan tertulis."))
    refuse_future(ruling.decided_date, at, what=_("Tanggal pernyataan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.moral_impose", at=at)
        step_for(proceeding, "sanctions.moral_impose")
        refuse_unidentified(proceeding)
        _refuse_unfit_delegate(proceeding, ruling)
        hearing = proceeding.hearing
        refuse_before(
            ruling.decided_date,
            hearing.decided_date or hearing.held_date,
            what=_("Tanggal pernyataan"),
            than=_("putusan majelis"),
        )
        made = _moral_decision(proceeding, ruling, by)
        if not made.delegate_title:
            sign(made, at)
        letter = letter_issue(
            kind=f"MORAL_STATEMENT_{ruling.mode}",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.moral_statement(proceeding, hearing, made, ruling),
            by=by,
            at=at,
            dated=ruling.decided_date,
        )
        made.letter_ref = letter.ref
        made.save()
        proceeding.decision_date = ruling.decided_date
        if made.deviates:
            proceeding.case.deviates = True
            proceeding.case.save(update_fields=["deviates"])
        meet_follow_up(proceeding, met=ruling.decided_date, recorded=localdate(at), decided=True)
        advance(
            proceeding,
            "sanctions.moral_impose",
            by=by,
            at=at,
            dated=ruling.decided_date,
            mode=ruling.mode,
            letter=letter.ref,
            deviation=made.deviates,
            document=made.signer_basis,
        )
    return made


def _refuse_unfit_delegate(proceeding: Proceeding, ruling: MoralRuling) -> None:
    """PP 42/2004 binds PNS and CPNS; to whom a PPPK's agency delegates stands in its own regulation.

    The registry does not know the delegate, so his name is asked: a final paper would never get it afterwards.
    """
    if not ruling.delegate_title.strip():
        return
    demand(
        ruling.delegate_name,
        _(
            "Tulis nama penerima delegasi: pernyataan ini final begitu diterbitkan, sehingga namanya tidak dapat "
            "ditambahkan kemudian."
        ),
    )
    if proceeding.party.employment != Employment.PPPK and ruling.delegate_post not in DELEGATE_POSTS:
        raise ActRefused(
            _(
                "Sanksi moral hanya dapat didelegasikan kepada pejabat struktural eselon IV (pengawas) atau lebih "
                "tinggi (PP 42/2004 Pasal 15 ayat (5)). Pilih jenjang jabatan penerima delegasi, atau nyatakan sendiri."
            )
        )


def _moral_decision(proceeding: Proceeding, ruling: MoralRuling, by: User) -> Decision:
    limits = limits_of(proceeding, decided=ruling.decided_date)
    deviation = deviation_of("MORAL", limits)
    demand_reason(deviation, limits, ruling.deviation_reason)
    sanction = _moral_sanction(proceeding, ruling)
    made = Decision(
        proceeding=proceeding,
        kind="MORAL",
        level="MORAL",
        sanction_code=sanction.code,
        sanction_label=sanction.label,
        basis="; ".join(part for part in (str(sanction.source), ruling.agency_rule.strip()) if part),
        considerations=ruling.considerations.strip(),
        decided_date=ruling.decided_date,
        decided_by=by.actor_ref,
        signer_title=ruling.delegate_title.strip() or ruling.signer_title.strip(),
        mode=ruling.mode,
        delegate_title=ruling.delegate_title.strip(),
        signer_basis="" if ruling.delegate_title.strip() else ruling.signer_basis,
    )
    keep_bounds(made, limits, deviation, ruling.deviation_reason)
    return made


def _moral_sanction(proceeding: Proceeding, ruling: MoralRuling) -> Sanction:
    """The statement of PP 42/2004, or for a PPPK the sanction of his agency's rules, which must be named."""
    employment = Employment(proceeding.party.employment)
    offered = catalogue(None, Level.MORAL, ruling.decided_date, employment=employment)
    if employment is not Employment.PPPK:
        wanted = "closed_statement" if ruling.mode == "CLOSED" else "open_statement"
        return next(each for each in offered if each.code == wanted)
    if not offered:
        raise ActRefused(
            _(
                "Sanksi etik bagi PPPK baru diatur sejak PP 49/2018 (28 November 2018). Periksa tanggal pernyataan, "
                "atau perbaiki status kepegawaian terlapor bila ia PNS."
            )
        )
    demand(
        ruling.agency_rule,
        _(
            "Sanksi moral PP 42/2004 hanya bagi PNS dan CPNS (Pasal 1), jadi tidak dapat dijatuhkan kepada PPPK. "
            "Sebutkan peraturan instansi tentang kode etik dan disiplin PPPK yang menjadi dasarnya, dengan nomor dan "
            "pasalnya (PP 49/2018 Pasal 52)."
        ),
    )
    named = demand(
        ruling.agency_sanction,
        _("Sebutkan sanksi yang dijatuhkan menurut peraturan instansi itu (PP 49/2018 Pasal 52)."),
    )
    return replace(offered[0], label=named)
