"""Receiving, opening, handing over and destroying evidence. Each leaves one event in the chain it happens in."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime
from typing import IO

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from netra.trust import access, refs, sealing, trail
from netra.trust.actors import Actor
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.evidence import unsent, vault
from netra.trust.evidence.limits import read_within_limit
from netra.trust.evidence.media import media_type
from netra.trust.evidence.refusals import EvidenceDamaged
from netra.trust.models import EvidenceItem, StoredContent, User

_NAME_LIMIT = 255
_OF_CHAIN = AskedAgain(lambda chain: EvidenceItem.objects.filter(chain=chain).order_by("received_at", "pk"))


def receive(
    *, content: IO[bytes] | bytes, original_name: str, by: Actor, at: datetime, chain: str, note: str = ""
) -> EvidenceItem:
    """Take a file in: limit, hash, kind, sealed name, encrypted content on disk before the row commits.

    Called inside the operation that takes the report or answer. Fails with EvidenceRefused; then nothing is stored.
    """
    data = read_within_limit(content)
    with transaction.atomic():
        row = vault.store(vault.EVIDENCE, data, hashlib.sha256(data).hexdigest())
        return _take_in(row, data, original_name=original_name, by=by, at=at, chain=chain, note=note)


def receive_unsent(
    handle: str, *, unlock: unsent.Lock, original_name: str, by: Actor, at: datetime, chain: str
) -> EvidenceItem:
    """Take in a file that was kept with an unsent form, where it lies; the same as `receive` in all else.

    Called inside the transaction of the operation that sends the form. Fails with NotFound or EvidenceDamaged, or as
    `unlock` does.
    """
    row, data = unsent.become_evidence(handle, unlock)
    return _take_in(row, data, original_name=original_name, by=by, at=at, chain=chain, note="")


def _take_in(
    row: StoredContent, data: bytes, *, original_name: str, by: Actor, at: datetime, chain: str, note: str
) -> EvidenceItem:
    ref = refs.new_ref("BKT", at)
    evidence = EvidenceItem.objects.create(
        ref=ref,
        sha256=row.sha256,
        size=len(data),
        media_type=media_type(data),
        sealed_name=sealing.sealed(_name_key(), original_name[:_NAME_LIMIT].encode("utf-8", "replace"), ref),
        chain=chain,
        received_at=at,
        received_by=by.actor_ref,
        note=note,
        content=row,
    )
    payload: dict[str, trail.Value] = {
        "evidence": ref,
        "sha256": row.sha256,
        "size": evidence.size,
        "media_type": evidence.media_type,
    }
    trail.record(chain=chain, verb="trust.evidence_receive", by=by, at=at, subject=f"evidence:{ref}", payload=payload)
    return evidence


def open_original(ref: str, *, by: Actor, at: datetime, chain: str) -> bytes:
    """The original, bit by bit, its hash checked; the reading is recorded in the chain in which it was read.

    The caller has found the item through a case or report that this person may see. Officers also need a role that may
    read evidence at all. Fails with NotFound, access.NotAllowed or EvidenceDamaged.
    """
    if isinstance(by, User):
        access.require_role(by, "trust.evidence_read", at=at)
    with transaction.atomic():
        content = _content(item(ref))
        payload = {"evidence": ref}
        trail.record(chain=chain, verb="trust.evidence_read", by=by, at=at, subject=f"evidence:{ref}", payload=payload)
    return content


def hand_over(ref: str, *, to_chain: str, by: Actor, at: datetime) -> EvidenceItem:
    """Record that evidence goes on into another chain (a report becomes a case), after checking that it is whole.

    Fails with NotFound or EvidenceDamaged: damaged evidence is not passed on as if it were whole.
    """
    with transaction.atomic():
        evidence = item(ref)
        _content(evidence)
        payload = {"evidence": ref, "sha256": evidence.sha256}
        subject = f"evidence:{ref}"
        trail.record(chain=to_chain, verb="trust.evidence_hand_over", by=by, at=at, subject=subject, payload=payload)
    return evidence


def destroy(ref: str, *, by: Actor, at: datetime, chain: str, reason: str) -> EvidenceItem:
    """Destroy the content and the name; hash, size, who, when and why stay as the record of destruction.

    Called by the two-person act that erases a case. Content that another item still needs stays for that item.
    Fails with NotFound when there is no such item or it is destroyed already.
    """
    with transaction.atomic():
        evidence = EvidenceItem.objects.select_for_update().filter(ref=ref, destroyed_at=None).first()
        if evidence is None:
            raise NotFound(_("Bukti %(ref)s tidak ada atau sudah dimusnahkan.") % {"ref": ref})
        content = StoredContent.objects.select_for_update().get(items=evidence)
        evidence.content, evidence.sealed_name, evidence.note = None, b"", ""
        evidence.destroyed_at, evidence.destroyed_by, evidence.destroyed_reason = at, by.actor_ref, reason
        evidence.save()
        if not content.items.exists():
            vault.remove(content)
        payload = {"evidence": ref, "sha256": evidence.sha256, "reason": reason}
        subject = f"evidence:{ref}"
        trail.record(chain=chain, verb="trust.evidence_destroy", by=by, at=at, subject=subject, payload=payload)
    return evidence


def item(ref: str) -> EvidenceItem:
    """The item of that reference. Fails with NotFound."""
    found = EvidenceItem.objects.select_related("content").filter(ref=ref)
    evidence = found.first() if refs.is_ref(ref) else None
    if evidence is None:
        raise NotFound(_("Bukti %(ref)s tidak ditemukan.") % {"ref": ref})
    return evidence


def items_of(chain: str) -> list[EvidenceItem]:
    """The evidence received in a chain, oldest first, destroyed items included."""
    return _OF_CHAIN(chain=chain)


def same_content(refs: Collection[str]) -> dict[str, str]:
    """The hash of each of these items and of all others with the same bytes; of what was destroyed nothing is known."""
    ours = EvidenceItem.objects.filter(ref__in=refs, content__isnull=False).values("content")
    return dict(EvidenceItem.objects.filter(content__in=ours).values_list("ref", "sha256"))


def original_name(evidence: EvidenceItem) -> str:
    """The name the file came with, for eyes only: never a path, never a log line. Fails with EvidenceDamaged."""
    if evidence.is_destroyed:
        return _("(dimusnahkan)")
    try:
        return sealing.unsealed(_name_key(), bytes(evidence.sealed_name), evidence.ref).decode()
    except sealing.SealBroken as broken:
        raise EvidenceDamaged(_("Nama asli bukti %(ref)s tidak dapat dibuka.") % {"ref": evidence.ref}) from broken


def _content(evidence: EvidenceItem) -> bytes:
    if evidence.content is None:
        raise NotFound(
            _("Bukti %(ref)s sudah dimusnahkan sesuai jadwal; yang tersisa hanya catatan pemusnahannya.")
            % {"ref": evidence.ref}
        )
    return vault.load(evidence.content)


def _name_key() -> bytes:
    return sealing.derived_key(settings.EVIDENCE_KEY, "evidence-name")
