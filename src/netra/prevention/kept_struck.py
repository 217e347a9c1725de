"""A row of an attendance list is struck once, and never stands again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from netra.trust.row_locks import EMPTY, once

STRUCK_ONCE: Mapping[str, str] = MappingProxyType(
    {"struck_at": once(), "struck_by": once(EMPTY), "struck_reason": once(EMPTY)}
)
# Two rows of one person take one place only where neither was struck.
BOTH_STAND = "struck_at IS NULL AND NEW.struck_at IS NULL"
