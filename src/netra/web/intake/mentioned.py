"""Whom the story of a report names, on its officer's page, and the form of an accused filled from a proposal.

The address of a form holds the number of the proposal, never a name: addresses are kept in logs and histories.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from netra.cases.access import visible_to
from netra.cases.offers import side_acts
from netra.cases.own_case import may_be_accused
from netra.intake.queries import Mentioned, ReportDetail, mentioned
from netra.matching.mentions import GROUND_WORDS, PART_WORDS, Part
from netra.web.doors import today
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.trust.models import User

CHOSEN = "disebut"
_LONGEST_LINE = 200
# What the room `matching` says, for gathering it into the translations: that room knows no Django.
SAID = (
    _("terlapor"),
    _("dirugikan"),
    _("diuntungkan"),
    _("saksi"),
    _("peran tidak jelas"),
    _("ada sapaan atau gelar “%(quote)s” di depannya"),
    _("ada gelar “%(quote)s” di belakangnya"),
    _("ditunjuk dengan kata “%(quote)s”"),
    _("disebut dengan jabatan “%(quote)s”"),
    _("diterangkan dengan kata “%(quote)s”"),
    _("“%(quote)s” lazim sebagai nama orang"),
    _("“%(quote)s” sudah disebut dalam teks ini"),
    _("kata “%(quote)s” di depannya"),
    _("kata “%(quote)s” sesudahnya"),
    _("serangkai dengan “%(quote)s”"),
    _("kata “%(quote)s” di dekat namanya di tempat lain"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One proposal as the page shows it; `address` leads to a form that it fills, where there is one now."""

    person: Mentioned
    part: str
    why: tuple[str, ...]
    address: str


def cards(user: User, detail: ReportDetail, acts: Collection[str]) -> list[Card]:
    """The proposals of one report, each with the form it may fill."""
    if detail.seal.since or detail.report.erased_at:
        return []
    people = mentioned(detail)
    form = _form_to_fill(user, detail, acts) if people else ""
    return [
        Card(
            person=person,
            part=translated(PART_WORDS[person.part]),
            why=tuple(translated(GROUND_WORDS[reason.ground]) % {"quote": reason.quote} for reason in person.why),
            address=f"{form}?{CHOSEN}={person.number}" if form and _may_be_accused(person) else "",
        )
        for person in people
    ]


def _may_be_accused(person: Mentioned) -> bool:
    """Whom the words make harmed, favoured or a witness becomes no accused by one click; an officer may type it.

    Nor does whom only the answers beside the story name, unless they accuse him: most of those told or saw it.
    """
    likely = (Part.ACCUSED, Part.OTHER) if person.in_story else (Part.ACCUSED,)
    return not person.recorded and person.part in likely


def _form_to_fill(user: User, detail: ReportDetail, acts: Collection[str]) -> str:
    """The form of a new accused of the case, or the one that makes a case of this report; empty where none is due."""
    report = detail.report
    if not report.case_ref:
        return reverse("case_register", args=[report.ref]) if "case_register" in acts else ""
    case = visible_to(user, on=today()).filter(ref=report.case_ref).first()
    if case is None or may_be_accused(case, user) or "cases.party_add" not in side_acts(user, case, on=today()):
        return ""
    return reverse("party_add", args=[case.ref])


def chosen(request: HttpRequest, detail: ReportDetail) -> dict[str, Any]:
    """What the form of an accused begins with, from the proposal that its address asks for; empty without one."""
    number = request.GET.get(CHOSEN, "")
    person = next((one for one in mentioned(detail) if str(one.number) == number), None) if number else None
    if person is None or not _may_be_accused(person):
        return {}
    return {"name": person.name[:_LONGEST_LINE], "position_title": person.office[:_LONGEST_LINE]}
