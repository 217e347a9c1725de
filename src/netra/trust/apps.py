"""The room as Django knows it."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models import Field, ForeignKey

from netra.trust.kept_names import NAME_LOCKS
from netra.trust.kept_rows import LOCKS
from netra.trust.many import Among
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class TrustConfig(AppConfig):
    name = "netra.trust"
    label = "trust"
    verbose_name = "Kepercayaan"

    def ready(self) -> None:
        """Every room may ask for one of many; who checks the trail also asks whether the rows beside it are locked."""
        for column in (Field, ForeignKey):
            column.register_lookup(Among)
        keep_rows((*LOCKS, *NAME_LOCKS))
        evidence, people = (import_module(f"netra.trust.{name}") for name in ("evidence.told_rows", "told_people"))
        erased = import_module("netra.trust.told_erased").ERASED_FORMS
        compare_rows("trust", (*evidence.MIRRORS, *people.MIRRORS, erased))
