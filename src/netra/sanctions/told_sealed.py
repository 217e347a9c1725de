"""How the seal on who was cleared beside others is held against the trail: it was laid by the closing of his case."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Party
from netra.sanctions.routes import cleared
from netra.sanctions.states import ProceedingState
from netra.trust.told_rows import Mirror, Row, Told, in_order, refs_in

_ENDED = (ProceedingState.STOPPED, ProceedingState.CLOSED)


def _sealed(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """Who is sealed apart from his case was cleared when it closed: no decision against him stands."""
    if row.columns["standing"]:
        yield _("disegel, padahal ada penanganan terhadapnya yang terbukti atau masih berjalan")
    if not any(told.verb == "cases.case_close" for told in events):
        yield _("disegel, padahal jejak tidak mencatat penutupan perkaranya")


def _sealed_people(chains: Collection[str]) -> Iterator[Row]:
    """Everybody who is sealed apart from his case, and whether a proceeding against him says otherwise."""
    people = Party.objects.filter(case__ref__in=refs_in(chains, "case:"), erase_date__isnull=False)
    for each in people.select_related("case").prefetch_related("proceedings__decision__remedy").order_by("pk"):
        standing = any(one.state not in _ENDED or not cleared(one) for one in each.proceedings.all())
        yield Row(each.case.chain, f"T{each.ordinal}", {"standing": standing})


SEALED = Mirror(
    what=gettext_noop("terlapor"),
    key=in_order,
    makes=frozenset(),
    tells={},
    rows=_sealed_people,
    columns={},
    by_hand=True,
    reads=frozenset({"cases.case_close"}),
    also=_sealed,
)
