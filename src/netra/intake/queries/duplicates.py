"""Which reports may be about the same as one, and what officers have judged of that. Nothing is merged.

A pair is proposed to who may read both reports; what the case of either has sealed is not compared. The sealed
identity of a reporter is not looked at: copies are found by what was told, never by who told it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from netra.intake.access import report_for, visible_to
from netra.intake.copies import bands_of_story
from netra.intake.duplicates import NEAR_DAYS, Sketch, Suspicion, compared, name_key, suspicions, words_of
from netra.intake.models import DuplicateLink, Report, ReportEvidence, ToldApart
from netra.intake.sealing import OPEN, Seal, seal_of
from netra.matching.copies import story_words
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy

# So many are compared at most of those that are near in place and time, and of those that share bands or files.
MAX_CANDIDATES = 100
_RECEIVED_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Judged:
    """Reports that officers held against one: references with the code of the reason, for who may read them."""

    alike: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def refs(self) -> frozenset[str]:
        """All of them: none is proposed again."""
        return frozenset(ref for ref, _reason in (*self.alike, *self.apart))


def _judged_in(table: type[DuplicateLink | ToldApart], user: User, on: date, report: int) -> QuerySet[Any, Any]:
    seen = visible_to(user, on=on)
    pair = Q(other__in=seen, report=report) | Q(report__in=seen, other=report)
    return table._default_manager.filter(pair).order_by("pk").values_list("report__ref", "other__ref", "reason")


_ALIKE, _APART = (AskedAgainBy(partial(_judged_in, table)) for table in (DuplicateLink, ToldApart))


def judged(user: Person, report: Report, *, on: date) -> Judged:
    """What was judged of this report, at whichever of a pair the officer stood; alike wins, since it came later."""
    if not isinstance(user, User):
        return Judged()
    alike, apart = (_pairs(rows(user, on=on, report=report.pk), report) for rows in (_ALIKE, _APART))
    return Judged(tuple(alike.items()), tuple((ref, reason) for ref, reason in apart.items() if ref not in alike))


def _pairs(rows: Iterable[tuple[str, str, str]], report: Report) -> dict[str, str]:
    """The other report of each pair with the code of the reason."""
    return {second if first == report.ref else first: reason for first, second, reason in rows}


def suspected_duplicates(user: Person, report_ref: str, *, at: datetime) -> list[Suspicion]:
    """Reports this person may see that may be about the same, with reasons, most alike first. Fails with NotFound.

    Compared are a bounded number near in place and time, and wherever and whenever those whose text is a copy or to
    which the same file was attached. A pair of which an officer has judged is proposed no more.
    """
    today = timezone.localdate(at)
    report = report_for(user, report_ref, on=today)
    return suspected_of(
        user, report, seal=seal_of(user, report, on=today), known=judged(user, report, on=today), on=today
    )


def suspected_of(user: Person, report: Report, *, seal: Seal, known: Judged, on: date) -> list[Suspicion]:
    """The same for a page that has read the report, what is sealed of it and what was judged."""
    if seal.since or report.erased_at:
        return []
    files = _files(report)
    seen = visible_to(user, on=on).filter(erased_at=None).exclude(pk=report.pk)
    others = _candidates(report, seen, files).exclude(ref__in=known.refs)
    ours = _sketch(report, files, seal)
    sketches = [(each, _sketch(each, files)) for each in others.prefetch_related("persons")]
    likely = {one.ref for one in suspicions(ours, (sketch for _each, sketch in sketches))}
    seals = ((each, sketch, seal_of(user, each, on=on)) for each, sketch in sketches if each.ref in likely)
    return suspicions(
        ours,
        [
            sketch if sealed == OPEN else _sketch(each, files, sealed)
            for each, sketch, sealed in seals
            if not sealed.since
        ],
    )


def why_alike(user: Person, report_ref: str, other_ref: str, *, at: datetime) -> Suspicion | None:
    """Why two reports may be about the same, judged or not; None where nothing speaks for it. Fails with NotFound."""
    today = timezone.localdate(at)
    report, other = (report_for(user, ref, on=today) for ref in (report_ref, other_ref))
    seals = [seal_of(user, each, on=today) for each in (report, other)]
    if any(seal.since for seal in seals):
        return None
    files = _files(report)
    return compared(_sketch(report, files, seals[0]), _sketch(other, files, seals[1]))


def _candidates(report: Report, seen: QuerySet[Report], files: Mapping[str, frozenset[str]]) -> QuerySet[Report]:
    near = list(_near(report, seen).values_list("pk", flat=True)[:MAX_CANDIDATES])
    bands = bands_of_story(report.what)
    shared = seen.filter(story_bands__band__in=bands).values("pk").annotate(bands=Count("pk")).order_by("-bands", "-pk")
    copies = [row["pk"] for row in shared[:MAX_CANDIDATES]] if bands else []
    attached = sorted(files.keys() - {report.ref}, reverse=True)[:MAX_CANDIDATES]
    return seen.filter(Q(pk__in={*near, *copies}) | Q(ref__in=attached))


def _near(report: Report, reports: QuerySet[Report]) -> QuerySet[Report]:
    """Same region and near day of the act; without a day, received about the same time."""
    same_region = reports.filter(region_code=report.region_code)
    received = Q(received_at__range=(report.received_at - _RECEIVED_NEAR, report.received_at + _RECEIVED_NEAR))
    if report.act_date is None:
        return same_region.filter(received).order_by("-received_at")
    days = timedelta(days=NEAR_DAYS)
    dated = Q(act_date__range=(report.act_date - days, report.act_date + days))
    return same_region.filter(dated | (Q(act_date=None) & received)).order_by("-received_at")


def _files(report: Report) -> dict[str, frozenset[str]]:
    """The hashes of the files of this report, and of which of them other reports bear the same, by reference."""
    ours = set(report.evidence.values_list("evidence_ref", flat=True))
    hashes = evidence.same_content(ours) if ours else {}
    bound = ReportEvidence.objects.filter(evidence_ref__in=hashes) if hashes else ReportEvidence.objects.none()
    found: dict[str, set[str]] = {}
    for ref, evidence_ref in bound.values_list("report__ref", "evidence_ref"):
        found.setdefault(ref, set()).add(hashes[evidence_ref])
    return {ref: frozenset(each) for ref, each in found.items()}


def _sketch(report: Report, files: Mapping[str, frozenset[str]], seal: Seal = OPEN) -> Sketch:
    names = (name_key(person.name) for person in report.persons.all() if not seal.hides(person))
    return Sketch(
        ref=report.ref,
        region_code=report.region_code,
        act_date=report.act_date,
        conduct=report.conduct,
        names=frozenset(name for name in names if name),
        words=words_of(report.what, report.place),
        story=story_words(report.what),
        files=files.get(report.ref, frozenset()),
    )
