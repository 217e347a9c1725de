from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from netra.trust import access, trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User
from netra.trust.operations import (
    AccountRefused,
    RoleRefused,
    examiner_assign,
    examiner_release,
    role_grant,
    role_revoke,
    sign_in,
)
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, PASSWORD, SYSTEM, TODAY, later, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def lestari() -> User:
    return builders.lestari()


class WhenARoleIsGiven:
    def it_works_from_its_day_on_and_is_in_the_trail(self, lestari):
        sinta = make_user("sinta")
        role_grant(
            username="sinta", role=Role.INTAKE_OFFICER, region_code="15.71", valid_from=TODAY, by=lestari, at=MORNING
        )
        access.require(sinta, "cases.case_register", region_code="15.71", at=MORNING)
        (entry,) = trail.history("house")
        assert entry.payload == {
            "user": sinta.actor_ref,
            "role": "INTAKE_OFFICER",
            "region": "15.71",
            "agency": "",
            "unit": "",
            "matter": "",
            "until": None,
        }

    def it_is_never_given_to_oneself(self, lestari):
        with pytest.raises(RoleRefused, match="diri sendiri"):
            role_grant(username="lestari", role=Role.AUDITOR, valid_from=TODAY, by=lestari, at=MORNING)

    @pytest.mark.parametrize(
        ("role", "scope", "hint"),
        [
            (Role.INTAKE_OFFICER, {}, "satu wilayah"),
            (Role.INTAKE_OFFICER, {"agency_code": "JAMBI-KOTA"}, "satu wilayah"),
            (Role.PLENARY_MEMBER, {"agency_code": "JAMBI-KOTA"}, "satu wilayah"),
            (Role.PERSONNEL_OFFICER, {"region_code": "15.71"}, "satu instansi"),
            (Role.APPOINTING_AUTHORITY, {}, "satu instansi"),
            (Role.EXAMINER, {"agency_code": "JAMBI-KOTA"}, "penugasan"),
            (Role.UNIT_HEAD, {"agency_code": "JAMBI-KOTA"}, "satu unit kerja"),
            (Role.UNIT_HEAD, {"unit_code": "DISHUB"}, "bersama kode instansinya"),
            (Role.PERSONNEL_OFFICER, {"agency_code": "JAMBI-KOTA", "unit_code": "DISHUB"}, "satu instansi"),
            (Role.AUDITOR, {"region_code": "15", "agency_code": "JAMBI-KOTA", "unit_code": "DISHUB"}, "cakupan"),
            (Role.IDENTITY_CUSTODIAN, {"region_code": "15"}, "seluruh Indonesia"),
            (Role.ADMINISTRATOR, {"agency_code": "JAMBI-KOTA"}, "seluruh Indonesia"),
            (Role.AUDITOR, {"region_code": "15", "agency_code": "JAMBI-KOTA"}, "cakupan"),
            (Role.AUDITOR, {"valid_until": TODAY}, "tidak setelah mulai"),
        ],
    )
    def it_fits_the_scope_the_role_has_by_nature(self, lestari, role, scope, hint):
        make_user("sinta")
        with pytest.raises(RoleRefused, match=hint):
            role_grant(**{"username": "sinta", "role": role, "valid_from": TODAY, "by": lestari, "at": MORNING} | scope)
        assert builders.verbs() == []

    def it_holds_for_a_unit_and_then_for_no_agency(self, lestari):
        erwin = make_user("erwin")
        place: dict[str, Any] = {"role": Role.UNIT_HEAD, "agency_code": "JAMBI-KOTA", "unit_code": "DISHUB"}
        role_grant(username="erwin", **place, valid_from=TODAY, by=lestari, at=MORNING)
        scope = access.scope_of(erwin, "prevention.attendance_record", on=TODAY)
        assert scope.units == frozenset({("JAMBI-KOTA", "DISHUB")})
        assert not scope.agencies and not scope.is_empty
        with pytest.raises(NotAllowed):
            access.require(erwin, "prevention.attendance_record", agency_code="JAMBI-KOTA", at=MORNING)
        assert not RoleGrant.objects.filter(scope.where(region=None, province=None)).exists()
        role_revoke(username="erwin", **place, by=lestari, at=later(days=1))
        assert access.scope_of(erwin, "prevention.attendance_record", on=later(days=1).date()).is_empty

    def it_is_given_by_the_system_when_an_instance_is_set_up(self):
        make_user("sinta")
        role_grant(username="sinta", role=Role.AUDITOR, valid_from=TODAY, by=SYSTEM, at=MORNING)
        assert builders.verbs() == ["trust.role_grant"]


