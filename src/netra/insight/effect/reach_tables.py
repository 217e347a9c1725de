"""Tables of coverage: by letter, by unit or agency, by month; and how long it took to acknowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from netra.insight.effect.comparing import Cell, Rate
from netra.insight.effect.headcounts import Headcount
from netra.insight.effect.places import Place
from netra.insight.effect.posts import Unit, Units
from netra.insight.effect.reaching import Step, people_told
from netra.insight.effect.reading import MOST_LETTERS, Count, Reading
from netra.insight.effect.spans import Span
from netra.insight.effect.survival import days_until, still_waiting
from netra.insight.tables import Cell as Figure
from netra.insight.tables import Row, Table


def by_letter(readings: Sequence[Reading]) -> Table:
    """Each letter that asked somebody in the year."""
    note = _("Yang bertugas pada hari terakhir rentang ini atau surat itu; yang pindah dihitung di tempatnya sekarang.")
    if len(readings) == MOST_LETTERS:
        note += " " + _("Hanya %(count)d surat terbaru.") % {"count": MOST_LETTERS}
    return Table(
        key="surat",
        title=_("Jangkauan menurut surat"),
        unit=_("orang yang dituju surat"),
        corner=_("Surat"),
        columns=(_("dituju"), _("membaca"), _("belum membaca"), _("paham"), _("persen membaca")),
        rows=tuple(Row(each.letter.name, (*_read(each.total), *_understood(each.total))) for each in readings),
        note=note,
        drawn=(1, 2),
    )


def by_unit(
    place: Place, readings: Sequence[Reading], headcounts: Mapping[Unit, Headcount], reached: Mapping[Unit, date],
    units: Units, names: Mapping[str, str], last: date,
) -> Table:  # fmt: skip
    """Each unit of an agency, or each agency of a region, over all these letters."""
    counted: dict[Unit, Count] = defaultdict(Count)
    for reading in readings:
        for unit, count in reading.by_unit.items():
            counted[unit] += count
    served = {unit: people.on(last) for unit, people in sorted(headcounts.items(), key=lambda each: each[0])}
    here = {unit: people for unit, people in served.items() if people or counted[unit].asked}
    by_agency, by_unit = _agency_rows(here, counted, reached, names), _unit_rows(here, counted, reached, units, last)
    last_columns = (_("unit"), _("unit terjangkau")) if place.is_region else (_("hari sejak terjangkau"),)
    return Table(
        key="unit",
        title=_("Jangkauan menurut instansi") if place.is_region else _("Jangkauan menurut unit"),
        unit=_("pengakuan: satu orang, satu surat"),
        corner=_("Instansi") if place.is_region else _("Unit"),
        columns=(_("pegawai"), _("diminta"), _("dibaca"), _("belum dibaca"), _("persen dibaca"), *last_columns),
        rows=tuple(by_agency if place.is_region else by_unit),
        note=f"{_reach_rule()} {_('Pegawai unit itu sendiri, tanpa unit di bawahnya.')}",
        drawn=(2, 3),
    )


def by_month(cells: Sequence[Cell], reached: Mapping[Unit, date], steps: Sequence[Step], span: Span) -> Table:
    """How far prevention came in each month."""
    months: dict[date, list[Cell]] = defaultdict(list)
    for cell in cells:
        months[cell.month.start].append(cell)
    return Table(
        key="bulan",
        title=_("Jangkauan dari bulan ke bulan"),
        unit=_("pegawai rata-rata dalam bulan itu"),
        corner=_("Bulan"),
        columns=(
            _("pegawai"),
            _("di unit terjangkau"),
            _("di unit belum terjangkau"),
            _("persen terjangkau"),
            _("unit"),
            _("unit terjangkau"),
            _("surat dibaca"),
            _("peserta sosialisasi"),
        ),
        rows=tuple(_month_row(month, months[month.start], reached, steps) for month in span.months),
        note=_reach_rule(),
        drawn=(1, 2),
    )


def waiting(readings: Sequence[Reading]) -> Table:
    """How many days people took, those who still wait included as far as they were seen."""
    return Table(
        key="waktu",
        title=_("Waktu sampai pengakuan"),
        unit=_("hari kalender sejak surat meminta orang itu"),
        corner=_("Surat"),
        columns=(
            _("orang"),
            _("sudah membaca"),
            _("masih terbuka"),
            _("kuartil pertama"),
            _("median"),
            _("kuartil ketiga"),
        ),
        rows=tuple(_wait_row(each) for each in readings),
        note=_(
            "Taksiran Kaplan–Meier: yang belum membaca, atau pindah sebelum membaca, ikut dihitung selama ia ditunggu "
            "(tersensor). Tanda – berarti bagian itu belum pernah tercapai."
        ),
        drawn=(4,),
    )


def month_words(day: date) -> str:
    return date_format(day, "F Y")


def _reach_rule() -> str:
    return _(
        "Sebuah unit terjangkau sejak hari pertama separuh pegawainya membaca surat yang sama atau hadir pada "
        "sosialisasi yang sama; pengingat lisan tidak dihitung karena pendengarnya tidak tercatat."
    )


def _read(count: Count) -> tuple[Figure, ...]:
    return count.asked, count.read, count.asked - count.read


def _understood(count: Count) -> tuple[Figure, ...]:
    return count.understood, percent(count.read, count.asked)


def percent(part: float, whole: float) -> float | None:
    """To one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def _unit_rows(
    here: Mapping[Unit, int], counted: Mapping[Unit, Count], reached: Mapping[Unit, date], units: Units, last: date
) -> Iterator[Row]:
    for unit, people in here.items():
        since = (last - reached[unit]).days if unit in reached else None
        name = units.names.get(unit, unit[1]) or _("tanpa unit")
        yield Row(name, (people, *_whole(counted[unit]), since))


def _agency_rows(
    here: Mapping[Unit, int], counted: Mapping[Unit, Count], reached: Mapping[Unit, date], names: Mapping[str, str]
) -> Iterator[Row]:
    held: dict[str, list[Unit]] = defaultdict(list)
    for unit in here:
        held[unit[0]].append(unit)
    for code, theirs in held.items():
        count = sum((counted[unit] for unit in theirs), Count())
        people = sum(here[unit] for unit in theirs)
        yield Row(names.get(code, code), (people, *_whole(count), len(theirs), sum(unit in reached for unit in theirs)))


def _whole(count: Count) -> tuple[Figure, ...]:
    return (*_read(count), percent(count.read, count.asked))


def _month_row(month: Span, cells: Sequence[Cell], reached: Mapping[Unit, date], steps: Sequence[Step]) -> Row:
    after, before = (sum(parts, Rate()).staff_months for parts in ((c.after for c in cells), (c.before for c in cells)))
    # A month that is running has staff for its days so far.
    share = month.length / (month.until - month.start).days
    figures: tuple[Figure, ...] = (
        round((after + before) * share, 1),
        round(after * share, 1),
        round(before * share, 1),
        percent(after, after + before),
        len(cells),
        sum(reached.get(cell.unit, date.max) <= month.last_day for cell in cells),
        people_told(steps, month, "letter"),
        people_told(steps, month, "outreach"),
    )
    return Row(month_words(month.start), figures)


def _wait_row(reading: Reading) -> Row:
    waits, curve = reading.waits, still_waiting(reading.waits)
    done, censored = waits.done.total(), waits.censored.total()
    quartiles = (days_until(curve, share) for share in (0.25, 0.5, 0.75))
    return Row(reading.letter.name, (done + censored, done, censored, *quartiles))
