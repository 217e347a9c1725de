"""Two officers decide at the same second: one is first, the other reads what has happened and what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from netra.cases import operations as casework
from netra.cases.models import Case, Plenary
from netra.cases.tests import builders
from netra.cases.tests.builders import OPENING, at
from netra.intake.states import State
from netra.intake.tests.builders import OTHER_SECRET, SECRET, a_report, in_state
from netra.letters.models import Letter, NumberRegister
from netra.prevention import operations as prevention
from netra.prevention.models import Instrument
from netra.prevention.tests.builders import CITY, ISSUED_AT, City, a_scan, an_entry, issued
from netra.registry.entries import CivilServantEntry
from netra.registry.models import CivilServant
from netra.registry.operations import civil_servant_save
from netra.registry.states import Employment
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Summons
from netra.sanctions.tests.builders import RULING, examine_alone
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.errors import Refused
from netra.trust.models import Event, User
from netra.trust.operations import user_create
from netra.trust.tests.builders import grant, make_user
from tests.bad_input import stories
from tests.bad_input.books import assert_says_why

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL; two processes on one SQLite file: test_two_servers.py")


def at_the_same_second(*acts: Callable[[], object]) -> tuple[list[object], list[str]]:
    """What the acts gave back, and what those were told that came second."""
    start = Barrier(len(acts))

    def run(each: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            return each()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        results = [done.result(timeout=60) for done in [pool.submit(run, each) for each in acts]]
    told = [str(result) for result in results if isinstance(result, Refused)]
    return [result for result in results if not isinstance(result, Refused)], told


def assert_one_was_first(done: list[object], told: list[str]) -> None:
    assert (len(done), len(told)) == (1, 1)
    assert_says_why(told[0])
    assert trail.verify_database().ok


def events(verb: str) -> int:
    return Event.objects.filter(verb=verb).count()


def test_two_decisions_become_one_with_one_letter_and_one_number():
    stage = stories.examined()
    before = NumberRegister.objects.get(agency_code="JAMBI-KOTA").last_number

    def decide(sanction: str) -> Callable[[], object]:
        ruling = replace(RULING, sanction_code=sanction)
        return lambda: act.decision_make(ref=stage.ref, ruling=ruling, by=stage.cast.rahmat, at=at("2024-11-11"))

    done, told = at_the_same_second(decide("demotion_12m"), decide("release_to_staff_12m"))

    assert_one_was_first(done, told)
    assert "tidak dapat dilakukan" in told[0]
    assert (Decision.objects.count(), events("sanctions.decision_make")) == (1, 1)
    assert NumberRegister.objects.get(agency_code="JAMBI-KOTA").last_number == before + 1
    assert Letter.objects.filter(kind="DECISION_SEVERE").count() == 1


def test_a_decision_and_a_stop_cannot_both_be():
    stage = stories.summoned()
    hearing, findings = stories.after.HEARING, act.Findings(proven=False, analysis="Tidak terbukti.")
    act.examination_record(ref=stage.ref, hearing=hearing, by=stage.cast.dewi, at=at("2024-11-06", 15))
    act.examination_report(ref=stage.ref, findings=findings, by=stage.cast.dewi, at=at("2024-11-07"))

    def stop() -> object:
        return act.proceeding_stop(
            ref=stage.ref,
            reason="Tidak terbukti.",
            signing=act.Signing("Wali Kota Jambi"),
            by=stage.cast.rahmat,
            at=at("2024-11-11"),
        )

    assert_one_was_first(*at_the_same_second(stop, stop))
    assert events("sanctions.proceeding_stop") == 1


def test_an_examination_that_two_open_again_is_opened_once():
    cast = builders.Cast()
    proceeding = examine_alone(cast)

    def again() -> object:
        return act.examination_reopen(ref=proceeding.ref, reason="Berat.", by=cast.dewi, at=at("2024-11-07"))

    assert_one_was_first(*at_the_same_second(again, again))
    assert events("sanctions.examination_reopen") == 1


def test_two_plenary_decisions_on_one_case_become_one():
    stage = stories.before_plenary()

    def plenary(outcome: str) -> Callable[[], object]:
        return lambda: casework.plenary_decide(
            case_ref=stage.case.ref,
            outcome=outcome,
            held_date=date(2024, 10, 19),
            members=3,
            reason="Menurut kajian.",
            by=stage.cast.putu,
            at=at("2024-10-19"),
        )

    assert_one_was_first(*at_the_same_second(plenary("STUDY"), plenary("NOT_PROVEN")))
    assert Plenary.objects.count() == 1


def test_two_summonses_pressed_at_once_are_the_first_summons_only():
    stage = stories.opened()

    def summon() -> object:
        return act.summons_issue(
            ref=stage.ref, meeting_at=at("2024-11-06"), place="Ruang", by=stage.cast.dewi, at=at("2024-11-01")
        )

    assert_one_was_first(*at_the_same_second(summon, summon))
    assert Summons.objects.get().ordinal == 1


def test_one_report_registered_by_two_officers_is_one_case():
    cast = builders.Cast()
    report = in_state(a_report(), State.COMPLETE)

    def register() -> object:
        return casework.case_register(opening=OPENING, report_ref=report.ref, by=cast.wayan, at=at("2024-10-21"))

    assert_one_was_first(*at_the_same_second(register, register))
    assert Case.objects.count() == 1


def test_two_reports_registered_at_once_do_not_stand_in_each_others_way():
    cast = builders.Cast()
    refs = [in_state(a_report(secret), State.COMPLETE).ref for secret in (SECRET, OTHER_SECRET)]

    def register(ref: str) -> Callable[[], object]:
        return lambda: casework.case_register(opening=OPENING, report_ref=ref, by=cast.wayan, at=at("2024-10-21"))

    done, told = at_the_same_second(*(register(ref) for ref in refs))

    assert (len(done), told) == (2, [])
    assert Case.objects.count() == 2


def test_two_clerks_who_record_the_same_letter_record_it_once():
    """The circular of Kota Jambi bears its number on paper; the form is sent from two desks."""
    city = City()

    def write() -> object:
        entry = an_entry(original=a_scan())
        return prevention.instrument_draft(entry=entry, by=city.dewi, at=ISSUED_AT)

    done, told = at_the_same_second(write, write)

    assert_one_was_first(done, told)
    assert "800/211/Org dari Pemerintah Kota Jambi sudah dicatat" in told[0]
    assert Instrument.objects.count() == 1


def test_two_clerks_who_issue_at_the_same_second_get_two_numbers():
    city = City()
    drafts = [prevention.instrument_draft(entry=an_entry(), by=city.dewi, at=ISSUED_AT) for _desk in range(2)]

    def issue(ref: str) -> Callable[[], object]:
        return lambda: prevention.instrument_issue(instrument_ref=ref, by=city.dewi, at=ISSUED_AT)

    done, told = at_the_same_second(*(issue(draft.ref) for draft in drafts))

    assert (len(done), told) == (2, [])
    assert list(Letter.objects.order_by("sequence").values_list("sequence", flat=True)) == [1, 2]
    assert len(set(Instrument.objects.values_list("number", flat=True))) == 2
    assert trail.verify_database().ok


def test_one_draft_issued_from_two_desks_is_issued_once():
    city = City()
    ref = prevention.instrument_draft(entry=an_entry(), by=city.dewi, at=ISSUED_AT).ref

    def issue() -> object:
        return prevention.instrument_issue(instrument_ref=ref, by=city.dewi, at=ISSUED_AT)

    assert_one_was_first(*at_the_same_second(issue, issue))
    assert Letter.objects.count() == 1


def test_two_clicks_remind_a_head_once():
    city = City()
    circular = issued(city)

    def remind() -> object:
        return prevention.instrument_remind(
            instrument_ref=circular.ref, agency_code=CITY, unit_code="DISDIK", by=city.dewi, at=ISSUED_AT
        )

    done, told = at_the_same_second(remind, remind, remind)

    assert (len(done), told) == (3, [])
    assert Letter.objects.filter(kind="ACKNOWLEDGEMENT_REMINDER").count() == 1
    assert events("prevention.instrument_remind") == 1
    assert trail.verify_database().ok


def test_two_officers_who_enter_the_same_new_person_leave_one():
    city = City()
    entry = CivilServantEntry(nip="198001012005011001", name="Budi Santoso (contoh)", employment=Employment.PNS)

    def save() -> object:
        return civil_servant_save(entry=entry, agency_code=CITY, by=city.dewi, at=ISSUED_AT)

    done, told = at_the_same_second(save, save)

    assert (len(done), told) == (2, [])
    assert CivilServant.objects.filter(nip=entry.nip).count() == 1


def test_an_account_made_from_two_desks_is_made_once():
    administrators = [grant(make_user(name), Role.ADMINISTRATOR) for name in ("hasan", "lestari")]

    def make(by: User) -> Callable[[], object]:
        return lambda: user_create(username="wayan", full_name="Wayan (contoh)", by=by, at=ISSUED_AT)

    done, told = at_the_same_second(*(make(by) for by in administrators))

    assert (len(done), len(told)) == (1, 1)
    assert "sudah dipakai" in told[0]
