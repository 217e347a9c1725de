"""Whoever stays away from the delivery: offered on the set day, then sent within a term of its own; the receipt apart.

Decided on Monday 2024-11-11, so to be delivered within fourteen working days; set for Wednesday the 13th. PerBKN 6/2022
Ps 49(8) gives three working days to send it: 14, 15 | 18 November.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import CITY, Cast, at
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import DeliveryMiss
from netra.sanctions.offers import offers
from netra.sanctions.queries import owed_by
from netra.sanctions.tests.builders import (
    PARTISAN_2019,
    RULING,
    Story,
    carry_to_decision,
    examine,
    make_proceeding,
    open_story,
)
from netra.sanctions.tests.test_remedies import examined_in_2019
from netra.trust import trail
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
SET = date(2024, 11, 13)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def decided(cast):
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    return proceeding


@told_once
def miss(cast, proceeding, day="2024-11-13", entered="2024-11-13"):
    set_date = date.fromisoformat(day)
    return act.delivery_miss(ref=proceeding.ref, set_date=set_date, by=cast.dewi, at=at(entered))


@told_once
def send(cast, proceeding, day="2024-11-18"):
    return act.decision_send(ref=proceeding.ref, sent_date=date.fromisoformat(day), by=cast.dewi, at=at(day))


@told_once
def receive(cast, proceeding, day="2024-12-16", manner="SENT"):
    handover = act.Handover(manner, date.fromisoformat(day), "Kantor Pos")
    return act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at(day))


def term(proceeding, rule):
    return proceeding.case.deadlines.get(rule=rule)


def owed(cast, on):
    return {row.term.rule: row.overdue for row in owed_by(cast.ani, CITY, on=date.fromisoformat(on)).terms}


def state(proceeding):
    return type(proceeding).objects.get(pk=proceeding.pk).state


class WhenThePersonStaysAway:
    def it_was_offered_in_time_and_the_sending_is_owed_and_becomes_overdue(self, cast, decided):
        miss(cast, decided)
        assert term(decided, "delivery").met_date == SET
        waiting = term(decided, "delivery_absent")
        assert (waiting.start_date, waiting.due_date, waiting.holder) == (SET, date(2024, 11, 18), "AGENCY")
        assert (waiting.citation, waiting.verification) == ("PerBKN 6/2022 Pasal 49 ayat (8)", "SECONDARY")
        assert owed(cast, "2024-11-18") == {"delivery_absent": False}
        assert owed(cast, "2024-11-19") == {"delivery_absent": True}
        assert state(decided) == "DELIVERY_MISSED"
        assert trail.history(decided.case.chain)[-1].citation == "PP 94/2021 Pasal 37 ayat (4)"

    def it_was_offered_late_where_the_day_that_was_set_was_late(self, cast, decided):
        miss(cast, decided, "2024-12-20", "2024-12-20")
        assert term(decided, "delivery").was_late

    def it_is_not_written_down_twice(self, cast, decided):
        miss(cast, decided)
        with pytest.raises(WrongState, match="Tidak hadir pada penyampaian"):
            miss(cast, decided)

    def it_is_handed_over_where_he_comes_for_it_after_all(self, cast, decided):
        miss(cast, decided)
        receive(cast, decided, "2024-11-15", "IN_PERSON")
        assert (state(decided), term(decided, "delivery_absent").met_date) == ("DELIVERED", date(2024, 11, 15))

    def it_is_not_received_by_post_before_it_was_sent(self, cast, decided):
        miss(cast, decided)
        with pytest.raises(ActRefused, match="tanggal dikirim"):
            receive(cast, decided)


class WhenItIsSent:
    @pytest.mark.parametrize(("sent", "late"), [("2024-11-18", False), ("2024-11-19", True)])
    def it_ends_the_term_on_the_day_of_sending(self, cast, decided, sent, late):
        miss(cast, decided)
        send(cast, decided, sent)
        ended = term(decided, "delivery_absent")
        assert (ended.met_date, ended.was_late) == (date.fromisoformat(sent), late)
        assert state(decided) == "DECISION_SENT"
        assert owed(cast, "2025-06-02") == {}

    def it_counts_effect_and_remedy_from_the_receipt_however_long_the_letter_was_under_way(self, cast, decided):
        """Received on Monday 16 December 2024; the duty to deliver stays met on the day that was set."""
        miss(cast, decided)
        send(cast, decided)
        delivery = receive(cast, decided)
        assert not term(decided, "delivery").was_late
        assert term(decided, "objection_filing").start_date == date(2024, 12, 16)
        printed = pdf(delivery.letter_ref)
        assert says(printed, "tanggal yang ditentukan untuk penyerahan, 13 November 2024")
        assert says(printed, "dikirim pada tanggal 18 November 2024")
        assert says(printed, "diterima pada tanggal 16 Desember 2024")

    def it_is_held_against_the_trail(self, cast, decided):
        miss(cast, decided)
        send(cast, decided)
        assert trail.verify_database().ok
        with unlocked():
            DeliveryMiss.objects.update(sent_date=date(2024, 11, 14))
        assert not trail.verify_database().ok


class WhenItWasAllWrittenDownAtOnce:
    def it_is_met_on_the_day_that_was_set_though_received_after_the_term(self, cast, decided):
        handover = act.Handover("SENT", date(2024, 12, 16), "Kantor Pos", meant_date=SET, sent_date=date(2024, 11, 14))
        act.decision_deliver(ref=decided.ref, handover=handover, by=cast.dewi, at=at("2024-12-16"))
        assert term(decided, "delivery").met_date == SET
        assert term(decided, "delivery_absent").met_date == date(2024, 11, 14)


class WhenItIsUnderTheOldRegulation:
    def it_has_no_term_of_sending_and_counts_from_the_day_that_was_set_even_where_he_comes_later(self, cast):
        """PP 53/2010 Ps 46: set for Thursday 2019-03-21, fetched on 2019-04-01: in force on 2019-04-05."""
        proceeding = examined_in_2019(cast)
        ruling = replace(RULING, sanction_code="promotion_delay_1y", decided_date=date(2019, 3, 20))
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20", 16))
        miss(cast, proceeding, "2019-03-21", "2019-03-21")
        assert not proceeding.case.deadlines.filter(rule="delivery_absent").exists()
        assert trail.history(proceeding.case.chain)[-1].citation == "PP 53/2010 Pasal 31 ayat (4)"
        assert receive(cast, proceeding, "2019-04-01", "IN_PERSON").in_force_date == date(2019, 4, 5)

    def it_counts_from_the_receipt_where_the_day_was_set_after_that_regulation_had_ended(self, cast):
        """Decided on Monday 30 August 2021, set for 1 September: PP 53/2010 Ps 46 is gone (PP 94/2021 Ps 45 angka 3)
        and PP 94/2021 knows no such day, so Ps 44(1) is followed: received on 6 September, in force on the 21st.
        """
        story = Story(date(2021, 7, 12), replace(PARTISAN_2019.deed, act_date=date(2021, 7, 11)), level="MODERATE")
        proceeding = open_story(cast, story)
        examine(cast, proceeding, letter="2021-08-02", held="2021-08-12", reported="2021-08-16", level="MODERATE")
        ruling = replace(
            RULING,
            sanction_code="promotion_delay_1y",
            imposed_by="OFFICIAL",
            signer_title="Kepala Dinas Tata Ruang",
            decided_date=date(2021, 8, 30),
        )
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2021-08-30", 16))
        proceeding.refresh_from_db()
        assert proceeding.regime == "DISC-53"
        miss(cast, proceeding, "2021-09-01", "2021-09-01")
        send(cast, proceeding, "2021-09-02")
        assert receive(cast, proceeding, "2021-09-06", "SENT").in_force_date == date(2021, 9, 21)


@pytest.fixture
@told_once
def never_arrived(cast):
    """Promotion put off by an official's decision of Wednesday 20 March 2019; he stayed away on the 21st, sent on the
    22nd. By PP 53/2010 Ps 46 it holds on the fifteenth day from the 21st: Friday 5 April.
    """
    proceeding = examined_in_2019(cast)
    ruling = replace(
        RULING,
        sanction_code="promotion_delay_1y",
        imposed_by="OFFICIAL",
        signer_title="Kepala Dinas Tata Ruang",
        decided_date=date(2019, 3, 20),
    )
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20", 16))
    miss(cast, proceeding, "2019-03-21", "2019-03-21")
    send(cast, proceeding, "2019-03-22")
    proceeding.refresh_from_db()
    return proceeding


def enforce(cast, proceeding, day):
    return act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at(day))


def offered(cast, proceeding, day):
    proceeding = type(proceeding).objects.get(pk=proceeding.pk)
    return {each.act.removeprefix("sanctions.") for each in offers(cast.dewi, proceeding, on=date.fromisoformat(day))}


class WhenItNeverArrivesUnderTheOldRegulation:
    def it_is_owed_to_write_down_that_it_holds_on_the_fifteenth_day(self, cast, never_arrived):
        waiting = term(never_arrived, "discipline_in_force_absent")
        assert (waiting.start_date, waiting.due_date) == (date(2019, 3, 21), date(2019, 4, 5))
        assert waiting.citation == "PP 53/2010 Pasal 46"
        assert owed(cast, "2019-04-08") == {"discipline_in_force_absent": True}
        assert offered(cast, never_arrived, "2019-04-04") == {"decision_deliver"}
        assert offered(cast, never_arrived, "2019-04-05") == {"decision_deliver", "decision_enforce"}
        with pytest.raises(ActRefused, match="5 April 2019"):
            enforce(cast, never_arrived, "2019-04-04")

    def it_holds_and_is_called_final_and_carried_out(self, cast, never_arrived):
        enforce(cast, never_arrived, "2019-04-08")
        told = trail.history(never_arrived.case.chain)[-1]
        assert (told.citation, told.payload["in_force"]) == ("PP 53/2010 Pasal 46", "2019-04-05")
        assert owed(cast, "2019-04-08") == {}
        duties = owed_by(cast.ani, CITY, on=date(2019, 4, 8)).duties
        assert [(each.label, each.since) for each in duties] == [
            ("Menyatakan keputusan berkekuatan tetap", date(2019, 4, 5))
        ]
        assert offered(cast, never_arrived, "2019-04-08") == {"decision_deliver", "decision_finalise"}
        act.decision_finalise(ref=never_arrived.ref, by=cast.dewi, at=at("2019-04-08"))
        act.decision_execute(
            ref=never_arrived.ref, document="SK 800/9/2019, 8 April 2019", by=cast.dewi, at=at("2019-04-08", 10)
        )
        assert state(never_arrived) == "EXECUTED"
        assert trail.verify_database().ok

    @pytest.mark.parametrize("through", [0, 1, 2, 3])
    def it_may_still_arrive_and_then_be_objected_to(self, cast, never_arrived, through):
        """Ps 35(2): fourteen days from the receipt on Monday 6 May 2019, so until Monday the 20th."""
        ref = never_arrived.ref
        enforce(cast, never_arrived, "2019-04-08")
        document = "SK 800/9/2019, 8 April 2019"
        later = [
            lambda: act.decision_finalise(ref=ref, by=cast.dewi, at=at("2019-04-08", 10)),
            lambda: act.decision_execute(ref=ref, document=document, by=cast.dewi, at=at("2019-04-08", 11)),
            lambda: act.proceeding_close(ref=ref, by=cast.dewi, at=at("2019-04-08", 12)),
        ]
        for step in later[:through]:
            step()
        before = state(never_arrived)
        objection = {"ref": ref, "filed_date": date(2019, 5, 10), "grounds": "Keliru.", "by": cast.dewi}
        with pytest.raises(ActRefused, match="Belum dicatat kapan keputusan ini diterima"):
            act.objection_file(**objection, at=at("2019-05-10"))
        delivery = receive(cast, never_arrived, "2019-05-06")
        assert (delivery.in_force_date, state(never_arrived)) == (date(2019, 4, 5), before)
        assert term(never_arrived, "objection_filing").due_date == date(2019, 5, 20)
        assert "decision_deliver" not in offered(cast, never_arrived, "2019-05-10")
        with pytest.raises(WrongState, match="diterima pada 6 Mei 2019"):
            receive(cast, never_arrived, "2019-05-07")
        act.objection_file(**objection, at=at("2019-05-10"))
        assert state(never_arrived) == "OBJECTED"
        assert trail.verify_database().ok

    def it_is_said_of_the_new_regulation_that_it_counts_from_the_receipt(self, cast, decided):
        miss(cast, decided)
        send(cast, decided)
        assert offered(cast, decided, "2025-06-02") == {"decision_deliver"}
        with pytest.raises(ActRefused, match="dihitung dari penerimaan"):
            enforce(cast, decided, "2025-06-02")
