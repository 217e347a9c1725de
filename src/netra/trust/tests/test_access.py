from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from netra.trust import access
from netra.trust.access import NotAllowed, Scope
from netra.trust.actors import LinkActor, ReporterActor, SystemActor
from netra.trust.acts import ACTS, Role
from netra.trust.models import EvidenceItem, RoleGrant
from netra.trust.tests import builders
from netra.trust.tests.builders import LONG_AGO, MORNING, TODAY, grant, later, make_user

pytestmark = pytest.mark.django_db


class WhenAnOfficerActsInPlace:
    def it_lets_wayan_register_in_his_own_region(self):
        access.require(builders.wayan(), "cases.case_register", region_code="15.71", at=MORNING)

    @pytest.mark.parametrize("place", ["15.72", "15", "1", "15.7", "15.711", ""])
    def it_refuses_wayan_outside_it(self, place):
        with pytest.raises(NotAllowed):
            access.require(builders.wayan(), "cases.case_register", region_code=place, at=MORNING)

    def it_refuses_maria_who_serves_another_province(self):
        with pytest.raises(NotAllowed, match="tidak berwenang"):
            access.require(builders.maria(), "cases.case_register", region_code="15.71", at=MORNING)

    def it_lets_a_province_officer_act_in_every_regency_below(self):
        officer = grant(make_user("putri"), Role.INTAKE_OFFICER, region="15")
        for place in ("15", "15.71", "15.05", "15.05.01"):
            access.require(officer, "cases.case_register", region_code=place, at=MORNING)
        with pytest.raises(NotAllowed):
            access.require(officer, "cases.case_register", region_code="16.71", at=MORNING)

    def it_does_not_take_a_region_for_an_agency(self):
        with pytest.raises(NotAllowed):
            access.require(builders.dewi(), "sanctions.summons_issue", region_code="JAMBI-KOTA", at=MORNING)

    def it_refuses_dewi_what_belongs_to_rahmat(self):
        with pytest.raises(NotAllowed, match="Pejabat Pembina Kepegawaian"):
            access.require(builders.dewi(), "sanctions.decision_make", agency_code="JAMBI-KOTA", at=MORNING)

    def it_lets_an_analyst_act_everywhere(self):
        analyst = grant(make_user("nadia"), Role.OVERSIGHT_ANALYST)
        access.require(analyst, "cases.case_recommend", agency_code="JAMBI-KOTA", at=MORNING)
        access.require(analyst, "cases.case_recommend", at=MORNING)

    def it_lets_an_examiner_act_in_the_matter_assigned_and_in_no_other(self):
        examiner = grant(make_user("agus"), Role.EXAMINER, matter="PNG-2026-AAAA")
        access.require(examiner, "sanctions.examination_record", subject_ref="PNG-2026-AAAA", at=MORNING)
        assert access.assignments(examiner, on=TODAY) == {"PNG-2026-AAAA"}
        with pytest.raises(NotAllowed):
            access.require(examiner, "sanctions.examination_record", subject_ref="PNG-2026-BBBB", at=MORNING)
        with pytest.raises(NotAllowed):
            access.require(examiner, "sanctions.examination_record", at=MORNING)


class WhenAnActIsUnknownOrPublic:
    @pytest.mark.parametrize("act", ["cases.case_delete", "", "cases", "CASES.CASE_REGISTER"])
    def it_refuses_what_it_does_not_know_even_to_the_system(self, act):
        with pytest.raises(NotAllowed):
            access.require(builders.lestari(), act, at=MORNING)
        with pytest.raises(NotAllowed):
            access.require(SystemActor("import"), act, at=MORNING)

    def it_lets_a_reporter_do_what_needs_no_role(self):
        access.require(ReporterActor("PLP-2026-X"), "intake.report_submit", at=MORNING)

    @pytest.mark.parametrize("stranger", [ReporterActor("PLP-2026-X"), LinkActor("TAU-2026-X")])
    def it_refuses_people_without_account_every_act_that_needs_a_role(self, stranger):
        for act in ACTS.values():
            if act.roles:
                with pytest.raises(NotAllowed):
                    access.require(stranger, act.code, region_code="15.71", agency_code="JAMBI-KOTA", at=MORNING)

    def it_lets_the_system_do_what_an_administrator_may_and_nothing_else(self):
        access.require(SystemActor("import"), "registry.import_run", at=MORNING)
        with pytest.raises(NotAllowed):
            access.require(SystemActor("import"), "sanctions.decision_make", agency_code="JAMBI-KOTA", at=MORNING)

    def it_gives_a_visitor_no_scope(self):
        assert access.scope_of(AnonymousUser(), "cases.case_view", on=TODAY).is_empty
        assert access.roles_of(AnonymousUser(), on=TODAY) == frozenset()

    def it_gives_administrator_and_custodian_no_case(self):
        for user in (builders.lestari(), builders.ketut()):
            assert access.scope_of(user, "cases.case_view", on=TODAY).is_empty