class WhenARoleIsTaken:
    def it_ends_today_and_the_past_stays(self, lestari):
        wayan = builders.wayan()
        role_revoke(username="wayan", role=Role.INTAKE_OFFICER, region_code="15.71", by=lestari, at=MORNING)
        assert not access.may(wayan, "cases.case_register", on=TODAY, region_code="15.71")
        access.forget(wayan)
        assert access.may(wayan, "cases.case_register", on=TODAY - timedelta(days=1), region_code="15.71")
        with pytest.raises(RoleRefused, match="tidak memegang"):
            role_revoke(username="wayan", role=Role.INTAKE_OFFICER, region_code="15.71", by=lestari, at=MORNING)

    def it_never_leaves_the_house_without_an_administrator(self, lestari):
        with pytest.raises(AccountRefused, match="administrator terakhir"):
            role_revoke(username="lestari", role=Role.ADMINISTRATOR, by=lestari, at=MORNING)
        builders.grant(make_user("sinta"), Role.ADMINISTRATOR)
        role_revoke(username="lestari", role=Role.ADMINISTRATOR, by=lestari, at=MORNING)

    def it_asks_why_where_the_role_was_used_and_the_trail_says_it(self, lestari):
        builders.wayan()
        place: dict[str, Any] = {"username": "wayan", "role": Role.INTAKE_OFFICER, "region_code": "15.71"}
        sign_in(username="wayan", password=PASSWORD, sender="192.0.2.7", at=MORNING)
        with pytest.raises(RoleRefused, match="Tuliskan mengapa peran itu dicabut"):
            role_revoke(**place, reason=" ", by=lestari, at=MORNING)
        role_revoke(**place, reason="Pindah ke bagian umum.", by=lestari, at=MORNING)
        entry = trail.history("house")[-1]
        assert (entry.verb, entry.payload["reason"]) == ("trust.role_revoke", "Pindah ke bagian umum.")

    def it_asks_why_an_administrator_no_longer_examines_what_he_gave_to_himself(self, lestari):
        """He could not give it to his own account; a second one of his could, and it has read the case."""
        second = make_user("hasan.kedua", password=PASSWORD)
        role_grant(
            username="hasan.kedua",
            role=Role.EXAMINER,
            subject_ref="PNG-2026-AAAA",
            valid_from=TODAY,
            by=lestari,
            at=MORNING,
        )
        sign_in(username=second.username, password=PASSWORD, sender="192.0.2.7", at=MORNING)
        taken: dict[str, Any] = {"username": second.username, "role": Role.EXAMINER, "subject_ref": "PNG-2026-AAAA"}
        with pytest.raises(RoleRefused, match="Tuliskan mengapa"):
            role_revoke(**taken, by=lestari, at=MORNING)
        role_revoke(**taken, reason="Penugasan di luar instansi yang menangani.", by=lestari, at=MORNING)

    def it_asks_nothing_of_a_role_that_nobody_ever_used(self, lestari):
        make_user("sinta")
        role_grant(username="sinta", role=Role.AUDITOR, valid_from=TODAY, by=lestari, at=MORNING)
        role_revoke(username="sinta", role=Role.AUDITOR, by=lestari, at=MORNING)
        assert "reason" not in trail.history("house")[-1].payload

    def it_ends_a_grant_that_has_not_begun(self, lestari):
        builders.grant(make_user("sinta"), Role.AUDITOR, since=later(days=9).date())
        role_revoke(username="sinta", role=Role.AUDITOR, by=lestari, at=MORNING)
        assert not RoleGrant.objects.valid_on(later(days=10).date()).filter(role="AUDITOR").exists()


def _assign(username: str, subject: str, chain: str, *, by: User) -> None:
    examiner_assign(username=username, subject_ref=subject, by=by, at=MORNING, chain=chain)


def _release(username: str, subject: str, chain: str, *, by: User) -> None:
    examiner_release(username=username, subject_ref=subject, reason="Pindah.", by=by, at=MORNING, chain=chain)


class WhenAnExaminerIsAssigned:
    def it_is_recorded_in_the_chain_of_the_case_and_happens_once(self):
        dewi, agus = builders.dewi(), make_user("agus")
        first, again = (
            examiner_assign(username="agus", subject_ref="PNG-2026-AAAA", by=dewi, at=MORNING, chain="case:PKR-1")
            for _ in range(2)
        )
        assert first == again
        assert access.assignments(agus, on=TODAY) == {"PNG-2026-AAAA"}
        assert builders.verbs("case:PKR-1") == ["trust.examiner_assign"]

    def it_is_ended_in_the_same_chain(self):
        dewi, agus = builders.dewi(), make_user("agus")
        matter = ("agus", "PNG-2026-AAAA", "case:PKR-1")
        _assign(*matter, by=dewi)
        _release(*matter, by=dewi)
        assert not access.assignments(agus, on=TODAY)
        assert builders.verbs("case:PKR-1") == ["trust.examiner_assign", "trust.examiner_release"]
        with pytest.raises(RoleRefused, match="tidak ditugaskan"):
            _release(*matter, by=dewi)

    def it_is_not_for_intake_officers_to_do(self):
        make_user("agus")
        with pytest.raises(NotAllowed):
            examiner_assign(username="agus", subject_ref="P", by=builders.wayan(), at=MORNING, chain="case:PKR-1")
