"""How a database is told many values as one: a statement is then the same text, however many they are."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup
from django.db.models.sql.compiler import SQLCompiler


def one_of_many(connection: BaseDatabaseWrapper) -> str:
    """What follows a column that has one of the values of a single parameter."""
    return "= ANY(%s)" if connection.vendor == "postgresql" else "IN (SELECT value FROM json_each(%s))"


def many(values: Collection[str] | Collection[int], connection: BaseDatabaseWrapper) -> object:
    """That parameter, as this database reads it."""
    return list(values) if connection.vendor == "postgresql" else json.dumps(list(values))


class Among(Lookup):
    """`column__among=values`: one of many, however many."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        left, parameters = self.process_lhs(compiler, connection)
        # A text stands where `asked_again` puts a list when it asks.
        told = self.rhs if isinstance(self.rhs, str) else many(self.rhs, connection)
        return f"{left} {one_of_many(connection)}", (*parameters, told)
