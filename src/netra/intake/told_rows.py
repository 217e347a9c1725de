"""How reports are held against their events when the trail is checked; what was told in them is not in the trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from functools import partial

from django.db.models import Count, Exists, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.intake.models import AlsoBypassed, DuplicateLink, Report, ReportErasure, ToldApart
from netra.intake.states import LABELS, STEPS, ApartReason, Channel, DuplicateReason, Mode, State
from netra.intake.states import SENT as SENT_BY_REPORTER
from netra.intake.states import WRITTEN_DOWN as WRITTEN_BY_OFFICER
from netra.trust.language import long_date
from netra.trust.models import Event, SealedIdentity
from netra.trust.states import ERASURE_LABELS
from netra.trust.told_rows import (
    Column,
    Mirror,
    Row,
    Told,
    always,
    by_payload,
    carries,
    erasing_verbs,
    refs_in,
    rows_of,
    state_after,
    was_erased,
    wrong_state,
)

_ARRIVAL = (SENT_BY_REPORTER.act, WRITTEN_BY_OFFICER.act)
ERASURE = "intake.report_erase_approve"
WITHDRAWALS = frozenset(step.act for step in STEPS if step.target == State.WITHDRAWN)
_of_report = partial(rows_of, prefix="report:")


def words_of(kind: type[StrEnum]) -> dict[str, str]:
    """The codes of one kind with their words."""
    return {str(code): str(words) for code, words in LABELS[kind].items()}


def _target(told: Told) -> str | None:
    """Where the payload says where an act led; a check that finds something missing leads nowhere."""
    if told.verb == "intake.report_check" and told.payload.get("missing"):
        return ""
    return str(told.payload["outcome"]) if told.verb == "intake.report_close" else None


def _state(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """That a report became a case is an event of the case; from then on only its reporter changes where it stands."""
    if row.columns["case_ref"]:
        withdrawn = any(told.verb in WITHDRAWALS for told in events)
        possible = frozenset({(State.WITHDRAWN if withdrawn else State.REGISTERED).value})
    else:
        possible = state_after(STEPS, events, target=_target)
    yield from wrong_state(row.columns["state"], possible, words_of(State))


def _also(row: Row, events: Sequence[Told]) -> Iterator[str]:
    yield from _state(row, events)
    yield from _persons(row, events)
    yield from _arrived(row, events)
    if row.columns["mode"] == Mode.ANONYMOUS or row.columns["sealed"]:
        return
    if not (was_erased(events) or _case_was_erased(row.columns["case_ref"])):
        yield _("identitas pelapor yang tersegel tidak ada lagi, padahal tidak pernah dimusnahkan")


def _persons(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """Whom the report names, as many as came with it, until an erasure took somebody; older events tell no number."""
    told = [each.payload["persons"] for each in events if each.verb in _ARRIVAL and "persons" in each.payload]
    if not told or told[-1] == row.columns["people"]:
        return
    if not (was_erased(events) or _case_was_erased(row.columns["case_ref"])):
        yield _("jumlah orang yang dilaporkan menurut jejak %(told)s, di basis data %(now)s") % {
            "told": told[-1],
            "now": row.columns["people"],
        }


def _arrived(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """What a reporter sent arrived on the day of its event; what an officer wrote down may have come before."""
    came = localdate(row.columns["received_at"])
    for told in events:
        if told.verb not in _ARRIVAL or told.day is None:
            continue
        if came > told.day or (came != told.day and told.verb == SENT_BY_REPORTER.act):
            yield _("diterima %(now)s, padahal menurut jejak %(told)s") % {
                "now": long_date(came),
                "told": long_date(told.day),
            }


def _case_was_erased(case_ref: str) -> bool:
    """With a case its reports are erased, which the chain of the case tells."""
    return Event.objects.filter(chain=f"case:{case_ref}", verb__in=erasing_verbs()).exists()


def _reports(chains: Collection[str]) -> Iterator[Row]:
    """Each report with whether its identity is still sealed, and with all agencies it is kept from."""
    further = AlsoBypassed.objects.filter(report__ref__in=refs_in(chains, "report:")).order_by("pk")
    others: dict[str, list[str]] = defaultdict(list)
    for ref, code in further.values_list("report__ref", "agency_code"):
        others[ref].append(code)
    for row in _of_reports(chains):
        kept_from = [row.columns["bypass_agency_code"], *others[row.key]]
        yield Row(row.chain, row.key, {**row.columns, "kept_from": " ".join(kept_from).strip()})


def _erasures(chains: Collection[str]) -> Iterator[Row]:
    """The requests for erasure of these reports, and what became of them."""
    asked = ReportErasure.objects.filter(report__ref__in=refs_in(chains, "report:")).select_related("report")
    for each in asked.order_by("pk"):
        yield Row(f"report:{each.report.ref}", each.report.ref, {"state": each.state.value})


_of_reports = _of_report(
    Report,
    ref="ref",
    key=lambda row: row["ref"],
    columns=(
        "state",
        "case_ref",
        "channel",
        "mode",
        "formal_met",
        "material_met",
        "receipt_letter_ref",
        "handler_region_code",
        "bypass_agency_code",
        "received_at",
    ),
    named={
        "people": Count("persons"),
        "sealed": Exists(SealedIdentity.objects.filter(designation=OuterRef("designation"))),
    },
)
_WAY = {"handler_region_code": "region", "kept_from": "agency"}


MIRRORS = (
    Mirror(
        what=gettext_noop("laporan"),
        key=by_payload("report"),
        makes=frozenset(_ARRIVAL),
        tells={
            **dict.fromkeys(_ARRIVAL, carries(channel="channel", mode="mode", **_WAY)),
            "intake.report_reroute": carries(handler_region_code="region"),
            "intake.report_bypass_set": carries(**_WAY),
            "intake.report_identify": carries(mode="mode"),
            "intake.report_check": carries(formal_met="formal", material_met="material"),
            "intake.receipt_issue": carries(receipt_letter_ref="letter"),
        },
        rows=_reports,
        columns={
            "channel": Column(gettext_noop("saluran"), words_of(Channel)),
            "mode": Column(gettext_noop("kerahasiaan pelapor"), words_of(Mode)),
            "formal_met": Column(gettext_noop("syarat formal terpenuhi")),
            "material_met": Column(gettext_noop("syarat materiel terpenuhi")),
            "receipt_letter_ref": Column(gettext_noop("tanda bukti")),
            "handler_region_code": Column(gettext_noop("kantor yang menangani")),
            "kept_from": Column(gettext_noop("instansi yang dilewati")),
        },
        reads=frozenset(step.act for step in STEPS),
        also=_also,
    ),
    Mirror(
        what=gettext_noop("tanda serupa dengan laporan"),
        key=by_payload("other"),
        makes=frozenset({"intake.report_link_duplicate"}),
        tells={"intake.report_link_duplicate": carries(reason="reason")},
        rows=_of_report(
            DuplicateLink, ref="report__ref", key=lambda row: row["other__ref"], columns=("other__ref", "reason")
        ),
        columns={"reason": Column(gettext_noop("alasan"), words_of(DuplicateReason))},
    ),
    Mirror(
        what=gettext_noop("tanda berbeda dengan laporan"),
        key=by_payload("other"),
        makes=frozenset({"intake.report_tell_apart"}),
        tells={"intake.report_tell_apart": carries(reason="reason")},
        rows=_of_report(
            ToldApart, ref="report__ref", key=lambda row: row["other__ref"], columns=("other__ref", "reason")
        ),
        columns={"reason": Column(gettext_noop("alasan"), words_of(ApartReason))},
    ),
    Mirror(
        what=gettext_noop("penghapusan laporan"),
        key=by_payload("report"),
        makes=frozenset({"intake.report_erase_request"}),
        tells={
            "intake.report_erase_request": always(state="PENDING"),
            ERASURE: always(state="DONE"),
            "intake.report_erase_refuse": always(state="REFUSED"),
            "intake.report_erase_withdraw": always(state="WITHDRAWN"),
        },
        rows=_erasures,
        columns={"state": Column(gettext_noop("keadaan"), ERASURE_LABELS)},
        several=True,
    ),
)
