"""Write the golden text of every letter anew; read the difference before committing it.

DJANGO_SETTINGS_MODULE=netra.settings_testing python -m netra.letters.tests.write_golden
"""

from __future__ import annotations

from pathlib import Path

import django

GOLDEN = Path(__file__).parent / "golden"


def write_all() -> None:
    django.setup()
    from netra.letters.kinds import LetterKind  # noqa: PLC0415 -- models load only after the setup
    from netra.letters.render import render  # noqa: PLC0415
    from netra.letters.tests.examples import DATA, HEAD, SEAL  # noqa: PLC0415
    from netra.letters.tests.pdf_text import pdf_text  # noqa: PLC0415

    for kind in LetterKind:
        text = pdf_text(render(kind, DATA[kind], head=HEAD, seal=SEAL))
        (GOLDEN / f"{kind}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_all()
