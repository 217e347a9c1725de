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

from netra.trust.row_locks import EMPTY, ERASED, NO_LIST, RowLock, kept_rows
from netra.trust.told_rows import Mirror, Row, Told, in_order, refs_in

_LEFT: dict[str, object] = {ERASED: "(dihapus)", EMPTY: "", NO_LIST: []}


def _rows(chains: Collection[str]) -> Iterator[Row]:
    models = {model._meta.db_table: model for model in apps.get_models()}
    for each in kept_rows():
        prefix, _colon, way = each.chain.partition(":")
        refs = refs_in(chains, f"{prefix}:")
        if not (refs and _signs(each)):
            continue
        found = models[each.table]._default_manager.filter(**{f"{way}__in": refs})
        gone = f"({' OR '.join(_signs(each))}) AND NOT coalesce({each.erasure.format(row=each.table)}, false)"
        # The same words as in the trigger, written in this house; the base table of a query keeps its own name.
        unapproved = found.extra(where=[gone]).order_by("pk")  # noqa: S610
        for row in unapproved.values("pk", way, *_told_by(each), *each.marks):
            words = {"columns": ", ".join(_columns_gone(each, row))}
            yield Row(f"{prefix}:{row[way]}", f"{_(each.what)} ({each.table} {row['pk']})", words)


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
