"""Proceedings in the state in which each of their addresses answers, for the test of every address as every role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from netra.cases.tests.builders import at, carry_to_recommendation, make_case, make_offices
from netra.letters.queries import letters_of
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests import builders
from netra.sanctions.tests.builders import Story, deed
from netra.trust.models import User

Cast = Mapping[str, User]
Sample = Callable[[Cast], dict[str, str]]
Carry = Callable[[Any, Proceeding], None]

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


def _players(cast: Cast) -> Any:
    """The cast of the house under the names that the builders of the room use."""
    make_offices()
    return SimpleNamespace(
        wayan=cast["wayan"], putu=cast["putri"], ani=cast["anton"], dewi=cast["dewi"], rahmat=cast["rahmat"]
    )


def _discipline(carry: Carry | None = None) -> Sample:
    """Budi's discipline proceeding, carried on."""

    def sample(cast: Cast) -> dict[str, str]:
        players = _players(cast)
        proceeding = builders.make_proceeding(players)
        if carry:
            carry(players, proceeding)
        return {"ref": proceeding.ref}

    return sample


def _ethics(carry: Carry | None = None) -> Sample:
    """Budi's ethics proceeding, carried on."""

    def sample(cast: Cast) -> dict[str, str]:
        players = _players(cast)
        proceeding = builders.open_story(players, PHOTO, "ETHICS")
        if carry:
            carry(players, proceeding)
        return {"ref": proceeding.ref}

    return sample


def examined_alone(cast: Cast) -> dict[str, str]:
    """Examined without a team."""
    return {"ref": builders.examine_alone(_players(cast)).ref}


def summoned(players: Any, proceeding: Proceeding) -> None:
    act.team_form(ref=proceeding.ref, members=builders.TEAM, by=players.rahmat, at=at("2024-10-31"))
    act.summons_issue(
        ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=players.dewi, at=at("2024-11-01")
    )


def examined(players: Any, proceeding: Proceeding) -> None:
    summoned(players, proceeding)
    act.examination_record(ref=proceeding.ref, hearing=builders.HEARING, by=players.dewi, at=at("2024-11-06", 15))


def cleared(players: Any, proceeding: Proceeding) -> None:
    examined(players, proceeding)
    findings = act.Findings(proven=False, analysis="Tidak terbukti.")
    act.examination_report(ref=proceeding.ref, findings=findings, by=players.dewi, at=at("2024-11-07"))


def objected(players: Any, proceeding: Proceeding) -> None:
    builders.carry_to_delivery(players, proceeding)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds="Keliru.", by=players.dewi, at=at("2024-12-02")
    )


def in_force(players: Any, proceeding: Proceeding) -> None:
    builders.carry_to_delivery(players, proceeding)
    act.decision_enforce(ref=proceeding.ref, by=players.dewi, at=at("2024-12-05"))


def missed(players: Any, proceeding: Proceeding) -> None:
    builders.carry_to_decision(players, proceeding)
    act.delivery_miss(ref=proceeding.ref, set_date=date(2024, 11, 13), by=players.dewi, at=at("2024-11-13"))


def final(players: Any, proceeding: Proceeding) -> None:
    in_force(players, proceeding)
    act.decision_finalise(ref=proceeding.ref, by=players.dewi, at=at("2024-12-06"))


def executed(players: Any, proceeding: Proceeding) -> None:
    final(players, proceeding)
    act.decision_execute(ref=proceeding.ref, document="SK 1, 9 Desember 2024", by=players.dewi, at=at("2024-12-09"))


