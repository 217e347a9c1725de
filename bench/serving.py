"""A server for as long as it is measured: gone afterwards, whatever ends the measuring."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

_PATIENCE_SECONDS = 20


@contextmanager
def serving(command: Sequence[str]) -> Iterator[None]:
    """Run `command` with all the workers it starts, in a group of its own that ends with the block.

    Whoever stops the measuring by SIGTERM ends the server as well: Python itself would leave it behind.
    """
    signal.signal(signal.SIGTERM, _stop)
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(_PATIENCE_SECONDS)
        # A worker that outlives its parent, or a parent that did not go.
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _stop(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
