"""The days that people type in the rooms `intake`, `cases` and `sanctions`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netra.cases import operations as casework
from netra.cases.tests.builders import LIKE, OPENING, at
from netra.intake.operations import report_record
from netra.intake.states import Channel
from netra.intake.tests.builders import SECRET, a_submission
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import HEARING, RULING
from tests.bad_input import stories
from tests.bad_input.dated import DAY_BEFORE_2014, FUTURE, NOW, TYPO, Field, moment, nowhere
from tests.bad_input.stories import Stage

MORAL = act.MoralRuling(
    mode="CLOSED",
    decided_date=date(2024, 11, 11),
    signer_title="Wali Kota Jambi",
    considerations="Sesuai putusan majelis.",
)
RIGHTED = act.Answer("UPHELD", date(2024, 11, 25), "Alasan tidak terbukti.")


def register(stage: Stage, received: date) -> object:
    return casework.case_register(opening=replace(OPENING, received_date=received), by=stage.cast.wayan, at=NOW)


def register_with_act(stage: Stage, day: date) -> object:
    opening = replace(OPENING, acts=(replace(LIKE, act_date=day),))
    return casework.case_register(opening=opening, by=stage.cast.wayan, at=NOW)


def add_act(stage: Stage, day: date) -> object:
    return casework.act_add(case_ref=stage.case.ref, act=replace(LIKE, act_date=day), by=stage.cast.wayan, at=NOW)


def invite(stage: Stage, day: date) -> object:
    invitation = casework.Invitation("WITNESS", moment(day), "Kantor Bawaslu", name="Saksi (contoh)")
    return casework.clarification_invite(case_ref=stage.case.ref, invitation=invitation, by=stage.cast.wayan, at=NOW)


def link(stage: Stage, day: date) -> object:
    return casework.answer_link_issue(case_ref=stage.case.ref, party=1, until=moment(day), by=stage.cast.wayan, at=NOW)


def extend(stage: Stage, day: date) -> object:
    term = stage.case.deadlines.get(rule="follow_up", met_date=None)
    return casework.deadline_extend(
        case_ref=stage.case.ref,
        deadline_id=term.pk,
        due=day,
        reason="Menunggu ahli.",
        document="Surat 1/2024, 18 Oktober 2024",
        by=stage.cast.ani,
        at=NOW,
    )


def plenary(stage: Stage, day: date) -> object:
    return casework.plenary_decide(
        case_ref=stage.case.ref,
        outcome="NOT_PROVEN",
        held_date=day,
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=stage.cast.putu,
        at=NOW,
    )


def take_back(stage: Stage, day: date) -> object:
    return casework.allegation_change(
        case_ref=stage.case.ref,
        party=1,
        act=1,
        reading=None,
        reason="Bukan akunnya.",
        meeting=casework.Meeting(day, 3),
        by=stage.cast.putu,
        at=NOW,
    )


def end_withdrawn(stage: Stage, day: date) -> object:
    meeting = {"held_date": day, "members": 3, "reason": "Tidak ada bukti lain."}
    return casework.case_withdraw(case_ref=stage.case.ref, **meeting, by=stage.cast.putu, at=NOW)  # type: ignore[arg-type]


def end_expired(stage: Stage, day: date) -> object:
    meeting = {"held_date": day, "members": 3, "reason": "Tenggat lewat."}
    return casework.case_expire(case_ref=stage.case.ref, **meeting, by=stage.cast.putu, at=NOW)  # type: ignore[arg-type]


def written_down(stage: Stage, day: date) -> object:
    return report_record(
        submission=a_submission(),
        secret=SECRET,
        channel=Channel.LETTER,
        received_at=moment(day),
        by=stage.cast.wayan,
        at=NOW,
    )


def leave(stage: Stage, day: date) -> object:
    gone = act.Departure("DIED", day, "474.3/12/Capil, 18 November 2024")
    return act.servant_left(case_ref=stage.case.ref, party=1, departure=gone, by=stage.cast.dewi, at=NOW)


def summon(stage: Stage, day: date) -> object:
    return act.summons_issue(
        ref=stage.ref, meeting_at=moment(day), place="Ruang Contoh", by=stage.cast.dewi, at=at("2024-11-01")
    )


def examine(stage: Stage, day: date) -> object:
    hearing = replace(HEARING, held_date=day)
    return act.examination_record(ref=stage.ref, hearing=hearing, by=stage.cast.dewi, at=NOW)


def decide(stage: Stage, day: date) -> object:
    return act.decision_make(ref=stage.ref, ruling=replace(RULING, decided_date=day), by=stage.cast.rahmat, at=NOW)


def deliver(stage: Stage, day: date) -> object:
    handover = act.Handover("IN_PERSON", day, "BKPSDM")
    return act.decision_deliver(ref=stage.ref, handover=handover, by=stage.cast.dewi, at=NOW)


def deliver_to_absent(stage: Stage, day: date) -> object:
    handover = act.Handover(
        "SENT", date(2024, 11, 25), "Kantor Pos", meant_date=day, sent_date=max(day, date(2024, 11, 13))
    )
    return act.decision_deliver(ref=stage.ref, handover=handover, by=stage.cast.dewi, at=NOW)


def send_to_absent(stage: Stage, day: date) -> object:
    handover = act.Handover("SENT", date(2024, 11, 25), "Kantor Pos", meant_date=date(2024, 11, 13), sent_date=day)
    return act.decision_deliver(ref=stage.ref, handover=handover, by=stage.cast.dewi, at=NOW)


def miss_delivery(stage: Stage, day: date) -> object:
    return act.delivery_miss(ref=stage.ref, set_date=day, by=stage.cast.dewi, at=NOW)


def send_apart(stage: Stage, day: date) -> object:
    return act.decision_send(ref=stage.ref, sent_date=day, by=stage.cast.dewi, at=NOW)


def objection(stage: Stage, day: date) -> object:
    return act.objection_file(ref=stage.ref, filed_date=day, grounds=stories.OBJECTION, by=stage.cast.dewi, at=NOW)


def late_objection(stage: Stage, day: date) -> object:
    """Said on 10 December 2024, when the term, which ended on the 4th, can have been missed."""
    return act.objection_reject(ref=stage.ref, filed_date=day, by=stage.cast.rahmat, at=at("2024-12-10"))


def appeal(stage: Stage, day: date) -> object:
    return act.appeal_file(ref=stage.ref, filed_date=day, grounds=stories.OBJECTION, by=stage.cast.dewi, at=NOW)


def reply(stage: Stage, day: date) -> object:
    paper = "800/1/BKPSDM/2024, 18 Oktober 2024"
    return act.remedy_reply(ref=stage.ref, replied_date=day, document=paper, by=stage.cast.rahmat, at=NOW)


def answer_objection(stage: Stage, day: date) -> object:
    return act.objection_decide(ref=stage.ref, answer=replace(RIGHTED, decided_date=day), by=stage.cast.rahmat, at=NOW)


def sue(stage: Stage, day: date) -> object:
    entry = "12/G/2024/PTUN.JBI, 2 Desember 2024"
    return act.suit_file(
        ref=stage.ref, filed_date=day, seat="Jambi", document=entry, by=stage.cast.dewi, at=at("2024-12-03")
    )


def rule(stage: Stage, day: date) -> object:
    paper = "12/G/2024/PTUN.JBI, 12 Maret 2025"
    ruling = act.CourtRuling("UPHELD", day, paper, "Terbukti.")
    return act.suit_decide(ref=stage.ref, ruling=ruling, by=stage.cast.dewi, at=at("2025-03-13"))


def restore(stage: Stage, day: date) -> object:
    paper = "SK 4/BKPSDM/2025, 8 Januari 2025"
    return act.restoration_record(
        ref=stage.ref, restored_date=day, document=paper, by=stage.cast.dewi, at=at("2025-01-09")
    )


def call_before_council(stage: Stage, day: date) -> object:
    return act.council_summon(
        ref=stage.ref, meeting_at=moment(day), place="Ruang Contoh", by=stage.cast.dewi, at=at("2024-11-01")
    )


def hear(stage: Stage, day: date) -> object:
    return act.council_hear(
        ref=stage.ref, held_date=day, defended=True, defence="Bukan saya.", by=stage.cast.dewi, at=NOW
    )


def verdict(stage: Stage, day: date) -> object:
    given = replace(stories.VERDICT, decided_date=day)
    return act.council_decide(ref=stage.ref, verdict=given, by=stage.cast.dewi, at=NOW)


def moral(stage: Stage, day: date) -> object:
    return act.moral_impose(ref=stage.ref, ruling=replace(MORAL, decided_date=day), by=stage.cast.rahmat, at=NOW)


CASEWORK: dict[str, Field] = {
    "cases.CaseOpening.received_date": Field(
        nowhere, register, DAY_BEFORE_2014, "2014", FUTURE, "masa depan", date(2024, 11, 20)
    ),
    "cases.NewAct.act_date": Field(
        nowhere, register_with_act, DAY_BEFORE_2014, "sebelum 2014", FUTURE, "masa depan", date(2024, 10, 15)
    ),
    "cases.NewAct.act_date, added later": Field(
        stories.registered, add_act, DAY_BEFORE_2014, "sebelum 2014", FUTURE, "masa depan", date(2024, 10, 15)
    ),
    "cases.Invitation.meeting_at": Field(
        stories.under_study, invite, date(2024, 11, 24), "sudah lewat", TYPO, "[Pp]eriksa tahunnya", date(2024, 11, 27)
    ),
    "cases.answer_link_issue.until": Field(
        stories.registered, link, date(2024, 11, 24), "berakhir", TYPO, "[Pp]eriksa tahunnya", date(2024, 12, 9)
    ),
    "cases.deadline_extend.due": Field(
        stories.opened, extend, date(2024, 10, 1), "sesudah tenggat", TYPO, "[Pp]eriksa tahunnya", date(2024, 12, 9)
    ),
    "cases.case_withdraw.held_date": Field(
        stories.taken_back, end_withdrawn, date(2024, 10, 17), "mendahului", FUTURE, "masa depan", date(2024, 10, 19)
    ),
    "cases.case_expire.held_date": Field(
        stories.registered,
        end_expired,
        date(2024, 10, 18),
        "Belum ada tenggat",
        FUTURE,
        "masa depan",
        date(2024, 11, 20),
    ),
    "cases.Meeting.held_date": Field(
        stories.recommended, take_back, date(2024, 10, 17), "mendahului", FUTURE, "masa depan", date(2024, 11, 22)
    ),
    "cases.plenary_decide.held_date": Field(
        stories.before_plenary, plenary, date(2024, 10, 16), "mendahului", FUTURE, "masa depan", date(2024, 10, 19)
    ),
    "intake.report_record.received_at": Field(
        nowhere, written_down, DAY_BEFORE_2014, "sejak tahun 2014", FUTURE, "belum tiba", date(2024, 11, 22)
    ),
    "sanctions.Departure.left_date": Field(
        stories.opened, leave, date(2024, 10, 10), "mendahului perbuatan", FUTURE, "masa depan", date(2024, 11, 15)
    ),
    "sanctions.summons_issue.meeting_at": Field(
        stories.opened, summon, date(2024, 10, 31), "sudah lewat", TYPO, "paling lambat", date(2024, 11, 6)
    ),
    "sanctions.Hearing.held_date": Field(
        stories.summoned,
        examine,
        date(2024, 10, 31),
        "mendahului surat panggilan",
        FUTURE,
        "masa depan",
        date(2024, 11, 6),
    ),
    "sanctions.Ruling.decided_date": Field(
        stories.examined, decide, date(2024, 11, 6), "mendahului laporan", FUTURE, "masa depan", date(2024, 11, 11)
    ),
    "sanctions.Handover.received_date": Field(
        stories.decided, deliver, date(2024, 11, 10), "mendahului keputusan", FUTURE, "masa depan", date(2024, 11, 13)
    ),
    "sanctions.delivery_miss.set_date": Field(
        stories.decided,
        miss_delivery,
        date(2024, 11, 10),
        "mendahului keputusan",
        FUTURE,
        "masa depan",
        date(2024, 11, 13),
    ),
    "sanctions.decision_send.sent_date": Field(
        stories.missed,
        send_apart,
        date(2024, 11, 12),
        "mendahului tanggal yang ditentukan",
        FUTURE,
        "masa depan",
        date(2024, 11, 14),
    ),
    "sanctions.Handover.meant_date": Field(
        stories.decided,
        deliver_to_absent,
        date(2024, 11, 10),
        "mendahului keputusan",
        FUTURE,
        "masa depan",
        date(2024, 11, 13),
    ),
    "sanctions.Handover.sent_date": Field(
        stories.decided,
        send_to_absent,
        date(2024, 11, 12),
        "mendahului tanggal yang ditentukan",
        FUTURE,
        "masa depan",
        date(2024, 11, 18),
    ),
    "sanctions.objection_file.filed_date": Field(
        stories.delivered,
        objection,
        date(2024, 11, 12),
        "mendahului penerimaan",
        FUTURE,
        "masa depan",
        date(2024, 11, 20),
    ),
    "sanctions.objection_reject.filed_date": Field(
        stories.delivered,
        late_objection,
        date(2024, 12, 4),
        "masih dalam tenggang waktu",
        date(2024, 12, 11),
        "masa depan",
        date(2024, 12, 5),
    ),
    "sanctions.appeal_file.filed_date": Field(
        stories.dismissed,
        appeal,
        date(2024, 11, 12),
        "mendahului penerimaan",
        FUTURE,
        "masa depan",
        date(2024, 11, 20),
    ),
    "sanctions.remedy_reply.replied_date": Field(
        stories.appealed,
        reply,
        date(2024, 11, 19),
        "mendahului pengajuan",
        FUTURE,
        "masa depan",
        date(2024, 11, 25),
    ),
    "sanctions.Answer.decided_date": Field(
        stories.objected,
        answer_objection,
        date(2024, 11, 19),
        "mendahului pengajuan",
        FUTURE,
        "masa depan",
        date(2024, 11, 25),
    ),
    "sanctions.suit_file.filed_date": Field(
        stories.answered,
        sue,
        date(2024, 11, 24),
        "mendahului putusan",
        date(2024, 12, 4),
        "masa depan",
        date(2024, 12, 2),
    ),
    "sanctions.CourtRuling.decided_date": Field(
        stories.sued, rule, date(2024, 12, 1), "mendahului", date(2025, 3, 14), "masa depan", date(2025, 3, 12)
    ),
    "sanctions.restoration_record.restored_date": Field(
        stories.restoring,
        restore,
        date(2024, 12, 19),
        "mendahului putusan",
        date(2025, 1, 10),
        "masa depan",
        date(2025, 1, 8),
    ),
    "sanctions.council_summon.meeting_at": Field(
        stories.council_formed,
        call_before_council,
        date(2024, 10, 31),
        "sudah lewat",
        TYPO,
        "Periksa",
        date(2024, 11, 6),
    ),
    "sanctions.council_hear.held_date": Field(
        stories.before_council, hear, date(2024, 10, 29), "mendahului", FUTURE, "masa depan", date(2024, 11, 6)
    ),
    "sanctions.Verdict.decided_date": Field(
        stories.council_heard, verdict, date(2024, 11, 5), "mendahului sidang", FUTURE, "masa depan", date(2024, 11, 8)
    ),
    "sanctions.MoralRuling.decided_date": Field(
        stories.council_decided,
        moral,
        date(2024, 11, 7),
        "mendahului putusan",
        FUTURE,
        "masa depan",
        date(2024, 11, 11),
    ),
}
