"""What a trail event keeps, in words: the name of each key and how its value is read.

The trail keeps codes, references and days; words are made here, when somebody reads. `READ` tells for each key of the
white list of `trust.acts` how its value is read, `READ_IN` where a key means something else in one act; a test walks
the white list. A value that no words are known for is shown as it was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.cases.leaving import LEAVING_LABELS
from netra.cases.letters import CATEGORY_WORDS, LEVEL_WORDS
from netra.cases.links import PURPOSE as ANSWERING
from netra.cases.states import (
    ACT_FIELDS,
    ATTRIBUTE_LABELS,
    PARTY_FIELDS,
    PHASE_LABELS,
    PRECISION_LABELS,
    SOURCE_LABELS,
    channel_choices,
)
from netra.cases.states import STATE_LABELS as CASE_STATES
from netra.intake.requirements import WORDING
from netra.intake.states import LABELS as INTAKE_LABELS
from netra.intake.states import ApartReason, Channel, CloseReason, DuplicateReason, Mode, RerouteReason
from netra.intake.states import State as ReportState
from netra.law.conducts import CONDUCTS
from netra.law.deadlines import rules
from netra.law.sanctions import CATALOGUES
from netra.letters.forms import FORMS
from netra.prevention.advisory_states import TURN_AWAY_LABELS, VERDICT_LABELS
from netra.prevention.outreach_states import FILE_KIND_LABELS, MOMENT_LABELS
from netra.prevention.reminder_states import OCCASION_LABELS
from netra.prevention.states import CHANNEL_LABELS, INSTRUMENT_KIND_LABELS
from netra.registry.queries import agency_names, election_names
from netra.registry.states import ELECTION_KIND_LABELS, FATE_LABELS, POSITION_LABELS, TIE_KIND_LABELS, TIE_SOURCE_LABELS
from netra.sanctions.operations.answers import OUTCOMES
from netra.sanctions.operations.force import MANNERS
from netra.sanctions.states import DECISION_KIND_LABELS, MODE_LABELS, ROUTE_LABELS
from netra.sanctions.states import STATE_LABELS as STATES_OF_PROCEEDING
from netra.supervision.states import RESULT_LABELS, SUBJECT_LABELS
from netra.trust.acts import ROLE_LABELS
from netra.trust.operations.accounts import PASSWORD_LINK
from netra.trust.trail import Entry, Value
from netra.web.forms.registry_elections import STAGE_LABELS
from netra.web.forms.registry_imports import KIND_LABELS
from netra.web.forms.teams import role_choices
from netra.web.intake.regions import region_words
from netra.web.payload_labels import LABELS
from netra.web.words import long_date, translated

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind codes, asked once for all events that are shown together."""

    agencies: Mapping[str, str] = field(default_factory=dict)
    elections: Mapping[str, str] = field(default_factory=dict)


Reader = Callable[[Value, Names], str]


@dataclass(frozen=True, slots=True)
class Codes:
    """A closed set of codes with their words; several stand in one value with a space between."""

    words: Mapping[str, str | Promise]

    def __call__(self, value: Value, names: Names) -> str:
        text = str(value)
        found = [text] if text in self.words else text.split()
        return "; ".join(self._word(each) for each in found)

    def _word(self, code: str) -> str:
        return translated(str(self.words[code])) if code in self.words else code


def _codes(words: Mapping[Any, Any]) -> Codes:
    return Codes({str(code): label for code, label in words.items()})


def as_it_is(value: Value, _names: Names) -> str:
    """References, numbers, fingerprints and texts; a text of the house is told in the reader's language."""
    return translated(str(value))


def yes_or_no(value: Value, _names: Names) -> str:
    return _("ya") if value else _("tidak")


def met_or_not(value: Value, _names: Names) -> str:
    return _("terpenuhi") if value else _("belum terpenuhi")


