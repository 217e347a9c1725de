"""Who sees which report. Maria serves another province and must see nothing."""

import pytest

from netra.intake.access import report_for, visible_to
from netra.intake.models import Report
from netra.intake.states import Kind
from netra.intake.submission import Person
from netra.intake.tests.builders import OTHER_SECRET, TODAY, a_report, agency
from netra.trust.acts import ACTS, Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def seen(user):
    return set(visible_to(user, on=TODAY).values_list("region_code", flat=True))


@pytest.fixture
def two_reports():
    a_report()
    a_report(OTHER_SECRET, region_code="15.05")


def test_reading_a_report_is_an_act_of_the_table_of_acts():
    """`visible_to` rests on this act; taking the role from it would close every report."""
    assert ACTS["intake.report_view"].roles == {Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, Role.AUDITOR}


@pytest.mark.parametrize(
    ("person", "regions"),
    [
        (cast.wayan, {"15.71"}),
        (cast.hasan, {"15.71", "15.05"}),
        (cast.maria, set()),
        (cast.dewi, set()),
        (cast.rahmat, set()),
        (cast.ketut, set()),
        (cast.lestari, set()),
    ],
)
def test_an_officer_sees_the_region_and_an_auditor_everything(two_reports, person, regions):
    assert seen(person()) == regions


def test_an_officer_of_the_province_sees_what_lies_below(two_reports):
    assert seen(cast.grant(cast.make_user("provinsi"), Role.INTAKE_OFFICER, region="15")) == {"15.71", "15.05"}


def test_a_plenary_member_reads_with_the_officer(two_reports):
    assert seen(cast.grant(cast.make_user("pleno"), Role.PLENARY_MEMBER, region="15.71")) == {"15.71"}


def test_a_grant_that_ended_today_shows_nothing(two_reports):
    assert seen(cast.grant(cast.make_user("bekas"), Role.INTAKE_OFFICER, region="15.71", until=TODAY)) == set()


def test_a_stranger_is_told_the_same_as_for_what_is_not_there(two_reports):
    ref = Report.objects.get(region_code="15.71").ref
    messages = set()
    for user, asked in ((cast.maria(), ref), (cast.wayan(), "LPR-2024-0000000000")):
        with pytest.raises(NotFound) as refused:
            report_for(user, asked, on=TODAY)
        messages.add(str(refused.value))

    assert len(messages) == 1


def test_a_report_of_pressure_is_hidden_from_whoever_also_works_for_the_superiors_agency():
    agency("JAMBI-KOTA")
    boss = Person(agency_code="JAMBI-KOTA", is_superior=True)
    a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,))
    both = cast.grant(cast.make_user("rangkap"), Role.INTAKE_OFFICER, region="15.71")

    assert seen(both) == {"15.71"}
    cast.grant(both, Role.PERSONNEL_OFFICER, agency="JAMBI-KOTA")
    assert seen(type(both).objects.get(pk=both.pk)) == set()
    assert seen(cast.wayan()) == {"15.71"}
