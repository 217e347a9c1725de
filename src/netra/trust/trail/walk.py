"""Walking along chains and saying where one is broken. Pure: the database and the exported file share it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.trust.trail.canonical import GENESIS, Link, TrailCheck


class Walk:
    """Takes events chain by chain, in order, and writes what is wrong into the check."""

    def __init__(self, check: TrailCheck) -> None:
        self.check = check
        self.chain = ""
        self.seq = 0
        self.hash = GENESIS

    def step(self, link: Link, stored_hash: str) -> None:
        """The next event, with the hash that is written beside it."""
        if link.chain != self.chain:
            self._enter(link.chain)
        self.check.events += 1
        if link.digest != stored_hash:
            self._found(link, "CHANGED", _("isi peristiwa tidak cocok dengan sidik jarinya: isinya diubah"))
        if link.seq != self.seq + 1:
            self._found(
                link,
                "GAP",
                _("nomor %(found)d datang setelah nomor %(last)d: ada peristiwa yang hilang atau bertukar tempat")
                % {"found": link.seq, "last": self.seq},
            )
        elif link.prev_hash != self.hash:
            self._found(link, "BROKEN", _("tidak menyambung pada peristiwa sebelumnya: salah satu diganti"))
        self.seq, self.hash = link.seq, stored_hash

    def _enter(self, chain: str) -> None:
        if chain < self.chain:
            self.check.found(chain, 0, "ORDER", _("rantai ini tidak berada pada urutannya"))
        self.check.chains += 1
        self.chain, self.seq, self.hash = chain, 0, GENESIS

    def _found(self, link: Link, code: str, message: str) -> None:
        self.check.found(link.chain, link.seq, code, message)
