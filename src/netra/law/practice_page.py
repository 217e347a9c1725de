"""The page `docs/practice-and-law.md`: what the law room says about published cases, for a lawyer to read.

`python -m netra.law.practice_page` writes it anew from `docs/data/published-cases.yaml`; a test holds the two together.
The engine does not bend to practice, and the page does not hide where the two part.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netra.law.assess import Assessment, as_dict, assess_case
from netra.law.case_files import read_cases
from netra.law.conducts import CONDUCTS
from netra.law.dated import Verification
from netra.law.gap import VERDICTS, measure, summarise
from netra.law.in_words import (
    VERDICT_LABELS,
    category_in_words,
    level_in_words,
    levels_in_words,
    phase_in_words,
)
from netra.law.indonesian_dates import MONTHS, in_words
from netra.law.partings import PARTINGS
from netra.law.record import read_record
from netra.law.sentences import Sentence
from netra.law.vocabulary import Precision
from netra.law.why_date import VERIFICATION_LABELS


@dataclass(frozen=True, slots=True)
class PublishedCase:
    """One published case with the answer of the law room."""

    record: Mapping[str, Any]
    answer: Assessment
    result: Mapping[str, Any]


# The first words of a doubt, before its data are filled in, tell its kind; a doubt of no known kind stops the page
# instead of vanishing from it.
KINDS_OF_DOUBT = {
    "Tahap (bakal calon atau calon)": "Tahapnya tidak diketahui",
    "Tidak ada baris yang berlaku": "Tidak ada bentuk yang berlaku pada hari itu; pejabat memilih dasar sendiri",
    "Tidak ada baris pidana": "Bukan pegawai ASN, dan tidak ada baris pidana atau administrasi yang menjangkau",
    "Tingkat": "Ada bentuk yang berlaku, tetapi tingkatnya tidak ditetapkan atau belum terbaca",
    "Pertentangan yang tercatat": "Sumber hukumnya bertentangan (kode etik atau disiplin berat bagi calon)",
    "Kolom sanksi belum terbaca": "Tingkatnya dari berita; kolom sanksi yang menyebutnya belum terbaca",
    "Rezim disiplin masih terbuka": "Tanggal pemeriksaan dan putusan tidak diketahui: PP 53/2010 atau PP 94/2021",
    "Peraturan yang berbeda": "Hukum yang berbeda tingkatnya menjangkau perbuatan lama",
    "PP 42/2004, PP 53/2010, dan PP": "Bagi PPPK tidak ada pasal yang terbaca; berlaku aturan instansinya",
    "PPPK tidak dikenai": "Sanksi PPPK menurut peraturan instansi yang belum dibaca",
    "Tanggal perbuatan hanya": "Tanggal perbuatan hanya diketahui sebagian dan melintasi perubahan hukum",
    "Hari perbuatan lebih awal": "Hari perbuatan sebelum masa larangan dibuka",
    "Hari perbuatan dapat lebih awal": "Hari perbuatan hanya diketahui sebagian dan dapat sebelum masa larangan dibuka",
    "Hari perbuatan di luar": "Hari perbuatan di luar masa yang dimuat lengkap",
    "Masa larangan": "Masa larangan tidak diketahui buka atau tutupnya",
    "Wilayah dalam catatan": "Nama wilayahnya tidak terbaca sebagai satu daerah",
    'Larangan "': "Larangan hanya selama masa kampanye, dan hari perbuatan tidak terbaca di dalamnya",
    "%(form)s: huruf yang dikutip": "Huruf PP 53/2010 yang dikutip tidak menyebut pemilihan ini",
}


def load(path: Path) -> list[PublishedCase]:
    """The published cases with their answers; a record that cannot be read stops the page."""
    return [_published(record) for record in read_cases(path)]


def _published(record: Mapping[str, Any]) -> PublishedCase:
    answer = assess_case(read_record(record))
    return PublishedCase(record, answer, {**as_dict(answer), "gap": measure(answer)})


def page(cases: Sequence[PublishedCase]) -> str:
    """The whole page as Markdown."""
    summary = summarise([case.result for case in cases])
    parts = (_preface(cases), _summary(summary), _every_case(cases), _undecided(cases), _parted(cases))
    return "\n\n".join(parts) + "\n"


def _preface(cases: Sequence[PublishedCase]) -> str:
    years = sorted(case.result["act_date"][:4] for case in cases)
    return f"""# Praktik dan hukum: {len(cases)} perkara yang diberitakan

Halaman ini dibuat oleh `python -m netra.law.practice_page` dari `docs/data/published-cases.yaml`; jangan disunting.

**Asal.** Perkara netralitas pegawai ASN tahun {years[0]}-{years[-1]} yang diberitakan pers atau laman Bawaslu,
disarikan tanpa nama orang. **Satuan.** Perkara (satu catatan = satu perkara), bukan orang; satu perkara dapat memuat
banyak orang.

