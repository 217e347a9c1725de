"""Registering a case: from a report whose answers are carried over, or as a finding from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.debug import sensitive_post_parameters

from netra.cases import operations
from netra.cases.offers import law_of
from netra.cases.operations import CaseOpening
from netra.cases.operations.register import FIRST_DAY
from netra.cases.sources import finding_terms, late_finding, registration_of, source_of
from netra.intake import queries as intake
from netra.law.conducts import CONDUCTS
from netra.registry.queries import agencies, agency, election_for
from netra.registry.regions import NATION
from netra.supervision.queries import finding_source
from netra.trust.access import Scope, scope_of
from netra.trust.errors import NotFound
from netra.web.cases.accused import SEARCH, Accused, accused_of, confirm_chosen, typed_in
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, attempt_once, now, requires, today
from netra.web.forms.case_people import ActForm
from netra.web.forms.case_register import OpeningForm
from netra.web.intake.mentioned import chosen
from netra.web.intake.named_regions import region_meant
from netra.web.words import long_date, translated

if TYPE_CHECKING:
    from netra.cases.models import Case
    from netra.intake.models import Report, ReportedPerson
    from netra.supervision.models import Observation

ACT = "cases.case_register"


@dataclass(frozen=True, slots=True)
class Forms:
    """The matter, the accused and the act, sent together; an untouched part is left out."""

    opening: OpeningForm
    parties: Sequence[Accused]
    act: ActForm

    @property
    def all(self) -> list[Form]:
        return [self.opening, *(form for each in self.parties for form in each.forms), self.act]

    def are_valid(self) -> bool:
        """Every part is looked at, so that one answer tells all that is missing."""
        return all([form.is_valid() for form in self.all])


@sensitive_post_parameters()
@GET_OR_POST
@requires(ACT)
def case_register(request: SignedInRequest, report: str = "", observation: str = "") -> HttpResponse:
    """Registers a case; a report becomes one case only, and so does what the supervisors saw.

    `search` only looks for the name of one accused: a script gets that part alone, else the page as it was filled in.
    """
    source, people, meant = _source(request, report)
    seen = finding_source(request.user, observation, on=today()) if observation else None
    if seen is not None and seen.case_ref:
        messages.info(request, _("Hasil pengawasan ini sudah menjadi perkara."))
        return redirect("case", ref=seen.case_ref)
    if source is not None and source.case_ref:
        messages.info(request, _("Laporan ini sudah menjadi perkara."))
        return redirect("case", ref=source.case_ref)
    forms = _forms(request, source, people, seen, meant)
    part = next((each for each in forms.parties if each.prefix == request.POST.get(SEARCH)), None)
    if part is not None and request.headers.get("Netra-Part") == "possible":
        return render(request, "cases/_possible.html", {"sought": part.sought, "choice": part.choice})
    if request.method == "POST" and SEARCH not in request.POST and forms.are_valid():
        case = attempt_once(
            request,
            forms.opening,
            lambda: _registered(request, forms, _opening(forms, source, seen), report, observation),
        )
        if case is not None:
            messages.success(request, _("Perkara diregistrasi dengan nomor %(ref)s.") % {"ref": case.ref})
            _warn_of_late_finding(request, case)
            return redirect("case", ref=case.ref)
    step = registration_of(source_of(source))
    context = {
        "forms": forms,
        "form": forms.opening,
        "report": source,
        "laws": [(translated(label), law_of(step, kind, on=today())) for kind, label in KINDS],
        "seen": seen,
        **_finding(forms.opening, source, seen),
        "agencies": agencies(on=today()),
    }
    wrong = any(form.errors for form in forms.all)
    return render(request, "cases/case_register.html", context, status=422 if wrong else 200)


def _registered(request: SignedInRequest, forms: Forms, opening: CaseOpening, report: str, observation: str) -> Case:
    """The case, with whom the officer confirmed: both or neither, so that nothing that was typed is lost."""
    with transaction.atomic():
        case = operations.case_register(
            opening=opening, report_ref=report, observation_ref=observation, by=request.user, at=now()
        )
        confirm_chosen(request, case, forms.parties)
    return case


def _finding(form: OpeningForm, source: Report | None, seen: Observation | None) -> dict[str, object]:
    """What a finding has and a report has not: the term of its own, from the day that is typed or else today."""
    if source_of(source) != "FINDING":
        return {"is_finding": False}
    typed = form.cleaned_data.get("received_date") if form.is_bound else None
    found = seen.observed_date if seen else typed if typed and FIRST_DAY <= typed <= today() else today()
    return {"is_finding": True, "found_on": found, "finding_terms": finding_terms(found, on=today())}


def _warn_of_late_finding(request: SignedInRequest, case: Case) -> None:
    term = late_finding(case)
    if term is not None:
        messages.warning(
            request,
            _(
                "Temuan ini diregistrasi setelah batasnya: ditemukan %(found)s, jatuh tempo %(due)s (%(citation)s). "
                "Keterlambatan itu ditandai pada perkara; catat sebabnya dalam kajian."
            )
            % {
                "found": long_date(term.start_date),
                "due": long_date(term.due_date),
                "citation": term.citation,
            },
        )


KINDS = (("GENERAL", gettext_noop("Pemilu")), ("REGIONAL", gettext_noop("Pemilihan kepala daerah")))


def _source(request: SignedInRequest, ref: str) -> tuple[Report | None, Sequence[dict[str, Any]], str]:
    """The report, and what the forms begin with: whom it names, whom the officer chose beside, the region he means."""
    if not ref:
        return None, (), ""
    found = intake.report_detail(request.user, ref, at=now())
    if not found.report.case_ref and ACT not in found.acts:
        raise NotFound(
            _("Laporan %(ref)s belum dapat diregistrasi. Periksa dahulu syarat formal dan materielnya.") % {"ref": ref}
        )
    beside = chosen(request, found)
    people = [_party_initial(person) for person in found.persons] + ([beside] if beside else [])
    return found.report, people, region_meant(request, found)


def _forms(
    request: SignedInRequest,
    source: Report | None,
    people: Sequence[dict[str, Any]],
    seen: Observation | None,
    meant: str,
) -> Forms:
    sent, looks = request.POST if request.method == "POST" else None, SEARCH in request.POST
    initial, act_initial = _opening_initial(request, source, seen), _act_initial(source)
    initial |= {"region_code": meant} if meant else {}
    asked: dict[str, Any] = {
        "offices": _offices(request),
        "day_is_known": seen is not None or source_of(source) == "REPORT",
    }
    opening = OpeningForm(sent, **asked, initial=initial)
    opening.is_valid()  # what is wrong elsewhere on the page does not keep anybody from looking for a name
    region = opening.cleaned_data.get("region_code", "") if sent else initial.get("region_code", "")
    parties = accused_of(request, people, region=region, typed=looks)
    if looks:
        typed = {**typed_in(request, "perbuatan"), "other_conducts": request.POST.getlist("perbuatan-other_conducts")}
        opening = OpeningForm(**asked, initial=request.POST.dict())
        return Forms(opening, parties, ActForm(prefix="perbuatan", initial=typed))
    return Forms(
        opening=opening,
        parties=parties,
        act=ActForm(sent, prefix="perbuatan", initial=act_initial, empty_permitted=not act_initial),
    )


def _offices(request: SignedInRequest) -> list[tuple[str, str]]:
    """The supervisors' offices in the places where this officer may register."""
    scope = scope_of(request.user, ACT, on=today())
    rows = agencies(on=today(), kind="ELECTION_SUPERVISOR")
    return [(row.code, row.name) for row in rows if scope.covers(region_code=row.region_code)]


