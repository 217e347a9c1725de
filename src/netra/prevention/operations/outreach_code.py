"""A code at the door of an outreach: whoever scans it says the whole NIP, is written down as present, and is tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.guessing import WrongLastDigits, judged
from netra.prevention.models import STANDING, Outreach, Participant
from netra.prevention.operations.outreach_steps import claimed, tell
from netra.prevention.operations.outreach_testing import Visit, visit_of
from netra.prevention.operations.roll_call import LASTS, WRONG_PER_HOUR
from netra.prevention.outreach_checks import demand
from netra.prevention.outreach_states import Entry, OutreachState
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.prevention.queries import person_in
from netra.registry.models import PositionSpell
from netra.trust import links
from netra.trust.actors import LinkActor
from netra.trust.errors import NotFound
from netra.trust.models import Link, User

PURPOSE = "OUTREACH"
LONGEST: timedelta = 2 * LASTS


@dataclass(frozen=True, slots=True)
class Arrived:
    """Somebody at the door: their visit, and their own link with the digits that they have just said."""

    visit: Visit
    token: str
    digits: str


def outreach_code_open(*, outreach_ref: str, by: User, at: datetime) -> tuple[Link, str]:
    """A code for six hours of the day itself; its secret is shown once, as QR. Fails with OutreachRefused."""
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_code_open", by=by, at=at)
        _demand_its_day(outreach, at)
        subject = f"outreach:{outreach.ref}"
        link, secret = links.issue(
            purpose=PURPOSE, subject=subject, until=at + LONGEST, by=by, at=at, chain=outreach.chain
        )
        tell(outreach, "prevention.outreach_code_open", by, at, link=link.ref)
    return link, secret


def outreach_attend(*, secret: str, nip: str, at: datetime) -> Arrived:
    """Write somebody down as present who scanned the code, by their whole NIP; a second scan changes nothing.

    Fails with NotFound, WrongLastDigits or OutreachRefused.
    """
    link, outreach = outreach_code_behind(secret, at=at)
    typed = "".join(nip.split())

    def found() -> PositionSpell | None:
        return person_in(outreach, typed, localdate(at)) if typed.isdecimal() else None

    spell = judged(link.fingerprint, WRONG_PER_HOUR, at, found)
    if spell is None:
        raise WrongLastDigits(_("NIP itu tidak termasuk sasaran sosialisasi ini. Periksa, lalu isi kembali."))
    with transaction.atomic():
        outreach = Outreach.objects.select_for_update().get(pk=outreach.pk)
        demand(outreach.state != OutreachState.CANCELLED, _("Sosialisasi ini sudah dibatalkan. Rencanakan yang baru."))
        _demand_its_day(outreach, at)
        _write_down(outreach, spell, at)
    token = PersonalLink(outreach.ref, spell.civil_servant.ref).token
    return Arrived(visit_of(outreach, spell.civil_servant, at), token, typed[-DIGITS:])


def outreach_code_behind(secret: str, *, at: datetime) -> tuple[Link, Outreach]:
    """What a scanned code stands for. Fails with NotFound for one that never was or is over."""
    link = links.resolve(secret, at=at)
    outreach = Outreach.objects.filter(ref=link.subject.removeprefix("outreach:")).first()
    if link.purpose != PURPOSE or outreach is None:
        raise NotFound(_("Kode ini tidak dikenal. Mintalah petugas menampilkan kode yang baru."))
    return link, outreach


def _demand_its_day(outreach: Outreach, at: datetime) -> None:
    demand(
        outreach.day == localdate(at),
        _("Kode hadir hanya berlaku pada hari sosialisasinya. Yang hadir pada hari lain dicatat dengan daftar hadir."),
    )


def _write_down(outreach: Outreach, spell: PositionSpell, at: datetime) -> None:
    """One row and one event for each person; claimed above, so that two scans make one."""
    if outreach.participants.filter(STANDING, civil_servant=spell.civil_servant).exists():
        return
    Participant.objects.create(
        outreach=outreach,
        civil_servant=spell.civil_servant,
        agency_code=spell.agency.code,
        unit_code=spell.unit.code if spell.unit else "",
        entry=Entry.CODE,
        attended_date=outreach.day,
        entered_at=at,
    )
    tell(outreach, "prevention.outreach_attend", LinkActor(spell.civil_servant.ref), at)
