"""A roll call: a code that everybody present scans, so that each answers on their own telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.prevention.access import instrument_for
from netra.prevention.checks import InstrumentRefused
from netra.prevention.guessing import WrongLastDigits, judged
from netra.prevention.models import Instrument
from netra.prevention.operations.acknowledging import Reading, instrument_open
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.prevention.queries import person_in
from netra.prevention.states import Channel
from netra.registry.models import Agency, PositionSpell
from netra.registry.queries import agency as registered_agency
from netra.trust import links
from netra.trust.access import require
from netra.trust.errors import NotFound
from netra.trust.models import Link, User
from netra.trust.trail import record

ACT = "prevention.roll_call_open"
PURPOSE = "ROLL_CALL"
LASTS = timedelta(hours=3)
# A hall of people types its numbers on small keys; a machine would need more tries than this.
WRONG_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody at the roll call: their reading, and their own link with the digits that they have just said."""

    reading: Reading
    token: str
    digits: str


def roll_call_open(*, instrument_ref: str, agency_code: str, by: User, at: datetime) -> tuple[Link, str]:
    """A code for the people of one agency, for three hours; its secret is shown once, as QR.

    Fails with NotFound, InstrumentRefused where the instrument asks nobody today, or NotAllowed.
    """
    with transaction.atomic():
        instrument = instrument_for(by, instrument_ref, on=timezone.localdate(at))
        agency = registered_agency(agency_code)
        require(by, ACT, region_code=agency.region_code, agency_code=agency.code, at=at)
        if not instrument.holds_on(timezone.localdate(at)):
            raise InstrumentRefused(_("Surat ini tidak diminta diakui pada hari ini, jadi tidak ada yang dipindai."))
        subject = f"instrument:{instrument.ref}/{agency.pk}"
        link, secret = links.issue(
            purpose=PURPOSE, subject=subject, until=at + LASTS, by=by, at=at, chain=f"agency:{agency.code}"
        )
        record(
            chain=f"agency:{agency.code}",
            verb=ACT,
            by=by,
            at=at,
            subject=f"instrument:{instrument.ref}",
            payload={"instrument": instrument.ref, "link": link.ref},
        )
    return link, secret


def roll_call_enter(secret: str, nip: str, *, at: datetime) -> Entered:
    """Open the instrument for somebody at the roll call, by their whole NIP. Fails like `instrument_open`."""
    link, instrument, agency = roll_call_behind(secret, at=at)
    typed = "".join(nip.split())

    def found() -> PositionSpell | None:
        spell = person_in(instrument, typed, timezone.localdate(at)) if typed.isdecimal() else None
        return spell if spell is not None and spell.agency_id == agency.pk else None

    spell = judged(link.fingerprint, WRONG_PER_HOUR, at, found)
    if spell is None:
        raise WrongLastDigits(_("NIP itu tidak termasuk sasaran surat ini di instansi ini. Periksa, lalu isi kembali."))
    token, digits = PersonalLink(instrument.ref, spell.civil_servant.ref).token, typed[-DIGITS:]
    return Entered(instrument_open(token=token, digits=digits, at=at, channel=Channel.ROLL_CALL), token, digits)


def roll_call_behind(secret: str, *, at: datetime) -> tuple[Link, Instrument, Agency]:
    """What a scanned code stands for. Fails with NotFound for one that never was or is over."""
    link = links.resolve(secret, at=at)
    ref, _mark, agency_key = link.subject.removeprefix("instrument:").partition("/")
    instrument = Instrument.objects.filter(ref=ref).first()
    agencies = Agency.objects.as_of(timezone.localdate(at))
    agency = agencies.filter(pk=int(agency_key)).first() if agency_key.isdecimal() else None
    if link.purpose != PURPOSE or instrument is None or agency is None:
        raise NotFound(_("Kode apel ini tidak dikenal. Mintalah petugas menampilkan kode yang baru."))
    return link, instrument, agency
