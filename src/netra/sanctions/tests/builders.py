"""A proceeding about Budi carried to where a story begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from netra.cases import operations as cases
from netra.cases.models import Case
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    LIKE,
    OPENING,
    Cast,
    at,
    carry_to_recommendation,
    make_case,
)
from netra.cases.tests.builders import NIP as NIP
from netra.cases.tests.builders import confirm_identity as confirm_identity
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.trust.tests.told_once import told_once

TEAM = (
    act.NewMember("CHAIR", "DIRECT_SUPERIOR", "Ketua Tim (contoh)", "JPT_PRATAMA", "IV/c"),
    act.NewMember("SECRETARY", "PERSONNEL", "Sekretaris Tim (contoh)", "ADMINISTRATOR", "IV/b"),
    act.NewMember("MEMBER", "OVERSIGHT", "Anggota Tim (contoh)", "ADMINISTRATOR", "IV/b"),
)
HEARING = act.Hearing(
    held_date=date(2024, 11, 6),
    place="Ruang Pemeriksaan BKPSDM",
    dialogue=(("Apakah akun itu milik Saudara?", "Ya, akun itu milik saya."),),
)


@told_once
def make_proceeding(cast: Cast, case: Case | None = None, *, route: str = "DISCIPLINE") -> Proceeding:
    """Opened by Dewi after the recommendation."""
    if case is None:
        case = make_case(cast)
        carry_to_recommendation(cast, case)
    return act.proceeding_open(case_ref=case.ref, party=1, route=route, by=cast.dewi, at=at("2024-10-30"))


@told_once
def carry_to_report(cast: Cast, proceeding: Proceeding) -> None:
    """Team, summons, examination, report: proven, severe."""
    ref = proceeding.ref
    confirm_identity(cast, proceeding.case, at("2024-10-31", 8))
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(
        ref=ref, meeting_at=at("2024-11-06"), place="Ruang Pemeriksaan", by=cast.dewi, at=at("2024-11-01")
    )
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    act.examination_report(
        ref=ref,
        findings=act.Findings(proven=True, analysis="Terbukti dari unggahan dan pengakuan.", proposed_level="SEVERE"),
        by=cast.dewi,
        at=at("2024-11-07"),
    )


RULING = act.Ruling(
    sanction_code="demotion_12m",
    considerations="terbukti memberi dukungan kepada pasangan calon",
    decided_date=date(2024, 11, 11),
    signer_title="Wali Kota Jambi",
)


@told_once
def carry_to_decision(cast: Cast, proceeding: Proceeding, ruling: act.Ruling = RULING) -> None:
    carry_to_report(cast, proceeding)
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


@told_once
def carry_to_delivery(cast: Cast, proceeding: Proceeding) -> None:
    carry_to_decision(cast, proceeding)
    handover = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 13), place="BKPSDM Kota Jambi")
    act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at("2024-11-13"))


@dataclass(frozen=True, slots=True)
class Story:
    """What a case is about when it is not Budi's of October 2024: who, what, since when, and what was recommended."""

    start: date
    deed: cases.NewAct
    people: tuple[cases.NewParty, ...] = (BUDI,)
    election_kind: str = "REGIONAL"
    office: str = "MAYOR"
    category: str = "DISCIPLINE"
    level: str = "SEVERE"
    earlier_decision: str = ""

    def day(self, offset: int, hour: int = 9) -> datetime:
        """A moment so many days after the start."""
        return at((self.start + timedelta(days=offset)).isoformat(), hour)


def deed(conduct: str, act_date: date, phase: str = "candidate") -> cases.NewAct:
    """An act of that conduct on that day."""
    return replace(LIKE, conduct=conduct, act_date=act_date, phase=phase, narrative="Perbuatan (contoh).")


# A moderate breach in the general election of 2019, received the day after.
PARTISAN_2019 = Story(
    date(2019, 2, 11),
    deed("partisan_activity", date(2019, 2, 10)),
    election_kind="GENERAL",
    office="PRESIDENT",
    level="MODERATE",
)


# A breach for which nobody expects more than a moderate penalty, so that no team is formed (PP 94/2021 Ps 29(1)).
WORE = Story(date(2024, 10, 17), deed("campaign_participant_with_attributes", date(2024, 10, 15)), level="MODERATE")


