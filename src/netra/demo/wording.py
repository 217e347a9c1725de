"""Sentences that many stories share; what is particular stands in the stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netra.cases.cited_rules import rules_of
from netra.cases.models import Allegation
from netra.demo.stories import Story


@dataclass(frozen=True, slots=True)
class Analysis:
    """How a study ends."""

    proposal: str
    analysis: str


PROVEN = Analysis(
    "Diteruskan kepada lembaga pengawas netralitas ASN dengan tembusan kepada Pejabat Pembina Kepegawaian.",
    "Perbuatan, tempat, dan waktunya bersesuaian menurut bukti dan keterangan; unsur bentuk pelanggaran terpenuhi.",
)
UNPROVEN = Analysis(
    "Dinyatakan tidak terbukti.",
    "Keterangan saksi tidak bersesuaian dan bukti tidak memperlihatkan terlapor; unsur tidak terpenuhi.",
)
CRIME = Analysis(
    "Diteruskan kepada Sentra Gakkumdu.",
    "Perbuatan memenuhi unsur bentuk pidana pemilihan; penilaiannya menjadi wewenang penegak hukum.",
)

# What a coder writes as the evidence of a factor.
CAUSE_EVIDENCE: Mapping[str, str] = {
    "PATRON_CLIENT": "Terlapor menerangkan mengikuti ajakan atasan yang selama ini menempatkannya dalam jabatan.",
    "AMBITION": "Pesan terlapor kepada rekannya menyebut jabatan yang diharapkan setelah pemilihan.",
    "KINSHIP": "Hubungan keluarga dengan calon dibenarkan terlapor dalam klarifikasi.",
    "ELITE_PRESSURE": "Dua saksi mendengar permintaan tokoh yang tidak dapat ditolak terlapor.",
    "PARTY_MACHINE": "Daftar hadir kegiatan partai memuat tugas pegawai per kelurahan.",
    "SHARED_BACKGROUND": "Terlapor dan calon satu almamater dan satu paguyuban, menurut keterangannya sendiri.",
    "DEBT_OF_GRATITUDE": "Terlapor menyebut bantuan calon pada masa lalu sebagai alasan.",
}

QUESTIONS = (
    ("Apakah Saudara sehat dan bersedia diperiksa?", "Ya, saya sehat dan bersedia."),
    ("Apakah Saudara mengetahui perbuatan yang disangkakan?", "Ya, sudah dibacakan kepada saya."),
)
# What who is not accused says at a clarification.
CLARIFIED: Mapping[str, str] = {
    "REPORTER": "Saya melihat sendiri kejadian itu dan menyerahkan bukti yang saya simpan (contoh).",
    "WITNESS": "Saya berada di tempat itu dan menerangkan yang saya lihat dan dengar, tanpa menafsirkannya (contoh).",
}
NO_CRIME = (
    "Unsur tindak pidana pemilu atau pemilihan tidak terpenuhi menurut bukti yang ada; perbuatannya ditangani sebagai "
    "pelanggaran netralitas."
)
DENIAL = "Saya tidak melakukan yang disangkakan; pada waktu itu saya berada di tempat lain bersama saksi."
ADMISSION = "Benar saya melakukannya; saya tidak menyadari bahwa hal itu dilarang dan saya menyesal."


def analysis_of(story: Story) -> Analysis:
    if story.advice == "CRIME":
        return CRIME
    return UNPROVEN if story.ending and story.ending.how == "NOT_PROVEN" else PROVEN


def study_facts(story: Story) -> str:
    """The narratives, one under the other."""
    return "\n".join(deed.narrative for deed in story.deeds)


def basis_of(allegation: Allegation, category: str) -> str:
    """The articles of that category; an officer's own reading names them in its reason."""
    return "; ".join(rules_of([allegation], frozenset({category})))


def advice_reason(level: str) -> str:
    """Why the oversight body recommends this level."""
    if level == "MORAL":
        return "Perbuatan sebelum penetapan calon termasuk pelanggaran kode etik."
    if level == "TERMINATION":
        return "Keanggotaan partai politik menjadi alasan pemberhentian, bukan hukuman disiplin."
    return "Tingkat ini mengikuti batas yang ditetapkan peraturan untuk bentuk pelanggaran tersebut."
