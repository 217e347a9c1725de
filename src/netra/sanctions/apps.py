"""The room `sanctions` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig


class SanctionsConfig(AppConfig):
    name = "netra.sanctions"
    label = "sanctions"
    verbose_name = "Penanganan"

    def ready(self) -> None:
        """What this room holds about a case goes with the case: tables can be imported only now."""
        erasing = import_module("netra.sanctions.erasing")
        import_module("netra.cases.operations.erasure").erase_also(erasing.destroy)
