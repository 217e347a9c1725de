"""A case from its report or finding to the recommendation, and the ends that lie before it."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime, time, timedelta

from netra.cases import operations as cases
from netra.cases.models import Allegation, Case
from netra.cases.papers import reading_agencies
from netra.cases.states import CaseState
from netra.demo.cast import ANALYST, Desk, supervisor_of
from netra.demo.files import page
from netra.demo.pace import WIB, Pace, Told, moment
from netra.demo.people import Servant
from netra.demo.stage import Tale, in_turn
from netra.demo.stories import Deed, Handling, Reporting, Story
from netra.demo.tales import endings, follow_up
from netra.demo.tales.crimes import crimes_tale
from netra.demo.tales.proceedings import proceeding_tale
from netra.demo.tales.reports import ask_identity, converse, hand_in, reporter_of
from netra.demo.wording import CAUSE_EVIDENCE, CLARIFIED, DENIAL, advice_reason, analysis_of, basis_of, study_facts
from netra.demo.world import World
from netra.intake import operations as intake
from netra.intake.models import ReportEvidence
from netra.intake.states import Kind, Precision
from netra.intake.submission import Submission
from netra.law.vocabulary import CATEGORY_OF, LEVELS_OF, Category, Level
from netra.registry.queries import agency, appointing_authority_of, election_for, parents_on

FOLLOW_UP_DAYS, FOLLOW_UP_UNIT = 14, "WORKING_DAY"
NOT_PROVEN = "Unsur perbuatan tidak terpenuhi: saksi tidak menguatkan dan bukti tidak memperlihatkan terlapor."


class CaseTale:
    """One story, told by its acts."""

    def __init__(self, world: World, story: Story) -> None:
        self.world = world
        self.story = story
        self.desk: Desk = supervisor_of(story.region)
        self.officer = world.users[self.desk.officer]
        self.people: tuple[Servant, ...] = tuple(world.servants[key] for key in story.people)
        self.pace = Pace(moment(story.day), name=story.key, today=world.today, until=story.until, last=story.last)
        self.ref = ""
        # The proceedings by which crimes were handed over, by the number of the accused.
        self.handed_over: dict[int, str] = {}
        self._branches: list[Pace] = []

    def branch(self, name: str, handling: Handling) -> Pace:
        """The pace of one proceeding, which begins where the common road ends."""
        pace = Pace(self.pace.now, name=name, today=self.world.today, until=handling.until, last=handling.last)
        self._branches.append(pace)
        return pace

    def tell(self) -> Tale:
        """Everything, in the order of time."""
        yield from self._begin()
        yield from self._study()
        yield from self._decide()
        yield from self._recommend()
        handlings = [proceeding_tale(self, handling) for handling in self.story.handlings]
        yield from in_turn(handlings)
        yield from self._code_causes()

    # ------------------------------------------------------------ from the report to the register

    def _begin(self) -> Tale:
        report_ref = ""
        yield self.pace.next(days=1)
        received = self.pace.today
        if self.story.report:
            report_ref = yield from self._report(self.story.report)
            yield self.pace.next("REGISTERED", days=1)
        seen = self.world.sightings.get(self.story.key, "")
        found = self.story.day if seen else self.pace.today
        case = cases.case_register(
            opening=self._opening(received if self.story.report else found),
            report_ref=report_ref,
            observation_ref=seen,
            by=self.officer,
            at=self.pace.now,
        )
        self.ref = case.ref
        self.pace.reached(CaseState.REGISTERED)

    def _report(self, reporting: Reporting) -> Generator[datetime, None, str]:
        story, pace = self.story, self.pace
        receipt = yield from hand_in(self.world, story.key, reporting, self._submission(reporting), pace)
        yield from converse(receipt, reporting.messages, self.officer, pace)
        yield pace.next()
        intake.report_check(report_ref=receipt.report_ref, missing=(), by=self.officer, at=pace.now)
        yield pace.next()
        head = appointing_authority_of(self.desk.office_code, pace.today)
        signer = {"name": head.holder_name, "position": head.office_title} if head else {"position": "Petugas"}
        intake.receipt_issue(report_ref=receipt.report_ref, signer=signer, by=self.officer, at=pace.now)
        yield from ask_identity(self.world, receipt, reporting.identity, pace)
        return receipt.report_ref

    def _submission(self, reporting: Reporting) -> Submission:
        story, deed = self.story, self.story.deeds[-1]
        return Submission(
            what=deed.narrative,
            region_code=story.region,
            kind=Kind.SUPERIOR_PRESSURE if story.bypass else Kind.VIOLATION,
            conduct=deed.conduct,
            persons=tuple(
                each.as_reported(self.world.agencies[each.agency], is_superior=bool(story.bypass))
                for each in self.people
            ),
            place=deed.place,
            act_date=deed.day,
            act_precision=Precision.DAY,
            known_date=deed.day,
            election_kind=story.election,
            how_known="Saya melihatnya sendiri.",
            reporter=reporter_of(story.key, reporting),
        )

    def _opening(self, received: date) -> cases.CaseOpening:
        story = self.story
        election = election_for(story.election, story.region, story.day)
        agencies = {each.agency for each in self.people}
        return cases.CaseOpening(
            title=story.title,
            election_kind=story.election,
            region_code=story.region,
            handling_agency_code=self.desk.office_code,
            received_date=received,
            election_code=election.code if election else "",
            office=story.office,
            agency_code=agencies.pop() if len(agencies) == 1 else "",
            bypass_agency_code=story.bypass,
            parties=tuple(each.as_party(unit_name=self.world.unit_of(each)) for each in self.people),
            acts=tuple(_new_act(deed) for deed in story.deeds),
        )

    # ------------------------------------------------------------ the study

    def _study(self) -> Tale:
        pace, ref, officer = self.pace, self.ref, self.officer
        yield pace.next("PRELIMINARY_STUDY")
        cases.case_start_preliminary(case_ref=ref, by=officer, at=pace.now)
        pace.reached(CaseState.PRELIMINARY_STUDY)
        yield pace.next("STUDY", days=1)
        cases.case_start_study(case_ref=ref, by=officer, at=pace.now)
        yield from self._evidence()
        yield from endings.during_study(self)
        yield from self._assess()
        yield from self._cite()
        yield from self._clarify()
        pace.reached(CaseState.STUDY)
        yield pace.next("PLENARY", days=1)
        cases.case_finish_study(
            case_ref=ref,
            proposal=analysis_of(self.story).proposal,
            facts=study_facts(self.story),
            analysis=analysis_of(self.story).analysis,
            by=officer,
            at=pace.now,
        )
        pace.reached(CaseState.PLENARY)

    def _evidence(self) -> Tale:
        """A finding brings the officer's own notes."""
        if self.story.report:
            return
        yield self.pace.next()
        content = page(("Formulir pengawasan (contoh)", f"Temuan {self.story.day.isoformat()}", self.story.title))
        cases.evidence_add(
            case_ref=self.ref,
            content=content,
            name="formulir-pengawasan.pdf",
            note="Hasil pengawasan langsung",
            by=self.officer,
            at=self.pace.now,
        )

    def _assess(self) -> Tale:
        """Who it is, with a second attribute; then each person's each act by the law, and an officer's word on it."""
        pace, ref, officer = self.pace, self.ref, self.officer
        for party, person in enumerate(self.people, start=1):
            if person.nip:
                yield pace.next()
                cases.party_identify(
                    case_ref=ref, ordinal=party, nip=person.nip, attribute="UNIT", by=officer, at=pace.now
                )
            for act in range(1, len(self.story.deeds) + 1):
                yield pace.next()
                found = cases.allegation_assess(case_ref=ref, party=party, act=act, by=officer, at=pace.now)
                if self.story.until == CaseState.STUDY and not self.story.ending:
                    continue
                yield pace.next()
                self._judge(found, party, act)

    def _judge(self, found: Allegation, party: int, act: int) -> None:
        own = self.story.reading
        if own is None:
            read = "; tanda tinjau sudah dibaca" if found.needs_review else ""
            reason = f"Bentuk dan tahapnya sesuai dengan fakta{read}."
            cases.allegation_confirm(
                case_ref=self.ref, party=party, act=act, reason=reason, by=self.officer, at=self.pace.now
            )
            return
        reading = cases.Reading(own.category, own.floor, own.ceiling) if own.category else None
        cases.allegation_change(
            case_ref=self.ref,
            party=party,
            act=act,
            reading=reading,
            reason=own.reason,
            by=self.officer,
            at=self.pace.now,
        )

    def _cite(self) -> Tale:
        """What the desk had answered to just this, before it was done."""
        if self.story.cited:
            yield self.pace.next()
            number, note = self.world.answers[self.story.cited.question], self.story.cited.note
            cases.advice_cite(case_ref=self.ref, party=1, number=number, note=note, by=self.officer, at=self.pace.now)

    def _clarify(self) -> Tale:
        """Each is invited, and comes or does not; `ABSENT` after the role says so."""
        pace = self.pace
        for number, wanted in enumerate(self.story.clarify, start=1):
            invitee, _, absent = wanted.partition(" ")
            yield pace.next()
            meeting = datetime.combine(pace.today + timedelta(days=1), time(10), WIB)
            cases.clarification_invite(
                case_ref=self.ref,
                invitation=cases.Invitation(
                    invitee=invitee,
                    meeting_at=meeting,
                    place="Ruang klarifikasi kantor Bawaslu",
                    party=1 if invitee == "ACCUSED" else None,
                    name="Saksi di tempat kejadian (contoh)" if invitee == "WITNESS" else "",
                ),
                by=self.officer,
                at=pace.now,
            )
            yield pace.at(meeting + timedelta(hours=2))
            said = CLARIFIED.get(invitee) or self.story.answer or DENIAL
            cases.clarification_record(
                case_ref=self.ref,
                ordinal=number,
                attended=not absent,
                statement="" if absent else said,
                by=self.officer,
                at=pace.now,
            )

    # ------------------------------------------------------------ plenary, referral, recommendation

    def _is_proven(self) -> bool:
        return not (self.story.ending and self.story.ending.how == "NOT_PROVEN")

    def _decide(self) -> Tale:
        pace, story = self.pace, self.story
        target = CaseState.TO_REFER if self._is_proven() else CaseState.NOT_PROVEN
        yield pace.next(target, days=1)
        cases.plenary_decide(
            case_ref=self.ref,
            outcome=target,
            held_date=pace.today,
            members=3,
            reason="Unsur perbuatan terpenuhi menurut kajian." if self._is_proven() else NOT_PROVEN,
            by=self.world.users[self.desk.decider],
            at=pace.now,
        )
        if target is CaseState.NOT_PROVEN:
            yield from endings.erasure(self)
            raise Told
        pace.reached(CaseState.TO_REFER)
        yield from crimes_tale(self)
        if story.advice == "CRIME":
            return
        yield pace.next("REFERRED", days=2)
        cases.case_refer(case_ref=self.ref, by=self.officer, at=pace.now)
        self._release_evidence()
        yield from endings.after_referral(self)
        pace.reached(CaseState.REFERRED)

    def _release_evidence(self) -> None:
        """What came with the report goes to the agency; what the reporter sent by the code stays."""
        case = Case.objects.get(ref=self.ref)
        sent = ReportEvidence.objects.filter(report__ref=case.report_ref, message=None).order_by("pk")
        refs, agencies = list(sent.values_list("evidence_ref", flat=True)), reading_agencies(case)
        if refs and agencies:
            cases.evidence_release(case_ref=self.ref, refs=refs, agencies=agencies, by=self.officer, at=self.pace.now)

    def _recommend(self) -> Tale:
        """One recommendation for each person, then the reminders that followed."""
        pace, story = self.pace, self.story
        if not story.advised or story.advice == "CRIME":
            return
        analyst = self.world.users[ANALYST]
        yield pace.next("RECOMMENDED", working=9)
        for party, person in enumerate(self.people, start=1):
            allegation = Allegation.objects.filter(party__case__ref=self.ref, party__ordinal=party).order_by("id")[0]
            level = story.advice or _level_of(allegation)
            cases.case_recommend(
                case_ref=self.ref,
                advice=cases.Advice(
                    party=party,
                    category=CATEGORY_OF[Level(level)],
                    level=level,
                    basis=basis_of(allegation, CATEGORY_OF[Level(level)]),
                    reason=advice_reason(level),
                    follow_up_days=FOLLOW_UP_DAYS,
                    follow_up_unit=FOLLOW_UP_UNIT,
                    agency_code=self._recipient(person.agency),
                ),
                by=analyst,
                at=pace.now,
            )
            yield pace.next()
        yield from follow_up.reminders(self)
        pace.reached(CaseState.RECOMMENDED)

    def _recipient(self, agency_code: str) -> str:
        """The accused's agency; past a superior's own agency the one above it."""
        above = parents_on([agency(agency_code)], self.pace.today).get(agency_code)
        return above.code if above and agency_code == self.story.bypass else agency_code

    # ------------------------------------------------------------ why it happened

    def _code_causes(self) -> Tale:
        """Each coder alone, in the order of the story."""
        pace = max((self.pace, *self._branches), key=lambda each: each.now)
        for coder, codes in self.story.causes.items():
            yield pace.next(working=1)
            cases.cause_code(
                case_ref=self.ref,
                causes={code: CAUSE_EVIDENCE[code] for code in codes},
                by=self.world.users[coder],
                at=pace.now,
            )


def _new_act(deed: Deed) -> cases.NewAct:
    return cases.NewAct(
        conduct=deed.conduct,
        act_date=deed.day,
        narrative=deed.narrative,
        other_conducts=deed.others,
        phase=deed.phase,
        place=deed.place,
        channel=deed.channel,
    )


def _level_of(allegation: Allegation) -> str:
    """The level to recommend: the lowest that the assessment found and that answers the category."""
    fitting = LEVELS_OF[Category(allegation.category)]
    read = (allegation.level_floor, allegation.level_ceiling)
    return next((level for level in read if level in fitting), "MODERATE")


def case_tale(world: World, story: Story) -> Tale:
    return CaseTale(world, story).tell()
