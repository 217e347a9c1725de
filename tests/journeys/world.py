"""Kota Jambi in the regional election of 2024: its offices, the elections, and everybody with an account."""

from __future__ import annotations

from netra.cases.tests.builders import Cast, at
from netra.registry.operations import elections_seed
from netra.trust.actors import SystemActor
from netra.trust.tests import builders as trust


class House(Cast):
    """The cast of the stories, and who watches over sealed identities."""

    def __init__(self) -> None:
        super().__init__()
        self.ketut = trust.ketut()
        elections_seed(by=SystemActor("setup"), at=at("2024-01-02"))