class WhenTimePasses:
    def it_holds_from_the_first_day_to_before_the_last(self):
        first, end = later(days=1), later(days=2)
        officer = grant(make_user("putri"), Role.INTAKE_OFFICER, region="15.71", since=first.date(), until=end.date())
        for at, allowed in ((MORNING, False), (first, True), (end, False)):
            assert access.may(officer, "cases.case_register", on=at.date(), region_code="15.71") is allowed

    def it_counts_days_as_they_are_in_jambi(self):
        officer = grant(make_user("putri"), Role.INTAKE_OFFICER, region="15.71", since=TODAY)
        just_after_midnight_wib = later(hours=-9).replace(hour=17, minute=5)  # 22 November 17:05 UTC
        access.require(officer, "cases.case_register", region_code="15.71", at=just_after_midnight_wib)

    def it_stops_at_once_when_the_account_ends_though_the_page_was_loaded_before(self):
        officer = builders.wayan()
        access.require(officer, "cases.case_register", region_code="15.71", at=MORNING)
        type(officer).objects.filter(pk=officer.pk).update(is_active=False)
        with pytest.raises(NotAllowed):
            access.require(officer, "cases.case_register", region_code="15.71", at=MORNING)

    def it_stops_at_once_when_the_role_is_taken_away(self):
        officer = builders.wayan()
        access.require(officer, "cases.case_register", region_code="15.71", at=MORNING)
        RoleGrant.objects.filter(user=officer).update(valid_until=TODAY)
        with pytest.raises(NotAllowed):
            access.require(officer, "cases.case_register", region_code="15.71", at=MORNING)


def it_tells_where_somebody_holds_one_of_several_roles():
    officer = grant(builders.wayan(), Role.EXAMINER, matter="PNG-2026-AAAA")
    scope = access.role_scope(officer, (Role.INTAKE_OFFICER, Role.AUDITOR), on=TODAY)
    assert scope == Scope(regions=frozenset({"15.71"}))
    assert access.role_scope(AnonymousUser(), tuple(Role), on=TODAY).is_empty


def it_asks_the_database_once_per_request(django_assert_num_queries):
    officer = builders.wayan()
    with django_assert_num_queries(1):
        for act in ("cases.case_view", "cases.case_register", "intake.report_check"):
            access.scope_of(officer, act, on=TODAY)
        access.roles_of(officer, on=TODAY)


class WhenAScopeBecomesACondition:
    """Shown on a table of this room: `chain` stands for the region, `ref` for the agency, `note` for the province."""

    @pytest.fixture(autouse=True)
    def _three_rows(self):
        for ref, chain, note in (("A", "15.71", "15"), ("B", "15.05", "15"), ("C", "53.01", "53")):
            EvidenceItem.objects.create(
                ref=ref,
                sha256="0",
                size=1,
                media_type="",
                sealed_name=b"",
                chain=chain,
                note=note,
                received_at=MORNING,
                received_by="system:tests",
                destroyed_at=MORNING,
            )

    def _found(self, scope: Scope, **columns: str | None) -> set[str]:
        names: dict[str, str | None] = {"region": "chain", "province": "note", "agency": "ref"}
        return set(EvidenceItem.objects.filter(scope.where(**{**names, **columns})).values_list("ref", flat=True))

    def it_finds_nothing_for_nobody(self):
        assert self._found(Scope()) == set()

    def it_finds_everything_for_everywhere(self):
        assert self._found(Scope(everywhere=True)) == {"A", "B", "C"}

    def it_joins_provinces_regions_and_agencies(self):
        assert self._found(Scope(provinces=frozenset({"15"}))) == {"A", "B"}
        assert self._found(Scope(regions=frozenset({"15.71"}))) == {"A"}
        assert self._found(Scope(regions=frozenset({"15.71"}), agencies=frozenset({"C"}))) == {"A", "C"}

    def it_finds_a_province_by_the_region_where_the_table_has_no_province(self):
        assert self._found(Scope(provinces=frozenset({"15"})), province=None) == {"A", "B"}

    def it_ignores_columns_the_table_does_not_have(self):
        assert self._found(Scope(agencies=frozenset({"C"})), agency=None) == set()


class WhenAGrantIsWrittenPastTheOperations:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"role": Role.INTAKE_OFFICER},
            {"role": Role.APPOINTING_AUTHORITY},
            {"role": Role.INTAKE_OFFICER, "region": "15", "agency": "JAMBI-KOTA"},
            {"role": Role.AUDITOR, "matter": "PNG-1"},
            {"role": Role.AUDITOR, "since": TODAY, "until": LONG_AGO},
        ],
    )
    def it_is_refused_by_the_database(self, wrong):
        user = make_user("putri")
        with pytest.raises(IntegrityError), transaction.atomic():
            grant(user, **wrong)
