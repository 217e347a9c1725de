"""The reads of the room, all re-exported here."""

from netra.supervision.queries.checklists import ChecklistRow, checklist_rows, checklist_shown, latest_checklist
from netra.supervision.queries.months import MonthCount, MonthFile, VisitRow, month_file, visits_overdue, year_of
from netra.supervision.queries.proposals import Proposal, proposals_for
from netra.supervision.queries.suspicions import NextStep, Suspicion, suspicions_waiting
from netra.supervision.queries.visits import (
    VisitFile,
    assignment_paper,
    finding_source,
    observation_proof,
    proofs_of,
    targets_of,
    visit_file,
    visit_of,
)

__all__ = [
    "ChecklistRow",
    "MonthCount",
    "MonthFile",
    "NextStep",
    "Proposal",
    "Suspicion",
    "VisitFile",
    "VisitRow",
    "assignment_paper",
    "checklist_rows",
    "checklist_shown",
    "finding_source",
    "latest_checklist",
    "month_file",
    "observation_proof",
    "proofs_of",
    "proposals_for",
    "suspicions_waiting",
    "targets_of",
    "visit_file",
    "visit_of",
    "visits_overdue",
    "year_of",
]
