"""The tables of the registry, by noun. Regions have no table: see `registry.regions`."""

from netra.registry.models.agencies import Agency, AppointingAuthority, FormerAgency, OrgUnit
from netra.registry.models.elections import Election, ElectionStage, Ticket
from netra.registry.models.imports import ImportRemark, ImportRun, StagedImport
from netra.registry.models.names import NameCount, NameGap, NameGeneration, NameKey, NearKey
from netra.registry.models.people import CivilServant, PositionSpell
from netra.registry.models.retention import RetentionSchedule
from netra.registry.models.ties import Tie
from netra.registry.regions import Region

__all__ = [
    "Agency",
    "AppointingAuthority",
    "CivilServant",
    "Election",
    "ElectionStage",
    "FormerAgency",
    "ImportRemark",
    "ImportRun",
    "NameCount",
    "NameGap",
    "NameGeneration",
    "NameKey",
    "NearKey",
    "OrgUnit",
    "PositionSpell",
    "Region",
    "RetentionSchedule",
    "StagedImport",
    "Ticket",
    "Tie",
]
