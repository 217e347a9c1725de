"""Words of the reporting pages: `{% load intake %}`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

_KINDS: Mapping[str, Promise] = MappingProxyType(
    {
        "image": gettext_lazy("Gambar"),
        "video": gettext_lazy("Video"),
        "audio": gettext_lazy("Rekaman suara"),
        "application": gettext_lazy("Dokumen"),
    }
)


@register.filter
def media_word(media_type: str) -> str:
    """{{ file.media_type|media_word }} → Gambar (image/png): what the bytes say, never what the name says."""
    kind = media_type.partition("/")[0]
    if media_type == "application/octet-stream" or kind not in _KINDS:
        return _("Jenis tidak dikenali; diterima apa adanya")
    return f"{_KINDS[kind]} ({media_type})"
