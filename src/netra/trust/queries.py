"""What pages ask of trust: accounts and their roles, requests to open identities."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.trust import access
from netra.trust.acts import ROLE_LABELS, Role
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.models import DailyRoot, Event, FormerName, IdentityRequest, RoleGrant, User
from netra.trust.states import RequestState


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role as a page shows it."""

    role: Role
    label: str
    place: str
    region_code: str
    agency_code: str
    unit_code: str
    subject_ref: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Account:
    """An account with the roles it holds on a day."""

    user: User
    roles: tuple[HeldRole, ...]


def accounts(by: User, *, on: date, after: str = "", limit: int = 50) -> list[Account]:
    """Accounts in the order of their names, from the one after `after`, with their roles; two queries.

    Nothing for who may not manage accounts.
    """
    if access.scope_of(by, "trust.user_create", on=on).is_empty:
        return []
    users = list(User.objects.filter(username__gt=after).order_by("username")[:limit])
    held: dict[int, list[HeldRole]] = {user.pk: [] for user in users}
    for grant in RoleGrant.objects.valid_on(on).filter(user__in=users).order_by("role", "pk"):
        held[grant.user_id].append(_held(grant))
    return [Account(user, tuple(held[user.pk])) for user in users]


def account(by: User, username: str, *, on: date) -> Account:
    """One account. Fails with NotFound, also for who may not manage accounts."""
    allowed = not access.scope_of(by, "trust.user_create", on=on).is_empty
    user = User.objects.filter(username=username).first() if allowed and username.isprintable() else None
    if user is None:
        raise NotFound(_("Akun itu tidak ada."))
    return Account(user, own_roles(user, on=on))


def assigned_matters(user: User) -> frozenset[str]:
    """To what an agency assigned this account: it lets it go there, with a reason that stays with the matter."""
    told = Event.objects.filter(verb="trust.examiner_assign", subject=user.actor_ref).values_list("payload", flat=True)
    return frozenset(json.loads(payload)["matter"] for payload in told)


def former_names(user: User) -> list[FormerName]:
    """What the account was called before, until when and why it was corrected, the newest first."""
    return list(user.renamings.order_by("-pk"))


def own_roles(user: User, *, on: date) -> tuple[HeldRole, ...]:
    """The roles a user holds on a day, for the user's own page and the page's header."""
    return tuple(_held(grant) for grant in RoleGrant.objects.valid_on(on).filter(user=user).order_by("role", "pk"))


_HELD_IN = AskedAgain(
    lambda role, regions, day: (
        RoleGrant.objects.valid_on(day)
        .filter(role=role, user__is_active=True, region_code__among=regions)
        .values_list("region_code", flat=True)
    )
)


def regions_held(role: Role, region_codes: Collection[str], *, on: date) -> frozenset[str]:
    """For which of these regions, exactly, somebody who can come in holds this role on that day."""
    return frozenset(_HELD_IN(role=role.value, regions=region_codes, day=on))


def identity_requests(by: User, *, on: date) -> list[IdentityRequest]:
    """Requests waiting for a custodian, and one's own, newest first."""
    own = IdentityRequest.objects.filter(requested_by=by)
    if not access.scope_of(by, "trust.identity_approve", on=on).is_empty:
        own = own | IdentityRequest.objects.filter(state=RequestState.PENDING.value)
    return list(own.select_related("requested_by", "decided_by").order_by("-requested_at", "-pk")[:100])


def daily_roots(*, limit: int = 31) -> list[DailyRoot]:
    """The latest daily roots, newest first: public, they name nobody."""
    return list(DailyRoot.objects.order_by("-pk")[:limit])


def _held(grant: RoleGrant) -> HeldRole:
    role = Role(grant.role)
    return HeldRole(
        role=role,
        label=ROLE_LABELS[role],
        place=grant.region_code
        or " / ".join(filter(None, (grant.agency_code, grant.unit_code)))
        or grant.subject_ref
        or _("seluruh Indonesia"),
        region_code=grant.region_code,
        agency_code=grant.agency_code,
        unit_code=grant.unit_code,
        subject_ref=grant.subject_ref,
        valid_from=grant.valid_from,
        valid_until=grant.valid_until,
    )
