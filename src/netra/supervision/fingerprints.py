"""One short text that stands for what was planned, asked or seen: the trail keeps it, and the check of the trail makes
it anew from the row.
"""

from __future__ import annotations

import hashlib
import json

from netra.supervision.models import Checklist, Observation, Visit


def of_visit(visit: Visit) -> str:
    """Who watches whom, what, when, and why."""
    told = [visit.agency_code, visit.target_code, visit.unit_code, visit.subject, visit.planned_date, visit.reasons]
    return _sha256(told)


def of_checklist(checklist: Checklist) -> str:
    """The questions in their order."""
    return _sha256(checklist.questions)


def of_observation(observation: Observation) -> str:
    """When, where, what was answered, what was seen, and with which evidence."""
    told = [
        observation.observed_date,
        observation.observed_time,
        observation.place,
        observation.answers,
        observation.summary,
        observation.result,
        observation.evidence_refs,
    ]
    return _sha256(told)


def _sha256(told: object) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
