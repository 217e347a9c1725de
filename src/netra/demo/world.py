"""What every tale shares: the day of loading, the accounts by name, the civil servants by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from netra.demo.pace import WIB
from netra.demo.people import Servant
from netra.intake.receipts import Receipt
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class World:
    """`at` is when the demo is loaded; no tale goes beyond it. `users`, `receipts`, `sightings` and `answers` fill as
    the tales go.

    `agencies` are names by code, `units` names by agency and code.
    """

    at: datetime
    servants: Mapping[str, Servant]
    agencies: Mapping[str, str]
    units: Mapping[tuple[str, str], str]
    users: dict[str, User] = field(default_factory=dict)
    receipts: dict[str, Receipt] = field(default_factory=dict)
    # What supervisors saw, by the key of the case that came of it.
    sightings: dict[str, str] = field(default_factory=dict)
    # What the advisory desk answered, by the key of the question: the number of the answer.
    answers: dict[str, str] = field(default_factory=dict)

    def unit_of(self, servant: Servant) -> str:
        """What his unit is called; "" for whoever has none."""
        return self.units[servant.agency, servant.unit] if servant.unit else ""

    @property
    def today(self) -> date:
        return self.at.astimezone(WIB).date()
