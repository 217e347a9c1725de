"""The table of plan against done."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from netra.insight.effect.doing import Done
from netra.insight.effect.reach_tables import month_words
from netra.insight.tables import Row, Table


def plan_against_done(months: Sequence[Done]) -> Table:
    """What was planned and what of it was done, in each month."""
    return Table(
        key="rencana",
        title=_("Rencana dan pelaksanaan setiap bulan"),
        unit=_("kegiatan; pengingat satu per unit, pakta satu per orang"),
        corner=_("Bulan"),
        columns=(
            _("pengawasan direncanakan"),
            _("pengawasan terlaksana"),
            _("tidak ditemukan pelanggaran"),
            _("pengingat jatuh tempo"),
            _("pengingat disampaikan"),
            _("sosialisasi direncanakan"),
            _("sosialisasi terlaksana"),
            _("pakta ditandatangani"),
            _("pakta ditolak"),
        ),
        rows=tuple(_done_row(each) for each in months),
        note=_(
            "Menurut bulan yang direncanakan; pakta menurut hari jawabannya. Rencana pengawasan dan sosialisasi hanya "
            "yang boleh Anda baca (–: tidak satu pun). Tidak menemukan apa-apa juga hasil."
        ),
        drawn=(1, 6),
    )


def _done_row(done: Done) -> Row:
    figures = (
        done.visits,
        done.observed,
        done.nothing_found,
        done.reminders_due,
        done.reminders_given,
        done.outreaches,
        done.held,
        done.signed,
        done.refused,
    )
    return Row(month_words(done.month), figures)
