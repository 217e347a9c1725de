"""How reminders said aloud are held against their events when the trail is checked: whose, which day, which words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.translation import gettext_noop

from netra.prevention.fingerprints import of_words
from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.reminder_states import OCCASION_LABELS
from netra.trust.told_rows import Column, Mirror, Row, by_payload, carries, refs_in

_START, _END = "prevention.reminder_start", "prevention.reminder_end"
_GIVE, _RETRACT = "prevention.reminder_give", "prevention.reminder_retract"
_BATCH = 2000
_AS_GIVEN = carries(routine="routine", unit="unit", date="date", beneath="beneath", proof="evidence", words="sha256")


def _routines(chains: Collection[str]) -> Iterator[Row]:
    rows = (
        ReminderRoutine.objects.filter(agency_code__in=refs_in(chains, "agency:")).select_related("unit").order_by("pk")
    )
    for each in rows:
        columns = {"occasion": each.occasion, "start": each.start_date, "until": each.until_date}
        yield Row(each.chain, each.ref, {**columns, "unit": each.unit.code if each.unit else ""})


def _given(chains: Collection[str]) -> Iterator[Row]:
    rows = GivenReminder.objects.filter(routine__agency_code__in=refs_in(chains, "agency:")).select_related(
        "routine", "unit"
    )
    for each in rows.order_by("pk").iterator(chunk_size=_BATCH):
        columns = {
            "routine": each.routine.ref,
            "unit": each.unit.code if each.unit else "",
            "date": each.held_date,
            "beneath": each.with_beneath,
            "proof": each.proof_ref,
            "words": of_words(each.words),
            "retracted": each.retracted_at is not None,
        }
        yield Row(each.routine.chain, each.ref, columns)


REMINDER_MIRRORS = (
    Mirror(
        what=gettext_noop("pengingat rutin"),
        key=by_payload("routine"),
        makes=frozenset({_START}),
        tells={_START: carries(occasion="occasion", start="start", unit="unit"), _END: carries(until="until")},
        rows=_routines,
        columns={
            "occasion": Column(
                gettext_noop("kesempatan"), {str(each): label for each, label in OCCASION_LABELS.items()}
            ),
            "start": Column(gettext_noop("hari mulai")),
            "until": Column(gettext_noop("hari berakhir")),
            "unit": Column(gettext_noop("unit")),
        },
    ),
    Mirror(
        what=gettext_noop("pengingat yang disampaikan"),
        key=by_payload("reminder"),
        makes=frozenset({_GIVE}),
        tells={
            _GIVE: lambda payload: {**_AS_GIVEN(payload), "retracted": False},
            _RETRACT: lambda _payload: {"retracted": True},
        },
        rows=_given,
        columns={
            "routine": Column(gettext_noop("pengingat rutin")),
            "unit": Column(gettext_noop("unit")),
            "date": Column(gettext_noop("hari disampaikan")),
            "beneath": Column(gettext_noop("beserta unit di bawahnya")),
            "proof": Column(gettext_noop("foto")),
            "words": Column(gettext_noop("sidik teks")),
            "retracted": Column(gettext_noop("ditarik")),
        },
    ),
)
