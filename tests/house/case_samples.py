"""Cases in the state in which each of their addresses answers, for the test of every address as every role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.tests import builders
from netra.cases.tests.builders import at
from netra.letters.queries import letters_of
from netra.sanctions.tests.builders import make_proceeding
from netra.trust import evidence
from netra.trust.models import User

Cast = Mapping[str, User]
Sample = Callable[[Cast], dict[str, str]]

# A personal link works for a year at most, so this one is made on the day of the test.
LINK_DAYS = timedelta(days=30)


def _players(cast: Cast) -> Any:
    """The cast of the house under the names that the builders of the room use."""
    builders.make_offices()
    return SimpleNamespace(
        wayan=cast["wayan"], putu=cast["putri"], ani=cast["anton"], dewi=cast["dewi"], rahmat=cast["rahmat"]
    )


def _case(cast: Cast, carry: Callable[[Any, Case], None] | None = None) -> tuple[Any, Case]:
    players = _players(cast)
    case = builders.make_case(players)
    if carry:
        carry(players, case)
    return players, case


def registered(cast: Cast) -> dict[str, str]:
    return {"ref": _case(cast)[1].ref}


def preliminary(cast: Cast) -> dict[str, str]:
    players, case = _case(cast)
    act.case_start_preliminary(case_ref=case.ref, by=players.wayan, at=at("2024-10-17", 10))
    return {"ref": case.ref}


def studied(cast: Cast) -> dict[str, str]:
    return {"ref": _case(cast, builders.carry_to_study)[1].ref}


def invited(cast: Cast) -> dict[str, str]:
    players, case = _case(cast, builders.carry_to_study)
    wanted = act.Invitation("ACCUSED", at("2024-10-21"), "Kantor Bawaslu", party=1)
    act.clarification_invite(case_ref=case.ref, invitation=wanted, by=players.wayan, at=at("2024-10-18", 15))
    return {"ref": case.ref, "number": "1"}


def before_the_plenary(cast: Cast) -> dict[str, str]:
    return {"ref": _case(cast, builders.carry_to_plenary)[1].ref}


def to_refer(cast: Cast) -> dict[str, str]:
    return {"ref": _decided(cast, "TO_REFER")[1].ref}


def sealed(cast: Cast) -> dict[str, str]:
    return {"ref": _decided(cast, "NOT_PROVEN")[1].ref}


def _decided(cast: Cast, outcome: str) -> tuple[Any, Case]:
    players, case = _case(cast, builders.carry_to_plenary)
    act.plenary_decide(
        case_ref=case.ref,
        outcome=outcome,
        held_date=date(2024, 10, 19),
        members=3,
        reason="Menurut kajian.",
        by=players.putu,
        at=at("2024-10-19"),
    )
    return players, case


def referred(cast: Cast) -> dict[str, str]:
    return {"ref": _case(cast, builders.carry_to_referral)[1].ref}


def party(cast: Cast) -> dict[str, str]:
    return {**referred(cast), "party": "1"}


def allegation(cast: Cast) -> dict[str, str]:
    return {**referred(cast), "party": "1", "act": "1"}


def term(cast: Cast) -> dict[str, str]:
    """The newest term of a recommended case: the answer that the authority owes to the letter."""
    case = _case(cast, builders.carry_to_recommendation)[1]
    return {"ref": case.ref, "number": str(case.deadlines.count())}


def letter(cast: Cast) -> dict[str, str]:
    """The letter of referral."""
    case = _case(cast, builders.carry_to_referral)[1]
    return {"ref": case.ref, "letter": letters_of(case.chain)[-1].ref}


def piece_of_evidence(cast: Cast) -> dict[str, str]:
    players, case = _case(cast, builders.carry_to_referral)
    item = evidence.receive(
        content=b"keterangan tertulis",
        original_name="a.txt",
        by=players.wayan,
        at=at("2024-10-21", 10),
        chain=case.chain,
    )
    return {"ref": case.ref, "evidence": item.ref}


def handled(cast: Cast) -> dict[str, str]:
    """A case whose accused the agency is handling."""
    return {"ref": make_proceeding(_players(cast)).case.ref}


def personal_link(cast: Cast) -> dict[str, str]:
    """What Budi holds in his hand."""
    players, case = _case(cast, builders.carry_to_study)
    return {"secret": _link(players, case, ())}


def party_with_a_link(cast: Cast) -> dict[str, str]:
    players, case = _case(cast, builders.carry_to_referral)
    _link(players, case, ())
    return {"ref": case.ref, "party": "1"}


def shown_evidence(cast: Cast) -> dict[str, str]:
    players, case = _case(cast, builders.carry_to_study)
    item = evidence.receive(
        content=b"tangkapan layar", original_name="a.txt", by=players.wayan, at=at("2024-10-18", 15), chain=case.chain
    )
    return {"secret": _link(players, case, (item.ref,)), "evidence": item.ref}


def _link(players: Any, case: Case, shown: tuple[str, ...]) -> str:
    now = timezone.now()
    return act.answer_link_issue(
        case_ref=case.ref, party=1, until=now + LINK_DAYS, shown=shown, by=players.wayan, at=now
    )


CASE_SAMPLES: dict[str, Sample] = {
    "case": referred,
    "case_letter": letter,
    "letter_certify": letter,
    "case_evidence": piece_of_evidence,
    "party_add": studied,
    "party_identify": party,
    "party_correct": party,
    "act_add": studied,
    "act_correct": lambda cast: {**referred(cast), "act": "1"},
    "allegation_assess": lambda cast: {**studied(cast), "party": "1", "act": "1"},
    "allegation_confirm": allegation,
    "allegation_change": allegation,
    "case_start_preliminary": registered,
    "case_start_study": preliminary,
    "clarification_invite": studied,
    "clarification_record": invited,
    "case_finish_study": studied,
    "plenary_decide": before_the_plenary,
    "case_refer": to_refer,
    "case_recommend": referred,
    "case_decline": referred,
    "case_withdraw": registered,
    "case_expire": registered,
    "answer_link_issue": party,
    "answer_link_revoke": party_with_a_link,
    "answer_record": party,
    "advice_cite": party,
    "evidence_add": referred,
    "evidence_release": referred,
    "answer_give": personal_link,
    "answer_evidence": shown_evidence,
    "deadline_extend": term,
    "deadline_pause": term,
    "deadline_resume": term,
    "cause_code": handled,
    "handler_recuse": referred,
    "erasure_request": sealed,
    "erasure_approve": sealed,
    "erasure_refuse": sealed,
    "erasure_withdraw": sealed,
}
