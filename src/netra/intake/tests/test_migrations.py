"""What was stored under a former region code is found by the office of the code in force."""

from __future__ import annotations

import pytest
from django.apps import apps

from netra.intake.access import visible_to
from netra.intake.models import Report
from netra.intake.tests.builders import OTHER_SECRET, TODAY, a_report
from netra.registry.regions import region_index
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.filling import filling
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


def brought_to_the_present() -> int:
    """Brings all reports to the newest edition, twice as if it were done again; says which edition that is."""
    move = filling("intake", "0002_present_region_codes")
    for _again in range(2):
        move(apps, None)
    return int(move.__globals__["EDITION"])


def stored(report: Report, *, place: str, handler: str) -> Report:
    """The report as an earlier edition kept it."""
    with unlocked():
        Report.objects.filter(pk=report.pk).update(
            region_code=place, handler_region_code=handler, province_code=handler[:2]
        )
    return report


def test_the_office_of_the_present_code_finds_what_was_kept_under_the_former_one():
    """Kota Sorong was 92.71 in Papua Barat and is 96.71 in Papua Barat Daya; Manokwari stayed 92.02."""
    kept = stored(a_report(), place="92.71", handler="92.71")
    elsewhere = stored(a_report(OTHER_SECRET), place="92.02", handler="92.02")
    sorong = grant(make_user("nyoman"), Role.INTAKE_OFFICER, region="96.71")
    assert not visible_to(sorong, on=TODAY).exists()
    brought_to_the_present()
    assert list(visible_to(sorong, on=TODAY)) == [kept]
    assert set(Report.objects.values_list("region_code", "handler_region_code", "province_code")) == {
        ("92.71", "96.71", "96"),
        ("92.02", "92.02", "92"),
    }
    assert elsewhere.ref != kept.ref


def test_what_waits_at_the_level_of_the_province_follows_its_region_into_the_new_province():
    kept = stored(a_report(), place="92.71", handler="92")
    stored(a_report(OTHER_SECRET), place="92.02", handler="92")
    brought_to_the_present()
    province = grant(make_user("nyoman"), Role.INTAKE_OFFICER, region="96")
    assert list(visible_to(province, on=TODAY)) == [kept]


def test_a_new_edition_of_the_regions_brings_the_reports_with_it():
    """A newer list in `registry/data/regions.csv` needs a migration that moves the reports once more."""
    assert brought_to_the_present() == region_index().editions[-1]
