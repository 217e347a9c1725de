"""Budi is accused and works in the office that handles his case: he opens none of its papers, nor begins it."""

from __future__ import annotations

import pytest

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.operations import ActRefused
from netra.cases.papers import letter_of, letters_for, open_evidence
from netra.cases.tests.builders import Cast, at, carry_to_referral, day, from_report, make_case, make_report, register
from netra.intake.access import opens_identity
from netra.intake.operations import report_reply
from netra.intake.own_report import OwnReport
from netra.intake.tests.builders import PICTURE
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
ON = day("2024-10-22")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def budi(cast) -> User:
    user = trust.make_user("budi", full_name="Budi, S.E. (contoh)")
    return trust.grant(user, Role.INTAKE_OFFICER, region="15.71")


def test_he_opens_no_evidence_against_himself(cast, budi):
    """What of it he may see an officer chooses and shows him by his personal link."""
    case = make_case(cast)
    photo = act.evidence_add(case_ref=case.ref, content=PICTURE, name="foto.png", by=cast.wayan, at=at("2024-10-18"))
    assert open_evidence(cast.wayan, case.ref, photo.ref, on=ON, at=at("2024-10-22"))[1] == PICTURE
    with pytest.raises(NotAllowed, match="sama dengan nama terlapor"):
        open_evidence(budi, case.ref, photo.ref, on=ON, at=at("2024-10-22"))


def test_he_opens_no_letter_of_his_case(cast, budi):
    case = make_case(cast)
    carry_to_referral(cast, case)
    (study, *_others) = letters_for(cast.wayan, case, on=ON)
    assert letter_of(cast.wayan, case.ref, study.ref, on=ON).ref == study.ref
    with pytest.raises(NotAllowed, match="Mintalah rekan lain"):
        letter_of(budi, case.ref, study.ref, on=ON)


def test_he_does_not_register_it(cast, budi):
    report = make_report(cast, persons=())
    with pytest.raises(ActRefused, match="yang terlapor tidak menangani"):
        act.case_register(opening=from_report(report), report_ref=report.ref, by=budi, at=at("2024-10-18", 11))
    assert not Case.objects.exists()


def test_he_does_not_write_to_whoever_reported_him_though_the_report_named_nobody(cast, budi):
    report = make_report(cast, persons=())
    register(cast, report)
    assert not opens_identity(budi, report.ref, ON)
    with pytest.raises(OwnReport):
        report_reply(report_ref=report.ref, body="Siapa Anda?", token="t" * 32, by=budi, at=at("2024-10-22"))


def test_he_keeps_himself_from_it_and_nobody_else(cast):
    """Else an accused member of the plenary would choose who studies him, by keeping everybody else away."""
    case = make_case(cast)
    made = trust.make_user("budi", full_name="Budi, S.E. (contoh)")
    member = trust.grant(made, Role.PLENARY_MEMBER, region="15.71")
    with pytest.raises(ActRefused, match="sama dengan nama terlapor"):
        act.handler_recuse(case_ref=case.ref, username="wayan", reason="Kerabat.", by=member, at=at("2024-10-17"))
    assert not case.recusals.exists()
    act.handler_recuse(case_ref=case.ref, reason="Saya terlapor.", by=member, at=at("2024-10-17"))
    assert case.recusals.get().user_id == member.pk
