"""What `cases` does to an observation inside its own acts, whose events are the ones recorded."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.registry.models import Agency
from netra.registry.states import AgencyKind
from netra.supervision.access import visits_visible_to
from netra.supervision.checks import SupervisionRefused, demand
from netra.supervision.models import Observation
from netra.trust.erased_words import ERASED
from netra.trust.errors import NotFound
from netra.trust.models import User


def observation_claim(*, observation_ref: str, by: User, at: datetime) -> Observation:
    """What supervisors saw and may register, locked; called by `cases.operations.case_register` before it begins.

    Only what the supervisors themselves suspected becomes a finding (UU 7/2017 Ps 454 (5) speaks of theirs): what an
    agency passed on they look into first. Fails with NotFound, SupervisionRefused.
    """
    seen = visits_visible_to(by, on=localdate(at))
    found = Observation.objects.select_for_update(of=("self",)).select_related("visit")
    observation = found.filter(ref=observation_ref, visit__in=seen).first()
    if observation is None:
        raise NotFound(_("Hasil pengawasan %s tidak ada.") % observation_ref[:40])
    owner = Agency.objects.filter(code=observation.visit.agency_code).first()
    demand(
        owner is not None and owner.kind == AgencyKind.ELECTION_SUPERVISOR,
        _(
            "Yang dilihat pengawasan internal belum menjadi temuan pengawas pemilu. Rencanakan pengawasan sendiri yang "
            "menindaklanjutinya, lalu registrasi dari hasil itu."
        ),
    )
    demand(observation.is_suspicion, _("Pengawasan ini tidak menemukan pelanggaran; tidak ada yang diregistrasi."))
    if observation.case_ref:
        raise SupervisionRefused(
            _("Hasil pengawasan ini sudah menjadi perkara %s. Buka perkaranya.") % observation.case_ref
        )
    return observation


def observation_mark_registered(observation: Observation, *, case_ref: str) -> None:
    """Say which case came of a claimed observation."""
    observation.case_ref = case_ref
    observation.save(update_fields=["case_ref"])


def observation_erase(*, observation_ref: str, at: datetime) -> None:
    """Destroy the words of an observation with the case that came of it; day, result and the case's number stay.

    Called by `cases.operations.erasure_approve`, which asks who may do it and destroys the evidence.
    """
    found = Observation.objects.filter(ref=observation_ref, erased_at=None)
    found.update(place=ERASED, summary=ERASED, answers=[], erased_at=at)
