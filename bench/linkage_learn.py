"""Learns `src/netra/matching/data/linkage.json`: the settings of Splink with m and u, from invented people.

    .venv/bin/python bench/linkage_learn.py

`u` comes of random pairs, `m` of pairs that are known to be the same person; those of NIK and sex are judged (JUDGED).
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import duckdb
from linkage_people import PARTY, REGISTER, write_lists
from splink import DuckDBAPI, Linker

from netra.matching.linkage.files import open_source
from netra.matching.linkage.model import MODEL
from netra.matching.linkage.preparing import prepare

SEED = 7
PEOPLE, LISTED, SHARE = 60_000, 30_000, 0.5
# How many words of the one stand in the other; words are stored with bars around them. Short on purpose: Spark compiles
# what it computes, and gives up beyond 64 KB.
SHARED = " + ".join(f"(CASE WHEN instr(all_words_r, word{n}_l) > 0 THEN 1 ELSE 0 END)" for n in (1, 2, 3, 4))
# Comparison, then its levels from the best: SQL that every engine reads alike, what it is called, a column whose
# frequency counts. The last is everything else; before the first stands what is unknown.
COMPARISONS: dict[str, tuple[str, list[tuple[str, str, str]], str]] = {
    "nik": (
        "nik_l IS NULL OR nik_r IS NULL",
        [
            ("nik_l = nik_r", "NIK sama", ""),
            ("levenshtein(nik_l, nik_r) <= 2", "NIK hampir sama (satu atau dua angka lain)", ""),
        ],
        "NIK lain",
    ),
    "name": (
        "name_sorted_l IS NULL OR name_sorted_r IS NULL",
        [
            ("name_sorted_l = name_sorted_r", "nama sama (ejaan dan urutan kata disamakan)", "name_sorted"),
            (
                "length(name_glued_l) >= 8 AND levenshtein(name_glued_l, name_glued_r) <= 1",
                "nama sama kecuali satu huruf atau spasi",
                "",
            ),
            (
                f"least(words_l, words_r) >= 2 AND {SHARED} >= least(words_l, words_r)",
                "semua kata dari nama yang lebih pendek ada di nama yang lain",
                "",
            ),
            (f"initials_l = initials_r AND {SHARED} >= 1", "satu kata sama, huruf awal kata lain cocok", ""),
            (
                "length(name_glued_l) >= 10 AND levenshtein(name_glued_l, name_glued_r) <= 3",
                "nama mirip (dua atau tiga huruf lain)",
                "",
            ),
            (f"{SHARED} >= 1", "hanya sebagian kata nama sama", ""),
        ],
        "nama lain",
    ),
    "birth": (
        "birth_year_l IS NULL OR birth_year_r IS NULL",
        [
            ("birth_date_l = birth_date_r", "tanggal lahir sama", "birth_date"),
            (
                "birth_swapped_l = birth_date_r OR levenshtein(birth_date_l, birth_date_r) <= 1",
                "tanggal lahir sama bila hari dan bulan ditukar, atau satu angka lain",
                "",
            ),
            (
                "birth_year_l = birth_year_r AND (birth_date_l IS NULL OR birth_date_r IS NULL)",
                "tahun lahir sama, harinya tidak diketahui",
                "",
            ),
            ("birth_year_l = birth_year_r", "tahun lahir sama, harinya lain", ""),
        ],
        "tanggal lahir lain",
    ),
    "region": (
        "province_l IS NULL OR province_r IS NULL",
        [
            ("region_l = region_r", "kabupaten/kota sama", "region"),
            ("province_l = province_r", "provinsi sama, kabupaten/kota lain atau tidak diketahui", ""),
        ],
        "wilayah lain",
    ),
    "sex": ("sex_l IS NULL OR sex_r IS NULL", [("sex_l = sex_r", "jenis kelamin sama", "")], "jenis kelamin lain"),
}
# Every pair that is weighed comes from one of these; none of them joins all who share a common name or a region.
BLOCKING = (
    "l.nik = r.nik",
    "l.birth_date = r.birth_date AND l.first_word = r.first_word",
    "l.birth_date = r.birth_date AND l.last_word = r.last_word",
    "l.birth_date = r.birth_date AND l.region = r.region",
    "l.name_sorted = r.name_sorted AND l.birth_year = r.birth_year",
    "l.name_sorted = r.name_sorted AND l.region = r.region",
    "l.birth_swapped = r.birth_date AND l.initials = r.initials",
    "l.first_word = r.first_word AND l.region = r.region AND l.birth_year = r.birth_year",
    "l.last_word = r.last_word AND l.region = r.region AND l.birth_year = r.birth_year",
    "l.name_sorted = r.name_sorted AND (l.birth_year IS NULL OR r.birth_year IS NULL)",
)
# Judged, not learned: m and u of the levels, because among invented people they are what the generator makes them.
# A NIK is issued once, so that two people who share one are a fault; a sex is seldom written wrongly.
JUDGED = {"nik": ((0.975, 1e-12), (0.02, 1e-8), (0.005, 1 - 1e-8)), "sex": ((0.99, 0.5), (0.01, 0.5))}


def settings() -> dict[str, Any]:
    """The settings before anything is learned."""
    return {
        "link_type": "link_only",
        "unique_id_column_name": "unique_id",
        "blocking_rules_to_generate_predictions": [{"blocking_rule": rule} for rule in BLOCKING],
        "comparisons": [_comparison(name, *parts) for name, parts in COMPARISONS.items()],
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": False,
    }


def _comparison(name: str, unknown: str, levels: list[tuple[str, str, str]], other: str) -> dict[str, Any]:
    written: list[dict[str, Any]] = [
        {"sql_condition": unknown, "label_for_charts": "tidak diketahui", "is_null_level": True}
    ]
    for sql, words, counted in levels:
        counting = {"tf_adjustment_column": counted, "tf_adjustment_weight": 1.0} if counted else {}
        written.append({"sql_condition": sql, "label_for_charts": words, **counting})
    written.append({"sql_condition": "ELSE", "label_for_charts": other})
    for level, (m, u) in zip(written[1:], JUDGED.get(name, ()), strict=False):
        level |= {"m_probability": m, "u_probability": u, "fix_m_probability": True, "fix_u_probability": True}
    return {"output_column_name": name, "comparison_levels": written}


def learn(folder: Path) -> dict[str, Any]:
    """The settings with what was learned, without what belongs to one engine or one run."""
    codes = [f"{province}.{number:02d}" for province in range(11, 35) for number in range(1, 22)]
    write_lists(folder, PEOPLE, LISTED, share=SHARE, seed=SEED, codes=codes)
    connection = duckdb.connect()
    api, tables = DuckDBAPI(connection=connection), []
    for name, file in (("party", PARTY), ("register", REGISTER)):
        records = folder / f"{name}.parquet"
        prepare(open_source(folder / file), records, regions=str)
        truth = connection.read_csv(str(folder / file)).project("truth, row_number() OVER () + 1 AS place")
        together = connection.read_parquet(str(records)).join(truth, "unique_id = place").project("* EXCLUDE (place)")
        tables.append(api.register(together, dataset_display_name=name))
    linker = Linker(tables, settings(), log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e7, seed=SEED)
    linker.training.estimate_m_from_label_column("truth")
    learned = linker.misc.save_model_to_json()
    return settings() | {"comparisons": [_rounded(one) for one in learned["comparisons"]]}


def _rounded(comparison: dict[str, Any]) -> dict[str, Any]:
    kept = ("sql_condition", "label_for_charts", "is_null_level", "tf_adjustment_column", "tf_adjustment_weight")
    levels = []
    for level in comparison["comparison_levels"]:
        numbers = {name: float(f"{level[name]:.4g}") for name in ("m_probability", "u_probability") if name in level}
        levels.append({name: level[name] for name in kept if name in level} | numbers)
    return {"output_column_name": comparison["output_column_name"], "comparison_levels": levels}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        MODEL.write_text(json.dumps(learn(Path(work)), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{MODEL} written")
