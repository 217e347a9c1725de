"""How the summonses, records and reports of an examination are held against their events, each of its own round; and
who took a seat afterwards, by the decree that gave it to him.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from django.utils.translation import gettext_noop

from netra.cases.told_rows import LETTER
from netra.sanctions.models import Examination, ExaminationReport, ExaminerRelease, Summons, TeamMember
from netra.sanctions.models.examination import team_role_choices
from netra.trust.erased_words import ERASED
from netra.trust.operations.roles import of_reason
from netra.trust.told_rows import Column, Mirror, Row, Told, by_payload, carries, rows_of

_of_case = partial(rows_of, prefix="case:")
_LETTER = carries(letter_ref="letter")
_HELD = Column(gettext_noop("hari sidang atau pemeriksaan"))


def _replacing(chains: Collection[str]) -> Iterator[Row]:
    """Who was named when a team or council was formed is counted with it, and stands in no event of his own."""
    return (row for row in _seated(chains) if row.columns["replaces_id"] is not None)


_seated = _of_case(
    TeamMember,
    ref="proceeding__case__ref",
    key=lambda row: f"{row['letter_ref']}/{row['role']}",
    columns=("letter_ref", "role", "seated_date", "replaces_id", "replaces__left_date"),
)


def _round_told(told: Told) -> str:
    """One examination of a proceeding; events of the first, and all from before there were two, tell no round."""
    return f"{told.payload['proceeding']}/{told.payload.get('round', 1)}"


def _round_of(row: Mapping[str, Any]) -> str:
    return f"{row['proceeding__ref']}/{row['round']}"


SEATS = Mirror(
    what=gettext_noop("anggota pengganti"),
    # One decree may give two seats, never two of one role.
    key=by_payload("letter", "seat"),
    makes=frozenset({"sanctions.seat_replace"}),
    tells={"sanctions.seat_replace": carries(role="seat", seated_date="date", replaces__left_date="date")},
    rows=_replacing,
    columns={
        "role": Column(gettext_noop("kursi"), dict(team_role_choices())),
        "seated_date": Column(gettext_noop("hari duduk")),
        "replaces__left_date": Column(gettext_noop("hari yang digantikan berhenti")),
    },
)


def _releases(chains: Collection[str]) -> Iterator[Row]:
    """Of the reason the trail keeps a fingerprint alone."""
    refs = [chain.removeprefix("case:") for chain in chains if chain.startswith("case:")]
    found = ExaminerRelease.objects.filter(proceeding__case__ref__in=refs)
    for each in found.select_related("user", "proceeding__case").order_by("pk"):
        reason = each.reason if each.reason == ERASED else of_reason(each.reason)
        yield Row(each.proceeding.case.chain, f"{each.user.actor_ref}/{each.proceeding.ref}", {"reason": reason})


RELEASES = Mirror(
    what=gettext_noop("akhir penugasan pemeriksa"),
    # Before a reason was asked for, an event told none.
    key=lambda told: by_payload("user", "matter")(told) if "sha256" in told.payload else None,
    makes=frozenset({"trust.examiner_release"}),
    tells={"trust.examiner_release": carries(reason="sha256")},
    rows=_releases,
    columns={"reason": Column(gettext_noop("alasan"), erasable=True)},
    several=True,
)

EXAMINATIONS = (
    Mirror(
        what=gettext_noop("panggilan"),
        key=lambda told: f"{_round_told(told)}/{told.payload.get('ordinal', 1)}",
        makes=frozenset({"sanctions.summons_issue", "sanctions.council_summon"}),
        tells={"sanctions.summons_issue": _LETTER, "sanctions.council_summon": _LETTER},
        rows=_of_case(
            Summons,
            ref="proceeding__case__ref",
            key=lambda row: f"{_round_of(row)}/{row['ordinal']}",
            columns=("proceeding__ref", "round", "ordinal", "letter_ref"),
        ),
        columns={"letter_ref": LETTER},
    ),
    *(
        Mirror(
            what=what,
            key=_round_told,
            makes=frozenset({verb}),
            tells={verb: carries(letter_ref="letter", **own_day)},
            rows=_of_case(
                model,
                ref="proceeding__case__ref",
                key=_round_of,
                columns=("proceeding__ref", "round", "letter_ref", *own_day),
            ),
            columns={"letter_ref": LETTER, **dict.fromkeys(own_day, _HELD)},
        )
        for what, model, verb, own_day in (
            (
                gettext_noop("berita acara pemeriksaan"),
                Examination,
                "sanctions.examination_record",
                {"held_date": "date"},
            ),
            (gettext_noop("laporan hasil pemeriksaan"), ExaminationReport, "sanctions.examination_report", {}),
        )
    ),
)
