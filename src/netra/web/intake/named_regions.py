"""Which regions place and story of a report name, on its officer's page: proposed, asked back, confirmed by acting.

Nothing is stored by it. The officer confirms a region by handing the report to its office or by registering the case
there; the address holds the code of the region, which is in every published list.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse

from netra.registry.queries import regions_in
from netra.trust.access import may
from netra.web.doors import today
from netra.web.intake.regions import alias_words, region_words

if TYPE_CHECKING:
    from netra.intake.queries import ReportDetail
    from netra.matching.places import Candidate, PlaceMention
    from netra.trust.models import User

MEANT = "wilayah"
_MOST = 8


@dataclass(frozen=True, slots=True)
class Meaning:
    """One region that may be meant: its name now, the edition that prints the words, what to know, where it leads."""

    code: str
    name: str
    edition: int
    note: str
    alias: str
    relation: str
    reroute: str
    register: str


@dataclass(frozen=True, slots=True)
class NamedRegion:
    """Words of the report and every region that they may mean; with several somebody must choose."""

    words: str
    meanings: tuple[Meaning, ...]
    asks: bool


def named_regions(user: User, detail: ReportDetail, acts: Collection[str]) -> list[NamedRegion]:
    """The regions that place and story name, but for those that say nothing beyond the region of the report."""
    report = detail.report
    if detail.seal.since or report.erased_at:
        return []
    found: dict[tuple[str, ...], NamedRegion] = {}
    for mention in _mentions(detail):
        if not _only_repeats(mention, report.region_code):
            key = tuple(one.code for one in mention.candidates)
            found.setdefault(key, _named(user, mention, detail, acts))
    return list(found.values())[:_MOST]


def region_meant(request: HttpRequest, detail: ReportDetail) -> str:
    """The code that the address asks for, if the report names it; else an empty text."""
    code = request.GET.get(MEANT, "")
    proposed = {_office(one.code) for mention in _mentions(detail) for one in mention.candidates} if code else set()
    return code if code in proposed else ""


def _mentions(detail: ReportDetail) -> tuple[PlaceMention, ...]:
    return (*regions_in(detail.report.place), *regions_in(detail.report.what))


def _only_repeats(mention: PlaceMention, region_code: str) -> bool:
    """Whether the words clearly mean the region of the report or one that it lies in."""
    return mention.clear and _contains(mention.candidates[0].code, region_code)


def _contains(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")


def _office(code: str) -> str:
    """The regency, city or province in which a region lies: what an office and a case are about."""
    return ".".join(code.split(".")[:2])


def _named(user: User, mention: PlaceMention, detail: ReportDetail, acts: Collection[str]) -> NamedRegion:
    meanings = tuple(_meaning(user, one, detail, acts) for one in mention.candidates)
    # Nearer ones first; none is taken for the one that is meant.
    nearer = sorted(meanings, key=lambda one: (not one.relation, one.code))
    return NamedRegion(mention.words.text, tuple(nearer), not mention.clear)


def _meaning(user: User, one: Candidate, detail: ReportDetail, acts: Collection[str]) -> Meaning:
    report, office = detail.report, _office(one.code)
    inside, around = _contains(report.region_code, one.code), _contains(one.code, report.region_code)
    leads = office != report.region_code and not around
    moves = leads and "report_reroute" in acts and office != report.handler_region_code
    registers = leads and "case_register" in acts and may(user, "cases.case_register", on=today(), region_code=office)
    return Meaning(
        code=one.code,
        name=region_words(one.code, today()),
        edition=one.edition,
        note=one.note,
        alias=alias_words(one.alias),
        relation="AROUND" if around else "INSIDE" if inside else "",
        reroute=f"{reverse('report_reroute', args=[report.ref])}?{MEANT}={office}" if moves else "",
        register=f"{reverse('case_register', args=[report.ref])}?{MEANT}={office}" if registers else "",
    )
