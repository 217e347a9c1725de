"""Closing a proceeding, and with the last one the case."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.crimes import with_crimes_left
from netra.cases.leaving import LAPSED, Leaving
from netra.cases.models import Case, Party
from netra.cases.models.allegation import AllegationState
from netra.cases.operations import ActRefused, case_close, case_reopen, stop_all_clocks
from netra.cases.operations.claim import names_in
from netra.cases.operations.endings import NOTHING_PROVEN
from netra.cases.operations.undecided import is_undecided
from netra.cases.states import STEPS, CaseState
from netra.intake.written_documents import named_document
from netra.law.procedure import steps_from
from netra.sanctions.crime_results import CRIME_RESULTS, DIED, lapses_by_death
from netra.sanctions.models import DataBlock, Proceeding
from netra.sanctions.operations.answering import unanswered
from netra.sanctions.operations.claim import advance, claim
from netra.sanctions.routes import cleared
from netra.sanctions.states import STATE_LABELS, ProceedingState, Route
from netra.trust.access import role_scope
from netra.trust.acts import Role
from netra.trust.models import User


def proceeding_close(*, ref: str, result: str = "", document: str = "", by: User, at: datetime) -> Proceeding:
    """Close a proceeding that has ended. When nobody in the case is left unanswered, the case closes too: two acts.

    Of a crime that was handed over `result` says what became of it (a code of CRIME_RESULTS), and `document` names the
    paper by number and date; nobody is held to be guilty before. It lapses by a death that was recorded.
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.proceeding_close", at=at)
        _refuse_supervisor(proceeding, by, at)
        _refuse_blocked(proceeding)
        outcome = _result(proceeding, result) or proceeding.outcome or STATE_LABELS[proceeding.state]
        told: dict[str, Any] = {"outcome": outcome}
        if proceeding.route == Route.CRIME:
            told["document"] = named_document(document, on=localdate(at), people=names_in(proceeding.case))
        proceeding.closed_date = localdate(at)
        proceeding.outcome = outcome
        advance(
            proceeding,
            "sanctions.proceeding_close",
            by=by,
            at=at,
            target=ProceedingState.CLOSED,
            citation=_by_death(proceeding, result),
            **told,
        )
        stop_all_clocks(proceeding.case, met=localdate(at), subject_ref=proceeding.ref)
        close_if_answered(proceeding.case, by=by, at=at)
    return proceeding


def reopen(proceeding: Proceeding, *, by: User, at: datetime) -> None:
    """Take back that a proceeding, and with it its case, was closed: somebody contests what was decided. Its own act
    saves it.
    """
    if proceeding.state != ProceedingState.CLOSED:
        return
    proceeding.closed_date, proceeding.outcome = None, ""
    if proceeding.case.is_ended:
        case_reopen(case=proceeding.case, by=by, at=at)


def close_if_answered(case: Case, *, by: User, at: datetime) -> None:
    """Close the case where nothing is left in it for anybody, if it stands where a case may end."""
    _refuse_blocked_for_nothing(case)
    parties = list(case.parties.all())
    gone = [each for each in parties if each.left_kind]
    # Before the plenary decided a case ends so only where every accused is a civil servant no more.
    ends = {CaseState.LAPSED} if gone and len(gone) == len(parties) else {CaseState.CLOSED, CaseState.NOT_PROVEN}
    may_end = any(step.act == "cases.case_close" and step.target in ends for step in steps_from(STEPS, case.state))
    if may_end and everybody_answered(case):
        cleared = cleared_in(case)
        proven = len(cleared) < len(parties)
        unproven = LAPSED if gone else NOTHING_PROVEN
        ending = gettext_noop("Semua penanganan selesai") if proven else unproven
        case_close(case=case, outcome=ending, proven=proven, cleared=cleared, by=by, at=at)


def close_where_answered(case: Case, by: User, at: datetime) -> None:
    """`close_if_answered` as the room of the cases calls it, where an officer's word was the last thing open."""
    close_if_answered(case, by=by, at=at)


