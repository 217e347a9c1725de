"""Everything that changes the registry, one function per act."""

from netra.registry.imports.run import import_run
from netra.registry.operations.agencies import agency_save, appointing_authority_set
from netra.registry.operations.comparing import people_compare
from netra.registry.operations.elections import election_save, election_stage_set
from netra.registry.operations.people import civil_servant_save
from netra.registry.operations.positions import position_end, position_start
from netra.registry.operations.retention import retention_set
from netra.registry.operations.seeding import bodies_seed, elections_seed
from netra.registry.operations.ties import tie_end, tie_record, tie_strike
from netra.registry.operations.units import unit_save

__all__ = [
    "agency_save",
    "appointing_authority_set",
    "bodies_seed",
    "civil_servant_save",
    "election_save",
    "election_stage_set",
    "elections_seed",
    "import_run",
    "people_compare",
    "position_end",
    "position_start",
    "retention_set",
    "tie_end",
    "tie_record",
    "tie_strike",
    "unit_save",
]
