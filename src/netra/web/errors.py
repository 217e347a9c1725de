"""Error pages in plain words: what happened, what was kept, what to do now.

The page of a failure (500, 503) asks nothing of the database, because the database may be what failed. It offers what
was typed for sending once more, so that an outage costs nobody their text.
"""

from __future__ import annotations

import errno
import sqlite3
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.intake.uploads import MAX_FILES
from netra.trust.errors import Refused

# What opens an account is typed anew: a page that holds it stays open for whoever comes next.
NEVER_SENT_BACK = frozenset({"password", "old", "new"})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, and 413 where the request was too large."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request, typed=True)
    return _page(
        request,
        400,
        _("Permintaan tidak dapat dibaca"),
        _("Peramban mengirim sesuatu yang tidak lengkap atau rusak. Kembali ke halaman sebelumnya dan coba lagi."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: unknown, or not visible to who asks; the two look the same on purpose."""
    return _page(
        request,
        404,
        _("Tidak ditemukan"),
        _(
            "Halaman atau berkas ini tidak ada, sudah dipindahkan, atau tidak terbuka bagi Anda. "
            "Periksa kembali alamat atau kodenya."
        ),
    )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the act exists, but not for who asks. Only our own refusals speak for themselves."""
    return _page(
        request,
        403,
        _("Tidak berwenang"),
        str(exception) if isinstance(exception, Refused) else _("Peran Anda tidak mencakup tindakan ini."),
        _("Bila menurut Anda ini keliru, hubungi administrator instansi Anda."),
    )


def wrong_method(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """405: an address that only takes what a button sends was opened, as after signing in or by loading anew."""
    page = _page(
        request,
        405,
        _("Alamat ini hanya untuk tombol"),
        _("Langkah ini dikirim dengan tombol pada halamannya, jadi alamatnya sendiri tidak menampilkan apa pun."),
        _("Tidak ada yang berubah. Buka kembali halaman tempat tombol itu, lalu tekan tombolnya."),
    )
    page.headers["Allow"] = response.headers.get("Allow", "")
    return page


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is too old or cookies are off. Nothing typed is offered again: it may not be the sender's own."""
    return _page(
        request,
        403,
        _("Formulir ini tidak dapat diterima"),
        _("Formulir terbuka terlalu lama, atau peramban menolak kuki. Belum ada yang tersimpan."),
        _("Tekan Kembali, muat ulang halaman, lalu kirim lagi. Netra memakai kuki hanya untuk keamanan formulir."),
    )


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """409: a rule forbids the step on that day; the exception's own words say which and what can be done."""
    return _page(request, 409, _("Belum dapat dilakukan"), str(exception))


def busy(request: HttpRequest, exception: Exception) -> HttpResponse:
    """503 for a page that takes long to make while others are made; the exception says which."""
    response = _page(request, 503, _("Sebentar lagi"), str(exception))
    response.headers["Retry-After"] = "5"
    return response


def too_large(request: HttpRequest, *, typed: bool = False) -> HttpResponse:
    """413: says the limit that was passed, of the files or of what was `typed`."""
    if typed:
        found = _("Tulisan pada formulir ini lebih dari %(limit)s. Yang baru Anda kirim belum tersimpan.")
        found %= {"limit": filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)}
        then = _("Tekan Kembali dan ringkaslah tulisannya, atau lampirkan sebagai berkas.")
    else:
        found = _(
            "Satu berkas paling besar %(limit)s dan sekali kirim paling banyak %(count)d berkas; semuanya bersama-sama "
            "terlalu besar. Yang baru Anda kirim belum tersimpan."
        )
        found %= {"limit": filesizeformat(settings.EVIDENCE_LIMIT_BYTES), "count": MAX_FILES}
        then = _("Tekan Kembali, pilih berkas yang lebih kecil atau kirim beberapa berkas satu per satu.")
    return _bare_page(request, 413, _("Kiriman terlalu besar"), found, then)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the database or the disk cannot be reached just now."""
    if _is_outage(sys.exc_info()[1]):
        return unavailable(request)
    return _bare_page(
        request,
        500,
        _("Terjadi kesalahan pada Netra"),
        _("Ini kesalahan kami, bukan Anda. Langkah yang baru saja Anda lakukan tidak disimpan."),
        _("Coba lagi. Bila tetap terjadi, beri tahu administrator dan sebutkan waktu kejadiannya."),
    )


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: nothing was half-written; what was typed can be sent once more from this very page."""
    response = _bare_page(
        request,
        503,
        _("Netra sedang tidak dapat menyimpan"),
        _("Hubungan ke penyimpanan terputus atau sedang sibuk. Tidak ada yang tersimpan setengah."),
        _("Tunggu satu menit, lalu coba lagi. Bila tetap terjadi, beri tahu administrator."),
        sent_again=_typed(request),
    )
    response.headers["Retry-After"] = "60"
    return response


def no_room(request: HttpRequest) -> HttpResponse:
    """503: the server could not even receive the file; the rest of the form can be sent without it."""
    return _bare_page(
        request,
        503,
        _("Tidak ada ruang untuk berkas"),
        _("Penyimpanan sementara server penuh, jadi berkas yang Anda lampirkan tidak dapat diterima."),
        _("Belum ada yang tersimpan. Kirimlah isian Anda tanpa berkas; berkasnya dapat menyusul."),
        _("Bila tetap terjadi, beri tahu administrator."),
        sent_again=_typed(request),
    )


def is_full(error: OSError) -> bool:
    """Whether the disk, the quota or the limit on the size of files is what refused."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def _is_outage(error: BaseException | None) -> bool:
    if isinstance(error, OperationalError | InterfaceError | sqlite3.OperationalError):
        return True
    return isinstance(error, OSError) and (is_full(error) or error.errno == errno.EROFS)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    # Elsewhere a `code` is that of an agency or a letter; on this page it is the reporter's own key.
    secret = NEVER_SENT_BACK | ({"code"} if request.path == reverse("report_follow") else set())
    return [(name, value) for name, values in request.POST.lists() if name not in secret for value in values]


def _page(request: HttpRequest, status: int, title: str, *words: str) -> HttpResponse:
    context = {"status": status, "title": title, "words": words}
    return render(request, "errors/page.html", context, status=status)


def _bare_page(
    request: HttpRequest, status: int, title: str, *words: str, sent_again: list[tuple[str, str]] | None = None
) -> HttpResponse:
    context = {"status": status, "title": title, "words": words, "sent_again": sent_again or []}
    return HttpResponse(render_to_string("errors/bare.html", context), status=status)
