"""Whoever holds the code of a report sees how its case goes on, and nobody's name."""

from __future__ import annotations

import pytest

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.progress import Progress, progress_of_report
from netra.cases.tests.builders import BUDI, Cast, at, carry_to_referral, make_case, make_report, register
from netra.letters.queries import letter
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


def test_a_report_that_is_no_case_has_no_progress():
    assert progress_of_report("LPR-2024-CONTOH") is None


def test_the_steps_are_told_with_day_and_article_and_without_a_person():
    cast = Cast()
    case = make_case(cast)
    with unlocked():
        Case.objects.filter(pk=case.pk).update(report_ref="LPR-2024-CONTOH")
    carry_to_referral(cast, case)
    progress = progress_of_report("LPR-2024-CONTOH")
    assert progress is not None
    assert progress.state_label == "Diteruskan"
    assert [(step.label, step.day.isoformat()) for step in progress.steps] == [
        ("Diregistrasi sebagai perkara", "2024-10-17"),
        ("Kajian dimulai", "2024-10-18"),
        ("Kajian selesai, menunggu pleno", "2024-10-18"),
        ("Pleno memutuskan", "2024-10-19"),
        ("Diteruskan kepada instansi yang berwenang", "2024-10-21"),
    ]
    assert progress.steps[-1].citation == "UU 10/2016 Pasal 30 huruf e"
    assert BUDI.name not in str(progress)


def test_an_invitation_to_the_reporter_is_read_behind_the_code_until_it_was_held():
    """The office knows no address of hers: the page behind her code is the only way to her."""
    cast = Cast()
    report = make_report(cast)
    case = register(cast, report)
    act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 12))
    asked = act.Invitation(invitee="REPORTER", meeting_at=at("2024-10-21", 10), place="Ruang Klarifikasi Bawaslu")
    invited = act.clarification_invite(case_ref=case.ref, invitation=asked, by=cast.wayan, at=at("2024-10-18", 13))
    (told,) = known(progress_of_report(report.ref)).invitations
    assert (told.meeting_at, told.place) == (at("2024-10-21", 10), "Ruang Klarifikasi Bawaslu")
    assert told.number == letter(invited.letter_ref).number
    act.clarification_record(
        case_ref=case.ref,
        ordinal=1,
        attended=True,
        statement="Saya melihatnya.",
        by=cast.wayan,
        at=at("2024-10-21", 11),
    )
    assert not known(progress_of_report(report.ref)).invitations


def known(progress: Progress | None) -> Progress:
    assert progress is not None
    return progress
