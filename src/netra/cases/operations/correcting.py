"""party_correct: what was not known, or wrongly known, of an accused when the case was registered."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.models import Party, Recommendation
from netra.cases.models.allegation import AllegationState
from netra.cases.operations.allegations import read_again
from netra.cases.operations.claim import ActRefused, claim_open, party_of
from netra.cases.operations.clocks import refresh_next_due
from netra.cases.operations.headed_body import keep_from_headed_body
from netra.cases.operations.register import NewParty, refuse_name_of_erased
from netra.cases.own_case import name_key
from netra.cases.states import SOURCE_LABELS
from netra.cases.weighing import refuse_weighed
from netra.trust.models import User
from netra.trust.trail import record

# What the law is read by: who is corrected in these is assessed anew, for an officer to confirm.
_READ_BY_LAW = frozenset({"employment", "position"})


def party_correct(*, case_ref: str, ordinal: int, party: NewParty, source: str, by: User, at: datetime) -> Party:
    """Say anew who an accused is: name, post, employment, agency. The NIP is `party_identify`'s.

    `source` is one of SOURCE_LABELS; the trail keeps it and which fields changed, never what they say. Possible until
    somebody decided about him; what the law is read by only while no proceeding weighs his allegations, the agency only
    until something was recommended about him, for it was sent there. Fails with NotFound, NotAllowed, WrongState or
    ActRefused.
    """
    act = "cases.party_correct"
    refuse_name_of_erased(party.name)
    if source not in SOURCE_LABELS:
        known = ", ".join(_(label) for label in SOURCE_LABELS.values())
        raise ActRefused(_("Pilih dari mana data yang benar itu: %(known)s.") % {"known": known})
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act=act, at=at)
        accused = party_of(case, ordinal, by=by, on=localdate(at))
        changed = {field: value for field, value in asdict(party).items() if getattr(accused, field) != value}
        _refuse(accused, changed)
        standing = (
            [] if _READ_BY_LAW.isdisjoint(changed) else list(accused.allegations.exclude(state=AllegationState.DROPPED))
        )
        for allegation in standing:
            refuse_weighed(allegation, "")
        for field, value in changed.items():
            setattr(accused, field, value)
        accused.name_key = name_key(accused.name)
        accused.save(update_fields=[*changed, "name_key"])
        keep_from_headed_body(case, on=localdate(at))
        told: dict[str, str | int] = {
            "case": case.ref,
            "party": accused.ordinal,
            "changed": " ".join(sorted(changed)),
            "source": source,
        }
        record(chain=case.chain, verb=act, by=by, at=at, subject=case.chain, payload=told)
        read_again(case, standing, by=by, at=at)
        refresh_next_due(case)
    return accused


def _refuse(accused: Party, changed: Collection[str]) -> None:
    if not changed:
        raise ActRefused(_("Tidak ada yang berubah: data terlapor sudah seperti yang Anda tulis."))
    if is_settled(accused):
        raise ActRefused(
            _(
                "Tentang terlapor ini sudah ada keputusan, jadi datanya tidak diubah lagi. Kekeliruan dalam keputusan "
                "diperbaiki melalui upaya administratif."
            )
        )
    if "agency_code" in changed and Recommendation.objects.filter(party=accused).exists():
        raise ActRefused(
            _("Rekomendasi tentang terlapor ini sudah dikirim kepada instansinya, jadi instansinya tidak diubah lagi.")
        )


# Whether somebody decided about an accused is known to rooms above, which put their answer here when the house starts.
_ABOVE: list[Callable[[Party], bool]] = []


def is_settled(party: Party) -> bool:
    """Whether somebody decided about this accused."""
    return any(is_decided(party) for is_decided in _ABOVE)


def keep_once(is_decided: Callable[[Party], bool]) -> None:
    """Have nobody corrected any more of whom `is_decided` says so."""
    if is_decided not in _ABOVE:
        _ABOVE.append(is_decided)
