"""One person on one route: opened, heard, decided, delivered, contested, carried out, closed."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from netra.cases import operations as cases
from netra.demo.cast import ANALYST, EXAMINER, HANDLERS
from netra.demo.files import page
from netra.demo.pace import WIB, after_working_days
from netra.demo.stage import Tale
from netra.demo.stories import Handling
from netra.demo.tales import follow_up
from netra.demo.tales.council import council_tale
from netra.demo.tales.effect import effect_tale
from netra.demo.tales.seats import seat_tale
from netra.demo.teams import team_of
from netra.demo.wording import ADMISSION, DENIAL, QUESTIONS
from netra.intake.uploads import NewFile
from netra.law.indonesian_dates import in_words
from netra.law.regime import Regime
from netra.law.vocabulary import Level
from netra.registry.queries import appointing_authority_of
from netra.sanctions import operations as sanctions
from netra.sanctions.models import Proceeding
from netra.sanctions.states import ProceedingState as S
from netra.sanctions.states import Route
from netra.trust.evidence import items_of
from netra.trust.models import User
from netra.trust.operations import examiner_assign

if TYPE_CHECKING:
    from netra.demo.tales.cases import CaseTale

# PP 53/2010 counted seven working days back from the examination; PP 94/2021 counts them from the letter.
MEETING_AFTER = {Regime.DISC_53: 9, Regime.DISC_94: 5}
PP_94 = date(2021, 8, 31)
PLACE = "Ruang pemeriksaan badan kepegawaian"


class ProceedingTale:
    """One handling of a story."""

    def __init__(self, case: CaseTale, handling: Handling) -> None:
        self.case = case
        self.world = case.world
        self.handling = handling
        self.person = case.people[handling.party - 1]
        self.party_ref = f"{case.ref}/T{handling.party}"
        name = f"{case.story.key}/{handling.party}/{handling.route}"
        self.pace = case.branch(name, handling)
        self.ref = ""

    @property
    def officer(self) -> User:
        return self.world.users[HANDLERS[self.person.agency].officer]

    @property
    def decider(self) -> User:
        return self.world.users[HANDLERS[self.person.agency].decider]

    def signer_title(self) -> str:
        head = appointing_authority_of(self.person.agency, self.pace.today)
        return head.office_title if head else "Pejabat Pembina Kepegawaian"

    def tell(self) -> Tale:
        """The whole way of one route."""
        if self.handling.route == Route.CRIME:
            yield from self._hand_over()
            return
        yield from self._open()
        if self.handling.dies:
            yield from self._end_by_death()
        elif self.handling.route == Route.ETHICS:
            yield from council_tale(self)
        else:
            yield from self._hear()
            yield from self._decide()
        if not self.handling.dies:
            yield from effect_tale(self)

    def _open(self) -> Tale:
        yield self.pace.next(S.OPENED, working=self.handling.wait)
        opened = sanctions.proceeding_open(
            case_ref=self.case.ref,
            party=self.handling.party,
            route=self.handling.route,
            by=self.officer,
            at=self.pace.now,
        )
        self.ref = opened.ref
        yield from follow_up.change_term(self)
        self.pace.reached(S.OPENED)

    def _end_by_death(self) -> Tale:
        yield self.pace.next(working=3)
        paper = f"Kutipan akta kematian nomor 1571-KM-{self.pace.today:%d%m%Y}-0001, {in_words(self.pace.today)}"
        gone = sanctions.Departure("DIED", self.pace.today - timedelta(days=1), paper)
        sanctions.servant_left(
            case_ref=self.case.ref, party=self.handling.party, departure=gone, by=self.officer, at=self.pace.now
        )

    def _hand_over(self) -> Tale:
        """The crime went to those who judge it with the decision of the plenary; what is left is to close it here."""
        self.ref = self.case.handed_over[self.handling.party]
        self.pace.reached(S.HANDED_OVER)
        yield self.pace.next(working=20)
        paper = f"Surat nomor B-{self.pace.today:%m%d}/{self.pace.today.year}, {in_words(self.pace.today)}"
        sanctions.proceeding_close(
            ref=self.ref, result="NOT_CONTINUED", document=paper, by=self.world.users[ANALYST], at=self.pace.now
        )

    # ------------------------------------------------------------ summons and examination

    def _hear(self) -> Tale:
        again = self.handling.again
        if not again:
            yield from self._form_team()
        yield from self._answer()
        # What is severe shows itself after the superior has examined alone, so he reports a lighter level.
        yield from self._examined(Level.MODERATE if again else self.handling.proposes)
        if again:
            yield self.pace.next(working=1)
            sanctions.examination_reopen(ref=self.ref, reason=again, by=self.officer, at=self.pace.now)
            yield from self._form_team()
            yield from self._examined(self.handling.proposes)

    def _examined(self, proposed: str) -> Tale:
        """Called, examined and reported on; without a level proposed it is the one that the law asks."""
        meeting = yield from self._summon(S.SUMMONED_1, 1, MEETING_AFTER[self._regime()])
        for state, again in ((S.MISSED_1, True), (S.MISSED_2, False))[: self.handling.missed]:
            yield self.pace.at(max(meeting + timedelta(hours=3), self.pace.now))
            sanctions.summons_miss(ref=self.ref, by=self.officer, at=self.pace.now)
            self.pace.reached(state)
            if again:
                meeting = yield from self._summon(S.SUMMONED_2, 1, 4)
        if self.handling.missed < 2:
            yield from self._examine(meeting)
        yield self.pace.next(S.REPORTED, working=2)
        level = proposed or self._level()
        sanctions.examination_report(
            ref=self.ref,
            findings=sanctions.Findings(
                proven=self.handling.proven,
                proposed_level=level if self.handling.proven else "",
                analysis="Bukti dan keterangan saksi bersesuaian."
                if self.handling.proven
                else "Bukti tidak menguatkan dugaan.",
                aggravating="Perbuatan dilakukan di hadapan pegawai lain." if self._seen_by_others() else "",
                mitigating="Belum pernah dijatuhi hukuman disiplin." if self.handling.proven else "",
            ),
            by=self.officer,
            at=self.pace.now,
        )
        self.pace.reached(S.REPORTED)

    def _seen_by_others(self) -> bool:
        """Whether what was proven was done where others of the office stood by, as a party's list is not."""
        return self.handling.proven and any(deed.channel in {"MEETING", "OFFICE"} for deed in self.case.story.deeds)

    def _regime(self) -> Regime:
        return Regime.DISC_53 if self.pace.today < PP_94 else Regime.DISC_94

    def _level(self) -> str:
        return Proceeding.objects.get(ref=self.ref).level_floor or "MODERATE"

    def _form_team(self) -> Tale:
        if not self.handling.team:
            return
        yield self.pace.next(working=1)
        user = self.world.users[EXAMINER.username] if self.handling.examiner else None
        members = team_of(self.world, self.person, user)
        sanctions.team_form(ref=self.ref, members=members, by=self.decider, at=self.pace.now)
        if user:
            yield self.pace.next()
            examiner_assign(
                username=user.username,
                subject_ref=self.ref,
                by=self.officer,
                at=self.pace.now,
                chain=f"case:{self.case.ref}",
            )
        yield from seat_tale(self)

    def _answer(self) -> Tale:
        """The accused answers before anything is decided: by a personal link, or by letter to the officer."""
        text, ref, party = self.case.story.answer, self.case.ref, self.handling.party
        if not text:
            return
        yield self.pace.next()
        if not self.handling.link:
            cases.answer_record(case_ref=ref, party=party, text=text, by=self.officer, at=self.pace.now)
            return
        secret = cases.answer_link_issue(
            case_ref=ref,
            party=party,
            until=self.pace.now + timedelta(days=30),
            shown=tuple(item.ref for item in items_of(f"case:{ref}")[:1]),
            by=self.officer,
            at=self.pace.now,
        )
        yield self.pace.next()
        proof = NewFile(name="surat-keterangan.pdf", content=page(("Surat keterangan (contoh)",)))
        cases.answer_give(secret=secret, text=text, files=(proof,), at=self.pace.now)

    def _summon(self, state: S, wait: int, ahead: int) -> Generator[datetime, None, datetime]:
        yield self.pace.next(state, working=wait)
        meeting = datetime.combine(after_working_days(self.pace.today, ahead), time(9), WIB)
        sanctions.summons_issue(ref=self.ref, meeting_at=meeting, place=PLACE, by=self.officer, at=self.pace.now)
        self.pace.reached(state)
        return meeting

    def _examine(self, meeting: datetime) -> Tale:
        yield self.pace.at(meeting + timedelta(hours=2))
        said = self.case.story.answer or (ADMISSION if self.handling.proven else DENIAL)
        hearing = sanctions.Hearing(
            held_date=meeting.date(),
            place=PLACE,
            dialogue=(*QUESTIONS, ("Bagaimana penjelasan Saudara?", said)),
            signed_by_examinee=self.handling.proven,
        )
        sanctions.examination_record(ref=self.ref, hearing=hearing, by=self.officer, at=self.pace.now)
        if self.handling.released:
            yield self.pace.next()
            reason = "pemeriksaan memerlukan yang bersangkutan tidak memegang tugas jabatannya"
            sanctions.duty_release(ref=self.ref, reason=reason, by=self.decider, at=self.pace.now)
        self.pace.reached(S.EXAMINED)

    # ------------------------------------------------------------ decision

    def _decide(self) -> Tale:
        if not self.handling.proven:
            yield self.pace.next(S.STOPPED, working=2)
            sanctions.proceeding_stop(
                ref=self.ref,
                reason="Hasil pemeriksaan menyatakan dugaan tidak terbukti; nama baik yang bersangkutan dipulihkan.",
                signing=sanctions.Signing(self.signer_title()),
                by=self.decider,
                at=self.pace.now,
            )
            self.pace.reached(S.STOPPED)
            return
        yield self.pace.next(S.DECIDED, working=3)
        make = (
            sanctions.termination_decide if self.handling.route == Route.STATUS_TERMINATION else sanctions.decision_make
        )
        make(
            ref=self.ref,
            ruling=sanctions.Ruling(
                sanction_code=self.handling.sanction,
                considerations="perbuatan terbukti menurut laporan hasil pemeriksaan",
                decided_date=self.pace.today,
                imposed_by="OFFICIAL" if self.handling.official else "APPOINTING_AUTHORITY",
                signer_title=self.handling.official or self.signer_title(),
                deviation_reason=self.handling.deviation,
                contract="Nomor 45/PK/2022 tanggal 1 April 2022 (contoh)",
            ),
            by=self.decider,
            at=self.pace.now,
        )
        yield from follow_up.unblock(self)
        self.pace.reached(S.DECIDED)


def proceeding_tale(case: CaseTale, handling: Handling) -> Tale:
    return ProceedingTale(case, handling).tell()
