"""The answer to an appeal or an objection: who owes it, by when, and that giving it ends the debt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.offers import offers
from netra.sanctions.queries import owed_by
from netra.sanctions.tests.builders import (
    RULING,
    Story,
    carry_to_decision,
    carry_to_delivery,
    deed,
    deliver,
    examine,
    make_proceeding,
    open_story,
)
from netra.trust.access import NotAllowed
from netra.trust.errors import Refused

pytestmark = pytest.mark.django_db

CITY = "JAMBI-KOTA"
PAPER = "800/12/BKPSDM/2025, 6 Januari 2025"
MEMBER = Story(
    date(2024, 10, 17),
    deed("party_membership", date(2024, 10, 15)),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)


@pytest.fixture
def cast():
    return Cast()


def reply(cast, proceeding, day, *, document=PAPER, by=None, recorded="2025-01-13"):
    return act.remedy_reply(
        ref=proceeding.ref,
        replied_date=date.fromisoformat(day),
        document=document,
        by=by or cast.rahmat,
        at=at(recorded),
    )


def objected(cast, proceeding):
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds="Keliru.", by=cast.dewi, at=at("2024-12-04")
    )
    return proceeding


def owed(cast, on):
    return {row.term.rule for row in owed_by(cast.ani, CITY, on=on).terms}


def offered(user, proceeding, on):
    proceeding.refresh_from_db()
    return {each.act for each in offers(user, proceeding, on=on)}


class WhenADismissalWasAppealedAgainst:
    """Filed Wed 2024-12-04. PP 79/2021 Ps 13(1): the authority answers BPASN within 21 working days:

    5, 6 | 9–13 | 16–20 | 23, 24, (25, 26), 27 | 30, 31, (1), 2, 3 | 6, 7 January.
    """

    @pytest.fixture
    def proceeding(self, cast):
        proceeding = open_story(cast, MEMBER, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        ruling = replace(RULING, sanction_code="status_termination_2023")
        act.termination_decide(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))
        deliver(cast, proceeding, "2024-11-13")
        act.appeal_file(
            ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds="Keliru.", by=cast.dewi, at=at("2024-12-04")
        )
        return proceeding

    def it_is_a_debt_of_the_authority_until_it_answered(self, cast, proceeding):
        term = proceeding.case.deadlines.get(rule="appeal_reply")
        assert (term.due_date, term.citation) == (date(2025, 1, 7), "PP 79/2021 Pasal 13 ayat (1)")
        assert "appeal_reply" in owed(cast, date(2025, 1, 8))
        remedy = reply(cast, proceeding, "2025-01-06")
        assert (remedy.replied_date, remedy.reply_document) == (date(2025, 1, 6), PAPER)
        term.refresh_from_db()
        assert term.met_date == date(2025, 1, 6)
        assert owed(cast, date(2025, 1, 14)) == set()

    def it_waits_for_the_body_all_the_same(self, cast, proceeding):
        reply(cast, proceeding, "2025-01-06")
        proceeding.refresh_from_db()
        assert proceeding.state == "APPEALED"
        assert proceeding.case.deadlines.get(rule="appeal_decision").met_date is None
        answer = act.Answer("UPHELD", date(2025, 2, 3), "Dikuatkan.")
        act.appeal_decide(ref=proceeding.ref, answer=answer, by=cast.ani, at=at("2025-02-05"))
        assert proceeding.case.deadlines.get(rule="appeal_reply").met_date == date(2025, 1, 6)

    def it_is_recorded_as_late_where_it_came_late(self, cast, proceeding):
        reply(cast, proceeding, "2025-01-10")
        term = proceeding.case.deadlines.get(rule="appeal_reply")
        assert term.met_date > term.due_date

    def it_is_answered_once_and_offered_until_then(self, cast, proceeding):
        assert "sanctions.remedy_reply" in offered(cast.rahmat, proceeding, date(2025, 1, 6))
        reply(cast, proceeding, "2025-01-06")
        assert "sanctions.remedy_reply" not in offered(cast.rahmat, proceeding, date(2025, 1, 13))
        with pytest.raises(ActRefused, match="sudah dicatat"):
            reply(cast, proceeding, "2025-01-10")

    def it_names_the_paper_and_a_day_that_can_be(self, cast, proceeding):
        for day, document, why in (
            ("2024-12-03", PAPER, "mendahului pengajuan"),
            ("2025-01-14", PAPER, "masa depan"),
            ("2025-01-06", " ", "belum menyebut nomor dan tanggal surat"),
        ):
            with pytest.raises(Refused, match=why):
                reply(cast, proceeding, day, document=document)

    def it_is_not_for_those_who_oversee(self, cast, proceeding):
        with pytest.raises(NotAllowed):
            reply(cast, proceeding, "2025-01-06", by=cast.ani)


class WhenAnObjectionWasFiled:
    def it_is_answered_by_the_official_who_imposed_the_penalty(self, cast):
        """PP 79/2021 Ps 8(1) and (3): to his superior, within six working days, here until 12 December."""
        proceeding = make_proceeding(cast)
        ruling = replace(
            RULING,
            sanction_code="verbal_reprimand",
            imposed_by="OFFICIAL",
            signer_title="Camat (contoh)",
            deviation_reason="Baru sekali.",
        )
        carry_to_decision(cast, proceeding, ruling)
        deliver(cast, proceeding, "2024-11-13")
        objected(cast, proceeding)
        assert "objection_response" in owed(cast, date(2024, 12, 13))
        reply(cast, proceeding, "2024-12-11", by=cast.dewi)
        assert owed(cast, date(2024, 12, 13)) == {"objection_decision"}

    def it_has_no_answer_where_the_authority_decides_on_its_own_penalty(self, cast):
        """PP 79/2021 Ps 3(2) and 5(1)."""
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        objected(cast, proceeding)
        assert "sanctions.remedy_reply" not in offered(cast.rahmat, proceeding, date(2024, 12, 5))
        with pytest.raises(ActRefused, match=r"Pasal 3 ayat \(2\)"):
            reply(cast, proceeding, "2024-12-05")

    def it_is_not_answered_before_it_was_filed(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        with pytest.raises(WrongState):
            reply(cast, proceeding, "2024-12-05")
