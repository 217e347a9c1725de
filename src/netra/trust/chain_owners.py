"""Whose chains must exist: rooms say it when the application starts, before any model can be imported."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Model

_owners: dict[str, type[Model]] = {}


def owns_chains(prefix: str, model: type[Model]) -> None:
    """Say that every row of `model` has the chain `<prefix>:<ref>` in the trail."""
    _owners[prefix] = model


def chain_owners() -> Iterator[tuple[str, type[Model]]]:
    """Every prefix of a chain with the model whose rows have one."""
    yield from sorted(_owners.items())
