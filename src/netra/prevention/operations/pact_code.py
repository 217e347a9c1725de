"""A code at a ceremony: whoever scans it says the whole NIP, reads the pact and signs it on the own telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.guessing import WrongLastDigits, judged
from netra.prevention.models import Pact
from netra.prevention.operations.pact_signing import PactReading, pact_reading, refuse_closed
from netra.prevention.operations.pacts import PactRefused, tell
from netra.prevention.operations.roll_call import LASTS, WRONG_PER_HOUR
from netra.prevention.pact_access import pact_for, signers
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.registry.models import PositionSpell
from netra.registry.queries import agency_on
from netra.trust import links
from netra.trust.errors import NotFound
from netra.trust.language import long_date
from netra.trust.models import Link, User

ACT = "prevention.pact_code_open"
PURPOSE = "PACT"


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody at the ceremony: what they read, and their own link with the digits that they have just said."""

    reading: PactReading
    token: str
    digits: str


def pact_code_open(*, pact_ref: str, by: User, at: datetime) -> tuple[Link, str]:
    """A code for three hours of a ceremony; its secret is shown once, as QR. It signs nothing by itself.

    Fails with NotFound, NotAllowed, or PactRefused where nobody signs this version today.
    """
    today = localdate(at)
    with transaction.atomic():
        pact = pact_for(by, pact_ref, on=today)
        require_for(by, ACT, agency_on(pact.agency_code, today), at=at, on=today)
        refuse_closed(pact, today)
        subject = f"pact:{pact.ref}"
        link, secret = links.issue(purpose=PURPOSE, subject=subject, until=at + LASTS, by=by, at=at, chain=pact.chain)
        tell(pact, ACT, by, at, link=link.ref)
    return link, secret


def pact_enter(*, secret: str, nip: str, at: datetime) -> Entrant:
    """Open the pact for somebody at the ceremony, by their whole NIP; nothing is signed yet.

    Whoever has answered is told so and gets no link: a colleague who knows the number must read no reason of theirs.
    Fails with NotFound, WrongLastDigits or PactRefused.
    """
    link, pact = pact_code_behind(secret, at=at)
    typed = "".join(nip.split())

    def found() -> PositionSpell | None:
        asked = signers(pact, localdate(at)).filter(civil_servant__nip=typed)
        return asked.select_related("civil_servant").first() if typed.isdecimal() else None

    spell = judged(link.fingerprint, WRONG_PER_HOUR, at, found)
    if spell is None:
        raise WrongLastDigits(
            _("NIP itu tidak termasuk yang diminta menandatangani pakta ini. Periksa, lalu isi kembali.")
        )
    token, digits = PersonalLink(pact.ref, spell.civil_servant.ref).token, typed[-DIGITS:]
    reading = pact_reading(token=token, digits=digits, at=at)
    if reading.answer is not None:
        raise PactRefused(
            _("Pemilik NIP ini sudah menjawab pada %(day)s. Jawabannya dibuka dengan tautan pribadinya sendiri.")
            % {"day": long_date(reading.answer.answered_date)}
        )
    return Entrant(reading, token, digits)


def pact_code_behind(secret: str, *, at: datetime) -> tuple[Link, Pact]:
    """What a scanned code stands for. Fails with NotFound for one that never was or is over."""
    link = links.resolve(secret, at=at)
    pact = Pact.objects.filter(ref=link.subject.removeprefix("pact:")).first()
    if link.purpose != PURPOSE or pact is None:
        raise NotFound(_("Kode ini tidak dikenal. Mintalah petugas menampilkan kode yang baru."))
    return link, pact
