"""Where the letters of the day are hardly read: one of the reasons to look there, for whoever plans supervision."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.timezone import make_aware

from netra.prevention.access import visible_to
from netra.prevention.models import Acknowledgement
from netra.prevention.queries.audience import audience
from netra.prevention.states import State
from netra.trust.access import Person

# Below this share, so many days after its issue, a letter counts as hardly read, and no longer when it is older than a
# year: who came since never heard of it, and it says nothing of where to look today. A choice of this house; no article
# names any of the three.
HARDLY, AFTER, STALE = 50, timedelta(days=14), timedelta(days=365)
_NEWEST = 3


@dataclass(frozen=True, slots=True)
class HardlyRead:
    """Of the people of an agency to whom a letter is addressed, how many percent read it."""

    subject: str
    percent: int


def hardly_read(user: Person, codes: Collection[str], *, on: date) -> Mapping[str, HardlyRead]:
    """By code, of those agencies that hardly read one of the newest letters this person sees: the one read least.

    One question for each letter, however many agencies.
    """
    latest = make_aware(datetime.combine(on - AFTER + timedelta(days=1), time.min))
    letters = visible_to(user, on=on).filter(
        Q(valid_until=None) | Q(valid_until__gt=on),
        state=State.ISSUED,
        valid_from__lte=on - AFTER,
        letter_date__gt=on - STALE,
        issued_at__lt=latest,
    )
    found: dict[str, HardlyRead] = {}
    for letter in letters.order_by("-pk")[:_NEWEST]:
        read = Acknowledgement.objects.filter(
            instrument=letter, civil_servant=OuterRef("civil_servant_id"), read_date__lte=on
        )
        rows = audience(letter, on).filter(agency__code__in=codes).annotate(was_read=Exists(read))
        counted = rows.values("agency__code").annotate(asked=Count("pk"), read=Count("pk", filter=Q(was_read=True)))
        for row in counted:
            told = HardlyRead(letter.subject, row["read"] * 100 // row["asked"])
            before = found.get(row["agency__code"])
            if told.percent < HARDLY and (before is None or told.percent < before.percent):
                found[row["agency__code"]] = told
    return found
