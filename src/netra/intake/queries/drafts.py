"""A draft, for whoever holds its secret."""

from __future__ import annotations

from netra.intake import keys
from netra.intake.drafting import Draft, answers_of, file_view, files_of
from netra.intake.models import ReportDraft


def draft(secret: str) -> Draft | None:
    """What was saved so far; None where nothing was, or where it was sent or purged. Fails with WeakSecret."""
    row = ReportDraft.objects.filter(secret_fingerprint=keys.fingerprint(secret)).first()
    if row is None:
        return None
    files = tuple(file_view(file, secret) for file in files_of(row))
    return Draft(answers_of(row, secret), files, row.updated_at)
