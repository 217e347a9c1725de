"""The working half of a command is loaded when the command is called, so that no command pays for another."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module


def later(module: str, function: str) -> Callable[[Namespace], int]:
    """`module.function`, imported at the moment it is called."""

    def run(options: Namespace) -> int:
        status: int = getattr(import_module(module), function)(options)
        return status

    return run
