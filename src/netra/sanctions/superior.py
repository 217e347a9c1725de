"""Who stands directly above an examinee: he summons and examines, and decides where the penalty is his to impose."""

from __future__ import annotations

from datetime import date

from netra.registry.models import CivilServant
from netra.registry.queries import appointing_authority_of, direct_superior_of, position_of, registered
from netra.registry.states import Position
from netra.sanctions.models import Proceeding


def superior_of(proceeding: Proceeding, on: date) -> dict[str, str]:
    """The direct superior as the registry knows him on that day, else the office alone, whose holder signs by hand."""
    examinee = registered(proceeding.party.nip)
    superior = direct_superior_of(examinee, on) if examinee else None
    if superior is None:
        alone = {"position": f"Atasan langsung {proceeding.party.name or 'yang diperiksa'}"}
        return _head_above(proceeding, examinee, on) or alone
    held = position_of(superior, on)
    return {"name": superior.name, "nip": superior.nip, "position": held.title if held else "Atasan langsung"}


def _head_above(proceeding: Proceeding, examinee: CivilServant | None, on: date) -> dict[str, str]:
    """Who holds the office of the head of the region on that day, where the examinee is its secretary; else nobody.

    A head is elected and has no NIP, so he stands with nobody as superior in the registry. That he stands above the
    secretary is derived from his imposing on him even what is light (PP 53/2010 Ps 20(1) a 1, PP 94/2021 Ps 18(3) a).
    """
    party = proceeding.party
    held = position_of(examinee, on) if examinee else None
    code = held.agency.code if held else proceeding.agency_code
    # Whom the registry does not know, and another agency handles, nobody here can say whose secretary he is.
    known_whose = held is not None or party.agency_code == proceeding.agency_code
    if (held or party).position != Position.REGIONAL_SECRETARY or not known_whose:
        return {}
    head = appointing_authority_of(code, on)
    known = {"name": head.holder_name, "nip": head.holder_nip, "position": head.office_title} if head else {}
    return {key: value for key, value in known.items() if value}
