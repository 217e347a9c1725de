"""Refusals: an exception whose text is written for the person in front of the screen.

A refusal says what was found, which rule forbids the step, and what can be done now. Doors show it as it is. Mistakes
of the programmer (an unknown verb, a naive moment) are `ValueError` and `LookupError` and never reach a person.
"""

from __future__ import annotations


class Refused(Exception):
    """The step is not done, nothing is changed, and `str()` tells a person why and what to do."""


class NotFound(Refused):
    """Nothing there, or not for this person: both look the same, so that nobody learns what exists (doors say 404)."""
