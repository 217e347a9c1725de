"""Forms × phase × channel as one table: forms group the rows, a phase is a row, a channel a column, with their sums.

Rows are phases and not pairs of phase and channel, so that the table stays narrow enough for a telephone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from netra.insight.queries import channel_labels, forms_frame, phase_labels
from netra.insight.tables import CROSSING, Cell, Cube, Hidden, Row, Table, whole

# The tables of a publication from which it is made: by phase, by channel, and crossed.
PARTS = ("bentuk-fase", "bentuk-saluran", "bentuk")
# All phases in all channels.
TOTAL = "*"
# For each form, the figure of a phase, of a channel, of both crossed, and of all.
Figures = Mapping[str, Mapping[str, Cell]]


def in_full(forms: Cube, election: str) -> Table:
    """Every figure of one election or all, for those who may see what is counted."""
    figures: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (of_election, form, pair), count in whole(forms).items():
        if of_election == election:
            for column in (pair, *pair.split(CROSSING), TOTAL):
                figures[form][column] += count
    return _table(figures, otherwise=0, note=forms_frame().note)


def for_the_public(figures: Figures) -> Table:
    """What was published of each form; a row that was left out there, all hidden or empty, is closed here."""
    untold = _("Jumlah sebuah bentuk atas semua fase dan saluran tidak diterbitkan.")
    return _table(figures, otherwise=Hidden.OTHER, note=f"{forms_frame().note} {untold}")


def _table(figures: Figures, *, otherwise: Cell, note: str) -> Table:
    frame, channels = forms_frame(), channel_labels()
    return Table(
        key=frame.key,
        title=frame.title,
        unit=frame.unit,
        corner=_("Fase"),
        columns=(*channels.values(), _("semua saluran")),
        rows=tuple(
            row
            for form, label in frame.rows.items()
            if form in figures
            for row in _rows(label, figures[form], otherwise)
            if row.tells
        ),
        note=note,
        drawn=tuple(range(len(channels))),
        grouping=frame.corner,
    )


def _rows(form: str, told: Mapping[str, Cell], otherwise: Cell) -> Iterator[Row]:
    """A form in each phase, and in all."""
    channels = channel_labels()
    for phase, label in phase_labels().items():
        pairs = (told.get(f"{phase}{CROSSING}{channel}", otherwise) for channel in channels)
        yield Row(label, (*pairs, told.get(phase, otherwise)), group=form)
    sums = (told.get(channel, otherwise) for channel in channels)
    yield Row(_("semua fase"), (*sums, told.get(TOTAL)), group=form)
