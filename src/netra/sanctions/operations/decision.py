"""Keputusan: the authority decides with the law's floor and ceiling in view; the software only asks for the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.letters import LEVEL_WORDS, LetterData
from netra.cases.operations import ActRefused
from netra.law.candidates import DISMISSAL
from netra.law.end_of_service import WhoEnds, of_candidates, who_ends, who_ends_for_breach
from netra.law.regime import Regime
from netra.law.sanctions import Sanction
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.bounds import Bounds, limits_of, penalties_offered, terminations_offered
from netra.sanctions.competence import competence_note, dismissed_by, ending_note
from netra.sanctions.deviation import Deviation, deviation_by, deviation_of, keep_bounds, outside
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.models.decision import CANDIDATE_END, CONTRACT_ENDS, DISMISSALS, PRESIDENT
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
from netra.sanctions.operations.examination import refuse_unexamined_by_team
from netra.sanctions.operations.impartiality import refuse_examiner_signing
from netra.sanctions.operations.joining import reach_back, refuse_open_law
from netra.sanctions.operations.pronounced import Pronounced
from netra.sanctions.operations.service_end import stop_service_end
from netra.sanctions.operations.terms import start_term
from netra.sanctions.signing import Signed, is_head, signed_by, signed_by_head
from netra.sanctions.weighed import weighed_by
from netra.trust.language import long_date
from netra.trust.models import User

IMPOSERS = ("APPOINTING_AUTHORITY", "OFFICIAL")


class ReasonMissing(ActRefused):
    """The decision leaves the bounds of the law or the recommendation and does not say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling(Pronounced):
    """What is decided: a penalty of the catalogue.

    `imposed_by` is APPOINTING_AUTHORITY or OFFICIAL (another official whom the law names): it decides when the penalty
    takes effect and to whom an objection goes (PP 79/2021 Ps 3, PP 53/2010 Ps 33–35). `contract` names the contract of
    a PPPK that ends, by number and date; `document` the number of the decree of whoever else ends the service (the
    President).
    """

    sanction_code: str
    imposed_by: str = "APPOINTING_AUTHORITY"
    contract: str = ""
    document: str = ""


def decision_make(*, ref: str, ruling: Ruling, by: User, at: datetime) -> Decision:
    """Decide on a discipline penalty. Below floor or recommendation it needs a written reason, and stays marked.

    A candidate PNS may be dismissed as such instead (PP 11/2017 Ps 37(2) c): no penalty, so a kind of its own.
    """
    with transaction.atomic():
        proceeding = _claim_proven(ref, "sanctions.decision_make", ruling, by, at)
        limits = limits_of(proceeding, decided=ruling.decided_date)
        sanction = _penalty(proceeding, limits.regime, ruling)
        refuse_unexamined_by_team(proceeding, sanction.level)
        deviation = deviation_by(sanction, limits)
        demand_reason(deviation, limits, ruling.deviation_reason)
        kind = "STATUS_TERMINATION" if sanction.code == CANDIDATE_END else "DISCIPLINE"
        made = _store(proceeding, kind, ruling, limits, deviation, by, level=sanction.level, sanction=sanction)
        made.competence_note = competence_note(proceeding, limits.regime, sanction, ruling.imposed_by)
        _name_agency_rule(made, ruling)
        _write_out(made, sanction, ruling, by, at)
        _after_decision(proceeding, made, localdate(at))
        advance(
            proceeding,
            "sanctions.decision_make",
            by=by,
            at=at,
            dated=made.decided_date,
            kind=kind,
            level=sanction.level,
            sanction=sanction.code,
            deviation=deviation.exists,
            letter=made.letter_ref,
            document=made.signer_basis,
        )
    return made


