"""Pages that only one agency fills in: whoever merely reads is told so before a form is shown."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.trust.access import NotAllowed


def for_writers(writes: bool) -> None:
    """Let those through who write for the agency in question. Fails with NotAllowed."""
    if not writes:
        raise NotAllowed(_("Halaman ini diisi oleh instansi yang mengadakannya. Anda dapat membacanya saja."))
