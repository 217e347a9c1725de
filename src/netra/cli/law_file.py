"""The answers of `netra assess` and `netra gap`: records in, the law's view of each out."""

from __future__ import annotations

import sys
from argparse import Namespace

from netra.law.commands import FILE_UNREADABLE, assess_file, gap_file
from netra.registry.regions import region_index

_DISTRICT = len("15.71.01")  # villages are not in the lists


def assess(options: Namespace) -> int:
    """Category, floor and ceiling, sanctions and regime of each record."""
    return _show("assess", *assess_file(options.file, as_json=options.json, region_fault=region_fault))


def gap(options: Namespace) -> int:
    """The sanction imposed on each record against floor and ceiling, and a summary."""
    return _show("gap", *gap_file(options.file, as_json=options.json, region_fault=region_fault))


def region_fault(region: str) -> str:
    """What is wrong with a code that no edition prints, and which ones there are; a name is left as it was written."""
    index = region_index()
    if any(character.isalpha() for character in region) or index.is_printed(region[:_DISTRICT]):
        return ""
    above, known = index.nearest_above(region)
    first, last = index.editions[0], index.editions[-1]
    within = f"Di bawah {above.code} ({above.full_name})" if above else "Kode provinsi"
    return (
        f'region "{region}" tidak ada dalam daftar wilayah edisi {first}-{last}. {within} yang dikenal: '
        f"{', '.join(each.code for each in known)}."
    )


def _show(command: str, text: str, status: int) -> int:
    """Answers go to standard output; why a file cannot be read is a complaint."""
    if status == FILE_UNREADABLE:
        print(f"netra {command}: {text}", file=sys.stderr)
    else:
        print(text)
    return status
