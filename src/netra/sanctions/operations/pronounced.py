"""What every ruling of the authority says beside what it imposes: why, on which day, and who signs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.sanctions.signing import Signing


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronounced:
    """Considerations, the day, the signer, and a reason where it deviates.

    A title or holder that is not the register's (Plt., Plh., whoever came after) has `signer_basis`, the paper on which
    it rests, and `signer_name`, who signs. Of a PPPK `agency_rule` is the regulation of his agency by number and
    article, and `agency_sanction` what that regulation calls it.
    """

    considerations: str
    decided_date: date
    signer_title: str
    deviation_reason: str = ""
    agency_rule: str = ""
    agency_sanction: str = ""
    signer_basis: str = ""
    signer_name: str = ""

    @property
    def signing(self) -> Signing:
        """As whom it is signed."""
        return Signing(self.signer_title, self.signer_name, self.signer_basis)
