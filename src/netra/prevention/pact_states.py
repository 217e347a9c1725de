"""What somebody answered to an integrity pact. No article was found that obliges a civil servant to sign one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _


class PactReply(StrEnum):
    """Signed, or refused with a reason; who refused may still sign."""

    SIGNED = "SIGNED"
    REFUSED = "REFUSED"


PACT_REPLY_LABELS: Mapping[PactReply, str] = MappingProxyType(
    {PactReply.SIGNED: _("Menandatangani"), PactReply.REFUSED: _("Menolak")}
)


def pact_reply_choices() -> list[tuple[str, str]]:
    return [(each.value, label) for each, label in PACT_REPLY_LABELS.items()]
