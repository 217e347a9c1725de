"""One client that acknowledges the national circular by personal links; started eight times by acknowledge.py.

.venv/bin/python bench/acknowledge_client.py SECONDS NUMBER

Prints the reference of everybody who was told that it is recorded.
"""

from __future__ import annotations

import sys
import time

import django


def main(seconds: float, number: int) -> None:
    """Twenty thousand people of its own open their links, one after the other, and say that it was read."""
    django.setup()
    from acknowledge import AT, circular

    from netra.prevention.operations import instrument_acknowledge
    from netra.prevention.personal_links import DIGITS, PersonalLink
    from netra.registry.models import CivilServant

    instrument = circular()
    mine = CivilServant.objects.order_by("pk").values_list("ref", "nip")[number * 20_000 : (number + 1) * 20_000]
    people = list(mine)
    until = time.perf_counter() + seconds
    for ref, nip in people:
        if time.perf_counter() > until:
            break
        token = PersonalLink(instrument.ref, ref).token
        instrument_acknowledge(token=token, digits=nip[-DIGITS:], choices={}, at=AT)
        print(ref, flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
