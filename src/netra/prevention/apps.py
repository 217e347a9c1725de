"""The room `prevention` as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from netra.prevention.kept_advisory import ADVISORY_ERASURE_LOCKS, ADVISORY_LOCKS
from netra.prevention.kept_citations import CITATION_LOCKS
from netra.prevention.kept_meetings import MEETING_LOCKS
from netra.prevention.kept_outreach import GUEST_LOCKS, OUTREACH_LOCKS
from netra.prevention.kept_pacts import PACT_LOCKS
from netra.prevention.kept_reminders import REMINDER_LOCKS
from netra.prevention.kept_rows import LOCKS
from netra.trust.chain_owners import owns_chains
from netra.trust.row_locks import keep_rows
from netra.trust.told_rows import compare_rows


class PreventionConfig(AppConfig):
    name = "netra.prevention"
    label = "prevention"
    verbose_name = "Pencegahan"

    def ready(self) -> None:
        """Whoever checks the trail also asks whether the rows of this room are locked and say what their events say."""
        owns_chains("advisory", self.get_model("AdvisoryQuestion"))
        opens_identities = import_module("netra.trust.identity_readers").opens_identities
        opens_identities("advisory", import_module("netra.prevention.advisory_access").opens_identity)
        keep_rows((*LOCKS, *MEETING_LOCKS, *OUTREACH_LOCKS, *GUEST_LOCKS, *REMINDER_LOCKS, *PACT_LOCKS))
        keep_rows((*ADVISORY_LOCKS, *ADVISORY_ERASURE_LOCKS, *CITATION_LOCKS))
        mirrors = import_module("netra.prevention.told_rows").MIRRORS
        reminders = import_module("netra.prevention.told_reminders").REMINDER_MIRRORS
        pacts = import_module("netra.prevention.told_pacts").PACT_MIRRORS
        advisory = import_module("netra.prevention.told_advisory")
        meetings = import_module("netra.prevention.told_meetings").MEETING_MIRRORS
        compare_rows(
            "prevention",
            (*mirrors, *reminders, *pacts, *advisory.ADVISORY_MIRRORS, *meetings),
            erased_by=(advisory.ERASURE,),
        )
