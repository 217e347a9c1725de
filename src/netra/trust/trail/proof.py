"""What a check that found nothing wrong has proven, and what it has not, for people who must rely on it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.trust.trail.canonical import TrailCheck


def proven(check: TrailCheck) -> list[str]:
    """The sentences to show below a check without problems, what is proven first."""
    words = [_("Terbukti: setiap peristiwa cocok dengan sidik jarinya dan menyambung pada peristiwa sebelumnya.")]
    if check.published:
        words.append(
            _(
                "Terbukti: semua yang tercakup akar harian %(day)s sama dengan saat akar itu diumumkan. Yang ditulis "
                "sesudahnya baru terbukti dengan akar berikutnya."
            )
            % {"day": check.published}
        )
    else:
        words.extend(_unproven(check))
    if check.unrooted:
        words.append(
            _(
                "Perlu dikerjakan: %(count)d rantai bergerak sebelum kemarin dan belum tercakup akar harian mana pun. "
                "Buatlah akar harian (netra trail close-day), lalu cetak atau umumkan."
            )
            % {"count": check.unrooted}
        )
    return words


def _unproven(check: TrailCheck) -> list[str]:
    words = [
        _(
            "Belum terbukti: bahwa seluruhnya tidak pernah ditulis ulang. Siapa yang menguasai basis data beserta "
            "kuncinya, atau berkas ini, dapat menyusun semua sidik jari dan akar kembali. Bandingkan dengan akar yang "
            "dahulu dicetak atau diumumkan (--known-root HARI=AKAR)."
        )
    ]
    if not check.roots:
        words.append(_("Belum terbukti: bahwa tidak ada rantai yang hilang seluruhnya, sebab belum ada akar harian."))
    return words
