"""Tables of what came after: acts per 1,000 staff-months before and after, side by side, and their ratios."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import isinf

from django.utils.translation import gettext as _

from netra.insight.effect.comparing import Cell, Comparison, Rate
from netra.insight.effect.reach_tables import month_words
from netra.insight.effect.sentences import of_before_and_after, of_side_by_side
from netra.insight.effect.spans import Span
from netra.insight.tables import Cell as Figure
from netra.insight.tables import Row, Table


def ratios(own: Comparison, beside: Comparison, *, unplaced: int, span: Span) -> Table:
    """Both comparisons with their intervals, and what they say in sentences."""
    notes = [_("%(first)s sampai %(last)s.") % {"first": month_words(span.start), "last": month_words(span.last_day)}]
    notes += [_left_out(unplaced)] if unplaced else []
    notes += [_("Selang eksak bersyarat (Martin dan Austin 1996); – pada batas atas: tanpa batas.")]
    return Table(
        key="rasio",
        title=_("Dampak: terjangkau dibanding belum"),
        unit=_("rasio tingkat dugaan per pegawai-bulan; 1 berarti sama"),
        corner=_("Perbandingan"),
        columns=(
            _("rasio"),
            _("batas bawah 95 persen"),
            _("batas atas 95 persen"),
            _("perbuatan yang dapat dibandingkan"),
            _("diperlukan untuk melihat separuh"),
        ),
        rows=(
            Row(_("bulan yang sama, unit terjangkau dibanding belum"), _ratio(beside)),
            Row(_("unit yang sama, sesudah dibanding sebelum"), _ratio(own)),
        ),
        note=" ".join(notes),
        charted=False,
        says=(of_side_by_side(beside), of_before_and_after(own), _what_is_counted()),
    )


def before_after(own: Comparison) -> Table:
    """The units whose first reach lies in the span, before it and from it on."""
    return Table(
        key="sebelum-sesudah",
        title=_("Dampak: unit yang sama sebelum dan sesudah terjangkau"),
        unit=_("perbuatan per 1.000 pegawai-bulan"),
        corner=_("Waktu"),
        columns=(_("perbuatan"), _("pegawai-bulan"), _("per 1.000 pegawai-bulan")),
        rows=(Row(_("sebelum"), _rate(own.others)), Row(_("sesudah"), _rate(own.reached))),
        note=_(
            "Satuan pengamatan: unit yang pertama kali terjangkau dalam rentang ini; unit lain tidak punya keduanya."
        ),
        # Two bars of two acts would look like a finding.
        charted=False,
    )


def month_by_month(cells: Sequence[Cell], span: Span) -> Table:
    """Units reached beside units not yet reached, in each month."""
    months: dict[date, list[Cell]] = defaultdict(list)
    for cell in cells:
        months[cell.month.start].append(cell)
    return Table(
        key="bertahap",
        title=_("Dampak: pengenalan bertahap, bulan demi bulan"),
        unit=_("perbuatan menurut hari kejadiannya, sekali per unit"),
        corner=_("Bulan"),
        columns=(
            _("perbuatan, terjangkau"),
            _("perbuatan, belum"),
            _("pegawai-bulan, terjangkau"),
            _("pegawai-bulan, belum"),
            _("per 1.000, terjangkau"),
            _("per 1.000, belum"),
            _("unit terjangkau"),
            _("unit belum"),
        ),
        rows=tuple(_month(month, months[month.start]) for month in span.months),
        note=_(
            "Satuan pengamatan: unit dalam satu bulan; unit yang terjangkau di tengah bulan dihitung di kedua pihak "
            "menurut harinya. Bulan-bulan terakhir masih dapat bertambah, karena laporan datang sesudah perbuatannya."
        ),
        drawn=(0, 1),
    )


def _left_out(unplaced: int) -> str:
    return _(
        "%(count)d perbuatan tidak ikut dibandingkan karena orangnya belum dipastikan dengan NIP atau harinya tidak "
        "diketahui."
    ) % {"count": unplaced}


def _what_is_counted() -> str:
    return _(
        "Yang dihitung ialah dugaan dalam perkara yang boleh Anda lihat, belum tentu terbukti, dan hanya yang "
        "dilaporkan atau ditemukan; bulan sebelum kantor mulai mencatat tampak tanpa dugaan. Selang itu menganggap "
        "setiap perbuatan berdiri sendiri; beberapa perbuatan dari satu peristiwa membuatnya terlalu sempit. Angka "
        "ini tidak mengatakan mengapa."
    )


def _ratio(found: Comparison) -> tuple[Figure, ...]:
    ratio = found.ratio
    if ratio is None:
        return None, None, None, found.acts, found.needed
    return _round(ratio.estimate), _round(ratio.low), _round(ratio.high), found.acts, found.needed


def _round(number: float) -> float | None:
    return None if isinf(number) else round(number, 2)


def _rate(rate: Rate) -> tuple[Figure, ...]:
    return rate.acts, round(rate.staff_months, 1), per_thousand(rate)


def per_thousand(rate: Rate) -> float | None:
    """To one decimal."""
    return None if rate.per_thousand is None else round(rate.per_thousand, 1)


def _month(month: Span, cells: Sequence[Cell]) -> Row:
    reached, others = sum((each.after for each in cells), Rate()), sum((each.before for each in cells), Rate())
    figures: tuple[Figure, ...] = (
        reached.acts,
        others.acts,
        round(reached.staff_months, 1),
        round(others.staff_months, 1),
        per_thousand(reached),
        per_thousand(others),
        sum(each.after.staff_months > 0 for each in cells),
        sum(each.before.staff_months > 0 for each in cells),
    )
    return Row(month_words(month.start), figures)