@told_once
def decide_story(cast: Cast, story: Story, **over: object) -> Case:
    """Registered on the first day, studied on the second, sent on by the plenary of the third."""
    opening = replace(
        OPENING,
        election_kind=story.election_kind,
        office=story.office,
        received_date=story.start,
        parties=story.people,
        acts=(story.deed,),
    )
    case = make_case(cast, opening=opening, on=story.start.isoformat(), **over)
    ref, wayan = case.ref, cast.wayan
    cases.case_start_preliminary(case_ref=ref, by=wayan, at=story.day(0, 10))
    cases.case_start_study(case_ref=ref, by=wayan, at=story.day(1))
    for party in range(1, len(story.people) + 1):
        cases.allegation_assess(case_ref=ref, by=wayan, party=party, act=1, at=story.day(1, 10))
        cases.allegation_confirm(
            case_ref=ref,
            by=wayan,
            party=party,
            act=1,
            reason="Dibaca.",
            earlier_decision=story.earlier_decision,
            at=story.day(1, 11),
        )
    cases.case_finish_study(
        case_ref=ref, proposal="Diteruskan.", facts="Terjadi.", analysis="Terpenuhi.", by=wayan, at=story.day(1, 13)
    )
    cases.plenary_decide(
        case_ref=ref,
        outcome="TO_REFER",
        held_date=story.day(2).date(),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=story.day(2),
    )
    return case


@told_once
def refer_story(cast: Cast, story: Story, **over: object) -> Case:
    """Decided, and referred on the fifth day."""
    case = decide_story(cast, story, **over)
    cases.case_refer(case_ref=case.ref, by=cast.wayan, at=story.day(4))
    return case


@told_once
def recommend_story(cast: Cast, story: Story, to: str = "", **over: object) -> Case:
    """Referred, and on the twelfth day recommended for everybody in it."""
    case = refer_story(cast, story, **over)
    confirm_identity(cast, case, story.day(11, 8))
    for party in range(1, len(story.people) + 1):
        advice = replace(ADVICE, party=party, category=story.category, level=story.level, agency_code=to)
        cases.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=story.day(11))
    return case


@told_once
def open_story(cast: Cast, story: Story, route: str = "DISCIPLINE") -> Proceeding:
    """Recommended, and on the fourteenth day opened by Dewi for the first accused."""
    case = recommend_story(cast, story)
    return act.proceeding_open(case_ref=case.ref, party=1, route=route, by=cast.dewi, at=story.day(13))


@told_once
def examine(
    cast: Cast, proceeding: Proceeding, *, letter: str, held: str, reported: str, level: str = "SEVERE"
) -> None:
    """Team, summons on `letter`, examination on `held`, report on `reported`: proven at that level."""
    ref = proceeding.ref
    confirm_identity(cast, proceeding.case, at(letter, 7))
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at(letter, 8))
    act.summons_issue(ref=ref, meeting_at=at(held), place="Ruang Pemeriksaan", by=cast.dewi, at=at(letter))
    hearing = replace(HEARING, held_date=date.fromisoformat(held))
    act.examination_record(ref=ref, hearing=hearing, by=cast.dewi, at=at(held, 15))
    findings = act.Findings(proven=True, analysis="Terbukti.", proposed_level=level)
    act.examination_report(ref=ref, findings=findings, by=cast.dewi, at=at(reported))


@told_once
def examine_alone(cast: Cast, story: Story = WORE) -> Proceeding:
    """Opened, called on 1 November 2024 and examined on the 6th by the direct superior, without a team."""
    proceeding = open_story(cast, story)
    ref = proceeding.ref
    act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    return proceeding


@told_once
def reopen(cast: Cast, proceeding: Proceeding, reason: str = "Atribut dibagikan kepada bawahannya.") -> None:
    """Opened again on 7 November 2024, so that a team examines."""
    act.examination_reopen(ref=proceeding.ref, reason=reason, by=cast.dewi, at=at("2024-11-07", 15))


@told_once
def deliver(cast: Cast, proceeding: Proceeding, received: str) -> None:
    """Handed over in person on that day."""
    handover = act.Handover(manner="IN_PERSON", received_date=date.fromisoformat(received), place="BKPSDM")
    act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at(received))


@told_once
def identify(cast: Cast, case: Case, on: str, nip: str = NIP) -> None:
    cases.party_identify(case_ref=case.ref, ordinal=1, nip=nip, attribute="UNIT", by=cast.wayan, at=at(on, 8))


@told_once
def punished(cast: Cast, *, until: str = "FINAL") -> Proceeding:
    """Budi, demoted on 2024-11-11 for a like; in force on 2024-12-05, final the day after."""
    case = make_case(cast)
    identify(cast, case, "2024-10-18")
    carry_to_recommendation(cast, case)
    proceeding = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30"))
    carry_to_decision(cast, proceeding)
    deliver(cast, proceeding, "2024-11-13")
    if until == "FINAL":
        act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
        act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-06"))
    return proceeding