def restoring(players: Any, proceeding: Proceeding) -> None:
    """Carried out, then objected to in time and annulled."""
    executed(players, proceeding)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds="Keliru.", by=players.dewi, at=at("2024-12-10")
    )
    answer = act.Answer("ANNULLED", date(2024, 12, 20), "Bukan akunnya.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=players.rahmat, at=at("2024-12-20"))


def answered(players: Any, proceeding: Proceeding) -> None:
    """An objection that the authority did not follow."""
    objected(players, proceeding)
    answer = act.Answer("UPHELD", date(2024, 12, 16), "Terbukti.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=players.rahmat, at=at("2024-12-16"))


def sued(players: Any, proceeding: Proceeding) -> None:
    answered(players, proceeding)
    entry = "12/G/2025/PTUN.JBI, 20 Januari 2025"
    act.suit_file(
        ref=proceeding.ref,
        filed_date=date(2025, 1, 20),
        seat="Jambi",
        document=entry,
        by=players.dewi,
        at=at("2025-01-21"),
    )


def council(players: Any, proceeding: Proceeding) -> None:
    seats = ("CHAIR", "SECRETARY", "MEMBER", "MEMBER", "MEMBER")
    members = [
        act.NewMember(seat, "OTHER", f"Anggota {number} (contoh)", "JPT_PRATAMA", "IV/c")
        for number, seat in enumerate(seats)
    ]
    act.council_form(ref=proceeding.ref, members=members, by=players.rahmat, at=at("2024-08-01"))


def called(players: Any, proceeding: Proceeding) -> None:
    council(players, proceeding)
    act.council_summon(
        ref=proceeding.ref, meeting_at=at("2024-08-06"), place="Ruang Sidang", by=players.dewi, at=at("2024-08-02")
    )


def heard(players: Any, proceeding: Proceeding) -> None:
    called(players, proceeding)
    act.council_hear(
        ref=proceeding.ref,
        held_date=date(2024, 8, 6),
        defended=True,
        defence="Tidak tahu.",
        by=players.dewi,
        at=at("2024-08-06"),
    )


def found(players: Any, proceeding: Proceeding) -> None:
    heard(players, proceeding)
    verdict = act.Verdict(
        breached=True,
        breach="Berfoto.",
        deliberation="Sepakat.",
        decided_date=date(2024, 8, 8),
        administrative_action=True,
    )
    act.council_decide(ref=proceeding.ref, verdict=verdict, by=players.dewi, at=at("2024-08-08"))


def _member(players: Any) -> Proceeding:
    proceeding = builders.open_story(players, MEMBER, "STATUS_TERMINATION")
    builders.examine(
        players, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION"
    )
    return proceeding


def party_member(cast: Cast) -> dict[str, str]:
    """Proven, not yet decided."""
    return {"ref": _member(_players(cast)).ref}


def dismissed(cast: Cast, *, appealed: bool = False) -> dict[str, str]:
    """The end of status, delivered."""
    players = _players(cast)
    proceeding = _member(players)
    ruling = act.Ruling(
        sanction_code="status_termination_2023",
        considerations="menjadi anggota partai",
        decided_date=date(2024, 11, 11),
        signer_title="Wali Kota Jambi",
    )
    act.termination_decide(ref=proceeding.ref, ruling=ruling, by=players.rahmat, at=at("2024-11-11"))
    builders.deliver(players, proceeding, "2024-11-13")
    if appealed:
        act.appeal_file(
            ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds="Keliru.", by=players.dewi, at=at("2024-12-02")
        )
    return {"ref": proceeding.ref}


def recommended(cast: Cast) -> dict[str, str]:
    """A case with a recommendation that nobody has followed up."""
    players = _players(cast)
    case = make_case(players)
    carry_to_recommendation(players, case)
    return {"ref": case.ref}


def owing(cast: Cast) -> dict[str, str]:
    """The agency that owes the follow-up."""
    recommended(cast)
    return {"agency": "JAMBI-KOTA"}


def blocked(cast: Cast) -> dict[str, str]:
    """A person of a recommended case."""
    return {**recommended(cast), "party": "1"}


def letter(cast: Cast) -> dict[str, str]:
    """The decree of the team: open to whoever sees the proceeding."""
    players = _players(cast)
    proceeding = builders.make_proceeding(players)
    summoned(players, proceeding)
    decree = next(each for each in letters_of(proceeding.case.chain) if each.kind == "TEAM_DECREE")
    return {"ref": proceeding.ref, "letter": decree.ref}


def reminder(cast: Cast) -> dict[str, str]:
    """A reminder that was sent."""
    players = _players(cast)
    case = make_case(players)
    carry_to_recommendation(players, case)
    term = case.deadlines.get(rule="follow_up")
    sent = act.reminder_issue(deadline_id=term.pk, by=players.ani, at=at("2024-11-18"))
    return {"agency": "JAMBI-KOTA", "letter": sent.letter_ref}


def gone(cast: Cast) -> dict[str, str]:
    """A case whose accused retired after all was decided."""
    players = _players(cast)
    proceeding = builders.punished(players)
    departure = act.Departure("RETIRED", date(2024, 12, 1), "800/12/BKPSDM/2024, 2 Desember 2024")
    ref = proceeding.case.ref
    act.servant_left(case_ref=ref, party=1, departure=departure, by=players.dewi, at=at("2024-12-10"))
    return {"ref": ref, "party": "1"}


SANCTIONS_SAMPLES: dict[str, Sample] = {
    "proceeding": _discipline(builders.carry_to_delivery),
    "proceeding_letter": letter,
    "proceeding_open": recommended,
    "crime_refer": recommended,
    "crime_decline": recommended,
    "servant_left": lambda cast: {**recommended(cast), "party": "1"},
    "servant_left_correct": gone,
    "summons_issue": _discipline(),
    "summons_miss": _discipline(summoned),
    "team_form": _discipline(),
    "examiner_assign": _discipline(),
    "examiner_release": _discipline(),
    "duty_release": _discipline(examined),
    "examination_record": _discipline(summoned),
    "examination_report": _discipline(examined),
    "examination_reopen": examined_alone,
    "decision_make": _discipline(builders.carry_to_report),
    "proceeding_stop": _discipline(cleared),
    "termination_decide": party_member,
    "decision_deliver": _discipline(builders.carry_to_decision),
    "delivery_miss": _discipline(builders.carry_to_decision),
    "decision_send": _discipline(missed),
    "decision_enforce": _discipline(builders.carry_to_delivery),
    "objection_file": _discipline(builders.carry_to_delivery),
    "objection_reject": _discipline(in_force),
    "objection_decide": _discipline(objected),
    "appeal_file": dismissed,
    "remedy_reply": lambda cast: dismissed(cast, appealed=True),
    "appeal_decide": lambda cast: dismissed(cast, appealed=True),
    "suit_file": _discipline(answered),
    "suit_decide": _discipline(sued),
    "decision_finalise": _discipline(in_force),
    "decision_execute": _discipline(final),
    "restoration_record": _discipline(restoring),
    "proceeding_close": _discipline(executed),
    "council_form": _ethics(),
    "seat_replace": _ethics(council),
    "council_summon": _ethics(council),
    "council_hear": _ethics(called),
    "council_decide": _ethics(heard),
    "moral_impose": _ethics(found),
    "action_decline": _ethics(found),
    "follow_up_agency": owing,
    "reminder_issue": owing,
    "duty_remind": _discipline(final),
    "reminder_letter": reminder,
    "data_block": blocked,
    "data_unblock": blocked,
}
