"""The same form sent twice is one act, whether the second comes later, at the same moment, or after a failure."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse

from netra.cases.models import Answer, Case, Clarification, Party
from netra.cases.tests.builders import BAWASLU
from netra.intake.models import Report, ReportMessage
from netra.intake.operations import draft_save
from netra.intake.tests.builders import FRIDAY, SECRET, SENDER, answers
from netra.letters.models import NumberRegister
from netra.trust import sending, trail
from netra.trust.errors import Refused
from netra.trust.models import SentForm
from netra.trust.tests.builders import MORNING
from netra.web.intake import draft_cookie
from tests.bad_input import stories
from tests.bad_input.books import assert_says_why, tables
from tests.bad_input.door import Door, Page

pytestmark = pytest.mark.django_db(transaction=True)
SAYS = "sudah diterima satu kali"
PARTY = {"name": "Rekan Budi (contoh)", "position": "UNKNOWN", "employment": "PNS"}


def at_once(*acts: Callable[[], Page]) -> list[Page]:
    start = Barrier(len(acts))

    def run(act: Callable[[], Page]) -> Page:
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, act) for act in acts]]


class WhenAButtonIsPressedTwice:
    def it_adds_one_accused_and_says_so(self):
        stage = stories.under_study()
        door, url = Door.of(stage.cast.wayan), reverse("party_add", kwargs={"ref": stage.case.ref})

        first, second = door.post(url, PARTY), door.post(url, PARTY)

        assert (first.status, second.status) == (302, 422)
        assert SAYS in second.text
        assert Party.objects.filter(case=stage.case).count() == 2

    def it_does_a_second_act_of_the_same_kind_from_a_page_opened_anew(self):
        stage = stories.under_study()
        url = reverse("party_add", kwargs={"ref": stage.case.ref})

        pages = [Door.of(stage.cast.wayan).post(url, PARTY) for _press in range(2)]

        assert [page.status for page in pages] == [302, 302]

    def it_registers_one_finding(self):
        stage = stories.Stage(stories.Cast(), Case())
        door = Door.of(stage.cast.wayan)
        finding = {
            "title": "Temuan di lapangan",
            "election_kind": "REGIONAL",
            "region_code": "15.71",
            "handling_agency_code": BAWASLU,
            "received_date": "2024-10-17",
            "terlapor-1-position": "UNKNOWN",
            "terlapor-1-employment": "PNS",
            "perbuatan-act_date_precision": "DAY",
            "perbuatan-channel": "OTHER",
        }

        pages = [door.post(reverse("case_register"), finding) for _press in range(2)]

        assert [page.status for page in pages] == [302, 422]
        assert SAYS in pages[1].text and "Temuan di lapangan" in pages[1].text
        assert Case.objects.count() == 1

    def it_invites_once_with_one_letter(self):
        stage = stories.under_study()
        door = Door.of(stage.cast.wayan)
        given = {"invitee": "WITNESS", "name": "Saksi (contoh)", "day": "2027-01-04", "time": "09:00", "place": "Ruang"}
        before = NumberRegister.objects.filter(agency_code=BAWASLU).count()

        url = reverse("clarification_invite", kwargs={"ref": stage.case.ref})
        pages = [door.post(url, given) for _press in range(2)]

        assert [page.status for page in pages] == [302, 422]
        assert Clarification.objects.count() == 1
        assert NumberRegister.objects.filter(agency_code=BAWASLU).count() == before + 1
        assert trail.verify_database().ok

    def it_takes_a_form_that_was_refused_when_it_is_sent_again(self):
        """A refusal is no act: the claim on the form is taken back with it."""
        stage = stories.registered()
        door, url = Door.of(stage.cast.putu), reverse("plenary_decide", kwargs={"ref": stage.case.ref})
        given = {"outcome": "TO_REFER", "held_date": "2024-10-19", "members": "3", "reason": "Menurut kajian."}
        before = tables()

        for _press in range(2):
            page = door.post(url, given)
            assert page.status == 422
            assert "tidak dapat dilakukan" in page.text
        assert tables() == before
        stories.before.carry_to_plenary(stage.cast, stage.case)
        assert door.post(url, given).status == 302


class WhenTheSameReportIsSentTwice:
    def it_shows_the_same_receipt(self):
        draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
        door = Door()
        door.cookies[draft_cookie.NAME] = SECRET

        pages = [door.post(reverse("report_submit"), {}) for _press in range(2)]

        assert [page.location for page in pages] == [reverse("report_receipt")] * 2
        assert Report.objects.count() == 1


@pytest.mark.postgres
class WhenBothArriveAtTheSameMoment:
    @pytest.fixture(autouse=True)
    def _postgres(self) -> None:
        if connection.vendor != "postgresql":
            pytest.skip("needs PostgreSQL; two processes on one SQLite file: test_two_servers.py")

    def it_adds_one_accused(self):
        stage = stories.under_study()
        door, url = Door.of(stage.cast.wayan), reverse("party_add", kwargs={"ref": stage.case.ref})

        pages = at_once(*[lambda: door.post(url, PARTY)] * 4)

        assert sorted(page.status for page in pages) == [302, 422, 422, 422]
        assert Party.objects.filter(case=stage.case).count() == 2
        assert trail.verify_database().ok

    def it_keeps_one_answer_of_the_accused(self):
        stage = stories.under_study()
        door, url = (
            Door.of(stage.cast.wayan),
            reverse("answer_record", kwargs={"ref": stage.case.ref, "party": 1}),
        )

        pages = at_once(*[lambda: door.post(url, {"text": "Bukan saya."})] * 4)

        assert sorted(page.status for page in pages) == [302, 422, 422, 422]
        assert Answer.objects.count() == 1

    def it_makes_one_report_and_one_message(self):
        draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
        door = Door()
        door.cookies[draft_cookie.NAME] = SECRET

        pages = at_once(*[lambda: door.post(reverse("report_submit"), {})] * 4)

        assert {page.location for page in pages} == {reverse("report_receipt")}
        assert (Report.objects.count(), ReportMessage.objects.count()) == (1, 0)


class WhenAnActFails:
    def it_leaves_the_form_free_for_another_try(self):
        def fail() -> object:
            raise Refused("Belum dapat.")

        for _try in range(2):
            with pytest.raises(Refused, match=r"Belum dapat\."):
                sending.once("lembar", fail, at=MORNING)
        assert sending.once("lembar", lambda: None, at=MORNING) is None
        assert not SentForm.objects.exists()
        assert sending.once("lembar", lambda: "jadi", at=MORNING) == "jadi"
        with pytest.raises(sending.SentBefore) as told:
            sending.once("lembar", lambda: "dua kali", at=MORNING)
        assert_says_why(str(told.value))
