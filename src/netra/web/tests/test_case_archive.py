"""Until when the file of a closed case is kept, on its page: by the schedule of its office, or that none is known."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.archive import archive_of
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at
from netra.registry.entries import RetentionEntry
from netra.registry.operations import retention_set
from netra.registry.states import Fate
from netra.registry.tests import builders as offices
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import punished
from netra.trust.acts import Role
from netra.trust.tests import builders as trust
from netra.trust.tests.told_once import told_once
from netra.web.tests.sanctions_scene import page, signed_in

pytestmark = pytest.mark.django_db
DECREE = "Keputusan 5/2019 (contoh), 20 Desember 2019"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def closed(cast) -> Case:
    """Carried out and closed on 10 December 2024, with its only proceeding."""
    proceeding = punished(cast)
    act.decision_execute(ref=proceeding.ref, document="SK 1, 9 Desember 2024", by=cast.dewi, at=at("2024-12-09"))
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-10"))
    return Case.objects.get(pk=proceeding.case_id)


def keep(case: Case, start: date, fate: Fate = Fate.DESTROY) -> None:
    entry = RetentionEntry(case.handling_agency_code, start, 2, 3, fate, DECREE)
    retention_set(entry=entry, by=offices.SYSTEM, at=at("2024-12-11"))


def test_it_is_kept_by_the_schedule_of_the_day_on_which_it_ended_and_the_page_says_why(cast, closed):
    """Two years active and three inactive, by the decree: 10 December 2024, 2026, 2029."""
    keep(closed, date(2020, 1, 1))
    found = archive_of(closed)
    assert found is not None
    assert (found.active_until, found.due) == (date(2026, 12, 10), date(2029, 12, 10))
    shown = page(signed_in(cast.wayan).get(f"/perkara/{closed.ref}/"))
    for words in ("Disimpan sampai 10 Desember 2029", "Musnah", "Kenapa tanggal ini?", DECREE):
        assert words in shown


def test_a_schedule_that_began_after_the_end_is_not_applied_and_what_to_do_is_said(cast, closed):
    keep(closed, date(2024, 12, 11))
    found = archive_of(closed)
    assert found is not None
    assert found.due is None
    shown = page(signed_in(cast.wayan).get(f"/perkara/{closed.ref}/"))
    assert "belum dicatat, jadi berkas disimpan tanpa tanggal. Minta administrator mencatatnya" in shown


def test_a_case_that_goes_on_has_no_such_date(cast):
    assert archive_of(punished(cast).case) is None


def test_the_administrator_records_it_on_the_page_of_the_agency(cast, closed):
    path = f"/registri/instansi/{closed.handling_agency_code}/retensi/"
    client = signed_in(trust.grant(trust.make_user("nurul"), Role.ADMINISTRATOR))
    sent = {
        "start_date": "2020-01-01",
        "active_years": "2",
        "inactive_years": "3",
        "fate": "PERMANENT",
        "document": DECREE,
    }
    assert client.post(path, {**sent, "document": ""}).status_code == 422
    assert client.post(path, sent).status_code == 302
    assert DECREE in page(client.get(f"/registri/instansi/{closed.handling_agency_code}/"))
    found = archive_of(closed)
    assert found is not None and found.schedule is not None
    assert found.schedule.fate == "PERMANENT"
