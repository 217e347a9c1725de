"""The counts, each over the reports or cases that a reader may use: all for the public, the visible for an officer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Case as Choice
from django.db.models import CharField, Count, F, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext as _

from netra.cases.causes import CAUSES, agreement
from netra.cases.models import Allegation, Case, CauseCoding
from netra.cases.models.allegation import AllegationState
from netra.cases.queries import coded_pairs
from netra.cases.states import CHANNEL_LABELS
from netra.insight.tables import OUTSIDE, Cube, Place
from netra.intake.models import Report
from netra.intake.states import Channel, State, label
from netra.law.conducts import CONDUCTS
from netra.sanctions.models import Decision

# Fewer codings than this say nothing about how well two people agree, and point at cases.
FEWEST_CODED = 5


@dataclass(frozen=True, slots=True)
class Sources:
    """What is counted. Sealed and erased cases count too, without any person: the numbers must stay true."""

    reports: QuerySet[Report]
    cases: QuerySet[Case]


def phase_labels() -> dict[str, str]:
    """The phases of an act as columns name them."""
    return {"prospective": _("bakal calon"), "candidate": _("calon"), "": _("fase tidak diketahui")}


def level_labels() -> dict[str, str]:
    """The levels of a sanction, lightest first."""
    return {
        "MORAL": _("moral"),
        "LIGHT": _("ringan"),
        "MODERATE": _("sedang"),
        "SEVERE": _("berat"),
        "TERMINATION": _("pemberhentian"),
    }


def reports_cube(sources: Sources) -> Cube:
    """How reports came in, and what became of them."""
    counted = sources.reports.values_list("election_code", "channel", "state").annotate(Count("pk")).order_by()
    open_states = (State.RECEIVED, State.COMPLETION_ASKED, State.COMPLETE)
    columns = {State.RECEIVED.value: _("sedang diperiksa")}
    columns |= {state.value: label(state).lower() for state in State if state not in open_states}
    counts: dict[Place, int] = defaultdict(int)
    for election, channel, state, count in counted:
        column = State.RECEIVED.value if state in open_states else state
        counts[election or OUTSIDE, channel, column] += count
    return Cube(
        key="laporan",
        title=_("Laporan menurut cara masuk dan nasibnya"),
        unit=_("laporan"),
        corner=_("Cara masuk"),
        rows={channel.value: label(channel) for channel in Channel},
        columns=columns,
        counts=counts,
    )


def forms_cube(sources: Sources) -> Cube:
    """Forms × phase × channel: acts that are still alleged, each once."""
    counted = (
        Allegation.objects.filter(party__case__in=sources.cases)
        .exclude(state=AllegationState.DROPPED)
        .values_list("party__case__election_code", "act__conduct", "phase", "act__channel")
        .annotate(Count("act", distinct=True))
        .order_by()
    )
    phases, channels = phase_labels(), {code: _(label) for code, label in CHANNEL_LABELS.items()}
    pairs = {f"{phase}/{channel}": (phase, channel) for phase in phases for channel in channels}
    forms = Cube(
        key="bentuk",
        title=_("Bentuk perbuatan menurut fase dan saluran"),
        unit=_("perbuatan"),
        corner=_("Bentuk"),
        rows={code: _(conduct.label) for code, conduct in CONDUCTS.items()},
        columns={pair: f"{phases[phase]}, {channels[channel].lower()}" for pair, (phase, channel) in pairs.items()},
        counts={
            (election or OUTSIDE, conduct, f"{phase}/{channel}"): count
            for election, conduct, phase, channel, count in counted
        },
        note=_("Fase menurut tahapan pemilihan pada tanggal perbuatan; dugaan, belum tentu terbukti."),
    )
    by_phase = forms.with_columns({pair: phases[phase] for pair, (phase, _channel) in pairs.items()})
    return replace(forms, coarser=(by_phase, forms.with_columns(dict.fromkeys(pairs, _("semua fase dan saluran")))))


def causes_cube(sources: Sources) -> Cube:
    """Causes by kind: cases that two people coded; both named the factor, or only one."""
    coded = CauseCoding.objects.filter(case__in=sources.cases, ordinal=2).order_by()
    counts: dict[Place, int] = defaultdict(int)
    pairs: list[tuple[frozenset[str], frozenset[str]]] = []
    for election in coded.values_list("case__election_code", flat=True).distinct():
        found = coded_pairs(sources.cases.filter(election_code=election))
        for first, second in found:
            for code in first | second:
                counts[election or OUTSIDE, code, "both" if code in first & second else "one"] += 1
        pairs += found
    kinds = {"INTERNAL": _("internal"), "EXTERNAL": _("eksternal")}
    causes = Cube(
        key="penyebab",
        title=_("Faktor penyebab menurut jenis"),
        unit=_("perkara yang dikode dua orang"),
        corner=_("Faktor"),
        rows={cause.code: f"{_(cause.label)} ({kinds[cause.kind]})" for cause in CAUSES},
        columns={"both": _("kedua pengode"), "one": _("salah satu pengode")},
        counts=counts,
        note=_agreement_note(pairs),
    )
    return replace(causes, coarser=(causes.with_columns(dict.fromkeys(causes.columns, _("sekurangnya satu pengode"))),))


def _agreement_note(pairs: list[tuple[frozenset[str], frozenset[str]]]) -> str:
    if len(pairs) < FEWEST_CODED:
        return _("Kesepakatan dua pengode (Cohen κ) belum dihitung: kurang dari %(count)d perkara.") % {
            "count": FEWEST_CODED
        }
    agreed = agreement(pairs)
    kappa = "–" if agreed.kappa is None else f"{agreed.kappa:.2f}".replace(".", ",")
    return _(
        "Kesepakatan dua pengode, Cohen κ = %(kappa)s atas %(count)d penilaian (perkara × faktor) di semua pemilihan."
    ) % {"kappa": kappa, "count": agreed.judgements}


def sanctions_cube(sources: Sources) -> Cube:
    """The finding of the second study: what holds today, against the floor that the law sets.

    A decision that a remedy changed counts with its new level, one that was revoked does not count.
    """
    party = "proceeding__party__"
    counted = (
        Decision.objects.filter(proceeding__case__in=sources.cases)
        .exclude(remedy__outcome="REVOKED")
        .annotate(
            person=Coalesce(NullIf(f"{party}nip", Value("")), Cast(f"{party}pk", CharField())),
            now=Choice(When(remedy__level_after__gt="", then=F("remedy__level_after")), default=F("level")),
        )
        .values_list("proceeding__case__election_code", "level_floor", "now")
        .annotate(Count("person", distinct=True))
        .order_by()
    )
    levels = level_labels()
    sanctions = Cube(
        key="sanksi",
        title=_("Sanksi yang dijatuhkan dibandingkan dengan batas bawah hukum"),
        unit=_("orang yang dijatuhi sanksi, sekali per pemilihan dan tingkat"),
        corner=_("Batas bawah hukum"),
        rows={**levels, "": _("tidak ada batas bawah")},
        columns=levels,
        counts={(election or OUTSIDE, floor, level): count for election, floor, level, count in counted},
        note=_(
            "Tingkat sesudah keberatan atau banding; yang dibatalkan tidak dihitung. Di kiri batas bawahnya: lebih "
            "ringan daripada yang diminta hukum; alasannya tertulis pada perkara."
        ),
    )
    return replace(sanctions, coarser=(_beside_the_floor(sanctions),))


def _beside_the_floor(sanctions: Cube) -> Cube:
    """Only whether a sanction lies below the floor of its row, on it or above."""
    ladder = list(level_labels())
    counts: dict[Place, int] = defaultdict(int)
    for (election, floor, level), count in sanctions.counts.items():
        distance = ladder.index(level) - ladder.index(floor) if floor else 0
        counts[election, floor, "below" if distance < 0 else "above" if distance else "at"] += count
    columns = {"below": _("di bawah batas bawah"), "at": _("tepat batas bawah"), "above": _("di atas batas bawah")}
    note = _("Tingkat sesudah keberatan atau banding; yang dibatalkan tidak dihitung.")
    return replace(sanctions, columns=columns, counts=counts, note=note)


CUBES: dict[str, Callable[[Sources], Cube]] = {
    "laporan": reports_cube,
    "bentuk": forms_cube,
    "penyebab": causes_cube,
    "sanksi": sanctions_cube,
}
