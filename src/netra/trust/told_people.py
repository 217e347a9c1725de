"""How roles and requests to open an identity are held against their events when the trail is checked.

A role or an approval put into the tables by hand gives its bearer what nobody gave: it is the first thing that a check
has to find.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.trust.acts import Role
from netra.trust.models import Event, FormerName, IdentityRequest, RoleGrant, User
from netra.trust.states import REQUEST_LABELS, RequestState
from netra.trust.told_rows import Column, Mirror, Row, Told, by_payload, carries

_HOUSE = "house"
_PLACE = ("user", "role", "region", "agency", "unit", "matter")
_DECIDING = {"trust.identity_approve": RequestState.APPROVED, "trust.identity_refuse": RequestState.REFUSED}
_SWITCHING = {"trust.user_deactivate": False, "trust.user_reactivate": True}
# What follows from a state without another person: an approval that nobody used in its day runs out.
_RUNS_OUT = {RequestState.APPROVED: RequestState.EXPIRED}


def _grant_key(told: Told) -> str | None:
    """The role and its place; who made their own account is the first administrator."""
    if told.verb != "trust.user_create":
        return "/".join(str(told.payload.get(name, "")) for name in _PLACE)
    first = told.payload["user"] == told.actor
    return "/".join([told.actor, Role.ADMINISTRATOR, *[""] * 4]) if first else None


def _grants(chains: Collection[str]) -> Iterator[Row]:
    """All roles belong to the chain of the house, but those of examiners whom the chain of a case tells."""
    if _HOUSE not in chains:
        return
    assigned = _assigned()
    for grant in RoleGrant.objects.select_related("user").order_by("pk"):
        if grant.subject_ref and (grant.user.actor_ref, grant.subject_ref) in assigned:
            continue
        place = (grant.user.actor_ref, grant.role, grant.region_code, grant.agency_code, grant.unit_code)
        yield Row(_HOUSE, "/".join((*place, grant.subject_ref)), {"until": grant.valid_until})


def _assigned() -> set[tuple[str, str]]:
    """Who was assigned to which matter, by the chains of all cases."""
    payloads = Event.objects.filter(verb="trust.examiner_assign").values_list("payload", flat=True)
    told = (json.loads(payload) for payload in payloads.iterator())
    return {_assignment(each) for each in told}


def _examiners(chains: Collection[str]) -> Iterator[Row]:
    """Who examines which matter: to the chain of the case that told of it, while somebody holds that role there."""
    told = Event.objects.filter(verb="trust.examiner_assign", chain__in=chains).values_list("chain", "payload")
    chain_of = {_assignment(json.loads(payload)): chain for chain, payload in told.iterator()}
    matters = {matter for _user, matter in chain_of}
    for grant in RoleGrant.objects.filter(subject_ref__in=matters).select_related("user").order_by("pk"):
        held = (grant.user.actor_ref, grant.subject_ref)
        if held in chain_of and grant.role == Role.EXAMINER:
            yield Row(chain_of[held], "/".join(held), {})


def _assignment(payload: Mapping[str, Any]) -> tuple[str, str]:
    return payload["user"], payload["matter"]


def _accounts(chains: Collection[str]) -> Iterator[Row]:
    if _HOUSE not in chains:
        return
    for user in User.objects.prefetch_related("renamings").order_by("pk"):
        told = [each.full_name for each in sorted(user.renamings.all(), key=lambda each: each.pk)]
        kept = user.former_names.splitlines() == told
        yield Row(_HOUSE, user.actor_ref, {"active": user.is_active, "names_kept": kept})


def _switched_as_told(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """An account works from the beginning, until an administrator switches it off."""
    of_this = [_SWITCHING[told.verb] for told in events if told.verb in _SWITCHING and told.payload["user"] == row.key]
    if row.columns["active"] != (of_this[-1] if of_this else True):
        yield _("dinonaktifkan atau diaktifkan tanpa peristiwa dalam jejak")
    if not row.columns["names_kept"]:
        yield _("nama terdahulunya lain daripada yang tersimpan saat namanya diperbaiki")


def _renamings(chains: Collection[str]) -> Iterator[Row]:
    """The trail tells that a name was corrected, and no name."""
    if _HOUSE not in chains:
        return
    for each in FormerName.objects.select_related("user").order_by("pk"):
        yield Row(_HOUSE, each.user.actor_ref, {})


def _requests(chains: Collection[str]) -> Iterator[Row]:
    found = IdentityRequest.objects.filter(chain__in=chains).select_related("requested_by", "decided_by").order_by("pk")
    for row in found:
        yield Row(row.chain, row.ref, _columns(row))


def _columns(row: IdentityRequest) -> Mapping[str, Any]:
    decided_by = row.decided_by.actor_ref if row.decided_by else ""
    return {
        "designation": row.designation,
        "requested_by": row.requested_by.actor_ref,
        "decided_by": decided_by,
        "state": row.state,
    }


def _request_as_told(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """Who asked, who decided and how far it came, by the events of this request."""
    of_this = [told for told in events if told.payload.get("request") == row.key]
    asked = {told.actor for told in of_this if told.verb == "trust.identity_request"}
    decided = [told for told in of_this if told.verb in _DECIDING]
    state = _DECIDING[decided[-1].verb] if decided else RequestState.PENDING
    if any(told.verb == "trust.identity_open" for told in of_this):
        state = RequestState.OPENED
    if row.columns["state"] not in {state, _RUNS_OUT.get(state)}:
        yield _("menurut jejak «%(told)s», di basis data «%(now)s»") % {
            "told": _(REQUEST_LABELS[state]),
            "now": _(REQUEST_LABELS[RequestState(row.columns["state"])]),
        }
    if asked and row.columns["requested_by"] not in asked:
        yield _("peminta di basis data bukan peminta menurut jejak")
    if row.columns["decided_by"] != (decided[-1].actor if decided else ""):
        yield _("pemutus di basis data bukan pemutus menurut jejak")


MIRRORS = (
    Mirror(
        what=gettext_noop("peran"),
        key=_grant_key,
        makes=frozenset({"trust.role_grant", "trust.user_create"}),
        tells=dict.fromkeys(("trust.role_grant", "trust.role_revoke"), carries(until="until")),
        rows=_grants,
        columns={"until": Column(gettext_noop("berakhir"))},
        several=True,
    ),
    Mirror(
        what=gettext_noop("penugasan pemeriksa"),
        key=by_payload("user", "matter"),
        makes=frozenset({"trust.examiner_assign"}),
        tells={},
        rows=_examiners,
        columns={},
    ),
    Mirror(
        what=gettext_noop("akun"),
        key=by_payload("user"),
        makes=frozenset(),
        tells={},
        rows=_accounts,
        columns={},
        by_hand=True,
        reads=frozenset(_SWITCHING),
        also=_switched_as_told,
    ),
    Mirror(
        what=gettext_noop("nama akun yang diperbaiki"),
        key=by_payload("user"),
        makes=frozenset({"trust.user_rename"}),
        tells={},
        rows=_renamings,
        columns={},
        several=True,
    ),
    Mirror(
        what=gettext_noop("permintaan membuka identitas"),
        key=by_payload("request"),
        makes=frozenset({"trust.identity_request"}),
        tells={"trust.identity_request": carries(designation="designation")},
        rows=_requests,
        columns={"designation": Column(gettext_noop("sebutan"))},
        reads=frozenset({*_DECIDING, "trust.identity_open"}),
        also=_request_as_told,
    ),
)
