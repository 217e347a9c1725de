"""At which occasion, and how often, people are reminded aloud. No article was found that sets either."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

# How often, by months as a series of meetings; 0 stands for every week.
EVERY_WEEK = 0
REMINDED_EVERY = (EVERY_WEEK, 1, 2, 3, 6, 12)


class Occasion(StrEnum):
    """The gatherings of the first founding scenario (act i)."""

    CEREMONY = "CEREMONY"
    ROLL_CALL = "ROLL_CALL"
    STAFF_MEETING = "STAFF_MEETING"


OCCASION_LABELS: Mapping[Occasion, str] = MappingProxyType(
    {
        Occasion.CEREMONY: _("Upacara"),
        Occasion.ROLL_CALL: _("Apel"),
        Occasion.STAFF_MEETING: _("Rapat staf"),
    }
)


def occasion_choices() -> list[tuple[str, str]]:
    return [(occasion.value, label) for occasion, label in OCCASION_LABELS.items()]