**Cara membaca.** Golongan, batas bawah, dan batas atas dihitung dari hukum pada hari perbuatan, bukan dari yang
diberitakan. Mesin tidak mengikuti praktik: bila keduanya berpisah, keduanya ditampilkan. "Perlu ditelaah" berarti mesin
tidak berhak memutus sendiri; sebabnya ada di bawah. Ini bukan nasihat hukum dan bukan penilaian atas orang: perkara
yang belum diputus tetap dugaan. Urutan tingkat: sanksi moral < ringan < sedang < berat < pemberhentian status."""


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _summary(summary: Mapping[str, Any]) -> str:
    compared = f"Dibandingkan {summary['compared']} dari {summary['cases']} perkara. Satuan: {summary['unit']}."
    header = [VERDICT_LABELS[verdict] for verdict in VERDICTS]
    tables = [_table(["semua", *header], [["perkara", *summary["verdicts"].values()]])]
    groupings: tuple[tuple[str, str, Callable[[str], str]], ...] = (
        ("golongan", "by_category", category_in_words),
        ("rezim disiplin", "by_regime", _regime_in_words),
        ("tahun perbuatan", "by_year", str),
    )
    for title, key, words in groupings:
        rows = [[words(name), *counts.values()] for name, counts in summary[key].items()]
        tables.append(_table([title, *header], rows))
    why = "\n".join(f"- {count} perkara: {reason}" for reason, count in summary["left_out"]["why"].items())
    left_out = f"Tidak dibandingkan ({summary['left_out']['count']} perkara):\n\n{why}"
    return "\n\n".join(["## Ringkasan", compared, *tables, left_out])


def _regime_in_words(code: str) -> str:
    names = {"DISC-53": "PP 53/2010", "DISC-94": "PP 94/2021", "NOT_A_CIVIL_SERVANT": "bukan pegawai ASN"}
    return names[code]


def _every_case(cases: Sequence[PublishedCase]) -> str:
    header = (
        "perkara",
        "perbuatan",
        "tanggal",
        "tahap",
        "golongan",
        "dasar",
        "batas bawah-atas",
        "dijatuhkan",
        "selisih",
        "telaah",
    )
    table = _table(header, (_line(case) for case in cases))
    return f"## Setiap perkara\n\n{table}"


def _line(case: PublishedCase) -> list[str]:
    result, found = case.result, case.result["gap"]
    steps = f" {found['steps']} tingkat" if found["steps"] else ""
    return [
        f"`{result['id']}`",
        "; ".join(CONDUCTS[code].label for code in case.answer.case.conducts),
        day_in_words(case),
        phase_in_words(result["phase"]),
        category_in_words(result["category"]),
        _basis(result),
        levels_in_words(result["level_floor"], result["level_ceiling"]),
        level_in_words(found["imposed_level"]) if found["imposed_level"] else "–",
        VERDICT_LABELS[found["verdict"]] + steps,
        "perlu" if result["needs_review"] else "–",
    ]


def _basis(result: Mapping[str, Any]) -> str:
    """The article of the first form on which the floor stands, how it was checked, and how many more there are."""
    judged = [form for form in result["forms"] if form["category"] == result["category"]] or result["forms"]
    at_floor = [form for form in judged if form["level"] == result["level_floor"]] or judged
    if not at_floor:
        return "–"
    first, more = at_floor[0], len(at_floor) - 1
    mark = VERIFICATION_LABELS[Verification(first["verification"])]
    return f"{'; '.join(first['basis'])} ({mark})" + (f", dan {more} bentuk lain" if more else "")


def day_in_words(case: PublishedCase) -> str:
    """The day of the act, no more precise than it is known."""
    day, precision = case.answer.case.act_day, case.answer.case.precision
    if precision is Precision.YEAR:
        return f"tahun {day.year}"
    return in_words(day) if precision is Precision.DAY else f"{MONTHS[day.month - 1]} {day.year}"


def _undecided(cases: Sequence[PublishedCase]) -> str:
    groups: dict[str, list[str]] = {kind: [] for kind in KINDS_OF_DOUBT.values()}
    for case in cases:
        for kind in dict.fromkeys(map(kind_of, case.answer.doubts)):
            groups[kind].append(case.result["id"])
    count = sum(bool(case.answer.doubts) for case in cases)
    intro = (
        f"Pada {count} dari {len(cases)} perkara mesin meminta telaah manusia. Satu perkara dapat punya beberapa sebab."
    )
    sections = [f"### {kind} ({len(ids)})\n\n{_ids(ids)}" for kind, ids in groups.items() if ids]
    return "\n\n".join(["## Yang tidak dapat diputuskan mesin, dan sebabnya", intro, *sections])


def kind_of(doubt: str) -> str:
    """The kind of a doubt by the first words of its template; KeyError where nobody has named it yet."""
    words = doubt.template if isinstance(doubt, Sentence) else doubt
    for beginning, kind in KINDS_OF_DOUBT.items():
        if words.startswith(beginning):
            return kind
    raise KeyError(f"KINDS_OF_DOUBT does not know: {doubt}")


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in ids)


def _parted(cases: Sequence[PublishedCase]) -> str:
    intro = (
        "Yang diberitakan diletakkan di samping hukum pada hari perbuatan. Perbedaan tidak selalu berarti praktiknya "
        "salah: berita dapat keliru atau tidak lengkap, dan perbuatan yang dicatat di sini dapat lebih sempit daripada "
        "berkasnya."
    )
    sections = []
    for parting in PARTINGS:
        found = [(case, parting.remark(case.record, case.answer, case.result)) for case in cases]
        lines = [f"- `{case.result['id']}`: {remark}" for case, remark in found if remark]
        body = "\n".join(lines) if lines else "Tidak ada."
        sections.append(f"### {parting.title} ({len(lines)})\n\n{parting.law}\n\n{body}")
    return "\n\n".join(["## Di mana praktik dan hukum berpisah", intro, *sections])


def main(arguments: Sequence[str]) -> None:
    """Write the page: `python -m netra.law.practice_page [CASES PAGE]`."""
    source, target = arguments or ("docs/data/published-cases.yaml", "docs/practice-and-law.md")
    Path(target).write_text(page(load(Path(source))), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
