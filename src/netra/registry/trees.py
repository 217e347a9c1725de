"""Trees kept as child → parent: no circles, and parents before children. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def would_circle(parents: Mapping[Key, Key | None], child: Key, parent: Key) -> bool:
    """Whether hanging `child` under `parent` makes a circle, given the tree as it stands."""
    seen: set[Key] = set()
    above: Key | None = parent
    while above is not None and above not in seen:
        if above == child:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def on_circles(parents: Mapping[Key, Key | None]) -> set[Key]:
    """The keys that stand on a circle themselves; what hangs below a circle does not count."""
    found: set[Key] = set()
    done: set[Key] = set()
    for start in parents:
        path: dict[Key, None] = {}
        here: Key | None = start
        while here is not None and here not in done and here not in path:
            path[here] = None
            here = parents.get(here)
        if here is not None and here in path:
            walked = list(path)
            found.update(walked[walked.index(here) :])
        done.update(path)
    return found


def parents_first(
    items: Sequence[Item], key: Callable[[Item], Key], parent: Callable[[Item], Key | None]
) -> list[Item]:
    """The items with every parent before its children; parents that are not among the items do not matter.

    Keys are unique and there is no circle (see `on_circles`). Linear, and safe for any depth.
    """
    known = {key(item) for item in items}
    children: dict[Key, list[Item]] = {}
    ready: list[Item] = []
    for item in items:
        above = parent(item)
        if above is None or above not in known:
            ready.append(item)
        else:
            children.setdefault(above, []).append(item)
    ordered: list[Item] = []
    while ready:
        ordered.extend(ready)
        ready = [child for item in ready for child in children.pop(key(item), ())]
    return ordered
