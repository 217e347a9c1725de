"""A form sent twice (a second press of the button, a line that broke after the act was done) is one act.

The fingerprint is claimed in the transaction of the act itself: whoever comes second waits for the first, and finds
the claim only if the act was done. A refusal, an outage or a kill takes the claim back with everything else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.trust.errors import Refused
from netra.trust.models import SentForm
from netra.trust.sealing import keyed_fingerprint

Result = TypeVar("Result")


class SentBefore(Refused):
    """This very form was sent before, and what it asked for is done."""


def once(form: str, act: Callable[[], Result | None], *, at: datetime) -> Result | None:
    """Does the act unless this form did it before; an act that gives nothing back was not done. Fails with SentBefore.

    `form` is the sheet: the token of its page, its address and everything that was filled in.
    """
    with transaction.atomic():
        _claim(keyed_fingerprint(settings.SECRET_KEY, "sent-form", form), at)
        result = act()
        if result is None:
            transaction.set_rollback(True)
    return result


def sheet(token: str, *written: str) -> str:
    """A sheet of a page that gives out one token for several messages: the same token with other words is another."""
    return hashlib.sha256("\0".join([token, *written]).encode()).hexdigest()


def _claim(fingerprint: str, at: datetime) -> None:
    try:
        with transaction.atomic():
            SentForm.objects.create(fingerprint=fingerprint, sent_at=at)
    except IntegrityError as taken:
        raise SentBefore(
            _(
                "Formulir yang sama sudah diterima satu kali, jadi tidak dicatat dua kali. Bukalah kembali halaman "
                "sebelumnya untuk melihat hasilnya; bila memang hendak mengulang, muat ulang halaman ini lalu isi lagi."
            )
        ) from taken
