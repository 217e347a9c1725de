"""Every address of the house, read from the URLconf."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from netra.trust.tests.told_once import told
from tests.house.samples import SAMPLES, Cast


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """The leaves of the URLconf."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


def names() -> list[str]:
    """The names of all addresses; an address without a name cannot be tested and is an error."""
    nameless = [str(pattern.pattern) for pattern in patterns() if not pattern.name]
    if nameless:
        raise LookupError(f"addresses without a name: {nameless}")
    return sorted({str(pattern.name) for pattern in patterns()})


def has_parameters(name: str) -> bool:
    """Whether every form of this address needs a thing to point at."""
    return all(pattern.pattern.regex.groups for pattern in patterns() if pattern.name == name)


def address(name: str, cast: Cast) -> str:
    """The address, pointing at a sample where it needs one."""
    if not has_parameters(name):
        return reverse(name)
    if name not in SAMPLES:
        raise LookupError(f"{name} has parameters: add it to tests/house/samples.py")
    return reverse(name, kwargs=told(SAMPLES[name], cast))
