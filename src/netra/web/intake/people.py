"""The page that asks about people: as many as were named, and one more when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from netra.intake.states import Kind
from netra.intake.submission import MAX_PERSONS
from netra.web.forms.intake import PARTS, people_shown, person_fields


class PeopleForm(forms.Form):
    """The people a report is about, in groups of fields."""

    def __init__(self, answers: Mapping[str, str], *, more: bool = False, data: Any = None) -> None:
        initial = dict(answers)
        self.count = people_shown(answers, more=more)
        self.may_add = self.count < MAX_PERSONS
        under_pressure = answers.get("kind") == Kind.SUPERIOR_PRESSURE
        if under_pressure and not any(answers.get(f"person_{number}_superior") for number in range(1, self.count + 1)):
            initial["person_1_superior"] = "1"
        super().__init__(data=data, initial=initial)
        for number in range(1, self.count + 1):
            self.fields |= person_fields(number, under_pressure=under_pressure)

    def groups(self) -> Iterator[tuple[int, list[BoundField]]]:
        """The fields of each person, for the page."""
        for number in range(1, self.count + 1):
            names = [f"person_{number}_{part}" for part in PARTS]
            yield number, [self[name] for name in names if name in self.fields]
