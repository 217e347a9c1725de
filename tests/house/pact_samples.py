"""A pact of Kota Jambi for each address, signed by Budi at a ceremony."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from django.utils import timezone

from netra.prevention.entries import Present
from netra.prevention.meeting_entries import File
from netra.prevention.models import PactAnswer
from netra.prevention.operations import pact_code_open, pact_letter, pact_open, pact_record
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.pact_builders import a_text
from netra.registry.models import CivilServant
from netra.trust.models import User
from tests.house.registry_samples import person, unit

Cast = Mapping[str, User]
AT = datetime(2018, 6, 1, 3, 0, tzinfo=UTC)


def a_pact(cast: Cast) -> dict[str, str]:
    """Open, and nobody has answered."""
    unit(cast)
    person(cast)
    return {"ref": pact_open(entry=a_text(), by=cast["dewi"], at=AT).ref}


def a_link(cast: Cast) -> dict[str, str]:
    """The personal link of Budi."""
    ref = a_pact(cast)["ref"]
    return {"token": PersonalLink(ref, CivilServant.objects.get().ref).token}


def a_code(cast: Cast) -> dict[str, str]:
    """The code of a ceremony that is shown now."""
    _link, secret = pact_code_open(pact_ref=a_pact(cast)["ref"], by=cast["dewi"], at=timezone.now())
    return {"secret": secret}


def a_signature(cast: Cast) -> dict[str, str]:
    """Budi stands on the list of a ceremony, with its scan."""
    ref, budi = a_pact(cast)["ref"], CivilServant.objects.get()
    proof = File(b"%PDF-1.4 daftar (contoh)", "daftar.pdf")
    present = [Present(1, budi.nip)]
    pact_record(pact_ref=ref, held_date=date(2018, 6, 1), present=present, by=cast["dewi"], at=AT, proof=proof)
    return {"ref": ref, "person": budi.ref}


def a_proof(cast: Cast) -> dict[str, str]:
    """The scan of the list."""
    return {"ref": a_signature(cast)["ref"], "proof": PactAnswer.objects.get().proof_ref}


def a_paper(cast: Cast) -> dict[str, str]:
    """The signature as a paper."""
    signed = a_signature(cast)
    pact_letter(pact_ref=signed["ref"], person_ref=signed["person"], by=cast["dewi"], at=AT)
    return signed


PACT_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "pact": a_pact,
    "pact_pending": a_pact,
    "pact_signatures": a_pact,
    "pact_withdraw": a_pact,
    "pact_rejected": a_pact,
    "pact_links": a_pact,
    "pact_record": a_pact,
    "pact_refusal_record": a_pact,
    "pact_letter": a_signature,
    "pact_paper": a_paper,
    "pact_proof": a_proof,
    "pact_code_open": a_pact,
    "pact_code": a_code,
    "pact_sign": a_link,
}
