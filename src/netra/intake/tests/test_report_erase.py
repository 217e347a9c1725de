"""Two people destroy a report on its date; hashes and the trail stay."""

from datetime import datetime

import pytest

from netra.intake.models import Report, ReportedPerson, ReportMessage
from netra.intake.operations import (
    ErasureRefused,
    report_close,
    report_erase_approve,
    report_erase_refuse,
    report_erase_request,
    report_erase_withdraw,
    report_message_add,
)
from netra.intake.queries import erasing_offered, erasures_of, status_page
from netra.intake.states import CloseReason, State
from netra.intake.tests.builders import FRIDAY, PICTURE, SARI, WIB, a_report, sari_of
from netra.intake.uploads import NewFile
from netra.intake.written_documents import NamesSomebody
from netra.trust import evidence, identity, trail
from netra.trust.access import NotAllowed
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db
ON_ITS_DATE = datetime(2026, 10, 18, 9, tzinfo=WIB)
DAY_BEFORE = datetime(2026, 10, 17, 9, tzinfo=WIB)


@pytest.fixture
def wayan():
    return cast.wayan()


@pytest.fixture
def ended(wayan):
    report = a_report(reporter=SARI)
    report_message_add(
        report_ref=report.ref,
        body="Ini fotonya.",
        token="t",
        by=sari_of(report),
        at=FRIDAY,
        files=[NewFile("foto.png", PICTURE)],
    )
    return report_close(
        report_ref=report.ref,
        outcome=State.NOT_REGISTERED,
        reason=CloseReason.LATE,
        explanation="Lewat waktu.",
        by=wayan,
        at=FRIDAY,
    )


def request(report, by, at=ON_ITS_DATE, reason="Jadwal retensi tercapai"):
    return report_erase_request(report_ref=report.ref, reason=reason, by=by, at=at)


def approve(report, by):
    return report_erase_approve(report_ref=report.ref, by=by, at=ON_ITS_DATE)


def test_what_names_anybody_is_gone_and_the_record_stays(ended, wayan):
    request(ended, wayan)
    erasure = approve(ended, cast.lestari())
    report = Report.objects.get()

    assert (report.what, report.place, report.outcome_explanation, report.erased_at) == ("", "", "", ON_ITS_DATE)
    assert (ReportedPerson.objects.count(), ReportMessage.objects.get().body) == (0, "")
    assert not identity.exists(ended.designation)
    (item,) = evidence.items_of(f"report:{ended.ref}")
    assert item.is_destroyed
    assert erasure.destroyed["evidence"] == [item.sha256]
    assert (report.state, report.channel, report.outcome_reason) == ("NOT_REGISTERED", "WEB", "LATE")
    assert trail.verify_chain(f"report:{ended.ref}").ok


def test_the_code_still_leads_to_a_page_that_says_so(ended, wayan):
    request(ended, wayan)
    approve(ended, cast.lestari())
    page = status_page(Report.objects.get(), at=ON_ITS_DATE)

    assert page.is_erased
    assert "dimusnahkan" in page.headline
    assert not (page.may_write or page.may_withdraw or page.may_identify)


def test_one_person_is_not_two(ended, wayan):
    request(ended, wayan)

    with pytest.raises(ErasureRefused, match="orang kedua"):
        approve(ended, wayan)
    assert Report.objects.get().what


def test_the_reason_which_the_trail_keeps_names_nobody(ended, wayan):
    with pytest.raises(NamesSomebody, match="Tulis tanpa nama"):
        request(ended, wayan, reason="Sesuai permintaan keluarga Budi")


def test_nothing_is_erased_before_its_date(ended, wayan):
    with pytest.raises(ErasureRefused, match="mulai 18 Oktober 2026"):
        request(ended, wayan, at=DAY_BEFORE)


def test_a_report_that_goes_on_has_no_date(wayan):
    with pytest.raises(ErasureRefused, match="tidak mempunyai tanggal pemusnahan"):
        request(a_report(), wayan)


def test_without_a_request_nothing_is_approved(ended):
    with pytest.raises(ErasureRefused, match="Tidak ada permintaan"):
        approve(ended, cast.lestari())


def test_an_office_of_another_region_cannot_ask(ended):
    with pytest.raises(NotAllowed):
        request(ended, cast.maria())


class TestASecondPersonWhoRefuses:
    def test_leaves_the_report_and_says_why_and_it_may_be_asked_for_again(self, ended, wayan):
        second = cast.lestari()
        request(ended, wayan)
        report_erase_refuse(report_ref=ended.ref, reason="Masih diperiksa BPK.", by=second, at=ON_ITS_DATE)
        assert Report.objects.get().what
        last = trail.history(f"report:{ended.ref}")[-1]
        assert (last.verb, last.payload["reason"]) == ("intake.report_erase_refuse", "Masih diperiksa BPK.")
        request(ended, wayan)
        approve(ended, second)
        assert [each.state for each in erasures_of(ended.ref)] == ["REFUSED", "DONE"]
        assert trail.verify_database().ok

    @pytest.mark.parametrize("reason", ["", " ", "x" * 501])
    def test_needs_a_reason_that_fits(self, ended, wayan, reason):
        request(ended, wayan)
        with pytest.raises(ErasureRefused, match="alasannya, paling panjang 500"):
            report_erase_refuse(report_ref=ended.ref, reason=reason, by=cast.lestari(), at=ON_ITS_DATE)

    def test_is_not_who_asked(self, ended, wayan):
        request(ended, wayan)
        with pytest.raises(ErasureRefused, match="tarik kembali"):
            report_erase_refuse(report_ref=ended.ref, reason="Tidak jadi.", by=wayan, at=ON_ITS_DATE)


class TestAnAskerWhoTakesItBack:
    def test_ends_the_request_and_nothing_else(self, ended, wayan):
        second = cast.lestari()
        request(ended, wayan)
        with pytest.raises(ErasureRefused, match="oleh yang memintanya"):
            report_erase_withdraw(report_ref=ended.ref, by=second, at=ON_ITS_DATE)
        report_erase_withdraw(report_ref=ended.ref, by=wayan, at=ON_ITS_DATE)
        assert trail.history(f"report:{ended.ref}")[-1].verb == "intake.report_erase_withdraw"
        with pytest.raises(ErasureRefused, match="Tidak ada permintaan"):
            approve(ended, second)
        assert [each.state for each in erasures_of(ended.ref)] == ["WITHDRAWN"]
        assert Report.objects.get().what
        assert trail.verify_database().ok


def test_each_of_the_two_is_offered_his_own(ended, wayan):
    asked = [request(ended, wayan)]
    assert erasing_offered([], by=wayan) == ["intake.report_erase_request"]
    assert erasing_offered(asked, by=wayan) == ["intake.report_erase_withdraw"]
    assert erasing_offered(asked, by=cast.lestari()) == ["intake.report_erase_approve", "intake.report_erase_refuse"]
