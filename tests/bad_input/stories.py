"""Where the stories of bad input begin: the cast of the casework, and one matter carried to each stage of its way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from netra.cases import operations as casework
from netra.cases.models import Case
from netra.cases.tests import builders as before
from netra.cases.tests.builders import Cast, at, make_case
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests import builders as after
from netra.sanctions.tests.builders import make_proceeding
from netra.trust.tests.told_once import told_once

COUNCIL = (
    act.NewMember("CHAIR", "OTHER", "Ketua Majelis (contoh)", "JPT_PRATAMA", "IV/c"),
    act.NewMember("SECRETARY", "OTHER", "Sekretaris Majelis (contoh)", "ADMINISTRATOR", "IV/b"),
    act.NewMember("MEMBER", "OTHER", "Anggota Majelis Satu (contoh)", "ADMINISTRATOR", "IV/b"),
    act.NewMember("MEMBER", "OTHER", "Anggota Majelis Dua (contoh)", "ADMINISTRATOR", "IV/b"),
    act.NewMember("MEMBER", "OTHER", "Anggota Majelis Tiga (contoh)", "ADMINISTRATOR", "IV/b"),
)
# Towards somebody who is not yet a candidate the same conduct is a breach of ethics.
EARLY_LIKE = replace(before.LIKE, act_date=date(2024, 8, 5), phase="prospective")
OBJECTION = "Hukuman dirasa terlalu berat."


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody, and the matter as far as it has come."""

    cast: Cast
    case: Case
    proceeding: Proceeding | None = None

    @property
    def ref(self) -> str:
        """The reference of the proceeding, where it has one."""
        assert self.proceeding is not None
        return self.proceeding.ref


@told_once
def registered() -> Stage:
    cast = Cast()
    return Stage(cast, make_case(cast))


@told_once
def taken_back() -> Stage:
    """Sari reported, and on 18 October 2024 took her report back."""
    cast = Cast()
    case = before.register(cast, before.make_report(cast))
    before.take_back(case)
    return Stage(cast, case)


@told_once
def under_study() -> Stage:
    stage = registered()
    before.carry_to_study(stage.cast, stage.case)
    return stage


@told_once
def before_plenary() -> Stage:
    stage = registered()
    before.carry_to_plenary(stage.cast, stage.case)
    return stage


@told_once
def recommended() -> Stage:
    stage = registered()
    before.carry_to_recommendation(stage.cast, stage.case)
    return stage


@told_once
def opened() -> Stage:
    cast = Cast()
    case = make_case(cast)
    before.carry_to_recommendation(cast, case)
    return Stage(cast, case, make_proceeding(cast, case))


