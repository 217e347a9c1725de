"""Records for tests: the smallest one that can be read, changed by keyword."""

from __future__ import annotations

from typing import Any

from netra.law.assess import assess


def a_record(**changes: Any) -> dict[str, Any]:
    """A like of a determined candidate's post in October 2024, unless changed; None takes a key away."""
    record = {
        "id": "perkara-1",
        "act_date": "2024-10-15",
        "conduct": "social_media_reaction",
        "election_kind": "REGIONAL",
        "phase": "candidate",
        **changes,
    }
    return {key: value for key, value in record.items() if value is not None}


def assessed(**changes: Any) -> dict[str, Any]:
    return assess(a_record(**changes))
