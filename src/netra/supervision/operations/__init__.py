"""The writes of the room: one function per act, all re-exported here."""

from netra.supervision.operations.checklists import checklist_write
from netra.supervision.operations.findings import observation_claim, observation_erase, observation_mark_registered
from netra.supervision.operations.observing import observation_pass, observation_record
from netra.supervision.operations.visits import visit_assign, visit_cancel, visit_plan

__all__ = [
    "checklist_write",
    "observation_claim",
    "observation_erase",
    "observation_mark_registered",
    "observation_pass",
    "observation_record",
    "visit_assign",
    "visit_cancel",
    "visit_plan",
]
