"""Keeping the index of stories, in which copies are found: filled as a report is filed, emptied as it is erased.

A report that was filed before there was an index enters it by `netra copies rebuild`, newest first, so that the oldest
report of an instance tells whether the index is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Q

from netra.intake.models import Report, StoryBand, StorySketch
from netra.matching.copies import SKETCH_VERSION, bands_of, story_words

REPORTS_PER_BATCH = 500
Progress = Callable[[int], None]


def keep_sketch(report: Report) -> None:
    """Put the story of a report that is being filed into the index, within its transaction."""
    _write([report])


def forget_sketch(report: Report) -> None:
    """Take the story of a report that is being erased out of the index; that it was in there stays."""
    StoryBand.objects.filter(report=report).delete()


def bands_of_story(text: str) -> tuple[int, ...]:
    """The bands under which a story stands in the index; none for a short one."""
    return bands_of(story_words(text))


def sketches_ready() -> bool:
    """Whether every report is in the index as it is made today; if not, copies may be missed."""
    oldest = Report.objects.order_by("pk").values_list("story_sketch__version", flat=True).first()
    return oldest == SKETCH_VERSION or not Report.objects.exists()


def rebuild_sketches(*, anew: bool = False, progress: Progress = lambda _done: None) -> int:
    """Put every report into the index that is not there, or all of them `anew`; how many this run has read.

    Each batch holds its reports for a moment only; what was read before a kill is not read again.
    """
    if anew:
        StorySketch.objects.update(version=0)
    done, before = 0, None
    while numbers := _next_batch(before):
        done, before = done + len(numbers), min(numbers)
        progress(done)
    return done


def _next_batch(before: int | None) -> list[int]:
    """The next reports that are not in the index, older than those before; their keys."""
    left = Report.objects.filter(~Q(story_sketch__version=SKETCH_VERSION) | Q(story_sketch=None))
    if before is not None:
        left = left.filter(pk__lt=before)
    with transaction.atomic():
        numbers = list(left.order_by("-pk").values_list("pk", flat=True)[:REPORTS_PER_BATCH])
        # In the order of their keys, as nobody else takes several; an erasure of one of them waits or has been.
        reports = list(Report.objects.select_for_update().filter(pk__in=numbers).order_by("pk"))
        StoryBand.objects.filter(report__in=reports).delete()
        _write(reports)
    return numbers


def _write(reports: Iterable[Report]) -> None:
    """Each report with the bands of its story; one that was erased has none."""
    reports = list(reports)
    StorySketch.objects.bulk_create(
        [StorySketch(report=report, version=SKETCH_VERSION) for report in reports],
        update_conflicts=True,
        unique_fields=["report"],
        update_fields=["version"],
    )
    StoryBand.objects.bulk_create(
        [StoryBand(report=report, band=band) for report in reports for band in set(bands_of_story(report.what))]
    )
