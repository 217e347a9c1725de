"""A report ends without a case, or is taken back; the reporter reads why."""

from datetime import date

import pytest

from netra.intake.operations import (
    CloseRefused,
    StepForbidden,
    report_close,
    report_mark_registered,
    report_withdraw,
    report_withdraw_record,
)
from netra.intake.queries import report_detail
from netra.intake.states import CloseReason, State
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, a_report, in_state, last_event, sari_of
from netra.trust import trail
from netra.trust.errors import NotFound, Refused
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


CASE = "PKR-2024-ABCDEFGHJK"
LETTER = "Surat pencabutan 3/IX/2024, 17 Oktober 2024"


class WhenItIsTakenBackAfterItBecameACase:
    """The case goes on; whether it ends is for the plenary, and only what the reporter did lets it ask."""

    def a_case(self):
        return in_state(a_report(), State.REGISTERED, case_ref=CASE)

    def record(self, report, *, document=LETTER, by=None):
        by = by or cast.wayan()
        return report_withdraw_record(report_ref=report.ref, document=document, by=by, at=FRIDAY)

    def test_the_reporter_does_it_with_the_code_and_its_erasure_stays_that_of_the_case(self):
        report = self.a_case()
        withdrawn = report_withdraw(report_ref=report.ref, by=sari_of(report), at=FRIDAY)

        assert (withdrawn.state, withdrawn.closed_at, withdrawn.erase_date) == ("WITHDRAWN", FRIDAY, None)
        assert "pencabutan sesudah registrasi" in last_event().citation

    def test_an_officer_records_a_letter_by_number_and_date_and_the_reporter_reads_it(self):
        withdrawn = self.record(self.a_case())

        assert (withdrawn.state, withdrawn.outcome_explanation) == ("WITHDRAWN", LETTER)
        told = trail.history(f"report:{withdrawn.ref}")[-1]
        assert dict(told.payload) == {"report": withdrawn.ref, "document": LETTER}

    @pytest.mark.parametrize("document", ["", "-", "menelepon", "Surat 3", "Surat 3, 17 Oktober 2030"])
    def test_no_officer_records_what_nobody_can_find(self, document):
        report = self.a_case()
        with pytest.raises(Refused, match="nomor dan tanggal surat"):
            self.record(report, document=document)
        report.refresh_from_db()
        assert report.state == State.REGISTERED

    def test_before_it_is_a_case_only_the_reporter_takes_it_back(self):
        with pytest.raises(StepForbidden, match="Diterima"):
            self.record(a_report())

    def test_it_is_taken_back_once(self):
        report = self.a_case()
        self.record(report)
        with pytest.raises(StepForbidden, match="Dicabut"):
            report_withdraw(report_ref=report.ref, by=sari_of(report), at=FRIDAY)

    def test_it_is_not_closed_as_a_lead_beside_its_case(self):
        report, wayan = self.a_case(), cast.wayan()
        self.record(report, by=wayan)
        with pytest.raises(CloseRefused, match=CASE):
            close(report, wayan, State.INFORMATION, CloseReason.ANONYMOUS, "Ditelusuri.")
        assert "intake.report_close" not in report_detail(wayan, report.ref, at=FRIDAY).acts


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
