"""What was planned, asked, seen and passed on stays as it was written; an erasure of its case takes the words."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.trust.row_locks import EMPTY, ERASED, RowLock, erased_with_case, once

LOCKS = (
    RowLock(
        table="supervision_checklist",
        kept=("id", "agency_code", "subject", "version", "questions", "written_by", "written_at"),
        places=("agency_code = NEW.agency_code AND subject = NEW.subject AND version = NEW.version",),
    ),
    RowLock(
        table="supervision_visit",
        kept=(
            "id",
            "ref",
            "agency_code",
            "target_code",
            "unit_code",
            "subject",
            "planned_date",
            "reasons",
            "follows_id",
            "planned_by",
            "planned_at",
        ),
        may={
            "state": "{old} = 'PLANNED'",
            "cancelled_reason": once(EMPTY),
            "assignment_ref": once(EMPTY),
        },
        places=("ref = NEW.ref",),
    ),
    RowLock(
        table="supervision_observation",
        kept=(
            "id",
            "ref",
            "visit_id",
            "checklist_id",
            "observed_date",
            "observed_time",
            "result",
            "evidence_refs",
            "recorded_by",
            "recorded_at",
        ),
        may={
            # Only with the mark of the erasure, which is set once.
            "answers": "OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL",
            "passed_to": once(EMPTY),
            "passed_at": once(),
            "case_ref": once(EMPTY),
        },
        erasable={"place": ERASED, "summary": ERASED},
        marks=("erased_at",),
        erasure=erased_with_case("{row}.case_ref"),
        what=_("hasil pengawasan"),
        chain="agency:visit__agency_code",
        places=("ref = NEW.ref", "visit_id = NEW.visit_id"),
    ),
)
