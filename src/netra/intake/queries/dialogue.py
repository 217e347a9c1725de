"""Messages and files of a report, as either side reads them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localdate

from netra.intake.models import Report, ReportEvidence
from netra.intake.states import Side
from netra.trust import evidence
from netra.trust.models import EvidenceItem


@dataclass(frozen=True, slots=True)
class FileView:
    """A file as a page shows it."""

    ref: str
    name: str = field(repr=False)
    size: int
    media_type: str
    sha256: str
    note: str = field(repr=False)
    side: Side
    added_at: datetime
    is_destroyed: bool


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message with its files, in the order in which they were written."""

    side: Side
    body: str = field(repr=False)
    sent_at: datetime
    files: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """All that both sides wrote and added; `files` are those that came with the report itself."""

    messages: tuple[MessageView, ...]
    files: tuple[FileView, ...]

    def after(self, day: date) -> Dialogue:
        """What was written after a day, and none of what was sent with the report."""
        return Dialogue(tuple(each for each in self.messages if localdate(each.sent_at) > day), ())


def dialogue_of(report: Report) -> Dialogue:
    """Three queries, however many messages and files there are."""
    items = {item.ref: item for item in evidence.items_of(f"report:{report.ref}")}
    by_message: dict[int | None, list[FileView]] = defaultdict(list)
    for added in report.evidence.order_by("pk"):
        by_message[added.message_id].append(_file(added, items[added.evidence_ref]))
    messages = tuple(
        MessageView(Side(message.side), message.body, message.sent_at, tuple(by_message[message.pk]))
        # By key, not by clock: a clock that jumps back does not reorder what was said.
        for message in report.messages.order_by("pk")
    )
    return Dialogue(messages, tuple(by_message[None]))


def _file(added: ReportEvidence, item: EvidenceItem) -> FileView:
    return FileView(
        ref=item.ref,
        name=evidence.original_name(item),
        size=item.size,
        media_type=item.media_type,
        sha256=item.sha256,
        note=added.note,
        side=Side(added.side),
        added_at=added.added_at,
        is_destroyed=item.is_destroyed,
    )
