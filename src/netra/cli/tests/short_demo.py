"""`netra demo` as everybody gives it, but its tales end in January 2018: seconds instead of a minute.

python -m netra.cli.tests.short_demo --no-serve
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from netra.cli.main import main
from netra.demo import stage
from netra.demo.pace import moment
from netra.demo.stage import Tale, play

END = moment(date(2018, 1, 31))


def play_the_first_weeks(tales: Iterable[Tale], **options: Any) -> None:
    play(tales, **options | {"until": END})


if __name__ == "__main__":
    stage.play = play_the_first_weeks
    sys.exit(main(["demo", *sys.argv[1:]]))
