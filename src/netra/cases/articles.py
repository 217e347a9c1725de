"""The article of a step on a case: by its election law, the day, and how far the office reaches that handles it."""

from __future__ import annotations

from datetime import date

from netra.cases.models import Case
from netra.law.dated import Source
from netra.law.procedure import Step
from netra.registry.queries import tier_of


def article_of(step: Step, case: Case, *, on: date) -> Source:
    """The article of a step on this case; NothingInForce where none is known.

    UU 1/2015 gives a matter to be passed on by the province (Ps 28) and by the regency or city (Ps 30), UU 7/2017 to
    each its own (Ps 95, 99, 103).
    """
    tier = tier_of(case.handling_agency_code) if any(basis.tier for basis in step.basis) else None
    return step.law(election_kind=case.election_kind, on=on, tier=tier or "")
