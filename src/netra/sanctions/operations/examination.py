"""Tim pemeriksa, pembebasan sementara, berita acara, laporan hasil pemeriksaan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.letters import LEVEL_WORDS, clock
from netra.cases.operations import ActRefused, WrongState, stop_clock
from netra.law.local_time import day_at
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.bounds import bounds_for, severe_is_likely
from netra.sanctions.models import Examination, ExaminationReport, Proceeding, Summons
from netra.sanctions.offers import RELEASE, TEAM, article
from netra.sanctions.operations.claim import (
    advance,
    claim,
    demand,
    keep,
    refuse_before,
    refuse_future,
    refuse_not_held,
    step_for,
)
from netra.sanctions.operations.impartiality import refuse_forming_own
from netra.sanctions.operations.members import NewMember, breaches_of, check_composition, store_team
from netra.sanctions.operations.service_end import start_service_end
from netra.sanctions.signers import signed_by_superior
from netra.sanctions.signing import BY_REGISTER, Signing, signed_by_head
from netra.sanctions.states import BEFORE_EXAMINATION, ProceedingState, Route, levels_of
from netra.sanctions.teams import (
    binds_to_a_team,
    examined_without_team,
    may_be_released,
    team_formed_on,
    way_to_a_team,
)
from netra.sanctions.weighed import weighed_by
from netra.trust.language import long_date
from netra.trust.models import User


def team_form(
    *, ref: str, members: Sequence[NewMember], signing: Signing = BY_REGISTER, by: User, at: datetime
) -> Proceeding:
    """Form the examination team: superior, supervision and personnel elements, none lower than the examinee.

    Optional where the threat is moderate, required where it is severe (PP 94/2021 Ps 29). That binds PNS only: of a
    PPPK, whose agency writes its own rules, what is missing is noted, not refused.
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.team_form", at=at)
        if proceeding.route == Route.ETHICS or proceeding.state not in BEFORE_EXAMINATION:
            why = _(
                "Tim pemeriksa dibentuk sebelum pemeriksaan, pada jalur disiplin atau pemberhentian status: tim yang "
                "dibentuk sesudahnya tidak memeriksa siapa pun."
            )
            raise WrongState(f"{why} {way_to_a_team(proceeding)}".strip())
        if proceeding.team.exists():
            raise ActRefused(_("Tim pemeriksa untuk penanganan ini sudah dibentuk."))
        check_composition(proceeding, breaches_of(proceeding, members))
        signed = signed_by_head(proceeding, signing, on=localdate(at), at=at)
        store_team(proceeding, "EXAMINATION", members, at=at)
        refuse_forming_own(proceeding, signed.person, at=at)
        letter = letter_issue(
            kind="TEAM_DECREE",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.team_decree(proceeding, signed, localdate(at)),
            by=by,
            at=at,
        )
        rule = str(article(TEAM, proceeding, on=localdate(at)))
        count, paper = len(members), signed.basis
        keep(proceeding, TEAM, by=by, at=at, citation=rule, members=count, letter=letter.ref, document=paper)
    return proceeding


