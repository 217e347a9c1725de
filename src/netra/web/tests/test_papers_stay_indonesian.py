"""Official papers, the trail and what is stored are in Indonesian, whatever language the officer at work reads."""

from __future__ import annotations

import random
import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation

from netra.cases.tests.builders import Cast
from netra.intake.models import Report, ReportMessage
from netra.intake.operations import receipt_issue, report_ask_completion, report_reroute
from netra.intake.requirements import Requirement
from netra.intake.states import RerouteReason
from netra.intake.tests import builders as intake
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import pdf_text
from netra.sanctions.models import Decision
from netra.sanctions.tests.builders import carry_to_delivery, make_proceeding
from netra.trust.models import Event
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db

# What is made anew each time: references, codes, fingerprints.
DRAWN = re.compile(r"[A-Z]{3}-20\d\d-[0-9A-Z]+|\b[0-9A-Z]{4}(-[0-9A-Z]{1,4})+\b|\b[0-9a-f]{64}\b")


@pytest.fixture
def same_draw(monkeypatch):
    """Draw the same references in both languages: a wider letter in one of them would break a line elsewhere."""

    def begin_again() -> None:
        draw = random.Random(2018)
        monkeypatch.setattr(
            "netra.trust.crockford.secrets", SimpleNamespace(choice=draw.choice, token_bytes=draw.randbytes)
        )

    return begin_again


def masked(text: object) -> str:
    return DRAWN.sub("…", " ".join(str(text).split()))


def papers_in(chain: str) -> list[str]:
    """The letters of a chain: what they were made of, and what is printed."""
    return [masked(each.data) + masked(pdf_text(pdf(each.ref))) for each in letters_of(chain)]


def story_of_a_proceeding(language: str) -> list[str]:
    """A case from its registration to the delivered decision; everything is taken back afterwards."""
    with transaction.atomic():
        cast = Cast()
        with translation.override(language):
            proceeding = make_proceeding(cast)
            carry_to_delivery(cast, proceeding)
            told = papers_in(proceeding.case.chain)
        told += [masked(payload) for payload in Event.objects.order_by("pk").values_list("payload", flat=True)]
        told += Decision.objects.values_list("sanction_label", flat=True)
        transaction.set_rollback(True)
    return told


def test_the_papers_of_a_proceeding_are_the_same_in_both_languages(same_draw):
    same_draw()
    told = story_of_a_proceeding("id")
    assert len(told) > 20
    same_draw()
    assert story_of_a_proceeding("en") == told


SIGNER = {"name": "Wayan Sudarma (contoh)", "position": "Petugas penerima laporan"}


def story_of_a_report(language: str) -> list[str]:
    """A report of which the office, with a telephone on its letterhead, asks something, and which it passes on."""
    with transaction.atomic():
        intake.supervisor_office("15.05", "Bawaslu Kabupaten Muaro Jambi")
        office = intake.supervisor_office()
        office.phone = "0741-000000"
        office.save(update_fields=["phone"])
        wayan = trust.wayan()
        with translation.override(language):
            report = intake.a_report()
            handling: Any = {"report_ref": report.ref, "by": wayan, "at": intake.FRIDAY}
            told = [report.routing_reason]
            receipt_issue(signer=SIGNER, **handling)
            report_ask_completion(missing=[Requirement.PLACE], note="Foto pun boleh.", **handling)
            told += papers_in(f"report:{report.ref}")
            report_reroute(region_code="15.05", reason=RerouteReason.WRONG_REGION, **handling)
        told += [ReportMessage.objects.get().body, Report.objects.get().routing_reason]
        transaction.set_rollback(True)
    return told


def test_what_a_report_keeps_is_the_same_in_both_languages(same_draw):
    same_draw()
    told = story_of_a_report("id")
    assert "Telepon 0741-000000" in " ".join(told)
    same_draw()
    assert story_of_a_report("en") == told
