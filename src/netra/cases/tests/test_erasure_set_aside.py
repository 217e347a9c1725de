"""A request to erase may be refused, with a reason, or taken back; both stay told, and it may be made again."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.cases import operations as act
from netra.cases.models import Case, Erasure, Party
from netra.cases.offers import side_acts
from netra.cases.queries import erasures_of
from netra.cases.tests.builders import Cast, at, carry_to_plenary, make_case
from netra.cases.tests.dump import places_with
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
# Two years after the plenary of 24 October 2024.
DUE = "2026-10-24"


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def people() -> Cast:
    return Cast()


@pytest.fixture
def sinta() -> User:
    """The second person who may erase."""
    return trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")


@pytest.fixture
@told_once
def case(people: Cast) -> Case:
    """Asked for by Wayan on its day."""
    case = make_case(people)
    carry_to_plenary(people, case)
    case = act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=date(2024, 10, 24),
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=people.putu,
        at=at("2024-10-24"),
    )
    ask(case, people.wayan)
    return case


def ask(case: Case, by: User, on: str = DUE) -> Erasure:
    return act.erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=by, at=at(on))


@told_once
def refuse(case: Case, by: User, reason: str = "BPK masih memeriksa arsip ini.") -> Erasure:
    return act.erasure_refuse(case_ref=case.ref, reason=reason, by=by, at=at("2026-10-26"))


def withdraw(case: Case, by: User) -> Erasure:
    return act.erasure_withdraw(case_ref=case.ref, by=by, at=at("2026-10-26"))


def approve(case: Case, by: User, on: str = "2026-10-28") -> Erasure:
    return act.erasure_approve(case_ref=case.ref, by=by, at=at(on))


def offered(case: Case, user: User) -> set[str]:
    return {code for code in side_acts(user, case, on=date(2026, 10, 27)) if "erasure" in code}


class WhenTheSecondPersonRefuses:
    def it_leaves_everything_as_it_is_and_says_why(self, case, sinta):
        refuse(case, sinta)
        assert Party.objects.get(case=case).name == "Budi (contoh)"
        (asked,) = erasures_of(case)
        assert (asked.state, asked.set_aside_by, asked.set_aside_reason) == (
            "REFUSED",
            sinta,
            "BPK masih memeriksa arsip ini.",
        )
        last = trail.history(case.chain)[-1]
        assert (last.verb, last.actor_ref, dict(last.payload)) == (
            "cases.erasure_refuse",
            sinta.actor_ref,
            {"case": case.ref},
        )
        assert trail.verify_database().ok

    def it_may_be_asked_for_again_and_both_requests_stay(self, case, people, sinta):
        refuse(case, sinta)
        with pytest.raises(act.ActRefused, match="Tidak ada permintaan"):
            approve(case, sinta)
        ask(case, people.wayan, on="2026-10-27")
        approve(case, sinta)
        assert [each.state for each in erasures_of(case)] == ["REFUSED", "DONE"]
        assert Party.objects.get(case=case).name == ""
        assert trail.verify_database().ok

    def it_has_its_reason_go_with_the_case(self, case, people, sinta):
        refuse(case, sinta, "Kenari mengajukan gugatan.")
        ask(case, people.wayan, on="2026-10-27")
        approve(case, sinta)
        assert places_with("Kenari") == []
        assert trail.verify_database().ok

    def it_needs_a_reason(self, case, sinta):
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            refuse(case, sinta, " ")

    def it_is_not_for_who_asked(self, case, people):
        with pytest.raises(act.ActRefused, match="tarik kembali"):
            refuse(case, people.wayan)

    def it_is_not_for_who_does_not_see_the_case(self, case, people):
        with pytest.raises(NotFound):
            refuse(case, people.maria)


class WhenTheAskerTakesItBack:
    def it_is_told_and_may_be_asked_for_again(self, case, people, sinta):
        withdraw(case, people.wayan)
        (asked,) = erasures_of(case)
        assert (asked.state, asked.set_aside_reason) == ("WITHDRAWN", "")
        assert trail.history(case.chain)[-1].verb == "cases.erasure_withdraw"
        with pytest.raises(act.ActRefused, match="Tidak ada permintaan"):
            approve(case, sinta)
        ask(case, sinta, on="2026-10-27")
        approve(case, people.wayan)
        assert [each.state for each in erasures_of(case)] == ["WITHDRAWN", "DONE"]
        assert trail.verify_database().ok

    def it_is_by_nobody_else(self, case, sinta):
        with pytest.raises(act.ActRefused, match="oleh yang memintanya"):
            withdraw(case, sinta)

    def it_is_too_late_once_it_was_done(self, case, people, sinta):
        approve(case, sinta)
        with pytest.raises(act.ActRefused, match="Tidak ada permintaan"):
            withdraw(case, people.wayan)
        with pytest.raises(act.ActRefused, match="Tidak ada permintaan"):
            refuse(case, people.putu)


def test_each_is_offered_what_he_may_do(case, people, sinta):
    assert offered(case, people.wayan) == {"cases.erasure_withdraw"}
    assert offered(case, sinta) == offered(case, people.putu) == {"cases.erasure_approve", "cases.erasure_refuse"}
    refuse(case, sinta)
    assert offered(case, people.wayan) == offered(case, sinta) == {"cases.erasure_request"}


class WhenSomebodyRewritesARequest:
    """In the database, behind the software."""

    def it_cannot_be_unmade_nor_made_twice(self, case, people, sinta):
        asked = refuse(case, sinta)
        for change in ({"set_aside_at": None}, {"set_aside_reason": "Lain."}, {"set_aside_by": people.wayan}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Erasure.objects.filter(pk=asked.pk).update(**change)
        ask(case, people.wayan, on="2026-10-27")
        with pytest.raises(IntegrityError), transaction.atomic():
            Erasure.objects.create(case=case, requested_by=sinta, requested_at=at("2026-10-27"), reason="Lagi.")

    def it_is_found_who_refused_made_into_who_took_it_back(self, case, people, sinta):
        refuse(case, sinta)
        with unlocked():
            Erasure.objects.update(set_aside_by=people.wayan)
        (found,) = trail.verify_database().problems
        assert "menurut jejak «Ditolak», di basis data «Ditarik kembali»" in found.message

    def it_is_found_that_a_refusal_was_taken_out(self, case, sinta):
        refuse(case, sinta)
        with unlocked():
            Erasure.objects.update(set_aside_by=None, set_aside_at=None, set_aside_reason="")
        (found,) = trail.verify_database().problems
        assert "«Ditolak»" in found.message and "«Menunggu orang kedua»" in found.message