def _write_out(made: Decision, sanction: Sanction, ruling: Ruling, by: User, at: datetime) -> None:
    """The decree of a penalty, or of the end of a contract or a candidacy."""
    if made.sanction_code in CONTRACT_ENDS:
        reach_back(made)
        party = made.proceeding.party
        ends = who_ends_for_breach(party.employment, party.position, decided=made.decided_date)
        _end_service(made, ends, ruling, by, at)
    elif president := dismissed_by(made.proceeding, made.regime, sanction):
        _end_service(made, president, ruling, by, at)
    elif made.sanction_code == CANDIDATE_END:
        _issue(made, "STATUS_TERMINATION", partial(letters.termination, made, ""), ruling, by, at)
    else:
        _issue(made, f"DECISION_{made.level}", partial(letters.decision, made), ruling, by, at)


def _name_agency_rule(made: Decision, ruling: Ruling) -> None:
    """A PPPK is punished by the regulation of his agency (PP 49/2018 Ps 52): which one, and what it calls the penalty.

    The end of his contract has its name from Ps 53(2) b; the regulation says which breach is severe.
    """
    if made.proceeding.party.employment != "PPPK":
        return
    rule = demand(
        ruling.agency_rule,
        _(
            "Sebutkan peraturan instansi tentang disiplin PPPK yang menjadi dasarnya, dengan nomor dan pasalnya "
            "(PP 49/2018 Pasal 52)."
        ),
    )
    made.basis = f"{made.basis}; {rule}"
    if made.sanction_code not in CONTRACT_ENDS:
        made.sanction_label = demand(
            ruling.agency_sanction,
            _("Sebutkan sanksi yang dijatuhkan menurut peraturan instansi itu (PP 49/2018 Pasal 52)."),
        )


def _name_articles_on_candidates(made: Decision) -> None:
    sources = of_candidates(made.proceeding.party.employment, decided=made.decided_date)
    made.basis = "; ".join((made.basis, *map(str, sources)))


def _end_service(made: Decision, ends: WhoEnds | None, ruling: Ruling, by: User, at: datetime) -> None:
    """By the decree of the President, which names whatever it ends, or by a letter of the authority."""
    if ends is not None and ends.by_president:
        made.competence_note = ending_note(ends)
        _take_over(made, ends, ruling)
        return
    contract = _contract(ruling) if made.sanction_code in CONTRACT_ENDS else ""
    kind = "PPPK_TERMINATION" if contract else "STATUS_TERMINATION"
    _issue(made, kind, partial(letters.termination, made, contract), ruling, by, at)


def _take_over(made: Decision, ends: WhoEnds, ruling: Ruling) -> None:
    """The President ends it by decree (PP 11/2017 Ps 270, PP 49/2018 Ps 71, 74; PP 94/2021 Ps 17)."""
    made.document = demand(
        ruling.document,
        _(
            "Pemberhentian pemegang jabatan ini ditetapkan Presiden (%(source)s). Isi nomor Keputusan "
            "Presiden dan, sebagai tanggal keputusan, tanggalnya; keputusan PPK tidak diterbitkan."
        )
        % {"source": ends.source},
    )
    made.signer_title, made.imposed_by = PRESIDENT, "APPOINTING_AUTHORITY"
    made.save()


def _contract(ruling: Ruling) -> str:
    return demand(ruling.contract, _("Isi nomor dan tanggal perjanjian kerja yang diputus, seperti tertulis di sana."))


def _claim_proven(ref: str, act: str, ruling: Ruling, by: User, at: datetime) -> Proceeding:
    demand(ruling.considerations, _("Keputusan memerlukan pertimbangan tertulis."))
    demand(ruling.signer_title, _("Isi jabatan penanda tangan keputusan."))
    if ruling.imposed_by not in IMPOSERS:
        raise ActRefused(
            _("Pilih siapa yang menjatuhkan: pejabat pembina kepegawaian atau pejabat lain yang berwenang.")
        )
    refuse_future(ruling.decided_date, at, what=_("Tanggal keputusan"))
    proceeding = claim(ref, by=by, act=act, at=at)
    step_for(proceeding, act, on=localdate(at))
    report = proceeding.report
    if report is None or not report.proven:
        raise ActRefused(
            _("Laporan hasil pemeriksaan menyatakan tidak terbukti; tidak ada yang dijatuhkan. Hentikan penanganan.")
        )
    reported, than = report.reported_date, _("laporan hasil pemeriksaan")
    refuse_before(ruling.decided_date, reported, what=_("Tanggal keputusan"), than=than)
    if not weighed_by(proceeding):
        raise ActRefused(
            _(
                "Tidak ada lagi dugaan yang ditimbang dalam penanganan ini, jadi tidak ada yang dapat diputus. "
                "Hentikan penanganan."
            )
        )
    refuse_unidentified(proceeding)
    return proceeding


