"""Upaya administratif: keberatan to the authority itself, banding to BPASN (BAPEK before 2021-08-10)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Deadline
from netra.cases.operations import ActRefused, stop_all_clocks, stop_clock
from netra.cases.operations.claim import names_in
from netra.intake.written_documents import named_document
from netra.law.procedure import Step
from netra.law.sanctions import Sanction
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.deviation import deviates_after
from netra.sanctions.models import Decision, Proceeding, Remedy
from netra.sanctions.operations.answers import NEW_PENALTY, OUTCOMES, Answer, penalty_after
from netra.sanctions.operations.claim import advance, article_of, claim, demand, refuse_before, refuse_future, step_for
from netra.sanctions.operations.closing import reopen
from netra.sanctions.operations.examination import refuse_unexamined_by_team
from netra.sanctions.operations.force import names_no_day, told_day
from netra.sanctions.operations.impartiality import refuse_examiner_signing
from netra.sanctions.operations.leaving import lapse_who_left
from netra.sanctions.operations.terms import start_answer
from netra.sanctions.signers import addressee_of, signed_by_addressee
from netra.sanctions.signing import BY_REGISTER, Signed, Signing, signed_by_head
from netra.sanctions.silence import VOID, lapsed_term, refuse_after_silence
from netra.sanctions.states import PP_79, UNDONE, ProceedingState
from netra.trust.language import long_date
from netra.trust.models import User

# The term in which a remedy is answered, by its kind.
REPLIES = {"APPEAL": "appeal_reply", "OBJECTION": "objection_response"}


def outcomes_of(kind: str) -> dict[str, str]:
    """How a remedy of this kind may end, in words: BPASN annuls (PP 79/2021 Ps 16(1)) and revokes nothing."""
    return {code: words for code, words in OUTCOMES.items() if code != "REVOKED" or kind == "OBJECTION"}


def objection_file(
    *, ref: str, filed_date: date, grounds: str, signing: Signing = BY_REGISTER, by: User, at: datetime
) -> Remedy:
    """Receive an objection (keberatan) against a decision that is no dismissal (PP 79/2021 Ps 3–4). Late is refused.

    What was filed in time and arrives after the decision was recorded as in force, final or carried out undoes that
    record: it holds from the answer (PP 94/2021 Ps 38(2)).
    """
    return _file("OBJECTION", "sanctions.objection_file", ref, filed_date, grounds, signing, by, at)


def appeal_file(
    *, ref: str, filed_date: date, grounds: str, signing: Signing = BY_REGISTER, by: User, at: datetime
) -> Remedy:
    """Receive the copy of an appeal (banding administratif) against a dismissal (PP 79/2021 Ps 10–11).

    It may arrive after the dismissal was recorded as in force, final or carried out, as an objection may.
    """
    return _file("APPEAL", "sanctions.appeal_file", ref, filed_date, grounds, signing, by, at)


def _file(
    kind: str, act: str, ref: str, filed_date: date, grounds: str, signing: Signing, by: User, at: datetime
) -> Remedy:
    why = demand(grounds, _("Upaya administratif memuat alasan; tuliskan ringkasannya."))
    refuse_future(filed_date, at, what=_("Tanggal pengajuan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=act, at=at)
        step_for(proceeding, act, on=localdate(at))
        refuse_undecided(proceeding)
        _refuse_wrong_kind(proceeding, kind)
        _refuse_second(proceeding)
        _refuse_late(proceeding, kind, filed_date)
        addressee = addressee_of(proceeding, kind, filed_date)
        signed = _received_by(proceeding, kind, addressee, signing, at=at)
        undid, executed = _undo_effect(proceeding.decision), was_executed(proceeding)
        reopen(proceeding, by=by, at=at)
        stop_all_clocks(proceeding.case, met=filed_date, recorded=localdate(at), subject_ref=proceeding.ref)
        answer = start_answer(proceeding, kind, filed_date)
        letter = letter_issue(
            kind=f"{kind}_RECEIPT",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.remedy_receipt(proceeding, filed_date, why, addressee, answer, signed, executed=executed),
            by=by,
            at=at,
        )
        remedy = Remedy.objects.create(
            decision=proceeding.decision,
            kind=kind,
            filed_date=filed_date,
            grounds=why,
            addressee=addressee,
            letter_ref=letter.ref,
            after_execution=executed,
        )
        if executed:
            proceeding.outcome = ""
        advance(
            proceeding,
            act,
            by=by,
            at=at,
            dated=filed_date,
            letter=letter.ref,
            undid=undid,
            executed=executed,
            in_force=told_day(proceeding.decision.delivery.in_force_date),
            document=signed.basis,
        )
    return remedy


def was_executed(proceeding: Proceeding) -> bool:
    """Whether the decision had been carried out; a proceeding is closed only after that."""
    return proceeding.state in {ProceedingState.EXECUTED, ProceedingState.CLOSED}


def _refuse_second(proceeding: Proceeding) -> None:
    earlier = Remedy.objects.filter(decision=proceeding.decision).first()
    if earlier is not None:
        raise ActRefused(
            _(
                "Upaya administratif terhadap keputusan ini sudah diajukan pada %(filed)s dan diputus; yang kedua "
                "tidak dicatat di sini."
            )
            % {"filed": long_date(earlier.filed_date)}
        )


def _received_by(proceeding: Proceeding, kind: str, addressee: str, signing: Signing, *, at: datetime) -> Signed:
    """Who signs that a remedy came in, on the day of the receipt: of an objection to whom it goes, of an appeal the
    agency, which has the copy.
    """
    on = localdate(at)
    if kind == "OBJECTION":
        return signed_by_addressee(proceeding, addressee, signing, on=on, at=at)
    return signed_by_head(proceeding, signing, on=on, at=at)


def _undo_effect(decision: Decision) -> bool:
    """Take back that the decision was recorded as in force; whether there was such a record."""
    delivery = decision.delivery
    if delivery.in_force_confirmed_date is None:
        return False
    delivery.in_force_confirmed_date = None
    if names_no_day(decision):
        # No rule had named its day: it was the day of the record that is taken back.
        delivery.in_force_date = decision.effective_date
    delivery.save(update_fields=["in_force_date", "in_force_confirmed_date"])
    return True


def refuse_undecided(proceeding: Proceeding) -> None:
    """A proceeding may have been closed without a decision: then there is nothing to contest.

    And what holds although nobody knows that it arrived (PP 53/2010 Ps 46) is contested since it was received.
    """
    if not hasattr(proceeding, "decision"):
        raise ActRefused(_("Penanganan ini berakhir tanpa keputusan, jadi tidak ada yang dapat dilawan."))
    if not hasattr(proceeding.decision, "delivery"):
        raise ActRefused(
            _(
                "Belum dicatat kapan keputusan ini diterima, dan batas upaya administratif dihitung dari penerimaan. "
                "Catat dahulu penyerahannya."
            )
        )


def _refuse_wrong_kind(proceeding: Proceeding, kind: str) -> None:
    if proceeding.decision.is_past_remedy:
        raise ActRefused(
            _(
                "Hukuman ini dijatuhkan Presiden, dan terhadapnya tidak dapat diajukan keberatan atau banding "
                "administratif (PP 53/2010 Pasal 33 huruf a). Ia berlaku sejak ditetapkan (Pasal 43 huruf a)."
            )
        )
    right = proceeding.decision.remedy_kind
    if kind != right:
        words = {"OBJECTION": _("keberatan"), "APPEAL": _("banding administratif")}
        new = proceeding.decision.decided_date >= PP_79
        article = "PP 79/2021 Pasal 1 angka 4 dan 5" if new else "PP 53/2010 Pasal 33–34"
        raise ActRefused(
            _("Terhadap keputusan ini yang tersedia adalah %(right)s, bukan %(kind)s (%(article)s).")
            % {"right": words[right], "kind": words[kind], "article": article}
        )


def _refuse_late(proceeding: Proceeding, kind: str, filed_date: date) -> None:
    refuse_before(
        filed_date,
        proceeding.decision.delivery.received_date,
        what=_("Tanggal pengajuan"),
        than=_("penerimaan keputusan"),
    )
    term = proceeding.decision.remedy_terms.first()
    if term is None:
        raise ActRefused(
            _(
                "Hukum pada hari itu tidak menyediakan upaya administratif terhadap keputusan ini (PP 53/2010 Pasal "
                "33–34: selain banding atas pemberhentian, hanya ada keberatan atas penundaan kenaikan gaji berkala "
                "atau kenaikan pangkat yang dijatuhkan pejabat selain PPK)."
            )
        )
    if filed_date > term.due_date:
        told = {"due_date": long_date(term.due_date), "citation": term.citation}
        if kind == "APPEAL":
            raise ActRefused(
                _(
                    "Banding melewati batas %(due_date)s (%(citation)s). Yang menyatakan banding tidak dapat diterima "
                    "adalah badan yang memutusnya, bukan instansi; keputusan semula tetap berjalan."
                )
                % told
            )
        raise ActRefused(
            _(
                "Pengajuan melewati batas %(due_date)s (%(citation)s), jadi tidak dapat diterima. Pejabat yang "
                "berwenang menyatakannya dengan penetapan «Keberatan tidak dapat diterima»; keputusan semula tetap "
                "berjalan."
            )
            % told
        )


def remedy_reply(*, ref: str, replied_date: date, document: str, by: User, at: datetime) -> Remedy:
    """Record the answer to an appeal or an objection (PP 79/2021 Ps 13(1), 8(1)), which ends the debt of giving it.

    The authority answers the appeal body, the official who imposed the penalty his superior. `document` is the number
    and date of that letter. A late answer is recorded as it came; a second one is refused.
    """
    refuse_future(replied_date, at, what=_("Tanggal tanggapan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.remedy_reply", at=at)
        proof = named_document(document, on=localdate(at), people=names_in(proceeding.case))
        step_for(proceeding, "sanctions.remedy_reply", on=localdate(at))
        remedy = proceeding.decision.remedy
        _refuse_needless_reply(remedy)
        refuse_before(replied_date, remedy.filed_date, what=_("Tanggal tanggapan"), than=_("pengajuan"))
        remedy.replied_date, remedy.reply_document = replied_date, proof
        remedy.save(update_fields=["replied_date", "reply_document"])
        stop_clock(
            proceeding.case, REPLIES[remedy.kind], met=replied_date, recorded=localdate(at), subject_ref=proceeding.ref
        )
        advance(proceeding, "sanctions.remedy_reply", by=by, at=at, dated=replied_date, document=remedy.reply_document)
    return remedy


def _refuse_needless_reply(remedy: Remedy) -> None:
    if not remedy.has_reply:
        raise ActRefused(
            _(
                "Keberatan atas keputusan PPK diputus oleh PPK itu sendiri, jadi tidak ada tanggapan yang diminta "
                "(PP 79/2021 Pasal 3 ayat (2) dan Pasal 5 ayat (1))."
            )
        )
    if remedy.replied_date is not None:
        raise ActRefused(_("Tanggapan atas upaya administratif ini sudah dicatat."))


def objection_decide(*, ref: str, answer: Answer, signing: Signing = BY_REGISTER, by: User, at: datetime) -> Remedy:
    """The authority, or the superior of the official, decides on the objection (PP 79/2021 Ps 6(1), 9(1)).

    It may confirm, lighten, aggravate, change, revoke or annul; not dismiss: `bounds.penalties_after` tells why.
    """
    return _decide("sanctions.objection_decide", ref, answer, by, at, signing)


def appeal_decide(*, ref: str, answer: Answer, by: User, at: datetime) -> Remedy:
    """Record the decision of the appeal body; it binds from its own date (PP 79/2021 Ps 16(4))."""
    return _decide("sanctions.appeal_decide", ref, answer, by, at)


def _decide(act: str, ref: str, answer: Answer, by: User, at: datetime, signing: Signing = BY_REGISTER) -> Remedy:
    kind = "APPEAL" if act == "sanctions.appeal_decide" else "OBJECTION"
    known = outcomes_of(kind)
    if answer.outcome not in known:
        raise ActRefused(_("Pilih putusan: %(known)s.") % {"known": ", ".join(_(each) for each in known.values())})
    why = demand(answer.reason, _("Putusan atas upaya administratif memerlukan alasan."))
    refuse_future(answer.decided_date, at, what=_("Tanggal putusan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=act, at=at)
        step_for(proceeding, act, on=localdate(at))
        decision = proceeding.decision
        remedy = decision.remedy
        annulled = answer.outcome in UNDONE
        target = _where_to(remedy, annulled=annulled)
        step = step_for(proceeding, act, on=localdate(at), target=target)
        refuse_before(answer.decided_date, remedy.filed_date, what=_("Tanggal putusan"), than=_("pengajuan"))
        lapsed = lapsed_term(remedy, answer.decided_date) if kind == "OBJECTION" else None
        refuse_after_silence(lapsed, answer.outcome)
        after = penalty_after(answer, remedy) if answer.outcome in NEW_PENALTY else None
        if kind == "OBJECTION" and after is not None:
            refuse_unexamined_by_team(proceeding, after.level)
        remedy.outcome = answer.outcome
        remedy.decided_date = answer.decided_date
        remedy.reason = why
        remedy.level_after = after.level if after else ("" if annulled else decision.level)
        remedy.sanction_after = after.code if after else ""
        basis: dict[str, str] = {}
        if remedy.kind == "OBJECTION":
            signed = signed_by_addressee(proceeding, remedy.addressee, signing, on=answer.decided_date, at=at)
            refuse_examiner_signing(proceeding, signed.person, at=at)
            remedy.decision_letter_ref = _answer_letter(proceeding, remedy, after, step, lapsed, signed, by, at)
            basis = {"document": signed.basis}
        remedy.save()
        delivery = decision.delivery
        delivery.in_force_date = None if annulled else _holds_from(decision, answer)
        delivery.in_force_confirmed_date = None if annulled else localdate(at)
        delivery.save(update_fields=["in_force_date", "in_force_confirmed_date"])
        stop_all_clocks(proceeding.case, met=answer.decided_date, recorded=localdate(at), subject_ref=proceeding.ref)
        if annulled:
            proceeding.outcome = gettext_noop("Keputusan dibatalkan")
        elif deviates_after(decision, remedy.level_after):
            proceeding.case.deviates = True
            proceeding.case.save(update_fields=["deviates"])
        advance(
            proceeding,
            act,
            by=by,
            at=at,
            target=target,
            dated=answer.decided_date,
            citation=VOID if lapsed else "",
            outcome=answer.outcome,
            level=remedy.level_after,
            executed=remedy.after_execution,
            in_force=told_day(delivery.in_force_date),
            **basis,
        )
        lapse_who_left(proceeding, by=by, at=at)
    return remedy


def _where_to(remedy: Remedy, *, annulled: bool) -> ProceedingState:
    """What is annulled after it was carried out is given back before anybody closes it."""
    if not annulled:
        return ProceedingState.IN_FORCE
    return ProceedingState.RESTORING if remedy.after_execution else ProceedingState.ANNULLED


def _holds_from(decision: Decision, answer: Answer) -> date:
    """PP 94/2021 Ps 38(2): from the answer. The end of a status that was confirmed keeps the day the law names."""
    if answer.outcome == "UPHELD" and decision.effective_date:
        return decision.effective_date
    return answer.decided_date


def _answer_letter(
    proceeding: Proceeding,
    remedy: Remedy,
    after: Sanction | None,
    step: Step,
    lapsed: Deadline | None,
    signed: Signed,
    by: User,
    at: datetime,
) -> str:
    outcome = "batal demi hukum" if lapsed else OUTCOMES[remedy.outcome]
    ruling = f"Keputusan tersebut {outcome} menjadi: {after.label}." if after else f"Keputusan tersebut {outcome}."
    decided = remedy.decided_date or localdate(at)
    basis = VOID if lapsed else article_of(step, proceeding, on=decided)
    letter = letter_issue(
        kind="OBJECTION_DECISION",
        agency_code=proceeding.agency_code,
        chain=proceeding.case.chain,
        subject_ref=proceeding.ref,
        data=letters.objection_decision(proceeding, remedy, ruling, basis, lapsed, signed),
        by=by,
        at=at,
        dated=decided,
    )
    return letter.ref
