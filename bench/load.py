"""A closed loop of clients: each sends its next request when the last answer came. Threads and keep-alive connections."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of one kind of request gave; times in milliseconds."""

    median: float
    p95: float
    per_second: float
    errors: int


def run(port: int, paths: Callable[[int], Iterator[str]], *, clients: int, seconds: float, cookie: str) -> Measured:
    """`clients` threads ask for the paths of their own iterator for `seconds`; redirects and errors count as errors."""
    spent: list[float] = []
    errors = 0
    lock = threading.Lock()
    until = time.perf_counter() + seconds

    def ask(client: int) -> None:
        nonlocal errors
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        mine: list[float] = []
        failed = 0
        for path in paths(client):
            start = time.perf_counter()
            if start > until:
                break
            connection.request("GET", path, headers={"Cookie": cookie, "Host": "127.0.0.1"})
            answer = connection.getresponse()
            answer.read()
            mine.append((time.perf_counter() - start) * 1000)
            failed += answer.status != 200
        connection.close()
        with lock:
            spent.extend(mine)
            errors += failed

    begun = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(client,)) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.perf_counter() - begun
    ordered = sorted(spent) or [float("nan")]
    return Measured(statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1], len(spent) / elapsed, errors)
