"""One report is one case, also when several officers press the button at the same second."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from netra.cases import operations as act
from netra.cases.models import Case, CauseCoding, Deadline, Party
from netra.cases.tests.builders import (
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    day,
    from_report,
    make_case,
    make_report,
    register,
)
from netra.intake.models import Report
from netra.trust.acts import Role
from netra.trust.models import Event, User
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.trust.trail import verify_database

RUN = "import django; django.setup(); from netra.cases.tests.register_race import main; main()"


def test_four_processes_on_a_database_file(database_in, tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "netra.settings_testing",
        "NETRA_DATABASE": database_in(tmp_path),
        "NETRA_DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    refusals = sorted(told.pop("words"))
    assert refusals.pop() == "REGISTERED"
    assert all("sudah menjadi perkara" in words for words in refusals), refusals
    assert len(refusals) == 3
    assert told == {"cases": 1, "events": 1, "report_points_at_it": True, "trail_is_whole": True}


def at_once(acts: list[Callable[[], object]]) -> list[str]:
    """Each in a thread and connection of its own, from the same moment on; what each was told."""
    barrier = Barrier(len(acts))

    def run(do: Callable[[], object]) -> str:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            do()
        except act.ActRefused as refusal:
            return str(refusal)
        except act.WrongState as refusal:
            return f"WRONG STATE {refusal}"
        else:
            return "DONE"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, do) for do in acts]]


def officer(user: User) -> User:
    """The same account in another browser."""
    return User.objects.get(pk=user.pk)


@pytest.mark.postgres
class WhenTwoOfficersActAtTheSameSecond:
    def it_makes_one_case_of_one_report(self, threads):
        cast = Cast()
        report = make_report(cast)
        opening = from_report(report)

        def go() -> None:
            act.case_register(opening=opening, report_ref=report.ref, by=officer(cast.wayan), at=at("2024-10-18", 11))

        words = sorted(at_once([go] * 6))
        assert words.pop(0) == "DONE"
        assert all("sudah menjadi perkara" in each for each in words)
        assert Case.objects.get().ref == Report.objects.get().case_ref
        assert Event.objects.filter(verb="cases.case_register").count() == 1
        assert verify_database().ok

    def it_numbers_the_people_one_after_the_other(self, threads):
        cast = Cast()
        case = make_case(cast)

        def go() -> None:
            act.party_add(case_ref=case.ref, party=act.NewParty(), by=officer(cast.wayan), at=at("2024-10-18"))

        assert at_once([go] * 6) == ["DONE"] * 6
        assert sorted(Party.objects.filter(case=case).values_list("ordinal", flat=True)) == [1, 2, 3, 4, 5, 6, 7]

    def it_takes_one_decision_of_the_plenary(self, threads):
        cast = Cast()
        case = make_case(cast)
        carry_to_plenary(cast, case)

        def decide(outcome: str) -> Callable[[], object]:
            return lambda: act.plenary_decide(
                case_ref=case.ref,
                outcome=outcome,
                held_date=day("2024-10-19"),
                members=3,
                reason="Menurut kajian.",
                by=officer(cast.putu),
                at=at("2024-10-19"),
            )

        words = at_once([decide("STUDY"), decide("NOT_PROVEN")])
        assert sorted(each.split()[0] for each in words) == ["DONE", "WRONG"]
        case.refresh_from_db()
        assert case.plenaries.get().outcome == case.state

    def it_gives_one_recommendation_to_one_person(self, threads):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with unlocked():
            case.recommendations.all().delete()
            Deadline.objects.filter(rule="follow_up").delete()
        advice = act.Advice(
            party=1,
            category="DISCIPLINE",
            level="SEVERE",
            basis="PP 94/2021 Pasal 14 huruf i",
            reason="Unsur terpenuhi.",
            follow_up_days=14,
            follow_up_unit="WORKING_DAY",
        )

        def go() -> None:
            act.case_recommend(case_ref=case.ref, advice=advice, by=officer(cast.ani), at=at("2024-10-28"))

        words = sorted(at_once([go] * 3))
        assert words.pop(0) == "DONE"
        assert all("sudah mempunyai rekomendasi" in each for each in words)

    def it_takes_two_coders_and_no_third(self, threads):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        act.enter_proceeding(Case.objects.get(pk=case.pk), at=at("2024-11-01"))
        coders = [cast.wayan, cast.ani, trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")]

        def code(coder: User) -> Callable[[], object]:
            return lambda: act.cause_code(case_ref=case.ref, causes={}, by=officer(coder), at=at("2024-11-01"))

        words = sorted(at_once([code(each) for each in coders]))
        assert words[:2] == ["DONE", "DONE"]
        assert "sudah dikode oleh dua orang" in words[2]
        assert sorted(CauseCoding.objects.values_list("ordinal", flat=True)) == [1, 2]


@pytest.mark.django_db
def test_on_one_connection_the_second_registration_is_refused_as_well():
    cast = Cast()
    report = make_report(cast)
    register(cast, report)
    with pytest.raises(act.ActRefused, match="hanya dapat diregistrasi satu kali"):
        register(cast, report)
