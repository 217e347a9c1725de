"""What the trail hears of an import: counts and hashes, no name and no number of a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from netra.registry.imports.columns import ImportKind
from netra.registry.imports.loading import Outcome
from netra.trust.actors import Actor
from netra.trust.trail import record

VERB = "registry.import_run"


def tell_trail(
    *,
    kind: ImportKind,
    agencies: Collection[str],
    counts: Counter[Outcome],
    sha256: str,
    by: Actor,
    at: datetime,
    digest: str = "",
) -> None:
    """One event for rows of these agencies; `digest` is the hash of what was written, where it is kept."""
    record(
        chain=f"agency:{next(iter(agencies))}" if len(agencies) == 1 else "house",
        verb=VERB,
        by=by,
        at=at,
        subject=f"import:{sha256[:16]}",
        payload={
            "kind": kind.value,
            "created": counts[Outcome.CREATED],
            "changed": counts[Outcome.CHANGED],
            "unchanged": counts[Outcome.UNCHANGED],
            "rejected": counts[Outcome.REJECTED],
            "sha256": sha256,
            **({"rows": digest} if digest else {}),
        },
    )
