"""What a check that found nothing wrong has proven, and what it has not, for people who must rely on it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from netra.trust.language import long_date
from netra.trust.trail.canonical import TrailCheck


def proven(check: TrailCheck) -> list[str]:
    """The sentences to show below a check without problems, what is proven first."""
    if not check.events:
        return [_("Tidak ada satu peristiwa pun, jadi tidak ada yang terbukti.")]
    words = [_("Terbukti: setiap peristiwa cocok dengan sidik jarinya dan menyambung pada peristiwa sebelumnya.")]
    if check.compared:
        words.append(
            _(
                "Terbukti: %(count)d baris basis data (laporan, perkara, penanganan, keputusan, perubahan tenggat, "
                "surat, bukti) berbunyi seperti peristiwa terakhir yang menyebutnya, dalam kolom yang disebutnya. "
                "Yang tidak disebut peristiwa tidak dibandingkan: teks dan nama orang, jatuh tempo yang tidak pernah "
                "diubah dengan surat, hari pelapor mengetahui perbuatannya, instansi yang dilewati pada perkara, serta "
                "hari masuk laporan yang dicatat petugas dan tanggal surat, selain bahwa tidak sesudah dicatat."
            )
            % {"count": check.compared}
        )
    if check.unknown:
        words.append(
            _(
                "Belum terbukti: %(count)d baris di antaranya (akhir tenggat) memuat hari yang tidak disebut peristiwa "
                "mana pun, karena dicatat sebelum jejak menyimpannya atau karena peristiwanya tidak menyebutnya. Baris "
                "itu tidak dapat dinyatakan utuh dan tidak dinyatakan berubah."
            )
            % {"count": check.unknown}
        )
    if check.published:
        words.append(
            _(
                "Terbukti: semua yang tercakup akar harian %(day)s sama dengan saat akar itu diumumkan. Yang ditulis "
                "sesudahnya baru terbukti dengan akar berikutnya."
            )
            % {"day": _in_words(check.published)}
        )
    elif check.file == "chains":
        words.append(
            _(
                "Berkas ini hanya memuat sebagian rantai, tanpa akar harian. Belum terbukti: bahwa rantai itu lengkap, "
                "dan bahwa berkas ini tidak disusun kembali oleh yang menguasainya. Bandingkan dengan ekspor seluruh "
                "jejak dan akar hariannya."
            )
        )
        return words
    else:
        words.append(
            _(
                "Belum terbukti: bahwa seluruhnya tidak pernah ditulis ulang. Siapa yang menguasai basis data beserta "
                "kuncinya, atau berkas ini, dapat menyusun semua sidik jari dan akar kembali; siapa yang menyimpan "
                "salinan lama seluruh basis data dapat memasangnya kembali, tanpa kunci pun. Bandingkan dengan akar "
                "yang dahulu dicetak atau diumumkan."
            )
        )
    words.append(_since_the_last_root(check))
    if check.file:
        words.append(
            _(
                "Belum diperiksa: apakah basis data masih berbunyi seperti jejak ini. Berkas diperiksa tanpa basis "
                "data; barisnya dibandingkan bila jejak diperiksa di instans itu sendiri."
            )
        )
    return [*words, *_to_be_seen_to(check)]


def _to_be_seen_to(check: TrailCheck) -> list[str]:
    """What a check found that is no fault of the trail, but of the clock or of the habit."""
    words = []
    if check.ahead:
        words.append(
            _(
                "Perlu diketahui: ada akar harian bertanggal %(day)s, hari yang belum tiba. Jam server pernah berjalan "
                "mendahului; akar itu mencakup yang ditulis sebelum ia dibuat, bukan sampai hari itu. Hari-hari sejak "
                "jam dibetulkan mendapat akarnya sendiri."
            )
            % {"day": _in_words(check.ahead)}
        )
    if check.unrooted:
        words.append(
            _(
                "Perlu dikerjakan: %(count)d rantai bergerak sebelum kemarin dan belum tercakup akar harian mana pun. "
                "Buatlah akar harian (netra trail close-day), lalu cetak atau umumkan."
            )
            % {"count": check.unrooted}
        )
    return words


def _since_the_last_root(check: TrailCheck) -> str:
    """The seal of a head says who wrote it, not that it is the newest: an old one still fits what it was made for."""
    if not check.rooted:
        return _(
            "Belum terbukti: bahwa tidak ada rantai yang hilang seluruhnya atau dikembalikan ke salinan lama, sebab "
            "belum ada akar harian."
        )
    return _(
        "Belum terbukti: yang ditulis sesudah akar harian terakhir (%(day)s). Siapa yang menguasai basis data dan "
        "menyimpan salinannya yang lebih lama dapat mengembalikan rantai ke salinan itu tanpa ketahuan, selama belum "
        "ada akar berikutnya."
    ) % {"day": _in_words(check.rooted)}


def _in_words(day: str) -> str:
    """28 November 2026; what a file calls a day and is none stays as it stands there."""
    try:
        return long_date(date.fromisoformat(day))
    except ValueError:
        return day