def _result(proceeding: Proceeding, result: str) -> str:
    if proceeding.route != Route.CRIME:
        return ""
    if result not in CRIME_RESULTS:
        raise ActRefused(
            _(
                "Dugaan pidana ini diserahkan, bukan diputus di sini. Sebutkan apa yang terjadi padanya (%(known)s) "
                "beserta nomor dan tanggal surat atau putusannya; sebelum itu penanganan ini belum ditutup."
            )
            % {"known": "; ".join(_(label) for label in CRIME_RESULTS.values())}
        )
    return CRIME_RESULTS[result]


def _by_death(proceeding: Proceeding, result: str) -> str:
    """The article where a crime lapsed by death, of the law on that day; "" for every other end."""
    if proceeding.route != Route.CRIME or result != DIED:
        return ""
    died = proceeding.party.left_date
    if proceeding.party.left_kind != Leaving.DIED or died is None:
        raise ActRefused(
            _(
                "Belum dicatat bahwa terlapor T%(ordinal)s meninggal dunia. Catat dahulu dengan «Bukan lagi pegawai» "
                "pada halaman perkara, beserta surat kematiannya, lalu tutup penanganan ini."
            )
            % {"ordinal": proceeding.party.ordinal}
        )
    return str(lapses_by_death(died))


def _refuse_supervisor(proceeding: Proceeding, by: User, at: datetime) -> None:
    """The supervisor closes what it handed over itself, a crime; the rest is for the agency and the oversight body."""
    handlers = role_scope(by, (Role.PERSONNEL_OFFICER, Role.OVERSIGHT_ANALYST), on=localdate(at))
    if proceeding.route != Route.CRIME and handlers.is_empty:
        raise ActRefused(
            _("Penanganan ini ditutup oleh instansi kepegawaian atau analis pengawasan, bukan oleh Bawaslu.")
        )


def _refuse_blocked(proceeding: Proceeding) -> None:
    """Nobody who was cleared keeps his data blocked: once he is sealed, nobody would find the block any more."""
    party = proceeding.party
    if cleared(proceeding) and party.blocks.filter(unblocked_at__isnull=True).exists():
        raise ActRefused(
            _(
                "Data kepegawaian T%(ordinal)s masih diblokir, padahal tidak ada yang terbukti. Minta analis "
                "pengawasan membukanya dahulu, lalu tutup penanganan ini."
            )
            % {"ordinal": party.ordinal}
        )


def _refuse_blocked_for_nothing(case: Case) -> None:
    """Nor does anybody of whom nothing is awaited any more, since all was dropped or he died: no debt on the board and
    no page of a proceeding would tell of the block.
    """
    for block in DataBlock.objects.filter(party__case=case, unblocked_at=None).select_related("party"):
        if _is_over(block.party):
            raise ActRefused(
                _(
                    "Data kepegawaian T%(ordinal)s masih diblokir, padahal sesudah ini tidak ada lagi yang ditunggu "
                    "tentang dirinya. Minta analis pengawasan membukanya dahulu pada papan tindak lanjut, lalu ulangi "
                    "langkah ini."
                )
                % {"ordinal": block.party.ordinal}
            )


def _is_over(party: Party) -> bool:
    """Whether nobody owes an answer about him and no decision against him stands."""
    proceedings = party.proceedings.select_related("decision__remedy")
    ended = all(each.state == ProceedingState.CLOSED and cleared(each) for each in proceedings)
    waiting = party.allegations.filter(state=AllegationState.PROPOSED).exists() and not party.left_kind
    return ended and not waiting and not unanswered(party)


def everybody_answered(case: Case) -> bool:
    """No proceeding is open, no proposal waits for an officer, whatever is owed of anybody was answered, and no
    suspected crime is left over.
    """
    if is_undecided(case) or Proceeding.objects.filter(case=case).exclude(state=ProceedingState.CLOSED).exists():
        return False
    return not any(unanswered(party) for party in case.parties.all()) and not with_crimes_left(case)


def cleared_in(case: Case) -> dict[Party, list[str]]:
    """Those who were not handed over for a crime and against whom no decision stands: stopped, or revoked by a remedy.

    Each with the references of his proceedings.
    """
    found = {party: list(party.proceedings.select_related("decision__remedy")) for party in case.parties.all()}
    return {
        party: [each.ref for each in proceedings]
        for party, proceedings in found.items()
        if all(cleared(each) for each in proceedings)
    }
