"""The room `supervision` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from netra.supervision.kept_rows import LOCKS
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class SupervisionConfig(AppConfig):
    name = "netra.supervision"
    label = "supervision"
    verbose_name = "Pengawasan"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether the rows of this room are locked and say what their events say."""
        keep_rows(LOCKS)
        compare_rows("supervision", import_module("netra.supervision.told_rows").MIRRORS)
