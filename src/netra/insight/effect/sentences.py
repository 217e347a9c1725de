"""What a comparison shows and what it does not, in plain sentences."""

from __future__ import annotations

from math import isinf

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netra.insight.effect.comparing import Comparison
from netra.insight.effect.rate_ratio import Ratio


def of_before_and_after(found: Comparison) -> str:
    """Each unit with itself."""
    caution = _(
        "Perbandingan inilah yang lebih lemah: ia tidak menyisihkan apa yang berubah bagi semua unit pada waktu itu, "
        "misalnya tahapan pemilihan atau mulainya pencatatan."
    )
    return _sentence(_("Unit yang sama, sesudah dibanding sebelum terjangkau."), found, caution)


def of_side_by_side(found: Comparison) -> str:
    """Units reached beside units not yet reached."""
    caution = _(
        "Perbandingan ini menyisihkan apa yang berubah bagi semua unit pada bulan yang sama, tetapi bukan beda "
        "antarunit."
    )
    return _sentence(_("Unit terjangkau dibanding unit yang belum, bulan demi bulan."), found, caution)


def _sentence(what: str, found: Comparison, caution: str) -> str:
    if found.needed is None:
        return f"{what} {_nothing_to_compare()}"
    if found.ratio is None or (not found.enough and found.ratio.low <= 1 <= found.ratio.high):
        return f"{what} {_too_little(found.acts, found.needed)}"
    return f"{what} {_told(found.ratio, found)} {caution}"


def _nothing_to_compare() -> str:
    return _(
        "Belum ada yang dapat dibandingkan: dalam rentang ini tidak ada bagian waktu dengan pegawai di kedua pihak. "
        "Diperlukan unit yang dijangkau bertahap, sebagian lebih dahulu dan sebagian kemudian."
    )


def _too_little(acts: int, needed: int) -> str:
    had = ngettext(
        "Terlalu sedikit data untuk mengatakan apa pun: hanya %(acts)d perbuatan dapat dibandingkan.",
        "Terlalu sedikit data untuk mengatakan apa pun: hanya %(acts)d perbuatan dapat dibandingkan.",
        acts,
    ) % {"acts": acts}
    want = _(
        "Seandainya tidak satu pun dari pihak yang terjangkau, itu masih dapat kebetulan. Untuk melihat pengurangan "
        "separuh diperlukan sekitar %(needed)d perbuatan: lebih banyak unit atau waktu yang lebih panjang."
    ) % {"needed": needed}
    return f"{had} {want}"


def _told(ratio: Ratio, found: Comparison) -> str:
    figures = {"ratio": written(ratio.estimate), "low": written(ratio.low), "high": written(ratio.high)}
    if ratio.high < 1:
        return _below() % figures
    if ratio.low > 1:
        return _above() % figures
    return _either() % {**figures, "needed": found.needed, "acts": found.acts}


def _below() -> str:
    return _(
        "Dugaan lebih jarang pada yang terjangkau: rasio %(ratio)s, selang 95 persen %(low)s sampai %(high)s, "
        "seluruhnya di bawah 1. Itu perbedaan, bukan bukti bahwa pencegahan penyebabnya: unit yang dijangkau lebih "
        "dahulu dapat memang berbeda, dan orang dapat lebih menyembunyikan perbuatannya."
    )


def _above() -> str:
    return _(
        "Dugaan lebih sering pada yang terjangkau: rasio %(ratio)s, selang 95 persen %(low)s sampai %(high)s, "
        "seluruhnya di atas 1. Itu tidak berarti pencegahan merugikan: yang sudah diberi tahu lebih mengenali "
        "pelanggaran dan melaporkannya, dan unit yang rawan sering dijangkau lebih dahulu."
    )


def _either() -> str:
    return _(
        "Bedanya tidak dapat dibedakan dari kebetulan: rasio %(ratio)s, selang 95 persen %(low)s sampai %(high)s, "
        "memuat 1. Itu tidak berarti pencegahan tidak berguna. Untuk melihat pengurangan separuh diperlukan sekitar "
        "%(needed)d perbuatan; yang dapat dibandingkan %(acts)d."
    )


def written(number: float) -> str:
    """A ratio as people read it."""
    return _("tak terhingga") if isinf(number) else f"{number:.2f}".replace(".", ",")
