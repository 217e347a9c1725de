"""Parts of an address that more than one room reads."""

from __future__ import annotations

from django.urls import register_converter


class RecordCode:
    """A code of the registry: capitals, digits, dots, dashes and strokes, so that no word of an address is one."""

    regex = "[A-Z0-9][A-Z0-9._/-]{0,59}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(RecordCode, "code")
