"""A query that is written once in each process and asked again with other values.

The mapper takes longer to write a statement down than the database to answer it, and the pages that are drawn most ask
the same statements each time. What is kept is the text of a statement, never an answer and nothing of who asks.

A list goes as one value (`__among`, not `__in`), so that a text serves whatever its length, and the database keeps it
ready.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.models.sql.compiler import SQLCompiler

from netra.trust.many import many

Value = str | int | date | datetime
Values = Collection[str] | Collection[int]
Row = TypeVar("Row")
Query = TypeVar("Query", bound=QuerySet[Any, Any])
Parent = TypeVar("Parent", bound=Model)
Child = TypeVar("Child", bound=Model)

# Of each query, so many texts: one for each standing of who asks.
KEPT = 256
# What Django itself fills rows of joined tables with; its stubs tell of another release.
_populators: Any = get_related_populators
_FIRST_DAY = date(1900, 1, 1)
_FIRST_MOMENT = datetime(1900, 1, 1, tzinfo=UTC)
_LOWEST = -2_000_000_000


@dataclass(frozen=True, slots=True)
class _Statement(Generic[Row]):
    """The text; for each of its parameters the place in the values it is taken from, or what always stands there; what
    each column that comes back is converted by; and how a row is made of them.
    """

    database: str
    text: str
    places: tuple[int | None, ...]
    constants: tuple[Any, ...]
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]
    row: Callable[[Sequence[Any]], Row]


class AskedAgain(Generic[Row]):
    """`build` makes the query from named values (texts, whole numbers, days, moments, or lists of them for `__among`).

    It may do nothing with a value but hand it to a filter: it is called once with marks in the place of values, and the
    marks are exchanged for what is asked. It selects rows of a model, without prefetching, or values; a mark that
    does not reach the statement unchanged is an error at the first asking.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._written: dict[tuple[Hashable, ...], _Statement[Row] | None] = {}

    def __call__(self, **values: Value | Values) -> list[Row]:
        """The rows, as the query would give them. A list that is empty asks nothing and finds nothing."""
        return self.ask((), self._build, values)

    def first(self, **values: Value | Values) -> Row | None:
        """The first row of a query that finds one or few, or None."""
        return next(iter(self(**values)), None)

    def ask(
        self,
        told_apart: tuple[Hashable, ...],
        build: Callable[..., QuerySet[Any, Row]],
        values: Mapping[str, Value | Values],
    ) -> list[Row]:
        """The rows of a query that `build` writes from more than these values: from all that `told_apart` tells."""
        kinds: list[tuple[str, type]] = []
        for name, value in values.items():
            kind = _kind(value)
            if kind is list and not value:
                return []
            kinds.append((name, kind))
        key = (connections["default"].vendor, told_apart, *kinds)
        if key in (written := self._written):
            statement = written[key]
        else:
            statement = _write(build, kinds)
            # Replaced, not emptied: another thread may be reading it.
            self._written = {**(written if len(written) < KEPT else {}), key: statement}
        return _rows(statement, list(values.values())) if statement else []


def _write(build: Callable[..., QuerySet[Any, Row]], kinds: Sequence[tuple[str, type]]) -> _Statement[Row] | None:
    """The statement of a query, or None where it can find nothing, whatever is asked for."""
    marks = {name: _mark(kind, number) for number, (name, kind) in enumerate(kinds)}
    if (written := _written(build(**marks))) is None:
        # A number of another size might find something: then the column has no room for the mark.
        small = {name: number for number, (name, kind) in enumerate(kinds) if kind is int}
        if small and _written(build(**{**marks, **small})):
            raise ValueError(f"a value does not fit into its column as a mark: {kinds}")
        return None
    query, compiler, text, parameters = written
    connection = connections[query.db]
    places = {_told(mark, connection): place for place, mark in enumerate(marks.values())}
    found = tuple(places.get(each) if isinstance(each, str | int | date) else None for each in parameters)
    if not set(places.values()) <= set(found):
        raise ValueError(f"a value does not reach the statement unchanged: {text}")
    converters = compiler.get_converters([column for column, _sql, _alias in compiler.select or ()])
    return _Statement(
        database=query.db,
        text=text,
        places=found,
        constants=tuple(parameters),
        converters=tuple((number, tuple(convert), column) for number, (convert, column) in converters.items()),
        row=_maker(query, compiler),
    )


