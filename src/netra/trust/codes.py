"""The code of a report: the only key to it, so long that nobody guesses it, so plain that it survives a scrap of paper.

Sixteen random characters (80 bits) and one check character, written `7K3Q-X9AB-CDEF-GHJK-M`. Tables keep its keyed
fingerprint only; who steals a table cannot try codes against it. Made from NETRA_EVIDENCE_KEY, which has to last as
codes do; the secret of the sessions may be renewed.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust import crockford
from netra.trust.errors import Refused
from netra.trust.sealing import keyed_fingerprint

RANDOM_CHARACTERS = 16
GROUP = 4
_LENGTH = RANDOM_CHARACTERS + 1


class InvalidCode(Refused):
    """The text cannot be a code: wrong length, a character that codes never have, or a slip of the pen."""


def new_code() -> str:
    """A fresh code, ready to be shown once and written down."""
    body = crockford.random_text(RANDOM_CHARACTERS)
    return _grouped(body + crockford.check_character(body))


def normalise(text: str) -> str:
    """The code as it was given out, from however it was typed. Fails with InvalidCode; the message never repeats it."""
    code = crockford.cleaned(text)
    if len(code) != _LENGTH:
        raise InvalidCode(
            _("Kode terdiri dari %(expected)d huruf dan angka; yang diketik %(found)d. Periksa kembali catatan Anda.")
            % {"expected": _LENGTH, "found": len(code)}
        )
    if not crockford.is_valid(code):
        raise InvalidCode(
            _("Kode hanya berisi angka dan huruf A–Z tanpa huruf U dan tanda baca. Periksa kembali catatan Anda.")
        )
    if crockford.check_character(code[:-1]) != code[-1]:
        raise InvalidCode(
            _("Ada huruf atau angka yang keliru atau tertukar pada kode. Periksa kembali catatan Anda, satu per satu.")
        )
    return _grouped(code)


def fingerprint(code: str) -> str:
    """What a table stores instead of the code. Fails with InvalidCode."""
    return keyed_fingerprint(settings.EVIDENCE_KEY, "report-code", normalise(code))


def _grouped(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
