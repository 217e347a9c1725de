"""An accused where a case is registered or one is added to it: what is known, who may be meant, whom one confirms.

Looking for a name stores nothing, and nobody is confirmed by a name alone: with the choice goes a second attribute.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.forms import Form
from django.utils.translation import gettext as _

from netra.cases.operations import party_identify
from netra.registry.queries import civil_servant_by_ref
from netra.trust.plain_text import one_line
from netra.web.cases.possible import Known, Sought, seek
from netra.web.doors import SignedInRequest, now, today
from netra.web.forms.case_people import ChoiceForm, PartyForm

if TYPE_CHECKING:
    from netra.cases.models import Case

SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Accused:
    """One accused as the page shows it: what is known, and what was checked of whom `sought` proposes."""

    prefix: str
    party: PartyForm
    choice: ChoiceForm
    sought: Sought

    @property
    def forms(self) -> tuple[Form, ...]:
        """What is sent together; the choice is part of it only where somebody was chosen."""
        return (self.party, self.choice) if self.sought.chosen else (self.party,)

    @property
    def is_filled(self) -> bool:
        """Whether this part was filled in; with carried-over answers it always was."""
        return not self.party.empty_permitted or self.party.has_changed() or bool(self.sought.chosen)


def accused_of(
    request: SignedInRequest, people: Sequence[Mapping[str, Any]], *, region: str, typed: bool
) -> list[Accused]:
    """The accused of the page, each with who may be meant.

    With `typed` the page is shown again as it was filled in, without judging it: somebody only looks for a name.
    """
    return [
        _accused(request, f"terlapor-{number}", initial, region, typed)
        for number, initial in enumerate(people or [{}], start=1)
    ]


def one_accused(request: SignedInRequest, initial: Mapping[str, Any], *, region: str) -> Accused:
    """The accused of a page that is about one alone, whose fields bear no prefix; who is sent is never left out."""
    return _accused(request, "", initial, region, SEARCH in request.POST)


def typed_in(request: SignedInRequest, prefix: str) -> dict[str, Any]:
    """What was typed into the fields of one part, or of the page without a prefix, as a page shows it again."""
    start = f"{prefix}-" if prefix else ""
    return {key.removeprefix(start): value for key, value in request.POST.items() if key.startswith(start)}


def confirm_chosen(request: SignedInRequest, case: Case, accused: Sequence[Accused]) -> None:
    """Confirm who was chosen, each with the attribute that was checked; refuses as `party_identify` does."""
    for ordinal, each in enumerate((one for one in accused if one.is_filled), start=1):
        confirm(request, case, ordinal, each)


def confirm(request: SignedInRequest, case: Case, ordinal: int, accused: Accused) -> None:
    """Confirm who one accused of the case is, if somebody was chosen; refuses as `party_identify` does."""
    if accused.sought.chosen:
        chosen = civil_servant_by_ref(accused.sought.chosen, user=request.user, on=today())
        checked = accused.choice.cleaned_data
        party_identify(case_ref=case.ref, ordinal=ordinal, nip=chosen.nip, **checked, by=request.user, at=now())


def _accused(request: SignedInRequest, prefix: str, initial: Mapping[str, Any], region: str, typed: bool) -> Accused:
    sent = request.POST if request.method == "POST" else None
    party = PartyForm(sent, prefix=prefix, initial=dict(initial), empty_permitted=bool(prefix) and not initial)
    # A part that is left empty is valid without having been cleaned.
    said = {**party.initial, **(party.cleaned_data if sent and party.is_valid() else typed_in(request, prefix))}
    person = party.add_prefix("person")
    sought = seek(
        request.user,
        one_line(str(said.get("name", "")))[:200],
        Known(
            agency=said.get("agency_code", ""),
            unit=said.get("unit_name", ""),
            region=region,
            position=said.get("position", ""),
        ),
        chosen=request.POST.get(person, ""),
        field=person,
        nobody=_("Tidak ada yang cocok, atau belum dipastikan. Identitas dapat dipastikan kemudian."),
    )
    shown = typed_in(request, prefix)
    # What was checked is asked for only where somebody was chosen.
    choice = ChoiceForm(sent, prefix=prefix) if sought.chosen else ChoiceForm(prefix=prefix, initial=shown)
    if typed:
        party, choice = PartyForm(prefix=prefix, initial=shown), ChoiceForm(prefix=prefix, initial=shown)
    shown_in = f"mungkin-{prefix}" if prefix else "mungkin"
    party.looks_in_register(shown_in=shown_in, search=prefix or "1", choice=person)
    return Accused(prefix, party, choice, sought)
