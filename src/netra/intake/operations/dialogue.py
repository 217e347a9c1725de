"""report_message_add and report_reply: both sides write and add files, the reporter without any account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.intake.models import Report, ReportMessage
from netra.intake.operations.claims import claim, claim_own, remember
from netra.intake.operations.receiving import attach_files
from netra.intake.states import Side
from netra.intake.uploads import MAX_FILES, NewFile
from netra.trust import evidence
from netra.trust.actors import Actor
from netra.trust.errors import Refused
from netra.trust.plain_text import paragraphs
from netra.trust.sending import sheet

BODY_LIMIT = 10_000


class MessageRefused(Refused):
    """The message is empty, too long, or carries too many files; nothing was sent and the text is kept by the form."""


def report_message_add(
    *, report_ref: str, body: str, token: str, by: Actor, at: datetime, files: Sequence[NewFile] = ()
) -> ReportMessage:
    """The reporter writes to the office. `token` comes with the form: with the same words and files it is one message
    however often it is sent, with others (somebody corrected them and pressed again) a second one.

    Fails with NotFound, MessageRefused, EvidenceRefused or Erased.
    """
    with transaction.atomic():
        report = claim_own(report_ref, by=by, at=at)
        return _write(report, Side.REPORTER, "intake.report_message_add", body, token, by, at, files)


def report_reply(
    *, report_ref: str, body: str, token: str, by: Actor, at: datetime, files: Sequence[NewFile] = ()
) -> ReportMessage:
    """An officer writes to the reporter, whom nobody knows but by the designation. Fails like `report_message_add`."""
    with transaction.atomic():
        report = claim(report_ref, by=by, act="intake.report_reply", at=at)
        return _write(report, Side.OFFICER, "intake.report_reply", body, token, by, at, files)


def _write(
    report: Report, side: Side, act: str, body: str, token: str, by: Actor, at: datetime, files: Sequence[NewFile]
) -> ReportMessage:
    """The report's row is locked, so a second sending of the same sheet finds the first one."""
    text = _usable(body, files)
    written = sheet(token, text, *(file.sha256 for file in files))
    sent_before = ReportMessage.objects.filter(report=report, token=written).first()
    if sent_before is not None:
        return sent_before
    if side is Side.REPORTER:
        evidence.demand_room(sum(file.size for file in files), by=by, chain=f"report:{report.ref}")
    message = ReportMessage.objects.create(
        report=report, side=side, body=text, author_ref=by.actor_ref, sent_at=at, token=written
    )
    count = attach_files(report, files, side=side, by=by, at=at, message_id=message.pk)
    remember(report, act, by=by, at=at, payload={"evidence": count})
    return message


def _usable(body: str, files: Sequence[NewFile]) -> str:
    text = paragraphs(body)
    if not text and not files:
        raise MessageRefused(_("Tulis pesan atau lampirkan berkas; keduanya masih kosong."))
    if len(text) > BODY_LIMIT:
        raise MessageRefused(
            _("Pesan paling panjang %(limit)d huruf; yang tertulis %(found)d. Bagi menjadi beberapa pesan.")
            % {"limit": BODY_LIMIT, "found": len(text)}
        )
    if len(files) > MAX_FILES:
        raise MessageRefused(
            _("Satu pesan memuat paling banyak %(limit)d berkas; yang dikirim %(found)d. Kirim selebihnya menyusul.")
            % {"limit": MAX_FILES, "found": len(files)}
        )
    return text
