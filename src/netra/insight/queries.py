"""The counts, each over the reports or cases that a reader may use: all for the public, the visible for an officer.

What an officer reads in fine columns the public reads in coarse ones. Which ones is written here and never follows
from the figures: columns that came and went would tell what moved between two days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from django.db.models import Count
from django.utils.translation import gettext as _

from netra.cases.causes import CAUSES, Agreement, agreement
from netra.cases.queries import coded_pairs
from netra.cases.states import CHANNEL_LABELS
from netra.insight.sources import NOT_HELD, Sources
from netra.insight.tables import CROSSING, OUTSIDE, Cube, Place
from netra.intake.states import Channel, State, label
from netra.law.conducts import CONDUCTS

# Fewer codings than this say nothing about how well two people agree, and point at cases.
FEWEST_CODED = 5
OPEN_STATES = (State.RECEIVED, State.COMPLETION_ASKED, State.COMPLETE)
# What two people found in one case.
Pair = tuple[frozenset[str], frozenset[str]]


def phase_labels() -> dict[str, str]:
    """The phases of an act as columns name them."""
    return {"prospective": _("bakal calon"), "candidate": _("calon"), "": _("fase tidak diketahui")}


def channel_labels() -> dict[str, str]:
    """The channels of an act as columns name them."""
    return {code: _(label).lower() for code, label in CHANNEL_LABELS.items()}


def level_labels() -> dict[str, str]:
    """The levels of a sanction, lightest first."""
    return {
        "MORAL": _("moral"),
        "LIGHT": _("ringan"),
        "MODERATE": _("sedang"),
        "SEVERE": _("berat"),
        "TERMINATION": _("pemberhentian"),
    }


def reports_frame() -> Cube:
    """How reports came in, and what became of them."""
    columns = {State.RECEIVED.value: _("sedang diperiksa")}
    columns |= {state.value: label(state).lower() for state in State if state not in OPEN_STATES}
    return Cube(
        key="laporan",
        title=_("Laporan menurut cara masuk dan nasibnya"),
        unit=_("laporan"),
        corner=_("Cara masuk"),
        rows={channel.value: label(channel) for channel in Channel},
        columns=columns,
        counts={},
    )


def reports_cube(sources: Sources) -> Cube:
    """Those reports, counted."""
    counts: dict[Place, int] = defaultdict(int)
    for election, channel, state, count in sources.report_counts():
        column = State.RECEIVED.value if state in OPEN_STATES else state
        counts[election or OUTSIDE, channel, column] += count
    return replace(reports_frame(), counts=counts)


def forms_frame() -> Cube:
    """Forms × phase × channel: acts that are still alleged, each once."""
    phases, channels = phase_labels(), channel_labels()
    pairs = {f"{phase}{CROSSING}{channel}": (phase, channel) for phase in phases for channel in channels}
    return Cube(
        key="bentuk",
        title=_("Bentuk perbuatan menurut fase dan saluran"),
        unit=_("perbuatan"),
        corner=_("Bentuk"),
        rows={code: _(conduct.label) for code, conduct in CONDUCTS.items()},
        columns={pair: f"{phases[phase]}, {channels[channel]}" for pair, (phase, channel) in pairs.items()},
        counts={},
        note=_("Fase menurut tahapan pemilihan pada tanggal perbuatan; dugaan, belum tentu terbukti."),
    )


def forms_cube(sources: Sources) -> Cube:
    """Those acts, counted."""
    counted = (
        sources.allegations()
        .values_list("party__case__election_code", "act__conduct", "phase", "act__channel")
        .annotate(Count("act", distinct=True))
        .order_by()
    )
    counts = {
        (election or OUTSIDE, conduct, f"{phase}{CROSSING}{channel}"): count
        for election, conduct, phase, channel, count in counted
    }
    return replace(forms_frame(), counts=counts)


def forms_by_phase(forms: Cube) -> Cube:
    """The forms in the columns of the phase alone."""
    return replace(forms.with_columns(phase_labels(), lambda _form, pair: pair.split(CROSSING)[0]), key="bentuk-fase")


def forms_by_channel(forms: Cube) -> Cube:
    """The forms in the columns of the channel alone."""
    merged = forms.with_columns(channel_labels(), lambda _form, pair: pair.split(CROSSING)[1])
    return replace(merged, key="bentuk-saluran")


def causes_frame() -> Cube:
    """Causes by kind: cases that two people coded; both named the factor, or only one."""
    kinds = {"INTERNAL": _("internal"), "EXTERNAL": _("eksternal")}
    return Cube(
        key="penyebab",
        title=_("Faktor penyebab menurut jenis"),
        unit=_("perkara yang dikode dua orang"),
        corner=_("Faktor"),
        rows={cause.code: f"{_(cause.label)} ({kinds[cause.kind]})" for cause in CAUSES},
        columns={"both": _("kedua pengode"), "one": _("salah satu pengode")},
        counts={},
    )


def causes_cube(sources: Sources) -> Cube:
    """Those causes, counted, with the agreement of the coders."""
    coded = sources.second_codings()
    cases = sources.cases.filter(pk__in=coded.values("case"))
    counts: dict[Place, int] = defaultdict(int)
    pairs: list[Pair] = []
    for election in coded.values_list("case__election_code", flat=True).distinct():
        found = coded_pairs(cases.filter(election_code=election))
        for first, second in found:
            for code in first | second:
                counts[election or OUTSIDE, code, "both" if code in first & second else "one"] += 1
        pairs += found
    agreed = agreement(pairs)
    return replace(causes_frame(), counts=counts, note=agreement_note(agreed), agreed=agreed)


def causes_by_any_coder(causes: Cube) -> Cube:
    """Only whether a factor was named, by one coder or by both."""
    return causes.with_columns({"any": _("sekurangnya satu pengode")}, lambda _cause, _coders: "any")


def agreement_note(agreed: Agreement | None) -> str:
    """How well two people agree, or that too few cases say it, or that this month may not tell."""
    if agreed is None:
        return _("Kesepakatan dua pengode bulan ini ditutup: selisihnya dengan bulan lain menunjuk perkara tertentu.")
    if agreed.judgements < FEWEST_CODED * len(CAUSES):
        return _("Kesepakatan dua pengode (Cohen κ) belum dihitung: kurang dari %(count)d perkara.") % {
            "count": FEWEST_CODED
        }
    kappa = "–" if agreed.kappa is None else f"{agreed.kappa:.2f}".replace(".", ",")
    return _(
        "Kesepakatan dua pengode, Cohen κ = %(kappa)s atas %(count)d penilaian (perkara × faktor) di semua pemilihan."
    ) % {"kappa": kappa, "count": agreed.judgements}


def sanctions_frame() -> Cube:
    """The finding of the second study: what holds today, against the floor that the law sets.

    A decision that a remedy changed counts with its new level, one that was revoked does not count, and one that never
    held is told beside them.
    """
    levels = level_labels()
    return Cube(
        key="sanksi",
        title=_("Sanksi yang dijatuhkan dibandingkan dengan batas bawah hukum"),
        unit=_("orang yang dijatuhi sanksi, sekali per pemilihan dan tingkat"),
        corner=_("Batas bawah hukum"),
        rows={**levels, "": _("tidak ada batas bawah")},
        columns={**levels, **never_held_label()},
        counts={},
        note=" ".join(
            (
                _(
                    "Tingkat sesudah keberatan atau banding; yang dibatalkan tidak dihitung. Di kiri batas bawahnya: "
                    "lebih ringan daripada yang diminta hukum; alasannya tertulis pada perkara."
                ),
                never_held_note(),
            )
        ),
        apart=frozenset({NOT_HELD}),
    )


def never_held_label() -> dict[str, str]:
    """The column of decisions that never held, beside those of sanctions."""
    return {NOT_HELD: _("tidak sempat berlaku")}


def never_held_note() -> str:
    """What that column is, and that it is no sanction."""
    return _(
        "Tidak sempat berlaku: terlapor meninggal, pensiun, atau berhenti sebelum keputusannya berlaku; bukan sanksi, "
        "dan tidak ikut dijumlahkan."
    )


def sanctions_cube(sources: Sources) -> Cube:
    """Those sanctions, counted."""
    counted = sources.sanction_counts()
    counts = {(election or OUTSIDE, floor, level): count for election, floor, level, count in counted}
    return replace(sanctions_frame(), counts=counts)


def sanctions_beside_the_floor(sanctions: Cube) -> Cube:
    """Only whether a sanction lies below the floor of its row, on it or above."""
    ladder = list(level_labels())

    def side(floor: str, level: str) -> str:
        if level == NOT_HELD:
            return level
        distance = ladder.index(level) - ladder.index(floor) if floor else 0
        return "below" if distance < 0 else "above" if distance else "at"

    columns = {"below": _("di bawah batas bawah"), "at": _("tepat batas bawah"), "above": _("di atas batas bawah")}
    columns |= never_held_label()
    note = f"{_('Tingkat sesudah keberatan atau banding; yang dibatalkan tidak dihitung.')} {never_held_note()}"
    return replace(sanctions.with_columns(columns, side), note=note)


CUBES: dict[str, Callable[[Sources], Cube]] = {
    "laporan": reports_cube,
    "bentuk": forms_cube,
    "penyebab": causes_cube,
    "sanksi": sanctions_cube,
}

# The tables of the public; those that count the same in the same rows are one group, made safe together.
GROUPS: dict[tuple[str, ...], Callable[[Sources], tuple[Cube, ...]]] = {
    ("laporan",): lambda sources: (reports_cube(sources),),
    ("bentuk-fase", "bentuk-saluran", "bentuk"): lambda sources: _forms_with_sums(forms_cube(sources)),
    ("penyebab",): lambda sources: (causes_by_any_coder(causes_cube(sources)),),
    ("sanksi",): lambda sources: (sanctions_beside_the_floor(sanctions_cube(sources)),),
}

# What is written around their figures, in the reader's language; around the forms: `crossed`.
FRAMES: dict[str, Callable[[], Cube]] = {
    "laporan": reports_frame,
    "penyebab": lambda: causes_by_any_coder(causes_frame()),
    "sanksi": lambda: sanctions_beside_the_floor(sanctions_frame()),
}


def _forms_with_sums(forms: Cube) -> tuple[Cube, ...]:
    """Form × phase × channel leaves hardly a cell that may be shown; the sums of phases and channels tell more."""
    return forms_by_phase(forms), forms_by_channel(forms), forms
