"""An accused who was not known, or wrongly known, at registration: an officer says anew who it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases import operations as act
from netra.cases.known import known_of
from netra.cases.models import Case, Party
from netra.cases.tests.builders import BUDI, Cast, at, carry_to_recommendation, carry_to_study, day, make_case
from netra.registry.tests.builders import make_person, make_position
from netra.trust import trail
from netra.trust.access import NotAllowed

pytestmark = pytest.mark.django_db
NIP = "198001012005011001"


def correct(cast: Cast, case: Case, *, by=None, source: str = "DECREE", on: str = "2024-10-18", **fields: str) -> Party:
    return act.party_correct(
        case_ref=case.ref, ordinal=1, party=replace(BUDI, **fields), source=source, by=by or cast.wayan, at=at(on, 15)
    )


class WhenNothingWasKnown:
    def it_is_filled_in_and_the_trail_says_what_changed_and_from_where_but_not_the_words(self):
        cast = Cast()
        case = make_case(cast, parties=(act.NewParty(),))
        correct(cast, case)
        accused = case.parties.get()
        assert (accused.name, accused.position, accused.agency_code) == (BUDI.name, BUDI.position, BUDI.agency_code)
        told = next(each for each in reversed(trail.history(case.chain)) if each.verb == "cases.party_correct")
        assert told.payload["source"] == "DECREE" and "name" in str(told.payload["changed"])
        assert BUDI.name not in str(told.payload)

    def it_proposes_what_the_staff_records_say_of_the_confirmed_number(self):
        cast = Cast()
        case = make_case(cast, parties=(act.NewParty(name="Budi S. (contoh)"),))
        held = make_position(make_person(NIP, "Budi Santoso (contoh)"), start_date=day("2020-01-01"))
        assert known_of(case.parties.get(), on=day("2024-10-18"))["position_title"] == ""
        act.party_identify(
            case_ref=case.ref,
            ordinal=1,
            nip=NIP,
            attribute="UNIT",
            same_person=True,
            by=cast.wayan,
            at=at("2024-10-18"),
        )
        proposed = known_of(case.parties.get(), on=day("2024-10-18"))
        assert (proposed["position"], proposed["position_title"]) == (held.position, held.title)


class WhenThePostWasWrong:
    def it_is_assessed_anew_and_waits_for_an_officer(self):
        """PP 94/2021 Ps 5 binds a PNS; a PPPK answers by his agency's own discipline (PP 49/2018 Ps 52)."""
        cast = Cast()
        case = make_case(cast)
        carry_to_study(cast, case)
        before = case.parties.get().allegations.get()
        correct(cast, case, employment="PPPK", source="STAFF_RECORDS")
        after = case.parties.get().allegations.get()
        assert (before.state, after.state) == ("CONFIRMED", "PROPOSED")
        assert (after.reason, after.decided_by) == ("", "")
        assert "49/2018" not in str(before.assessment)
        assert "49/2018" in str(after.assessment)

    def it_is_left_alone_where_only_the_name_was_misspelt(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_study(cast, case)
        told = len(trail.history(case.chain))
        correct(cast, case, name="Budhi (contoh)")
        assert len(trail.history(case.chain)) == told + 1


class WhenItIsRefused:
    def it_says_that_nothing_changed(self):
        cast = Cast()
        with pytest.raises(act.ActRefused, match="Tidak ada yang berubah"):
            correct(cast, make_case(cast))

    def it_asks_from_where_it_is_known(self):
        cast = Cast()
        with pytest.raises(act.ActRefused, match="Keputusan pengangkatan"):
            correct(cast, make_case(cast), source="kata orang", name="Budhi (contoh)")

    def it_leaves_the_agency_to_which_something_was_recommended(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with pytest.raises(act.ActRefused, match="instansinya tidak diubah lagi"):
            correct(cast, case, agency_code="JAMBI-PROV", by=cast.ani, on="2024-11-20")
        assert correct(cast, case, grade="III/a", by=cast.ani, on="2024-11-20").grade == "III/a"

    def it_is_not_for_the_agency_that_sees_the_case(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with pytest.raises(NotAllowed):
            correct(cast, case, by=cast.dewi, name="Budhi (contoh)", on="2024-11-20")
