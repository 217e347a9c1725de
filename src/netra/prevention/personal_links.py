"""The personal link of a person to an instrument, outreach or pact: made from the key of the instance, stored nowhere.

Millions of links cost nothing until they are used. A link names both by their public references and proves itself by a
keyed mark over the two, so it cannot be guessed, nor changed into the link of somebody else or to something else.
Whoever opens it also says the last digits of the NIP: a link that went astray in a chat group opens nothing.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust.errors import NotFound
from netra.trust.sealing import keyed_fingerprint

# 104 bits.
_MARK = 26
DIGITS = 6


@dataclass(frozen=True, slots=True)
class PersonalLink:
    """The two references behind a link: what it leads to, and whose it is."""

    subject_ref: str
    person_ref: str

    @property
    def fingerprint(self) -> str:
        """How a table may know this link."""
        return keyed_fingerprint(settings.EVIDENCE_KEY, "prevention-link", f"{self.subject_ref}/{self.person_ref}")

    @property
    def token(self) -> str:
        """What stands in the address."""
        return f"{self.subject_ref}.{self.person_ref}.{self.fingerprint[:_MARK]}"


def link_behind(token: str) -> PersonalLink:
    """The link of a token. Fails with NotFound for whatever was not made here; nothing is looked up before."""
    parts = token.split(".")
    if len(parts) == 3:
        link = PersonalLink(parts[0], parts[1])
        if hmac.compare_digest(link.token.encode(), token.encode()):
            return link
    raise NotFound(_("Tautan ini tidak dikenal. Mintalah tautan baru kepada bagian kepegawaian Anda."))
