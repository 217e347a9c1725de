"""Words that are gone as an erasure leaves them, where two people erased nothing: a plain UPDATE took them.

What the locks of all rooms say an erasure may overwrite is asked here of every row. Where a column may have been left
empty from the beginning, an empty one proves nothing: there the triggers alone keep the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.trust.asked_again import AskedAgain
from netra.trust.row_locks import EMPTY, ERASED, NO_LIST, RowLock, kept_rows
from netra.trust.told_rows import Mirror, Row, Told, in_order, refs_in

_LEFT: dict[str, object] = {ERASED: "(dihapus)", EMPTY: "", NO_LIST: []}


# For each table the rows that are erased while nothing says that two people erased them.
_unapproved: dict[str, AskedAgain[dict[str, Any]]] = {}


def _rows(chains: Collection[str]) -> Iterator[Row]:
    for each in kept_rows():
        prefix, _colon, way = each.chain.partition(":")
        refs = refs_in(chains, f"{prefix}:")
        if not (refs and _signs(each)):
            continue
        if each.table not in _unapproved:
            _unapproved[each.table] = _asked_again(each, way)
        for row in _unapproved[each.table](refs=refs):
            words = {"columns": ", ".join(_columns_gone(each, row))}
            yield Row(f"{prefix}:{row[way]}", f"{_(each.what)} ({each.table} {row['pk']})", words)


def _asked_again(each: RowLock, way: str) -> AskedAgain[dict[str, Any]]:
    """The same words as in the trigger, written in this house; the base table of a query keeps its own name."""
    model = next(model for model in apps.get_models() if model._meta.db_table == each.table)
    gone = f"({' OR '.join(_signs(each))}) AND NOT coalesce({each.erasure.format(row=each.table)}, false)"
    return AskedAgain(
        lambda refs: (
            model._default_manager.filter(**{f"{way}__among": refs})
            .extra(where=[gone])  # noqa: S610
            .order_by("pk")
            .values("pk", way, *_told_by(each), *each.marks)
        )
    )


def _told_by(each: RowLock) -> list[str]:
    """The columns whose erased form nothing but an erasure explains."""
    return [name for name, value in each.erasable.items() if value == ERASED or name in each.filled]


def _signs(each: RowLock) -> list[str]:
    left = [f"{each.table}.{name} = {each.erasable[name]}" for name in _told_by(each)]
    return [*left, *(f"{each.table}.{name} IS NOT NULL" for name in each.marks)]


def _columns_gone(each: RowLock, row: dict[str, Any]) -> list[str]:
    left = [name for name in _told_by(each) if row[name] == _LEFT[each.erasable[name]]]
    return [*left, *(name for name in each.marks if row[name] is not None)]


def _said(row: Row, _events: Sequence[Told]) -> Iterator[str]:
    yield _("terhapus (%(columns)s), padahal tidak ada penghapusan yang disetujui dua orang") % row.columns


ERASED_FORMS = Mirror(
    what=gettext_noop("kata-kata"),
    key=in_order,
    makes=frozenset(),
    tells={},
    rows=_rows,
    columns={},
    by_hand=True,
    also=_said,
)
