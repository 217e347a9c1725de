"""Panggilan: first and second, and the absence that follows."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused, stop_clock
from netra.cases.operations.clocks import followed
from netra.law.counting import Direction
from netra.law.deadlines import Deadline, compute
from netra.law.local_time import day_at
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.models import Proceeding, Summons
from netra.sanctions.operations.claim import advance, claim, demand, step_for
from netra.sanctions.operations.terms import start_term
from netra.sanctions.states import FOLLOWED, ProceedingState, Route
from netra.trust.language import long_date
from netra.trust.models import User


def summons_issue(*, ref: str, meeting_at: datetime, place: str, by: User, at: datetime) -> Summons:
    """Issue the first or the second summons, with its letter.

    At most seven working days lie between a letter and its examination (PP 94/2021 Ps 26(2)). The second letter is due
    within seven working days of the missed day (Ps 26(3), PP 53/2010 Ps 23(3)); a later one stands and counts as late,
    for without it nobody could be heard any more.
    """
    where = demand(place, _("Isi tempat pemeriksaan."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.summons_issue", at=at)
        step = step_for(proceeding, "sanctions.summons_issue", on=localdate(at))
        ordinal = 1 if step.target == ProceedingState.SUMMONED_1 else 2
        _refuse_bad_day(proceeding, ordinal, meeting_at, at)
        # Before the letter is written: it names what he is called to answer from now on.
        proceeding.called_at = at
        letter = letter_issue(
            kind=f"SUMMONS_{ordinal}",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.summons(proceeding, ordinal, meeting_at, where, localdate(at)),
            by=by,
            at=at,
        )
        summons = Summons.objects.create(
            proceeding=proceeding,
            round=proceeding.round,
            ordinal=ordinal,
            letter_ref=letter.ref,
            letter_date=localdate(at),
            meeting_at=meeting_at,
            place=where,
        )
        if ordinal == 1:
            if _has_terms(proceeding):
                _start_first_term(proceeding, meeting_at, at)
        else:
            stop_clock(proceeding.case, "summons_2", met=localdate(at), subject_ref=proceeding.ref)
        advance(proceeding, "sanctions.summons_issue", by=by, at=at, ordinal=ordinal, letter=letter.ref)
    return summons


def _has_terms(proceeding: Proceeding) -> bool:
    """Whether the days of a summons hold here: PP 94/2021 and PP 53/2010 bind PNS; a PPPK has the rules of his agency.

    He is called like anybody else (PP 49/2018 Ps 52 leaves how to those rules), but within no days that Netra has read.
    """
    return proceeding.party.employment != "PPPK"


def _follows(proceeding: Proceeding) -> str:
    """Why those days are only followed where the proceeding is not about discipline."""
    return FOLLOWED if proceeding.route == Route.STATUS_TERMINATION else ""


def _start_first_term(proceeding: Proceeding, meeting_at: datetime, at: datetime) -> None:
    """The term of the first summons runs from the letter to the examination.

    PP 53/2010 Ps 23(2) counted back from the examination to the letter: there the letter itself keeps the term.
    """
    letter, rule = localdate(at), "summons_1"
    backwards = compute(rule, letter).direction is Direction.BEFORE
    start = day_at(proceeding.region_code, meeting_at) if backwards else letter
    start_term(proceeding, rule, holder="AGENCY", start=start, follows=_follows(proceeding))
    if backwards:
        stop_clock(proceeding.case, rule, met=letter, subject_ref=proceeding.ref)


def _start_second_term(proceeding: Proceeding, missed: Summons) -> None:
    if _has_terms(proceeding):
        start, follows = day_at(proceeding.region_code, missed.meeting_at), _follows(proceeding)
        start_term(proceeding, "summons_2", holder="AGENCY", start=start, follows=follows)


def _refuse_bad_day(proceeding: Proceeding, ordinal: int, meeting_at: datetime, at: datetime) -> None:
    """PP 94 counts from each letter to its examination; PP 53 counted back from the examination to the first letter.

    Of the second letter PP 53/2010 says only that the time to bring it is to be minded (Ps 23(3), explanation).
    """
    if meeting_at <= at:
        raise ActRefused(_("Waktu pemeriksaan sudah lewat. Pilih waktu setelah sekarang."))
    if not _has_terms(proceeding):
        return
    follows, meeting = _follows(proceeding), day_at(proceeding.region_code, meeting_at)
    term = followed(compute("summons_1", localdate(at)), follows)
    if term.direction is Direction.BEFORE:
        if ordinal == 1:
            _refuse_late_letter(followed(compute("summons_1", meeting), follows), at)
    elif meeting > term.due:
        raise ActRefused(
            _("Pemeriksaan paling lambat %(day)s: %(term)s (%(citation)s). Pilih tanggal sampai dengan hari itu.")
            % {"day": long_date(term.due), "term": term.term_in_words, "citation": term.citation}
        )


def _refuse_late_letter(term: Deadline, at: datetime) -> None:
    if localdate(at) > term.due:
        raise ActRefused(
            _(
                "Surat panggilan paling lambat %(day)s: %(term)s (%(citation)s). Pilih tanggal "
                "pemeriksaan yang lebih jauh."
            )
            % {"day": long_date(term.due), "term": term.term_in_words, "citation": term.citation}
        )


def summons_miss(*, ref: str, by: User, at: datetime) -> Proceeding:
    """The person did not come. After the second time the matter is decided on the evidence (PP 94/2021 Ps 26(4))."""
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.summons_miss", at=at)
        step_for(proceeding, "sanctions.summons_miss", on=localdate(at))
        summons = proceeding.calls[-1]
        if summons.meeting_at > at:
            raise ActRefused(_("Waktu pemeriksaan belum tiba, jadi ketidakhadiran belum dapat dicatat."))
        summons.attended = False
        summons.save(update_fields=["attended"])
        if summons.ordinal == 1:
            stop_clock(proceeding.case, "summons_1", met=localdate(at), subject_ref=proceeding.ref)
            _start_second_term(proceeding, summons)
        advance(proceeding, "sanctions.summons_miss", by=by, at=at, ordinal=summons.ordinal)
    return proceeding
