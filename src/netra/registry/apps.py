"""The room `registry` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from netra.registry.kept_rows import LOCKS
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class RegistryConfig(AppConfig):
    name = "netra.registry"
    label = "registry"
    verbose_name = "Registri"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether the schedules of erasure are locked, and as they were told."""
        keep_rows(LOCKS)
        compare_rows("registry", import_module("netra.registry.told_rows").MIRRORS)
