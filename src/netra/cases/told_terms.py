"""How terms are held against the trail: where one was moved to, and whether an act ended it with the days it bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Deadline, DeadlineChange
from netra.cases.term_ends import ENDING, End, Found, found_of
from netra.law.deadline_rules import RULES
from netra.trust.language import long_date
from netra.trust.told_rows import Mirror, Row, Told, in_order, refs_in

RULE_WORDS = {key: rule.label for key, rule in RULES.items()}


def _terms(chains: Collection[str]) -> Iterator[Row]:
    """Each term that was moved, with the day to which it was moved last, or that ended, with the days of its end."""
    refs = refs_in(chains, "case:")
    changes = DeadlineChange.objects.filter(deadline__case__ref__in=refs).order_by("pk")
    moved = dict(changes.values_list("deadline_id", "new_due_date"))
    starts = _starts(refs)
    for each in (
        Deadline.objects.filter(Q(pk__in=moved) | Q(met_date__isnull=False), case__ref__in=refs)
        .order_by("pk")
        .select_related("case")
    ):
        later = [start for pk, start in starts[each.case_id, each.subject_ref, each.rule] if pk > each.pk]
        end = each.met_date and End(
            each.rule, each.subject_ref, each.due_date, each.met_date, each.recorded_date, frozenset(later)
        )
        columns = {"due": each.due_date, "moved": moved.get(each.pk, each.due_date), "end": end}
        yield Row(each.case.chain, f"«{RULE_WORDS.get(each.rule, each.rule)}»", columns)


def _starts(refs: Collection[str]) -> defaultdict[tuple[int, str, str], list[tuple[int, date]]]:
    """From when the terms of one kind were counted: a later one takes the place of one that still runs."""
    starts = defaultdict(list)
    found = Deadline.objects.filter(case__ref__in=refs)
    for pk, case, subject, rule, start in found.values_list("pk", "case_id", "subject_ref", "rule", "start_date"):
        starts[case, subject, rule].append((pk, start))
    return starts


def _otherwise(row: Row, events: Sequence[Told]) -> Iterator[str]:
    due, moved, end = (row.columns[name] for name in ("due", "moved", "end"))
    if due != moved:
        yield _("jatuh tempo %(now)s, padahal terakhir diubah menjadi %(moved)s") % {
            "now": long_date(due),
            "moved": long_date(moved),
        }
    if end is None or not _keeps_days(events):
        return
    if end.recorded is None:
        yield _("ditandai selesai tanpa hari pencatatannya, padahal setiap akhir tenggat dicatat dengan harinya")
    elif found_of(end, events) is Found.OTHERWISE:
        yield _(
            "ditandai selesai %(met)s (dicatat %(recorded)s), padahal jejak tidak mencatat apa pun yang mengakhirinya "
            "dengan hari itu"
        ) % {"met": long_date(end.met), "recorded": long_date(end.recorded)}


def _untold(row: Row, events: Sequence[Told]) -> bool:
    """Whether the days of an end stand in no event: of an older case they may never have."""
    end = row.columns["end"]
    if end is None:
        return False
    found = found_of(end, events)
    return found is Found.UNKNOWN or (found is Found.OTHERWISE and not _keeps_days(events))


def _keeps_days(events: Sequence[Told]) -> bool:
    """Whether the case is young enough for its events to keep the days of what they wrote down."""
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
    reads=ENDING | {"cases.case_register"},
    also=_otherwise,
    unknown=_untold,
)
