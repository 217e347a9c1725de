"""What an address answers to whom: the words in which `policy.py` is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netra.trust.acts import Role
from tests.cast import AGENCY_AUDITOR, NATIONAL, STRANGER


@dataclass(frozen=True, slots=True)
class Policy:
    """What an address answers, asked by GET or, where it only takes that, by POST with nothing in it.

    Whoever is refused by GET is refused by POST as well, in the same way.

    `roles`: None for everybody, even without an account. `ok`: the status for those who may. `refused`: 403 where the
    act is not theirs, 404 where the thing is not theirs to see. `stranger`: the status for Maria, who holds a role but
    not here, and for Banyu of the national office; None where place makes no difference. `exceptions`: roles that get
    another answer than `ok`. `agency_auditor`: the status for Irma, who audits one agency, where it is not that of an
    auditor of the whole.
    """

    roles: frozenset[Role] | None
    ok: int = 200
    refused: int = 403
    stranger: int | None = None
    post: bool = False
    exceptions: Mapping[Role, int] = field(default_factory=dict)
    agency_auditor: int | None = None


def only(
    *roles: Role,
    ok: int = 200,
    refused: int = 403,
    stranger: int | None = None,
    post: bool = False,
    exceptions: Mapping[Role, int] | None = None,
) -> Policy:
    """A page for some roles."""
    return Policy(frozenset(roles), ok, refused, stranger, post, exceptions or {})


def expected_status(policy: Policy, username: str, role: Role | None) -> int:
    """What the table says this visitor gets."""
    if policy.roles is not None and role is None:
        return 302
    if policy.roles is not None and role not in policy.roles:
        return policy.refused
    if username in {STRANGER, NATIONAL} and policy.stranger is not None:
        return policy.stranger
    if username == AGENCY_AUDITOR and policy.agency_auditor is not None:
        return policy.agency_auditor
    return policy.exceptions.get(role, policy.ok) if role else policy.ok
