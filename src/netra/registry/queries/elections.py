"""Questions about elections: which one an act falls into, its stages in a region, and the phase on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from netra.law.dated import Source, Verification
from netra.law.elections import PublishedStage, RegionalDetermination
from netra.law.may_i import Question
from netra.law.vocabulary import Phase
from netra.registry.models import Election, ElectionStage, Ticket
from netra.registry.regions import region_index
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound


def election(code: str) -> Election:
    """The election with that code; raises NotFound."""
    found = Election.objects.filter(code=code).first()
    if found is None:
        raise NotFound(_("Pemilihan “%s” tidak ada dalam registri.") % code[:40])
    return found


def election_names(codes: Iterable[str]) -> dict[str, str]:
    """What the elections of these codes are called, in one query; a code without an election is left out."""
    return dict(Election.objects.filter(code__in=set(codes)).values_list("code", "name"))


def elections(*, kind: str = "") -> QuerySet[Election]:
    """All elections, newest first."""
    rows = Election.objects.filter(kind=kind) if kind else Election.objects.all()
    return rows.order_by("-voting_date", "code")


_COVERING = AskedAgain(
    lambda day, kind, regions: Election.objects.on(day).filter(kind=kind, region_code__among=regions)
)


def election_for(kind: str, region_code: str, on: date) -> Election | None:
    """The election of that kind into which an act in a region falls on a day; None between two contests.

    An election of the region itself comes before one of its province and one of the whole country.
    """
    rows = _COVERING(day=on, kind=kind, regions=list(_at_and_above(region_code)))
    return max(rows, key=lambda row: (len(row.region_code), -row.voting_date.toordinal()), default=None)


def stages_of(election: Election, region_code: str = "") -> list[ElectionStage]:
    """The stages as they ran in a region, in order of time: its own date, where known, wins over the wider one."""
    rows = ElectionStage.objects.filter(election=election, region_code__in=_at_and_above(region_code))
    nearest: dict[tuple[str, str], ElectionStage] = {}
    for row in sorted(rows, key=lambda row: len(row.region_code)):
        nearest[(row.stage, row.office)] = row
    # A region's own date for all offices also replaces the wider date of each office.
    own = {row.stage: len(row.region_code) for row in nearest.values() if not row.office}
    kept = [row for row in nearest.values() if not row.office or len(row.region_code) >= own.get(row.stage, 0)]
    return sorted(kept, key=lambda row: (row.start_date, row.stage, row.office))


def determination_date(election: Election, region_code: str = "", office: str = "") -> date | None:
    """The day on which candidates were determined; None where it differs by office and no office is named."""
    days = _determination_days(election, region_code, office)
    return days[0] if len(days) == 1 else None


def own_determination(election: Election, region_code: str, office: str = "") -> RegionalDetermination | None:
    """The determination that a region, or its province, set for itself, with its own source and mark.

    None where only the date that holds everywhere is known, or where it differs by office and no office is named.
    """
    rows = _determinations(election, region_code, office)
    own = [row for row in rows if row.region_code]
    # A date of one office beside the one that holds everywhere leaves the others open while no office is named.
    if len({row.start_date for row in own}) != 1 or (not office and len(own) < len(rows)):
        return None
    # Of several that name one day the nearest: its source is that of the region itself.
    row = max(own, key=lambda row: len(row.region_code))
    source = Source(row.source_instrument, row.source_article, Verification(row.verification))
    return RegionalDetermination(row.start_date, source)


def in_its_region(question: Question) -> Question:
    """The question with the determination that its region set for itself, where one is named and the registry knows it.

    The registry is asked only then: a question without a region needs no database.
    """
    if not question.region:
        return question
    election = election_for(question.election_kind, question.region, question.on)
    determined = own_determination(election, question.region, question.office or "") if election else None
    if election is None or determined is None:
        return question
    return replace(question, election_date=election.voting_date, determined=determined)


def phase_of(election: Election, on: date, *, region_code: str = "", office: str = "") -> str:
    """ "prospective" before the candidates were determined, "candidate" from that day on, empty where nobody can say.

    Where the day differs by office and no office is named, it can still be said before the first and from the last on.
    """
    days = _determination_days(election, region_code, office)
    if days and on < days[0]:
        return Phase.PROSPECTIVE
    if days and on >= days[-1]:
        return Phase.CANDIDATE
    return ""


def tickets_of(election: Election, region_code: str = "", office: str = "") -> list[Ticket]:
    """The tickets on the ballot of a region, its province and the country, in ballot order."""
    rows = Ticket.objects.filter(election=election, region_code__in=_at_and_above(region_code))
    rows = rows.filter(office=office) if office else rows
    return list(rows.order_by("office", "region_code", "number"))


def regions_of(election: Election) -> list[str]:
    """The codes of the regions for which the registry knows a date or a ticket of their own."""
    stages = ElectionStage.objects.filter(election=election).exclude(region_code="").values_list("region_code")
    tickets = Ticket.objects.filter(election=election).exclude(region_code="").values_list("region_code")
    return sorted(code for (code,) in stages.union(tickets))


def _determination_days(election: Election, region_code: str, office: str) -> list[date]:
    return sorted({row.start_date for row in _determinations(election, region_code, office)})


def _determinations(election: Election, region_code: str, office: str) -> list[ElectionStage]:
    stages = [row for row in stages_of(election, region_code) if row.stage == PublishedStage.DETERMINATION]
    return [row for row in stages if not office or row.office in {"", office}]


def _at_and_above(region_code: str) -> list[str]:
    """A code, the codes above it, and the empty code that stands for the country.

    Also under the codes that the region bore before: an election keeps the code of its time.
    """
    codes = region_index().codes_of(region_code) if region_code else []
    above = (code.split(".")[:count] for code in codes for count in range(1, code.count(".") + 2))
    return ["", *dict.fromkeys(".".join(parts) for parts in above)]
