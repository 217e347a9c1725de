"""The cast and the letters of the tests. Examples of data for every kind stand in `examples`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from netra.letters.forms import FORMS
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.tests.examples import DATA
from netra.registry.models import Agency
from netra.registry.states import AgencyKind
from netra.trust.acts import Role
from netra.trust.models import Event, RoleGrant, User

AT = datetime(2026, 7, 14, 3, 0, tzinfo=UTC)  # 10.00 WIB
AGENCY = "JAMBI-KOTA"
CHAIN = "case:PKR-2026-7K3QX9M2AB"


def required_only(kind: LetterKind) -> dict[str, Any]:
    """The least that the letter needs."""
    return {name: DATA[kind][name] for name in FORMS[kind].required}


def make_agency(code: str = AGENCY, **over: Any) -> Agency:
    fields: dict[str, Any] = {
        "name": "Badan Kepegawaian Kota Jambi (contoh)",
        "kind": AgencyKind.CITY.value,
        "region_code": "15.71",
        "province_code": "15",
        "address": "Jalan Contoh Nomor 1",
        "phone": "(0741) 000000",
        "city": "Jambi",
    }
    return Agency.objects.create(code=code, **(fields | over))


def make_user(username: str, role: Role, **scope: str) -> User:
    user = User.objects.create(username=username, full_name=f"{username.title()} (contoh)", created_at=AT)
    RoleGrant.objects.create(user=user, role=role.value, valid_from=date(2014, 1, 1), **scope)
    return user


def dewi() -> User:
    """Handles at the personnel agency."""
    return make_user("dewi", Role.PERSONNEL_OFFICER, agency_code=AGENCY)


def maria() -> User:
    """Serves another province and must see nothing."""
    return make_user("maria", Role.INTAKE_OFFICER, region_code="35")


def data_of(letter: Letter) -> dict[str, Any]:
    """The data as they are stored now."""
    stored: dict[str, Any] = Letter.objects.get(ref=letter.ref).data or {}
    return stored


def last_event(chain: str = CHAIN) -> Event:
    """What the trail of the case says last."""
    return Event.objects.filter(chain=chain).latest("seq")


def step(kind: LetterKind = LetterKind.SUMMONS_1, **over: Any) -> dict[str, Any]:
    """The arguments of `letter_draft` and `letter_issue`."""
    arguments: dict[str, Any] = {
        "kind": kind,
        "agency_code": AGENCY,
        "chain": CHAIN,
        "subject_ref": "PMR-2026-7K3QX9M2AB",
        "data": DATA[kind],
        "at": AT,
    }
    return arguments | over
