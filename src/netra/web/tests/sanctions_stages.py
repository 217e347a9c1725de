"""Proceedings carried to where the acts of the pages begin, each told once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.utils.timezone import localdate

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests import builders
from netra.sanctions.tests.builders import Story, deed
from netra.trust.tests.told_once import told_once

MEMBER = Story(
    date(2024, 10, 17),
    deed("party_membership", date(2024, 10, 15)),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)
PHOTO = Story(
    date(2024, 7, 17),
    deed("photo_with_candidate", date(2024, 7, 15), "prospective"),
    category="ETHICS",
    level="MORAL",
)


def discipline(cast: Cast) -> Proceeding:
    return builders.make_proceeding(cast)


@told_once
def summoned(cast: Cast) -> Proceeding:
    proceeding = discipline(cast)
    act.team_form(ref=proceeding.ref, members=builders.TEAM, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-06"), place="R", by=cast.dewi, at=at("2024-11-01"))
    return proceeding


@told_once
def examined(cast: Cast) -> Proceeding:
    proceeding = summoned(cast)
    act.examination_record(ref=proceeding.ref, hearing=builders.HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    return proceeding


@told_once
def cleared(cast: Cast) -> Proceeding:
    proceeding = examined(cast)
    findings = act.Findings(proven=False, analysis="Tidak terbukti.")
    act.examination_report(ref=proceeding.ref, findings=findings, by=cast.dewi, at=at("2024-11-07"))
    return proceeding


def after(carry: Callable[[Cast, Proceeding], None]) -> Callable[[Cast], Proceeding]:
    def scene(cast: Cast) -> Proceeding:
        proceeding = discipline(cast)
        carry(cast, proceeding)
        return proceeding

    return scene


reported = after(builders.carry_to_report)
decided = after(builders.carry_to_decision)
delivered = after(builders.carry_to_delivery)


@told_once
def objected(cast: Cast) -> Proceeding:
    proceeding = delivered(cast)
    filed = date(2024, 12, 2)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-12-02"))
    return proceeding


@told_once
def in_force(cast: Cast) -> Proceeding:
    proceeding = delivered(cast)
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
    return proceeding


@told_once
def missed(cast: Cast) -> Proceeding:
    proceeding = decided(cast)
    act.delivery_miss(ref=proceeding.ref, set_date=date(2024, 11, 13), by=cast.dewi, at=at("2024-11-13"))
    return proceeding


@told_once
def final(cast: Cast) -> Proceeding:
    proceeding = in_force(cast)
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-06"))
    return proceeding


@told_once
def executed(cast: Cast) -> Proceeding:
    proceeding = final(cast)
    act.decision_execute(ref=proceeding.ref, document="SK 1, 9 Desember 2024", by=cast.dewi, at=at("2024-12-09"))
    return proceeding


@told_once
def restoring(cast: Cast) -> Proceeding:
    proceeding = executed(cast)
    filed = date(2024, 12, 4)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-12-10"))
    answer = act.Answer("ANNULLED", date(2024, 12, 20), "Bukan akunnya.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-20"))
    return proceeding


@told_once
def membership(cast: Cast) -> Proceeding:
    proceeding = builders.open_story(cast, MEMBER, "STATUS_TERMINATION")
    days = {"letter": "2024-11-01", "held": "2024-11-06", "reported": "2024-11-07"}
    builders.examine(cast, proceeding, level="TERMINATION", **days)
    return proceeding


@told_once
def dismissed(cast: Cast) -> Proceeding:
    proceeding = membership(cast)
    ruling = act.Ruling(
        sanction_code="status_termination_2023",
        considerations="anggota partai",
        decided_date=date(2024, 11, 11),
        signer_title="Wali Kota Jambi",
    )
    act.termination_decide(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))
    builders.deliver(cast, proceeding, "2024-11-13")
    return proceeding


@told_once
def appealed(cast: Cast) -> Proceeding:
    proceeding = dismissed(cast)
    filed = date(2024, 12, 2)
    act.appeal_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-12-02"))
    return proceeding


def ethics(cast: Cast) -> Proceeding:
    return builders.open_story(cast, PHOTO, "ETHICS")


SEATS = ("CHAIR", "SECRETARY", "MEMBER", "MEMBER", "MEMBER")


@told_once
def council(cast: Cast) -> Proceeding:
    proceeding = ethics(cast)
    members = [act.NewMember(seat, "OTHER", f"Anggota {n} (contoh)", "JPT_PRATAMA") for n, seat in enumerate(SEATS)]
    act.council_form(ref=proceeding.ref, members=members, by=cast.rahmat, at=at("2024-08-01"))
    return proceeding


@told_once
def called(cast: Cast) -> Proceeding:
    proceeding = council(cast)
    act.council_summon(
        ref=proceeding.ref, meeting_at=at("2024-08-06"), place="Ruang Sidang", by=cast.dewi, at=at("2024-08-02")
    )
    return proceeding


@told_once
def heard(cast: Cast) -> Proceeding:
    proceeding = called(cast)
    act.council_hear(
        ref=proceeding.ref,
        held_date=date(2024, 8, 6),
        defended=True,
        defence="Tidak tahu.",
        by=cast.dewi,
        at=at("2024-08-06"),
    )
    return proceeding


@told_once
def found(cast: Cast) -> Proceeding:
    proceeding = heard(cast)
    verdict = act.Verdict(breached=True, breach="Berfoto.", deliberation="Sepakat.", decided_date=date(2024, 8, 8))
    act.council_decide(ref=proceeding.ref, verdict=verdict, by=cast.dewi, at=at("2024-08-08"))
    return proceeding


def rows(**columns: tuple[str, ...]) -> dict[str, str]:
    """Fields of rows as a browser sends them."""
    count = max(len(values) for values in columns.values())
    sent = {f"{name}_{n}": value for name, values in columns.items() for n, value in enumerate(values)}
    return {"rows": str(count), **sent}


TEAM = rows(
    name=("Ketua (contoh)", "Sekretaris (contoh)", "Anggota (contoh)"),
    role=("CHAIR", "SECRETARY", "MEMBER"),
    element=("DIRECT_SUPERIOR", "PERSONNEL", "OVERSIGHT"),
    position=("JPT_PRATAMA", "ADMINISTRATOR", "ADMINISTRATOR"),
    grade=("IV/c", "IV/b", "IV/b"),
)
COUNCIL = rows(
    name=tuple(f"Anggota {n} (contoh)" for n in range(5)),
    role=SEATS,
    position=("JPT_PRATAMA",) * 5,
    grade=("IV/c",) * 5,
)
RECORD = {
    **rows(question=("Milik siapa akun itu?",), answer=("Milik saya.",)),
    "held_date": "2024-11-06",
    "place": "BKPSDM",
    "signed_by_examinee": "on",
}
DECIDED = {"considerations": "terbukti", "decided_date": "2024-11-11", "signer_title": "Wali Kota Jambi"}
REMEDY = {"outcome": "UPHELD", "decided_date": "2025-01-07", "reason": "Sudah tepat."}
HANDOVER = {"manner": "IN_PERSON", "received_date": "2024-11-13", "time": "09:30", "place": "BKPSDM"}


def soon() -> dict[str, str]:
    """A meeting in two days lies within seven working days of every letter."""
    return {"meeting_day": str(localdate() + timedelta(days=2)), "meeting_time": "09:00", "place": "Ruang Pemeriksaan"}
