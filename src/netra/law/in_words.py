"""Answers in Indonesian sentences, for a terminal and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netra.law.record_error import shown
from netra.law.vocabulary import LABELS, Category, Employment, Level, Phase

VERDICT_LABELS = {
    "BELOW_FLOOR": "di bawah batas bawah",
    "WITHIN": "sesuai",
    "ABOVE_CEILING": "di atas batas atas",
    "NOT_DECIDED": "belum diputus",
    "UNKNOWN": "tidak dapat dibandingkan",
}
EMPLOYMENT_LABELS = {
    Employment.PNS: "PNS",
    Employment.CPNS: "calon PNS",
    Employment.PPPK: "PPPK",
    Employment.VILLAGE_HEAD: "kepala desa",
    Employment.STATE_OFFICIAL: "pejabat negara atau kepala daerah",
    Employment.OTHER: "bukan pegawai ASN",
}
VERIFICATION_LABELS = {
    "SEEN": "naskah terbaca",
    "SECONDARY": "sumber kedua",
    "UNVERIFIED": "belum diverifikasi ke naskah asli",
    "DERIVED": "pembacaan",
}


def level_in_words(level: str | None) -> str:
    return LABELS[Level(level)] if level else "tanpa tingkat"


def levels_in_words(floor: str | None, ceiling: str | None) -> str:
    if floor is None or floor == ceiling:
        return level_in_words(floor)
    return f"{level_in_words(floor)} sampai {level_in_words(ceiling)}"


def category_in_words(category: str) -> str:
    return LABELS[Category(category)]


def phase_in_words(phase: str | None) -> str:
    return LABELS[Phase(phase)] if phase else "tidak diketahui"


def _named(result: Mapping[str, Any]) -> str:
    return shown(str(result["id"] or "(tanpa id)"))


def assessment_in_words(result: Mapping[str, Any]) -> str:
    """One answer as a short paragraph with its rows, sanctions and reasons."""
    if result.get("error") is not None:
        return f"{shown(result['id'] or '(tanpa id)')}\n  TIDAK TERBACA: {result['error']}"
    lines = [
        f"{shown(result['id'] or '(tanpa id)')} – {result['act_date']}",
        f"  Golongan : {category_in_words(result['category'])}",
        f"  Tingkat  : {levels_in_words(result['level_floor'], result['level_ceiling'])}",
        f"  Tahap    : {phase_in_words(result['phase'])}",
        f"  Rezim    : {result['regime'] or '–'}. {result['regime_reason']}",
        f"  Pengawas : {result['oversight_body'] or '–'}",
        f"  Telaah   : {'perlu ditelaah manusia' if result['needs_review'] else 'tidak diperlukan'}",
    ]
    lines += [_row_in_words(row) for row in result["forms"]]
    lines += [f"  Terdekat : {form} (tidak berlaku pada hari itu)" for form in result["nearest_forms"]]
    lines += [
        f"  Sanksi   : {sanction['label']} ({_source_in_words(sanction['source'])})" for sanction in result["sanctions"]
    ]
    return "\n".join([*lines, *(f"  Alasan   : {reason}" for reason in result["reasons"])])


def _row_in_words(row: Mapping[str, Any]) -> str:
    level = level_in_words(row["level"]) if row["level"] else "tanpa sanksi"
    return (
        f"  Bentuk   : {row['form']} [{row['era']}] {level} – {'; '.join(row['basis'])}"
        f" ({VERIFICATION_LABELS[row['verification']]})"
    )


def _source_in_words(source: Mapping[str, str]) -> str:
    return f"{source['instrument']} {source['article']}"


def gap_in_words(result: Mapping[str, Any]) -> str:
    """One case in one line: what the law sets, what was imposed, where the two stand."""
    if result.get("error") is not None:
        return f"{shown(result['id'] or '(tanpa id)')}: TIDAK TERBACA – {result['error']}"
    found = result["gap"]
    verdict = VERDICT_LABELS[found["verdict"]]
    if found["steps"]:
        verdict += f" {found['steps']} tingkat"
    imposed = level_in_words(found["imposed_level"]) if found["imposed_level"] else "–"
    review = " (perlu ditelaah)" if result["needs_review"] else ""
    law = f"{category_in_words(result['category'])}, {levels_in_words(result['level_floor'], result['level_ceiling'])}"
    return f"{shown(result['id'] or '(tanpa id)')}: {verdict}; dijatuhkan: {imposed}; hukum: {law}{review}"


def summary_in_words(summary: Mapping[str, Any]) -> str:
    """The counts with their unit, and what was left out and why."""
    lines = [f"Satuan: {summary['unit']}. Dibandingkan {summary['compared']} dari {summary['cases']}."]
    lines += [f"  {VERDICT_LABELS[verdict]}: {count}" for verdict, count in summary["verdicts"].items()]
    for title, key in (("golongan", "by_category"), ("rezim", "by_regime"), ("tahun perbuatan", "by_year")):
        lines.append(f"Menurut {title}:")
        lines += [f"  {name}: {_counts_in_words(counts)}" for name, counts in summary[key].items()]
    lines.append(f"Tidak dibandingkan: {summary['left_out']['count']}")
    lines += [f"  {count}: {why}" for why, count in summary["left_out"]["why"].items()]
    return "\n".join(lines)


def _counts_in_words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{VERDICT_LABELS[verdict]} {count}" for verdict, count in counts.items() if count)
