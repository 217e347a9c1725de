"""A reader who computes: what can be known of a hidden figure from everything that was ever published.

The reader keeps for every count the smallest and the largest value it may have, adds up what must add up, and goes on
until nothing becomes narrower. Pure; it knows neither tables nor marks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Generic, TypeVar

Count = TypeVar("Count", bound=Hashable)
Range = tuple[float, float]
Sum = Sequence[tuple[int, Count]]
# Values that creep towards each other by one could take as many rounds as there are cases; no reader is that patient.
MOST_ROUNDS = 200


class Reader(Generic[Count]):
    """`ranges`: what is known of each count at first; `sums`: terms with their sign that add up to nothing."""

    def __init__(self, ranges: Mapping[Count, Range], sums: Iterable[Sum[Count]]) -> None:
        self._range = dict(ranges)
        # Beside which counts each became what it is.
        self._because: dict[Count, set[Count]] = {}
        self._read([terms for terms in sums if not all(self.is_certain(count) for _sign, count in terms)])

    def is_certain(self, count: Count) -> bool:
        """Whether only one value is left."""
        low, high = self._range[count]
        return low == high

    def reasons(self, count: Count) -> Iterator[Count]:
        """The counts from which this one follows, the nearest first."""
        seen, waiting = {count}, deque([count])
        while waiting:
            for reason in sorted(self._because.get(waiting.popleft(), set()) - seen, key=repr):
                seen.add(reason)
                waiting.append(reason)
                yield reason

    def _read(self, sums: Sequence[Sum[Count]]) -> None:
        """Add up every sum, and again those in which a count became narrower."""
        within: dict[Count, list[int]] = {}
        for number, terms in enumerate(sums):
            for _sign, count in terms:
                within.setdefault(count, []).append(number)
        waiting = dict.fromkeys(range(len(sums)))
        for _turn in range(MOST_ROUNDS * len(sums)):
            if not waiting:
                break
            number = next(iter(waiting))
            del waiting[number]
            for narrowed in self._add_up(sums[number]):
                waiting.update((again, None) for again in within[narrowed] if again != number)

    def _add_up(self, terms: Sum[Count]) -> Iterator[Count]:
        """Narrow every count to what the rest of its sum leaves for it; say which became narrower."""
        ends = [_signed(sign, self._range[count]) for sign, count in terms]
        least, most = _Ends([low for low, _high in ends]), _Ends([high for _low, high in ends])
        for (sign, count), (low, high) in zip(terms, ends, strict=True):
            left = _signed(sign, (-most.without(high), -least.without(low)))
            old = self._range[count]
            new = (max(old[0], left[0]), min(old[1], left[1]))
            if new != old:
                self._range[count] = new
                self._because.setdefault(count, set()).update(other for _sign, other in terms if other != count)
                yield count


def _signed(sign: int, known: Range) -> Range:
    return known if sign > 0 else (-known[1], -known[0])


class _Ends:
    """One end of every term of a sum, of which some may be endless."""

    def __init__(self, ends: Sequence[float]) -> None:
        finite = [end for end in ends if abs(end) != inf]
        self._sum, self._endless = sum(finite), len(ends) - len(finite)
        self._way = next((end for end in ends if abs(end) == inf), 0.0)

    def without(self, end: float) -> float:
        """The sum of the other terms."""
        if abs(end) == inf:
            return self._sum if self._endless == 1 else self._way
        return self._way if self._endless else self._sum - end
