"""The counts, each over the cases a reader may use: everything for the public, what is visible for an officer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import visible_to
from netra.cases.causes import CAUSES, agreement
from netra.cases.models import Allegation, Case, Recommendation
from netra.cases.models.allegation import AllegationState
from netra.cases.queries import coded_pairs
from netra.cases.states import CHANNEL_LABELS
from netra.insight.tables import Row, Table
from netra.law.conducts import CONDUCTS
from netra.registry.models import Agency
from netra.sanctions.models import Decision
from netra.trust.models import User

PHASES = {"prospective": "bakal calon", "candidate": "calon", "": "fase tidak diketahui"}
LEVELS = {
    "MORAL": "moral",
    "LIGHT": "ringan",
    "MODERATE": "sedang",
    "SEVERE": "berat",
    "TERMINATION": "pemberhentian",
}


@dataclass(frozen=True, slots=True)
class Window:
    """What to count: one election, one province, acts in a half-open period. Empty fields do not narrow."""

    election_code: str = ""
    province_code: str = ""
    start: date | None = None
    until: date | None = None


def counted_cases(window: Window, *, user: User | None, on: date) -> QuerySet[Case]:
    """The cases that count. Sealed and erased ones count too, without any person: the numbers must stay true."""
    cases = visible_to(user, on=on) if user else Case.objects.all()
    if window.election_code:
        cases = cases.filter(election_code=window.election_code)
    if window.province_code:
        cases = cases.filter(province_code=window.province_code)
    if window.start:
        cases = cases.filter(acts__act_date__gte=window.start)
    if window.until:
        cases = cases.filter(acts__act_date__lt=window.until)
    return cases.distinct() if window.start or window.until else cases


def forms_table(cases: QuerySet[Case]) -> Table:
    """Forms × phase × channel: acts that are still alleged, each once."""
    counted = (
        Allegation.objects.filter(party__case__in=cases)
        .exclude(state=AllegationState.DROPPED)
        .values("act__conduct", "phase", "act__channel")
        .annotate(acts=Count("act", distinct=True))
    )
    columns = [(phase, channel) for phase in PHASES for channel in CHANNEL_LABELS]
    grid: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for row in counted:
        grid[row["act__conduct"]][row["phase"], row["act__channel"]] = row["acts"]
    used = [column for column in columns if any(cells.get(column) for cells in grid.values())]
    return Table(
        key="bentuk",
        title=_("Bentuk perbuatan menurut fase dan saluran"),
        unit=_("perbuatan"),
        corner=_("Bentuk"),
        columns=tuple(f"{PHASES[phase]}, {CHANNEL_LABELS[channel].lower()}" for phase, channel in used),
        rows=tuple(
            Row(conduct.label, tuple(grid[code].get(column, 0) for column in used))
            for code, conduct in CONDUCTS.items()
            if code in grid
        ),
        note=_("Fase menurut tahapan pemilihan pada tanggal perbuatan; dugaan, belum tentu terbukti."),
    )


def causes_table(cases: QuerySet[Case]) -> Table:
    """Causes by kind: cases that two people coded; both named the factor, or only one."""
    both: dict[str, int] = defaultdict(int)
    one: dict[str, int] = defaultdict(int)
    pairs = coded_pairs(cases)
    for first, second in pairs:
        for code in first | second:
            (both if code in first and code in second else one)[code] += 1
    agreed = agreement(pairs)
    kappa = "–" if agreed.kappa is None else f"{agreed.kappa:.2f}".replace(".", ",")
    kinds = {"INTERNAL": _("internal"), "EXTERNAL": _("eksternal")}
    return Table(
        key="penyebab",
        title=_("Faktor penyebab menurut jenis"),
        unit=_("perkara yang dikode dua orang"),
        corner=_("Faktor"),
        columns=(_("kedua pengode"), _("salah satu pengode")),
        rows=tuple(
            Row(f"{cause.label} ({kinds[cause.kind]})", (both[cause.code], one[cause.code]))
            for cause in CAUSES
            if both[cause.code] or one[cause.code]
        ),
        note=_("Kesepakatan dua pengode, Cohen κ = %(kappa)s atas %(count)d penilaian (perkara × faktor).")
        % {"kappa": kappa, "count": agreed.judgements},
    )


def sanctions_table(cases: QuerySet[Case]) -> Table:
    """The finding of the second study: what was imposed, against the floor that the law sets."""
    counted = (
        Decision.objects.filter(proceeding__case__in=cases)
        .exclude(kind="STOP")
        .values("level_floor", "level")
        .annotate(persons=Count("id"))
    )
    grid: dict[str, dict[str, int]] = defaultdict(dict)
    for row in counted:
        grid[row["level_floor"]][row["level"]] = row["persons"]
    floors = {**LEVELS, "": _("tidak ada batas bawah")}
    return Table(
        key="sanksi",
        title=_("Sanksi yang dijatuhkan dibandingkan dengan batas bawah hukum"),
        unit=_("orang yang diputus"),
        corner=_("Batas bawah hukum"),
        columns=tuple(LEVELS.values()),
        rows=tuple(
            Row(label, tuple(grid[floor].get(level, 0) for level in LEVELS))
            for floor, label in floors.items()
            if floor in grid
        ),
        note=_("Di kiri batas bawahnya: lebih ringan daripada yang diminta hukum; alasannya tertulis pada perkara."),
    )


def follow_up_table(cases: QuerySet[Case]) -> Table:
    """Follow-up rate and median days per appointing authority, over recommendations (one per person)."""
    decided = dict(
        Decision.objects.filter(proceeding__case__in=cases).values_list("proceeding__party_id", "decided_date")
    )
    days: dict[str, list[int]] = defaultdict(list)
    asked: dict[str, int] = defaultdict(int)
    rows = Recommendation.objects.filter(case__in=cases).values_list("agency_code", "party_id", "recommended_at")
    for agency_code, party_id, at in rows:
        asked[agency_code] += 1
        if party_id in decided:
            # A clock that jumped back, or an authority that did not wait, gives no negative days.
            days[agency_code].append(max(0, (decided[party_id] - localdate(at)).days))
    names = dict(Agency.objects.filter(code__in=asked).values_list("code", "name"))
    return Table(
        key="tindak-lanjut",
        title=_("Tindak lanjut rekomendasi menurut instansi"),
        unit=_("orang yang direkomendasikan"),
        corner=_("Instansi"),
        columns=(_("direkomendasikan"), _("diputus"), _("persen"), _("median hari sampai keputusan")),
        rows=tuple(
            Row(names.get(code, code), _follow_up_cells(count, days[code])) for code, count in sorted(asked.items())
        ),
        note=_("Hari kalender dari surat rekomendasi sampai keputusan; untuk umum, instansi kecil disatukan."),
        counts=False,
    )


def _follow_up_cells(count: int, taken: list[int]) -> tuple[int, int, float, float | None]:
    return count, len(taken), round(100 * len(taken) / count, 1), float(median(taken)) if taken else None


SMALL_AUTHORITY = 5


def joined_small_authorities(table: Table) -> Table:
    """For the public: authorities with fewer than five people become one row, which itself may be too small to show."""
    large = [row for row in table.rows if (row.cells[0] or 0) >= SMALL_AUTHORITY]
    small = [row for row in table.rows if (row.cells[0] or 0) < SMALL_AUTHORITY]
    asked = sum(int(row.cells[0] or 0) for row in small)
    decided = sum(int(row.cells[1] or 0) for row in small)
    if asked >= SMALL_AUTHORITY:
        rate = round(100 * decided / asked, 1)
        large.append(Row(_("Instansi lain, disatukan (%d)") % len(small), (asked, decided, rate, None)))
    return table.with_rows(large)


TABLES: dict[str, Callable[[QuerySet[Case]], Table]] = {
    "bentuk": forms_table,
    "penyebab": causes_table,
    "sanksi": sanctions_table,
    "tindak-lanjut": follow_up_table,
}
