"""How terms are held against the trail: where one was moved to, and whether its end was written down with its day.

No event names the terms that it ends, so an end that was put in with a day of its own is not found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Deadline, DeadlineChange
from netra.law.deadline_rules import RULES
from netra.trust.language import long_date
from netra.trust.told_rows import Mirror, Row, Told, in_order, refs_in

RULE_WORDS = {key: rule.label for key, rule in RULES.items()}


def _terms(chains: Collection[str]) -> Iterator[Row]:
    """Each term that was moved, with the day to which it was moved last, or that was ended, with the day of its end."""
    refs = refs_in(chains, "case:")
    changes = DeadlineChange.objects.filter(deadline__case__ref__in=refs).order_by("pk")
    moved = dict(changes.values_list("deadline_id", "new_due_date"))
    terms = Deadline.objects.filter(Q(pk__in=moved) | Q(met_date__isnull=False), case__ref__in=refs).order_by("pk")
    for pk, ref, rule, due, met, ended in terms.values_list(
        "pk", "case__ref", "rule", "due_date", "met_date", "recorded_date"
    ):
        columns = {"due": due, "moved": moved.get(pk, due), "met": met, "ended": ended}
        yield Row(f"case:{ref}", f"«{RULE_WORDS.get(rule, rule)}»", columns)


def _otherwise(row: Row, events: Sequence[Told]) -> Iterator[str]:
    due, moved, ended = (row.columns[name] for name in ("due", "moved", "ended"))
    if due != moved:
        yield _("jatuh tempo %(now)s, padahal terakhir diubah menjadi %(moved)s") % {
            "now": long_date(due),
            "moved": long_date(moved),
        }
    if row.columns["met"] and not ended and _keeps_days(events):
        yield _("ditandai selesai tanpa hari pencatatannya, padahal setiap akhir tenggat dicatat dengan harinya")


def _keeps_days(events: Sequence[Told]) -> bool:
    """Whether the case is young enough: of terms that ended before `recorded_date` was kept, the day is unknown."""
    return any(told.verb == "cases.case_register" and "case_agency" in told.payload for told in events)


TERMS = Mirror(
    what=gettext_noop("tenggat"),
    key=in_order,
    makes=frozenset(),
    tells={},
    rows=_terms,
    columns={},
    several=True,
    by_hand=True,
    reads=frozenset({"cases.case_register"}),
    also=_otherwise,
)
