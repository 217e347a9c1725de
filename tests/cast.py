"""The cast of the whole-house tests: one user for each role at home, and Maria, who serves elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User
from netra.trust.tests.told_once import told_once

JAMBI = "15.71"
AGENCY = "JAMBI-KOTA"
UNIT = "BKPSDM"
SINCE = date(2018, 1, 1)
CREATED_AT = datetime(2018, 1, 1, tzinfo=UTC)
PASSWORD = "sandi peraga yang panjang"
STRANGER = "maria"
# She serves the national office: what a province or a city handles is not there for her either.
NATIONAL = "banyu"
# An auditor like Agus, but of one agency: what lies outside it is not there for her.
AGENCY_AUDITOR = "irma"


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody with an account: user name, name, role and the place where it holds."""

    username: str
    full_name: str
    role: Role
    region_code: str = ""
    agency_code: str = ""
    unit_code: str = ""


PLAYERS = (
    Player("wayan", "Wayan (contoh)", Role.INTAKE_OFFICER, region_code=JAMBI),
    Player("putri", "Putri (contoh)", Role.PLENARY_MEMBER, region_code=JAMBI),
    Player("anton", "Anton (contoh)", Role.OVERSIGHT_ANALYST),
    Player("dewi", "Dewi (contoh)", Role.PERSONNEL_OFFICER, agency_code=AGENCY),
    Player("hilda", "Hilda (contoh)", Role.UNIT_HEAD, agency_code=AGENCY, unit_code=UNIT),
    Player("eka", "Eka (contoh)", Role.EXAMINER, agency_code=AGENCY),
    Player("rahmat", "Rahmat (contoh)", Role.APPOINTING_AUTHORITY, agency_code=AGENCY),
    Player("kartini", "Kartini (contoh)", Role.IDENTITY_CUSTODIAN),
    Player("agus", "Agus (contoh)", Role.AUDITOR),
    Player(AGENCY_AUDITOR, "Irma (contoh)", Role.AUDITOR, agency_code=AGENCY),
    Player("lina", "Lina (contoh)", Role.ADMINISTRATOR),
    Player(STRANGER, "Maria (contoh)", Role.INTAKE_OFFICER, region_code="53"),
    Player(NATIONAL, "Banyu (contoh)", Role.INTAKE_OFFICER, region_code="00"),
)


def enter(player: Player) -> User:
    """This player's account, with the role that goes with it."""
    user = User.objects.create(
        username=player.username,
        full_name=player.full_name,
        password=make_password(PASSWORD),
        created_at=CREATED_AT,
    )
    RoleGrant.objects.create(
        user=user,
        role=player.role,
        region_code=player.region_code,
        agency_code=player.agency_code,
        unit_code=player.unit_code,
        valid_from=SINCE,
    )
    return user


@told_once
def enter_all() -> dict[str, User]:
    """The whole cast by user name."""
    return {player.username: enter(player) for player in PLAYERS}
