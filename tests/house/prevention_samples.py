"""An instrument of Kota Jambi for each address of the room `prevention`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils import timezone

from netra.prevention.operations import instrument_draft, instrument_issue, instrument_remind, roll_call_open
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.builders import ISSUED_AT, an_entry
from netra.trust.models import User
from tests.cast import AGENCY
from tests.house.advisory_samples import ADVISORY_SAMPLES
from tests.house.meeting_samples import MEETING_SAMPLES
from tests.house.outreach_samples import OUTREACH_SAMPLES
from tests.house.pact_samples import PACT_SAMPLES
from tests.house.registry_samples import person, unit
from tests.house.reminder_samples import REMINDER_SAMPLES

Cast = Mapping[str, User]
# The day on which the cast has its roles.
AT = ISSUED_AT.replace(year=2018, month=6, day=1)


def a_draft(cast: Cast) -> dict[str, str]:
    """A circular that nobody was asked for yet."""
    unit(cast)
    return {"ref": instrument_draft(entry=an_entry(), by=cast["dewi"], at=AT).ref}


def a_circular(cast: Cast) -> dict[str, str]:
    """A circular in force, with somebody whom it is for."""
    person(cast)
    return {"ref": instrument_issue(instrument_ref=a_draft(cast)["ref"], by=cast["dewi"], at=AT).ref}


def a_personal_link(cast: Cast) -> dict[str, str]:
    """The link of Budi to the circular."""
    person_ref = person(cast)["ref"]
    instrument_ref = instrument_issue(instrument_ref=a_draft(cast)["ref"], by=cast["dewi"], at=AT).ref
    return {"token": PersonalLink(instrument_ref, person_ref).token}


def a_roll_call(cast: Cast) -> dict[str, str]:
    """The code that is shown today."""
    circular = a_circular(cast)["ref"]
    _link, secret = roll_call_open(instrument_ref=circular, agency_code=AGENCY, by=cast["dewi"], at=timezone.now())
    return {"secret": secret}


def a_reminder(cast: Cast) -> dict[str, str]:
    """A letter to the head of the city: Budi serves in no unit."""
    circular = a_circular(cast)["ref"]
    sent = instrument_remind(instrument_ref=circular, agency_code=AGENCY, unit_code="", by=cast["dewi"], at=AT)
    return {"ref": circular, "letter": sent.letter_ref}


PREVENTION_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "instrument": a_circular,
    "instrument_letter": a_circular,
    "instrument_pending": a_circular,
    "instrument_withdraw": a_circular,
    "instrument_links": a_circular,
    "roll_call_open": a_circular,
    "instrument_remind": lambda cast: {**a_circular(cast), "agency": AGENCY},
    "instrument_reminder": a_reminder,
    "roll_call": a_roll_call,
    "attendance_record": a_circular,
    "attendance_rejected": a_circular,
    "instrument_revise": a_draft,
    "instrument_questions": a_draft,
    "instrument_issue": a_draft,
    "instrument_acknowledge": a_personal_link,
    "instrument_paper": a_personal_link,
    **ADVISORY_SAMPLES,
    **MEETING_SAMPLES,
    **REMINDER_SAMPLES,
    **PACT_SAMPLES,
    **OUTREACH_SAMPLES,
}
