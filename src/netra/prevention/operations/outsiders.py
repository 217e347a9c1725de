"""Those present whom the registry does not know: a name and an office, as they were said."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from netra.prevention.meeting_entries import Outsider
from netra.prevention.rejected_lines import RejectedLine

_LONGEST = 200


def named(outsiders: Sequence[Outsider]) -> tuple[list[tuple[str, str]], list[RejectedLine]]:
    """Name and office of each, once, in the order in which they were typed; and the lines that were not taken."""
    taken: list[tuple[str, str]] = []
    rejected: list[RejectedLine] = []
    for each in outsiders:
        name, office = " ".join(each.name.split()), " ".join(each.office.split())
        if not name or not office:
            why = _("Nama dan jabatan harus terisi keduanya.")
            rejected.append(RejectedLine(each.line, name or office, why))
        elif max(len(name), len(office)) > _LONGEST:
            rejected.append(RejectedLine(each.line, name[:60], _("Nama atau jabatan lebih dari 200 aksara. Ringkas.")))
        elif (name, office) not in taken:
            taken.append((name, office))
    return taken, rejected
