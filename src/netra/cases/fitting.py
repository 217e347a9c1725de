"""Which kind of sanction answers what is alleged of whom: asked before a recommendation and before a proceeding."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from netra.cases.leaving import LEAVING_LABELS
from netra.cases.models import Allegation, Party
from netra.cases.models.allegation import HELD
from netra.law.in_words import category_in_words
from netra.trust.language import long_date

CIVIL_SERVANTS = ("PNS", "CPNS", "PPPK")


def not_a_civil_servant(accused: Party) -> str:
    """Why nobody may be sanctioned as a civil servant who is none; "" for one who is."""
    if accused.employment in CIVIL_SERVANTS:
        return ""
    return _(
        "Terlapor ini bukan ASN, jadi tidak dapat dijatuhi sanksi disiplin, kode etik, atau "
        "pemberhentian ASN. Rezim yang berlaku: hukum desa atau hukum pemerintahan daerah; dugaan "
        "pidana dapat diteruskan."
    )


def answers(wanted: str, allegations: Iterable[Allegation]) -> bool:
    """Whether a sanction of this category can answer one of them.

    Ethics and discipline may be combined (PP 42/2004 Ps 16); the end of status needs its own allegation.
    """
    fitting = {"STATUS_TERMINATION"} if wanted == "STATUS_TERMINATION" else {"ETHICS", "DISCIPLINE", "NONE"}
    return any(each.category in fitting for each in allegations)


def why_left(accused: Party) -> str:
    """Why nothing begins against who is a civil servant no more; "" for who is one."""
    if not accused.left_kind:
        return ""
    return _(
        "Terlapor T%(ordinal)s bukan lagi pegawai sejak %(day)s (%(kind)s), jadi tidak ada yang direkomendasikan atau "
        "dibuka lagi terhadapnya. Bila catatan itu keliru, perbaiki dahulu dengan alasan."
    ) % _departure(accused)


def why_not_addressed(accused: Party) -> str:
    """Why nothing is sent to or about who is a civil servant no more; "" for who is one."""
    if not accused.left_kind:
        return ""
    return _(
        "Terlapor T%(ordinal)s bukan lagi pegawai sejak %(day)s (%(kind)s), jadi ia tidak diundang, tidak diberi "
        "tautan jawaban, dan tidak disebut dalam surat penerusan. Bila catatan itu keliru, perbaiki dahulu dengan "
        "alasan."
    ) % _departure(accused)


def _departure(accused: Party) -> dict[str, object]:
    return {
        "ordinal": accused.ordinal,
        "day": long_date(accused.left_date) if accused.left_date else "",
        "kind": _(LEAVING_LABELS[accused.left_kind]).lower(),
    }


def why_unidentified(accused: Party) -> str:
    """Why a name alone carries no recommendation; "" for whom an officer confirmed by a second attribute."""
    if accused.nip:
        return ""
    return _(
        "Identitas terlapor T%(ordinal)s belum dipastikan dengan ciri kedua, dan nama saja tidak menunjuk seseorang, "
        "jadi rekomendasi tentangnya belum dapat dikirim. Pastikan dahulu lewat «Pastikan identitas» pada bagian "
        "«Terlapor» di halaman perkara, atau minta petugas Bawaslu melakukannya, lalu rekomendasikan."
    ) % {"ordinal": accused.ordinal}


def why_not_recommended(accused: Party, category: str) -> str:
    """Why this category cannot be recommended for this person; "" where it can."""
    refusal = not_a_civil_servant(accused) or why_left(accused) or why_unidentified(accused)
    standing = accused.allegations.filter(state__in=HELD)
    if refusal or answers(category, standing):
        return refusal
    return _(
        "Tidak ada dugaan terhadap terlapor ini yang dijawab dengan «%(category)s». Bila Anda membaca dugaannya lain, "
        "ubah dahulu penilaiannya dengan alasan, lalu rekomendasikan."
    ) % {"category": _(category_in_words(category))}
