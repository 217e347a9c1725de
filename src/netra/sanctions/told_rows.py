"""How the rows of this room are held against their events when the trail is checked; free text is not in the trail."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Case
from netra.cases.told_rows import LETTER, LEVEL
from netra.law.sanctions import CATALOGUES
from netra.sanctions.absent import HELD_WHEN_ABSENT
from netra.sanctions.deviation import deviates_after
from netra.sanctions.models import (
    CouncilHearing,
    Decision,
    DecisionDelivery,
    DeliveryMiss,
    Proceeding,
    Remedy,
)
from netra.sanctions.operations.answers import OUTCOMES
from netra.sanctions.operations.force import MANNERS
from netra.sanctions.states import (
    DECISION_KIND_LABELS,
    MODE_LABELS,
    ROUTE_LABELS,
    STATE_LABELS,
    STEPS,
    Route,
)
from netra.sanctions.told_examination import EXAMINATIONS, RELEASES, SEATS
from netra.sanctions.told_target import ANSWERING, RULING, target_of
from netra.trust.erased_words import ERASED
from netra.trust.told_rows import (
    Column,
    Mirror,
    Row,
    Told,
    Value,
    by_payload,
    carries,
    rows_of,
    state_after,
    was_erased,
    wrong_state,
)

_PENALTIES = {each.code: each.label for catalogue in CATALOGUES.values() for each in catalogue}
_of_case = partial(rows_of, prefix="case:")
_BY_PROCEEDING = by_payload("proceeding")
_LETTER = carries(letter_ref="letter")
_DECIDES = {"letter_ref": "letter", "deviates": "deviation", "decided_date": "date", "signer_basis": "document"}
_DECIDED, _HELD = Column(gettext_noop("hari keputusan")), Column(gettext_noop("hari sidang atau pemeriksaan"))
_DECIDING = frozenset({"sanctions.decision_make", "sanctions.moral_impose", "sanctions.termination_decide"})
_MOVING_EFFECT = ANSWERING | {
    RULING,
    "sanctions.decision_enforce",
    "sanctions.objection_file",
    "sanctions.appeal_file",
}


_ANSWERED = carries(outcome="outcome", level_after="level", decided_date="date")


def _in_force(payload: Mapping[str, Value]) -> Mapping[str, Value]:
    """When the decision holds, as far as the event tells it; "" is that no day is known."""
    return {"in_force_date": payload["in_force"] or None} if "in_force" in payload else {}


def _of_a_delivery(told: Told) -> str | None:
    """Whose delivery an event tells of. What holds for whoever stayed away may hold without any (PP 53/2010 Ps 46), and
    where there is one, it tells the same day itself.
    """
    return None if told.payload.get("rule") == HELD_WHEN_ABSENT else _BY_PROCEEDING(told)


# A decision repeats what its proceeding was decided by.
_BOUNDS = ("regime", "level_floor", "level_ceiling")


def _proceeding_state(row: Row, events: Sequence[Told]) -> Iterator[str]:
    mine = [told for told in events if told.payload.get("proceeding") == row.key]
    possible = state_after(STEPS[Route(str(row.columns["route"]))], mine, target=target_of)
    yield from wrong_state(row.columns["state"], possible, STATE_LABELS)
    # A moral sanction is decided by no regime of discipline.
    repeated = _BOUNDS if row.columns["decision__regime"] else _BOUNDS[1:]
    if row.columns["decision__decided_date"] and any(
        row.columns[name] != row.columns[f"decision__{name}"] for name in repeated
    ):
        yield _("rezim atau batasnya lain daripada yang dipakai keputusannya")


def _marks(chains: Collection[str]) -> Iterator[Row]:
    """The mark of a deviation on each case, and whether what held after a remedy, or holds by a court, deviates."""
    refs = [chain.removeprefix("case:") for chain in chains if chain.startswith("case:")]
    answered = Decision.objects.filter(remedy__decided_date__isnull=False, proceeding__case__ref__in=refs)
    after = {
        made.proceeding.case_id
        for made in answered.select_related("remedy__suit", "proceeding")
        if any(deviates_after(made, level) for level in _levels_after(made.remedy))
    }
    for pk, ref, deviates in Case.objects.filter(ref__in=refs).values_list("pk", "ref", "deviates"):
        yield Row(f"case:{ref}", ref, {"deviates": deviates, "after": pk in after})


def _levels_after(remedy: Remedy) -> set[str]:
    """The levels that the answer to a remedy left, and then a court; none where nothing was left."""
    suit = getattr(remedy, "suit", None)
    return {remedy.level_after, suit.former_level if suit else ""} - {""}


def _mark(row: Row, events: Sequence[Told]) -> Iterator[str]:
    told_of = any(told.payload.get("deviation") or told.verb == "sanctions.action_decline" for told in events)
    if told_of and not row.columns["deviates"]:
        yield _("menurut jejak keputusannya menyimpang, di basis data tandanya tidak ada")
    if row.columns["deviates"] and not (told_of or row.columns["after"]):
        yield _("ditandai menyimpang, padahal jejak tidak mencatat keputusan yang menyimpang")


def _declined(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """That no administrative action is taken is written by an act of its own."""
    told = any(each.verb == "sanctions.action_decline" and each.payload.get("proceeding") == row.key for each in events)
    if bool(row.columns["action_declined_reason"]) != told:
        yield _("alasan tidak diambilnya tindakan administratif tidak sesuai dengan jejak")


def _reason(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """A deviation has its reason, which goes only when two people erased."""
    if row.columns["deviation_reason"] == ERASED and not was_erased(events):
        yield _("alasan penyimpangannya dihapus, padahal jejak tidak mencatat penghapusan")


_PROCEEDINGS = (
    Mirror(
        what=gettext_noop("penanganan"),
        key=_BY_PROCEEDING,
        makes=frozenset({"sanctions.proceeding_open", "sanctions.crime_refer"}),
        tells={
            "sanctions.proceeding_open": lambda payload: {"reopened_date": None, **carries(route="route")(payload)},
            "sanctions.examination_reopen": carries(reopened_date="date"),
        },
        rows=_of_case(
            Proceeding,
            ref="case__ref",
            key=lambda row: row["ref"],
            columns=(
                "ref",
                "route",
                "state",
                "reopened_date",
                "decision__decided_date",
                *_BOUNDS,
                *(f"decision__{it}" for it in _BOUNDS),
            ),
        ),
        columns={
            "route": Column(gettext_noop("jalur"), ROUTE_LABELS),
            "reopened_date": Column(gettext_noop("hari pemeriksaan dibuka kembali")),
        },
        reads=frozenset(step.act for steps in STEPS.values() for step in steps),
        also=_proceeding_state,
    ),
    Mirror(
        what=gettext_noop("tim atau majelis"),
        key=_BY_PROCEEDING,
        makes=frozenset({"sanctions.team_form", "sanctions.council_form"}),
        tells=dict.fromkeys(("sanctions.team_form", "sanctions.council_form"), carries(members="members")),
        rows=_of_case(
            Proceeding,
            ref="case__ref",
            key=lambda row: row["ref"],
            columns=("ref",),
            named={"members": Count("team", filter=Q(team__replaces=None))},
        ),
        columns={"members": Column(gettext_noop("jumlah anggota"))},
        by_hand=True,
    ),
    Mirror(
        what=gettext_noop("sidang majelis"),
        key=_BY_PROCEEDING,
        makes=frozenset({"sanctions.council_hear"}),
        tells={
            "sanctions.council_hear": carries(defended="defended", held_date="date"),
            "sanctions.council_decide": lambda payload: {
                "breached": payload["outcome"] == "breached",
                **carries(decided_date="date")(payload),
            },
        },
        rows=_of_case(
            CouncilHearing,
            ref="proceeding__case__ref",
            key=lambda row: row["proceeding__ref"],
            columns=("proceeding__ref", "held_date", "defended", "decided_date", "breached", "action_declined_reason"),
        ),
        columns={
            "held_date": _HELD,
            "defended": Column(gettext_noop("membela diri")),
            "decided_date": _DECIDED,
            "breached": Column(gettext_noop("melanggar")),
        },
        reads=frozenset({"sanctions.action_decline"}),
        also=_declined,
    ),
)

_DECISIONS = (
    Mirror(
        what=gettext_noop("perkara"),
        key=by_payload("case"),
        makes=frozenset(),
        tells={},
        rows=_marks,
        columns={},
        by_hand=True,
        reads=_DECIDING | {"sanctions.action_decline"},
        also=_mark,
    ),
    Mirror(
        what=gettext_noop("keputusan penanganan"),
        key=_BY_PROCEEDING,
        makes=_DECIDING,
        tells={
            "sanctions.decision_make": carries(kind="kind", level="level", sanction_code="sanction", **_DECIDES),
            "sanctions.moral_impose": lambda payload: {
                **carries(mode="mode", **_DECIDES)(payload),
                "kind": "MORAL",
                "level": "MORAL",
            },
            "sanctions.termination_decide": lambda payload: {
                **carries(**_DECIDES)(payload),
                "kind": "STATUS_TERMINATION",
                "level": "TERMINATION",
            },
        },
        rows=_of_case(
            Decision,
            ref="proceeding__case__ref",
            key=lambda row: row["proceeding__ref"],
            columns=(
                "proceeding__ref",
                "kind",
                "level",
                "sanction_code",
                "mode",
                "letter_ref",
                "decided_date",
                "deviation_reason",
                "signer_basis",
            ),
            named={
                "deviates": ExpressionWrapper(
                    Q(below_floor=True) | Q(below_recommendation=True) | Q(above_ceiling=True),
                    output_field=BooleanField(),
                )
            },
        ),
        columns={
            "kind": Column(gettext_noop("jenis"), DECISION_KIND_LABELS),
            "level": LEVEL,
            "sanction_code": Column(gettext_noop("hukuman"), _PENALTIES),
            "mode": Column(gettext_noop("pernyataan"), MODE_LABELS),
            "letter_ref": LETTER,
            "decided_date": _DECIDED,
            "deviates": Column(gettext_noop("menyimpang")),
            "signer_basis": Column(gettext_noop("dasar jabatan penanda tangan")),
        },
        also=_reason,
    ),
    Mirror(
        what=gettext_noop("penyerahan keputusan"),
        key=_of_a_delivery,
        makes=frozenset({"sanctions.decision_deliver"}),
        tells={
            "sanctions.decision_deliver": lambda payload: {
                **carries(manner="manner", letter_ref="letter", received_date="date")(payload),
                **_in_force(payload),
            },
            **dict.fromkeys(_MOVING_EFFECT, _in_force),
        },
        rows=_of_case(
            DecisionDelivery,
            ref="decision__proceeding__case__ref",
            key=lambda row: row["decision__proceeding__ref"],
            columns=("decision__proceeding__ref", "manner", "letter_ref", "received_date", "in_force_date"),
        ),
        columns={
            "manner": Column(gettext_noop("cara penyerahan"), MANNERS),
            "letter_ref": LETTER,
            "received_date": Column(gettext_noop("hari diterima")),
            "in_force_date": Column(gettext_noop("mulai berlaku")),
        },
    ),
    Mirror(
        what=gettext_noop("ketidakhadiran pada penyampaian"),
        key=_BY_PROCEEDING,
        makes=frozenset({"sanctions.delivery_miss"}),
        tells={
            "sanctions.delivery_miss": carries(set_date="date"),
            "sanctions.decision_send": carries(sent_date="date"),
        },
        rows=_of_case(
            DeliveryMiss,
            ref="decision__proceeding__case__ref",
            key=lambda row: row["decision__proceeding__ref"],
            columns=("decision__proceeding__ref", "set_date", "sent_date"),
        ),
        columns={
            "set_date": Column(gettext_noop("hari yang ditentukan")),
            "sent_date": Column(gettext_noop("hari dikirim")),
        },
    ),
    Mirror(
        what=gettext_noop("upaya administratif"),
        key=_BY_PROCEEDING,
        makes=frozenset({"sanctions.objection_file", "sanctions.appeal_file"}),
        tells={
            **dict.fromkeys(
                ("sanctions.objection_file", "sanctions.appeal_file"),
                carries(letter_ref="letter", after_execution="executed", filed_date="date"),
            ),
            "sanctions.restoration_record": carries(restoration_document="document", restored_date="date"),
            "sanctions.remedy_reply": carries(reply_document="document", replied_date="date"),
            **dict.fromkeys(ANSWERING, _ANSWERED),
            # A ruling that leaves the answer as it was tells no level.
            RULING: lambda payload: _ANSWERED(payload) if "level" in payload else {},
        },
        rows=_of_case(
            Remedy,
            ref="decision__proceeding__case__ref",
            key=lambda row: row["decision__proceeding__ref"],
            columns=(
                "decision__proceeding__ref",
                "filed_date",
                "letter_ref",
                "replied_date",
                "reply_document",
                "decided_date",
                "outcome",
                "level_after",
                "after_execution",
                "restoration_document",
                "restored_date",
            ),
        ),
        columns={
            "filed_date": Column(gettext_noop("hari pengajuan")),
            "letter_ref": LETTER,
            "replied_date": Column(gettext_noop("hari tanggapan")),
            "decided_date": _DECIDED,
            "reply_document": Column(gettext_noop("dokumen tanggapan"), erasable=True),
            "outcome": Column(gettext_noop("putusan"), OUTCOMES),
            "after_execution": Column(gettext_noop("diajukan sesudah dilaksanakan")),
            "restored_date": Column(gettext_noop("hari pemulihan")),
            "restoration_document": Column(gettext_noop("dokumen pemulihan"), erasable=True),
            "level_after": LEVEL,
        },
    ),
)

MIRRORS = (*_PROCEEDINGS, SEATS, RELEASES, *EXAMINATIONS, *_DECISIONS)
