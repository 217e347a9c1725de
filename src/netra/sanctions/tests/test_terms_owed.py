"""Which terms a decision starts and which not: each only where an article gives it to this kind of decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.operations import ActRefused, deadline_extend, deadline_pause
from netra.cases.operations.deadlines import moves_offered
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.queries import owed_by
from netra.sanctions.tests.builders import RULING, Story, deed, examine, open_story

pytestmark = pytest.mark.django_db

CITY = "JAMBI-KOTA"
LIKING = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)))
JOINING = replace(
    LIKING,
    deed=deed("party_membership", date(2024, 10, 15)),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)
CONTRACT = (replace(BUDI, employment="PPPK", grade=""),)


@pytest.fixture
def cast():
    return Cast()


def reported(cast, story, route="DISCIPLINE", *, level="SEVERE"):
    """Examined on 6 November 2024, reported as proven on Thursday the 7th."""
    proceeding = open_story(cast, story, route)
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level=level)
    return proceeding


def decide(cast, proceeding, code, contract=""):
    ruling = replace(RULING, sanction_code=code, contract=contract, deviation_reason="Baru sekali.")
    if code.startswith("agency_"):
        ruling = replace(ruling, agency_rule="Perwali 7/2021 Pasal 12 (contoh)", agency_sanction="Teguran (contoh)")
    decided = act.termination_decide if proceeding.route == "STATUS_TERMINATION" else act.decision_make
    return decided(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


def owed(cast, on):
    return {row.term.rule: row.term for row in owed_by(cast.ani, CITY, on=on).terms}


class WhenADecisionMustBeHandedOver:
    """PP 94/2021 Ps 37(3) and PP 53/2010 Ps 31(3) speak of a discipline penalty of a PNS, and of nothing else."""

    def it_has_fourteen_working_days_for_a_penalty_of_a_pns(self, cast):
        """From Mon 2024-11-11: 12–15 | 18–22 | 25, 26, (27 voting day), 28, 29 | 2 December."""
        proceeding = reported(cast, LIKING)
        decide(cast, proceeding, "demotion_12m")
        assert owed(cast, date(2024, 11, 12))["delivery"].due_date == date(2024, 12, 2)

    def it_has_the_same_for_a_candidate_pns(self, cast):
        """PP 94/2021 Ps 43: the regulation holds for a CPNS, mutatis mutandis."""
        proceeding = reported(cast, replace(LIKING, people=(replace(BUDI, employment="CPNS"),)))
        decide(cast, proceeding, "demotion_12m")
        assert "delivery" in owed(cast, date(2024, 11, 12))

    def it_has_no_term_for_the_end_of_a_status(self, cast):
        proceeding = reported(cast, JOINING, "STATUS_TERMINATION", level="TERMINATION")
        decide(cast, proceeding, "status_termination_2023")
        assert owed(cast, date(2024, 12, 31)) == {}

    def it_has_no_term_for_a_penalty_of_a_pppk(self, cast):
        """PP 49/2018 Ps 52 leaves his discipline to the rules of his own agency."""
        proceeding = reported(cast, replace(LIKING, people=CONTRACT))
        decide(cast, proceeding, "agency_moderate_rule")
        assert owed(cast, date(2024, 12, 31)) == {}


class WhenTheContractOfAPppkMustBeEnded:
    """Fourteen working days from Thu 2024-11-07: 8 | 11–15 | 18–22 | 25, 26, (27 voting day), 28: Thu 28 November."""

    def it_is_owed_from_the_day_on_which_party_membership_was_proven(self, cast):
        proceeding = reported(cast, replace(JOINING, people=CONTRACT), "STATUS_TERMINATION", level="TERMINATION")
        term = owed(cast, date(2024, 11, 8))["pppk_termination_party"]
        assert (term.due_date, term.citation) == (date(2024, 11, 28), "PP 49/2018 Pasal 74 ayat (3)")
        assert (term.holder, term.subject_ref) == ("AUTHORITY", proceeding.ref)
        assert term.is_overdue(date(2024, 11, 29))
        decide(cast, proceeding, "contract_end_party", contract="45/PK/2022, 1 April 2022")
        term.refresh_from_db()
        assert term.met_date == date(2024, 11, 11)
        assert owed(cast, date(2024, 12, 31)) == {}

    def it_is_owed_from_the_report_that_proposes_it_for_a_severe_breach(self, cast):
        proceeding = reported(cast, replace(LIKING, people=CONTRACT))
        term = owed(cast, date(2024, 11, 8))["pppk_termination"]
        assert (term.due_date, term.citation) == (date(2024, 11, 28), "PP 49/2018 Pasal 71 ayat (3)")
        decide(cast, proceeding, "agency_moderate_rule")
        term.refresh_from_db()
        assert term.met_date == date(2024, 11, 11)

    def it_is_not_owed_where_the_report_proposes_less(self, cast):
        reported(cast, replace(LIKING, people=CONTRACT), level="MODERATE")
        assert set(owed(cast, date(2024, 11, 8))) <= {"follow_up"}

    def it_is_a_term_that_not_even_the_oversight_body_lengthens_or_stops(self, cast):
        """It stands in the law, not in a letter of BKN; what passes it stays marked."""
        proceeding = reported(cast, replace(JOINING, people=CONTRACT), "STATUS_TERMINATION", level="TERMINATION")
        term = owed(cast, date(2024, 11, 8))["pppk_termination_party"]
        given: dict[str, Any] = {
            "case_ref": proceeding.case.ref,
            "deadline_id": term.pk,
            "reason": "Usul kepada Presiden sedang diteruskan.",
            "document": "B-12/2024, 8 November 2024",
            "by": cast.ani,
            "at": at("2024-11-08"),
        }
        with pytest.raises(ActRefused, match="tidak memberi perpanjangan"):
            deadline_extend(**given, due=date(2024, 12, 5))
        with pytest.raises(ActRefused, match="tidak mengenal jeda"):
            deadline_pause(**given)
        assert moves_offered(cast.ani, term, on=date(2024, 11, 8)) == frozenset()


class WhenAPnsWhoJoinedAPartyMustBeDismissed:
    """PP 11/2017 Ps 270(3): twenty-one working days from Thu 2024-11-07: 28 November is the 14th, 29 | 2–6 December is
    the 20th | Mon 9 December.
    """

    def it_is_owed_from_the_day_on_which_the_membership_was_proven(self, cast):
        proceeding = reported(cast, JOINING, "STATUS_TERMINATION", level="TERMINATION")
        term = owed(cast, date(2024, 11, 8))["pns_termination_party"]
        assert (term.due_date, term.citation) == (date(2024, 12, 9), "PP 11/2017 Pasal 270 ayat (3)")
        assert term.holder == "AUTHORITY"
        decide(cast, proceeding, "status_termination_2023")
        term.refresh_from_db()
        assert term.met_date == date(2024, 11, 11)

    def it_has_no_known_term_for_a_candidate(self, cast):
        """PP 11/2017 Ps 270 says PNS; of a CPNS speaks Ps 37, which names none."""
        candidate = replace(JOINING, people=(replace(BUDI, employment="CPNS"),))
        reported(cast, candidate, "STATUS_TERMINATION", level="TERMINATION")
        assert set(owed(cast, date(2024, 11, 8))) <= {"follow_up"}


class WhenSomebodyStayedAwayFromTheDelivery:
    """Set for Wed 2024-11-13; PerBKN 6/2022 Ps 49(8): sent within three working days, 14, 15 | 18 November."""

    def send(self, cast, story, sent, *, received="2024-11-25", code="demotion_12m", entered="2024-11-25"):
        proceeding = reported(cast, story)
        decide(cast, proceeding, code)
        handover = act.Handover(
            "SENT",
            date.fromisoformat(received),
            "Kantor Pos",
            meant_date=date(2024, 11, 13),
            sent_date=date.fromisoformat(sent) if sent else None,
        )
        act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at(entered))
        return proceeding.case.deadlines.filter(rule="delivery_absent").first()

    @pytest.mark.parametrize(("sent", "in_time"), [("2024-11-18", True), ("2024-11-19", False)])
    def it_is_seen_whether_the_decision_was_sent_in_time(self, cast, sent, in_time):
        term = self.send(cast, LIKING, sent)
        assert (term.due_date, term.met_date) == (date(2024, 11, 18), date.fromisoformat(sent))
        assert (term.citation, term.verification) == ("PerBKN 6/2022 Pasal 49 ayat (8)", "SECONDARY")
        assert (term.met_date <= term.due_date) is in_time

    def it_is_seen_that_the_day_of_sending_was_written_down_after_the_term(self, cast):
        """Sent on 14 November by its own word, entered on 20 January: it does not stand as punctual."""
        term = self.send(cast, LIKING, "2024-11-14", entered="2025-01-20")
        assert (term.met_date, term.recorded_date) == (date(2024, 11, 14), date(2025, 1, 20))
        assert term.was_recorded_late

    def it_is_not_recorded_without_the_day_of_sending(self, cast):
        with pytest.raises(ActRefused, match="tanggal dikirim"):
            self.send(cast, LIKING, "")

    def its_record_says_so_and_asks_nobody_to_sign_who_was_not_there(self, cast):
        self.send(cast, LIKING, "2024-11-18")
        paper = pdf(Letter.objects.get(kind="DELIVERY_RECORD").ref)
        assert says(paper, "tidak hadir pada tanggal yang ditentukan untuk penyerahan, 13 November 2024")
        assert says(paper, "dikirim pada tanggal 18 November 2024")
        assert says(paper, "diterima pada tanggal 25 November 2024")
        assert says(paper, "Yang mengirim")
        assert not says(paper, "Yang menerima") and not says(paper, "telah diserahkan")

    def it_is_not_asked_for_a_pppk(self, cast):
        assert self.send(cast, replace(LIKING, people=CONTRACT), "2024-11-19", code="agency_moderate_rule") is None

    def it_is_not_received_before_it_was_sent(self, cast):
        with pytest.raises(ActRefused, match="mendahului pengiriman"):
            self.send(cast, LIKING, "2024-11-20", received="2024-11-19")


class WhenAPaperBearsAnEarlierDayThanItsRecord:
    """BKN's letter gave the mayor until Friday 15 November 2024. The decision bears the 11th."""

    def answered(self, cast, on):
        proceeding = open_story(cast, LIKING)
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07")
        term = proceeding.case.deadlines.get(rule="follow_up")
        assert term.due_date == date(2024, 11, 15)
        act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at(on))
        term.refresh_from_db()
        return term

    def it_keeps_both_days_and_calls_it_neither_punctual_nor_late(self, cast):
        term = self.answered(cast, "2024-11-20")
        assert (term.met_date, term.recorded_date) == (date(2024, 11, 11), date(2024, 11, 20))
        assert (term.was_late, term.was_recorded_late) == (False, True)

    def it_is_punctual_where_it_was_also_written_down_within_the_term(self, cast):
        term = self.answered(cast, "2024-11-15")
        assert (term.was_late, term.was_recorded_late) == (False, False)

    def it_reads_so_on_the_page(self, cast, client):
        term = self.answered(cast, "2024-11-20")
        client.force_login(cast.ani)
        shown = client.get(f"/perkara/{term.case.ref}/").content.decode()
        assert "bertanggal 11 November 2024, dicatat 20 November 2024 (jatuh tempo 15 November 2024)" in shown
        assert "dicatat sesudah tenggat" in shown
        handled = client.get(f"/penanganan/{term.case.proceedings.get().ref}/").content.decode()
        assert "<br>dicatat 20 November 2024" in handled
