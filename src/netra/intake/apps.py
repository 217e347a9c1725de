"""The room `intake` as Django knows it."""

from django.apps import AppConfig

from netra.trust.chain_owners import owns_chains


class IntakeConfig(AppConfig):
    name = "netra.intake"
    label = "intake"
    verbose_name = "Laporan"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether every row of this room has its chain."""
        owns_chains("report", self.get_model("Report"))
