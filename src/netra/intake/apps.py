"""The room `intake` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from netra.intake.kept_apart import APART_LOCKS
from netra.intake.kept_rows import LOCKS
from netra.trust.chain_owners import owns_chains
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class IntakeConfig(AppConfig):
    name = "netra.intake"
    label = "intake"
    verbose_name = "Laporan"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether every row of this room has its chain, and is locked."""
        owns_chains("report", self.get_model("Report"))
        readers = import_module("netra.trust.identity_readers")
        readers.opens_identities("report", import_module("netra.intake.access").opens_identity)
        readers.is_about("report", import_module("netra.intake.own_report").may_be_reported_in)
        keep_rows((*LOCKS, *APART_LOCKS))
        told_rows = import_module("netra.intake.told_rows")
        compare_rows("intake", told_rows.MIRRORS, erased_by=(told_rows.ERASURE,))
