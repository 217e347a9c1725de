"""An officer judges of two reports whether they are about the same: alike or not, with a reason, never merged."""

import json

import pytest

from netra.intake.models import DuplicateLink, Report, ToldApart
from netra.intake.operations import DuplicateRefused, report_link_duplicate, report_reroute, report_tell_apart
from netra.intake.queries import report_detail, suspected_duplicates
from netra.intake.states import ApartReason, DuplicateReason, RerouteReason
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, a_report, last_event, supervisor_office
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db


def link(report, other_ref, by):
    return report_link_duplicate(
        report_ref=report.ref, other_ref=other_ref, reason=DuplicateReason.SAME_EVENT, by=by, at=FRIDAY
    )


def tell_apart(report, other_ref, by):
    return report_tell_apart(
        report_ref=report.ref, other_ref=other_ref, reason=ApartReason.OTHER_EVENT, by=by, at=FRIDAY
    )


def judged(user, report):
    return report_detail(user, report.ref, at=FRIDAY).judged


@pytest.fixture
def pair():
    return a_report(), a_report(OTHER_SECRET)


def test_two_reports_are_marked_alike_and_stay_two(pair):
    wayan, (report, other) = cast.wayan(), pair
    link(report, other.ref, wayan)

    assert Report.objects.count() == 2
    assert judged(wayan, report).alike == ((other.ref, "SAME_EVENT"),)
    assert judged(wayan, other).alike == ((report.ref, "SAME_EVENT"),)


def test_a_report_is_not_its_own_duplicate_and_is_marked_once_whichever_of_the_two_one_stands_at(pair):
    wayan, (report, other) = cast.wayan(), pair
    link(report, other.ref, wayan)

    with pytest.raises(DuplicateRefused, match="dirinya sendiri"):
        link(report, report.ref, wayan)
    for here, there in ((report, other), (other, report)):
        with pytest.raises(DuplicateRefused, match="sudah ditandai serupa"):
            link(here, there.ref, wayan)
        with pytest.raises(DuplicateRefused, match="sudah ditandai serupa"):
            tell_apart(here, there.ref, wayan)
    assert DuplicateLink.objects.count() == 1


def test_what_is_told_apart_is_kept_with_its_reason_and_proposed_no_more_at_either(pair):
    wayan, (report, other) = cast.wayan(), pair
    assert suspected_duplicates(wayan, report.ref, at=FRIDAY) != []
    tell_apart(report, other.ref, wayan)

    assert (judged(wayan, report).apart, judged(wayan, report).alike) == (((other.ref, "OTHER_EVENT"),), ())
    for each in pair:
        assert suspected_duplicates(wayan, each.ref, at=FRIDAY) == []
    event = last_event()
    assert (event.verb, event.chain) == ("intake.report_tell_apart", f"report:{report.ref}")
    assert json.loads(event.payload) == {"report": report.ref, "other": other.ref, "reason": "OTHER_EVENT"}


def test_a_judgement_is_in_the_database_as_it_is_in_the_trail(pair):
    tell_apart(pair[0], pair[1].ref, cast.wayan())
    assert verify_database().problems == []


def test_told_apart_once_whichever_of_the_two_one_stands_at(pair):
    wayan, (report, other) = cast.wayan(), pair
    tell_apart(report, other.ref, wayan)

    with pytest.raises(DuplicateRefused, match="sudah ditandai berbeda"):
        tell_apart(other, report.ref, wayan)
    assert ToldApart.objects.count() == 1


def test_whoever_learns_better_marks_them_alike_after_all(pair):
    wayan, (report, other) = cast.wayan(), pair
    tell_apart(report, other.ref, wayan)
    link(other, report.ref, wayan)

    assert judged(wayan, report).alike == ((other.ref, "SAME_EVENT"),)
    assert judged(wayan, report).apart == ()


@pytest.mark.parametrize("judge", [link, tell_apart])
def test_a_report_of_another_region_cannot_be_pointed_at(judge):
    with pytest.raises(NotFound):
        judge(a_report(), a_report(OTHER_SECRET, region_code="15.05").ref, cast.wayan())


@pytest.mark.parametrize("judge", [link, tell_apart])
def test_who_only_reads_reports_judges_nothing(judge, pair):
    plenary = cast.grant(cast.make_user("ketua"), Role.PLENARY_MEMBER, region="15.71")
    with pytest.raises(NotAllowed):
        judge(pair[0], pair[1].ref, plenary)


def test_a_judged_report_that_went_to_another_office_is_not_named_here_any_more(pair):
    supervisor_office()
    supervisor_office("15.05", "Bawaslu Kabupaten Muaro Jambi")
    cast.grant(cast.make_user("muaro"), Role.INTAKE_OFFICER, region="15.05")
    wayan, (report, other) = cast.wayan(), pair
    tell_apart(report, other.ref, wayan)
    report_reroute(report_ref=other.ref, region_code="15.05", reason=RerouteReason.WRONG_REGION, by=wayan, at=FRIDAY)

    assert judged(wayan, report).apart == ()
