"""The room `cases` as Django knows it."""

from django.apps import AppConfig

from netra.trust.chain_owners import owns_chains


class CasesConfig(AppConfig):
    name = "netra.cases"
    label = "cases"
    verbose_name = "Perkara"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether every row of this room has its chain."""
        owns_chains("case", self.get_model("Case"))
