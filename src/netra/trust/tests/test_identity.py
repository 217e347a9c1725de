"""Sari asked to stay confidential. Who she is, is opened by two people with a reason, or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from netra.trust import identity, identity_readers, trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.identity import Identity, IdentityUnreadable
from netra.trust.models import Event, IdentityRequest, SealedIdentity, User
from netra.trust.operations import (
    IdentityRefused,
    identity_approve,
    identity_open,
    identity_refuse,
    identity_request,
    password_set,
    role_grant,
    role_revoke,
    user_create,
    user_deactivate,
    user_password_reset,
    user_reactivate,
)
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, PASSWORD, TODAY, grant, later, make_user
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
CHAIN = "report:LAP-2026-AAAA"
SARI = Identity(name="Sari Dewi Lestari (contoh)", contact="0812-0000-1111", address="Jalan Contoh 1, Jambi")
REASON = "Klarifikasi perlu dilakukan secara tatap muka"


@pytest.fixture(autouse=True)
def _read_by_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads a report is the matter of its room; here everybody does who may ask."""
    monkeypatch.setitem(identity_readers._readers, "report", lambda _user, _ref, _on: True)


@pytest.fixture
def designation() -> str:
    return identity.seal(identity=SARI, at=MORNING)


@pytest.fixture
def wayan() -> User:
    return builders.wayan()


@pytest.fixture
def ketut() -> User:
    return builders.ketut()


def _ask(designation: str, by: User, *, reason: str = REASON, at: datetime = MORNING) -> IdentityRequest:
    return identity_request(designation=designation, chain=CHAIN, reason=reason, region_code="15.71", by=by, at=at)


def _give(user: User, role: Role, by: User, *, at: datetime = MORNING, **how: Any) -> None:
    role_grant(username=user.username, role=role, by=by, at=at, **{"valid_from": timezone.localdate(at), **how})


class WhenAnIdentityIsSealed:
    def it_lies_in_no_table_in_the_clear(self, designation):
        row = SealedIdentity.objects.get()
        stored = bytes(row.ciphertext) + bytes(row.wrapped_key) + designation.encode()
        for word in ("Sari", "0812", "Contoh"):
            assert word.encode() not in stored

    def it_shows_nothing_of_itself_in_a_traceback(self):
        assert "Sari" not in repr(SARI)

    def it_is_pointed_at_by_no_table(self):
        related = [
            field
            for model in apps.get_models()
            for field in model._meta.get_fields()
            if field.is_relation and field.related_model is SealedIdentity
        ]
        assert related == []

    def it_has_designations_that_tell_nothing(self, designation):
        again = identity.seal(identity=SARI, at=MORNING)
        assert again != designation

    def it_cannot_be_moved_to_another_designation(self, designation):
        with unlocked():
            SealedIdentity.objects.update(designation="PLP-2026-OTHER")
        with pytest.raises(IdentityUnreadable, match="rusak"):
            identity.unseal("PLP-2026-OTHER")

    def it_says_so_when_the_key_of_the_instance_was_changed(self, designation, settings):
        settings.IDENTITY_KEY = "another-identity-key-another-identity-key"
        with pytest.raises(IdentityUnreadable, match="NETRA_IDENTITY_KEY"):
            identity.unseal(designation)

    def it_is_not_opened_by_the_key_of_the_evidence(self, designation, settings):
        settings.IDENTITY_KEY = settings.EVIDENCE_KEY
        with pytest.raises(IdentityUnreadable):
            identity.unseal(designation)

    def it_is_gone_for_ever_once_destroyed(self, designation):
        assert identity.destroy(designation)
        assert not identity.exists(designation)
        assert not identity.destroy(designation)
        with pytest.raises(NotFound, match="dimusnahkan"):
            identity.unseal(designation)


