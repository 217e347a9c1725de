"""Letters that are drawn when somebody reads them.

Typst takes longer for a letter than the rest of most acts, and few tests look at what it drew. Elsewhere an act keeps
what its letter is drawn from; `drawn`, which `pdf_text` asks, draws it then. The bytes begin like no PDF, so a test
that says it holds one has to have it drawn.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from netra.letters.render import Standard, compiled, qr_svg

_MARK = b"letter, drawn when it is read: "
_CODE = "code, drawn with its letter: "


def put_off(template: str, page: Mapping[str, object], *, standards: tuple[Standard, ...]) -> bytes:
    """In the place of `netra.letters.render.compiled`: the same data give the same bytes."""
    return _MARK + json.dumps([template, page, standards]).encode("ascii")


def code_put_off(text: str) -> str:
    """In the place of `netra.letters.render.qr_svg`."""
    return f"{_CODE}{text}"


def drawn(letter: bytes) -> bytes:
    """The PDF of a letter that was put off; whatever else is given, as it is."""
    if not letter.startswith(_MARK):
        return letter
    template, page, standards = json.loads(letter.removeprefix(_MARK))
    if page["qr"].startswith(_CODE):
        page["qr"] = qr_svg(page["qr"].removeprefix(_CODE))
    return compiled(template, page, standards=tuple(standards))
