"""Sanksi moral: the authority, or its delegate, states what the ethics council's decision allows (PP 42/2004 Ps 15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.law.sanctions import Sanction, catalogue
from netra.law.vocabulary import Employment, Level
from netra.letters.operations import letter_issue
from netra.registry.states import POSITION_LABELS, Position
from netra.sanctions import letters
from netra.sanctions.bounds import limits_of
from netra.sanctions.deviation import deviation_of, keep_bounds
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.operations.answering import meet_follow_up
from netra.sanctions.operations.claim import (
    advance,
    claim,
    demand,
    refuse_before,
    refuse_future,
    refuse_unidentified,
    step_for,
)
from netra.sanctions.operations.decision import demand_reason
from netra.sanctions.operations.impartiality import refuse_examiner_signing
from netra.sanctions.operations.pronounced import Pronounced
from netra.sanctions.signing import Signed, is_head, is_registered_title, signed_by, signed_by_head
from netra.trust.models import User

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


@dataclass(frozen=True, slots=True, kw_only=True)
class MoralRuling(Pronounced):
    """How the moral sanction is stated: CLOSED or OPEN, and by whom.

    `delegate_post` is the level of the delegate's post, one of DELEGATE_POSTS; of a PPPK it is not asked. A delegate
    signs by his own name, and `signer_basis` is the paper of his title, if he is acting.
    """

    mode: str
    delegate_title: str = ""
    delegate_post: str = ""
    delegate_name: str = ""
    forum: str = ""


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
        step_for(proceeding, "sanctions.moral_impose", on=localdate(at))
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
        signed, delegated_by = _sign(made, ruling, at)
        letter = letter_issue(
            kind=f"MORAL_STATEMENT_{ruling.mode}",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.moral_statement(made, ruling, signed, delegated_by),
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


def _sign(made: Decision, ruling: MoralRuling, at: datetime) -> tuple[Signed, str]:
    """By the authority or its delegate, and whose power a delegate uses; the caller saves.

    Who delegates may be acting himself: his title then rests on the same paper.
    """
    proceeding, on = made.proceeding, made.decided_date
    wanted = ruling.signing
    if not made.delegate_title:
        signed = signed_by_head(proceeding, wanted, on=on, at=at)
        refuse_examiner_signing(proceeding, signed.person, at=at)
        made.signer_title, made.registered_title, made.signer_basis = signed.title, signed.registered, signed.basis
        return signed, ""
    # The delegate signs: of an acting head only the title is printed, of the registered one no name is asked.
    by_register = is_registered_title(wanted.title, proceeding.agency_code, on)
    name = "" if by_register else ruling.delegate_name
    head = signed_by_head(proceeding, replace(wanted, name=name), on=on, at=at)
    as_delegate = replace(wanted, title=ruling.delegate_title, name=ruling.delegate_name)
    signed = signed_by(proceeding, as_delegate, known={}, on=on, at=at)
    refuse_examiner_signing(proceeding, signed.person, at=at)
    made.signer_title, made.signer_basis = signed.title, signed.basis or head.basis
    return signed, head.title


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
    if is_head(ruling.delegate_title, proceeding.agency_code, ruling.decided_date):
        raise ActRefused(
            _(
                "«%(title)s» adalah jabatan PPK sendiri, jadi bukan penerima delegasi. Kosongkan isian delegasi, atau "
                "tulis jabatan pejabat yang menerimanya."
            )
            % {"title": " ".join(ruling.delegate_title.split())}
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
