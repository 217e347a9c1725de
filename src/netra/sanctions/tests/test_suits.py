"""After the answer to an objection or an appeal: the court, its ruling, and a follow-up that is taken up again.

PP 79/2021 Ps 5(3), 6(3), 8(7), 9(3): the administrative court; Ps 18: after BPASN the high administrative court.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.models import Case
from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding, Suit
from netra.sanctions.offers import offers
from netra.sanctions.queries import owed_by
from netra.sanctions.tests.builders import deliver, examine, open_story, punished
from netra.sanctions.tests.test_remedies import GROUNDS, MEMBER_2024, terminate
from netra.trust import trail
from netra.trust.errors import Refused
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
ENTRY = "12/G/2025/PTUN.JBI, 20 Januari 2025"
PAPER = "12/G/2025/PTUN.JBI, 12 Mei 2025"
RULING = act.CourtRuling("ANNULLED", date(2025, 5, 12), PAPER, "Bukti tidak cukup (contoh).")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@told_once
def objected(cast) -> Proceeding:
    """Demoted; received on 13 November 2024; objected on 2 December: to be answered until 3 January 2025."""
    proceeding = punished(cast)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds=GROUNDS, by=cast.dewi, at=at("2024-12-02")
    )
    return again(proceeding)


@pytest.fixture
@told_once
def upheld(cast) -> Proceeding:
    """The mayor upheld it on 16 December 2024."""
    proceeding = objected(cast)
    answer = act.Answer("UPHELD", date(2024, 12, 16), "Terbukti.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-16"))
    return again(proceeding)


@pytest.fixture
@told_once
def closed(cast, upheld) -> Proceeding:
    """Carried out, and with the only accused everything is closed."""
    act.decision_finalise(ref=upheld.ref, by=cast.dewi, at=at("2024-12-18"))
    act.decision_execute(ref=upheld.ref, document="SK 1, 20 Desember 2024", by=cast.dewi, at=at("2024-12-20"))
    act.proceeding_close(ref=upheld.ref, by=cast.dewi, at=at("2024-12-23"))
    return again(upheld)


def again(proceeding: Proceeding) -> Proceeding:
    return Proceeding.objects.get(pk=proceeding.pk)


@told_once
def sue(cast, proceeding, **over: Any) -> Suit:
    said = {"filed_date": date(2025, 1, 20), "seat": "Jambi", "document": ENTRY, **over}
    return act.suit_file(ref=proceeding.ref, **said, by=cast.dewi, at=at("2025-01-21"))


@told_once
def rule(cast, proceeding, **over: Any) -> Suit:
    return act.suit_decide(ref=proceeding.ref, ruling=replace(RULING, **over), by=cast.dewi, at=at("2025-05-14"))


class WhenTheAnswerDidNotSatisfy:
    def it_is_brought_before_the_court_and_what_holds_goes_on_holding(self, cast, upheld):
        suit = sue(cast, upheld)
        assert suit.court == "Pengadilan Tata Usaha Negara Jambi"
        assert again(upheld).state == "SUED"
        assert upheld.decision.delivery.in_force_date == date(2024, 12, 16)
        told = next(each for each in reversed(trail.history(upheld.case.chain)) if each.verb == "sanctions.suit_file")
        assert told.citation.startswith("PP 79/2021 Pasal 5 ayat (3), Pasal 6 ayat (3), dan Pasal 18")

    def it_leaves_nothing_where_the_court_annuls_and_the_old_answer_stays_to_be_read(self, cast, upheld):
        sue(cast, upheld)
        suit = rule(cast, upheld)
        found = again(upheld)
        assert (found.state, found.decision.remedy.outcome, found.decision.remedy.level_after) == (
            "ANNULLED",
            "ANNULLED",
            "",
        )
        assert (suit.former_outcome, suit.former_level, suit.former_decided_date) == (
            "UPHELD",
            "SEVERE",
            date(2024, 12, 16),
        )
        assert found.decision.delivery.in_force_date is None
        assert trail.verify_database().ok
        act.proceeding_close(ref=found.ref, by=cast.dewi, at=at("2025-05-15"))
        assert Case.objects.get(pk=found.case_id).state == "NOT_PROVEN"

    def it_holds_otherwise_where_the_court_changes_it(self, cast, upheld):
        sue(cast, upheld)
        with pytest.raises(ActRefused, match="Pilih hukuman setelah putusan"):
            rule(cast, upheld, outcome="CHANGED")
        rule(cast, upheld, outcome="CHANGED", sanction_after="promotion_delay_1y")
        found = again(upheld)
        assert (found.state, found.decision.remedy.level_after) == ("IN_FORCE", "MODERATE")
        assert found.decision.delivery.in_force_date == date(2025, 5, 12)
        assert trail.verify_database().ok

    def it_stays_as_it_was_where_the_court_upholds_it(self, cast, upheld):
        sue(cast, upheld)
        rule(cast, upheld, outcome="UPHELD")
        found = again(upheld)
        assert (found.state, found.decision.remedy.decided_date) == ("IN_FORCE", date(2024, 12, 16))
        assert trail.verify_database().ok


class WhenTheDecisionHoldsWhileACourtIsAsked:
    """No article that was read lets a suit put off what holds."""

    def it_is_owed_reminded_of_and_carried_out_before_the_ruling(self, cast, upheld):
        sue(cast, upheld)
        (duty,) = owed_by(cast.ani, "JAMBI-KOTA", on=date(2025, 2, 1)).duties
        assert duty.label == "Melaksanakan keputusan yang tetap berlaku selama digugat"
        act.duty_remind(ref=upheld.ref, by=cast.ani, at=at("2025-02-01"))
        act.decision_execute(ref=upheld.ref, document="821/12, 3 Februari 2025", by=cast.dewi, at=at("2025-02-03"))
        assert again(upheld).state == "SUED"
        assert owed_by(cast.ani, "JAMBI-KOTA", on=date(2025, 2, 4)).duties == []
        with pytest.raises(ActRefused, match="sudah dilaksanakan atau belum berlaku"):
            act.decision_execute(ref=upheld.ref, document="821/13, 4 Februari 2025", by=cast.dewi, at=at("2025-02-04"))
        rule(cast, upheld, outcome="ANNULLED")
        assert again(upheld).state == "RESTORING"
        assert trail.verify_chain(upheld.case.chain).ok


class WhenTheAnswerHadLightenedThePenalty:
    def it_may_be_made_the_first_one_again_but_not_what_it_is(self, cast):
        """The court changes what holds: the delay of an increment that the mayor had made of the demotion."""
        proceeding = objected(cast)
        lighter = act.Answer("LIGHTENED", date(2024, 12, 16), "Baru sekali.", "increment_delay_1y")
        act.objection_decide(ref=proceeding.ref, answer=lighter, by=cast.rahmat, at=at("2024-12-16"))
        sue(cast, proceeding)
        with pytest.raises(ActRefused, match=r"tidak diubah dari «Penundaan kenaikan gaji berkala"):
            rule(cast, proceeding, outcome="CHANGED", sanction_after="increment_delay_1y")
        suit = rule(cast, proceeding, outcome="CHANGED", sanction_after="demotion_12m")
        remedy = again(proceeding).decision.remedy
        assert (remedy.sanction_after, remedy.level_after) == ("demotion_12m", "SEVERE")
        assert suit.former_sanction == "increment_delay_1y"
        assert trail.verify_database().ok


class WhenNobodyAnswered:
    def it_waits_until_the_term_of_the_answer_is_over(self, cast):
        """Twenty-one working days from 2 December 2024 end before 20 January 2025 (PP 79/2021 Ps 5(1), (3))."""
        proceeding = objected(cast)
        with pytest.raises(ActRefused, match=r"masih dapat diputus.*Pasal 5 ayat \(3\)"):
            act.suit_file(
                ref=proceeding.ref,
                filed_date=date(2024, 12, 17),
                seat="Jambi",
                document="1/G/2024, 17 Desember 2024",
                by=cast.dewi,
                at=at("2024-12-18"),
            )
        sue(cast, proceeding)
        rule(cast, proceeding, outcome="UPHELD")
        found = again(proceeding)
        assert (found.state, found.decision.remedy.outcome) == ("IN_FORCE", "UPHELD")
        assert found.decision.delivery.in_force_date == date(2025, 5, 12)
        assert trail.verify_database().ok


class WhenEverythingWasClosed:
    def it_takes_up_the_follow_up_again_and_the_penalty_is_given_back(self, cast, closed):
        assert Case.objects.get(pk=closed.case_id).state == "CLOSED"
        sue(cast, closed)
        case = Case.objects.get(pk=closed.case_id)
        assert (case.state, case.ended_date, again(closed).closed_date) == ("PROCEEDING", None, None)
        rule(cast, closed)
        assert again(closed).state == "RESTORING"
        act.restoration_record(
            ref=closed.ref,
            restored_date=date(2025, 5, 20),
            document="SK 4/2025, 20 Mei 2025",
            by=cast.dewi,
            at=at("2025-05-20"),
        )
        act.proceeding_close(ref=closed.ref, by=cast.dewi, at=at("2025-05-21"))
        case = Case.objects.get(pk=closed.case_id)
        assert case.state == "NOT_PROVEN" and case.erase_date is not None
        assert trail.verify_database().ok

    def it_stays_carried_out_where_the_court_upholds_it_and_is_closed_again(self, cast, closed):
        sue(cast, closed)
        rule(cast, closed, outcome="UPHELD")
        assert again(closed).state == "EXECUTED"
        act.proceeding_close(ref=closed.ref, by=cast.dewi, at=at("2025-05-15"))
        assert Case.objects.get(pk=closed.case_id).state == "CLOSED"
        assert trail.verify_database().ok

    def it_takes_in_an_objection_that_was_filed_in_time_too(self, cast):
        proceeding = punished(cast)
        act.decision_execute(ref=proceeding.ref, document="SK 1, 9 Desember 2024", by=cast.dewi, at=at("2024-12-09"))
        act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-10"))
        told: dict[str, Any] = {"filed_date": date(2024, 12, 4), "grounds": GROUNDS}
        act.objection_file(ref=proceeding.ref, **told, by=cast.dewi, at=at("2024-12-12"))
        found = again(proceeding)
        assert (found.state, found.case.state) == ("OBJECTED", "PROCEEDING")
        assert found.decision.remedy.after_execution
        assert trail.verify_database().ok


class WhenStatusEnded:
    def it_goes_to_the_high_court_after_bpasn(self, cast):
        proceeding = open_story(cast, MEMBER_2024, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
        deliver(cast, proceeding, "2024-11-13")
        came: dict[str, Any] = {"filed_date": date(2024, 12, 2), "grounds": GROUNDS}
        act.appeal_file(ref=proceeding.ref, **came, by=cast.dewi, at=at("2024-12-02"))
        with pytest.raises(WrongState):
            sue(cast, proceeding)
        answer = act.Answer("UPHELD", date(2025, 1, 10), "Dikuatkan.")
        act.appeal_decide(ref=proceeding.ref, answer=answer, by=cast.dewi, at=at("2025-01-15"))
        assert sue(cast, proceeding).court == "Pengadilan Tinggi Tata Usaha Negara Jambi"
        told = next(
            each for each in reversed(trail.history(proceeding.case.chain)) if each.verb == "sanctions.suit_file"
        )
        assert told.citation.startswith("PP 79/2021 Pasal 18")


class WhenItIsRefused:
    @pytest.mark.parametrize(
        ("over", "why"),
        [
            ({"seat": " "}, "tempat kedudukan"),
            ({"document": "gugatan"}, "belum menyebut nomor dan tanggal"),
            ({"filed_date": date(2025, 1, 22)}, "masa depan"),
            ({"filed_date": date(2024, 12, 13)}, "mendahului"),
        ],
    )
    def it_says_what_is_wrong_with_a_suit(self, cast, upheld, over, why):
        with pytest.raises(Refused, match=why):
            sue(cast, upheld, **over)

    @pytest.mark.parametrize(
        ("over", "why"),
        [
            ({"outcome": "LIGHTENED"}, "Pilih putusan"),
            ({"reason": ""}, "pertimbangan"),
            ({"document": "putusan"}, "belum menyebut nomor dan tanggal"),
            ({"decided_date": date(2025, 1, 19)}, "mendahului"),
            ({"decided_date": date(2025, 5, 15)}, "masa depan"),
        ],
    )
    def it_says_what_is_wrong_with_a_ruling(self, cast, upheld, over, why):
        sue(cast, upheld)
        with pytest.raises(Refused, match=why):
            rule(cast, upheld, **over)

    def it_needs_a_remedy_before(self, cast):
        proceeding = punished(cast)
        with pytest.raises(ActRefused, match="terhadap putusan atas upaya administratif"):
            sue(cast, proceeding)
        assert "sanctions.suit_file" not in {
            each.act for each in offers(cast.dewi, again(proceeding), on=date(2024, 12, 6))
        }

    def it_is_recorded_once(self, cast, upheld):
        sue(cast, upheld)
        rule(cast, upheld, outcome="UPHELD")
        with pytest.raises(ActRefused, match="yang kedua tidak dicatat"):
            act.suit_file(
                ref=upheld.ref,
                filed_date=date(2025, 5, 13),
                seat="Jambi",
                document="13/G/2025, 13 Mei 2025",
                by=cast.dewi,
                at=at("2025-05-15"),
            )
