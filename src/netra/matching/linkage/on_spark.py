"""Pairs weighed by Spark, with the same model: on a cluster, or on one machine to see that both say the same.

Needs pyspark and Java beside the extra `linkage`. Which cluster is meant stands where Spark looks for it
(`spark-defaults.conf`, `SPARK_CONF_DIR`); the folder of work must be one that its workers see.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession
from splink import Linker, SparkAPI


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
    builder = SparkSession.builder.appName("netra link")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": memory.replace("GB", "g").replace("MB", "m"),
        "spark.sql.warehouse.dir": str(into.with_suffix(".warehouse")),
        "spark.local.dir": str(into.with_suffix(".temp")),
        "spark.sql.shuffle.partitions": "16",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    try:
        session.sparkContext.setLogLevel("ERROR")
        # The model needs none of the functions that Splink brings to Spark in a jar.
        api = SparkAPI(  # type: ignore[no-untyped-call]  # splink types all but this
            spark_session=session, break_lineage_method="persist", register_udfs_automatically=False
        )
        tables = [
            api.register(session.read.parquet(str(file)), dataset_display_name=name) for name, file in lists.items()
        ]
        linker = Linker(tables, settings, log_level=None)
        for column, file in counts.items():
            counted = api.register(session.read.parquet(str(file)), dataset_display_name=f"counted_{column}")
            linker.table_management.register_term_frequency_lookup(counted, column)
        pairs = linker.inference.predict(threshold_match_probability=threshold)
        pairs.as_spark_dataframe().write.parquet(str(into))
    finally:
        session.stop()
