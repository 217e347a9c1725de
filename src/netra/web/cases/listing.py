"""The list of cases: by key, narrowed by state, by what is overdue, or by a search that never shows in an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from netra.cases import queries
from netra.cases.states import SEALED_ENDS, STATE_LABELS
from netra.trust.access import scope_of
from netra.web import words
from netra.web.cases.names import region_name
from netra.web.cases.searches import keep, kept_words
from netra.web.cases.words import rule_label, state_kind
from netra.web.doors import SignedInRequest, now, requires, today
from netra.web.forms.cases import FilterForm, SearchForm
from netra.web.words import translated

if TYPE_CHECKING:
    from datetime import date

    from netra.cases.models import Case
    from netra.cases.queries import CaseLine


@dataclass(frozen=True, slots=True)
class Row:
    """One case as a line of the list; `hour` stands beside the day of a term that ends at an hour."""

    case: Case
    title: str
    state: str
    kind: str
    region: str
    due: date | None
    hour: str
    due_label: str
    distance: str
    late: bool


@require_safe
@requires("cases.case_view")
def case_list(request: SignedInRequest) -> HttpResponse:
    """The cases this officer may see, newest first."""
    form = FilterForm(request.GET)
    narrow = form.narrow(text=_searched(request))
    after = request.GET.get("after", "")
    page = queries.case_page(request.user, on=today(), narrow=narrow, before=after or None)
    context = {
        "rows": [row_of(line) for line in page.lines if not (line.is_own and narrow.tells)],
        "next_key": page.next_key,
        "form": form,
        "search": SearchForm({"text": narrow.text}) if narrow.text else SearchForm(),
        "narrowed": bool(narrow.state or narrow.overdue or narrow.text),
        "forgotten": bool(request.GET.get("cari")) and not narrow.text,
        "may_register": not scope_of(request.user, "cases.case_register", on=today()).is_empty,
    }
    return render(request, "cases/case_list.html", context)


@sensitive_post_parameters("text")
@require_POST
@requires("cases.case_view")
def case_search(request: SignedInRequest) -> HttpResponse:
    """Keeps the words of a search in the session and sends on to the list: a NIP never stands in an address."""
    form = SearchForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["text"]:
        return redirect("case_list")
    token = keep(request.session, form.cleaned_data["text"])
    return redirect(f"{reverse('case_list')}?cari={token}")


def _searched(request: SignedInRequest) -> str:
    return kept_words(request.session, request.GET.get("cari", ""))


def title_of(case: Case, *, hides_somebody: bool) -> str:
    """The title as this reader may read it: it is free text, so it may name whoever is hidden from him."""
    if case.state in SEALED_ENDS:
        return _("(disegel)")
    return _("Dugaan pelanggaran netralitas") if hides_somebody else case.title


def row_of(line: CaseLine) -> Row:
    case, due = line.case, line.due_date
    if line.is_own:
        return _own_row(case)
    passed = due is not None and words.is_past(due, line.due_hour, on=today(), at=now())
    distance = words.distance(due, today()) if due else ""
    return Row(
        case=case,
        title=title_of(case, hides_somebody=line.hides_somebody),
        state=translated(STATE_LABELS[case.state]),
        kind=state_kind(case.state),
        region=region_name(case.region_code),
        due=due,
        hour=words.hour(line.due_hour, case.region_code) if line.due_hour else "",
        due_label=rule_label(line.due_rule) if due else "",
        distance=words.past_hour(line.due_hour, case.region_code) if passed and line.due_hour else distance,
        late=passed or (due is not None and due < today()),
    )


def _own_row(case: Case) -> Row:
    """A case in which the reader may be accused: its page says why nothing of it is told."""
    title = _("Nama akun Anda sama dengan nama terlapor; isinya tidak terbuka bagi Anda.")
    return Row(case, title, state="", kind="", region="", due=None, hour="", due_label="", distance="", late=False)


urlpatterns: list[URLPattern] = [
    path("perkara/", case_list, name="case_list"),
    path("perkara/cari/", case_search, name="case_search"),
]