def duty_release(*, ref: str, reason: str, signing: Signing = BY_REGISTER, by: User, at: datetime) -> Proceeding:
    """Release from duty, once the person was examined, when a severe penalty is likely; rights are kept.

    It holds until the decision (PP 94/2021 Ps 31(1)-(2), PP 53/2010 Ps 27(1)-(2)).
    """
    demand(reason, _("Pembebasan sementara memerlukan alasan tertulis."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.duty_release", at=at)
        _refuse_never_examined(proceeding)
        if not may_be_released(proceeding) or proceeding.duty_released_date:
            raise WrongState(
                _(
                    "Pembebasan sementara hanya satu kali, sejak yang bersangkutan diperiksa sampai keputusan "
                    "ditetapkan (PP 94/2021 Pasal 31 ayat (1)–(2); PP 53/2010 Pasal 27 ayat (1)–(2)). "
                    "Catat dahulu pemeriksaannya."
                )
            )
        if not severe_is_likely(proceeding):
            raise ActRefused(
                _(
                    "Pembebasan sementara hanya bila pelanggaran kemungkinan dijatuhi hukuman berat (PP 94/2021 "
                    "Pasal 31 ayat (1)); menurut penilaian dan rekomendasi, penanganan ini tidak sampai berat."
                )
            )
        signed = signed_by_superior(proceeding, signing, on=localdate(at), at=at)
        proceeding.duty_released_date = localdate(at)
        proceeding.save(update_fields=["duty_released_date"])
        letter_issue(
            kind="DUTY_RELEASE",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.duty_release(proceeding, reason.strip(), signed, localdate(at)),
            by=by,
            at=at,
        )
        rule = str(article(RELEASE, proceeding, on=localdate(at)))
        keep(proceeding, RELEASE, by=by, at=at, citation=rule, document=signed.basis)
    return proceeding


def _refuse_never_examined(proceeding: Proceeding) -> None:
    """After two missed calls nobody was examined, and no examination is left whose course a release would ease."""
    if proceeding.state == ProceedingState.REPORTED and not may_be_released(proceeding):
        raise ActRefused(
            _(
                "Yang bersangkutan tidak hadir pada dua panggilan dan belum pernah diperiksa, sedangkan pembebasan "
                "sementara dimulai sejak ia diperiksa, untuk kelancaran pemeriksaan (PP 94/2021 Pasal 31 ayat (1); PP "
                "53/2010 Pasal 27 ayat (1)). Putuskan menurut bukti yang ada (PP 94/2021 Pasal 26 ayat (4); PP 53/2010 "
                "Pasal 23 ayat (4))."
            )
        )


@dataclass(frozen=True, slots=True)
class Hearing:
    """What happened at the examination: questions and answers, and whether the examinee signed."""

    held_date: date
    place: str
    dialogue: Sequence[tuple[str, str]] = field(default=())
    virtual: bool = False
    signed_by_examinee: bool = True
    obstructed: bool = False


def examination_record(*, ref: str, hearing: Hearing, by: User, at: datetime) -> Examination:
    """The record of examination (BAP). Unsigned it stands too, and says so (PP 94/2021 Ps 32–33)."""
    if not hearing.dialogue or any(not (question.strip() and answer.strip()) for question, answer in hearing.dialogue):
        raise ActRefused(_("Berita acara memuat tanya jawab: isi sekurangnya satu pertanyaan dengan jawabannya."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.examination_record", at=at)
        held_in = proceeding.region_code
        refuse_future(hearing.held_date, at, what=_("Tanggal pemeriksaan"), region_code=held_in)
        step_for(proceeding, "sanctions.examination_record", on=localdate(at))
        _keep_bounds(proceeding, hearing.held_date)
        refuse_missing_team(proceeding)
        _refuse_before_team(proceeding, hearing.held_date)
        refuse_not_held(proceeding, hearing.held_date)
        summons = proceeding.calls[-1]
        refuse_before(hearing.held_date, summons.letter_date, what=_("Tanggal pemeriksaan"), than=_("surat panggilan"))
        _refuse_hour_to_come(summons, hearing.held_date, at)
        letter = letter_issue(
            kind="EXAMINATION_RECORD",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.examination_record(proceeding, hearing),
            by=by,
            at=at,
        )
        examination = Examination.objects.create(
            proceeding=proceeding,
            round=proceeding.round,
            letter_ref=letter.ref,
            held_date=hearing.held_date,
            virtual=hearing.virtual,
            dialogue=[list(pair) for pair in hearing.dialogue],
            signed_by_examinee=hearing.signed_by_examinee,
            obstructed=hearing.obstructed,
        )
        summons.attended = True
        summons.save(update_fields=["attended"])
        proceeding.examination_date = hearing.held_date
        if summons.ordinal == 1:
            held = {"met": hearing.held_date, "recorded": localdate(at)}
            stop_clock(proceeding.case, "summons_1", **held, subject_ref=proceeding.ref)
        advance(proceeding, "sanctions.examination_record", by=by, at=at, dated=hearing.held_date, letter=letter.ref)
    return examination


def _refuse_hour_to_come(summons: Summons, held: date, at: datetime) -> None:
    """On the day he was called for, the examination has not been held before its hour."""
    if summons.meeting_at > at and held == day_at(summons.proceeding.region_code, summons.meeting_at):
        raise ActRefused(
            _(
                "Pemeriksaan ini dipanggil untuk hari ini pukul %(hour)s, yang belum tiba. Catat berita acaranya "
                "sesudah pemeriksaan."
            )
            % {"hour": clock(summons.meeting_at, summons.proceeding.region_code)}
        )


def _refuse_before_team(proceeding: Proceeding, held: date) -> None:
    """The record names the team as examiners, so it was there before anybody was examined."""
    formed = team_formed_on(proceeding)
    if formed is not None and held < formed:
        raise ActRefused(
            _(
                "Tim pemeriksa baru dibentuk pada %(formed)s, jadi pemeriksaan pada %(held)s bukan pemeriksaan oleh "
                "tim itu. Periksa yang bersangkutan oleh tim, lalu catat berita acara pemeriksaan itu."
            )
            % {"formed": long_date(formed), "held": long_date(held)}
        )


def refuse_missing_team(proceeding: Proceeding, *, level: str = "") -> None:
    """PP 94/2021 Ps 29(2): what may end in a severe penalty is examined by a team; `level` is what is proposed."""
    if not binds_to_a_team(proceeding) or proceeding.team.exists():
        return
    if severe_is_likely(proceeding, proposed=level):
        raise ActRefused(
            _(
                "Ancaman hukumannya berat, jadi pemeriksaan dilakukan oleh tim pemeriksa (PP 94/2021 Pasal 29 ayat "
                "(2)). Bentuk tim pemeriksa dahulu."
            )
        )


def refuse_unexamined_by_team(proceeding: Proceeding, level: str) -> None:
    """What was examined without a team ends in no severe penalty (PP 94/2021 Ps 29(2))."""
    if not examined_without_team(proceeding, level):
        return
    why = _(
        "Hukuman berat memerlukan pemeriksaan oleh tim pemeriksa (PP 94/2021 Pasal 29 ayat (2)), dan pemeriksaan ini "
        "dilakukan tanpa tim. Yang dapat diusulkan dan diputuskan paling berat hukuman sedang."
    )
    raise ActRefused(f"{why} {way_to_a_team(proceeding)}".strip())


@dataclass(frozen=True, slots=True)
class Findings:
    """What the examiners report: proven or not, and the level they propose."""

    proven: bool
    analysis: str
    proposed_level: str = ""
    aggravating: str = ""
    mitigating: str = ""


def examination_report(*, ref: str, findings: Findings, by: User, at: datetime) -> ExaminationReport:
    """The report of examination (LHP). After two missed summonses it rests on the evidence alone."""
    demand(findings.analysis, _("Laporan hasil pemeriksaan memerlukan analisis."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.examination_report", at=at)
        step_for(proceeding, "sanctions.examination_report", on=localdate(at))
        _refuse_level(proceeding, findings)
        _keep_bounds(proceeding, localdate(at))
        _refuse_report_without_team(proceeding, findings.proposed_level if findings.proven else "")
        letter = letter_issue(
            kind="EXAMINATION_REPORT",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.examination_report(proceeding, findings, localdate(at)),
            by=by,
            at=at,
        )
        report = ExaminationReport.objects.create(
            proceeding=proceeding,
            round=proceeding.round,
            letter_ref=letter.ref,
            reported_date=localdate(at),
            proven=findings.proven,
            proposed_level=findings.proposed_level if findings.proven else "",
            aggravating=findings.aggravating,
            mitigating=findings.mitigating,
            analysis=findings.analysis.strip(),
        )
        start_service_end(proceeding, report)
        advance(proceeding, "sanctions.examination_report", by=by, at=at, letter=letter.ref)
    return report


def _refuse_report_without_team(proceeding: Proceeding, level: str) -> None:
    """Where somebody was examined, the examination is what a team was needed for; else the report itself is."""
    if proceeding.examination is not None:
        refuse_unexamined_by_team(proceeding, level)
    else:
        refuse_missing_team(proceeding, level=level)


def _refuse_level(proceeding: Proceeding, findings: Findings) -> None:
    """A proven breach is reported with a level of its own route."""
    known = levels_of(proceeding.route)
    if findings.proven and findings.proposed_level not in known:
        words = "; ".join(_(LEVEL_WORDS[level]) for level in known)
        raise ActRefused(_("Bila terbukti, usulkan tingkat sanksi jalur ini: %(known)s.") % {"known": words})


def _keep_bounds(proceeding: Proceeding, today: date) -> None:
    """Read the law again with the real day of examination, which may have changed the regime."""
    examined = proceeding.examination_date or today
    weighed = weighed_by(proceeding)
    limits = bounds_for(proceeding.party, proceeding.route, weighed, examined=examined, decided=None)
    proceeding.level_floor, proceeding.level_ceiling = limits.floor, limits.ceiling
    proceeding.regime = limits.regime
