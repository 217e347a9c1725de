"""What an appointing authority owes: overdue is derived from the day, reminded by letter, blocked and unblocked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases.models import Case, Deadline
from netra.cases.operations import ActRefused, deadline_extend, deadline_pause, handler_recuse
from netra.cases.tests.builders import CITY, Cast, at, carry_to_recommendation, make_case
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.registry.models import Agency, AppointingAuthority
from netra.sanctions import operations as act
from netra.sanctions.models import DataBlock
from netra.sanctions.queries import follow_up_board, owed_by
from netra.sanctions.queries.follow_up import Totals
from netra.sanctions.tests.builders import carry_to_decision, carry_to_delivery, make_proceeding
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.locks import unlocked
from netra.trust.tests.plans import plan_of

pytestmark = pytest.mark.django_db
LATE = date(2024, 12, 1)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def case(cast):
    """Recommended on Mon 2024-10-28 with 14 working days: 29–31 Oct, 1 Nov | 4–8 | 11–15: due Fri 2024-11-15."""
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    return case


def term_of(case):
    return case.deadlines.get(rule="follow_up")


def remind(cast, case, day):
    return act.reminder_issue(deadline_id=term_of(case).pk, by=cast.ani, at=at(day))


def test_overdue_is_derived_from_the_day_alone(cast, case):
    def overdue(day):
        return follow_up_board(cast.ani, on=date.fromisoformat(day)).rows[0].overdue

    assert term_of(case).due_date == date(2024, 11, 15)
    assert (overdue("2024-11-15"), overdue("2024-11-16")) == (0, 1)


def test_a_reminder_goes_out_only_when_overdue_and_copies_the_superior(cast, case):
    with pytest.raises(ActRefused, match="belum lewat waktu"):
        remind(cast, case, "2024-11-15")
    AppointingAuthority.objects.filter(agency__code="JAMBI-KOTA").update(superior_name="Zainal Arifin")
    reminder = remind(cast, case, "2024-11-18")
    assert reminder.superior_title == "Gubernur Jambi, Zainal Arifin"
    letter = letters_of(case.chain)[-1]
    assert (letter.kind, letter.agency_code) == ("REMINDER", "BKN")
    assert letter.data is not None and letter.data["copies"] == ["Gubernur Jambi, Zainal Arifin"]
    printed = pdf(letter.ref)
    assert says(
        printed, "tenggat berikut belum dipenuhi: Batas PPK menindaklanjuti rekomendasi"
    )  # A limit is not done.
    assert not says(printed, "dilaksanakan: Batas")


def test_who_is_accused_is_not_reminded_of_his_own_case_but_whoever_stands_above_him(cast, case):
    heads = AppointingAuthority.objects.filter(agency__code="JAMBI-KOTA")
    heads.update(holder_name="Drs. Budi (contoh)", superior_name="Zainal Arifin")
    reminder = remind(cast, case, "2024-11-18")
    data = letters_of(case.chain)[-1].data or {}
    assert (data["addressee"]["position"], data.get("copies")) == ("Gubernur Jambi, Zainal Arifin", None)
    assert reminder.superior_title == ""


@pytest.mark.parametrize("above", [{"superior_title": ""}, {"superior_name": "Budi (contoh)"}])
def test_where_nobody_above_him_may_be_told_another_agency_must_be_asked(cast, case, above):
    AppointingAuthority.objects.filter(agency__code="JAMBI-KOTA").update(holder_name="Budi (contoh)", **above)
    with pytest.raises(ActRefused) as refused:
        remind(cast, case, "2024-11-18")
    assert "ialah terlapor sendiri" in str(refused.value) and "instansi lain" in str(refused.value)
    assert not [each for each in letters_of(case.chain) if each.kind == "REMINDER"]


def test_no_copy_goes_to_a_superior_who_is_accused(cast, case):
    AppointingAuthority.objects.filter(agency__code="JAMBI-KOTA").update(superior_name="Budi, S.E. (contoh)")
    assert remind(cast, case, "2024-11-18").superior_title == ""


def test_who_bears_the_name_of_the_accused_reminds_nobody(cast, case):
    with unlocked():
        type(cast.ani).objects.filter(pk=cast.ani.pk).update(full_name="Budi (contoh)")
    cast.ani.full_name = "Budi (contoh)"
    with pytest.raises(ActRefused, match="sama dengan nama terlapor"):
        remind(cast, case, "2024-11-18")


def test_a_debt_that_was_paid_is_reminded_of_no_more(cast):
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    with pytest.raises(ActRefused, match="sudah dipenuhi"):
        remind(cast, proceeding.case, "2024-12-20")


def test_a_paused_term_is_not_overdue(cast, case):
    deadline_pause(
        case_ref=case.ref,
        deadline_id=term_of(case).pk,
        reason="Permintaan data.",
        document="Surat 1, 13 November 2024",
        by=cast.ani,
        at=at("2024-11-14"),
    )
    row = follow_up_board(cast.ani, on=date(2024, 12, 1)).rows[0]
    assert (row.owed, row.overdue) == (1, 0)


def move(user, term, day):
    return deadline_extend(
        case_ref=term.case.ref,
        deadline_id=term.pk,
        due=date(2025, 1, 31),
        reason="Sibuk.",
        document="ND 1, 13 November 2024",
        by=user,
        at=at(day),
    )


def test_the_debtor_never_moves_its_own_term_nor_anybody_the_right_of_the_accused(cast):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    terms = {each.rule: each for each in proceeding.case.deadlines.filter(met_date=None)}
    refused = {
        (cast.dewi, "objection_filing"): "tidak ada petugas",
        (cast.ani, "objection_filing"): "tidak ada petugas",
        (cast.dewi, "discipline_in_force"): "hari mulai berlakunya",
        (cast.ani, "discipline_in_force"): "hari mulai berlakunya",
    }
    for (user, rule), why in refused.items():
        with pytest.raises(ActRefused, match=why):
            move(user, terms[rule], "2024-11-14")


def test_an_overdue_delivery_is_not_excused_by_who_delivers(cast):
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    delivery = proceeding.case.deadlines.get(rule="delivery")
    with pytest.raises(ActRefused, match="yang lewat tetap tercatat lewat"):
        move(cast.dewi, delivery, "2024-12-20")
    # Nor by the body that oversees: fourteen working days stand in PP 94/2021 Ps 37(3), and no article lengthens them,
    # neither in time nor afterwards.
    with pytest.raises(ActRefused, match="tidak memberi perpanjangan"):
        move(cast.ani, delivery, "2024-11-14")
    with pytest.raises(ActRefused, match="tidak diperpanjang sesudah lewat"):
        move(cast.ani, delivery, "2024-12-20")
    delivery.refresh_from_db()
    assert delivery.is_overdue(date(2024, 12, 20))


def test_data_are_blocked_only_while_something_is_overdue_even_before_anything_was_opened(cast, case):
    def block(day):
        return act.data_block(case_ref=case.ref, party=1, reason="Belum ditindaklanjuti.", by=cast.ani, at=at(day))

    with pytest.raises(ActRefused, match="Tidak ada kewajiban yang lewat waktu"):
        block("2024-11-15")
    block("2024-11-18")
    with pytest.raises(ActRefused, match="sedang diblokir"):
        block("2024-11-19")
    act.data_unblock(case_ref=case.ref, party=1, reason="Keputusan 5/2024 diterima.", by=cast.ani, at=at("2024-11-20"))
    with pytest.raises(ActRefused, match="Tidak ada pemblokiran"):
        act.data_unblock(case_ref=case.ref, party=1, reason="Lagi.", by=cast.ani, at=at("2024-11-21"))
    assert DataBlock.objects.get().unblock_reason == "Keputusan 5/2024 diterima."


def test_the_page_of_an_authority_names_person_reminders_and_block(cast, case):
    remind(cast, case, "2024-11-18")
    act.data_block(case_ref=case.ref, party=1, reason="Belum ditindaklanjuti.", by=cast.ani, at=at("2024-11-19"))
    page = owed_by(cast.ani, CITY, on=date(2024, 11, 20))
    row = page.terms[0]
    assert (page.agency.office_title, page.agency.superior) == ("Wali Kota Jambi", "Gubernur Jambi")
    assert row.party is not None and row.block is not None
    assert (row.party.ordinal, row.proceeding, row.overdue, row.days) == (1, None, True, 5)
    assert len(row.term.reminders.all()) == 1


def test_the_agency_sees_its_own_debts_and_a_stranger_none(cast, case):
    assert [row.agency.code for row in follow_up_board(cast.dewi, on=date(2024, 12, 1)).rows] == [CITY]
    assert follow_up_board(cast.maria, on=date(2024, 12, 1)).rows == []
    with pytest.raises(NotFound):
        owed_by(cast.maria, CITY, on=date(2024, 12, 1))
    with pytest.raises(NotFound):
        owed_by(cast.ani, "TIDAK-ADA", on=date(2024, 12, 1))


def test_an_agency_kept_from_the_matter_sees_no_debt_of_it_either(cast, case):
    with unlocked():
        Case.objects.filter(pk=case.pk).update(bypass_agency_code=CITY)
    assert follow_up_board(cast.dewi, on=date(2024, 12, 1)).rows == []


def test_a_supervisor_sees_the_debts_of_his_region_and_the_province_sees_them_too(cast, case):
    provincial = grant(make_user("intan"), Role.INTAKE_OFFICER, region="15")
    neighbour = grant(make_user("joko"), Role.INTAKE_OFFICER, region="15.05")
    seen = {
        user.username: [row.agency.code for row in board(user).rows] for user in (cast.wayan, provincial, neighbour)
    }
    assert seen == {"wayan": [CITY], "intan": [CITY], "joko": []}
    handler_recuse(case_ref=case.ref, reason="Saudara terlapor.", by=cast.wayan, at=at("2024-11-02"))
    assert board(cast.wayan).rows == []


def board(user):
    return follow_up_board(user, on=date(2024, 12, 1))


def spread(case, count):
    """As many authorities with one debt each, a day apart."""
    model = term_of(case)
    for number in range(count):
        code = f"UJI-{number:02d}"
        Agency.objects.create(code=code, name=f"Pemerintah Uji {number}", kind="CITY")
        values = {"rule": f"follow_up_{number}", "agency_code": code, "subject_ref": ""}
        row = replace_term(model, **values, due_date=model.due_date + timedelta(days=number))
        row.save()


def replace_term(model, **values):
    fields = {field.attname: getattr(model, field.attname) for field in model._meta.fields if field.attname != "id"}
    return Deadline(**{**fields, **values})


@pytest.mark.parametrize("count", [1, 40])
def test_the_board_asks_the_same_questions_for_one_authority_and_for_forty(
    cast, case, count, django_assert_num_queries
):
    spread(case, count)
    follow_up_board(cast.ani, on=date(2024, 12, 31))
    with django_assert_num_queries(6):
        follow_up_board(cast.ani, on=date(2024, 12, 31))


@pytest.mark.parametrize("region", ["15", "15.71"])
def test_the_board_of_a_place_is_answered_by_its_index_alone(cast, case, region):
    """With a million cases, fetching the row of each debt took ten times as long as the answer itself."""
    supervisor = grant(make_user("intan"), Role.INTAKE_OFFICER, region=region)
    with CaptureQueriesContext(connection) as asked:
        board(supervisor)
    question = next(each["sql"] for each in asked if 'FROM "cases_deadline"' in each["sql"])
    assert {"postgresql": "Index Only Scan using deadline_owed", "sqlite": "COVERING INDEX deadline_owed"}[
        connection.vendor
    ] in plan_of(question)


@pytest.mark.parametrize("count", [1, 40])
def test_the_page_of_an_authority_asks_the_same_questions_for_one_term_and_for_forty(
    cast, case, count, django_assert_num_queries
):
    model = term_of(case)
    for number in range(count):
        replace_term(model, rule=f"uji_{number}").save()
    owed_by(cast.ani, CITY, on=date(2024, 12, 31))
    with django_assert_num_queries(13):
        owed_by(cast.ani, CITY, on=date(2024, 12, 31))


def test_the_board_pages_by_key_and_shows_everybody_once(cast, case):
    spread(case, 40)
    first = follow_up_board(cast.ani, on=date(2024, 12, 31))
    second = follow_up_board(cast.ani, on=date(2024, 12, 31), after=first.next_key)
    codes = [row.agency.code for row in (*first.rows, *second.rows)]
    assert len(codes) == len(set(codes)) == 41
    assert second.next_key is None
    # All were due before the end of the year. Whatever page is read, the sums are those of all rows.
    assert first.totals == second.totals == Totals(authorities=41, owed=41, overdue=41, untimed=0)
    days = [row.oldest for row in (*first.rows, *second.rows)]
    assert days == sorted(days, key=str)


def test_the_sums_are_those_of_the_rows_that_the_reader_may_see(cast, case):
    """The 40 others are due from 15 November 2024 on, a day later each: on 1 December 16 are late, and the first."""
    spread(case, 40)
    assert board(cast.ani).totals == Totals(authorities=41, owed=41, overdue=17, untimed=0)
    assert board(cast.rahmat).totals == Totals(authorities=1, owed=1, overdue=1, untimed=0)
    assert board(cast.maria).totals == Totals(authorities=0, owed=0, overdue=0, untimed=0)


def test_the_auditor_of_a_region_or_an_agency_has_the_board_of_his_own(cast, case):
    """The debt is the city's (15.71, province 15). An empty page is an answer where the place is his."""
    neighbour = Agency.objects.create(code="MUARO-JAMBI", name="Pemerintah Kabupaten Muaro Jambi", region_code="15.05")
    reach = {"indra": ("15.71", ""), "intan": ("15", ""), "irma": ("", CITY), "ismail": ("15.05", "")}
    auditors = {
        name: grant(make_user(name), Role.AUDITOR, region=region, agency=agency)
        for name, (region, agency) in reach.items()
    }
    boards = {name: [row.agency.code for row in follow_up_board(auditors[name], on=LATE).rows] for name in reach}
    assert boards == {"indra": [CITY], "intan": [CITY], "irma": [CITY], "ismail": []}
    assert owed_by(auditors["ismail"], neighbour.code, on=LATE).terms == []
    for name in ("indra", "irma"):
        with pytest.raises(NotFound):
            owed_by(auditors[name], neighbour.code, on=LATE)


@pytest.mark.parametrize(("code", "keeps", "still"), [("BKN", "ani", "ratna"), ("BAWASLU-15", "ratna", "ani")])
def test_the_debts_of_a_case_about_their_own_superior_are_not_on_their_board(cast, case, code, keeps, still):
    """What is kept from the office or the body for which somebody works is kept from his board too."""
    Agency.objects.create(code="BAWASLU-15", name="Bawaslu Provinsi", kind="ELECTION_SUPERVISOR", region_code="15")
    people = {"ani": cast.ani, "ratna": grant(make_user("ratna"), Role.PLENARY_MEMBER, region="15")}
    assert follow_up_board(people[keeps], on=LATE).rows
    case.bypass_agency_code = code
    with unlocked():
        case.save()
    assert not follow_up_board(people[keeps], on=LATE).rows
    assert follow_up_board(people[still], on=LATE).rows
    assert follow_up_board(cast.hasan, on=LATE).rows
