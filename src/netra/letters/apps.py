"""The app of the letters."""

from importlib import import_module

from django.apps import AppConfig

from netra.letters.kept_rows import LOCKS
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class LettersConfig(AppConfig):
    name = "netra.letters"
    verbose_name = "Surat"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether final letters are locked."""
        keep_rows(LOCKS)
        compare_rows("letters", import_module("netra.letters.told_rows").MIRRORS)