@told_once
def summoned() -> Stage:
    stage = opened()
    act.team_form(ref=stage.ref, members=after.TEAM, by=stage.cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(
        ref=stage.ref, meeting_at=at("2024-11-06"), place="Ruang Contoh", by=stage.cast.dewi, at=at("2024-11-01")
    )
    return stage


@told_once
def examined() -> Stage:
    stage = opened()
    assert stage.proceeding is not None
    after.carry_to_report(stage.cast, stage.proceeding)
    return stage


@told_once
def decided() -> Stage:
    stage = opened()
    assert stage.proceeding is not None
    after.carry_to_decision(stage.cast, stage.proceeding)
    return stage


@told_once
def missed() -> Stage:
    """He stayed away from the delivery on 13 November 2024."""
    stage = decided()
    act.delivery_miss(ref=stage.ref, set_date=date(2024, 11, 13), by=stage.cast.dewi, at=at("2024-11-13"))
    return stage


@told_once
def delivered() -> Stage:
    stage = opened()
    assert stage.proceeding is not None
    after.carry_to_delivery(stage.cast, stage.proceeding)
    return stage


@told_once
def dismissed() -> Stage:
    """Decided and delivered: the end of service, against which an appeal lies."""
    stage = opened()
    assert stage.proceeding is not None
    ruling = replace(after.RULING, sanction_code="honourable_dismissal")
    after.carry_to_decision(stage.cast, stage.proceeding, ruling)
    handover = act.Handover("IN_PERSON", date(2024, 11, 13), "BKPSDM Kota Jambi")
    act.decision_deliver(ref=stage.ref, handover=handover, by=stage.cast.dewi, at=at("2024-11-13"))
    return stage


@told_once
def objected() -> Stage:
    stage = delivered()
    act.objection_file(
        ref=stage.ref, filed_date=date(2024, 11, 20), grounds=OBJECTION, by=stage.cast.dewi, at=at("2024-11-20")
    )
    return stage


@told_once
def answered() -> Stage:
    """The mayor upheld it on 25 November 2024."""
    stage = objected()
    answer = act.Answer("UPHELD", date(2024, 11, 25), "Terbukti.")
    act.objection_decide(ref=stage.ref, answer=answer, by=stage.cast.rahmat, at=at("2024-11-25"))
    return stage


@told_once
def sued() -> Stage:
    stage = answered()
    entry = "12/G/2024/PTUN.JBI, 2 Desember 2024"
    act.suit_file(
        ref=stage.ref,
        filed_date=date(2024, 12, 2),
        seat="Jambi",
        document=entry,
        by=stage.cast.dewi,
        at=at("2024-12-02"),
    )
    return stage


@told_once
def restoring() -> Stage:
    """Carried out, then objected to in time and annulled on 20 December 2024."""
    stage = delivered()
    ref, dewi = stage.ref, stage.cast.dewi
    act.decision_enforce(ref=ref, by=dewi, at=at("2024-12-05"))
    act.decision_finalise(ref=ref, by=dewi, at=at("2024-12-06"))
    act.decision_execute(ref=ref, document="SK 1, 9 Desember 2024", by=dewi, at=at("2024-12-09"))
    act.objection_file(ref=ref, filed_date=date(2024, 12, 4), grounds=OBJECTION, by=dewi, at=at("2024-12-10"))
    answer = act.Answer("ANNULLED", date(2024, 12, 20), "Bukan akunnya.")
    act.objection_decide(ref=ref, answer=answer, by=stage.cast.rahmat, at=at("2024-12-20"))
    return stage


@told_once
def appealed() -> Stage:
    stage = dismissed()
    act.appeal_file(
        ref=stage.ref, filed_date=date(2024, 11, 20), grounds=OBJECTION, by=stage.cast.dewi, at=at("2024-11-20")
    )
    return stage


@told_once
def council_formed() -> Stage:
    """The ethics route: the council is formed and has called nobody yet."""
    cast = Cast()
    case = make_case(cast, acts=(EARLY_LIKE,))
    before.carry_to_referral(cast, case)
    advice = replace(before.ADVICE, category="ETHICS", level="MORAL", basis="PP 42/2004 Pasal 11")
    before.confirm_identity(cast, case, at("2024-10-28", 8))
    casework.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28"))
    stage = Stage(cast, case, make_proceeding(cast, case, route="ETHICS"))
    act.council_form(ref=stage.ref, members=COUNCIL, by=cast.rahmat, at=at("2024-10-31"))
    return stage


@told_once
def before_council() -> Stage:
    """The accused is called for 5 November and nobody was heard yet."""
    stage = council_formed()
    act.council_summon(
        ref=stage.ref, meeting_at=at("2024-11-05"), place="Ruang Sidang", by=stage.cast.dewi, at=at("2024-10-31", 10)
    )
    return stage


@told_once
def council_heard() -> Stage:
    stage = before_council()
    act.council_hear(
        ref=stage.ref,
        held_date=date(2024, 11, 6),
        defended=True,
        defence="Akun dipakai orang lain.",
        by=stage.cast.dewi,
        at=at("2024-11-06"),
    )
    return stage


@told_once
def council_decided() -> Stage:
    stage = council_heard()
    act.council_decide(ref=stage.ref, verdict=VERDICT, by=stage.cast.dewi, at=at("2024-11-08"))
    return stage


VERDICT = act.Verdict(
    breached=True,
    breach="Menunjukkan keberpihakan di media sosial.",
    deliberation="Terbukti dari unggahan.",
    decided_date=date(2024, 11, 8),
)
