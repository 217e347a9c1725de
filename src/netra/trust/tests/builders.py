"""The cast and what they hold. Every room builds its people here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

from django.contrib.auth.hashers import make_password

from netra.trust import trail
from netra.trust.actors import Actor, SystemActor
from netra.trust.acts import Role
from netra.trust.models import Event, RoleGrant, User

# A Monday morning in Jambi.
MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LONG_AGO = date(2014, 1, 1)
PASSWORD = "benar kuda baterai staples"
SYSTEM = SystemActor("tests")


def later(*, days: int = 0, hours: int = 0, minutes: int = 0) -> datetime:
    return MORNING + timedelta(days=days, hours=hours, minutes=minutes)


def make_user(username: str, *, full_name: str = "", password: str = PASSWORD) -> User:
    """An account without roles."""
    full_name = full_name or f"{username.title()} (contoh)"
    user = User(username=username, full_name=full_name, password=_hashed(password), created_at=MORNING)
    user.save()
    return user


@cache
def _hashed(password: str) -> str:
    """With one salt, so that a story that begins after an account was made begins in every test from the same rows."""
    return make_password(password)


def grant(
    user: User,
    role: Role,
    *,
    region: str = "",
    agency: str = "",
    unit: str = "",
    matter: str = "",
    since: date = LONG_AGO,
    until: date | None = None,
) -> User:
    RoleGrant.objects.create(
        user=user,
        role=role.value,
        region_code=region,
        agency_code=agency,
        unit_code=unit,
        subject_ref=matter,
        valid_from=since,
        valid_until=until,
    )
    return user


def told_of(user: User) -> User:
    """The same with a trail that tells of their roles, for who checks the whole trail once the house has a chain."""
    for each in user.grants.filter(subject_ref=""):  # an examiner's is told by the chain of the case
        payload: dict[str, trail.Value] = {
            "user": user.actor_ref,
            "role": each.role,
            "region": each.region_code,
            "agency": each.agency_code,
            "unit": each.unit_code,
            "matter": each.subject_ref,
            "until": each.valid_until.isoformat() if each.valid_until else None,
        }
        trail.record(
            chain="house", verb="trust.role_grant", by=SYSTEM, at=MORNING, subject=user.actor_ref, payload=payload
        )
    return user


def tell_of_all_roles() -> None:
    """`told_of` everybody, before the books of a house with a chain of its own are compared."""
    for user in User.objects.order_by("pk"):
        told_of(user)


def wayan() -> User:
    """Supervises in Kota Jambi."""
    return grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15.71")


def dewi() -> User:
    """Handles at the personnel agency of Kota Jambi."""
    return grant(make_user("dewi"), Role.PERSONNEL_OFFICER, agency="JAMBI-KOTA")


def rahmat() -> User:
    """Acts for the appointing authority of Kota Jambi."""
    return grant(make_user("rahmat"), Role.APPOINTING_AUTHORITY, agency="JAMBI-KOTA")


def maria() -> User:
    """Serves another province and must see nothing."""
    return grant(make_user("maria"), Role.INTAKE_OFFICER, region="53")


def ketut() -> User:
    """Watches over sealed identities."""
    return grant(make_user("ketut"), Role.IDENTITY_CUSTODIAN)


def lestari() -> User:
    """Administers accounts, sees no case."""
    return grant(make_user("lestari"), Role.ADMINISTRATOR)


def hasan() -> User:
    """Audits: reads everything but sealed identities."""
    return grant(make_user("hasan"), Role.AUDITOR)


def write(chain: str, count: int = 1, *, by: Actor = SYSTEM, at: datetime = MORNING) -> list[Event]:
    """Some events in a chain."""
    return [
        trail.record(chain=chain, verb="trust.login", by=by, at=at, subject="user:1", payload={"user": f"user:{key}"})
        for key in range(count)
    ]


def verbs(chain: str = "house") -> list[str]:
    """What happened in a chain, in order."""
    return [entry.verb for entry in trail.history(chain)]
