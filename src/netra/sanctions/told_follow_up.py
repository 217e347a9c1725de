"""How the rows of the follow-up are held against the trail: crimes set aside, reminders, data that are blocked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Allegation
from netra.cases.told_terms import RULE_WORDS
from netra.sanctions.models import DataBlock, Reminder
from netra.trust.told_rows import Column, Mirror, Row, Told, by_payload, carries, rows_of

_of_case = partial(rows_of, prefix="case:")


def _crimes_set_aside(chains: Collection[str]) -> Iterator[Row]:
    """The accused in whose suspected crime the plenary saw none, each once, with the meetings that said so."""
    refs = [chain.removeprefix("case:") for chain in chains if chain.startswith("case:")]
    said = Allegation.objects.filter(party__case__ref__in=refs).exclude(no_crime_reason="")
    met: dict[tuple[str, int], set[str]] = defaultdict(set)
    for ref, ordinal, held in said.values_list("party__case__ref", "party__ordinal", "no_crime_date"):
        met[ref, ordinal].add(held.isoformat() if held else "")
    for (ref, ordinal), days in met.items():
        yield Row(f"case:{ref}", str(ordinal), {"days": tuple(sorted(days))})


def _other_meetings(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """Events from before meetings were kept bear no day."""
    told = {
        str(each.payload.get("date", ""))
        for each in events
        if each.verb == "sanctions.crime_decline" and str(each.payload.get("party")) == row.key
    }
    if not told.issuperset(row.columns["days"]):
        yield _("hari pleno lain daripada yang dicatat jejak")


def _crimes_handed_over(chains: Collection[str]) -> Iterator[Row]:
    """The proceedings in which acts were handed over as suspected crimes, each once."""
    refs = [chain.removeprefix("case:") for chain in chains if chain.startswith("case:")]
    handed = Allegation.objects.filter(party__case__ref__in=refs).exclude(handed_over_ref="")
    for ref, proceeding in handed.values_list("party__case__ref", "handed_over_ref").distinct():
        yield Row(f"case:{ref}", proceeding, {})


FOLLOW_UP = (
    Mirror(
        what=gettext_noop("penyerahan dugaan pidana dalam penanganan"),
        key=by_payload("proceeding"),
        makes=frozenset({"sanctions.crime_refer"}),
        tells={},
        rows=_crimes_handed_over,
        columns={},
    ),
    Mirror(
        what=gettext_noop("pernyataan tidak terlihat tindak pidana atas terlapor"),
        key=by_payload("party"),
        makes=frozenset({"sanctions.crime_decline"}),
        tells={},
        rows=_crimes_set_aside,
        columns={},
        also=_other_meetings,
    ),
    Mirror(
        what=gettext_noop("pengingat dengan surat"),
        key=by_payload("letter"),
        makes=frozenset({"sanctions.reminder_issue", "sanctions.duty_remind"}),
        tells={
            "sanctions.reminder_issue": carries(deadline__rule="rule"),
            "sanctions.duty_remind": carries(proceeding__ref="proceeding"),
        },
        rows=_of_case(
            Reminder,
            ref="case__ref",
            key=lambda row: row["letter_ref"],
            columns=("letter_ref", "deadline__rule", "proceeding__ref"),
        ),
        columns={
            "deadline__rule": Column(gettext_noop("tenggat"), RULE_WORDS),
            "proceeding__ref": Column(gettext_noop("penanganan")),
        },
    ),
    Mirror(
        what=gettext_noop("pemblokiran data terlapor"),
        key=by_payload("party"),
        makes=frozenset({"sanctions.data_block"}),
        tells={
            "sanctions.data_block": lambda _payload: {"lifted": False},
            "sanctions.data_unblock": lambda _payload: {"lifted": True},
        },
        rows=_of_case(
            DataBlock,
            ref="party__case__ref",
            key=lambda row: str(row["party__ordinal"]),
            columns=("party__ordinal",),
            named={"lifted": ExpressionWrapper(Q(unblocked_at__isnull=False), output_field=BooleanField())},
        ),
        columns={"lifted": Column(gettext_noop("sudah dibuka"))},
        several=True,
    ),
)
