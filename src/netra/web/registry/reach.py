"""What the pages of the registry share: whose agency it is, and what this reader may do there today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django.db.models import QuerySet
from django.forms import BaseForm
from django.utils.translation import gettext as _

from netra.registry import queries
from netra.registry.access import VIEW
from netra.trust import access
from netra.web.doors import SignedInRequest, attempt, now, today

if TYPE_CHECKING:
    from netra.registry.models import Agency

__all__ = ["VIEW", "agencies_to_write", "agency_here", "attempt_here", "may"]

Result = TypeVar("Result")


def agency_here(request: SignedInRequest, code: str, act: str = "") -> Agency:
    """The agency of the address: 404 where this reader does not serve it, 403 where the act is not theirs there."""
    agency = queries.agency_by_code(code, user=request.user, on=today())
    if act:
        access.require(request.user, act, agency_code=code, region_code=agency.region_code, at=now())
    return agency


def may(request: SignedInRequest, act: str, agency_code: str = "") -> bool:
    """Whether a page offers this act."""
    return access.may(request.user, act, on=today(), agency_code=agency_code)


def agencies_to_write(request: SignedInRequest, act: str) -> QuerySet[Agency]:
    """The agencies of today for which this reader may do the act, for the list beside a field."""
    scope = access.scope_of(request.user, act, on=today())
    return queries.agencies(on=today()).filter(scope.where(agency="code", subject=None))


def attempt_here(form: BaseForm, act: Callable[[], Result]) -> Result | None:
    """Like `attempt`; but a person who still works elsewhere is an error of the form, without saying where."""
    try:
        return attempt(form, act)
    except access.NotAllowed:
        form.add_error(
            None,
            _(
                "Instansi yang ditulis, atau instansi tempat pegawai ini masih tercatat menjabat, di luar kewenangan "
                "Anda. Mintalah instansi itu mengakhiri jabatannya lebih dahulu."
            ),
        )
        return None
