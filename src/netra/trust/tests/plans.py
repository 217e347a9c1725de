"""How a database would answer a question: for tests that an index is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection


def plan_of(question: str, values: Sequence[Any] | None = None) -> str:
    """The plan in one line, with bound values where they are given; PostgreSQL is told not to read so small a table
    whole.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"{'EXPLAIN' if connection.vendor == 'postgresql' else 'EXPLAIN QUERY PLAN'} {question}", values)
        return " ".join(str(row[-1]) for row in cursor.fetchall())
