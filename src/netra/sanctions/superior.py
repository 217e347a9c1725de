"""Who stands directly above an examinee: he summons and examines, and decides where the penalty is his to impose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.operations.claim import ActRefused
from netra.registry.models import CivilServant
from netra.registry.queries import appointing_authority_of, direct_superior_of, position_of, registered
from netra.registry.states import Position
from netra.sanctions.derived import rule_for
from netra.sanctions.involved import is_involved
from netra.sanctions.models import Proceeding

# Of an involved superior only the team is spoken of; PP 53/2010 says of a missing one who releases from duty instead.
_HIGHER: Mapping[str, tuple[str, str]] = {
    "COUNCIL": ("PP 94/2021", "Pasal 29 ayat (6)"),
    "DISC-53": ("PP 53/2010", "Pasal 27 ayat (4)"),
    "DISC-94": ("PP 94/2021", "Pasal 29 ayat (6)"),
}


def superior_of(proceeding: Proceeding, on: date) -> dict[str, str]:
    """The direct superior as the registry knows him on that day, else the office alone, whose holder signs by hand.

    Who is accused in the case himself or was kept from it is passed over for the next above (PP 94/2021 Ps 29(6), which
    speaks of teams; of whoever examines alone it is derived).
    """
    alone = {"position": f"Atasan langsung {proceeding.party.name or 'yang diperiksa'}"}
    return next((each for each in _line(proceeding, on) if not _is_passed(proceeding, each)), alone)


def is_passed_over(proceeding: Proceeding, on: date) -> bool:
    """Whether the direct superior whom the registry knows on that day has no part in this case."""
    direct = next(_line(proceeding, on), None)
    return direct is not None and _is_passed(proceeding, direct)


def acting_superior(proceeding: Proceeding, on: date) -> dict[str, str]:
    """The same as `superior_of`; ActRefused where the direct superior is passed over and nobody above him is known."""
    superior = superior_of(proceeding, on)
    if "name" not in superior and is_passed_over(proceeding, on):
        raise ActRefused(
            _(
                "Atasan langsung %(examinee)s adalah terlapor atau dikecualikan dari perkara ini, jadi tidak "
                "memanggil, memeriksa, atau membebaskannya; yang menggantikannya ialah atasan yang lebih tinggi secara "
                "berjenjang (%(rule)s), dan daftar pegawai tidak mengenalnya. Minta petugas kepegawaian mencatat "
                "atasan dari atasan langsung itu; atau bentuk tim pemeriksa; pembebasan sementara dapat "
                "ditandatangani dengan mengisi jabatan dan nama atasan itu. Bila hanya senama, pastikan NIP terlapor."
            )
            % {"examinee": proceeding.party.name or _("yang diperiksa"), "rule": rule_for(_HIGHER, proceeding)}
        )
    return superior


def _is_passed(proceeding: Proceeding, superior: dict[str, str]) -> bool:
    return is_involved(proceeding, superior["name"], superior.get("nip", ""))


def _line(proceeding: Proceeding, on: date) -> Iterator[dict[str, str]]:
    """Whoever stands above the examinee, the nearest first, as far as the registry knows them on that day."""
    below = registered(proceeding.party.nip)
    known: set[str] = set()
    while (superior := direct_superior_of(below, on) if below else None) and superior.ref not in known:
        known.add(superior.ref)
        held = position_of(superior, on)
        yield {"name": superior.name, "nip": superior.nip, "position": held.title if held else "Atasan langsung"}
        below = superior
    head = _head_above(proceeding, below, on)
    if head:
        yield head


def _head_above(proceeding: Proceeding, below: CivilServant | None, on: date) -> dict[str, str]:
    """Who holds the office of the head of the region on that day, where its secretary stands below; else nobody.

    A head is elected and has no NIP, so he stands with nobody as superior in the registry. That he stands above the
    secretary is derived from his imposing on him even what is light (PP 53/2010 Ps 20(1) a 1, PP 94/2021 Ps 18(3) a).
    """
    party = proceeding.party
    held = position_of(below, on) if below else None
    if below and below.nip != party.nip and not held:
        return {}
    code = held.agency.code if held else proceeding.agency_code
    # Whom the registry does not know, and another agency handles, nobody here can say whose secretary he is.
    known_whose = held is not None or party.agency_code == proceeding.agency_code
    if (held or party).position != Position.REGIONAL_SECRETARY or not known_whose:
        return {}
    head = appointing_authority_of(code, on)
    known = {"name": head.holder_name, "nip": head.holder_nip, "position": head.office_title} if head else {}
    return {key: value for key, value in known.items() if value}
