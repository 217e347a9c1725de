"""Who may do which act where: role × scope, decided from grants alone. Unknown means no.

`scope_of` is for lists and pages (`visible_to`): one query per user instance and day, that is per request. `require`
is for operations: it always reads the grants afresh, so that a role taken away a moment ago no longer acts.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust.actors import Actor, SystemActor
from netra.trust.acts import ACTS, ROLE_LABELS, Act, Role
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import Refused
from netra.trust.models import RoleGrant, User

_CACHE = "_grants_by_day"
_HELD = AskedAgain(
    lambda day, user: RoleGrant.objects.valid_on(day).filter(user_id=user, user__is_active=True),
)
Person = Actor | AnonymousUser


class NotAllowed(Refused):
    """This person may not do this act in this place on this day."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an act may be done: everywhere, in provinces, in regions, for agencies, in single matters.

    `units` are units of an agency, each as (agency, unit). They cover no agency and no region, so that whoever asks for
    a place lets nobody in by them: a room that knows units asks for them by name.
    """

    everywhere: bool = False
    provinces: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    units: frozenset[tuple[str, str]] = frozenset()

    @property
    def is_empty(self) -> bool:
        places = (self.provinces, self.regions, self.agencies, self.subjects, self.units)
        return not (self.everywhere or any(places))

    def covers(self, *, region_code: str = "", agency_code: str = "", subject_ref: str = "") -> bool:
        """Whether a place lies in the scope; without any place only an unlimited scope covers."""
        return (
            self.everywhere
            or self._covers_region(region_code)
            or agency_code in self.agencies
            or subject_ref in self.subjects
        )

    def _covers_region(self, region_code: str) -> bool:
        parts = region_code.split(".")
        above = {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
        return not above.isdisjoint(self.provinces | self.regions)

    def where(
        self,
        region: str | None = "region_code",
        province: str | None = "province_code",
        agency: str | None = "agency_code",
        subject: str | None = None,
    ) -> Q:
        """The scope as a condition on a table's columns (None: the table has no such column); nothing when empty."""
        if self.everywhere:
            return Q()
        condition = Q(pk__in=())
        columns = (
            (region, self.regions),
            (province, self.provinces),
            (agency, self.agencies),
            (subject, self.subjects),
        )
        for column, codes in columns:
            if column and codes:
                condition |= Q(**{f"{column}__in": sorted(codes)})
        if region and not province:
            for code in sorted(self.provinces):
                condition |= Q(**{region: code}) | Q(**{f"{region}__startswith": f"{code}."})
        return condition


NOWHERE = Scope()


def scope_of(user: Person, act_code: str, *, on: date) -> Scope:
    """Where this user may do this act on that day; empty for strangers, unknown acts and deactivated accounts."""
    act = ACTS.get(act_code)
    if act is None or not isinstance(user, User):
        return NOWHERE
    return _scope(act.roles, _grants(user, on))


def role_scope(user: Person, roles: Iterable[Role], *, on: date) -> Scope:
    """Where this user holds any of these roles on that day: for rooms in which a role decides what is visible."""
    return _scope(frozenset(roles), _grants(user, on)) if isinstance(user, User) else NOWHERE


def may(
    user: Person, act_code: str, *, on: date, region_code: str = "", agency_code: str = "", subject_ref: str = ""
) -> bool:
    """Whether a page should offer this act; the operation asks again with `require`."""
    scope = scope_of(user, act_code, on=on)
    return scope.covers(region_code=region_code, agency_code=agency_code, subject_ref=subject_ref)


def roles_of(user: Person, *, on: date) -> frozenset[Role]:
    """The roles held on that day, anywhere."""
    return frozenset(Role(grant.role) for grant in _grants(user, on)) if isinstance(user, User) else frozenset()


def assignments(user: Person, *, on: date) -> frozenset[str]:
    """The matters (public references) to which this user is assigned as examiner on that day."""
    if not isinstance(user, User):
        return frozenset()
    return frozenset(grant.subject_ref for grant in _grants(user, on) if grant.subject_ref)


def standing(user: User, *, on: date) -> tuple[Hashable, ...]:
    """From what everything follows that this user may see on that day: who he is, the day, and each of his grants."""
    held = (
        (grant.role, grant.region_code, grant.agency_code, grant.unit_code, grant.subject_ref)
        for grant in _grants(user, on)
    )
    return (user.pk, on, *sorted(held))


def require(
    by: Actor, act_code: str, *, region_code: str = "", agency_code: str = "", subject_ref: str = "", at: datetime
) -> None:
    """Let the act pass or fail with NotAllowed.

    Acts without roles are public; whoever calls them has proved a code or a link at the door. The system itself
    (imports, the command line) may do what an administrator may do. Everybody else needs a grant that covers the place.
    """
    act = ACTS.get(act_code)
    if act is None:
        raise NotAllowed(_("Tindakan “%(act)s” tidak dikenal, karena itu tidak diizinkan.") % {"act": act_code})
    if not act.roles or (isinstance(by, SystemActor) and Role.ADMINISTRATOR in act.roles):
        return
    if isinstance(by, User):
        forget(by)
        scope = scope_of(by, act_code, on=timezone.localdate(at))
        if scope.covers(region_code=region_code, agency_code=agency_code, subject_ref=subject_ref):
            return
    raise NotAllowed(_refusal(act, region_code or agency_code or subject_ref))


def require_role(by: Actor, act_code: str, *, at: datetime) -> None:
    """Like `require`, for acts of this room whose place the caller has already checked: any scope will do."""
    act = ACTS[act_code]
    if isinstance(by, User):
        forget(by)
    if scope_of(by, act_code, on=timezone.localdate(at)).is_empty:
        raise NotAllowed(_refusal(act, ""))


def forget(user: User) -> None:
    """Read this user's grants again next time."""
    user.__dict__.pop(_CACHE, None)


def _grants(user: User, day: date) -> tuple[RoleGrant, ...]:
    cache: dict[date, tuple[RoleGrant, ...]] = user.__dict__.setdefault(_CACHE, {})
    if day not in cache:
        cache[day] = tuple(_HELD(day=day, user=user.pk))
    return cache[day]


def _scope(roles: frozenset[Role], grants: Iterable[RoleGrant]) -> Scope:
    held = [grant for grant in grants if grant.role in roles]
    regions = {grant.region_code for grant in held if grant.region_code}
    return Scope(
        everywhere=any(not (grant.region_code or grant.agency_code or grant.subject_ref) for grant in held),
        provinces=frozenset(code for code in regions if "." not in code),
        regions=frozenset(code for code in regions if "." in code),
        agencies=frozenset(grant.agency_code for grant in held if grant.agency_code and not grant.unit_code),
        units=frozenset((grant.agency_code, grant.unit_code) for grant in held if grant.unit_code),
        subjects=frozenset(grant.subject_ref for grant in held if grant.subject_ref),
    )


def _refusal(act: Act, place: str) -> str:
    roles = ", ".join(sorted(_(ROLE_LABELS[role]) for role in act.roles))
    if place:
        return _(
            "Anda tidak berwenang untuk “%(act)s” pada %(place)s. Tindakan ini milik peran: %(roles)s, dengan cakupan "
            "yang meliputi tempat itu. Mintalah petugas yang berwenang atau hubungi administrator."
        ) % {"act": _(act.label), "place": place, "roles": roles}
    return _(
        "Anda tidak berwenang untuk “%(act)s”. Tindakan ini milik peran: %(roles)s. Mintalah petugas yang berwenang "
        "atau hubungi administrator."
    ) % {"act": _(act.label), "roles": roles}
