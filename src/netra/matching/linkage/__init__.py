"""Lists of party members against the register: what an officer should look at, with what speaks for and against.

A list and a register become records of plain columns (`preparing`), Splink weighs pairs of them by one model file
(`model`) on DuckDB (`on_duckdb`) or Spark (`on_spark`), and what is left is a list to be reviewed (`review`). Both
engines read the same Parquet files and the same model, so that both give the same pairs. Nothing is kept but that list.

DuckDB, Splink and pyarrow come with the extra `linkage`; whoever does not link lists needs none of them.

The result accuses nobody: a name may be borne by many, and a number may have been used without its owner knowing.

Legal basis: data that is processed is accurate and verified (UU 27/2022 Pasal 16 ayat (2) huruf d, Pasal 29 ayat (2)),
and nobody need bear a decision made by a machine alone (Pasal 10 ayat (1)).
"""
