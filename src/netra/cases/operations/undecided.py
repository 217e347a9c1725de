"""Nothing goes on while the software's proposal stands undecided: people decide, it only proposes."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from netra.cases.models import Allegation, Case
from netra.cases.models.allegation import AllegationState
from netra.cases.operations.claim import ActRefused


def _proposed(case: Case) -> QuerySet[Allegation]:
    return Allegation.objects.filter(party__case=case, party__left_kind="", state=AllegationState.PROPOSED)


def is_undecided(case: Case) -> bool:
    """Whether an allegation still waits for the word of an officer."""
    return _proposed(case).exists()


def refuse_undecided(case: Case) -> None:
    """Fails with ActRefused while an allegation is only proposed; acts are added and assessed after the study too."""
    waiting = _proposed(case).count()
    if waiting:
        raise ActRefused(
            _(
                "%(count)s dugaan baru berupa usulan perangkat lunak. Perangkat lunak tidak memutus: konfirmasi "
                "atau ubah setiap dugaan dengan alasan, lalu lanjutkan."
            )
            % {"count": waiting}
        )
