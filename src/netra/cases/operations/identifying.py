"""party_identify: who an accused is, held against the staff records before his name goes into any letter."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.known import recorded_of
from netra.cases.models import Party, Recommendation
from netra.cases.operations.claim import ActRefused, claim, ended, party_of
from netra.cases.operations.headed_body import keep_from_headed_body
from netra.cases.own_case import name_key
from netra.cases.states import ATTRIBUTE_LABELS, SEALED_ENDS
from netra.matching.names import parse as parse_name
from netra.registry.nip import InvalidNip, parse
from netra.trust.models import User
from netra.trust.trail import record

# Filled from the staff records where the case leaves them open. What the law is read by is `party_correct`'s: there the
# law is read again.
_FILLED = ("grade", "position_title", "unit_name")


class AnotherName(ActRefused):
    """The staff records know that number under another name, and nobody said that it is the same person."""


def party_identify(
    *, case_ref: str, ordinal: int, nip: str, attribute: str, same_person: bool = False, by: User, at: datetime
) -> Party:
    """Confirm who an accused is: a NIP and the second attribute that an officer checked (never a name alone).

    `attribute` is one of ATTRIBUTE_LABELS: which was checked stays in the trail for ever, so nothing is typed there.
    Where the staff records know the number, the letters bear the name that stands there; if it differs from the one in
    the case by more than titles, `same_person` says that the officer saw both. A number that they do not know is taken
    as it is: not every agency has sent its people in. Fails with NotFound, NotAllowed, WrongState or ActRefused.
    """
    if attribute not in ATTRIBUTE_LABELS:
        raise ActRefused(
            _("Identitas tidak dapat dipastikan dari nama saja. Pilihlah ciri kedua yang Anda periksa: %(known)s.")
            % {"known": ", ".join(_(label) for label in ATTRIBUTE_LABELS.values())}
        )
    try:
        number = parse(nip)
    except InvalidNip as error:
        raise ActRefused(str(error)) from error
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.party_identify", at=at)
        # A closed case may still lack the number; in one that ended unproven nobody is identified any more.
        if case.state in SEALED_ENDS:
            raise ended(case)
        party = party_of(case, ordinal, by=by, on=localdate(at))
        _refuse_another(party, number.digits)
        taken = _taken(party, number.digits, same_person, at)
        party.nip = number.digits
        party.identified_by_attribute = attribute
        party.identified_at = at
        for field, value in taken.items():
            setattr(party, field, value)
        party.name_key = name_key(party.name)
        party.save(update_fields=["nip", "identified_by_attribute", "identified_at", "name_key", *taken])
        keep_from_headed_body(case, on=localdate(at))
        record(
            chain=case.chain,
            verb="cases.party_identify",
            by=by,
            at=at,
            subject=case.chain,
            payload={
                "case": case.ref,
                "party": party.ordinal,
                "attribute": attribute,
                "changed": " ".join(sorted(taken)),
            },
        )
    return party


def _taken(party: Party, nip: str, same_person: bool, at: datetime) -> dict[str, str]:
    """What the staff records say better than the case: the name, and what the case leaves open."""
    recorded = recorded_of(party, nip, on=localdate(at))
    if not recorded:
        return {}
    name = recorded["name"]
    if party.name and parse_name(party.name).core != parse_name(name).core and not same_person:
        post = recorded.get("position_title", "")
        raise AnotherName(
            _(
                "Registri mencatat NIP itu atas nama «%(name)s»%(post)s, sedangkan perkara menyebut «%(said)s». "
                "Periksa NIP-nya; bila orangnya memang sama, centang pernyataan itu, dan surat memakai nama registri."
            )
            % {"name": name, "post": f" ({post})" if post else "", "said": party.name}
        )
    open_ones = {field: recorded[field] for field in _FILLED if not getattr(party, field) and recorded.get(field)}
    return open_ones if party.name == name else {"name": name, **open_ones}


def _refuse_another(party: Party, nip: str) -> None:
    """Who a recommendation and all that follows it are about is not exchanged for somebody else."""
    if party.nip in {"", nip} or not Recommendation.objects.filter(party=party).exists():
        return
    raise ActRefused(
        _(
            "Terlapor ini sudah dipastikan dan rekomendasi tentangnya sudah terbit; NIP-nya tidak dapat diganti dengan "
            "NIP orang lain. Bila orangnya ternyata keliru, penanganan ini dihentikan dan perkara tentang orang yang "
            "benar diregistrasi tersendiri."
        )
    )
