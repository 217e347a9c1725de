"""Who asks a court or the appeal body dies or retires before it answers: what it leaves is carried out on nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import CITY, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.leaving import NOT_EXECUTED
from netra.sanctions.models import Proceeding
from netra.sanctions.offers import steps_open
from netra.sanctions.operations.leaving import Departure
from netra.sanctions.queries import owed_by
from netra.sanctions.tests.builders import RULING, carry_to_decision, deliver, make_proceeding
from netra.sanctions.tests.test_remedies import appeal
from netra.sanctions.tests.test_suits import again, objected, rule, sue
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
SINCE, TOLD = date(2025, 2, 1), "2025-02-05"
PAPER = "474.3/12/Capil, 3 Februari 2025"


def sued(cast: Cast) -> Proceeding:
    """The demotion was upheld on 16 December 2024 and brought before the court on 20 January 2025."""
    proceeding = objected(cast)
    answer = act.Answer("UPHELD", date(2024, 12, 16), "Terbukti.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-16"))
    sue(cast, again(proceeding))
    return again(proceeding)


def leave(cast: Cast, proceeding: Proceeding, kind: str) -> Proceeding:
    gone = Departure(kind=kind, left_date=SINCE, document=PAPER)
    act.servant_left(case_ref=proceeding.case.ref, party=1, departure=gone, by=cast.dewi, at=at(TOLD))
    return again(proceeding)


@pytest.mark.parametrize("kind", ["DIED", "RETIRED"])
class WhenTheCourtHasNotRuledYet:
    def it_is_asked_on_and_nobody_owes_that_he_is_demoted(self, kind):
        cast = Cast()
        proceeding = sued(cast)
        before = owed_by(cast.ani, CITY, on=date(2025, 2, 1))
        assert [each.proceeding.ref for each in before.duties] == [proceeding.ref]
        proceeding = leave(cast, proceeding, kind)
        assert proceeding.state == "SUED"
        assert owed_by(cast.ani, CITY, on=date(2025, 2, 6)).duties == []
        assert steps_open(proceeding, on=date(2025, 2, 6)) == ["sanctions.suit_decide"]

    def it_ends_with_a_ruling_that_leaves_the_decision(self, kind):
        cast = Cast()
        proceeding = leave(cast, sued(cast), kind)
        rule(cast, proceeding, outcome="UPHELD")
        proceeding = again(proceeding)
        assert (proceeding.state, proceeding.outcome) == ("CLOSED", NOT_EXECUTED)
        assert Case.objects.get(pk=proceeding.case_id).state == "CLOSED"
        assert verify_database().problems == []

    def it_goes_on_to_its_end_where_the_court_annuls_it(self, kind):
        cast = Cast()
        proceeding = leave(cast, sued(cast), kind)
        rule(cast, proceeding)
        assert again(proceeding).state == "ANNULLED"
        assert verify_database().problems == []


class WhenAnAppealIsAnsweredAfterHeRetired:
    """PP 79/2021 Ps 29(2), (4): it is answered all the same; a dismissal decides from when his pension is paid."""

    @pytest.mark.parametrize(
        ("outcome", "after", "ends"),
        [("LIGHTENED", "demotion_12m", ("CLOSED", NOT_EXECUTED)), ("UPHELD", "", ("IN_FORCE", ""))],
    )
    def it_ends_where_what_is_left_can_be_carried_out_on_nobody(self, outcome, after, ends):
        """Dismissed on 11 November 2024, retired on 1 February 2025, answered on the 20th."""
        cast = Cast()
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding, replace(RULING, sanction_code="honourable_dismissal"))
        deliver(cast, proceeding, "2024-11-13")
        appeal(cast, proceeding, "2024-12-04")
        proceeding = leave(cast, proceeding, "RETIRED")
        assert proceeding.state == "APPEALED"
        answer = act.Answer(outcome, date(2025, 2, 20), "Terbukti.", after)
        act.appeal_decide(ref=proceeding.ref, answer=answer, by=cast.dewi, at=at("2025-02-24"))
        proceeding = again(proceeding)
        assert (proceeding.state, proceeding.outcome) == ends
        assert verify_database().problems == []


class WhenTheAppealLeftAMilderPenaltyAndACourtIsAsked:
    def it_is_owed_of_a_civil_servant_and_of_nobody_who_has_retired(self):
        """Dismissed, lightened by BPASN to a demotion on 20 January 2025, sued on the 21st, retired on 1 February."""
        cast = Cast()
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding, replace(RULING, sanction_code="honourable_dismissal"))
        deliver(cast, proceeding, "2024-11-13")
        appeal(cast, proceeding, "2024-12-04")
        answer = act.Answer("LIGHTENED", date(2025, 1, 20), "Terbukti.", "demotion_12m")
        act.appeal_decide(ref=proceeding.ref, answer=answer, by=cast.dewi, at=at("2025-01-21"))
        sue(cast, again(proceeding), filed_date=date(2025, 1, 21))
        owed = owed_by(cast.ani, CITY, on=date(2025, 1, 30)).duties
        assert [each.proceeding.ref for each in owed] == [proceeding.ref]
        leave(cast, again(proceeding), "RETIRED")
        assert owed_by(cast.ani, CITY, on=date(2025, 2, 6)).duties == []
