"""The appointing authority that a row of an agency names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _

from netra.registry.checks import InvalidEntry, checked_authority
from netra.registry.entries import AppointingAuthorityEntry
from netra.registry.imports.loading import Outcome, tell
from netra.registry.imports.sheet import Cell
from netra.registry.imports.values import BadValue, as_date, as_nip, as_text
from netra.registry.models import Agency, AppointingAuthority
from netra.registry.terms_of_office import clash, columns_of, end_before

CELLS = (
    "authority_title",
    "authority_name",
    "authority_nip",
    "authority_start",
    "authority_until",
    "superior_title",
    "superior_name",
)
_WRITTEN = ("holder_nip", "superior_title", "superior_name", "office_title", "holder_name", "until_date")


@dataclass(frozen=True, slots=True)
class AuthorityTold:
    """Who the row says is appointing authority; `start_date` None where it does not say since when."""

    entry: AppointingAuthorityEntry
    start_date: date | None


def authority_told(cells: Mapping[str, Cell], agency_code: str, *, today: date) -> AuthorityTold | None:
    """The authority of a row; None where it names none. Raises InvalidEntry with every reason, marked as his."""
    if not any(as_text(cells.get(name)) for name in CELLS):
        return None
    try:
        start_date = as_date(cells.get("authority_start"), _("Mulai menjabat"))
        entry = AppointingAuthorityEntry(
            agency_code=agency_code,
            office_title=as_text(cells.get("authority_title")),
            holder_name=as_text(cells.get("authority_name")),
            holder_nip=as_nip(cells.get("authority_nip")),
            superior_title=as_text(cells.get("superior_title")),
            superior_name=as_text(cells.get("superior_name")),
            start_date=start_date or today,
            until_date=as_date(cells.get("authority_until"), _("Menjabat sampai")),
        )
        return AuthorityTold(checked_authority(entry), start_date)
    except InvalidEntry as error:
        reasons = error.reasons
    except BadValue as error:
        reasons = (str(error),)
    raise InvalidEntry(_("Pejabat pembina kepegawaian: %s") % reason for reason in reasons)


@dataclass(slots=True)
class AuthorityPlan:
    """Who is known in the agencies of one batch, and what is to be written."""

    known: Mapping[str, list[AppointingAuthority]]
    _told: list[AppointingAuthority] = field(default_factory=list)
    _new: list[AuthorityTold] = field(default_factory=list)

    @classmethod
    def of_batch(cls, codes: Collection[str]) -> AuthorityPlan:
        """One query."""
        known: dict[str, list[AppointingAuthority]] = defaultdict(list)
        rows = AppointingAuthority.objects.filter(agency__code__in=codes).select_related("agency")
        for row in rows.order_by("start_date"):
            known[row.agency.code].append(row)
        return cls(known)

    def fault(self, told: AuthorityTold) -> str:
        """Why the authority cannot be taken; empty where he can."""
        known, mine = self.known[told.entry.agency_code], self._same(told)
        if mine is None and told.start_date is None:
            return _(
                "Pejabat pembina kepegawaian: isi kolom “Mulai Menjabat”; pejabat ini belum tercatat pada instansi ini."
            )
        start = mine.start_date if mine else told.entry.start_date
        until = told.entry.until_date or (mine.until_date if mine else None)
        others = [each for each in known if each is not mine and (each.until_date or each.start_date >= start)]
        return clash(others, start, until)

    def take(self, told: AuthorityTold) -> Outcome:
        """Plan an authority without fault: known, told better, or new in office."""
        mine = self._same(told)
        if mine is None:
            self._told.extend(end_before(self.known[told.entry.agency_code], told.entry.start_date))
            self._new.append(told)
            return Outcome.CHANGED
        if not tell(mine, columns_of(replace(told.entry, start_date=mine.start_date))):
            return Outcome.UNCHANGED
        self._told.append(mine)
        return Outcome.CHANGED

    def write(self, agencies: Mapping[str, Agency]) -> None:
        """Ends first, then beginnings: the database refuses two on one day."""
        AppointingAuthority.objects.bulk_update(self._told, _WRITTEN)
        AppointingAuthority.objects.bulk_create(
            AppointingAuthority(agency=agencies[told.entry.agency_code], **columns_of(told.entry)) for told in self._new
        )

    def _same(self, told: AuthorityTold) -> AppointingAuthority | None:
        """The one who is known already: by the day on which he began, else by post and name."""
        entry = told.entry
        for each in reversed(self.known[entry.agency_code]):
            by_name = (each.office_title, each.holder_name) == (entry.office_title, entry.holder_name)
            if by_name if told.start_date is None else each.start_date == told.start_date:
                return each
        return None
