"""How the rows of this room are held against their events when the trail is checked; free text is not in the trail."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.leaving import LAPSED
from netra.cases.letters import CATEGORY_WORDS, LEVEL_WORDS
from netra.cases.models import (
    Allegation,
    Answer,
    Case,
    CauseCoding,
    Clarification,
    DeadlineChange,
    Erasure,
    Plenary,
    Recommendation,
    Recusal,
    Referral,
)
from netra.cases.operations.endings import NOTHING_PROVEN
from netra.cases.states import SEALED_ENDS, STATE_LABELS, STEPS
from netra.cases.told_acts import ACT_MIRRORS
from netra.cases.told_cited import CITED
from netra.cases.told_parties import PARTIES
from netra.cases.told_terms import RULE_WORDS, TERMS
from netra.intake.models import Report
from netra.supervision.models import Observation
from netra.trust.acts import ACTS
from netra.trust.states import ERASURE_LABELS
from netra.trust.told_rows import (
    Column,
    Mirror,
    Row,
    Told,
    Value,
    always,
    by_payload,
    carries,
    in_order,
    refs_in,
    rows_of,
    state_after,
    wrong_state,
)

ERASURE = "cases.erasure_approve"
LETTER = Column(gettext_noop("surat"))
LEVEL = Column(gettext_noop("tingkat"), LEVEL_WORDS)

_of_case = partial(rows_of, prefix="case:")
_READ = carries(category="category", level_floor="floor", level_ceiling="ceiling")
_ASSESSING = ("cases.allegation_assess", "cases.allegation_confirm", "cases.allegation_change")
_CHANGING = {"EXTEND": "cases.deadline_extend", "PAUSE": "cases.deadline_pause", "RESUME": "cases.deadline_resume"}


_HELD = carries(held_date="date")


def _assessed(payload: Mapping[str, Value]) -> Mapping[str, Value]:
    """How the law is read now; and the meeting where that was the word of a plenary, which no later word bears."""
    return {**_READ(payload), "plenary_date": payload.get("date")}


# An officer's word on what the law room proposed; a fact that was corrected makes it a proposal again.
_SAYING = {
    "cases.allegation_assess": {"PROPOSED"},
    "cases.allegation_confirm": {"CONFIRMED"},
    "cases.allegation_change": {"CHANGED", "DROPPED"},
}


def _who_decided(row: Row, events: Sequence[Told]) -> Iterator[str]:
    of_this = [told for told in events if told.verb in _SAYING and told.payload.get("allegation") == row.key]
    if not of_this:
        return
    last = of_this[-1]
    if row.columns["state"] not in _SAYING[last.verb]:
        yield _("keadaannya lain daripada yang terakhir dicatat jejak")
    if row.columns["decided_by"] != ("" if last.verb == "cases.allegation_assess" else last.actor):
        yield _("pemutus di basis data bukan pemutus menurut jejak")


def _case_target(told: Told) -> str | None:
    """Where the payload says which of several ways an act led."""
    if told.verb == "cases.plenary_decide":
        return str(told.payload["outcome"])
    if told.verb == "cases.case_close":
        return {NOTHING_PROVEN: "NOT_PROVEN", LAPSED: "LAPSED"}.get(str(told.payload["outcome"]), "CLOSED")
    if told.verb == "cases.case_reopen":
        return str(told.payload.get("state", "PROCEEDING"))
    return None


def _case_state(row: Row, events: Sequence[Told]) -> Iterator[str]:
    yield from wrong_state(row.columns["state"], state_after(STEPS, events, target=_case_target), STATE_LABELS)
    if row.columns["erased_at"] is not None and not any(told.verb == ERASURE for told in events):
        yield _("ditandai sudah dihapus, padahal jejak tidak mencatat penghapusan")
    if row.columns["erase_date"] is not None and row.columns["state"] not in SEALED_ENDS:
        yield _("berhari penghapusan, padahal perkaranya belum berakhir tanpa bukti")
    if not _released_as_told(row.columns["released_evidence_refs"], events):
        yield _("bukti laporan yang dibuka bagi instansi lain daripada yang tercatat dalam jejak")


def _released_as_told(now: Mapping[str, Sequence[str]], events: Sequence[Told]) -> bool:
    """Whether each agency may read just what was released to it; of a release before there were agencies all counts."""
    released = [told.payload for told in events if told.verb == "cases.evidence_release"]
    if any("agency" not in payload for payload in released):
        return True
    told_of = {
        (code, ref)
        for payload in released
        for code in str(payload["agency"]).split()
        for ref in str(payload["evidence"]).split(", ")
    }
    return told_of == {(code, ref) for code, refs in now.items() for ref in refs}


def _reports(chains: Collection[str]) -> Iterator[Row]:
    """The reports that became these cases, as they say it themselves."""
    refs = [chain.removeprefix("case:") for chain in chains if chain.startswith("case:")]
    cases = dict(Case.objects.filter(ref__in=refs).exclude(report_ref="").values_list("report_ref", "ref"))
    for row in Report.objects.filter(ref__in=cases).values("ref", "case_ref"):
        yield Row(f"case:{cases[row['ref']]}", row["ref"], row)


def _observations(chains: Collection[str]) -> Iterator[Row]:
    """What supervisors saw and registered as these cases, as the observation says it itself."""
    refs = [chain.removeprefix("case:") for chain in chains if chain.startswith("case:")]
    cases = dict(Case.objects.filter(ref__in=refs).exclude(observation_ref="").values_list("observation_ref", "ref"))
    for row in Observation.objects.filter(ref__in=cases).values("ref", "case_ref"):
        yield Row(f"case:{cases[row['ref']]}", row["ref"], row)


def _erasures(chains: Collection[str]) -> Iterator[Row]:
    """The requests for erasure of these cases, and what became of them."""
    asked = Erasure.objects.filter(case__ref__in=refs_in(chains, "case:")).select_related("case").order_by("pk")
    for each in asked:
        yield Row(each.case.chain, each.case.ref, {"state": each.state.value})


def _change_key(verb: str, rule: object) -> str:
    """«Respons atas keberatan: Tenggat diperpanjang»."""
    return f"«{RULE_WORDS.get(str(rule), rule)}: {_(ACTS[verb].label)}»"


_ABOUT = (
    Mirror(
        what=gettext_noop("perkara"),
        key=by_payload("case"),
        makes=frozenset({"cases.case_register"}),
        tells={
            "cases.case_register": carries(
                report_ref="report", observation_ref="observation", agency_code="case_agency"
            ),
            "cases.case_recommend": carries(agency_code="case_agency"),
            "cases.case_refer": lambda _payload: {"referred": True},
        },
        rows=_of_case(
            Case,
            ref="ref",
            key=lambda row: row["ref"],
            columns=(
                "state",
                "report_ref",
                "observation_ref",
                "agency_code",
                "referred",
                "erase_date",
                "erased_at",
                "released_evidence_refs",
            ),
        ),
        columns={
            "report_ref": Column(gettext_noop("laporan")),
            "observation_ref": Column(gettext_noop("hasil pengawasan")),
            "agency_code": Column(gettext_noop("instansi")),
            "referred": Column(gettext_noop("sudah diteruskan")),
        },
        reads=frozenset({*(step.act for step in STEPS), "cases.evidence_release"}),
        also=_case_state,
    ),
    Mirror(
        what=gettext_noop("laporan perkara ini,"),
        key=lambda told: str(told.payload["report"]) or None,
        makes=frozenset({"cases.case_register"}),
        tells={"cases.case_register": lambda payload: {"case_ref": payload["case"]}},
        rows=_reports,
        columns={
            "case_ref": Column(gettext_noop("perkara")),
        },
    ),
    Mirror(
        what=gettext_noop("hasil pengawasan perkara ini,"),
        key=lambda told: str(told.payload.get("observation", "")) or None,
        makes=frozenset({"cases.case_register"}),
        tells={"cases.case_register": lambda payload: {"case_ref": payload["case"]}},
        rows=_observations,
        columns={
            "case_ref": Column(gettext_noop("perkara")),
        },
    ),
    PARTIES,
    *ACT_MIRRORS,
    Mirror(
        what=gettext_noop("dugaan"),
        key=by_payload("allegation"),
        makes=frozenset({"cases.allegation_assess"}),
        tells=dict.fromkeys(_ASSESSING, _assessed),
        rows=_of_case(
            Allegation,
            ref="party__case__ref",
            key=lambda row: f"T{row['party__ordinal']}/P{row['act__ordinal']}",
            columns=(
                "party__ordinal",
                "act__ordinal",
                "category",
                "level_floor",
                "level_ceiling",
                "state",
                "decided_by",
                "plenary_date",
            ),
        ),
        columns={
            "plenary_date": Column(gettext_noop("hari pleno")),
            "category": Column(gettext_noop("jenis pelanggaran"), CATEGORY_WORDS),
            "level_floor": Column(gettext_noop("batas bawah"), LEVEL_WORDS),
            "level_ceiling": Column(gettext_noop("batas atas"), LEVEL_WORDS),
        },
        also=_who_decided,
    ),
    Mirror(
        what=gettext_noop("jawaban terlapor"),
        key=by_payload("party"),
        makes=frozenset({"cases.answer_give", "cases.answer_record"}),
        tells={},
        rows=_of_case(
            Answer, ref="party__case__ref", key=lambda row: str(row["party__ordinal"]), columns=("party__ordinal",)
        ),
        columns={},
        several=True,
    ),
    CITED,
)

_STUDIED = (
    Mirror(
        what=gettext_noop("undangan klarifikasi"),
        key=by_payload("invitation"),
        makes=frozenset({"cases.clarification_invite"}),
        tells={
            "cases.clarification_invite": carries(letter_ref="letter"),
            "cases.clarification_record": carries(attended="attended"),
        },
        rows=_of_case(
            Clarification,
            ref="case__ref",
            key=lambda row: str(row["ordinal"]),
            columns=("ordinal", "letter_ref", "attended"),
        ),
        columns={"letter_ref": LETTER, "attended": Column(gettext_noop("hadir"))},
    ),
    Mirror(
        what=gettext_noop("putusan pleno"),
        key=in_order,
        makes=frozenset({"cases.plenary_decide", "cases.case_withdraw", "cases.case_expire"}),
        tells={
            "cases.plenary_decide": carries(outcome="outcome", held_date="date"),
            "cases.case_withdraw": lambda payload: {"outcome": "WITHDRAWN", **_HELD(payload)},
            "cases.case_expire": lambda payload: {"outcome": "EXPIRED", **_HELD(payload)},
        },
        rows=_of_case(Plenary, ref="case__ref", key=lambda _row: "", columns=("outcome", "held_date")),
        columns={
            "outcome": Column(gettext_noop("putusan"), STATE_LABELS),
            "held_date": Column(gettext_noop("hari pleno")),
        },
        several=True,
    ),
    Mirror(
        what=gettext_noop("penerusan"),
        key=by_payload("letter"),
        makes=frozenset({"cases.case_refer"}),
        tells={"cases.case_refer": carries(body_code="body")},
        rows=_of_case(
            Referral, ref="case__ref", key=lambda row: row["letter_ref"], columns=("letter_ref", "body_code")
        ),
        columns={"body_code": Column(gettext_noop("lembaga tujuan"))},
    ),
    Mirror(
        what=gettext_noop("rekomendasi dengan surat"),
        key=by_payload("letter"),
        makes=frozenset({"cases.case_recommend"}),
        tells={"cases.case_recommend": carries(level="level", agency_code="agency")},
        rows=_of_case(
            Recommendation,
            ref="case__ref",
            key=lambda row: row["letter_ref"],
            columns=("letter_ref", "level", "agency_code"),
        ),
        columns={"level": LEVEL, "agency_code": Column(gettext_noop("instansi"))},
    ),
    Mirror(
        what=gettext_noop("pengodean faktor penyebab"),
        key=in_order,
        makes=frozenset({"cases.cause_code"}),
        tells={"cases.cause_code": carries(factors="causes")},
        rows=_of_case(CauseCoding, ref="case__ref", key=lambda _row: "", columns=(), named={"factors": Count("codes")}),
        columns={"factors": Column(gettext_noop("jumlah faktor"))},
        several=True,
    ),
)

_KEPT = (
    Mirror(
        what=gettext_noop("perubahan tenggat"),
        key=lambda told: _change_key(told.verb, told.payload["rule"]),
        makes=frozenset(_CHANGING.values()),
        tells={
            "cases.deadline_extend": carries(new_due_date="due", document="document"),
            "cases.deadline_pause": carries(document="document"),
            "cases.deadline_resume": carries(new_due_date="due"),
        },
        rows=_of_case(
            DeadlineChange,
            ref="deadline__case__ref",
            key=lambda row: _change_key(_CHANGING[row["kind"]], row["deadline__rule"]),
            columns=("kind", "deadline__rule", "new_due_date", "document"),
        ),
        columns={
            "new_due_date": Column(gettext_noop("jatuh tempo")),
            "document": Column(gettext_noop("dokumen"), erasable=True),
        },
        several=True,
    ),
    Mirror(
        what=gettext_noop("pengecualian petugas"),
        key=by_payload("user"),
        makes=frozenset({"cases.handler_recuse"}),
        tells={},
        rows=_of_case(Recusal, ref="case__ref", key=lambda row: f"user:{row['user_id']}", columns=("user_id",)),
        columns={},
    ),
    Mirror(
        what=gettext_noop("penghapusan"),
        key=by_payload("case"),
        makes=frozenset({"cases.erasure_request"}),
        tells={
            "cases.erasure_request": always(state="PENDING"),
            ERASURE: always(state="DONE"),
            "cases.erasure_refuse": always(state="REFUSED"),
            "cases.erasure_withdraw": always(state="WITHDRAWN"),
        },
        rows=_erasures,
        columns={"state": Column(gettext_noop("keadaan"), ERASURE_LABELS)},
        several=True,
    ),
)

MIRRORS = (*_ABOUT, *_STUDIED, *_KEPT, TERMS)
