"""Routes of a proceeding, their states, and the steps between them, each with its article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from netra.cases.states import CLOSING
from netra.law.dated import Source, Verification
from netra.law.procedure import Basis, Step
from netra.law.vocabulary import LEVELS_OF, Category, Level
from netra.sanctions.court import PP_24, RULING, RULING_AFTER_APPEAL, SUIT, SUIT_AFTER_APPEAL
from netra.sanctions.court import PP_79 as PP_79
from netra.sanctions.crime_results import DEATH_TAKEN_BACK
from netra.sanctions.decision_words import DECISION_KIND_LABELS as DECISION_KIND_LABELS
from netra.sanctions.decision_words import MODE_LABELS as MODE_LABELS
from netra.sanctions.leaving import LEAVING_DISCIPLINE, LEAVING_ETHICS, LEAVING_STATUS
from netra.sanctions.second_examination import BY_A_TEAM


class Route(StrEnum):
    """What kind of proceeding it is; ethics runs beside discipline, never instead of it by default."""

    DISCIPLINE = "DISCIPLINE"
    ETHICS = "ETHICS"
    STATUS_TERMINATION = "STATUS_TERMINATION"
    CRIME = "CRIME"


ROUTE_LABELS: dict[str, str] = {
    Route.DISCIPLINE: _("Hukuman disiplin"),
    Route.ETHICS: _("Kode etik"),
    Route.STATUS_TERMINATION: _("Pemberhentian status"),
    Route.CRIME: _("Dugaan pidana (diteruskan)"),
}

# Which category of an allegation a route answers.
CATEGORY_OF_ROUTE = {
    Route.DISCIPLINE: "DISCIPLINE",
    Route.ETHICS: "ETHICS",
    Route.STATUS_TERMINATION: "STATUS_TERMINATION",
}


def levels_of(route: str) -> tuple[Level, ...]:
    """The levels of sanction to which a route may lead; none for a crime, which others judge."""
    category = CATEGORY_OF_ROUTE.get(Route(route))
    return LEVELS_OF[Category(category)] if category else ()


# What leaves no penalty standing: withdrawn, or annulled as if it had never been (PP 79/2021 Ps 6(1), 9(1), 16(1)).
UNDONE = frozenset({"REVOKED", "ANNULLED"})


class ProceedingState(StrEnum):
    """Where a proceeding stands."""

    OPENED = "OPENED"
    SUMMONED_1 = "SUMMONED_1"
    MISSED_1 = "MISSED_1"
    SUMMONED_2 = "SUMMONED_2"
    MISSED_2 = "MISSED_2"
    EXAMINED = "EXAMINED"
    COUNCIL_FORMED = "COUNCIL_FORMED"
    COUNCIL_SUMMONED = "COUNCIL_SUMMONED"
    HEARD = "HEARD"
    COUNCIL_DECIDED = "COUNCIL_DECIDED"
    REPORTED = "REPORTED"
    DECIDED = "DECIDED"
    DELIVERY_MISSED = "DELIVERY_MISSED"
    DECISION_SENT = "DECISION_SENT"
    DELIVERED = "DELIVERED"
    OBJECTED = "OBJECTED"
    APPEALED = "APPEALED"
    SUED = "SUED"
    IN_FORCE = "IN_FORCE"
    FINAL = "FINAL"
    EXECUTED = "EXECUTED"
    STOPPED = "STOPPED"
    RESTORING = "RESTORING"
    ANNULLED = "ANNULLED"
    HANDED_OVER = "HANDED_OVER"
    CLOSED = "CLOSED"


S = ProceedingState

STATE_LABELS: dict[str, str] = {
    S.OPENED: _("Dibuka"),
    S.SUMMONED_1: _("Dipanggil (pertama)"),
    S.MISSED_1: _("Tidak hadir (panggilan pertama)"),
    S.SUMMONED_2: _("Dipanggil (kedua)"),
    S.MISSED_2: _("Tidak hadir (panggilan kedua)"),
    S.EXAMINED: _("Diperiksa"),
    S.COUNCIL_FORMED: _("Majelis kode etik dibentuk"),
    S.COUNCIL_SUMMONED: _("Dipanggil majelis kode etik"),
    S.HEARD: _("Disidangkan majelis"),
    S.COUNCIL_DECIDED: _("Diputus majelis"),
    S.REPORTED: _("Hasil pemeriksaan dilaporkan"),
    S.DECIDED: _("Keputusan ditetapkan"),
    S.DELIVERY_MISSED: _("Tidak hadir pada penyampaian"),
    S.DECISION_SENT: _("Keputusan dikirim, belum diterima"),
    S.DELIVERED: _("Keputusan diserahkan"),
    S.OBJECTED: _("Keberatan"),
    S.APPEALED: _("Banding administratif"),
    S.SUED: _("Digugat ke pengadilan"),
    S.IN_FORCE: _("Berlaku"),
    S.FINAL: _("Berkekuatan tetap"),
    S.EXECUTED: _("Dilaksanakan"),
    S.STOPPED: _("Tidak terbukti"),
    S.RESTORING: _("Dibatalkan, menunggu pemulihan"),
    S.ANNULLED: _("Keputusan dibatalkan"),
    S.HANDED_OVER: _("Diserahkan ke penegak hukum"),
    S.CLOSED: _("Selesai"),
}

ENDED = frozenset({S.CLOSED})
# How a proceeding ends whose decision was carried out; while a court is asked, this alone says that it was.
CARRIED_OUT = STATE_LABELS[S.EXECUTED]

# Until the person is examined, or the evidence alone is reported on: a team may be formed.
BEFORE_EXAMINATION = frozenset({S.OPENED, S.SUMMONED_1, S.MISSED_1, S.SUMMONED_2, S.MISSED_2})
# From the examination until the decision: the person may be released from duty.
SINCE_EXAMINED = frozenset({S.EXAMINED, S.REPORTED})

SEEN, SECONDARY, UNVERIFIED, DERIVED = Verification


PP_53 = date(2010, 6, 6)
PP_94 = date(2021, 8, 31)
PP_49 = date(2018, 11, 28)
PP_11 = date(2017, 4, 7)
ASN_2023 = date(2023, 10, 31)


def _discipline(article: str, before: str, mark: Verification = SEEN) -> tuple[Basis, ...]:
    """The article of PP 94/2021, before it of PP 53/2010; both bind PNS only, a PPPK stands under agency rules."""
    return (
        Basis(Source("PP 49/2018", "Pasal 52 (peraturan disiplin instansi)", SEEN), PP_49, employment="PPPK"),
        Basis(Source("PP 53/2010", before, mark), PP_53, PP_94),
        Basis(Source("PP 94/2021", article, mark), PP_94),
    )


def _ethics(article: str) -> tuple[Basis, ...]:
    """The article of PP 42/2004, which binds PNS and CPNS only (Ps 1); a PPPK stands under agency rules."""
    return (
        Basis(Source("PP 49/2018", "Pasal 52 (peraturan instansi)", SEEN), PP_49, employment="PPPK"),
        Basis(Source("PP 42/2004", article, SEEN), date(2004, 10, 18)),
    )


def _remedy(article: str, instrument: str, before: str) -> tuple[Basis, ...]:
    return (
        Basis(Source(instrument, before, SEEN), PP_24, PP_79),
        Basis(Source("PP 79/2021", article, SEEN), PP_79),
    )


def _derived(article: str, instrument: str, before: str) -> tuple[Basis, ...]:
    """What an annulled decision is given back by: read from the duty to carry out the ruling."""
    return (
        Basis(Source(instrument, f"{before} {_UNTOLD}", DERIVED), PP_24, PP_79),
        Basis(Source("PP 79/2021", f"{article} {_UNTOLD}", DERIVED), PP_79),
    )


def _remedies_used_up(article: str, before: str) -> tuple[Basis, ...]:
    """No article declares a decision final: it is read from those on the remedy that is left or was decided."""
    said = "(tidak ada banding administratif tersisa)"
    return (
        Basis(Source("PP 24/2011", f"{before} {said}", DERIVED), PP_24, PP_79),
        Basis(Source("PP 79/2021", f"{article} {said}", DERIVED), PP_79),
    )


def _on_official(article: str, mark: Verification = SEEN) -> Basis:
    """The article where an official imposed the penalty: his superior answers (PP 79/2021 Ps 3(3), 7–9)."""
    return Basis(Source("PP 79/2021", article, mark), PP_79, imposed_by="OFFICIAL")


_STATUS = (
    Basis(Source("PP 11/2017", "Pasal 37 ayat (2) huruf f", SEEN), PP_11, employment="CPNS"),
    Basis(Source("PP 49/2018", "Pasal 53 ayat (3) huruf c", SEEN), PP_49, employment="PPPK"),
    Basis(Source("UU 5/2014", "Pasal 105 ayat (3) huruf c", SEEN), date(2014, 1, 15), PP_49, employment="PPPK"),
    Basis(Source("UU 5/2014", "Pasal 87 ayat (4) huruf c", SEEN), date(2014, 1, 15), ASN_2023),
    Basis(Source("UU 20/2023", "Pasal 52 ayat (3) huruf j dan ayat (4)", SEEN), ASN_2023),
)
_NO_DELIVERY = Source("", "Tidak ada pasal yang diketahui tentang penyampaian pemberhentian ini", UNVERIFIED)
_HEARING = _discipline("Pasal 26–29 dan 32–34", "Pasal 23–28")
_FIRST = _discipline("Pasal 26 ayat (1)–(2)", "Pasal 23 ayat (1)–(2)")
_SECOND = _discipline("Pasal 26 ayat (3)", "Pasal 23 ayat (3)")
_NO_SHOW = _discipline("Pasal 26 ayat (4)", "Pasal 23 ayat (4)")
_REPORT = _discipline("Pasal 27 dan 29", "Pasal 24–25")
_EFFECT = _discipline("Pasal 38", "Pasal 43–46")
_APPEAL = _remedy("Pasal 10–11", "PP 24/2011", "Pasal 7")
_APPEAL_END = _remedy("Pasal 16", "PP 24/2011", "Pasal 9")
_APPEAL_REPLY = _remedy("Pasal 13 ayat (1)", "PP 24/2011", "Pasal 8 ayat (1)")
_OBJECTION_REPLY = _remedy("Pasal 8 ayat (1)–(3)", "PP 53/2010", "Pasal 36 ayat (2)")
_OBJECTION = (
    _on_official("Pasal 3 ayat (1) huruf b dan ayat (3)"),
    *_remedy("Pasal 3–4", "PP 53/2010", "Pasal 35"),
)
# Only the later regulation asks for a paper on an objection that came too late: of the authority (Ps 4). What it asks
# of an official's superior would stand in Ps 7, which the copy that was read lacks.
_OBJECTION_LATE = (
    _on_official("Pasal 3 ayat (3) dan Pasal 7 (bunyi Pasal 7 belum dibaca; disamakan dengan Pasal 4)", UNVERIFIED),
    Basis(Source("PP 79/2021", "Pasal 4 ayat (3)", SEEN), PP_79),
)
_OBJECTION_END = (_on_official("Pasal 8–9"), *_remedy("Pasal 5–6", "PP 53/2010", "Pasal 36–37"))
# No article that was read says how, or by when, what an executed penalty took is given back: it is read from the duty
# to carry out what was decided (PP 24/2011 Ps 11(5), PP 79/2021 Ps 16(3)), of an objection from the decree on it.
_UNTOLD = "(kewajiban melaksanakan putusan; cara dan tenggang pemulihan tidak disebut)"
_RESTORE_APPEALED = _derived("Pasal 16 ayat (3)", "PP 24/2011", "Pasal 11 ayat (5)")
_RESTORE = _derived(
    "Pasal 6 ayat (2), Pasal 9 ayat (2), dan Pasal 16 ayat (3)", "PP 53/2010", "Pasal 37 ayat (3) dan Pasal 41 ayat (2)"
)
_CRIME = (
    Basis(Source("UU 7/2017", "Pasal 476", UNVERIFIED), date(2017, 8, 16), election_kind="GENERAL"),
    Basis(Source("UU 1/2015", "Pasal 135 ayat (2)", SEEN), date(2015, 2, 2), election_kind="REGIONAL"),
)


# No text that was read says how the file ends here once it was handed over; what it was handed over by is named.
_UNTIL_KNOWN = "(pasal tentang akhir berkas yang diserahkan tidak ditemukan)"
_CRIME_ENDED = tuple(
    replace(each, source=Source(each.source.instrument, f"{each.source.article} {_UNTIL_KNOWN}", verification))
    for each, verification in zip(_CRIME, (UNVERIFIED, DERIVED), strict=True)
)


def _alike(basis: tuple[Basis, ...]) -> tuple[Basis, ...]:
    """The same articles followed where they do not bind: no article says how membership in a party is proven."""
    return tuple(replace(each, source=each.source.followed(FOLLOWED)) for each in basis)


FOLLOWED = "diikuti; pasal tentang cara membuktikan keanggotaan partai tidak ditemukan"


def _examination(followed: Callable[[tuple[Basis, ...]], tuple[Basis, ...]]) -> tuple[Step, ...]:
    """Summons and examination are the same for discipline and for the end of status: nobody is judged unheard."""
    first, second, no_show, hearing = map(followed, (_FIRST, _SECOND, _NO_SHOW, _HEARING))
    # No article ends what was not proven; an examination is there to find out whether it is true at all.
    cleared = _discipline("Pasal 27 ayat (1) dan penjelasannya", "Pasal 24 ayat (1) dan penjelasannya", DERIVED)
    return (
        Step("sanctions.summons_issue", S.OPENED, S.SUMMONED_1, first),
        Step("sanctions.summons_miss", S.SUMMONED_1, S.MISSED_1, second),
        Step("sanctions.summons_issue", S.MISSED_1, S.SUMMONED_2, second),
        Step("sanctions.summons_miss", S.SUMMONED_2, S.MISSED_2, no_show),
        Step("sanctions.examination_record", S.SUMMONED_1, S.EXAMINED, hearing),
        Step("sanctions.examination_record", S.SUMMONED_2, S.EXAMINED, hearing),
        Step("sanctions.examination_report", S.EXAMINED, S.REPORTED, followed(_REPORT)),
        Step("sanctions.examination_report", S.MISSED_2, S.REPORTED, no_show),
        Step("sanctions.proceeding_stop", S.REPORTED, S.STOPPED, followed(cleared)),
    )


# What was filed in time may arrive by post after the decision was written down as in force or final, or carried out.
_NOTED = (S.IN_FORCE, S.FINAL, S.EXECUTED)
# Or after everything was done: the follow-up of a closed proceeding then goes on.
_LATER = (*_NOTED, S.CLOSED)


def _suit(filing: tuple[Basis, ...], ruling: tuple[Basis, ...]) -> tuple[Step, ...]:
    """What the answer to a remedy leaves may be brought before a court; a penalty it keeps and that was carried out
    stands where it stood.
    """
    return (
        *(Step("sanctions.suit_file", since, S.SUED, filing) for since in _LATER),
        *(
            Step("sanctions.suit_decide", S.SUED, then, ruling)
            for then in (S.IN_FORCE, S.EXECUTED, S.ANNULLED, S.RESTORING)
        ),
    )


def _force(
    delivery: tuple[Basis, ...],
    effect: tuple[Basis, ...],
    final: tuple[Basis, ...],
    execution: tuple[Basis, ...],
    restoration: tuple[Basis, ...],
) -> tuple[Step, ...]:
    """From the decision to its end: the same steps for discipline and for the end of status, each by its own law."""
    return (
        Step("sanctions.decision_deliver", S.DECIDED, S.DELIVERED, delivery),
        Step("sanctions.decision_enforce", S.DELIVERED, S.IN_FORCE, effect),
        Step("sanctions.appeal_file", S.DELIVERED, S.APPEALED, _APPEAL),
        Step("sanctions.remedy_reply", S.APPEALED, S.APPEALED, _APPEAL_REPLY),
        Step("sanctions.appeal_decide", S.APPEALED, S.IN_FORCE, _APPEAL_END),
        Step("sanctions.appeal_decide", S.APPEALED, S.ANNULLED, _APPEAL_END),
        # What was carried out before it was annulled is given back first; only then is nothing left of it.
        Step("sanctions.appeal_decide", S.APPEALED, S.RESTORING, _APPEAL_END),
        Step("sanctions.restoration_record", S.RESTORING, S.ANNULLED, restoration),
        Step("sanctions.decision_finalise", S.IN_FORCE, S.FINAL, final),
        Step("sanctions.decision_execute", S.FINAL, S.EXECUTED, execution),
        # Nothing that was read waits for a court.
        Step("sanctions.decision_execute", S.SUED, S.SUED, execution),
        *(Step("sanctions.proceeding_close", end, S.CLOSED, CLOSING) for end in (S.EXECUTED, S.STOPPED, S.ANNULLED)),
        *(Step("sanctions.appeal_file", noted, S.APPEALED, _APPEAL) for noted in _LATER),
    )


_DELIVERY = _discipline("Pasal 37 ayat (3)", "Pasal 31 ayat (3)")
# Of discipline alone: no article that was read says it of the end of a status or of a moral statement.
_ABSENT = _discipline("Pasal 37 ayat (4)", "Pasal 31 ayat (4)")
_WHEN_ABSENT = (Basis(Source("PP 53/2010", "Pasal 46", SEEN), PP_53),)
_DISCIPLINE_FORCE = (
    *_force(_DELIVERY, _EFFECT, _EFFECT, _EFFECT, _RESTORE),
    Step("sanctions.delivery_miss", S.DECIDED, S.DELIVERY_MISSED, _ABSENT),
    Step("sanctions.decision_send", S.DELIVERY_MISSED, S.DECISION_SENT, _ABSENT),
    # He may still come for it before, or after, it was sent.
    Step("sanctions.decision_deliver", S.DELIVERY_MISSED, S.DELIVERED, _DELIVERY),
    Step("sanctions.decision_deliver", S.DECISION_SENT, S.DELIVERED, _ABSENT),
    # Under PP 53/2010 it holds on the fifteenth day although it never arrived; it may still arrive afterwards.
    Step("sanctions.decision_enforce", S.DECISION_SENT, S.IN_FORCE, _WHEN_ABSENT),
    *(Step("sanctions.decision_deliver", noted, noted, _ABSENT) for noted in _LATER),
)
# What PP 17/2020 may have changed in PP 11/2017 was not read.
_STATUS_FORCE = _force(
    delivery=(
        Basis(_NO_DELIVERY, PP_49, employment="PPPK"),
        Basis(_NO_DELIVERY, PP_11, employment="CPNS"),
        # PP 37/2004 Ps 8 is about who resigned, not about who is dismissed for having stayed (Ps 9).
        Basis(_NO_DELIVERY, date(2014, 1, 15), PP_11),
        Basis(Source("PP 11/2017", "Pasal 275", SEEN), PP_11),
    ),
    effect=(
        Basis(Source("PP 49/2018", "Pasal 74 ayat (4)", SEEN), PP_49, employment="PPPK"),
        # PP 11/2017 Ps 255 names PNS; PP 37/2004 counts candidates among them (Ps 1 angka 1).
        Basis(Source("PP 37/2004", "Pasal 9 ayat (2)", SEEN), date(2014, 1, 15), employment="CPNS"),
        Basis(Source("PP 37/2004", "Pasal 9 ayat (2)", SEEN), date(2014, 1, 15), PP_11),
        Basis(Source("PP 11/2017", "Pasal 255", SEEN), PP_11),
    ),
    final=_remedies_used_up("Pasal 11 ayat (3) dan Pasal 16", "Pasal 7 ayat (3) dan Pasal 9"),
    execution=_STATUS,
    restoration=_RESTORE_APPEALED,
)

STEPS: dict[str, tuple[Step, ...]] = {
    Route.DISCIPLINE: (
        Step("sanctions.proceeding_open", None, S.OPENED, _discipline("Pasal 26 ayat (1)", "Pasal 24")),
        *_examination(tuple),
        Step("sanctions.decision_make", S.REPORTED, S.DECIDED, _discipline("Pasal 16–24 dan 35", "Pasal 15–22 dan 30")),
        *(Step("sanctions.examination_reopen", since, S.OPENED, BY_A_TEAM) for since in (S.EXAMINED, S.REPORTED)),
        *_DISCIPLINE_FORCE,
        *(Step("sanctions.objection_file", since, S.OBJECTED, _OBJECTION) for since in (S.DELIVERED, *_LATER)),
        *(Step("sanctions.objection_reject", late, late, _OBJECTION_LATE) for late in (S.DELIVERED, *_NOTED)),
        Step("sanctions.remedy_reply", S.OBJECTED, S.OBJECTED, _OBJECTION_REPLY),
        Step("sanctions.objection_decide", S.OBJECTED, S.IN_FORCE, _OBJECTION_END),
        Step("sanctions.objection_decide", S.OBJECTED, S.ANNULLED, _OBJECTION_END),
        Step("sanctions.objection_decide", S.OBJECTED, S.RESTORING, _OBJECTION_END),
        Step("sanctions.suit_file", S.OBJECTED, S.SUED, SUIT),
        *_suit(SUIT, RULING),
        *LEAVING_DISCIPLINE,
    ),
    Route.STATUS_TERMINATION: (
        Step("sanctions.proceeding_open", None, S.OPENED, _STATUS),
        *_examination(_alike),
        Step("sanctions.termination_decide", S.REPORTED, S.DECIDED, _STATUS),
        *_STATUS_FORCE,
        *_suit(SUIT_AFTER_APPEAL, RULING_AFTER_APPEAL),
        *LEAVING_STATUS,
    ),
    Route.ETHICS: (
        Step("sanctions.proceeding_open", None, S.OPENED, _ethics("Pasal 15 dan 17")),
        Step("sanctions.council_form", S.OPENED, S.COUNCIL_FORMED, _ethics("Pasal 17–18")),
        # Nobody is judged unheard: the council decides after the chance to defend oneself (Ps 19), which needs a call.
        Step("sanctions.council_summon", S.COUNCIL_FORMED, S.COUNCIL_SUMMONED, _ethics("Pasal 19 ayat (2)")),
        Step("sanctions.council_hear", S.COUNCIL_SUMMONED, S.HEARD, _ethics("Pasal 19")),
        Step("sanctions.council_decide", S.HEARD, S.COUNCIL_DECIDED, _ethics("Pasal 19–20")),
        Step("sanctions.council_decide", S.HEARD, S.STOPPED, _ethics("Pasal 19–20")),
        Step("sanctions.moral_impose", S.COUNCIL_DECIDED, S.DECIDED, _ethics("Pasal 15 ayat (1)–(5)")),
        # The council's decision is final (Ps 19): a moral statement takes effect when it is stated.
        Step("sanctions.decision_deliver", S.DECIDED, S.FINAL, _ethics("Pasal 15 ayat (2)–(3)")),
        Step("sanctions.decision_execute", S.FINAL, S.EXECUTED, _ethics("Pasal 15 ayat (2)–(3)")),
        *(Step("sanctions.proceeding_close", end, S.CLOSED, CLOSING) for end in (S.EXECUTED, S.STOPPED)),
        *LEAVING_ETHICS,
    ),
    Route.CRIME: (
        Step("sanctions.crime_refer", None, S.HANDED_OVER, _CRIME),
        Step("sanctions.proceeding_close", S.HANDED_OVER, S.CLOSED, _CRIME_ENDED),
        DEATH_TAKEN_BACK,
    ),
}


def state_choices() -> list[tuple[str, str]]:
    return list(STATE_LABELS.items())


def route_choices() -> list[tuple[str, str]]:
    return list(ROUTE_LABELS.items())
