"""What the addresses of the registry point at: Kota Jambi, somebody who works there, an election."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from netra.law.dated import Verification
from netra.registry.entries import ElectionEntry, StageEntry, TieEntry
from netra.registry.operations import election_save, tie_record
from netra.registry.states import ElectionKind, TieKind, TieSource
from netra.registry.tests import builders as make
from netra.trust.models import User

Cast = Mapping[str, User]
UNIT = "BKPSDM"
ELECTION = "PILKADA-2018"


def agency(cast: Cast) -> dict[str, str]:
    """Kota Jambi, if the sample of another room has not registered it yet."""
    return {"code": make.make_agency().code}


def unit(cast: Cast) -> dict[str, str]:
    """A unit of Kota Jambi."""
    agency(cast)
    return {"code": make.JAMBI, "unit_code": make.make_unit(UNIT).code}


def person(cast: Cast) -> dict[str, str]:
    """Budi, who holds a position in Kota Jambi."""
    agency(cast)
    budi = make.make_person()
    make.make_position(budi)
    return {"ref": budi.ref}


def tie(cast: Cast) -> dict[str, str]:
    """Budi's marriage to Ani, who is in the register too."""
    budi = person(cast)["ref"]
    make.make_person(make.ANI_NIP, "Ani (contoh)")
    wed = TieEntry(make.ANI_NIP, TieKind.MARRIAGE, "suami istri", TieSource.HIMSELF, date(2010, 5, 1))
    return {"ref": tie_record(person_ref=budi, entry=wed, by=make.SYSTEM, at=make.AT).ref}


def election(cast: Cast) -> dict[str, str]:
    """An election with one stage."""
    determination = StageEntry("DETERMINATION", date(2018, 2, 12), "Jadwal KPU (contoh)", Verification.UNVERIFIED)
    entry = ElectionEntry(
        code=ELECTION,
        kind=ElectionKind.REGIONAL,
        name="Pemilihan serentak 2018",
        voting_date=date(2018, 6, 27),
        start_date=date(2017, 8, 12),
        until_date=date(2018, 6, 28),
        stages=(determination,),
    )
    return {"code": election_save(entry=entry, by=make.SYSTEM, at=make.AT).code}


REGISTRY_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "agency": agency,
    "agency_change": agency,
    "appointing_authority_set": agency,
    "retention_set": agency,
    "number_format_save": agency,
    "unit_tree": agency,
    "unit_save": agency,
    "unit_change": unit,
    "civil_servant": person,
    "civil_servant_change": person,
    "position_start": person,
    "position_end": person,
    "tie_list": person,
    "tie_record": person,
    "tie_end": tie,
    "tie_strike": tie,
    "election": election,
    "election_change": election,
    "election_stage_set": election,
    "election_ticket": election,
    "import_rejected": lambda cast: {"ending": "csv"},
    "import_template": lambda cast: {"kind": "units"},
}
