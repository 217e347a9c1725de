"""The article by which whoever was examined by no team is examined again by one, once a severe penalty is seen."""

from __future__ import annotations

from datetime import date

from netra.law.dated import Source, Verification
from netra.law.procedure import Basis

# Ps 29(2) demands a team; that an examination is repeated for it follows and is written nowhere. PP 53/2010 Ps 25
# leaves a team to the authority, and for a PPPK the rules of his agency hold: neither has anything to repeat.
BY_A_TEAM = (
    Basis(
        Source(
            "PP 94/2021",
            "Pasal 29 ayat (2) (kewajiban tim pemeriksa; bahwa pemeriksaan diulang tidak tertulis)",
            Verification.DERIVED,
        ),
        date(2021, 8, 31),
    ),
)
