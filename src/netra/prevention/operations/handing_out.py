"""Handing out the personal links of those who have not acknowledged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from netra.prevention.access import instrument_for
from netra.prevention.models import Instrument
from netra.prevention.personal_links import PersonalLink
from netra.prevention.queries import Recipient, pending
from netra.registry.queries import agency as registered_agency
from netra.trust.access import require
from netra.trust.models import User
from netra.trust.trail import record

ACT = "prevention.instrument_links"


def instrument_links(
    *, instrument_ref: str, agency_code: str, by: User, at: datetime
) -> Iterator[tuple[Recipient, PersonalLink]]:
    """The personal link of each of an agency who has not acknowledged; who took them out is on record.

    Fails with NotFound or NotAllowed.
    """
    with transaction.atomic():
        instrument = instrument_for(by, instrument_ref, on=localdate(at))
        agency = registered_agency(agency_code)
        require(by, ACT, region_code=agency.region_code, agency_code=agency.code, at=at)
        record(
            chain=f"agency:{agency.code}",
            verb=ACT,
            by=by,
            at=at,
            subject=f"instrument:{instrument.ref}",
            payload={"instrument": instrument.ref, "agency": agency.code},
        )
    return _links(instrument, agency.code, at)


def _links(instrument: Instrument, agency_code: str, at: datetime) -> Iterator[tuple[Recipient, PersonalLink]]:
    after: int | None = 0
    while after is not None:
        rows, after = pending(instrument, localdate(at), agency_code=agency_code, after=after)
        yield from ((row, PersonalLink(instrument.ref, row.person.ref)) for row in rows)
