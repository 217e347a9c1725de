"""Somebody writes into the tables by hand, with all locks standing: a role, an approval. The check names it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.trust import identity
from netra.trust.acts import Role
from netra.trust.identity import Identity
from netra.trust.models import IdentityRequest, RoleGrant, User
from netra.trust.operations import (
    IdentityRefused,
    RoleRefused,
    examiner_assign,
    first_admin_create,
    first_admin_invite,
    identity_approve,
    identity_open,
    identity_refuse,
    identity_request,
    role_grant,
    role_revoke,
    user_create,
)
from netra.trust.tests.builders import MORNING, PASSWORD, TODAY, later
from netra.trust.tests.locks import unlocked
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
CHAIN = "report:LAP-2026-AAAA"
WHY = "Klarifikasi perlu dilakukan secara tatap muka"


@pytest.fixture
def hasan() -> User:
    """The first administrator, by the link of an empty instance."""
    token = first_admin_invite(at=MORNING)
    return first_admin_create(token=token, username="hasan", full_name="Hasan (contoh)", password=PASSWORD, at=MORNING)


@pytest.fixture
def wayan(hasan: User) -> User:
    return _officer("wayan", Role.INTAKE_OFFICER, hasan, region_code="15.71")


@pytest.fixture
def ketut(hasan: User) -> User:
    return _officer("ketut", Role.IDENTITY_CUSTODIAN, hasan)


@pytest.fixture
def asked(wayan: User, ketut: User) -> IdentityRequest:
    """Wayan has asked, eight days after everybody got their role."""
    sari = identity.seal(identity=Identity(name="Sari Dewi Lestari (contoh)"), at=MORNING)
    return identity_request(designation=sari, chain=CHAIN, reason=WHY, region_code="15.71", by=wayan, at=later(days=8))


def _officer(name: str, role: Role, by: User, **place: Any) -> User:
    user = user_create(username=name, full_name=f"{name.title()} (contoh)", by=by, at=MORNING).user
    role_grant(username=name, role=role, valid_from=TODAY, by=by, at=MORNING, **place)
    return user


def _found() -> list[str]:
    return [problem.message for problem in verify_database().problems]


class WhenEverybodyKeptToTheRules:
    def nothing_is_found(self, asked, wayan, ketut, hasan):
        identity_approve(request_ref=asked.ref, reason=WHY, by=ketut, at=later(days=8, hours=1))
        identity_open(request_ref=asked.ref, by=wayan, at=later(days=8, hours=2))
        role_revoke(username="wayan", role=Role.INTAKE_OFFICER, region_code="15.71", by=hasan, at=later(days=9))
        assert _found() == []

    def a_refused_request_and_a_second_one_are_told_apart(self, asked, wayan, ketut):
        identity_refuse(request_ref=asked.ref, reason=WHY, by=ketut, at=later(days=8, hours=1))
        identity_request(
            designation=asked.designation, chain=CHAIN, reason=WHY, region_code="15.71", by=wayan, at=later(days=9)
        )
        assert _found() == []

    def an_approval_that_ran_out_is_nothing_to_find(self, asked, wayan, ketut):
        identity_approve(request_ref=asked.ref, reason=WHY, by=ketut, at=later(days=8, hours=1))
        identity_request(
            designation=asked.designation, chain=CHAIN, reason=WHY, region_code="15.71", by=wayan, at=later(days=10)
        )
        assert _found() == []

    def a_role_may_be_given_again_after_it_was_taken(self, wayan, hasan):
        place: dict[str, Any] = {"username": "wayan", "role": Role.INTAKE_OFFICER, "region_code": "15.71"}
        role_revoke(**place, by=hasan, at=later(days=1))
        role_grant(**place, valid_from=date(2026, 11, 25), by=hasan, at=later(days=2))
        assert _found() == []


class WhenAnApprovalIsWrittenIntoTheTable:
    @pytest.fixture
    def approved_by_hand(self, asked, ketut):
        IdentityRequest.objects.filter(ref=asked.ref).update(
            state="APPROVED", decided_by=ketut, decided_at=later(days=8, hours=1), decision_reason=WHY
        )
        return asked

    def the_identity_stays_closed(self, approved_by_hand, wayan):
        with pytest.raises(IdentityRefused, match="jejak tidak mencatat persetujuan"):
            identity_open(request_ref=approved_by_hand.ref, by=wayan, at=later(days=8, hours=2))

    def the_check_names_it(self, approved_by_hand):
        (state, decider) = _found()
        assert "menurut jejak «Menunggu»" in state
        assert approved_by_hand.ref in state
        assert "pemutus di basis data bukan pemutus menurut jejak" in decider

    def a_request_made_by_hand_is_named_too(self, asked, ketut, wayan):
        IdentityRequest.objects.create(
            ref="PBI-2026-BYHAND",
            designation=asked.designation,
            chain=CHAIN,
            region_code="15.71",
            reason=WHY,
            requested_by=ketut,
            requested_at=later(days=8),
            state="APPROVED",
            decided_by=wayan,
            decided_at=later(days=8),
            decision_reason=WHY,
        )
        assert any("PBI-2026-BYHAND: ada di basis data" in line for line in _found())


class WhenARoleIsWrittenIntoTheTable:
    def it_is_named(self, wayan):
        RoleGrant.objects.create(user=wayan, role=Role.AUDITOR.value, valid_from=TODAY)
        (line,) = _found()
        assert "AUDITOR" in line
        assert "tidak ada peristiwa yang membuatnya" in line

    def so_is_an_examiner_of_a_matter_to_which_nobody_assigned_them(self, wayan):
        RoleGrant.objects.create(user=wayan, role=Role.EXAMINER.value, subject_ref="PNG-2026-AAAA", valid_from=TODAY)
        (line,) = _found()
        assert "PNG-2026-AAAA" in line

    def so_is_a_role_that_was_made_longer(self, wayan, hasan):
        role_revoke(username="wayan", role=Role.INTAKE_OFFICER, region_code="15.71", by=hasan, at=later(days=1))
        RoleGrant.objects.filter(user=wayan).update(valid_until=None)
        (line,) = _found()
        assert "berakhir menurut jejak «24 November 2026», di basis data «kosong»" in line


class WhenAnExaminerIsAssigned:
    def nothing_is_found(self, hasan, wayan):
        bayu = _officer("bayu", Role.PERSONNEL_OFFICER, hasan, agency_code="JAMBI-KOTA")
        examiner_assign(username="wayan", subject_ref="PNG-2026-AAAA", by=bayu, at=MORNING, chain="case:PKR-2026-AAAA")
        assert _found() == []

    def it_is_found_that_the_assignment_was_led_to_another_matter_of_theirs(self, hasan, wayan):
        bayu = _officer("bayu", Role.PERSONNEL_OFFICER, hasan, agency_code="JAMBI-KOTA")
        for matter in ("PNG-2026-AAAA", "PNG-2026-BBBB"):
            examiner_assign(username="wayan", subject_ref=matter, by=bayu, at=MORNING, chain="case:PKR-2026-AAAA")
        with unlocked():
            RoleGrant.objects.filter(subject_ref="PNG-2026-AAAA").update(subject_ref="PNG-2026-BBBB")
        (line,) = _found()
        assert "penugasan pemeriksa" in line and "PNG-2026-AAAA" in line

    def it_takes_a_second_assignment_after_the_first_was_ended_as_told(self, hasan, wayan):
        bayu = _officer("bayu", Role.PERSONNEL_OFFICER, hasan, agency_code="JAMBI-KOTA")
        assign: dict[str, Any] = {
            "username": "wayan",
            "subject_ref": "PNG-2026-AAAA",
            "by": bayu,
            "chain": "case:PKR-2026-AAAA",
        }
        examiner_assign(**assign, at=MORNING)
        RoleGrant.objects.filter(subject_ref="PNG-2026-AAAA").update(valid_until=TODAY)
        examiner_assign(**assign, at=later(days=9))
        assert _found() == []


class WhenTheFormOfARoleIsSentTwice:
    def it_is_given_once(self, wayan, hasan):
        with pytest.raises(RoleRefused, match="sudah memegang peran"):
            role_grant(
                username="wayan",
                role=Role.INTAKE_OFFICER,
                region_code="15.71",
                valid_from=TODAY,
                by=hasan,
                at=MORNING,
            )
        assert RoleGrant.objects.filter(user=wayan).count() == 1


def test_an_account_that_nobody_switched_off_or_on_is_found(hasan, wayan):
    assert _found() == []
    User.objects.filter(pk=wayan.pk).update(is_active=False)
    assert _found() == [f"akun {wayan.actor_ref}: dinonaktifkan atau diaktifkan tanpa peristiwa dalam jejak"]