class WhenTwoPeopleAgree:
    def it_is_opened_once_by_the_one_who_asked(self, designation, wayan, ketut):
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(hours=1))
        assert identity_open(request_ref=request.ref, by=wayan, at=later(hours=2)) == SARI
        with pytest.raises(IdentityRefused, match="Sudah dibuka"):
            identity_open(request_ref=request.ref, by=wayan, at=later(hours=3))

    def it_writes_every_step_into_the_chain_of_the_report_and_no_name(self, designation, wayan, ketut):
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(hours=1))
        identity_open(request_ref=request.ref, by=wayan, at=later(hours=2))
        entries = trail.history(CHAIN)
        assert [entry.verb for entry in entries] == [
            "trust.identity_request",
            "trust.identity_approve",
            "trust.identity_open",
        ]
        assert entries[0].payload == {"designation": designation, "request": request.ref, "reason": REASON}
        assert "Sari" not in "".join(Event.objects.values_list("payload", flat=True))

    @pytest.mark.parametrize(("hours", "opens"), [(1, True), (24, True), (25, False), (0, False)])
    def it_is_open_for_a_day_after_the_approval(self, designation, wayan, ketut, hours, opens):
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(hours=1))
        if opens:
            assert identity_open(request_ref=request.ref, by=wayan, at=later(hours=hours)) == SARI
        else:
            with pytest.raises(IdentityRefused, match="24 jam"):
                identity_open(request_ref=request.ref, by=wayan, at=later(hours=hours))

    def it_can_be_asked_again_when_the_approval_ran_out(self, designation, wayan, ketut):
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(hours=1))
        again = _ask(designation, wayan, at=later(days=2))
        request.refresh_from_db()
        assert (request.state, again.state) == ("EXPIRED", "PENDING")


class WhenAnAdministratorHoldsTheAccountsOfOthers:
    """Lestari makes links for Wayan's and Ketut's accounts, sets both passwords and could be both people at once."""

    @pytest.fixture
    def lestari(self) -> User:
        return builders.lestari()

    def it_lets_the_custodian_approve_from_the_eighth_day_after_the_new_password(
        self, designation, wayan, ketut, lestari
    ):
        _take_over(ketut, lestari)
        request = _ask(designation, wayan)
        with pytest.raises(IdentityRefused, match=r"30 November 2026 pukul 09\.00"):
            identity_approve(
                request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(days=6, hours=23)
            )
        approved = identity_approve(
            request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(days=7)
        )
        assert approved.state == "APPROVED"

    def it_lets_the_requester_open_from_the_eighth_day_after_the_new_password(self, designation, wayan, ketut, lestari):
        _take_over(wayan, lestari)
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(days=6, hours=12))
        with pytest.raises(IdentityRefused, match=r"30 November 2026 pukul 09\.00"):
            identity_open(request_ref=request.ref, by=wayan, at=later(days=6, hours=23))
        assert identity_open(request_ref=request.ref, by=wayan, at=later(days=7)) == SARI

    def it_counts_from_the_day_on_which_the_link_was_used(self, designation, wayan, ketut, lestari):
        password_set(
            token=user_password_reset(username="ketut", by=lestari, at=MORNING), new=PASSWORD, at=later(hours=23)
        )
        request = _ask(designation, wayan)
        with pytest.raises(IdentityRefused, match=r"1 Desember 2026 pukul 08\.00"):
            identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(days=7))

    @pytest.mark.parametrize("act", [user_password_reset, user_reactivate])
    def it_counts_a_link_that_nobody_used_and_an_account_let_in_again(self, designation, wayan, ketut, lestari, act):
        if act is user_reactivate:
            user_deactivate(username="ketut", by=lestari, at=MORNING)
        act(username="ketut", by=lestari, at=MORNING)
        request = _ask(designation, wayan)
        with pytest.raises(IdentityRefused, match="kata sandi baru"):
            identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(days=1))

    def it_lets_the_custodian_refuse_at_once(self, designation, wayan, ketut, lestari):
        _take_over(ketut, lestari)
        request = _ask(designation, wayan)
        refused = identity_refuse(request_ref=request.ref, reason="Dapat ditanya lewat Netra", by=ketut, at=MORNING)
        assert refused.state == "REFUSED"


