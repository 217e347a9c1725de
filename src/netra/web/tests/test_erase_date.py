"""When what proved nothing is erased: by the archive schedule of its office, else in two years; the page says which."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.tests.builders import BAWASLU, Cast, at, carry_to_plenary, make_case, make_report
from netra.intake.models import Report
from netra.intake.operations import report_close
from netra.intake.states import CloseReason, State
from netra.registry.entries import RetentionEntry
from netra.registry.operations import retention_set
from netra.registry.states import Fate
from netra.registry.tests import builders as offices
from netra.sanctions.tests.two_accused import two_accused
from netra.trust.tests.told_once import told_once
from netra.web.tests.sanctions_scene import page, signed_in

pytestmark = pytest.mark.django_db
DECREE = "Keputusan 5/2019 (contoh), 20 Desember 2019"
BY_SCHEDULE = (
    f"Menurut jadwal retensi arsip kantor yang menangani: {DECREE}, berlaku mulai 1 Januari 2020 "
    "(1 tahun aktif dan 2 tahun inaktif sejak berakhir)"
)
BY_DEFAULT = "Bawaan Netra, tidak disebut pasal"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def schedule(start: date = date(2020, 1, 1)) -> None:
    """One year active and two inactive, by a decree of the office of the city."""
    entry = RetentionEntry(BAWASLU, start, 1, 2, Fate.DESTROY, DECREE)
    retention_set(entry=entry, by=offices.SYSTEM, at=at("2024-10-01"))


@told_once
def sealed(cast: Cast) -> Case:
    """Not proven in the plenary of 19 October 2024."""
    case = make_case(cast)
    carry_to_plenary(cast, case)
    held: dict[str, Any] = {"held_date": date(2024, 10, 19), "members": 3, "reason": "Unsur tidak terpenuhi."}
    return act.plenary_decide(case_ref=case.ref, outcome="NOT_PROVEN", by=cast.putu, at=at("2024-10-19"), **held)


@told_once
def closed(cast: Cast) -> Report:
    """Not registered on 21 October 2024."""
    return report_close(
        report_ref=make_report(cast).ref,
        outcome=State.NOT_REGISTERED,
        reason=CloseReason.MATERIAL_INCOMPLETE,
        explanation="Waktu kejadian tidak diketahui.",
        by=cast.wayan,
        at=at("2024-10-21"),
    )


class WhenTheOfficeHasASchedule:
    """Three years from the end."""

    def it_dates_the_erasure_of_a_case(self, cast):
        schedule()
        case = sealed(cast)
        assert case.erase_date == date(2027, 10, 19)
        shown = page(signed_in(cast.wayan).get(f"/perkara/{case.ref}/"))
        assert BY_SCHEDULE in shown
        assert BY_DEFAULT not in shown

    def it_dates_the_erasure_of_a_report_without_a_case(self, cast):
        schedule()
        report = closed(cast)
        assert report.erase_date == date(2027, 10, 21)
        assert BY_SCHEDULE in page(signed_in(cast.wayan).get(f"/laporan/{report.ref}/"))

    def it_dates_the_erasure_of_who_was_cleared_beside_others(self):
        story = two_accused()
        schedule()
        case = story.close()
        assert [each.erase_date for each in case.parties.order_by("ordinal")] == [None, date(2027, 12, 9)]
        assert BY_SCHEDULE in page(signed_in(story.cast.wayan).get(f"/perkara/{case.ref}/"))


class WhenItHasNone:
    """Two years, the default of the house."""

    def it_says_so_of_a_case(self, cast):
        case = sealed(cast)
        assert case.erase_date == date(2026, 10, 19)
        assert BY_DEFAULT in page(signed_in(cast.wayan).get(f"/perkara/{case.ref}/"))

    def it_says_so_of_a_report(self, cast):
        report = closed(cast)
        assert report.erase_date == date(2026, 10, 21)
        assert BY_DEFAULT in page(signed_in(cast.wayan).get(f"/laporan/{report.ref}/"))

    def it_is_the_same_where_the_schedule_begins_after_the_end(self, cast):
        schedule(date(2024, 10, 20))
        assert sealed(cast).erase_date == date(2026, 10, 19)

    def it_does_not_lay_a_day_on_a_schedule_that_was_told_afterwards(self, cast):
        case = sealed(cast)
        schedule()
        shown = page(signed_in(cast.wayan).get(f"/perkara/{case.ref}/"))
        assert BY_DEFAULT in shown
        assert BY_SCHEDULE not in shown
