"""Acts and allegations: what happened, what the law says of it, and the officer who confirms or changes that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from netra.cases import operations, queries
from netra.cases.access import case_for
from netra.cases.operations.claim import party_of
from netra.cases.operations.taking_back import speaks_for_the_plenary
from netra.cases.states import ACT_FIELDS
from netra.law.conducts import CONDUCTS
from netra.sanctions.queries import EarlierPenalty, earlier_penalties
from netra.trust.errors import NotFound
from netra.web.cases.acting import act_page
from netra.web.cases.readings import Reading, reading_of
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_followup import ChangeForm, ConfirmForm
from netra.web.forms.case_people import ActCorrectionForm, ActForm
from netra.web.forms.case_study import NothingForm
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Case


@GET_OR_POST
@requires("cases.act_add")
def act_add(request: SignedInRequest, ref: str) -> HttpResponse:
    """Adds an act with its day."""
    case = case_for(request.user, ref, on=today())
    form = bind(request, ActForm)
    return act_page(
        request,
        case,
        "cases.act_add",
        form,
        lambda: operations.act_add(case_ref=ref, act=form.act(), by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.act_correct")
def act_correct(request: SignedInRequest, ref: str, act: int) -> HttpResponse:
    """Says anew what an act was; what was said before stays beside it."""
    found = queries.case_file(request.user, ref, on=today())
    deed = next((each for each in found.case.acts.all() if each.ordinal == act), None)
    if deed is None:
        raise NotFound(_("Perbuatan nomor %(act)s tidak ada pada perkara %(ref)s.") % {"act": act, "ref": ref})
    form = bind(request, ActCorrectionForm, initial={field: getattr(deed, field) for field in ACT_FIELDS})
    return act_page(
        request,
        found.case,
        "cases.act_correct",
        form,
        lambda: operations.act_correct(
            case_ref=ref, ordinal=act, act=form.act(), **form.why(), by=request.user, at=now()
        ),
        context={"about": f"P{act} {translated(CONDUCTS[deed.conduct].label)}"},
    )


@GET_OR_POST
@requires("cases.allegation_assess")
def allegation_assess(request: SignedInRequest, ref: str, party: int, act: int) -> HttpResponse:
    """Asks the law room what it makes of one person's act."""
    case = case_for(request.user, ref, on=today())
    accused = party_of(case, party, by=request.user, on=today())
    deed = case.acts.filter(ordinal=act).first()
    if deed is None:
        raise NotFound(_("Perbuatan nomor %(act)s tidak ada pada perkara %(ref)s.") % {"act": act, "ref": ref})
    about = f"T{party} {accused.name} · P{act} {translated(CONDUCTS[deed.conduct].label)}"
    return act_page(
        request,
        case,
        "cases.allegation_assess",
        bind(request, NothingForm),
        lambda: operations.allegation_assess(case_ref=ref, party=party, act=act, by=request.user, at=now()),
        context={"about": about},
    )


@GET_OR_POST
@requires("cases.allegation_confirm")
def allegation_confirm(request: SignedInRequest, ref: str, party: int, act: int) -> HttpResponse:
    """An officer agrees with the assessment."""
    case, reading = _case_and_reading(request, ref, party, act)
    form = bind(request, ConfirmForm)
    return act_page(
        request,
        case,
        "cases.allegation_confirm",
        form,
        lambda: operations.allegation_confirm(
            case_ref=ref, party=party, act=act, **form.cleaned_data, by=request.user, at=now()
        ),
        template="cases/allegation_act.html",
        context={"reading": reading, "earlier": _earlier(request, reading)},
    )


@GET_OR_POST
@requires("cases.allegation_change")
def allegation_change(request: SignedInRequest, ref: str, party: int, act: int) -> HttpResponse:
    """An officer reads the law otherwise, or drops the allegation."""
    case, reading = _case_and_reading(request, ref, party, act)
    stands = reading.allegation
    initial = {
        "category": stands.category,
        "level_floor": stands.level_floor,
        "level_ceiling": stands.level_ceiling,
        "earlier_decision": stands.earlier_decision,
    }
    plenary = speaks_for_the_plenary(case, request.user, on=today())
    form = bind(request, ChangeForm, initial=initial, for_plenary=plenary)
    return act_page(
        request,
        case,
        "cases.allegation_change",
        form,
        lambda: operations.allegation_change(
            case_ref=ref,
            party=party,
            act=act,
            reading=form.reading(),
            reason=form.cleaned_data["reason"],
            earlier_decision=form.cleaned_data["earlier_decision"],
            meeting=form.meeting(),
            by=request.user,
            at=now(),
        ),
        template="cases/allegation_act.html",
        context={"reading": reading, "earlier": _earlier(request, reading)},
    )


def _earlier(request: SignedInRequest, reading: Reading) -> list[tuple[EarlierPenalty, str, str]]:
    """The penalties the person bore before, each with its level and conduct in words."""
    found = earlier_penalties(request.user, reading.allegation, on=today())
    return [(each, translated(each.level), translated(CONDUCTS[each.conduct].label)) for each in found]


def _case_and_reading(request: SignedInRequest, ref: str, party: int, act: int) -> tuple[Case, Reading]:
    found = queries.case_file(request.user, ref, on=today())
    for allegation in found.allegations:
        if (allegation.party.ordinal, allegation.act.ordinal) == (party, act):
            return found.case, reading_of(allegation)
    raise NotFound(
        _("Dugaan T%(party)s/P%(act)s belum dinilai pada perkara %(ref)s.") % {"party": party, "act": act, "ref": ref}
    )


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/perbuatan/tambah/", act_add, name="act_add"),
    path("perkara/<str:ref>/perbuatan/<int:act>/perbaiki/", act_correct, name="act_correct"),
    path("perkara/<str:ref>/dugaan/<int:party>/<int:act>/nilai/", allegation_assess, name="allegation_assess"),
    path("perkara/<str:ref>/dugaan/<int:party>/<int:act>/konfirmasi/", allegation_confirm, name="allegation_confirm"),
    path("perkara/<str:ref>/dugaan/<int:party>/<int:act>/ubah/", allegation_change, name="allegation_change"),
]
