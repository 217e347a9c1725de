"""The room `prevention` as Django knows it."""

from django.apps import AppConfig

from netra.prevention.kept_meetings import MEETING_LOCKS
from netra.trust.row_locks import keep_rows


class PreventionConfig(AppConfig):
    name = "netra.prevention"
    label = "prevention"
    verbose_name = "Pencegahan"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether what was held, adopted and answered is locked."""
        keep_rows(MEETING_LOCKS)