def _opening_initial(request: SignedInRequest, source: Report | None, seen: Observation | None) -> dict[str, Any]:
    scope = scope_of(request.user, ACT, on=today())
    if seen is not None:
        watched, office = agency(seen.visit.target_code), seen.visit.agency_code
        return {"region_code": watched.region_code, "agency_code": watched.code, "handling_agency_code": office}
    if source is None:
        return {"received_date": today(), "region_code": _own_region(scope)}
    conduct = CONDUCTS.get(source.conduct)
    return {
        "received_date": today(),
        "title": (f"Dugaan: {conduct.label}" if conduct else "")[:200],
        "election_kind": source.election_kind,
        # What an office took over from the place where it happened is a case of the office.
        "region_code": source.region_code
        if scope.covers(region_code=source.region_code)
        else source.handler_region_code,
        "agency_code": source.agency_code,
    }


def _own_region(scope: Scope) -> str:
    """The region of who works in one alone: a regency or city, or the nation; a province has many to choose from."""
    places = scope.regions | (scope.provinces & {NATION})
    return next(iter(places)) if len(places) == 1 else ""


def _party_initial(person: ReportedPerson) -> dict[str, Any]:
    return {
        "name": person.name,
        "position_title": person.position,
        "agency_code": person.agency_code,
        "unit_name": "" if person.agency_code else person.agency_text,
    }


def _act_initial(source: Report | None) -> dict[str, Any]:
    if source is None:
        return {}
    precision = source.act_precision if source.act_date else "DAY"
    return {
        "conduct": source.conduct,
        "act_date": source.act_date,
        "act_date_precision": precision,
        "narrative": source.what,
        "place": source.place,
    }


def _opening(forms: Forms, source: Report | None, seen: Observation | None) -> CaseOpening:
    given = dict(forms.opening.cleaned_data)
    # Of a report the day is a fact; of a finding, also one that a lead led to, the officer says when it was found.
    known = seen.observed_date if seen else source.received_date if source else today()
    received = given.pop("received_date", None) or known
    acts = (forms.act.act(),) if _filled(forms.act) else ()
    day = acts[0].act_date if acts else received
    return CaseOpening(
        **given,
        received_date=received,
        election_code=_election(given["election_kind"], given["region_code"], day),
        parties=tuple(each.party.party() for each in forms.parties if each.is_filled),
        acts=acts,
    )


def _filled(form: Form) -> bool:
    """Whether this part was filled in; with carried-over answers it always was."""
    return not form.empty_permitted or form.has_changed()


def _election(kind: str, region_code: str, on: date) -> str:
    election = election_for(kind, region_code, on)
    return election.code if election else ""


urlpatterns: list[URLPattern] = [
    path("perkara/baru/", case_register, name="case_register"),
    path("perkara/baru/temuan/<str:observation>/", case_register, name="case_register"),
    path("perkara/baru/<str:report>/", case_register, name="case_register"),
]
