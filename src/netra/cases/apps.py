"""The room `cases` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from netra.cases.kept_acts import ACT_LOCKS
from netra.cases.kept_advice import ADVICE_LOCKS
from netra.cases.kept_rows import LOCKS
from netra.trust.chain_owners import owns_chains
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class CasesConfig(AppConfig):
    name = "netra.cases"
    label = "cases"
    verbose_name = "Perkara"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether every row of this room has its chain, and is locked.

        The rooms of reports and of visits ask here what of a report is sealed, and who is accused in their cases:
        tables can be imported only now.
        """
        owns_chains("case", self.get_model("Case"))
        keep_rows((*LOCKS, *ACT_LOCKS, *ADVICE_LOCKS))
        told_rows = import_module("netra.cases.told_rows")
        compare_rows("cases", told_rows.MIRRORS, erased_by=(told_rows.ERASURE,))
        import_module("netra.intake.own_report").ask(import_module("netra.cases.own_case").may_be_accused_of)
        import_module("netra.supervision.own_finding").ask(import_module("netra.cases.own_case").may_be_accused_in)
        import_module("netra.trust.own_chains").ask(import_module("netra.cases.own_case").own_chains_of)
        import_module("netra.intake.sealing").ask(import_module("netra.cases.report_seal").seal_of_report)
