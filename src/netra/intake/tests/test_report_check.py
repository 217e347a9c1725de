"""The officer checks what is there, and asks for what is not."""

from datetime import date

import pytest

from netra.intake.models import Report, ReportMessage
from netra.intake.operations import CompletionRefused, StepForbidden, report_ask_completion, report_check
from netra.intake.requirements import Requirement
from netra.intake.states import State
from netra.intake.tests.builders import FRIDAY, a_report, in_state, last_event
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def check(report, by, *missing):
    return report_check(report_ref=report.ref, missing=missing, by=by, at=FRIDAY)


def ask(report, by, *missing, note=""):
    return report_ask_completion(report_ref=report.ref, missing=missing, note=note, by=by, at=FRIDAY)


def test_with_nothing_missing_the_report_is_complete():
    report = check(a_report(), cast.wayan())

    assert (report.state, report.formal_met, report.material_met) == ("COMPLETE", True, True)


def test_with_something_missing_it_stays_and_says_on_which_side():
    report = check(a_report(), cast.wayan(), Requirement.REPORTER)

    assert (report.state, report.formal_met, report.material_met) == ("RECEIVED", False, True)
    assert report.missing == ["REPORTER"]
    event = last_event()
    assert event.payload == f'{{"formal":false,"material":true,"missing":"REPORTER","report":"{report.ref}"}}'


def test_the_reporter_is_asked_for_what_is_missing_and_until_when():
    report = ask(a_report(), cast.wayan(), Requirement.PLACE, Requirement.EVIDENCE, note="Foto pun boleh.")
    body = ReportMessage.objects.get().body

    assert report.state == State.COMPLETION_ASKED
    # Two calendar days after Friday the 18th, by the reading of Perbawaslu 8/2020 that the law room marks unverified.
    assert report.completion_due_date == date(2024, 10, 20)
    assert "- Tempat kejadian." in body
    assert "- Bukti." in body
    assert body.endswith("Foto pun boleh.")


def test_asking_for_nothing_is_refused():
    with pytest.raises(CompletionRefused, match="sekurangnya satu syarat"):
        ask(a_report(), cast.wayan())


def test_completion_is_asked_once():
    wayan, report = cast.wayan(), a_report()
    ask(report, wayan, Requirement.PLACE)

    with pytest.raises(StepForbidden, match="Menunggu kelengkapan"):
        ask(report, wayan, Requirement.PLACE)


def test_a_lead_that_became_whole_is_open_again():
    report = in_state(a_report(), State.INFORMATION, erase_date=date(2026, 10, 18))
    report = check(report, cast.wayan())

    assert (report.state, report.outcome_reason, report.closed_at, report.erase_date) == ("COMPLETE", "", None, None)


@pytest.mark.parametrize("state", [State.COMPLETE, State.REGISTERED, State.NOT_REGISTERED, State.WITHDRAWN])
def test_what_is_past_checking_is_not_checked(state):
    report = in_state(a_report(), state)

    with pytest.raises(StepForbidden):
        check(report, cast.wayan())
    assert Report.objects.get().state == state


@pytest.mark.parametrize(
    ("person", "refusal"), [(cast.maria, NotFound), (cast.dewi, NotFound), (cast.hasan, NotAllowed)]
)
def test_others_do_not_check(person, refusal):
    with pytest.raises(refusal):
        check(a_report(), person())
