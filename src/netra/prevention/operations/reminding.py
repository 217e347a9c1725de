"""Reminding, by one click, whoever heads a unit of those who have not acknowledged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.prevention import letters
from netra.prevention.access import instrument_for
from netra.prevention.checks import InstrumentRefused
from netra.prevention.models import InstrumentReminder
from netra.prevention.queries import (
    Answerable,
    CoverageRow,
    answerable_unit,
    asked_from,
    beneath,
    coverage_of_agency,
)
from netra.registry.models import Agency
from netra.registry.queries import agency as registered_agency
from netra.registry.queries import unit as registered_unit
from netra.trust.access import require
from netra.trust.models import User
from netra.trust.trail import record

ACT = "prevention.instrument_remind"


def instrument_remind(
    *, instrument_ref: str, agency_code: str, unit_code: str, by: User, at: datetime
) -> InstrumentReminder:
    """A numbered letter to the head of a unit: how many have not acknowledged which letter, since when.

    Where the unit has no head, the head above is written to, in the end that of the agency. The same unit on the same
    day is reminded once: the second click gives the first letter. Fails with NotFound, NotAllowed, or InstrumentRefused
    where nobody owes anything.
    """
    today = localdate(at)
    with transaction.atomic():
        instrument = instrument_for(by, instrument_ref, on=today)
        agency = registered_agency(agency_code)
        require(by, ACT, region_code=agency.region_code, agency_code=agency.code, at=at)
        if unit_code:
            registered_unit(agency.code, unit_code)
        # Two clicks at once: the second waits here and finds the letter of the first.
        Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
        place = {"instrument": instrument, "agency_code": agency.code, "unit_code": unit_code}
        sent = InstrumentReminder.objects.filter(**place, reminded_date=today).first()
        if sent is not None:
            return sent
        if not instrument.holds_on(today):
            raise InstrumentRefused(_("Surat ini tidak diminta diakui pada hari ini, jadi tidak ada yang diingatkan."))
        _total, tree = coverage_of_agency(instrument, agency.code, on=today)
        owing = answerable_unit(instrument, agency.code, tree, unit_code, on=today)
        if owing is None:
            raise InstrumentRefused(
                _("Tidak ada pegawai unit itu yang masih harus mengaku, jadi tidak perlu pengingat.")
            )
        rows = beneath(tree, owing.row.unit) if owing.row.unit else [owing.row]
        reminder = _written(InstrumentReminder(**place, reminded_date=today), owing, rows, by=by, at=at)
        record(
            chain=f"agency:{agency.code}",
            verb=ACT,
            by=by,
            at=at,
            subject=f"instrument:{instrument.ref}",
            payload={
                "instrument": instrument.ref,
                "unit": unit_code,
                "pending": reminder.pending,
                "letter": reminder.letter_ref,
            },
        )
    return reminder


def _written(
    reminder: InstrumentReminder, owing: Answerable, rows: Sequence[CoverageRow], *, by: User, at: datetime
) -> InstrumentReminder:
    """The reminder with its letter, which tells the unit and those beneath it row by row, saved."""
    instrument, agency_code = reminder.instrument, reminder.agency_code
    letter = letter_issue(
        kind=LetterKind.ACKNOWLEDGEMENT_REMINDER,
        agency_code=agency_code,
        chain=f"agency:{agency_code}",
        subject_ref=instrument.ref,
        data=letters.reminder_of(instrument, owing, rows, since=asked_from(instrument), by=by.full_name),
        by=by,
        at=at,
    )
    reminder.addressee = owing.chain[0].title
    reminder.asked, reminder.pending = owing.row.whole.asked, owing.row.whole.pending
    reminder.letter_ref, reminder.number = letter.ref, letter.number
    reminder.save(force_insert=True)
    return reminder
