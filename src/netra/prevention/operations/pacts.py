"""Integrity pacts: opening a version, withdrawing it, handing out the personal links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.fingerprints import of_words
from netra.prevention.models import Pact
from netra.prevention.pact_access import pact_for
from netra.prevention.pact_entries import PactEntry
from netra.prevention.pact_words import words_of
from netra.prevention.personal_links import PersonalLink
from netra.prevention.queries.pacts import pending_signers
from netra.registry.models import PositionSpell
from netra.registry.queries import agency_on
from netra.registry.queries import unit as registered_unit
from netra.trust.errors import Refused
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import Value, record

OPEN, WITHDRAW, LINKS = "prevention.pact_open", "prevention.pact_withdraw", "prevention.pact_links"
MOST_POINTS = 30


class PactRefused(Refused):
    """The pact cannot be opened, withdrawn, signed or refused like this."""


def pact_open(*, entry: PactEntry, by: User, at: datetime) -> Pact:
    """Ask the people of an agency to sign a text. With `earlier_ref` it is the next version of that one, which is not
    asked for any more; whoever signed it signed that, not this. Fails with NotFound, NotAllowed or PactRefused.
    """
    today = localdate(at)
    title, points = " ".join(entry.title.split()), _lines(entry.points)
    demand(bool(title), _("Isi judul paktanya."))
    demand(bool(points), _("Tuliskan sekurangnya satu butir ikrar."))
    demand(len(points) <= MOST_POINTS, _("Butir ikrar paling banyak %d. Gabungkan.") % MOST_POINTS)
    with transaction.atomic():
        agency = agency_on(entry.agency_code, today)
        require_for(by, OPEN, agency, at=at, on=today)
        earlier = _earlier(entry, by, at)
        pact = Pact.objects.create(
            ref=new_ref("PKT", at),
            agency_code=agency.code,
            unit=registered_unit(agency.code, entry.unit_code) if entry.unit_code else None,
            title=title,
            points=points,
            legal_basis=_lines(entry.legal_basis),
            version=earlier.version + 1 if earlier else 1,
            earlier=earlier,
            open_date=today,
        )
        sha256 = of_words(words_of(pact))
        tell(pact, OPEN, by, at, version=pact.version, earlier=entry.earlier_ref, unit=entry.unit_code, sha256=sha256)
    return pact


def pact_withdraw(*, pact_ref: str, reason: str, by: User, at: datetime) -> Pact:
    """From today on nobody signs it any more; what was signed stays. Fails with NotFound, NotAllowed, PactRefused."""
    today = localdate(at)
    with transaction.atomic():
        seen = pact_for(by, pact_ref, on=today)
        pact = Pact.objects.select_for_update(of=("self",)).get(pk=seen.pk)
        require_for(by, WITHDRAW, agency_on(pact.agency_code, today), at=at, on=today)
        demand(pact.withdrawn_date is None, _("Pakta ini sudah dicabut."))
        pact.withdrawn_reason = " ".join(reason.split())
        demand(bool(pact.withdrawn_reason), _("Pencabutan memerlukan alasan tertulis."))
        pact.withdrawn_date = today
        pact.save(update_fields=["withdrawn_date", "withdrawn_reason"])
        tell(pact, WITHDRAW, by, at, date=today.isoformat())
    return pact


def pact_links(*, pact_ref: str, by: User, at: datetime) -> Iterator[tuple[PositionSpell, PersonalLink]]:
    """The personal link of each who has not answered; who took them out is on record.

    Fails with NotFound or NotAllowed.
    """
    with transaction.atomic():
        pact = pact_for(by, pact_ref, on=localdate(at))
        require_for(by, LINKS, agency_on(pact.agency_code, localdate(at)), at=at, on=localdate(at))
        tell(pact, LINKS, by, at)
    rows = pending_signers(by, pact, on=localdate(at)).order_by("pk")
    return ((spell, PersonalLink(pact.ref, spell.civil_servant.ref)) for spell in rows.iterator(chunk_size=1000))


def tell(pact: Pact, act: str, by: User, at: datetime, **more: Value) -> None:
    """One event about a pact, in the chain of its agency."""
    record(chain=pact.chain, verb=act, by=by, at=at, subject=f"pact:{pact.ref}", payload={"pact": pact.ref, **more})


def demand(holds: bool, message: str) -> None:
    if not holds:
        raise PactRefused(message)


def _earlier(entry: PactEntry, by: User, at: datetime) -> Pact | None:
    """The version whose place the new one takes, locked: two clerks at once make one next version."""
    if not entry.earlier_ref:
        return None
    seen = pact_for(by, entry.earlier_ref, on=localdate(at))
    earlier = Pact.objects.select_for_update(of=("self",)).get(pk=seen.pk)
    demand(earlier.agency_code == entry.agency_code, _("Versi sebelumnya milik instansi lain."))
    demand(earlier.next_version is None, _("Pakta ini sudah mempunyai versi berikutnya. Ubahlah versi yang terakhir."))
    return earlier


def _lines(lines: Sequence[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines if line.strip()]