def day(value: Value, _names: Names) -> str:
    """14 Juli 2026."""
    try:
        return long_date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def accused(value: Value, _names: Names) -> str:
    """T1, as the page of a case calls its people."""
    return f"T{value}"


def deed(value: Value, _names: Names) -> str:
    """P1, as the page of a case calls its acts."""
    return f"P{value}"


def account(value: Value, _names: Names) -> str:
    """The number of an account: whose it is stands where names may be shown."""
    return _("akun nomor %(number)s") % {"number": str(value).removeprefix("user:")}


def agencies(value: Value, names: Names) -> str:
    return "; ".join(names.agencies.get(code, code) for code in str(value).split())


def region(value: Value, _names: Names) -> str:
    return region_words(str(value), timezone.localdate())


def election(value: Value, names: Names) -> str:
    """Which election, or of what kind where the report did not say."""
    kinds = {str(kind): label for kind, label in ELECTION_KIND_LABELS.items()}
    code = str(value)
    return translated(kinds[code]) if code in kinds else names.elections.get(code, code)


CATEGORY = _codes(CATEGORY_WORDS)
CHANNEL = _codes(INTAKE_LABELS[Channel])
CONDUCT = _codes({code: each.label for code, each in CONDUCTS.items()})
DECISION_KIND = _codes(DECISION_KIND_LABELS)
INSTRUMENT_KIND = _codes(INSTRUMENT_KIND_LABELS)
READ_BY = _codes(CHANNEL_LABELS)
LETTER_KIND = _codes({each.kind: each.label for each in FORMS.values()})
LEVEL = _codes({**LEVEL_WORDS, "": gettext_lazy("tidak ada")})
CAME_IN = _codes(INTAKE_LABELS[Mode])
RULE = _codes({each.key: each.label for each in rules()})
RULING = _codes(OUTCOMES)
STATE_OF_CASE = _codes(CASE_STATES)
COUNCIL = _codes({"breached": gettext_lazy("melanggar"), "not_breached": gettext_lazy("tidak melanggar")})
LINK_PURPOSE = _codes({ANSWERING: gettext_lazy("jawaban terlapor"), PASSWORD_LINK: gettext_lazy("membuat kata sandi")})
# The keys under which events name agencies.
AGENCIES = ("agency", "case_agency")
READ: Mapping[str, Reader] = {
    **dict.fromkeys(
        (
            "active",
            "advice",
            "advisory",
            "allegation",
            "body",
            "case",
            "causes",
            "changed",
            "consultation",
            "count",
            "created",
            "designation",
            "document",
            "earlier",
            "events",
            "evidence",
            "instrument",
            "invitation",
            "item",
            "letter",
            "inactive",
            "letters",
            "link",
            "matter",
            "media_type",
            "meeting",
            "members",
            "number",
            "observation",
            "ordinal",
            "other",
            "pact",
            "outreach",
            "pattern",
            "pending",
            "person",
            "persons",
            "proceeding",
            "proposal",
            "recorded",
            "rejected",
            "reminder",
            "report",
            "request",
            "revision",
            "root",
            "round",
            "routine",
            "rows",
            "series",
            "sha256",
            "size",
            "tie",
            "unchanged",
            "unit",
            "version",
            "visit",
        ),
        as_it_is,
    ),
    **dict.fromkeys(
        ("attended", "beneath", "defended", "deviation", "executed", "named", "repeat", "understood", "undid"),
        yes_or_no,
    ),
    **dict.fromkeys(("formal", "material"), met_or_not),
    **dict.fromkeys(("act_date", "date", "former_act_date", "day", "due", "in_force", "month", "start", "until"), day),
    **dict.fromkeys(("ceiling", "floor"), _codes(LEVEL_WORDS)),
    "act": deed,
    **dict.fromkeys(AGENCIES, agencies),
    "attribute": _codes(ATTRIBUTE_LABELS),
    "changed": _codes({**PARTY_FIELDS, **ACT_FIELDS}),
    "known_by": _codes(TIE_SOURCE_LABELS),
    "source": _codes(SOURCE_LABELS),
    "category": CATEGORY,
    **dict.fromkeys(("conduct", "former_conduct", "former_other_conducts", "other_conducts"), CONDUCT),
    **dict.fromkeys(("act_date_precision", "former_act_date_precision"), _codes(PRECISION_LABELS)),
    **dict.fromkeys(("former_phase", "phase"), _codes(PHASE_LABELS)),
    "former_channel": _codes(dict(channel_choices())),
    "election": election,
    "fate": _codes(FATE_LABELS),
    "manner": _codes(MANNERS),
    "missing": _codes({code: each.label for code, each in WORDING.items()}),
    "occasion": _codes(OCCASION_LABELS),
    "party": accused,
    "position": _codes(POSITION_LABELS),
    "purpose": LINK_PURPOSE,
    "region": region,
    "result": _codes(RESULT_LABELS),
    "role": _codes(ROLE_LABELS),
    "route": _codes(ROUTE_LABELS),
    "sanction": _codes({each.code: each.label for catalogue in CATALOGUES.values() for each in catalogue}),
    "seat": _codes(dict(role_choices())),
    "stage": _codes(STAGE_LABELS),
    "subject": _codes(SUBJECT_LABELS),
    "user": account,
    "verdict": _codes(VERDICT_LABELS),
}
READ_IN: Mapping[tuple[str, str], Reader] = {
    ("cases.act_correct", "channel"): _codes(dict(channel_choices())),
    ("cases.case_close", "outcome"): as_it_is,
    ("cases.case_reopen", "state"): STATE_OF_CASE,
    ("sanctions.proceeding_lapse", "outcome"): as_it_is,
    ("sanctions.proceeding_resume", "state"): _codes(STATES_OF_PROCEEDING),
    ("sanctions.servant_left", "kind"): _codes(LEAVING_LABELS),
    ("cases.case_recommend", "level"): LEVEL,
    ("cases.deadline_extend", "rule"): RULE,
    ("cases.deadline_pause", "rule"): RULE,
    ("cases.deadline_resume", "rule"): RULE,
    ("cases.plenary_decide", "outcome"): STATE_OF_CASE,
    ("intake.report_close", "outcome"): _codes(INTAKE_LABELS[ReportState]),
    ("intake.report_close", "reason"): _codes(INTAKE_LABELS[CloseReason]),
    ("intake.report_identify", "mode"): CAME_IN,
    ("intake.report_link_duplicate", "reason"): _codes(INTAKE_LABELS[DuplicateReason]),
    ("intake.report_record", "channel"): CHANNEL,
    ("intake.report_record", "mode"): CAME_IN,
    ("intake.report_reroute", "reason"): _codes(INTAKE_LABELS[RerouteReason]),
    ("intake.report_submit", "channel"): CHANNEL,
    ("intake.report_submit", "mode"): CAME_IN,
    ("intake.report_tell_apart", "reason"): _codes(INTAKE_LABELS[ApartReason]),
    ("letters.letter_certify", "kind"): LETTER_KIND,
    ("letters.letter_draft", "kind"): LETTER_KIND,
    ("letters.letter_erase", "kind"): LETTER_KIND,
    ("letters.letter_finalise", "kind"): LETTER_KIND,
    ("letters.letter_revise", "kind"): LETTER_KIND,
    ("prevention.advisory_turn_away", "reason"): _codes(TURN_AWAY_LABELS),
    ("prevention.instrument_acknowledge", "channel"): READ_BY,
    ("prevention.instrument_draft", "kind"): INSTRUMENT_KIND,
    ("prevention.instrument_issue", "kind"): INSTRUMENT_KIND,
    ("prevention.instrument_open", "channel"): READ_BY,
    ("prevention.instrument_revise", "kind"): INSTRUMENT_KIND,
    ("prevention.instrument_withdraw", "kind"): INSTRUMENT_KIND,
    ("prevention.outreach_answer", "moment"): _codes(MOMENT_LABELS),
    ("prevention.outreach_file_add", "kind"): _codes(FILE_KIND_LABELS),
    ("registry.import_run", "kind"): _codes(KIND_LABELS),
    ("registry.tie_record", "kind"): _codes(TIE_KIND_LABELS),
    ("sanctions.appeal_decide", "level"): LEVEL,
    ("sanctions.appeal_decide", "outcome"): RULING,
    ("sanctions.council_decide", "outcome"): COUNCIL,
    ("sanctions.decision_enforce", "rule"): as_it_is,
    ("sanctions.decision_make", "kind"): DECISION_KIND,
    ("sanctions.decision_make", "level"): LEVEL,
    ("sanctions.moral_impose", "mode"): _codes(MODE_LABELS),
    ("sanctions.objection_decide", "level"): LEVEL,
    ("sanctions.objection_decide", "outcome"): RULING,
    ("sanctions.proceeding_close", "outcome"): as_it_is,
    ("sanctions.reminder_issue", "rule"): RULE,
    ("sanctions.suit_decide", "level"): LEVEL,
    ("sanctions.suit_decide", "outcome"): RULING,
    # Reasons that somebody wrote.
    **{
        (act, "reason"): as_it_is
        for act in (
            "cases.allegation_change",
            "cases.allegation_confirm",
            "cases.case_decline",
            "cases.case_expire",
            "cases.case_withdraw",
            "cases.deadline_extend",
            "cases.deadline_pause",
            "cases.erasure_approve",
            "cases.erasure_request",
            "cases.plenary_decide",
            "insight.publication_correct",
            "intake.report_erase_approve",
            "intake.report_erase_refuse",
            "intake.report_erase_request",
            "prevention.advisory_erase_approve",
            "prevention.advisory_erase_refuse",
            "prevention.advisory_erase_request",
            "sanctions.proceeding_stop",
            "trust.evidence_destroy",
            "trust.identity_approve",
            "trust.identity_refuse",
            "trust.identity_request",
            "trust.role_revoke",
        )
    },
}
CODES: Sequence[Codes] = [each for each in (*READ.values(), *READ_IN.values()) if isinstance(each, Codes)]


