"""Who asks a court dies or retires before it rules: it rules all the same, and nothing is carried out on the dead."""

from __future__ import annotations

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
