"""A report ends without a case, or is taken back; the reporter reads why."""

from datetime import date

import pytest

from netra.intake.operations import CloseRefused, StepForbidden, report_close, report_mark_registered, report_withdraw
from netra.intake.states import CloseReason, State
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, a_report, in_state, last_event, sari_of
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def close(report, by, outcome=State.NOT_REGISTERED, reason=CloseReason.LATE, explanation="Lewat waktu."):
    return report_close(
        report_ref=report.ref, outcome=outcome, reason=reason, explanation=explanation, by=by, at=FRIDAY
    )


def test_a_report_that_is_not_registered_is_erased_two_years_later():
    report = close(a_report(), cast.wayan())

    assert (report.state, report.outcome_reason) == ("NOT_REGISTERED", "LATE")
    assert report.erase_date == date(2026, 10, 18)


def test_a_report_by_nobody_becomes_a_lead_and_is_kept_while_it_is_traced():
    report = close(a_report(), cast.wayan(), State.INFORMATION, CloseReason.ANONYMOUS, "Ditelusuri tim pengawas.")

    assert (report.state, report.erase_date) == ("INFORMATION", None)


def test_the_trail_keeps_the_reason_and_not_the_explanation():
    close(a_report(), cast.wayan(), explanation="Budi tidak ada di sana.")
    event = last_event()

    assert '"reason":"LATE"' in event.payload
    assert "Budi" not in event.payload
    assert event.citation == "Perbawaslu 8/2020 (pasal belum diperiksa)"


def test_an_end_without_explanation_is_refused():
    with pytest.raises(CloseRefused, match="penjelasan untuk pelapor"):
        close(a_report(), cast.wayan(), explanation="  ")


def test_registering_is_no_way_of_closing():
    with pytest.raises(CloseRefused, match="Informasi awal"):
        close(a_report(), cast.wayan(), State.REGISTERED)


def test_the_reporter_takes_the_report_back_before_it_is_registered():
    report = a_report()
    withdrawn = report_withdraw(report_ref=report.ref, by=sari_of(report), at=FRIDAY)

    assert (withdrawn.state, withdrawn.erase_date) == ("WITHDRAWN", date(2026, 10, 18))


def test_nobody_else_takes_it_back():
    report, other = a_report(), a_report(OTHER_SECRET)

    for by in (sari_of(other), cast.wayan()):
        with pytest.raises(NotFound):
            report_withdraw(report_ref=report.ref, by=by, at=FRIDAY)


def test_after_registration_it_is_too_late_to_take_it_back():
    report = in_state(a_report(), State.REGISTERED)

    with pytest.raises(StepForbidden, match="Diregistrasi"):
        report_withdraw(report_ref=report.ref, by=sari_of(report), at=FRIDAY)


def test_what_a_pressed_reporter_took_back_may_still_be_traced():
    report = in_state(a_report(), State.WITHDRAWN)

    traced = close(report, cast.wayan(), State.INFORMATION, CloseReason.ANONYMOUS, "Dugaan tetap ditelusuri.")

    assert (traced.state, traced.erase_date) == ("INFORMATION", None)


class WhenACaseTakesIt:
    def register(self, report, by):
        return report_mark_registered(report_ref=report.ref, case_ref="PKR-2024-ABCDEFGHJK", by=by, at=FRIDAY)

    @pytest.mark.parametrize("state", [State.COMPLETE, State.INFORMATION])
    def test_it_is_registered_and_knows_its_case(self, state):
        report = self.register(in_state(a_report(), state), cast.wayan())

        assert (report.state, report.case_ref, report.closed_at) == ("REGISTERED", "PKR-2024-ABCDEFGHJK", None)

    def test_it_leaves_the_event_to_the_room_of_cases(self):
        report = in_state(a_report(), State.COMPLETE)
        before = Event.objects.count()
        self.register(report, cast.wayan())

        assert Event.objects.count() == before

    def test_it_is_taken_once(self):
        wayan, report = cast.wayan(), in_state(a_report(), State.COMPLETE)
        self.register(report, wayan)

        with pytest.raises(StepForbidden):
            self.register(report, wayan)

    def test_a_report_that_nobody_checked_is_not_taken(self):
        with pytest.raises(StepForbidden, match="Diterima"):
            self.register(a_report(), cast.wayan())