def _penalty(proceeding: Proceeding, regime: str, ruling: Ruling) -> Sanction:
    employment = proceeding.party.employment
    offered = penalties_offered(regime or Regime.DISC_94, ruling.decided_date, employment=employment)
    for sanction in offered:
        if sanction.code == ruling.sanction_code:
            return sanction
    if employment == "PPPK":
        raise ActRefused(
            _(
                "Hukuman disiplin PNS tidak dapat dijatuhkan kepada PPPK: disiplin PPPK ditetapkan PPK untuk "
                "instansinya sendiri (PP 49/2018 Pasal 52). Yang ada: %(offered)s."
            )
            % {"offered": "; ".join(_(each.label) for each in offered)}
        )
    if employment == "CPNS" and ruling.sanction_code in DISMISSALS:
        raise ActRefused(_no_dismissal_of_candidates(ruling.decided_date))
    raise ActRefused(
        _("Hukuman itu tidak ada dalam daftar %(regime)s pada %(decided_date)s. Yang ada: %(offered)s.")
        % {
            "regime": regime,
            "decided_date": long_date(ruling.decided_date),
            "offered": "; ".join(_(each.label) for each in offered),
        }
    )


def _no_dismissal_of_candidates(on: date) -> str:
    if on < DISMISSAL.start:
        return _(
            "Calon PNS belum PNS, jadi tidak diberhentikan sebagai PNS. Hukum sebelum %(since)s tentang pemberhentian "
            "calon PNS belum dibaca: pilih hukuman lain, atau periksa status kepegawaian terlapor."
        ) % {"since": long_date(DISMISSAL.start)}
    return _(
        "Calon PNS belum PNS, jadi tidak diberhentikan sebagai PNS. Pilih pemberhentian sebagai calon PNS "
        "(%(source)s), atau hukuman lain."
    ) % {"source": DISMISSAL.source}


def demand_reason(deviation: Deviation, limits: Bounds, reason: str) -> None:
    """A decision outside the bounds is the authority's to make, with a written reason. Fails with ReasonMissing."""
    if deviation.exists and not reason.strip():
        found = [f"{_(words)} ({_(LEVEL_WORDS[getattr(limits, bound)])})" for words, bound in outside(deviation)]
        raise ReasonMissing(
            _(
                "Keputusan ini %(found)s. Anda berwenang memutus demikian, tetapi wajib menuliskan alasannya; "
                "alasan dan tandanya tampil di setiap halaman perkara ini."
            )
            % {"found": _(" dan ").join(found)}
        )


def _store(
    proceeding: Proceeding,
    kind: str,
    ruling: Ruling,
    limits: Bounds,
    deviation: Deviation,
    by: User,
    *,
    level: str,
    sanction: Sanction,
) -> Decision:
    made = Decision(
        proceeding=proceeding,
        kind=kind,
        level=level,
        sanction_code=sanction.code,
        sanction_label=sanction.label,
        basis=str(sanction.source),
        considerations=ruling.considerations.strip(),
        decided_date=ruling.decided_date,
        decided_by=by.actor_ref,
        imposed_by=ruling.imposed_by,
        signer_title=ruling.signer_title.strip(),
        regime=limits.regime,
    )
    keep_bounds(made, limits, deviation, ruling.deviation_reason)
    return made


def _issue(
    made: Decision, kind: str, written: Callable[[Signed], LetterData], ruling: Ruling, by: User, at: datetime
) -> None:
    signed = _sign(made, ruling, at)
    letter = letter_issue(
        kind=kind,
        agency_code=made.proceeding.agency_code,
        chain=made.proceeding.case.chain,
        subject_ref=made.proceeding.ref,
        data=written(signed),
        by=by,
        at=at,
        dated=made.decided_date,
    )
    made.letter_ref = letter.ref
    made.save()


