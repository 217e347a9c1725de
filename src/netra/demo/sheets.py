"""Reading the packaged files of the demo."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

import yaml

from netra.law.data_files import SAFE_LOADER

_DATA = files("netra.demo").joinpath("data")


def yaml_sheet(name: str) -> dict[str, Any]:
    """One YAML file as it is written."""
    text = _DATA.joinpath(name).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=SAFE_LOADER)  # noqa: S506 -- a safe loader
    return found


def csv_sheet(name: str) -> list[dict[str, str]]:
    """One CSV file, a mapping per row."""
    return list(csv.DictReader(_DATA.joinpath(name).read_text(encoding="utf-8").splitlines()))
