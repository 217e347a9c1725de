"""Drafts: answers and files saved step by step before a report is sent; they leave no trace in the trail.

Nobody is the actor of a draft: whoever holds its secret writes it, and nobody else can read it, this server included.
A draft that is left alone is destroyed with its files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import IO

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from netra.intake import keys
from netra.intake.drafting import DraftFileView, answers_of, file_content, file_view, files_of
from netra.intake.models import DraftFile, Report, ReportDraft
from netra.intake.operations.allowance import count_draft, count_upload
from netra.intake.submission import FIELDS
from netra.intake.uploads import MAX_FILES, TooManyFiles
from netra.trust import evidence, refs
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound, Refused

ABANDONED_AFTER = timedelta(days=14)
_PURGED_AT_ONCE = 200


class AlreadySent(Refused):
    """This draft was sent; its report has a code, and what is added now goes to the report's page."""


class NoSpaceLeft(Refused):
    """Files of unsent reports have taken all the room they may have; the report itself can still be sent."""


def draft_save(*, secret: str, answers: Mapping[str, str], sender: str, at: datetime) -> None:
    """Keep these answers beside those given before, valid or not.

    `sender` is whatever the door knows of the client (an address); it is hashed at once, and only new drafts count.
    Fails with TooManyDrafts, AlreadySent or WeakSecret.
    """
    with transaction.atomic():
        given = {name: text for name, text in answers.items() if name in FIELDS}
        draft = _claim(secret, sender, at, given)
        kept = answers_of(draft, secret)
        merged = kept | given
        if kept == merged and draft.updated_at == at:
            return
        draft.sealed_answers = _sealed(merged, secret)
        draft.updated_at = at
        draft.save(update_fields=["sealed_answers", "updated_at"])


def draft_file_add(*, secret: str, content: IO[bytes] | bytes, name: str, sender: str, at: datetime) -> DraftFileView:
    """Keep a file for the report to come; the same file sent again is kept once.

    Fails with EvidenceRefused, TooManyFiles, SenderFull, NoSpaceLeft, TooManyDrafts, AlreadySent or WeakSecret.
    """
    data = evidence.read_within_limit(content)
    with transaction.atomic():
        draft = _claim(secret, sender, at, {})
        kept = files_of(draft)
        same = _same(kept, secret, data)
        if same is not None:
            return file_view(same, secret)
        _refuse_more(kept, len(data))
        count_upload(sender, len(data), at=at)
        _demand_room(len(data))
        file = DraftFile.objects.create(
            draft=draft,
            ref=refs.new_ref("BRK", at),
            document_sha256=evidence.keep_unsent(data, partial(keys.seal, secret)),
            size=len(data),
            media_type=evidence.media_type(data),
            sealed_name=keys.seal(secret, name[:255].encode("utf-8", "replace")),
            added_at=at,
        )
        ReportDraft.objects.filter(pk=draft.pk).update(updated_at=at)
    return file_view(file, secret)


def draft_file_remove(*, secret: str, file_ref: str, at: datetime) -> None:
    """Take a file out of the draft and destroy it. Fails with NotFound, AlreadySent or WeakSecret."""
    with transaction.atomic():
        draft = claimed_draft(keys.fingerprint(secret))
        file = draft.files.filter(ref=file_ref).first() if draft else None
        if file is None:
            raise NotFound(_("Berkas itu tidak ada lagi dalam rancangan laporan ini."))
        evidence.discard_unsent(file.document_sha256)
        file.delete()


def draft_discard(*, secret: str) -> None:
    """Destroy a draft and its files at the writer's wish, or because it became a report."""
    with transaction.atomic():
        draft = claimed_draft(keys.fingerprint(secret))
        if draft is not None:
            destroy_draft(draft)


def drafts_purge(*, at: datetime) -> int:
    """Destroy drafts nobody touched for two weeks, a bounded number at a time; returns how many."""
    old = ReportDraft.objects.filter(updated_at__lt=at - ABANDONED_AFTER).order_by("updated_at")
    count = 0
    for draft_id in list(old.values_list("pk", flat=True)[:_PURGED_AT_ONCE]):
        with transaction.atomic():
            draft = old.select_for_update().filter(pk=draft_id).first()
            if draft is not None:
                destroy_draft(draft)
                count += 1
    return count


_CLAIMED = AskedAgain(
    lambda fingerprint: ReportDraft.objects.select_for_update().filter(secret_fingerprint=fingerprint)
)


def claimed_draft(fingerprint: str) -> ReportDraft | None:
    """The locked row of the secret of this fingerprint, where there is one."""
    return next(iter(_CLAIMED(fingerprint=fingerprint)), None)


def _claim(secret: str, sender: str, at: datetime, first: Mapping[str, str]) -> ReportDraft:
    """The locked row of this secret, made now with these first answers if need be.

    A draft that became a report is gone in the same moment.
    """
    draft = claimed_draft(keys.fingerprint(secret))
    if draft is not None:
        return draft
    fingerprint = keys.fingerprint(secret)
    if Report.objects.filter(idempotency_key=fingerprint).exists():
        raise AlreadySent(_("Laporan ini sudah terkirim. Tambahkan keterangan lewat halaman kode laporan."))
    count_draft(sender, at=at)
    fresh = ReportDraft(secret_fingerprint=fingerprint, sealed_answers=_sealed(first, secret), updated_at=at)
    ReportDraft.objects.bulk_create([fresh], ignore_conflicts=True)
    (draft,) = _CLAIMED(fingerprint=fingerprint)
    return draft


def _sealed(answers: Mapping[str, str], secret: str) -> bytes:
    return keys.seal(secret, json.dumps(answers, ensure_ascii=False).encode("utf-8", "replace"))


def _refuse_more(kept: Sequence[DraftFile], size: int) -> None:
    """One writer, known by nothing but the draft, takes a limited share of the room for all; what is kept stays."""
    if len(kept) >= MAX_FILES:
        raise TooManyFiles(
            _("Satu laporan memuat paling banyak %(limit)d berkas. Selebihnya dapat menyusul.") % {"limit": MAX_FILES}
        )
    limit: int = settings.DRAFT_LIMIT_BYTES
    if sum(file.size for file in kept) + size > limit:
        raise TooManyFiles(
            _(
                "Berkas satu laporan bersama-sama paling besar %(limit)s. Berkas sebelumnya tetap tersimpan; kirim "
                "laporan ini dulu, selebihnya dapat menyusul lewat halaman kode laporan."
            )
            % {"limit": evidence.limit_words(limit)}
        )


def _demand_room(size: int) -> None:
    """Strangers never fill the disk: their unsent files have a limit together, and leave its last gigabyte alone."""
    unsent: int = DraftFile.objects.aggregate(total=Sum("size"))["total"] or 0
    if unsent + size > settings.UNSENT_LIMIT_BYTES or not evidence.leaves_room(size):
        raise NoSpaceLeft(
            _(
                "Saat ini tidak ada ruang untuk berkas baru. Kirim laporan tanpa berkas ini; "
                "berkasnya dapat menyusul lewat halaman kode laporan."
            )
        )


def _same(kept: Iterable[DraftFile], secret: str, data: bytes) -> DraftFile | None:
    """The file with these very bytes: a form that is sent twice over a bad line brings its files twice."""
    same_size = (file for file in kept if file.size == len(data))
    return next((file for file in same_size if file_content(file, secret) == data), None)


def destroy_draft(draft: ReportDraft) -> None:
    """Destroy a locked draft with its files, inside the transaction of the caller."""
    for file in files_of(draft):
        evidence.discard_unsent(file.document_sha256)
    draft.delete()
