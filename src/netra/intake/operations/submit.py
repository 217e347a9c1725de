"""report_submit and report_record: the reporter sends a report, or an officer writes one down for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from netra.intake.operations.receiving import Arrival, receive
from netra.intake.receipts import Receipt
from netra.intake.states import SENT, WRITTEN_DOWN, Channel
from netra.intake.submission import Submission
from netra.intake.uploads import MAX_FILES, NewFile, TooManyFiles
from netra.intake.written_dates import EARLIEST, in_words
from netra.law.local_time import day_at
from netra.trust import access
from netra.trust.actors import Actor
from netra.trust.errors import Refused


class RecordRefused(Refused):
    """A report cannot be written down like this: its day or its way cannot be."""


def report_submit(*, submission: Submission, secret: str, at: datetime, files: Sequence[NewFile] = ()) -> Receipt:
    """The reporter sends a report (UU 7/2017 Pasal 454 ayat (4); UU 8/2015 Pasal 134 ayat (3)).

    Nobody is `by`: the reporter becomes an actor, known by a designation, through this very act. Files saved with the
    draft of this secret go along. Sending again with the same secret gives the same receipt with the same code.
    Fails with TooManyFiles, EvidenceRefused or WeakSecret; then nothing is stored and the draft is kept.
    """
    _refuse_many(files)
    return receive(Arrival(SENT, submission, secret, Channel.WEB, received_at=at, at=at, by=None, files=files))


def report_record(
    *,
    submission: Submission,
    secret: str,
    channel: Channel,
    received_at: datetime,
    by: Actor,
    at: datetime,
    files: Sequence[NewFile] = (),
) -> Receipt:
    """An officer writes down what came by telephone, letter, WhatsApp or in person, with the day on which it came.

    Any office takes a report (it is routed to the office of the region). Fails with NotAllowed, RecordRefused,
    TooManyFiles, EvidenceRefused or WeakSecret; then nothing is stored.
    """
    access.require_role(by, "intake.report_record", at=at)
    _refuse_many(files)
    _refuse_impossible(channel, received_at, at, region_code=submission.region_code)
    return receive(
        Arrival(WRITTEN_DOWN, submission, secret, channel, received_at=received_at, at=at, by=by, files=files)
    )


def _refuse_many(files: Sequence[NewFile]) -> None:
    if len(files) > MAX_FILES:
        raise TooManyFiles(
            _("Satu laporan memuat paling banyak %(limit)d berkas; yang dikirim %(found)d. Susulkan selebihnya nanti.")
            % {"limit": MAX_FILES, "found": len(files)}
        )


def _refuse_impossible(channel: Channel, received_at: datetime, at: datetime, *, region_code: str) -> None:
    if channel == Channel.WEB:
        raise RecordRefused(_("Pilih cara laporan sampai: telepon, surat, WhatsApp, atau datang langsung."))
    day = day_at(region_code, received_at)
    if received_at > at:
        raise RecordRefused(
            _("Laporan dicatat diterima %(day)s, padahal saat itu belum tiba. Periksa tanggal dan jam penerimaan.")
            % {"day": in_words(day)}
        )
    if day < EARLIEST:
        raise RecordRefused(
            _("Laporan dicatat diterima %(day)s; Netra menangani laporan sejak tahun 2014. Periksa tanggalnya.")
            % {"day": in_words(day)}
        )
