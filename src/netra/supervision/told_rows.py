"""How visits, checklists and observations are held against their events when the trail is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.supervision.fingerprints import of_checklist, of_observation, of_visit
from netra.supervision.models import Checklist, Observation, Visit
from netra.supervision.states import RESULT_LABELS, VISIT_STATE_LABELS, VisitState
from netra.trust.models import Event
from netra.trust.told_rows import Column, Mirror, Row, Told, Value, by_payload, carries, refs_in

_PLAN, _CANCEL, _ASSIGN = "supervision.visit_plan", "supervision.visit_cancel", "supervision.visit_assign"
_RECORD, _PASS = "supervision.observation_record", "supervision.observation_pass"
_WRITE = "supervision.checklist_write"
# By two people, in the chain of the case.
_ERASURE = "cases.erasure_approve"


def _visits(chains: Collection[str]) -> Iterator[Row]:
    for each in (
        Visit.objects.filter(agency_code__in=refs_in(chains, "agency:")).order_by("pk").iterator(chunk_size=2000)
    ):
        columns = {"state": each.state, "assignment_ref": each.assignment_ref, "content": of_visit(each)}
        yield Row(each.chain, each.ref, columns)


def _checklists(chains: Collection[str]) -> Iterator[Row]:
    for each in Checklist.objects.filter(agency_code__in=refs_in(chains, "agency:")).order_by("pk"):
        yield Row(each.chain, f"{each.agency_code}/{each.subject}/{each.version}", {"content": of_checklist(each)})


def _observations(chains: Collection[str]) -> Iterator[Row]:
    found = (
        Observation.objects.filter(visit__agency_code__in=refs_in(chains, "agency:"))
        .select_related("visit")
        .order_by("pk")
    )
    for each in found.iterator(chunk_size=2000):
        content = "" if each.erased_at else of_observation(each)
        columns = {"result": each.result, "passed_to": each.passed_to, "content": content, "case": each.case_ref}
        yield Row(each.chain, each.ref, columns)


def _content_differs(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """Words that differ from what was recorded; they may be gone only with the case that came of them."""
    content, case = row.columns["content"], row.columns["case"]
    told = [
        each.payload["sha256"] for each in events if each.verb == _RECORD and each.payload["observation"] == row.key
    ]
    if content and told and content != told[-1]:
        yield _("isinya berbeda dari sidik yang dicatat jejak")
    if not content and not Event.objects.filter(chain=f"case:{case}", verb=_ERASURE).exists():
        yield _("ditandai sudah dihapus, padahal jejak tidak mencatat penghapusan")


def _planned(payload: Mapping[str, Value]) -> Mapping[str, Value]:
    return {"state": VisitState.PLANNED.value, "content": payload["sha256"]}


MIRRORS = (
    Mirror(
        what=gettext_noop("rencana pengawasan"),
        key=by_payload("visit"),
        makes=frozenset({_PLAN}),
        tells={
            _PLAN: _planned,
            _ASSIGN: carries(assignment_ref="letter"),
            _CANCEL: lambda _payload: {"state": VisitState.CANCELLED.value},
            _RECORD: lambda _payload: {"state": VisitState.OBSERVED.value},
        },
        rows=_visits,
        columns={
            "state": Column(gettext_noop("keadaan"), {str(code): word for code, word in VISIT_STATE_LABELS.items()}),
            "assignment_ref": Column(gettext_noop("surat tugas")),
            "content": Column(gettext_noop("sidik rencana dan alasannya")),
        },
    ),
    Mirror(
        what=gettext_noop("daftar periksa"),
        key=by_payload("agency", "subject", "version"),
        makes=frozenset({_WRITE}),
        tells={_WRITE: carries(content="sha256")},
        rows=_checklists,
        columns={"content": Column(gettext_noop("sidik pertanyaan"))},
    ),
    Mirror(
        what=gettext_noop("hasil pengawasan"),
        key=by_payload("observation"),
        makes=frozenset({_RECORD}),
        tells={_RECORD: carries(result="result"), _PASS: carries(passed_to="agency")},
        rows=_observations,
        columns={
            "result": Column(gettext_noop("hasil"), {str(code): word for code, word in RESULT_LABELS.items()}),
            "passed_to": Column(gettext_noop("disampaikan kepada")),
        },
        also=_content_differs,
    ),
)