@dataclass(frozen=True, slots=True)
class Line:
    """One event for a page: the event, and what it keeps as pairs of words."""

    entry: Entry
    facts: Sequence[tuple[str, str]]


def in_words(entries: Iterable[Entry]) -> list[Line]:
    """Each event with what it keeps in words; asks for the names behind the codes of all of them together."""
    shown = list(entries)
    names = _names(shown)
    return [
        Line(
            entry,
            [(_label(entry.verb, key), _value(entry.verb, key, value, names)) for key, value in entry.payload.items()],
        )
        for entry in shown
    ]


def _label(verb: str, key: str) -> str:
    return str(LABELS.get((verb, key)) or LABELS.get(key) or key)


def _value(verb: str, key: str, value: Value, names: Names) -> str:
    reader = READ_IN.get((verb, key)) or READ.get(key, as_it_is)
    if value is None or (value == "" and reader is not LEVEL):
        return NOTHING
    return reader(value, names)


def _names(entries: Sequence[Entry]) -> Names:
    """Two questions at most; none where no event names an agency or an election."""
    codes = {code for each in entries for key in AGENCIES for code in str(each.payload.get(key) or "").split()}
    contests = {str(each.payload["election"]) for each in entries if each.payload.get("election")}
    contests -= {str(kind) for kind in ELECTION_KIND_LABELS}
    return Names(
        # By the names that they bore when the last of these events happened.
        agencies=agency_names(codes, on=timezone.localdate(max(each.at for each in entries))) if codes else {},
        elections=election_names(contests) if contests else {},
    )
