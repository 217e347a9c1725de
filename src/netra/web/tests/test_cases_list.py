"""The list of cases: fast, narrowed, and silent about people."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases.models import Case
from netra.cases.operations.clocks import start_clock, stop_all_clocks
from netra.cases.queries import CaseLine
from netra.law.local_time import moment_of, seen_from
from netra.web.cases.listing import row_of
from netra.web.cases.searches import SEARCHES
from netra.web.tests.cases_scene import (
    Cast,
    Client,
    act,
    at,
    carry_to_plenary,
    carry_to_referral,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db

LIST = "/perkara/"
SEARCH = "/perkara/cari/"
NIP = "198501012010011001"


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    return Cast()


def test_it_shows_the_cases_of_the_region(cast):
    case = make_case(cast)
    shown = page(cast.wayan, LIST)
    assert case.ref in shown
    assert "Kota Jambi" in shown
    assert "Diregistrasi" in shown


def test_it_asks_a_visitor_to_sign_in():
    assert Client().get(LIST).headers["Location"] == "/masuk/?next=/perkara/"


def test_maria_of_another_province_sees_none(cast):
    case = make_case(cast)
    shown = page(cast.maria, LIST)
    assert case.ref not in shown
    assert "Belum ada perkara untuk Anda" in shown


def test_the_agency_sees_a_case_from_its_referral_on(cast):
    case = make_case(cast)
    assert case.ref not in page(cast.dewi, LIST)
    carry_to_referral(cast, case)
    assert case.ref in page(cast.dewi, LIST)


def test_it_rejects_post(cast):
    assert signed_in(cast.wayan).post(LIST).status_code == 405


@pytest.mark.parametrize("address", [LIST, "/perkara/?state=REGISTERED", "/perkara/?overdue=on"])
def test_thirty_cases_ask_no_more_than_one(cast, address):
    make_case(cast)
    client = signed_in(cast.wayan)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(29):
        make_case(cast)
    with CaptureQueriesContext(connection) as thirty:
        client.get(address)
    assert len(thirty) == len(one)
    assert not [query["sql"] for query in thirty if "COUNT(" in query["sql"].upper()]


def test_it_pages_by_reference_and_shows_every_case_once(cast):
    refs = {make_case(cast).ref for _ in range(30)}
    client = signed_in(cast.wayan)
    first = client.get(LIST)
    key = first.context["next_key"]
    second = client.get(f"{LIST}?after={key}")
    seen = [row.case.ref for answer in (first, second) for row in answer.context["rows"]]
    assert sorted(seen) == sorted(refs)
    assert key in refs
    assert second.context["next_key"] is None


def test_an_unknown_key_shows_an_empty_list_and_no_failure(cast):
    make_case(cast)
    assert signed_in(cast.wayan).get(f"{LIST}?after=PKR-2024-TIDAKADA").status_code == 200


def test_it_narrows_by_state(cast):
    registered, planned = make_case(cast), make_case(cast)
    carry_to_plenary(cast, planned)
    shown = page(cast.wayan, f"{LIST}?state=PLENARY")
    assert planned.ref in shown
    assert registered.ref not in shown


def test_an_unknown_state_narrows_nothing(cast):
    case = make_case(cast)
    assert case.ref in page(cast.wayan, f"{LIST}?state=ENTAH")


def test_it_narrows_to_what_is_overdue_and_says_so_in_words(cast):
    late = make_case(cast)
    fresh = make_case(cast, on="2024-10-21", received_date=at("2024-10-21").date())
    shown = page(cast.wayan, f"{LIST}?overdue=on")
    assert late.ref in shown
    # Three calendar days after the registration of Thursday 17 October (UU 8/2015 Ps 134(5)): Sunday 20 October 2024.
    assert "lewat 1 hari" in shown
    assert fresh.ref not in shown


def test_it_finds_a_reference_by_its_beginning(cast):
    case, other = make_case(cast), make_case(cast)
    found = signed_in(cast.wayan).post(SEARCH, {"text": case.ref.lower()}, follow=True).content.decode()
    assert case.ref in found
    assert other.ref not in found


class WhenSomebodySearchesForANip:
    """A NIP tells a birthday: it stands in no address."""

    @pytest.fixture
    def case(self, cast) -> Case:
        case = make_case(cast)
        act.party_identify(
            case_ref=case.ref,
            ordinal=1,
            nip="19850101 201001 1 001",
            attribute="UNIT",
            by=cast.wayan,
            at=at("2024-10-18"),
        )
        return case

    def test_it_finds_the_case(self, cast, case):
        other = make_case(cast)
        response = signed_in(cast.wayan).post(SEARCH, {"text": NIP}, follow=True)
        shown = response.content.decode()
        assert case.ref in shown
        assert other.ref not in shown

    def test_the_address_does_not_tell_it(self, cast, case):
        response = signed_in(cast.wayan).post(SEARCH, {"text": NIP}, follow=True)
        assert all(NIP not in address for address, _status in response.redirect_chain)
        assert NIP not in response.request["QUERY_STRING"]

    def test_no_table_keeps_it(self, cast, case):
        client = signed_in(cast.wayan)
        found = client.post(SEARCH, {"text": NIP}, follow=True)
        kept = client.session[SEARCHES]
        assert len(kept) == 1
        assert NIP not in str(kept) and NIP.encode() not in bytes.fromhex(next(iter(kept.values())))
        # What opens it stands in the address alone.
        assert parse_qs(found.request["QUERY_STRING"])["cari"][0] not in str(kept)

    def test_the_last_five_searches_open_again_and_older_ones_are_forgotten(self, cast, case):
        client = signed_in(cast.wayan)
        addresses = [client.post(SEARCH, {"text": f"{NIP[:-1]}{last}"}).headers["Location"] for last in range(6)]
        assert "sudah tidak tersimpan" in client.get(addresses[0]).content.decode()
        assert f'value="{NIP[:-1]}1"' in client.get(addresses[1]).content.decode()

    def test_another_officer_cannot_open_the_search(self, cast, case):
        address, _status = signed_in(cast.wayan).post(SEARCH, {"text": NIP}, follow=True).redirect_chain[-1]
        shown = page(cast.putu, address)
        assert NIP not in shown
        assert "sudah tidak tersimpan" in shown

    def test_a_search_is_not_sent_by_a_link(self, cast):
        assert signed_in(cast.wayan).get(SEARCH).status_code == 405


def test_a_case_that_ended_unproven_tells_no_title(cast):
    case = make_case(cast, title="Dugaan yang tidak terbukti")
    carry_to_plenary(cast, case)
    act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=at("2024-10-19").date(),
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )
    shown = page(cast.wayan, LIST)
    assert case.ref in shown
    assert "Dugaan yang tidak terbukti" not in shown


def test_a_decision_that_deviates_is_marked_in_words(cast):
    case = make_case(cast)
    Case.objects.filter(pk=case.pk).update(deviates=True)
    assert "menyimpang" in page(cast.wayan, LIST)


def runs_by_the_hour(case: Case, *decided: datetime) -> Case:
    """A suspected crime of each accused, decided on at that moment: 24 hours to hand it over (UU 1/2015 Ps 135(2))."""
    stop_all_clocks(case, met=date(2024, 10, 18))
    for number, moment in enumerate(decided, start=1):
        there = seen_from(case.region_code, moment)
        start_clock(
            case,
            "criminal_handover",
            holder="SUPERVISOR",
            start=there,
            subject_ref=f"{case.ref}/T{number}",
            election_kind="REGIONAL",
        )
    return case


class WhenATermEndsAtAnHour:
    """The clock shows Mon 21 October 2024, noon in Jambi."""

    @pytest.mark.parametrize("address", [LIST, "/"])
    def it_stands_with_its_hour_and_zone_in_the_list_and_on_the_desk(self, cast, address):
        runs_by_the_hour(make_case(cast), moment_of("15.71", date(2024, 10, 20), "14.30"))
        shown = page(cast.wayan, address)
        assert '21 Oktober 2024 <span class="nowrap">pukul 14.30 WIB</span>' in shown
        assert "hari ini" in shown

    def it_is_the_earliest_hour_where_two_accused_have_theirs_on_one_day(self, cast):
        at_eight, at_two = (moment_of("15.71", date(2024, 10, 20), hour) for hour in ("08.00", "14.00"))
        runs_by_the_hour(make_case(cast), at_two, at_eight)
        shown = page(cast.wayan, LIST)
        assert "pukul 08.00 WIB" in shown
        assert "pukul 14.00 WIB" not in shown

    def it_says_no_hour_where_only_the_day_is_known(self, cast):
        case = runs_by_the_hour(make_case(cast))
        start_clock(case, "criminal_handover", holder="SUPERVISOR", start=date(2024, 10, 20), election_kind="REGIONAL")
        shown = page(cast.wayan, LIST)
        assert "21 Oktober 2024" in shown
        assert "pukul" not in shown

    @pytest.mark.parametrize(
        ("region", "words"),
        [("15.71", "pukul 14.30 WIB"), ("64.72", "pukul 15.30 WITA"), ("91.71", "pukul 16.30 WIT"), ("", "")],
    )
    def it_is_told_by_the_clocks_of_the_region(self, cast, region, words):
        case = Case(ref="PKR-2024-1", region_code=region or "15.71", state="TO_REFER")
        hour = moment_of("15.71", date(2024, 10, 21), "14.30") if region else None
        line = CaseLine(case, False, date(2024, 10, 21), "criminal_handover", hour)
        assert row_of(line).hour == words

    @pytest.mark.parametrize(("now", "told"), [("14.29", "hari ini"), ("14.30", "sudah lewat pukul 14.30 WIB")])
    def it_is_late_from_that_hour_on(self, cast, monkeypatch, now, told):
        day = date(2024, 10, 21)
        the_clock_shows(monkeypatch, moment_of("15.71", day, now))
        hour = moment_of("15.71", day, "14.30")
        case = Case(ref="PKR-2024-1", region_code="15.71", state="TO_REFER")
        row = row_of(CaseLine(case, False, day, "criminal_handover", hour))
        assert (row.distance, row.late) == (told, told != "hari ini")

    def it_asks_no_more_of_the_database_for_thirty_than_for_one(self, cast):
        client, decided = signed_in(cast.wayan), moment_of("15.71", date(2024, 10, 20), "14.30")
        runs_by_the_hour(make_case(cast), decided)
        client.get(LIST)
        with CaptureQueriesContext(connection) as one:
            client.get(LIST)
        for _ in range(24):
            runs_by_the_hour(make_case(cast), decided)
        with CaptureQueriesContext(connection) as many:
            shown = client.get(LIST).content.decode()
        assert shown.count("pukul 14.30 WIB") == 25
        assert len(many) == len(one)