def _written(query: Query) -> tuple[Query, SQLCompiler, str, Sequence[Any]] | None:
    """A query with what writes it, its text and its parameters; None where it can find nothing."""
    compiler = query.query.get_compiler(using=query.db)
    try:
        return query, compiler, *compiler.as_sql()
    except EmptyResultSet:
        return None


def _maker(query: QuerySet[Any, Row], compiler: SQLCompiler) -> Callable[[Sequence[Any]], Row]:
    """How a row is made of the columns that came back, as this kind of query makes its own."""
    if issubclass(query._iterable_class, FlatValuesListIterable):
        return itemgetter(0)
    if issubclass(query._iterable_class, ValuesIterable):
        names = tuple(query.query.selected or ())
        return lambda read: dict(zip(names, read, strict=True))  # type: ignore[return-value]
    if issubclass(query._iterable_class, ValuesListIterable):
        return tuple  # type: ignore[return-value]
    assert issubclass(query._iterable_class, ModelIterable)  # noqa: S101 -- whoever asks has written the query
    klass: dict[str, Any] = compiler.klass_info or {}
    fields, database = klass["select_fields"], query.db
    own = slice(fields[0], fields[-1] + 1)
    columns = tuple(column.target.attname for column, _sql, _alias in (compiler.select or ())[own])
    joined = tuple(_populators(klass, compiler.select, database))
    computed = tuple((compiler.annotation_col_map or {}).items())

    def made(read: Sequence[Any]) -> Row:
        row: Row = query.model.from_db(database, columns, read[own])
        for each in joined:
            each.populate(read, row)
        for name, number in computed:
            setattr(row, name, read[number])
        return row

    return made


def _rows(statement: _Statement[Row], told: Sequence[Value | Values]) -> list[Row]:
    connection = connections[statement.database]
    parameters = [
        constant if place is None else _told(told[place], connection)
        for place, constant in zip(statement.places, statement.constants, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement.text, parameters)
        found: list[Sequence[Any]] = cursor.fetchall()
    if statement.converters:
        found = [_converted(statement, list(read), connection) for read in found]
    return [statement.row(read) for read in found]


def _converted(statement: _Statement[Any], read: list[Any], connection: BaseDatabaseWrapper) -> list[Any]:
    for number, converters, column in statement.converters:
        for convert in converters:
            read[number] = convert(read[number], column, connection)
    return read


def give(parents: Mapping[int, Parent], name: str, children: Sequence[Model], *, of: str) -> None:
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


def read_or_asked(parent: Model, name: str, asked: Callable[[], Sequence[Child]], *, of: str) -> list[Child]:
    """The rows of `parent.name`, in memory where a page has read them; else `asked`, each joined to its parent."""
    if name in parent.__dict__.get("_prefetched_objects_cache", {}):
        return list(getattr(parent, name).all())
    found = list(asked())
    for child in found:
        setattr(child, of, parent)
    return found


def _kind(value: Value | Values) -> type:
    return next((kind for kind in (str, int, datetime, date) if isinstance(value, kind)), list)


def _mark(kind: type, number: int) -> Value:
    """A value that nobody asks for, another one for each place; in the place of a list one text."""
    if kind is int:
        return _LOWEST - number
    if kind is datetime:
        return _FIRST_MOMENT + timedelta(seconds=number)
    return _FIRST_DAY + timedelta(days=number) if kind is date else f"\0{number}\0"


def _told(value: Value | Values, connection: BaseDatabaseWrapper) -> Any:
    """A value as this database is told it."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value if isinstance(value, int) else many(value, connection)
