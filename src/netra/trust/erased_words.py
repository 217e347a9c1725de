"""The words that an erasure by two people leaves where a text cannot be empty."""

from __future__ import annotations

ERASED = "(dihapus)"


def looks_erased(text: str) -> bool:
    """Whether somebody typed what would tell of an erasure that never was."""
    return text.strip().casefold() == ERASED