def _sign(made: Decision, ruling: Ruling, at: datetime) -> Signed:
    """By the authority, or by another official as he is told, whom no register here knows; the caller saves."""
    proceeding, on = made.proceeding, made.decided_date
    wanted = ruling.signing
    if made.imposed_by == "OFFICIAL":
        _refuse_head_as_official(proceeding, wanted.title, on)
        signed = signed_by(proceeding, wanted, known={}, on=on, at=at)
    else:
        signed = signed_by_head(proceeding, wanted, on=on, at=at)
    refuse_examiner_signing(proceeding, signed.person, at=at)
    made.signer_title, made.registered_title, made.signer_basis = signed.title, signed.registered, signed.basis
    return signed


def _refuse_head_as_official(proceeding: Proceeding, title: str, on: date) -> None:
    """What the authority imposes is its own: when it takes effect and who answers an objection hangs on that."""
    if is_head(title, proceeding.agency_code, on):
        raise ActRefused(
            _(
                "«%(title)s» adalah jabatan PPK menurut daftar pejabat pada %(day)s, bukan pejabat lain. Pilih "
                "«Pejabat pembina kepegawaian» sebagai yang menjatuhkan: kepada siapa keberatan diajukan bergantung "
                "padanya (PP 79/2021 Pasal 3; sebelumnya PP 53/2010 Pasal 33–35)."
            )
            % {"title": " ".join(title.split()), "day": long_date(on)}
        )


def _after_decision(proceeding: Proceeding, made: Decision, recorded: date) -> None:
    """A discipline penalty must now be delivered. The mark of a deviation goes on the case."""
    proceeding.decision_date = made.decided_date
    proceeding.regime = made.regime
    proceeding.level_floor, proceeding.level_ceiling = made.level_floor, made.level_ceiling
    if made.deviates:
        proceeding.case.deviates = True
        proceeding.case.save(update_fields=["deviates"])
    meet_follow_up(proceeding, met=made.decided_date, recorded=recorded, decided=True)
    stop_service_end(proceeding, met=made.decided_date, recorded=recorded)
    if made.must_be_delivered:
        start_term(proceeding, "delivery", holder="AGENCY", start=made.decided_date)


def termination_decide(*, ref: str, ruling: Ruling, by: User, at: datetime) -> Decision:
    """Decide on the end of status (party membership): its own kind of decision, with appeal to BPASN.

    UU 20/2023 Ps 52(3) j and (4), for joining before 2023-10-31 UU 5/2014 Ps 87(4) c; PPPK: PP 49/2018 Ps 53(3) c.
    """
    with transaction.atomic():
        proceeding = _claim_proven(ref, "sanctions.termination_decide", ruling, by, at)
        limits = limits_of(proceeding, decided=ruling.decided_date)
        refuse_open_law(proceeding, ruling.decided_date)
        offered = terminations_offered(proceeding, decided=ruling.decided_date)
        sanction = next((each for each in offered if each.code == ruling.sanction_code), None)
        if sanction is None:
            raise ActRefused(
                _("Pilih salah satu: %(offered)s.") % {"offered": "; ".join(_(each.label) for each in offered)}
            )
        deviation = replace(deviation_of("TERMINATION", limits), above_ceiling=False)
        made = _store(
            proceeding, "STATUS_TERMINATION", ruling, limits, deviation, by, level="TERMINATION", sanction=sanction
        )
        _name_articles_on_candidates(made)
        reach_back(made)
        ends = who_ends(proceeding.party.employment, proceeding.party.position, decided=made.decided_date)
        _end_service(made, ends, ruling, by, at)
        _after_decision(proceeding, made, localdate(at))
        advance(
            proceeding,
            "sanctions.termination_decide",
            by=by,
            at=at,
            dated=made.decided_date,
            deviation=deviation.exists,
            letter=made.letter_ref,
            document=made.signer_basis,
        )
    return made
