"""What a signed pact says on paper, and what of a pact its fingerprint stands for."""

from __future__ import annotations

from datetime import date

from netra.prevention.models import Pact, PactAnswer
from netra.registry.models import PositionSpell
from netra.registry.queries import agency_name


def words_of(pact: Pact) -> dict[str, object]:
    """All that somebody signs."""
    return {"title": pact.title, "points": pact.points, "legal_basis": pact.legal_basis}


def signed_paper(pact: Pact, answer: PactAnswer, spell: PositionSpell | None, *, on: date) -> dict[str, object]:
    """The fields of the paper. `spell`: the post of the signer on that day."""
    person = answer.civil_servant
    how = "oleh yang bersangkutan melalui tautan pribadi atau kode upacara, dibuka dengan angka NIP"
    return {
        "title": pact.title,
        "points": pact.points,
        "basis": pact.legal_basis,
        "version": f"{pact.ref}, versi {pact.version}",
        "signed": answer.answered_date,
        "manner": "pada upacara, dicatat dari daftar penanda tangan" if answer.entered_by else how,
        "signer": {
            "name": person.name,
            "nip": person.nip,
            "position": spell.title if spell else f"Pegawai {agency_name(pact.agency_code, on)}",
        },
    }
