"""The answers of `netra assess` and `netra gap`: records in, the law's view of each out."""

from __future__ import annotations

import sys
from argparse import Namespace

from netra.law.commands import FILE_UNREADABLE, assess_file, gap_file


def assess(options: Namespace) -> int:
    """Category, floor and ceiling, sanctions and regime of each record."""
    return _show("assess", *assess_file(options.file, as_json=options.json))


def gap(options: Namespace) -> int:
    """The sanction imposed on each record against floor and ceiling, and a summary."""
    return _show("gap", *gap_file(options.file, as_json=options.json))


def _show(command: str, text: str, status: int) -> int:
    """Answers go to standard output; why a file cannot be read is a complaint."""
    if status == FILE_UNREADABLE:
        print(f"netra {command}: {text}", file=sys.stderr)
    else:
        print(text)
    return status
