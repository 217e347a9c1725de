"""The terms that the agency or its authority keeps in one proceeding."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from netra.cases.models import Deadline
from netra.cases.operations import start_clock
from netra.cases.operations.clocks import Qualifiers
from netra.sanctions.models import Proceeding


def start_term(
    proceeding: Proceeding,
    rule: str,
    *,
    holder: str,
    start: date,
    doubt: str = "",
    follows: str = "",
    **qualifiers: Unpack[Qualifiers],
) -> Deadline:
    """Open a term that stands under this proceeding and is owed by its agency.

    Not for what the accused or the appeal body has to keep: no agency owes that.
    """
    return start_clock(
        proceeding.case,
        rule,
        holder=holder,
        start=start,
        subject_ref=proceeding.ref,
        agency_code=proceeding.agency_code,
        doubt=doubt,
        follows=follows,
        **qualifiers,
    )
