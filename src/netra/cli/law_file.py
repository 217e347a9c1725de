"""The answers of `netra assess` and `netra gap`: records in, the law's view of each out."""

from __future__ import annotations

import sys
from argparse import Namespace
from functools import lru_cache

from django.conf import settings

from netra.law.commands import FILE_UNREADABLE, assess_file, gap_file
from netra.law.region_reading import RegionReading
from netra.registry.regions import Ambiguous, Found, region_index

_DISTRICT = len("15.71.01")  # villages are not in the lists
_LONGEST_NAME = 120


def assess(options: Namespace) -> int:
    """Category, floor and ceiling, sanctions and regime of each record."""
    return _show("assess", *assess_file(options.file, as_json=options.json, read_region=read_region))


def gap(options: Namespace) -> int:
    """The sanction imposed on each record against floor and ceiling, and a summary."""
    return _show("gap", *gap_file(options.file, as_json=options.json, read_region=read_region))


@lru_cache(maxsize=4096)
def read_region(region: str) -> RegionReading:
    """A code that no edition prints is a fault; a name is the one region that it means, or says why it is not."""
    if not any(character.isalpha() for character in region):
        return RegionReading(fault=_code_fault(region))
    if not settings.configured:
        # The lists speak through gettext; here nobody chose another language than the one they are written in.
        settings.configure(USE_I18N=False)
    answer = region_index().named("".join(filter(str.isprintable, region[:_LONGEST_NAME])))
    if isinstance(answer, Found):
        return RegionReading(code=answer.code)
    return RegionReading(unread=answer.question if isinstance(answer, Ambiguous) else answer.message)


def _code_fault(code: str) -> str:
    """What is wrong with a code that no edition prints, and which ones there are; empty where nothing is."""
    index = region_index()
    if index.is_printed(code[:_DISTRICT]):
        return ""
    above, known = index.nearest_above(code)
    first, last = index.editions[0], index.editions[-1]
    within = f"Di bawah {above.code} ({above.full_name})" if above else "Kode provinsi"
    return (
        f'region "{code}" tidak ada dalam daftar wilayah edisi {first}-{last}. {within} yang dikenal: '
        f"{', '.join(each.code for each in known)}."
    )


def _show(command: str, text: str, status: int) -> int:
    """Answers go to standard output; why a file cannot be read is a complaint."""
    if status == FILE_UNREADABLE:
        print(f"netra {command}: {text}", file=sys.stderr)
    else:
        print(text)
    return status
