"""A form of like rows (members of a team, questions and answers) that grows by a button, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django import forms
from django.http import QueryDict

MOST_ROWS = 40


class RowsForm(forms.Form):
    """`row_fields` names the fields of a row; a row in which nothing was typed counts as not there."""

    # Which fields make a row filled: a choice that always has a value does not.
    typed: ClassVar[tuple[str, ...]]
    first_rows: ClassVar[int] = 5
    more_rows: ClassVar[int] = 2

    rows = forms.IntegerField(min_value=1, max_value=MOST_ROWS, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, files: Any = None, **options: Any) -> None:
        super().__init__(data, files, **options)
        self.count = self._count()
        self.initial["rows"] = self.count
        for number in range(self.count):
            for name, field in self.row_fields(number).items():
                field.required = field.required and self._is_asked(number)
                self.fields[f"{name}_{number}"] = field

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        """Fresh fields of one row; the first rows may begin with what is always needed."""
        raise NotImplementedError

    @classmethod
    def grown(cls, posted: QueryDict, **options: Any) -> Self:
        """The form with what was typed and some more rows; nothing is checked yet."""
        kept: dict[str, Any] = posted.dict()
        before = cls(posted, **options)
        kept["rows"] = min(before.count + cls.more_rows, MOST_ROWS)
        unticked = (name for name, field in before.fields.items() if isinstance(field, forms.BooleanField))
        return cls(initial={**{name: False for name in unticked if name not in posted}, **kept}, **options)

    def row_list(self) -> Iterator[list[forms.BoundField]]:
        """The bound fields, row by row, for the page."""
        for number in range(self.count):
            yield [self[f"{name}_{number}"] for name in self.row_fields(number)]

    def filled_rows(self) -> list[dict[str, Any]]:
        """The cleaned rows in which something was typed."""
        return [
            {name: self.cleaned_data[f"{name}_{number}"] for name in self.row_fields(number)}
            for number in range(self.count)
            if not self._is_blank(number)
        ]

    def _count(self) -> int:
        asked = self.data.get("rows") if self.is_bound else self.initial.get("rows")
        text = str(asked or "")
        return max(1, min(int(text), MOST_ROWS)) if text.isdecimal() and len(text) < 4 else self.first_rows

    def _is_asked(self, number: int) -> bool:
        """Whether a row must be filled: of a form that is only opened the first, for one row is the least."""
        return not self._is_blank(number) if self.is_bound else number == 0

    def _is_blank(self, number: int) -> bool:
        return self.is_bound and not any(str(self.data.get(f"{name}_{number}", "")).strip() for name in self.typed)
