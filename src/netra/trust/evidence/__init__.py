"""Evidence: hashed at receipt, stored encrypted and by content, never altered, every hand-over recorded.

Whoever doubts a piece of evidence years later can recompute its hash and follow it through the trail. Content is stored
and given back; it is never unpacked or rendered.
"""

from netra.trust.evidence.limits import limit_words, read_within_limit
from netra.trust.evidence.media import media_type
from netra.trust.evidence.operations import (
    destroy,
    hand_over,
    item,
    items_of,
    open_original,
    original_name,
    receive,
    receive_unsent,
    same_content,
)
from netra.trust.evidence.refusals import EvidenceDamaged, EvidenceRefused
from netra.trust.evidence.room import demand_room, leaves_room
from netra.trust.evidence.unsent import discard as discard_unsent
from netra.trust.evidence.unsent import keep as keep_unsent
from netra.trust.evidence.unsent import opened as open_unsent
from netra.trust.evidence.vault import destroy_document, document_kept, get_document, put_document

__all__ = [
    "EvidenceDamaged",
    "EvidenceRefused",
    "demand_room",
    "destroy",
    "destroy_document",
    "discard_unsent",
    "document_kept",
    "get_document",
    "hand_over",
    "item",
    "items_of",
    "keep_unsent",
    "leaves_room",
    "limit_words",
    "media_type",
    "open_original",
    "open_unsent",
    "original_name",
    "put_document",
    "read_within_limit",
    "receive",
    "receive_unsent",
    "same_content",
]
