"""Writing one event: white list, no personal data, the head of the chain claimed, the hash carried on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.trust.actors import Actor
from netra.trust.acts import ACTS
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import Refused
from netra.trust.models import ChainHead, Event
from netra.trust.personal_data import personal_data_in
from netra.trust.plain_text import visible
from netra.trust.trail.canonical import GENESIS, Link, Value, canonical, moment
from netra.trust.trail.head_seal import head_seal

TEXT_LIMIT = 500
_CHAIN = re.compile(r"house|(?:case|report|advisory|agency):[A-Za-z0-9._/-]{1,80}")
_SUBJECT = re.compile(r"[a-z_]+(?::[A-Za-z0-9._/-]{1,80})?")
_HASH = re.compile(r"[0-9a-f]{64}")
# Asked at every act of the house.
_LOCKED = AskedAgain(lambda chain: ChainHead.objects.select_for_update().filter(pk=chain))


class PayloadRefused(Refused):
    """A text that was to be kept for ever holds something that must not be kept."""


def record(
    *,
    chain: str,
    verb: str,
    by: Actor,
    at: datetime,
    subject: str,
    payload: Mapping[str, Value] | None = None,
    citation: str = "",
) -> Event:
    """Append one event to a chain: `case:<ref>`, `report:<ref>`, `advisory:<ref>`, `agency:<code>` or `house`.

    The keys of the payload are those that ACTS lists for the verb. Fails with PayloadRefused when a text is too long
    or holds an identity number, an e-mail address or a telephone number; with ValueError or LookupError when the
    caller is wrong. The writer holds the chain until its transaction ends; writers of other chains do not wait.
    """
    _check_call(chain, verb, at, subject)
    text = _payload_text(verb, payload or {})
    _refuse_personal_data(_("dasar hukum"), citation)
    with transaction.atomic(savepoint=False):
        head = _claim_head(chain)
        event = _next_event(head, at, verb, by.actor_ref, subject, text, citation)
        event.save(force_insert=True)
        seal = head_seal(chain, event.seq, event.hash)
        ChainHead.objects.filter(pk=chain).update(seq=event.seq, hash=event.hash, at=at, seal=seal)
    return event


def _claim_head(chain: str) -> ChainHead:
    """The head row, locked until the end of the transaction; made first when the chain is new."""
    head = next(iter(_LOCKED(chain=chain)), None)
    if head is None:
        # ON CONFLICT DO NOTHING waits for another writer who starts the same chain at this moment.
        ChainHead.objects.bulk_create([ChainHead(chain=chain, hash=GENESIS)], ignore_conflicts=True)
        (head,) = _LOCKED(chain=chain)
    return head


def _next_event(
    head: ChainHead, at: datetime, verb: str, actor: str, subject: str, payload: str, citation: str
) -> Event:
    regressed = head.at is not None and at < head.at
    link = Link(head.chain, head.seq + 1, moment(at), actor, verb, subject, payload, citation, regressed, head.hash)
    return Event(
        chain=link.chain,
        seq=link.seq,
        at=at,
        actor_ref=actor,
        verb=verb,
        subject=subject,
        payload=payload,
        citation=citation,
        clock_regressed=regressed,
        prev_hash=link.prev_hash,
        hash=link.digest,
    )


def _check_call(chain: str, verb: str, at: datetime, subject: str) -> None:
    if verb not in ACTS:
        raise LookupError(f"unknown verb {verb!r}: add it to trust.acts")
    if not _CHAIN.fullmatch(chain):
        raise ValueError(f"not a chain: {chain!r}")
    if not _SUBJECT.fullmatch(subject):
        raise ValueError(f"not a subject such as 'case:PKR-2026-…': {subject!r}")
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be kept")
    for name, text in (("chain", chain), ("subject", subject)):
        _refuse_personal_data(name, text)


def _payload_text(verb: str, payload: Mapping[str, Value]) -> str:
    unlisted = sorted(payload.keys() - ACTS[verb].payload)
    if unlisted:
        raise ValueError(f"{verb} may not keep {unlisted}: trust.acts lists {sorted(ACTS[verb].payload)}")
    for key, value in payload.items():
        if value is not None and not isinstance(value, str | int):
            raise ValueError(f"{verb}: {key} is {type(value).__name__}; the trail keeps str, int, bool and None")
        _refuse_personal_data(key, str(value))
    return canonical(payload)


def _refuse_personal_data(name: str, text: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise PayloadRefused(
            _("Isian “%(name)s” berisi %(found)d karakter; jejak menyimpan paling banyak %(limit)d. Ringkaslah.")
            % {"name": name, "found": len(text), "limit": TEXT_LIMIT}
        )
    if _HASH.fullmatch(text):
        return
    # What cannot be seen is unsafe in a file, a page or a database, and makes a reason of nothing.
    written = re.sub(r"[\t\n]", "", text)
    if visible(written) != written:
        raise PayloadRefused(
            _("Isian “%(name)s” berisi karakter kendali atau tak terlihat yang tidak dapat disimpan. Hapuslah.")
            % {"name": name}
        )
    kind = personal_data_in(text)
    if kind:
        raise PayloadRefused(
            _(
                "Isian “%(name)s” memuat %(kind)s. Jejak disimpan selamanya dan tidak boleh memuat data pribadi "
                "(UU 27/2022). Hapuslah dari teks; sebut orang dengan perannya, misalnya “terlapor”."
            )
            % {"name": name, "kind": kind}
        )
