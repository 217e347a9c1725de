"""How long one letter takes to draw: median milliseconds per kind, on one core, from data to PDF.

DJANGO_SETTINGS_MODULE=netra.settings_testing .venv/bin/python bench/letters.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import time

import django


def main(rounds: int) -> None:
    django.setup()
    from netra.letters.kinds import LetterKind
    from netra.letters.render import Seal, render
    from netra.letters.tests.examples import DATA, HEAD, SEAL

    print(f"{'letter':28}{'median ms':>10}{'kB':>8}")
    for kind in LetterKind:
        spent = []
        for count in range(rounds):
            # Another number each round, so that nothing comes from a cache of finished documents.
            seal = Seal(f"{count}/{SEAL.number}", SEAL.letter_date, SEAL.code)
            start = time.perf_counter()
            pdf = render(kind, DATA[kind], head=HEAD, seal=seal)
            spent.append((time.perf_counter() - start) * 1000)
        print(f"{kind:28}{statistics.median(spent):10.1f}{len(pdf) / 1000:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
