"""The room `sanctions` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from netra.sanctions.kept_absence import ABSENCE_LOCKS
from netra.sanctions.kept_examiners import EXAMINER_LOCKS
from netra.sanctions.kept_rows import LOCKS
from netra.sanctions.kept_suits import SUIT_LOCKS
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class SanctionsConfig(AppConfig):
    name = "netra.sanctions"
    label = "sanctions"
    verbose_name = "Penanganan"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether the rows of this room are locked.

        What this room holds about a case goes with the case, and what a proceeding weighs stays as it is: tables can
        be imported only now.
        """
        keep_rows((*LOCKS, *ABSENCE_LOCKS, *EXAMINER_LOCKS, *SUIT_LOCKS))
        sealed = import_module("netra.sanctions.told_sealed").SEALED
        followed = import_module("netra.sanctions.told_follow_up").FOLLOW_UP
        suits = import_module("netra.sanctions.told_suits").SUITS
        compare_rows("sanctions", (*import_module("netra.sanctions.told_rows").MIRRORS, *followed, sealed, suits))
        import_module("netra.cases.weighing").ask(import_module("netra.sanctions.unchanged").why_unchanged)
        erasing = import_module("netra.sanctions.erasing")
        import_module("netra.cases.operations.erasure").erase_also(erasing.destroy)
        closing = import_module("netra.sanctions.operations.closing")
        import_module("netra.cases.operations.taking_back").close_also(closing.close_where_answered)
        decided = import_module("netra.sanctions.decided")
        import_module("netra.cases.operations.correcting").keep_once(decided.is_decided)
