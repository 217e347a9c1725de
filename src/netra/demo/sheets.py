"""Reading the packaged files of the demo."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

import yaml

_DATA = files("netra.demo").joinpath("data")


def yaml_sheet(name: str) -> dict[str, Any]:
    """One YAML file as it is written."""
    found: dict[str, Any] = yaml.safe_load(_DATA.joinpath(name).read_text(encoding="utf-8"))
    return found


def csv_sheet(name: str) -> list[dict[str, str]]:
    """One CSV file, a mapping per row."""
    return list(csv.DictReader(_DATA.joinpath(name).read_text(encoding="utf-8").splitlines()))
