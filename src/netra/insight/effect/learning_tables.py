"""Tables of understanding: how hard each question was, and what was gained. Nothing of fewer than five people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from netra.insight.effect.learning import Asked, Taught
from netra.insight.effect.reach_tables import percent
from netra.insight.suppression import SMALLEST_PUBLISHED
from netra.insight.tables import Cell, Row, Table
from netra.prevention.queries.items import ItemDifficulty
from netra.trust.language import long_date


def of_letters(asked: Sequence[Asked]) -> Table:
    """Every question that a letter asks."""
    return Table(
        key="soal-surat",
        title=_("Pemahaman: soal pada surat"),
        unit=_("jawaban pertama, satu orang satu soal"),
        corner=_("Soal"),
        columns=(_("dijawab"), _("benar"), _("salah"), _("persen benar")),
        rows=tuple(
            Row(_question(item), _answers(item), group=each.letter.name) for each in asked for item in each.items
        ),
        note=_not_of_few(),
        drawn=(1, 2),
        grouping=_("Surat"),
    )


def of_outreaches(taught: Sequence[Taught]) -> Table:
    """What each outreach taught those who took both tests."""
    return Table(
        key="tes",
        title=_("Pemahaman: tes sebelum dan sesudah sosialisasi"),
        unit=_("persen jawaban benar, rata-rata orang yang mengikuti kedua tes"),
        corner=_("Sosialisasi"),
        columns=(_("orang pada kedua tes"), _("sebelum"), _("sesudah"), _("kenaikan (poin persen)")),
        rows=tuple(Row(_outreach(each), _gain(each)) for each in taught),
        note=f"{_('Berpasangan: orang yang sama sebelum dan sesudah.')} {_not_of_few()}",
        drawn=(3,),
    )


def of_tests(taught: Sequence[Taught]) -> Table:
    """Every question of those tests."""
    return Table(
        key="soal-tes",
        title=_("Pemahaman: soal tes sosialisasi"),
        unit=_("jawaban, satu orang satu soal"),
        corner=_("Soal"),
        columns=(
            _("dijawab sebelum"),
            _("benar sebelum"),
            _("persen benar sebelum"),
            _("dijawab sesudah"),
            _("benar sesudah"),
            _("persen benar sesudah"),
        ),
        rows=tuple(row for each in taught for row in _items(each)),
        note=f"{_('Semua yang menjawab, juga yang mengikuti satu tes saja.')} {_not_of_few()}",
        drawn=(4,),
        grouping=_("Sosialisasi"),
    )


def _not_of_few() -> str:
    return _("Kurang dari %(count)d orang: tidak dihitung (–), karena menunjuk seseorang.") % {
        "count": SMALLEST_PUBLISHED
    }


def _items(taught: Taught) -> Iterator[Row]:
    for before, after in zip(taught.before, taught.after, strict=True):
        figures = tuple(cell for item in (before, after) for cell in _rightly(item))
        yield Row(_question(before), figures, group=_outreach(taught))


def _question(item: ItemDifficulty) -> str:
    return f"{item.question.ordinal}. {item.question.text}"


def _outreach(taught: Taught) -> str:
    return f"{taught.outreach.title} ({long_date(taught.outreach.day)})"


def _answers(item: ItemDifficulty) -> tuple[Cell, ...]:
    if item.asked < SMALLEST_PUBLISHED:
        return item.asked, None, None, None
    return item.asked, item.right, item.asked - item.right, percent(item.right, item.asked)


def _rightly(item: ItemDifficulty) -> tuple[Cell, ...]:
    if item.asked < SMALLEST_PUBLISHED:
        return item.asked, None, None
    return item.asked, item.right, percent(item.right, item.asked)


def _gain(taught: Taught) -> tuple[Cell, ...]:
    if taught.gain is None:
        return taught.both, None, None, None
    return taught.both, taught.gain.before, taught.gain.after, taught.gain.points
