"""Pairs weighed on one machine by DuckDB, which puts on disk what does not fit into memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
from splink import DuckDBAPI, Linker


def weigh(
    lists: Mapping[str, Path],
    counts: Mapping[str, Path],
    settings: dict[str, Any],
    into: Path,
    *,
    memory: str,
    threshold: float,
) -> None:
    """Write the pairs of two files of records, from a probability on, as Parquet with their levels."""
    connection = duckdb.connect()
    try:
        # Else a bar that shows how far it is stands in the middle of the list on standard output.
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET memory_limit = ?", [memory])
        connection.execute("SET temp_directory = ?", [str(into.with_suffix(".temp"))])
        connection.execute("SET preserve_insertion_order = false")
        api = DuckDBAPI(connection=connection)
        tables = [
            api.register(connection.read_parquet(str(file)), dataset_display_name=name) for name, file in lists.items()
        ]
        linker = Linker(tables, settings, log_level=None)
        for column, file in counts.items():
            counted = api.register(connection.read_parquet(str(file)), dataset_display_name=f"counted_{column}")
            linker.table_management.register_term_frequency_lookup(counted, column)
        pairs = linker.inference.predict(threshold_match_probability=threshold)
        pairs.as_duckdbpyrelation().write_parquet(str(into))
    finally:
        connection.close()
