"""The article from which something is derived that none says in words: by regime and route, and for whom it binds."""

from __future__ import annotations

from collections.abc import Mapping

from netra.law.dated import Source, Verification
from netra.law.regime import Regime
from netra.law.vocabulary import Employment
from netra.sanctions.models import Proceeding
from netra.sanctions.states import Route

PPPK_RULES = "mengikat PNS saja; bagi PPPK menurut peraturan instansi, PP 49/2018 Pasal 52"


def rule_for(articles: Mapping[str, tuple[str, str]], proceeding: Proceeding) -> str:
    """The article that is followed here; what it does not say in words is derived from it."""
    old = "DISC-53" if proceeding.regime == Regime.DISC_53 else "DISC-94"
    instrument, article = articles["COUNCIL" if proceeding.route == Route.ETHICS else old]
    source = Source(instrument, article, Verification.DERIVED)
    return str(source.followed(PPPK_RULES) if proceeding.party.employment == Employment.PPPK else source)
