"""What whoever holds the code reads: where it stands, why, what next and until when."""

import pytest

from netra.intake.models import Report
from netra.intake.operations import report_ask_completion, report_close
from netra.intake.queries import slip_pdf, status_page
from netra.intake.requirements import Requirement
from netra.intake.states import CloseReason, State
from netra.intake.tests.builders import FRIDAY, SARI, a_report, in_state, later, send, supervisor_office
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def page_of(report, at=FRIDAY):
    report.refresh_from_db()
    return status_page(report, at=at)


def test_a_fresh_report_says_that_it_came_who_looks_and_until_when():
    supervisor_office()
    page = page_of(a_report())

    assert page.headline == "Laporan Anda diterima 18 Oktober 2024 09.00 WIB dan sedang diperiksa kelengkapannya."
    assert page.office == "Bawaslu Kota Jambi"
    assert "Minggu, 20 Oktober 2024" in page.terms[0].sentence
    assert page.terms[0].deadline.needs_review
    assert (page.may_write, page.may_withdraw, page.may_identify) == (True, True, True)


def test_an_office_that_is_not_registered_is_named_by_its_region():
    assert page_of(a_report()).office == "Bawaslu Kota Jambi"


def test_missing_things_are_listed_with_the_day_until_when():
    report = a_report()
    report_ask_completion(
        report_ref=report.ref, missing=[Requirement.EVIDENCE], note="", by=cast.wayan(), at=later(days=1)
    )
    page = page_of(report, at=later(days=2))

    assert page.state_label == "Menunggu kelengkapan"
    assert page.missing == ("Bukti",)
    assert "masih 1 hari, sampai Senin, 21 Oktober 2024" in page.terms[0].sentence


def test_a_report_that_was_not_registered_tells_the_reason_and_the_explanation():
    report = a_report()
    report_close(
        report_ref=report.ref,
        outcome=State.NOT_REGISTERED,
        reason=CloseReason.LATE,
        explanation="Disampaikan pada hari kesepuluh.",
        by=cast.wayan(),
        at=FRIDAY,
    )
    page = page_of(report)

    assert page.why == "Disampaikan melewati jangka waktu pelaporan"
    assert page.explanation == "Disampaikan pada hari kesepuluh."
    assert page.terms == ()


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_headline_a_reason_and_a_next_step(state):
    page = page_of(in_state(a_report(), state))

    assert page.headline
    assert page.why
    assert page.next_step


def test_what_became_a_case_names_it_and_may_still_be_taken_back():
    page = page_of(in_state(a_report(), State.REGISTERED, case_ref="PKR-2024-ABCDEFGHJK"))

    assert page.may_withdraw
    assert page.case_ref == "PKR-2024-ABCDEFGHJK"


def test_a_case_goes_on_when_its_report_is_taken_back():
    report = a_report()
    by_code = page_of(in_state(report, State.WITHDRAWN, case_ref="PKR-2024-ABCDEFGHJK"))
    by_letter = page_of(in_state(report, State.WITHDRAWN, outcome_explanation="Surat 3, 17 Oktober 2024"))

    assert not by_code.may_withdraw
    assert "Pleno" in by_code.next_step
    assert by_code.why == "Dicabut oleh pemegang kode laporan ini."
    assert "Bukan dari Anda?" in by_letter.why
    assert by_letter.explanation == "Surat 3, 17 Oktober 2024"


def test_the_page_does_not_know_who_reports():
    report = a_report(reporter=SARI)

    assert "Sari" not in repr(page_of(report))
    assert not page_of(report).may_identify


def test_the_page_takes_a_fixed_number_of_queries(django_assert_num_queries):
    report = a_report()

    with django_assert_num_queries(6):  # office, its officers, evidence, its bindings, messages, letters
        status_page(report, at=FRIDAY)


def test_the_slip_carries_the_code_and_nothing_of_it_is_stored():
    receipt = send()
    report = Report.objects.get()
    pdf = slip_pdf(report, code=receipt.code, follow_url="http://127.0.0.1:8000/lacak")

    assert pdf.startswith(b"%PDF")
    assert not page_of(report).letters
