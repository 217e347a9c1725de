"""What papers of this room say about the matter: the allegation, the rules, how a decree opens."""

from __future__ import annotations

from datetime import date

from netra.cases.letters import LetterData, act_words, authority, matter, rules_of, signer
from netra.sanctions.bounds import allegations_of
from netra.sanctions.models import Proceeding


def alleged(proceeding: Proceeding) -> str:
    """The acts that this person is said to have done, one line each."""
    return "\n".join(act_words(each.act) for each in allegations_of(proceeding.party)) or matter(proceeding.case)


def rules(proceeding: Proceeding) -> list[str]:
    """The rules that these acts would break, each with its article."""
    return rules_of(allegations_of(proceeding.party))


def _title(proceeding: Proceeding, on: date) -> str:
    return authority(proceeding.agency_code, on)["position"]


def regulation(proceeding: Proceeding) -> str:
    """The regulation that a decree recalls."""
    if proceeding.party.employment == "PPPK":
        return "Peraturan Pemerintah Nomor 49 Tahun 2018 dan peraturan instansi"
    number = "53 Tahun 2010" if proceeding.regime == "DISC-53" else "94 Tahun 2021"
    return f"Peraturan Pemerintah Nomor {number} tentang Disiplin Pegawai Negeri Sipil"


def decree(proceeding: Proceeding, on: date, considering: list[str], recalling: list[str]) -> LetterData:
    """How every decree of the appointing authority opens."""
    return {
        "signer": signer(proceeding.agency_code, on),
        "authority_title": _title(proceeding, on),
        "considering": considering,
        "recalling": recalling,
    }
