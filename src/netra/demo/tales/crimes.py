"""What becomes of a suspected crime once the plenary has decided: handed over within a day, or set aside in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from netra.cases.crimes import with_crimes_left
from netra.cases.models import Case
from netra.cases.operations import Meeting
from netra.demo.stage import Tale
from netra.demo.wording import NO_CRIME
from netra.sanctions import operations as sanctions
from netra.sanctions.states import Route

if TYPE_CHECKING:
    from netra.demo.tales.cases import CaseTale


def crimes_tale(tale: CaseTale) -> Tale:
    """Each accused of whom a crime is suspected: whose story hands it over, and whose does not."""
    handed = {each.party: each for each in tale.story.handlings if each.route == Route.CRIME}
    for party in with_crimes_left(Case.objects.get(ref=tale.ref)):
        yield tale.pace.next()
        number, now = party.ordinal, tale.pace.now
        if number in handed:
            to = handed[number].addressee or "Sentra Gakkumdu Provinsi Jambi"
            made = sanctions.crime_refer(case_ref=tale.ref, party=number, addressee=to, by=tale.officer, at=now)
            tale.handed_over[number] = made.ref
        else:
            plenary = tale.world.users[tale.desk.decider]
            met = Meeting(localdate(now), members=3)
            sanctions.crime_decline(case_ref=tale.ref, party=number, meeting=met, reason=NO_CRIME, by=plenary, at=now)
