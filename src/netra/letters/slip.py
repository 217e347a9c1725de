"""The slip (secarik tanda terima) that a reporter takes home: the code by which the report can be followed.

It is drawn when asked for and never stored, for nobody but the reporter may hold the code. It has no number: the
numbered receipt is the letter of kind RECEIPT, which has no code.
"""

from __future__ import annotations

from datetime import datetime

from netra.law.local_time import seen_from
from netra.letters.render import NOT_ARCHIVED, Head, compiled, date_words, qr_svg
from netra.letters.wording import printable


def receipt_slip(
    *, head: Head, report_ref: str, code: str, received_at: datetime, follow_url: str, region_code: str = ""
) -> bytes:
    """The PDF of the slip; `follow_url` is the page where the code is typed in, without the code.

    Day and hour are told by the clocks of the region; without one, by those of the capital.
    """
    local = seen_from(region_code, received_at)
    page = {
        "kind": "SLIP",
        "label": "Tanda Terima Laporan",
        "subject": "Tanda Terima Laporan",
        "nature": "",
        "draft": False,
        "number": report_ref,
        "date": date_words(local.date()),
        "place": head.place,
        "code": "",
        "copy": None,
        "letterhead": {"parent": head.parent, "name": head.name, "rows": list(head.rows)},
        "qr": qr_svg(follow_url),
        "body": {
            "copies": None,
            "report_ref": printable(report_ref),
            "code": printable(code),
            "time": f"{local:%H.%M %Z}",
            "follow_url": printable(follow_url),
        },
    }
    return compiled("slip", page, standards=NOT_ARCHIVED)
