"""An outreach of Kota Jambi with its test, participants, certificate and files, by address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils import timezone

from netra.prevention.entries import TargetLine
from netra.prevention.meeting_entries import Outsider
from netra.prevention.models import Participant
from netra.prevention.operations import (
    outreach_attendance_record,
    outreach_certify,
    outreach_code_open,
    outreach_file_add,
    outreach_guests_record,
    outreach_hold,
    outreach_plan,
    outreach_test_set,
)
from netra.prevention.outreach_states import FileKind
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.builders import listed
from netra.prevention.tests.outreach_builders import BANK, MATERIAL, a_socialisation
from netra.registry.models import CivilServant
from netra.registry.tests.builders import make_unit
from netra.trust.models import User
from tests.cast import AGENCY, UNIT
from tests.house.registry_samples import person

Cast = Mapping[str, User]


def an_outreach(cast: Cast) -> dict[str, str]:
    """The city plans one for today, for Budi, the unit that Hilda heads and whoever else serves it."""
    person(cast)
    make_unit(UNIT)
    entry = a_socialisation(
        agency_code=AGENCY, targets=[TargetLine(AGENCY)], planned_date=timezone.localdate(), speakers=[]
    )
    planned = outreach_plan(entry=entry, by=cast["dewi"], at=timezone.now())
    outreach_test_set(outreach_ref=planned.ref, items=BANK, asked=2, by=cast["dewi"], at=timezone.now())
    return {"ref": planned.ref}


def a_held_outreach(cast: Cast) -> dict[str, str]:
    """It took place today, and Budi was there."""
    sample = an_outreach(cast)
    told = {"outreach_ref": sample["ref"], "by": cast["dewi"], "at": timezone.now()}
    outreach_hold(**told, held_date=timezone.localdate())  # type: ignore[arg-type]
    outreach_attendance_record(**told, present=listed(CivilServant.objects.get()))  # type: ignore[arg-type]
    return sample


def a_participant(cast: Cast) -> dict[str, str]:
    """Budi on the list."""
    return {**a_held_outreach(cast), "person": Participant.objects.get().civil_servant.ref}


def a_guest(cast: Cast) -> dict[str, str]:
    """Somebody of the supervisors came too."""
    sample = a_held_outreach(cast)
    guest = Outsider(1, "Tamu (contoh)", "Anggota Bawaslu Kota Jambi")
    outreach_guests_record(outreach_ref=sample["ref"], guests=[guest], by=cast["dewi"], at=timezone.now())
    return {**sample, "ordinal": "1"}


def a_certificate(cast: Cast) -> dict[str, str]:
    """Budi's certificate is issued."""
    sample = a_held_outreach(cast)
    outreach_certify(outreach_ref=sample["ref"], by=cast["dewi"], at=timezone.now())
    return {**sample, "person": Participant.objects.get().civil_servant.ref}


def a_material(cast: Cast) -> dict[str, str]:
    """Something to read."""
    sample = a_held_outreach(cast)
    told = {"outreach_ref": sample["ref"], "by": cast["dewi"], "at": timezone.now()}
    added = outreach_file_add(**told, kind=FileKind.MATERIAL, title="Materi", file=MATERIAL)  # type: ignore[arg-type]
    return {**sample, "evidence": added.evidence_ref}


def a_code(cast: Cast) -> dict[str, str]:
    """The code that is shown today."""
    _link, secret = outreach_code_open(outreach_ref=an_outreach(cast)["ref"], by=cast["dewi"], at=timezone.now())
    return {"secret": secret}


def a_participants_link(cast: Cast) -> dict[str, str]:
    """Budi's own link."""
    return {"token": PersonalLink(a_certificate(cast)["ref"], CivilServant.objects.get().ref).token}


def a_participants_material(cast: Cast) -> dict[str, str]:
    """A material behind Budi's own link."""
    sample = a_material(cast)
    return {
        "token": PersonalLink(sample["ref"], CivilServant.objects.get().ref).token,
        "evidence": sample["evidence"],
    }


OUTREACH_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    **dict.fromkeys(
        (
            "outreach",
            "outreach_revise",
            "outreach_postpone",
            "outreach_cancel",
            "outreach_hold",
            "outreach_test_set",
            "outreach_links",
            "outreach_code_open",
        ),
        an_outreach,
    ),
    **dict.fromkeys(
        (
            "outreach_file_add",
            "outreach_attendance_record",
            "outreach_guests_record",
            "outreach_rejected",
            "outreach_participants",
            "outreach_certify",
            "outreach_result",
        ),
        a_held_outreach,
    ),
    "outreach_content": a_material,
    "outreach_attendance_strike": a_participant,
    "outreach_guest_strike": a_guest,
    "outreach_certificate": a_certificate,
    "outreach_code": a_code,
    "outreach_visit": a_participants_link,
    "outreach_own_certificate": a_participants_link,
    "outreach_material": a_participants_material,
}
