"""What is handed out on paper or shown at a gathering: personal links as CSV, and an address drawn as a QR code."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from netra.letters.render import qr_svg
from netra.registry.wording import without_formula
from netra.web.doors import download


def links_csv(ref: str, about: Sequence[str], rows: Iterable[tuple[Sequence[str], str]]) -> HttpResponse:
    """One line each: whose it is, under the headings `about`, and the personal link. No name is run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*about, _("Tautan pribadi")])
    writer.writerows([*map(without_formula, told), address] for told, address in rows)
    content = out.getvalue().encode("utf-8-sig")
    return download(content, name=f"tautan-{ref}.csv".lower(), media_type="text/csv; charset=utf-8")


def drawn_code(address: str) -> SafeString:
    """The address for a camera, large enough for the back row."""
    # Drawn by us, squares only: nothing that anybody typed stands in it.
    return mark_safe(qr_svg(address))  # noqa: S308
