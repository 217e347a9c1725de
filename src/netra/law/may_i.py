""" "Bolehkah saya?": what a civil servant asks before acting, answered by the law of the day of the act.

Never more certain than the law: a row in force that forbids is NOT_ALLOWED even where its level is not stated; no row
in force is ASK_FIRST, because an act is not lawful by that alone; ALLOWED needs an article that says so. Every answer
cites.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from netra.law import reasons
from netra.law.assess import Assessment, assess_case, surely_in_campaign
from netra.law.contract_staff import binding, of_others, own_rules
from netra.law.dated import NothingInForce, Source, Verification
from netra.law.elections import RegionalDetermination
from netra.law.intentions import INTENTIONS, PRINCIPLE, Circumstance, Intention, Ruling, Verdict
from netra.law.judging import (
    Row,
    floor_and_ceiling,
    is_outside_campaign,
    reaches,
)
from netra.law.record import Case
from netra.law.regime import Span
from netra.law.sanctions import Sanction
from netra.law.sentences import Sentence
from netra.law.violations import Reach
from netra.law.vocabulary import (
    CIVIL_SERVANTS,
    LABELS,
    REGIONAL_OFFICES,
    Category,
    ElectionKind,
    Employment,
    Level,
    Office,
    Phase,
    Position,
    Precision,
    levels_between,
)

FIRST_DAY, LAST_DAY = date(2014, 1, 15), date(2027, 12, 31)


class CannotAnswer(ValueError):
    """The question lies outside what this room knows; the message says what can be asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to do, in which election, on which day, and as what.

    `determined` is the determination of candidates in their region, where whoever asks for them knows it.
    """

    intention: str
    election_kind: ElectionKind
    on: date
    office: Office | None = None
    region: str | None = None
    election_date: date | None = None
    phase: Phase | None = None
    employment: Employment = Employment.PNS
    circumstances: frozenset[Circumstance] = frozenset()
    determined: RegionalDetermination | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Another circumstance, and the answer it would have."""

    condition: str
    verdict: Verdict
    levels: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Allowed, not allowed or ask first; with its articles, the range of sanctions and what would change it."""

    question: Question
    verdict: Verdict
    headline: str
    explanation: tuple[str, ...]
    sources: tuple[Source, ...]
    phase: Phase | None
    floor: Level | None
    ceiling: Level | None
    levels: str
    sanctions: tuple[Sanction, ...]
    crimes: tuple[str, ...]
    changes: tuple[Change, ...]
    oversight_body: str | None
    needs_review: bool


HEADLINES = {
    Verdict.ALLOWED: "Boleh",
    Verdict.NOT_ALLOWED: "Tidak boleh",
    Verdict.ASK_FIRST: "Tanyakan dahulu",
}
NO_SANCTION = "tidak ada sanksi yang disebut"
LETTER_NAMES_ANOTHER_CONTEST = "belum pasti: huruf yang dikutip tidak menyebut pemilihan ini"
LEVEL_NOT_STATED = "tingkat sanksinya tidak disebut atau belum terbaca"
STILL_A_CIVIL_SERVANT = "Sampai pemberhentian berlaku Anda tetap pegawai ASN; larangan ini tetap berlaku bagi Anda."
LEAVE_CHANGES_NOTHING = "Cuti di luar tanggungan negara tidak mengubah jawaban ini: Anda tetap pegawai ASN."
ONLY_THE_PRINCIPLE = (
    "Tidak ada aturan khusus yang terbaca untuk hari itu; yang berlaku asas netralitas. Mintalah jawaban tertulis."
)
FORM_BRINGS = "%(form)s: %(sanction)s."
CRIME_BRINGS = "%(form)s: %(sanction)s (%(sources)s)"
INSTEAD = "Bila yang Anda lakukan: «%(other)s»"
INTENTION_UNKNOWN = 'Niat "%(intention)s" tidak dikenal. Pilih dari daftar, atau "other".'
NOT_A_CIVIL_SERVANT = "Halaman ini menjawab PNS, CPNS, dan PPPK. Bagi yang lain berlaku hukum lain."
OFFICE_NOT_ELECTED_THERE = "Jabatan itu tidak dipilih dalam pemilihan yang Anda sebut. Periksa keduanya."
DAY_NOT_COVERED = "Hukum yang dimuat menjawab hari %(first)s sampai %(last)s; %(day)s di luarnya."
_STATUS_NOTES = {Circumstance.RESIGNED: STILL_A_CIVIL_SERVANT, Circumstance.ON_UNPAID_LEAVE: LEAVE_CHANGES_NOTHING}


def answer(question: Question) -> Answer:
    """The answer to a question; CannotAnswer outside the days and the people this room knows."""
    _refuse_what_is_not_known(question)
    found = _plain_answer(question)
    return replace(found, changes=tuple(_changes(found)))


def _refuse_what_is_not_known(question: Question) -> None:
    if question.intention not in INTENTIONS:
        raise CannotAnswer(Sentence(INTENTION_UNKNOWN, intention=question.intention[:60]))
    if question.employment not in CIVIL_SERVANTS:
        raise CannotAnswer(NOT_A_CIVIL_SERVANT)
    if question.office and (question.office in REGIONAL_OFFICES) != (question.election_kind is ElectionKind.REGIONAL):
        raise CannotAnswer(OFFICE_NOT_ELECTED_THERE)
    if not FIRST_DAY <= question.on <= LAST_DAY:
        raise CannotAnswer(Sentence(DAY_NOT_COVERED, first=FIRST_DAY, last=LAST_DAY, day=question.on))


def _plain_answer(question: Question) -> Answer:
    intention = INTENTIONS[question.intention]
    assessment = assess_case(_case(question, intention))
    ruling = _ruling(question, intention)
    if ruling is not None:
        return _by_ruling(question, ruling, assessment)
    if intention.conduct:
        return _by_conduct(question, assessment)
    return _by_principle(question, assessment)


def _ruling(question: Question, intention: Intention) -> Ruling | None:
    """The first ruling that holds; those for a circumstance stand before the general ones in the file."""
    return next(
        (
            ruling
            for ruling in intention.rulings
            if ruling.holds(question.on, question.election_kind, question.employment, question.circumstances)
        ),
        None,
    )


def _case(question: Question, intention: Intention) -> Case:
    return Case(
        id=question.intention,
        act_day=question.on,
        act_span=Span.of_day(question.on),
        precision=Precision.DAY,
        conducts=(intention.conduct or "other",),
        kind=question.election_kind,
        office=question.office,
        region=question.region,
        election_date=question.election_date,
        phase=question.phase,
        employment=question.employment,
        position=Position.UNKNOWN,
        repeat=False,
        examination=None,
        decision=None,
        imposed=None,
        determined=question.determined,
    )


def _by_ruling(question: Question, ruling: Ruling, assessment: Assessment) -> Answer:
    return _answer(question, assessment, ruling.verdict, (ruling.because,), ruling.sources)


def _by_principle(question: Question, assessment: Assessment) -> Answer:
    return _answer(question, assessment, Verdict.ASK_FIRST, (ONLY_THE_PRINCIPLE,), _principle_on(question.on))


def _by_conduct(question: Question, assessment: Assessment) -> Answer:
    spoken = tuple(_speaking(assessment, INTENTIONS[question.intention].forms))
    rows = tuple(row for row in spoken if _sources_for(question, row))
    forbidding = tuple(row for row in rows if row.basis.forbids)
    certain = tuple(row for row in forbidding if not _names_another_contest(row, question))
    verdict = _verdict(rows, certain)
    explanation = (*_explanation(question, verdict, assessment, rows), *_of_others(question, spoken))
    found = _answer(question, assessment, verdict, explanation, _cited(question, forbidding or rows))
    if not forbidding:
        return found
    floor, ceiling = floor_and_ceiling((row for row in certain if row.is_administrative), repeat=False)
    return replace(
        found,
        floor=floor,
        ceiling=ceiling,
        levels=_levels(floor, ceiling) if _is_punished(certain) else LETTER_NAMES_ANOTHER_CONTEST,
        sanctions=_sanctions_between(assessment.judgement.sanctions, floor, ceiling),
        crimes=tuple(_crimes(forbidding)),
        needs_review=assessment.needs_review or floor is None,
    )


def _speaking(assessment: Assessment, forms: frozenset[str]) -> Iterable[Row]:
    """The rows that speak of this act on this day and can reach whoever asks."""
    case = assessment.case
    in_campaign = surely_in_campaign(case)
    for row in assessment.judgement.rows:
        concerns = not forms or row.form.code in forms
        if concerns and reaches(row, case.employment) and not is_outside_campaign(row, in_campaign=in_campaign):
            yield row


def _names_another_contest(row: Row, question: Question) -> bool:
    """Whether the letter surely does not name the contest that was asked about: it may not decide alone."""
    return row.basis.reach(question.election_kind, question.office) is Reach.BEYOND


def _is_punished(certain: tuple[Row, ...]) -> bool:
    """Whether a sanction stands behind any of them; a ban without one says nothing of the letter that has it."""
    return any(row.basis.level is not Level.NONE for row in certain)


def _verdict(rows: tuple[Row, ...], certain: tuple[Row, ...]) -> Verdict:
    if any(row.form.code != "disc_other_form" for row in certain):
        return Verdict.NOT_ALLOWED
    if not rows or any(row.basis.forbids for row in rows):
        return Verdict.ASK_FIRST
    return Verdict.ALLOWED


def _explanation(question: Question, verdict: Verdict, assessment: Assessment, rows: tuple[Row, ...]) -> Iterable[str]:
    """Plain sentences without codes: which form it is, what that brings, and what is not certain."""
    yield from dict.fromkeys(Sentence(FORM_BRINGS, form=row.form.label, sanction=row.basis.sanction) for row in rows)
    if not rows:
        yield reasons.nothing_in_force(question.election_kind, assessment.regime.regime, question.employment)
    in_campaign = surely_in_campaign(assessment.case)
    outside = [row for row in assessment.judgement.rows if is_outside_campaign(row, in_campaign=in_campaign)]
    yield from (reasons.outside_campaign(row.form, row.basis) for row in outside if reaches(row, question.employment))
    yield from dict.fromkeys(_beyond_the_letter(question, rows))
    yield from dict.fromkeys(row.basis.conflict for row in rows if row.basis.conflict)
    yield from dict.fromkeys(row.basis.unread for row in rows if row.basis.unread)
    aside = [row.basis.contests_conflict for row in assessment.judgement.set_aside]
    yield from dict.fromkeys(conflict for conflict in aside if conflict)
    if assessment.phase is None:
        yield reasons.PHASE_UNKNOWN
    if question.phase is None:
        yield from assessment.determination
    if question.employment is Employment.PPPK:
        yield reasons.pppk_sanctions(question.on)
    if verdict is not Verdict.ALLOWED:
        yield from (_STATUS_NOTES[each] for each in Circumstance if each in question.circumstances)


def _beyond_the_letter(question: Question, rows: tuple[Row, ...]) -> Iterable[str]:
    """Which letters name other contests than this one, or may do so because no office was said."""
    kind, office = question.election_kind, question.office
    for row in rows:
        reach = row.basis.reach(kind, office)
        if reach is Reach.OPEN:
            yield reasons.office_may_be_beyond(row.form, row.basis, kind)
        elif reach is Reach.BEYOND:
            yield reasons.beyond_the_letter(row.form, row.basis, kind)


def _answer(
    question: Question,
    assessment: Assessment,
    verdict: Verdict,
    explanation: tuple[str, ...],
    sources: tuple[Source, ...],
) -> Answer:
    return Answer(
        question=question,
        verdict=verdict,
        headline=HEADLINES[verdict],
        explanation=(*explanation, *reasons.earlier_election_law(question.election_kind, question.on)),
        sources=sources,
        phase=assessment.phase,
        floor=None,
        ceiling=None,
        levels=NO_SANCTION,
        sanctions=(),
        crimes=(),
        changes=(),
        oversight_body=assessment.oversight_body,
        needs_review=any(source.verification is Verification.UNVERIFIED for source in sources),
    )


def _principle_on(day: date) -> tuple[Source, ...]:
    try:
        return PRINCIPLE.on(day).value
    except NothingInForce:
        return ()


def _sources_for(question: Question, row: Row) -> tuple[Source, ...]:
    """The articles of a row that bind whoever asks: a PPPK is bound by none that speak of permanent staff only."""
    contract = question.employment is Employment.PPPK
    return binding(row.basis.sources) if contract else tuple(row.basis.sources)


def _cited(question: Question, rows: Iterable[Row]) -> tuple[Source, ...]:
    """The articles of the rows, else the principle; for a PPPK, whose own rules are elsewhere, the way to them too."""
    found = dict.fromkeys(source for row in rows for source in _sources_for(question, row))
    own = [own_rules(question.on)] if question.employment is Employment.PPPK and not found else []
    return (*(found or _principle_on(question.on)), *own)


def _of_others(question: Question, rows: Iterable[Row]) -> Iterable[str]:
    if question.employment is Employment.PPPK:
        told = of_others(source for row in rows for source in row.basis.sources)
        yield from [told] if told else []


def _levels(floor: Level | None, ceiling: Level | None) -> str:
    if floor is None or ceiling is None:
        return LEVEL_NOT_STATED
    return LABELS[floor] if floor is ceiling else f"{LABELS[floor]} sampai {LABELS[ceiling]}"


def _sanctions_between(
    sanctions: tuple[Sanction, ...], floor: Level | None, ceiling: Level | None
) -> tuple[Sanction, ...]:
    if floor is None or ceiling is None:
        return ()
    return tuple(sanction for sanction in sanctions if sanction.level in levels_between(floor, ceiling))


def _crimes(rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        if row.form.category is Category.ELECTION_CRIME and row.basis.level is not Level.NONE:
            cited = "; ".join(str(source) for source in row.basis.sources)
            yield Sentence(CRIME_BRINGS, form=row.form.label, sanction=row.basis.sanction, sources=cited)


def _changes(found: Answer) -> Iterable[Change]:
    """Other circumstances whose answer differs, each asked as a question of its own."""
    question = found.question
    for condition, other in _other_questions(question, found.phase):
        changed = _plain_answer(other)
        if (changed.verdict, changed.levels) != (found.verdict, found.levels):
            yield Change(condition, changed.verdict, changed.levels)


def _other_questions(question: Question, phase: Phase | None) -> Iterable[tuple[str, Question]]:
    for other in Phase:
        if other is not phase:
            yield PHASE_CONDITIONS[other], replace(question, phase=other)
    for circumstance, condition in CIRCUMSTANCE_CONDITIONS.items():
        if circumstance not in question.circumstances:
            yield condition, replace(question, circumstances=question.circumstances | {circumstance})
    for code in INTENTIONS[question.intention].compare:
        yield Sentence(INSTEAD, other=INTENTIONS[code].label), replace(question, intention=code)


PHASE_CONDITIONS = {
    Phase.PROSPECTIVE: "Bila calon belum ditetapkan KPU (masih bakal calon)",
    Phase.CANDIDATE: "Bila calon sudah ditetapkan KPU",
}
CIRCUMSTANCE_CONDITIONS = {
    Circumstance.ON_UNPAID_LEAVE: "Bila Anda sedang cuti di luar tanggungan negara",
    Circumstance.RESIGNED: "Bila Anda sudah mengundurkan diri secara tertulis",
}
