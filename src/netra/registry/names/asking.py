"""The statements of a lookup, written out: writing them anew takes the mapper longer than the database to answer them.

Lists go as one value, so that a statement is the same text however much is asked for, and each database keeps it ready.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection

from netra.registry.bulk import many, one_of_many

_NEAR = "SELECT short, key FROM registry_nearkey WHERE generation = %s AND {short among}"
_KEYS = "SELECT key, SUM(words), SUM(bearers) FROM registry_namekey WHERE generation = %s AND {key among} GROUP BY key"
_BEARERS = "SELECT key, numbers FROM registry_namekey WHERE generation = %s AND {key among} ORDER BY id"
_VALUES = (
    'SELECT "column", value, SUM(count) FROM registry_namecount'
    ' WHERE generation = %s AND {"column" among} AND {value among} GROUP BY "column", value'
)
_PEOPLE = (
    "SELECT id, ref, name, SUBSTR(CAST(birth_date AS TEXT), 1, 4), employment"
    " FROM registry_civilservant WHERE {id among}"
)
_POSTS = (
    "SELECT held.civil_servant_id, CAST(held.start_date AS TEXT), agency.code, unit.name, agency.region_code,"
    " held.position FROM registry_positionspell held JOIN registry_agency agency ON agency.id = held.agency_id"
    " LEFT JOIN registry_orgunit unit ON unit.id = held.unit_id"
    " WHERE held.is_primary AND {held.civil_servant_id among} ORDER BY held.start_date"
)
Row = tuple[Any, ...]


def near_words(generation: int, shorts: Collection[str]) -> list[Row]:
    """(what is left of a word, the word) for each of what is left."""
    return _rows(_NEAR, generation, shorts)


def counted_keys(generation: int, keys: Collection[str]) -> list[Row]:
    """(key, how many bear it as a word, how many it leads to) for each key that there is."""
    return _rows(_KEYS, generation, keys)


def packed_bearers(generation: int, keys: Collection[str]) -> list[Row]:
    """(key, packed numbers) for each key and batch, the oldest batch first."""
    return _rows(_BEARERS, generation, keys)


def counted_values(generation: int, columns: Collection[str], values: Collection[str]) -> list[Row]:
    """(column, value, how many people bear it) for every pair of these that there is."""
    return _rows(_VALUES, generation, columns, values)


def people(pks: Collection[int]) -> list[Row]:
    """(key, reference, name, year of birth in four digits, employment) of each person."""
    return _rows(_PEOPLE, pks)


def posts(pks: Collection[int]) -> list[Row]:
    """(key of the person, first day in ISO form, agency, unit or None, region, position) , the earliest first."""
    return _rows(_POSTS, pks)


def _rows(statement: str, *values: int | Collection[str] | Collection[int]) -> list[Row]:
    if any(not value for value in values if not isinstance(value, int)):
        return []
    told: list[Any] = [value if isinstance(value, int) else many(value) for value in values]
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("among}", one_of_many()).replace("{", ""), told)
        return list(cursor.fetchall())
