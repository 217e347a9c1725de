"""A query that is written once in each process and asked again with other values.

The mapper takes longer to write a statement down than the database to answer it, and the pages that are drawn most ask
the same statements each time. What is kept is the text of a statement, never an answer and nothing of who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

Value = str | int | date | datetime
Row = TypeVar("Row", bound=Model)

# Of each query, so many texts: one for each length of its lists and each standing of who asks.
KEPT = 256
# What Django itself fills rows of joined tables with; its stubs tell of another release.
_populators: Any = get_related_populators
_FIRST_DAY = date(1900, 1, 1)
_FIRST_MOMENT = datetime(1900, 1, 1, tzinfo=UTC)
_LOWEST = -2_000_000_000


@dataclass(frozen=True, slots=True)
class _Statement(Generic[Row]):
    """The text; for each of its parameters the place in the values it is taken from, or what always stands there; and
    how a row is made of what comes back: its own columns, those of joined tables, what was computed beside them.
    """

    model: type[Row]
    database: str
    text: str
    places: tuple[int | None, ...]
    constants: tuple[Any, ...]
    own: slice
    columns: tuple[str, ...]
    joined: tuple[Any, ...]
    computed: tuple[tuple[str, int], ...]
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]


class AskedAgain(Generic[Row]):
    """`build` makes the query from named values (texts, whole numbers, days, moments, or lists of them for `__in`).

    It may do nothing with a value but hand it to a filter: it is called with marks in the place of values, once for
    each length of the lists, and the marks are exchanged for what is asked. It selects whole rows, without prefetching;
    a mark that does not reach the statement unchanged is an error at the first asking.
    """

    def __init__(self, build: Callable[..., QuerySet[Row, Row]]) -> None:
        self._build = build
        self._written: dict[tuple[Hashable, ...], _Statement[Row] | None] = {}

    def __call__(self, **values: Value | Sequence[Value]) -> list[Row]:
        """The rows, as the query would give them. A list that is empty asks nothing and finds nothing."""
        return self.ask((), self._build, values)

    def ask(
        self,
        told_apart: tuple[Hashable, ...],
        build: Callable[..., QuerySet[Row, Row]],
        values: Mapping[str, Value | Sequence[Value]],
    ) -> list[Row]:
        """The rows of a query that `build` writes from more than these values: from all that `told_apart` tells."""
        told: list[Value] = []
        shape: list[tuple[str, type, int | None]] = []
        for name, value in values.items():
            many = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
            if not many:
                return []
            shape.append((name, _kind(many[0]), len(many) if many != [value] else None))
            told.extend(many)
        key = (connections["default"].vendor, told_apart, *shape)
        if key in (written := self._written):
            statement = written[key]
        else:
            statement = _write(build, shape)
            # Replaced, not emptied: another thread may be reading it.
            self._written = {**(written if len(written) < KEPT else {}), key: statement}
        return _rows(statement, told) if statement else []


def _write(
    build: Callable[..., QuerySet[Row, Row]], shape: Sequence[tuple[str, type, int | None]]
) -> _Statement[Row] | None:
    """The statement of a query, or None where it can find nothing, whatever is asked for."""
    marks: list[Value] = []
    named: dict[str, Value | list[Value]] = {}
    for name, kind, length in shape:
        own = [_mark(kind, len(marks) + number) for number in range(length or 1)]
        named[name] = own[0] if length is None else own
        marks.extend(own)
    query = build(**named)
    connection = connections[query.db]
    compiler = query.query.get_compiler(using=query.db)
    try:
        text, parameters = compiler.as_sql()
    except EmptyResultSet:
        return None
    places = {_told(mark, connection): place for place, mark in enumerate(marks)}
    found = tuple(places.get(each) if isinstance(each, str | int | date) else None for each in parameters)
    if not set(places.values()) <= set(found):
        raise ValueError(f"a value does not reach the statement unchanged: {text}")
    selected = [column for column, _sql, _alias in compiler.select or ()]
    klass: dict[str, Any] = compiler.klass_info or {}
    fields = klass["select_fields"]
    own_columns = slice(fields[0], fields[-1] + 1)
    return _Statement(
        model=query.model,
        database=query.db,
        text=text,
        places=found,
        constants=tuple(parameters),
        own=own_columns,
        columns=tuple(column.target.attname for column in selected[own_columns]),
        joined=tuple(_populators(klass, compiler.select, query.db)),
        computed=tuple((compiler.annotation_col_map or {}).items()),
        converters=tuple(
            (number, tuple(convert), column) for number, (convert, column) in compiler.get_converters(selected).items()
        ),
    )


def _rows(statement: _Statement[Row], told: Sequence[Value]) -> list[Row]:
    connection = connections[statement.database]
    parameters = [
        constant if place is None else _told(told[place], connection)
        for place, constant in zip(statement.places, statement.constants, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement.text, parameters)
        found: list[Sequence[Any]] = cursor.fetchall()
    return [_row(statement, list(columns), connection) for columns in found]


def _row(statement: _Statement[Row], read: list[Any], connection: BaseDatabaseWrapper) -> Row:
    for number, converters, column in statement.converters:
        for convert in converters:
            read[number] = convert(read[number], column, connection)
    row = statement.model.from_db(statement.database, statement.columns, read[statement.own])
    for each in statement.joined:
        each.populate(read, row)
    for name, number in statement.computed:
        setattr(row, name, read[number])
    return row


def give(parents: Mapping[int, Row], name: str, children: Sequence[Model], *, of: str) -> None:
    """Hand children that were read to their parents (by key), as prefetching does: `parent.name.all()` asks no more.

    `of` is the field of a child that points at its parent.
    """
    by_parent: dict[int, list[Model]] = {key: [] for key in parents}
    for child in children:
        key: int = getattr(child, f"{of}_id")
        by_parent[key].append(child)
        setattr(child, of, parents[key])
    for key, parent in parents.items():
        rows = getattr(parent, name).all()
        rows._result_cache = by_parent[key]
        rows._prefetch_done = True
        cache: dict[str, Any] = parent.__dict__.setdefault("_prefetched_objects_cache", {})
        cache[name] = rows


def _kind(value: Value) -> type:
    return next(kind for kind in (str, int, datetime, date) if isinstance(value, kind))


def _mark(kind: type, number: int) -> Value:
    """A value that nobody asks for, another one for each place."""
    if kind is str:
        return f"\0{number}\0"
    if kind is int:
        return _LOWEST - number
    return _FIRST_MOMENT + timedelta(seconds=number) if kind is datetime else _FIRST_DAY + timedelta(days=number)


def _told(value: Value, connection: BaseDatabaseWrapper) -> Any:
    """A value as this database is told it."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