def _made_by(by: User, username: str, *, used_at: datetime = MORNING) -> User:
    """An account that `by` made, and whose link was used, by whomever."""
    user, token = user_create(username=username, full_name="Milik Lestari (contoh)", by=by, at=MORNING)
    password_set(token=token, new=PASSWORD, at=used_at)
    return user


def _take_over(user: User, by: User) -> None:
    password_set(token=user_password_reset(username=user.username, by=by, at=MORNING), new=PASSWORD, at=MORNING)


class WhenSomebodyIsAloneOrInTheWrongPlace:
    def it_lets_nobody_approve_a_request_of_their_own(self, designation):
        both = grant(builders.wayan(), Role.IDENTITY_CUSTODIAN)
        request = _ask(designation, both)
        with pytest.raises(IdentityRefused, match="dua orang"):
            identity_approve(request_ref=request.ref, reason="Saya setuju dengan saya", by=both, at=MORNING)

    def it_lets_no_administrator_be_both_people_with_two_accounts(self, designation):
        """Lestari makes an officer and a custodian of her own and opens whom she likes; others have a week to see."""
        lestari = builders.lestari()
        officer, custodian = (_made_by(lestari, name) for name in ("petugas.baru", "penjaga.baru"))
        _give(officer, Role.INTAKE_OFFICER, lestari, region_code="15.71")
        _give(custodian, Role.IDENTITY_CUSTODIAN, lestari)
        request = _ask(designation, officer)
        with pytest.raises(IdentityRefused, match="belum 7 hari"):
            identity_approve(
                request_ref=request.ref, reason="Alasan cukup dan perlu", by=custodian, at=later(days=6, hours=23)
            )
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=custodian, at=later(days=7))
        assert identity_open(request_ref=request.ref, by=officer, at=later(days=7)) == SARI

    def it_counts_the_week_of_a_new_account_from_its_first_password_too(self, designation, wayan):
        """Whoever made the link can have used it: so it is for the first password as for every later one."""
        lestari = builders.lestari()
        custodian = _made_by(lestari, "penjaga.baru", used_at=later(hours=23))
        _give(custodian, Role.IDENTITY_CUSTODIAN, lestari)
        request = _ask(designation, wayan, at=later(days=7))
        reason = "Alasan cukup dan perlu"
        with pytest.raises(IdentityRefused, match="kata sandi baru"):
            identity_approve(request_ref=request.ref, reason=reason, by=custodian, at=later(days=7, hours=22))
        identity_approve(request_ref=request.ref, reason=reason, by=custodian, at=later(days=7, hours=23))

    def it_lets_a_new_custodian_refuse_at_once(self, designation, wayan):
        custodian = make_user("penjaga.baru")
        _give(custodian, Role.IDENTITY_CUSTODIAN, builders.lestari())
        request = _ask(designation, wayan)
        refused = identity_refuse(request_ref=request.ref, reason="Dapat ditanya lewat Netra", by=custodian, at=MORNING)
        assert refused.state == "REFUSED"

    def it_begins_again_for_a_custodian_who_lost_the_role_but_not_when_it_is_renewed(self, designation, wayan):
        lestari, custodian = builders.lestari(), make_user("penjaga.baru")
        _give(custodian, Role.IDENTITY_CUSTODIAN, lestari, valid_until=TODAY + timedelta(days=20))
        _give(custodian, Role.IDENTITY_CUSTODIAN, lestari, at=later(days=19), valid_from=TODAY + timedelta(days=20))
        first = _ask(designation, wayan, at=later(days=20))
        identity_approve(request_ref=first.ref, reason="Alasan cukup dan perlu", by=custodian, at=later(days=20))
        role_revoke(username="penjaga.baru", role=Role.IDENTITY_CUSTODIAN, by=lestari, at=later(days=30))
        _give(custodian, Role.IDENTITY_CUSTODIAN, lestari, at=later(days=40))
        second = _ask(designation, wayan, at=later(days=41))
        with pytest.raises(IdentityRefused, match="belum 7 hari"):
            identity_approve(request_ref=second.ref, reason="Alasan cukup dan perlu", by=custodian, at=later(days=41))

    def it_takes_no_reason_that_nobody_can_see(self, designation, wayan):
        with pytest.raises(IdentityRefused, match="berisi 0 karakter"):
            _ask(designation, wayan, reason="\u200b" * 12)

    def it_is_held_by_the_database_too(self, designation, wayan):
        request = _ask(designation, wayan)
        with pytest.raises(IntegrityError), transaction.atomic():
            IdentityRequest.objects.filter(pk=request.pk).update(state="APPROVED", decided_by=wayan)

    def it_lets_only_custodians_decide(self, designation, wayan):
        request = _ask(designation, wayan)
        for person in (builders.dewi(), builders.lestari(), builders.hasan(), wayan):
            with pytest.raises(NotAllowed):
                identity_approve(request_ref=request.ref, reason="Saya ingin tahu saja", by=person, at=MORNING)

    def it_lets_no_custodian_open(self, designation, wayan, ketut):
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=MORNING)
        with pytest.raises(NotFound):
            identity_open(request_ref=request.ref, by=ketut, at=MORNING)

    def it_hides_everything_from_maria(self, designation, wayan, ketut):
        maria = builders.maria()
        with pytest.raises(NotAllowed):
            _ask(designation, maria)
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=MORNING)
        with pytest.raises(NotFound):
            identity_open(request_ref=request.ref, by=maria, at=MORNING)

    def it_does_not_open_before_a_decision_or_after_a_refusal(self, designation, wayan, ketut):
        request = _ask(designation, wayan)
        with pytest.raises(IdentityRefused, match="Menunggu keputusan"):
            identity_open(request_ref=request.ref, by=wayan, at=MORNING)
        identity_refuse(request_ref=request.ref, reason="Klarifikasi dapat tertulis", by=ketut, at=MORNING)
        with pytest.raises(IdentityRefused, match="Ditolak"):
            identity_open(request_ref=request.ref, by=wayan, at=MORNING)
        with pytest.raises(IdentityRefused, match="sudah diputus"):
            identity_approve(request_ref=request.ref, reason="Berubah pikiran saja", by=ketut, at=MORNING)

    def it_stops_with_the_role_of_the_one_who_asked(self, designation, wayan, ketut):
        request = _ask(designation, wayan)
        identity_approve(request_ref=request.ref, reason="Alasan cukup dan perlu", by=ketut, at=MORNING)
        wayan.grants.update(valid_until=MORNING.date())
        with pytest.raises(NotAllowed):
            identity_open(request_ref=request.ref, by=wayan, at=MORNING)

    @pytest.mark.parametrize("reason", ["", "   ", "perlu", " a  b  c "])
    def it_wants_a_reason_that_says_something(self, designation, wayan, reason):
        with pytest.raises(IdentityRefused, match="Alasan berisi"):
            _ask(designation, wayan, reason=reason)

    def it_has_one_running_request_per_person(self, designation, wayan):
        _ask(designation, wayan)
        with pytest.raises(IdentityRefused, match="masih berjalan"):
            _ask(designation, wayan)

    @pytest.mark.parametrize("unknown", ["PLP-2026-NOBODY", "", "PLP-2026-\x00", "\ud800"])
    def it_knows_no_identity_of_an_anonymous_report(self, wayan, unknown):
        with pytest.raises(NotFound):
            _ask(unknown, wayan)

    @pytest.mark.parametrize("ref", ["PBI-2026-NONE", "", "PBI-2026-\x00"])
    def it_knows_no_request_that_was_never_made(self, ketut, ref):
        with pytest.raises(NotFound):
            identity_approve(request_ref=ref, reason="Alasan cukup dan perlu", by=ketut, at=MORNING)


def test_a_matter_that_no_room_answers_for_opens_nothing(designation, wayan, ketut):
    nowhere = "house"
    asked = identity_request(
        designation=designation, chain=nowhere, reason=REASON, region_code="15.71", by=wayan, at=MORNING
    )
    with pytest.raises(IdentityRefused, match="hanya dapat ditolak"):
        identity_approve(request_ref=asked.ref, reason="Alasan cukup dan perlu", by=ketut, at=later(hours=1))
