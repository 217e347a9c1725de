"""Planning: each agency its own, with reasons in words; what does not happen is explained and stays in its month."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.utils import translation

from netra.letters import queries as letters
from netra.letters.models import Letter
from netra.letters.tests.put_off import drawn
from netra.registry.models import Agency
from netra.supervision import queries
from netra.supervision.checks import SupervisionRefused
from netra.supervision.models import Visit
from netra.supervision.operations import visit_assign, visit_cancel, visit_plan
from netra.supervision.tests.builders import (
    CITY,
    DAY,
    MUARO,
    OFFICE,
    PLANNED_AT,
    SEEN_AT,
    Town,
    a_visit,
    an_election,
    an_own_visit,
    at,
    planned,
    seen,
)
from netra.trust.access import NotAllowed, scope_of
from netra.trust.errors import NotFound
from netra.trust.language import translated
from netra.trust.models import Event

pytestmark = pytest.mark.django_db

TODAY = date(2018, 3, 20)
OFFICERS = ["Wayan (contoh), petugas pengawasan", "Made (contoh), petugas pengawasan"]


@pytest.fixture
def town() -> Town:
    return Town()


class WhenAVisitIsPlanned:
    def it_keeps_who_watches_whom_when_and_why(self, town: Town) -> None:
        visit = planned(town)
        assert (visit.agency_code, visit.target_code, visit.unit_code) == (OFFICE, CITY, "DISHUB")
        assert (visit.planned_date, visit.reasons) == (DAY, ["Masa kampanye berlangsung.", "Belum pernah diawasi."])
        told = Event.objects.get(verb="supervision.visit_plan")
        assert (told.chain, json.loads(told.payload)["date"]) == (f"agency:{OFFICE}", "2018-03-14")
        assert "kampanye" not in told.payload

    def it_wants_a_reason(self, town: Town) -> None:
        with pytest.raises(SupervisionRefused, match="satu alasan"):
            planned(town, a_visit(reasons=["  "]))

    def it_lets_the_agency_watch_only_itself(self, town: Town) -> None:
        assert planned(town, an_own_visit(), by=town.dewi).target_code == CITY
        with pytest.raises(SupervisionRefused, match="tidak mengawasi"):
            planned(town, an_own_visit(target_code=MUARO, unit_code=""), by=town.dewi)

    def it_lets_the_supervisors_watch_the_governments_of_their_place(self, town: Town) -> None:
        with pytest.raises(SupervisionRefused, match="tidak mengawasi"):
            planned(town, a_visit(target_code=MUARO, unit_code=""))
        with pytest.raises(SupervisionRefused, match="tidak mengawasi"):
            planned(town, a_visit(target_code=OFFICE, unit_code=""))

    def it_refuses_a_unit_that_is_not_there(self, town: Town) -> None:
        with pytest.raises(SupervisionRefused, match="tidak ada pada instansi ini"):
            planned(town, a_visit(unit_code="ENTAH"))

    @pytest.mark.parametrize("name", ["dewi", "sinta", "putu", "rahmat", "hasan"])
    def it_is_for_whoever_plans_for_that_agency(self, town: Town, name: str) -> None:
        with pytest.raises(NotAllowed):
            visit_plan(entry=a_visit(), by=getattr(town, name), at=PLANNED_AT)


class WhenSomebodyLooksForIt:
    @pytest.mark.parametrize(("name", "sees"), [("wayan", True), ("putu", True), ("hasan", True)])
    def it_is_there_for_the_office_that_planned_it(self, town: Town, name: str, sees: bool) -> None:
        assert queries.visit_file(getattr(town, name), planned(town).ref, on=TODAY).visit.target_code == CITY

    @pytest.mark.parametrize("name", ["dewi", "irma", "nurul", "sinta", "rahmat"])
    def it_is_not_there_for_those_who_are_watched_nor_for_strangers(self, town: Town, name: str) -> None:
        visit = planned(town)
        with pytest.raises(NotFound):
            queries.visit_file(getattr(town, name), visit.ref, on=TODAY)

    def it_shows_the_plan_of_the_city_to_the_city_alone(self, town: Town) -> None:
        visit = planned(town, an_own_visit(), by=town.dewi)
        assert queries.visit_file(town.dewi, visit.ref, on=TODAY).may_write
        assert not queries.visit_file(town.irma, visit.ref, on=TODAY).may_write
        with pytest.raises(NotFound):
            queries.visit_file(town.wayan, visit.ref, on=TODAY)


class WhenAccessIsAsked:
    def it_lets_nobody_read_plans_but_watchers_plenary_and_auditors(self, town: Town) -> None:
        people = vars(town).items()
        reading = {name for name, user in people if not scope_of(user, "supervision.visit_view", on=TODAY).is_empty}
        assert reading == {"dewi", "nurul", "wayan", "sinta", "putu", "hasan", "irma"}


class WhenTheLetterIsIssued:
    def it_is_numbered_and_names_place_day_and_reasons(self, town: Town) -> None:
        visit = visit_assign(visit_ref=planned(town).ref, officers=OFFICERS, by=town.wayan, at=PLANNED_AT)
        letter = Letter.objects.get(ref=visit.assignment_ref)
        assert letter.number
        assert (letter.data or {})["target"] == "Unit DISHUB, Pemerintah Kota Jambi"
        assert (letter.data or {})["officers"] == OFFICERS
        assert drawn(letters.pdf(letter.ref)).startswith(b"%PDF")
        assert drawn(queries.assignment_paper(town.putu, visit.ref, on=TODAY)).startswith(b"%PDF")

    def it_is_issued_once(self, town: Town) -> None:
        visit = visit_assign(visit_ref=planned(town).ref, officers=OFFICERS, by=town.wayan, at=PLANNED_AT)
        with pytest.raises(SupervisionRefused, match="sudah terbit"):
            visit_assign(visit_ref=visit.ref, officers=OFFICERS, by=town.wayan, at=PLANNED_AT)

    def it_wants_somebody_to_send(self, town: Town) -> None:
        with pytest.raises(SupervisionRefused, match="satu petugas"):
            visit_assign(visit_ref=planned(town).ref, officers=[" "], by=town.wayan, at=PLANNED_AT)


class WhenItDoesNotTakePlace:
    def it_says_why_and_stays_in_its_month(self, town: Town) -> None:
        visit = visit_cancel(visit_ref=planned(town).ref, reason="Banjir.", by=town.wayan, at=SEEN_AT)
        file = queries.month_file(town.wayan, OFFICE, DAY, on=TODAY)
        assert file is not None
        assert (visit.cancelled_reason, file.count.cancelled, file.count.late) == ("Banjir.", 1, 0)

    def it_wants_the_reason_and_happens_once(self, town: Town) -> None:
        visit = planned(town)
        with pytest.raises(SupervisionRefused, match="alasan tertulis"):
            visit_cancel(visit_ref=visit.ref, reason=" ", by=town.wayan, at=SEEN_AT)
        visit_cancel(visit_ref=visit.ref, reason="Banjir.", by=town.wayan, at=SEEN_AT)
        with pytest.raises(SupervisionRefused, match="sudah dibatalkan"):
            visit_cancel(visit_ref=visit.ref, reason="Banjir.", by=town.wayan, at=SEEN_AT)


class WhenAMonthIsShown:
    def it_holds_the_plan_against_what_was_done(self, town: Town) -> None:
        seen(town)
        planned(town, a_visit(unit_code="DISDIK", planned_date=date(2018, 3, 16)))
        planned(town, a_visit(unit_code="", planned_date=date(2018, 3, 28)))
        file = queries.month_file(town.wayan, "", DAY, on=TODAY)
        assert file is not None
        count = file.count
        assert (count.planned, count.done, count.suspected, count.late, count.ahead) == (3, 1, 1, 1, 1)
        assert [row.is_late for row in file.rows] == [False, True, False]

    def it_shows_a_month_that_has_begun_without_a_plan(self, town: Town) -> None:
        planned(town)
        gaps = [count.month.month for count in queries.year_of(OFFICE, 2018, on=TODAY) if count.is_gap]
        assert gaps == [1, 2]

    def it_marks_what_was_written_down_afterwards(self, town: Town) -> None:
        planned(town, on=at("2018-03-18"))
        file = queries.month_file(town.wayan, OFFICE, DAY, on=TODAY)
        assert file is not None and file.rows[0].came_after

    def it_is_empty_for_whoever_reads_no_plan(self, town: Town) -> None:
        assert queries.month_file(town.rahmat, "", DAY, on=TODAY) is None

    def it_never_shows_another_agency_by_its_code(self, town: Town) -> None:
        planned(town)
        file = queries.month_file(town.dewi, OFFICE, DAY, on=TODAY)
        assert file is not None
        assert (file.agency.code, list(file.rows)) == (CITY, [])


class WhenPlacesAreProposed:
    """The table is written by hand from the days of the election of 27 June 2018."""

    @pytest.mark.parametrize(
        ("month", "phases"),
        [
            (date(2017, 12, 1), []),
            (date(2018, 2, 1), ["DETERMINATION", "CAMPAIGN"]),
            (date(2018, 4, 1), ["CAMPAIGN"]),
            (date(2018, 6, 1), ["CAMPAIGN", "QUIET_DAYS", "VOTING", "AFTER"]),
            (date(2018, 8, 1), ["AFTER"]),
            (date(2018, 9, 1), []),
        ],
    )
    def it_follows_the_stages_of_the_election(self, town: Town, month: date, phases: list[str]) -> None:
        an_election()
        file = queries.month_file(town.wayan, OFFICE, month, on=TODAY)
        assert file is not None
        assert [each.phase for each in file.stages] == phases

    def it_says_why_in_words(self, town: Town) -> None:
        an_election()
        office = Agency.objects.get(code=OFFICE)
        (found,) = queries.proposals_for(office, date(2018, 4, 1), earlier={CITY: 2}, on=TODAY)
        assert found.target_code == CITY
        assert list(found.reasons) == [
            "Belum pernah diawasi menurut catatan di sini.",
            "2 perkara pegawai instansi ini berakhir terbukti dalam dua tahun terakhir.",
            "Masa kampanye Pilkada 2018: 15 Februari 2018 – 23 Juni 2018 (PKPU (contoh)).",
        ]

    def it_names_a_letter_that_is_hardly_read_there(self, town: Town) -> None:
        office = Agency.objects.get(code=OFFICE)
        unread = {CITY: ("Netralitas (contoh)", 12)}
        (found,) = queries.proposals_for(office, date(2018, 4, 1), earlier={}, unread=unread, on=TODAY)
        assert "Baru 12% pegawai instansi ini mengaku membaca “Netralitas (contoh)”." in found.reasons

    def it_tells_its_days_in_the_language_of_the_reader(self, town: Town) -> None:
        an_election()
        office = Agency.objects.get(code=OFFICE)
        (found,) = queries.proposals_for(office, date(2018, 4, 1), earlier={}, on=TODAY)
        with translation.override("en"):
            assert "15 February 2018 – 23 June 2018" in translated(found.reasons[-1])
        assert "15 Februari 2018 – 23 Juni 2018" in found.reasons[-1]

    def it_proposes_the_units_of_an_agency_that_watches_itself(self, town: Town) -> None:
        city = Agency.objects.get(code=CITY)
        planned(town, an_own_visit(), by=town.dewi)
        found = queries.proposals_for(city, date(2018, 3, 1), earlier={}, on=TODAY)
        assert [each.unit_code for each in found] == ["DISDIK"]
        assert [list(each.subjects) for each in found] == [["OFFICE"]]

    def it_stops_where_the_reason_stops(self, town: Town) -> None:
        """Looked at in March without anything found: in April nothing is left to say outside an election."""
        seen(town)
        city, office = Agency.objects.get(code=CITY), Agency.objects.get(code=OFFICE)
        assert queries.proposals_for(office, date(2018, 4, 1), earlier={}, on=TODAY) != []
        assert queries.proposals_for(city, date(2018, 4, 1), earlier={}, on=TODAY) != []


class WhenAMonthIsFull:
    def it_is_read_page_by_page_and_every_visit_once(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("netra.supervision.queries.months.MONTH_LIMIT", 2)
        days = [date(2018, 3, 16), date(2018, 3, 14), date(2018, 3, 14), date(2018, 3, 15), date(2018, 3, 14)]
        for day in days:
            planned(town, a_visit(planned_date=day))
        shown: list[Visit] = []
        after: str | None = ""
        while after is not None:
            file = queries.month_file(town.wayan, OFFICE, date(2018, 3, 1), on=TODAY, after=after)
            assert file is not None and file.count.planned == 5
            shown += [row.visit for row in file.rows]
            after = file.next_key
        assert [each.planned_date for each in shown] == sorted(days) and len(set(shown)) == 5


class WhenADayPassesWithoutAResult:
    def it_waits_on_the_desk_of_whoever_planned_it(self, town: Town) -> None:
        late = planned(town)
        planned(town, a_visit(planned_date=date(2018, 3, 21)))
        seen(town)
        for user, waits in ((town.wayan, [late.ref]), (town.dewi, []), (town.hasan, []), (town.putu, [])):
            assert [row.visit.ref for row in queries.visits_overdue(user, on=TODAY, limit=5)] == waits
