"""Where published practice and the law of the day part: each kind of difference, and what finds it in a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from netra.law.assess import Assessment
from netra.law.in_words import EMPLOYMENT_LABELS, VERDICT_LABELS, category_in_words, level_in_words, levels_in_words
from netra.law.regime import PP94_START, Regime
from netra.law.sanctions import levels_named_in
from netra.law.vocabulary import CIVIL_SERVANTS, RUNG, Category, Level

Remark = Callable[[Mapping[str, Any], Assessment, Mapping[str, Any]], str]

_OUR_CATEGORIES = frozenset(category.value for category in Category)
_ASN_CATEGORIES = frozenset({Category.ETHICS.value, Category.DISCIPLINE.value})
_NO_PENALTY = re.compile(r"hukuman disiplin (ringan|sedang|berat)|paslon")  # a level only, or imposed on a ticket


@dataclass(frozen=True, slots=True)
class Parting:
    """One kind of difference: its title, the law in a sentence, and what to remark on a case ("" where nothing)."""

    title: str
    law: str
    remark: Remark


def _published(record: Mapping[str, Any]) -> Mapping[str, Any]:
    return record.get("published") or {}


def _imposed(record: Mapping[str, Any]) -> Mapping[str, Any]:
    return record.get("imposed") or {}


def outside_the_range(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    found = result["gap"]
    if not found["steps"]:
        return ""
    law = levels_in_words(result["level_floor"], result["level_ceiling"])
    imposed = level_in_words(found["imposed_level"])
    review = "; jawaban mesin sendiri perlu ditelaah" if answer.doubts else ""
    return (
        f"dijatuhkan {imposed} ({_imposed(record).get('sanction', 'tanpa rincian')}), hukum: {law} – "
        f"{VERDICT_LABELS[found['verdict']]} {found['steps']} tingkat{review}."
    )


def penalty_that_does_not_exist(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    text = _imposed(record).get("sanction", "")
    if not text or answer.case.employment not in CIVIL_SERVANTS or _NO_PENALTY.search(text.casefold()):
        return ""
    if levels_named_in(text, answer.regime.regime, answer.case.employment):
        return ""
    catalogue = "PP 53/2010 Pasal 7" if answer.regime.regime is Regime.DISC_53 else "PP 94/2021 Pasal 8"
    return f'"{text}" tidak ada dalam {catalogue} maupun PP 42/2004 Pasal 15.'


def recommended_outside_the_range(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    recommended = _published(record).get("recommended") or {}
    level = recommended.get("level")
    floor, ceiling = result["level_floor"], result["level_ceiling"]
    if level not in RUNG or floor is None or RUNG[Level(floor)] <= RUNG[Level(level)] <= RUNG[Level(ceiling)]:
        return ""
    return f"{recommended['by']} merekomendasikan {level_in_words(level)}, hukum: {levels_in_words(floor, ceiling)}."


def treated_as_a_civil_servant(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    if answer.case.employment in CIVIL_SERVANTS:
        return ""
    categories = sorted(_ASN_CATEGORIES & set(_published(record).get("category", ())))
    level = _imposed(record).get("level")
    if not categories and not level:
        return ""
    words = [category_in_words(category) for category in categories]
    words += [level_in_words(level)] if level else []
    return f"diberitakan sebagai {' dan '.join(words)}; kedudukannya {EMPLOYMENT_LABELS[answer.case.employment]}."


def convicted_without_a_row(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    if "ELECTION_CRIME" not in _published(record).get("category", ()):
        return ""
    if any(row["category"] == "ELECTION_CRIME" and row["level"] for row in result["forms"]):
        return ""
    court = (_published(record).get("court") or {}).get("putusan", "proses pidana")
    return f"diberitakan sebagai pidana ({court}); perbuatan yang dicatat tidak memuat baris pidana yang berlaku."


def milder_or_graver_category(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    published = [category for category in _published(record).get("category", ()) if category in _OUR_CATEGORIES]
    asn_only = set(published) & _ASN_CATEGORIES
    if answer.case.employment not in CIVIL_SERVANTS or not asn_only or result["category"] in published:
        return ""
    words = " dan ".join(category_in_words(category) for category in published)
    return f"diberitakan: {words}; menurut hukum hari itu: {category_in_words(result['category'])}."


def repealed_rule_cited(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    cited = " | ".join(_published(record).get("legal_basis_cited", ()))
    repealed = []
    if "PP 53/2010" in cited and answer.case.act_day >= PP94_START:
        repealed.append("PP 53/2010 (diganti 31 Agustus 2021)")
    if "UU 5/2014" in cited and result["act_date"] >= "2023-10-31":
        repealed.append("UU 5/2014 (diganti 31 Oktober 2023)")
    return f"dikutip {' dan '.join(repealed)} untuk perbuatan {result['act_date']}." if repealed else ""


def wrong_body_addressed(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    recommended = _published(record).get("recommended") or {}
    addressed = str(recommended.get("text", "")).upper()
    other = {"KASN": "BKN", "BKN": "KASN"}.get(result["oversight_body"] or "", "")
    if not other or other not in addressed or (result["oversight_body"] or "") in addressed:
        return ""
    return f"diteruskan ke {other}; pengawas pada hari perbuatan {result['oversight_body']}."


def phase_against_the_calendar(record: Mapping[str, Any], answer: Assessment, result: Mapping[str, Any]) -> str:
    return next((sentence for sentence in answer.explanations if sentence.startswith("Tahap yang disebut")), "")


PARTINGS = (
    Parting(
        "Sanksi di luar batas hukum",
        "Sanksi dibandingkan dengan batas bawah dan batas atas bentuk yang berlaku pada hari perbuatan.",
        outside_the_range,
    ),
    Parting(
        "Rekomendasi di luar batas hukum",
        "Tidak ada larangan netralitas dalam PP 94/2021 Pasal 5 huruf n yang tingkatnya ringan; bentuk bagi bakal "
        "calon umumnya kode etik, bukan hukuman disiplin.",
        recommended_outside_the_range,
    ),
    Parting(
        "Hukuman yang tidak ada dalam katalog",
        "Hukuman disiplin hanya yang disebut PP 53/2010 Pasal 7 atau PP 94/2021 Pasal 8; sanksi moral hanya pernyataan "
        "tertutup atau terbuka (PP 42/2004 Pasal 15).",
        penalty_that_does_not_exist,
    ),
    Parting(
        "Bukan pegawai ASN, tetapi diperlakukan dengan hukum ASN",
        "Kode etik dan disiplin ASN tidak berlaku bagi kepala desa, kepala daerah, atau tenaga kontrak; yang berlaku "
        "hukum desa, hukum pemerintahan daerah, atau kontraknya, di samping pidana.",
        treated_as_a_civil_servant,
    ),
    Parting(
        "Golongan yang diberitakan berbeda",
        "Golongan mengikuti bentuk yang berlaku pada hari perbuatan dan tahapnya (bakal calon atau calon).",
        milder_or_graver_category,
    ),
    Parting(
        "Pidana yang tidak termuat dalam perbuatan yang dicatat",
        'Sebagian putusan membaca "keputusan dan/atau tindakan" (UU 10/2016 Pasal 71 ayat (1) jo. UU 1/2015 Pasal 188; '
        "bagi kepala desa pada pemilu: UU 7/2017 Pasal 282 jo. 490) cukup luas untuk ajakan dan kehadiran; kosakata "
        "perbuatan hanya memuatnya pada keputusan atau tindakan memihak. Petugas perlu memeriksa perbuatan itu juga.",
        convicted_without_a_row,
    ),
    Parting(
        "Peraturan yang sudah diganti masih dikutip",
        "PP 53/2010 diganti PP 94/2021 pada 31 Agustus 2021; UU 5/2014 diganti UU 20/2023 pada 31 Oktober 2023.",
        repealed_rule_cited,
    ),
    Parting(
        "Diteruskan ke lembaga yang bukan pengawas pada hari perbuatan",
        "KASN sampai 3 September 2024, BKN sejak 4 September 2024. Perkara yang ditangani melintasi hari itu berpindah "
        "(SE MenPANRB 4/2024), jadi perbedaan di sini tidak selalu kekeliruan.",
        wrong_body_addressed,
    ),
    Parting(
        "Tahap yang dicatat berbeda dari jadwal",
        "Calon ditetapkan pada hari yang diumumkan KPU; tahap yang dicatat tetap dipakai.",
        phase_against_the_calendar,
    ),
)
