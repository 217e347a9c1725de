"""Kota Jambi in March 2018: somebody asks before putting the photo of a kinsman on WhatsApp, and is answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from netra.law.may_i import Question
from netra.law.vocabulary import ElectionKind, Office
from netra.prevention.advisory_entries import AdviceEntry, AdvisoryEntry, PublicationEntry
from netra.prevention.models import AdvisoryAnswer, AdvisoryPublication, AdvisoryQuestion
from netra.prevention.operations import advisory_answer, advisory_ask, advisory_publish
from netra.prevention.tests.builders import CITY, City, at
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as registry
from netra.trust.models import User
from netra.trust.tests.told_once import told_once

SECRET = "rahasia-formulir-pertanyaan-yang-cukup-panjang"
SENDER = "198.51.100.7"
# Monday, 5 March 2018: the candidates of the election of 27 June were determined on 12 February.
ASKED_AT, ANSWERED_AT = at("2018-03-05"), at("2018-03-06")
PLANNED = date(2018, 3, 20)
PHOTO = Question(intention="online_campaign", election_kind=ElectionKind.REGIONAL, on=PLANNED, office=Office.MAYOR)


def oversight() -> None:
    """The body that oversees neutrality in 2018, in the registry."""
    registry.make_agency("KASN", name="Komisi ASN", kind=AgencyKind.OVERSIGHT, region_code="31.71")


def a_plan(**over: Any) -> AdvisoryEntry:
    """What is asked, by somebody of the city who stays unknown."""
    fields: dict[str, Any] = {
        "text": "Bolehkah saya memasang foto calon kerabat saya di status WhatsApp?",
        "agency_code": CITY,
        "planned_date": PLANNED,
        "planned": PHOTO,
    }
    return AdvisoryEntry(**{**fields, **over})


@told_once
def asked(*, secret: str = SECRET, moment: datetime = ASKED_AT, **over: Any) -> AdvisoryQuestion:
    """A question that waits."""
    return advisory_ask(entry=a_plan(**over), secret=secret, sender=SENDER, at=moment)


def an_answer(**over: Any) -> AdviceEntry:
    """What the city answers."""
    fields: dict[str, Any] = {
        "verdict": "NOT_ALLOWED",
        "matter": "Seorang PNS hendak memasang foto kerabatnya, calon wali kota, pada status WhatsApp.",
        "text": "Memasang foto calon menunjukkan keberpihakan, juga bila calon itu kerabat.",
        "articles": ["PRINCIPLE"],
        "condition": "Berlaku selama fakta tetap: statusnya dapat dilihat orang lain.",
    }
    return AdviceEntry(**{**fields, **over})


@told_once
def answered(
    city: City,
    question: AdvisoryQuestion | None = None,
    *,
    by: User | None = None,
    moment: datetime = ANSWERED_AT,
    after: int = 0,
    **over: Any,
) -> AdvisoryAnswer:
    """A question with its written answer."""
    ref = (question or asked()).ref
    return advisory_answer(advisory_ref=ref, entry=an_answer(**over), after=after, by=by or city.dewi, at=moment)


@told_once
def published(
    city: City, answer: AdvisoryAnswer, *, moment: datetime = ANSWERED_AT, **over: Any
) -> AdvisoryPublication:
    """That answer for everybody to read."""
    told = {"matter": answer.matter, "text": answer.text, "condition": answer.condition, "names_nobody": True}
    entry = PublicationEntry(**{**told, **over})
    ref, ordinal = answer.question.ref, answer.ordinal
    return advisory_publish(advisory_ref=ref, ordinal=ordinal, entry=entry, by=city.dewi, at=moment)
