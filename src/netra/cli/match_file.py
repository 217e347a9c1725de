"""The answers of `netra match`, and what the lists of regions add to them: in which province a regency lies."""

from __future__ import annotations

import sys
from argparse import Namespace

from netra.matching.commands import match_file
from netra.matching.lookup import Attribute, Kind
from netra.registry.regions import region_index

_NAMED = Attribute("", "", Kind.REGION)


def match(options: Namespace) -> int:
    """Answers go to standard output; what could not be read is a complaint."""
    matched = match_file(
        options.file,
        options.register,
        use=options.use,
        pairs=dict(options.map),
        as_json=options.json,
        limit=options.limit,
        within=provinces_by_regency(),
    )
    for complaint in matched.complaints:
        print(f"netra match: {complaint}", file=sys.stderr)
    if matched.text:
        print(matched.text)
    return matched.status


def provinces_by_regency() -> dict[str, str]:
    """Regencies and cities by name, as regions are compared, with their province; not those that two provinces have."""
    index = region_index()
    newest = index.editions[-1]
    found: dict[str, set[str]] = {}
    for province in index.below("", edition=newest):
        for regency in index.below(province.code, edition=newest):
            found.setdefault(_NAMED.value(regency.name), set()).add(_NAMED.value(province.name))
    return {name: provinces.pop() for name, provinces in found.items() if len(provinces) == 1}
