"""Follow-up of recommendations per appointing authority: who got a sanction, whose matter ended without one, who waits.

Whose matter ended because he is a civil servant no more was neither punished nor cleared: the authority owes nothing
any longer, and the column says that it ended without a sanction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import median

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.insight.sources import Sources
from netra.insight.suppression import is_small
from netra.insight.tables import Cell, Hidden, Row, Table
from netra.registry.queries import agency_names

KEY = "tindak-lanjut"
COLUMNS = ("asked", "sanctioned", "cleared", "waiting", "rate", "days")
# How much of a row is shown: nothing, how many were asked, how many of them answered, all of it.
NOTHING, ASKED, ANSWERED, WHOLE = range(4)


@dataclass(slots=True)
class Answers:
    """What one authority made of the people recommended to it; `days` are calendar days to each sanction."""

    asked: int = 0
    cleared: int = 0
    days: list[int] = field(default_factory=list)

    @property
    def sanctioned(self) -> int:
        return len(self.days)

    @property
    def waiting(self) -> int:
        return self.asked - self.sanctioned - self.cleared


def follow_up_table(sources: Sources, *, on: date) -> Table:
    """Every authority in full, for those who may see these cases, by its name on that day."""
    answers = answers_by_agency(sources)
    return _table(Row(name, _cells(answers[code])) for code, name in names_of(answers, on=on).items())


@dataclass(frozen=True, slots=True)
class Seen:
    """What was counted of one authority in a publication, and how much of it the public saw (one of the depths)."""

    asked: int
    waiting: int
    sanctioned: int
    cleared: int
    depth: int

    def shown(self) -> dict[str, int]:
        """The counts that the public saw or could make of those it saw."""
        counts = {"asked": self.asked} if self.depth >= ASKED else {}
        counts |= {"waiting": self.waiting, "answered": self.asked - self.waiting} if self.depth >= ANSWERED else {}
        return counts | ({"sanctioned": self.sanctioned, "cleared": self.cleared} if self.depth >= WHOLE else {})


def seen_by_the_public(answers: Answers, others: Iterable[Seen]) -> Seen:
    """How much of an authority with five people or more the public sees, beside the publications before and after.

    Parts add up to their whole, so a small part hides its counterpart too, and the figures made from them. How many
    were answered may be told where how they were answered may not. And no figure is shown that moved by 1 to 4 against
    a publication that showed it: the difference is what those few people got.
    """
    before = [each.shown() for each in others]
    for depth in range(_depth(answers), NOTHING, -1):
        seen = Seen(answers.asked, answers.waiting, answers.sanctioned, answers.cleared, depth)
        counts = seen.shown()
        if not any(is_small(abs(counts[name] - old[name])) for old in before for name in counts.keys() & old.keys()):
            return seen
    return Seen(answers.asked, answers.waiting, answers.sanctioned, answers.cleared, NOTHING)


def _depth(answers: Answers) -> int:
    if is_small(answers.asked - answers.waiting) or is_small(answers.waiting):
        return ASKED
    return ANSWERED if is_small(answers.sanctioned) or is_small(answers.cleared) else WHOLE


def public_cells(answers: Answers, seen: Seen) -> tuple[Cell, ...]:
    """The row of an authority as far as the public sees it."""
    asked, sanctioned, cleared, waiting, rate, days = _cells(answers)
    if seen.depth == NOTHING:
        return tuple([Hidden.OTHER] * len(COLUMNS))
    if seen.depth == ASKED:
        return asked, *[Hidden.OTHER] * 5
    if seen.depth == ANSWERED:
        return asked, Hidden.OTHER, Hidden.OTHER, waiting, rate, Hidden.OTHER
    return asked, sanctioned, cleared, waiting, rate, days


def public_table(rows: Iterable[Row]) -> Table:
    """Authorities with five people or more, over all elections.

    Over all elections only: a part beside its whole would give the rest away. Nor are the small ones put together: who
    leaves such a row gives away what is left in it.
    """
    table = _table(rows)
    left_out = _("Dihitung atas semua pemilihan; instansi dengan kurang dari lima orang tidak ditampilkan.")
    return replace(table, note=f"{table.note} {left_out}")


def answers_by_agency(sources: Sources) -> dict[str, Answers]:
    """The answers so far by code of the authority; a person recommended twice in different cases is asked twice."""
    sanctioned, cleared = _sanction_dates(sources), _cleared_parties(sources)
    answers: dict[str, Answers] = defaultdict(Answers)
    asked = sources.recommendations().values_list("agency_code", "party_id", "recommended_at")
    for agency_code, party_id, at in asked:
        answer = answers[agency_code]
        answer.asked += 1
        if party_id in sanctioned:
            # A clock that jumped back, or an authority that did not wait, gives no negative days.
            answer.days.append(max(0, (sanctioned[party_id] - localdate(at)).days))
        elif party_id in cleared:
            answer.cleared += 1
    return dict(answers)


def _sanction_dates(sources: Sources) -> dict[int, date]:
    """The day of the first decision that stands, by person; where it bears a day within the term but was written down
    only after the term had passed, the day on which it was written down.
    """
    # Newest first, so that the first decision of somebody with two is the one that stays.
    borne = sources.decisions().order_by("-decided_date").values_list("proceeding__party_id", "decided_date")
    recorded = sources.answers_recorded_late()
    return {person: recorded.get(person, day) for person, day in borne}


def _cleared_parties(sources: Sources) -> frozenset[int]:
    """People whose proceedings all came to an end without a decision that stands, or who left before there was any."""
    # Taken away here: PostgreSQL compares every row with every row of a long NOT IN.
    still_open = sources.unfinished_proceedings().values_list("party_id", flat=True)
    asked = frozenset(sources.proceedings().values_list("party_id", flat=True))
    return (asked | frozenset(sources.gone().values_list("pk", flat=True))) - frozenset(still_open)


def names_of(answers: dict[str, Answers], *, on: date) -> dict[str, str]:
    """The authorities by code, in the order of the names that they bore on that day."""
    names = agency_names(answers.keys(), on=on)
    return {code: names.get(code, code) for code in sorted(answers, key=lambda code: (names.get(code, code), code))}


def _cells(answers: Answers) -> tuple[Cell, ...]:
    return (
        answers.asked,
        answers.sanctioned,
        answers.cleared,
        answers.waiting,
        round(100 * (answers.asked - answers.waiting) / answers.asked, 1),
        float(median(answers.days)) if answers.days else None,
    )


def _table(rows: Iterable[Row]) -> Table:
    return Table(
        key=KEY,
        title=_("Tindak lanjut rekomendasi menurut instansi"),
        unit=_("orang yang direkomendasikan, sekali per perkara"),
        corner=_("Instansi"),
        columns=(
            _("direkomendasikan"),
            _("dijatuhi sanksi"),
            _("tanpa sanksi"),
            _("belum diputus"),
            _("persen diputus"),
            _("median hari sampai sanksi"),
        ),
        rows=tuple(rows),
        note=_(
            "Hari kalender dari surat rekomendasi sampai keputusan; sampai hari dicatat, bila bertanggal dalam tenggat "
            "tetapi dicatat sesudahnya. Tanpa sanksi: tidak terbukti, dibatalkan, atau berakhir karena terlapor bukan "
            "lagi pegawai sebelum keputusan berlaku."
        ),
        drawn=(1, 2, 3),
    )
