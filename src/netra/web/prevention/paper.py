"""The letter itself behind a personal link: as it was signed, for whoever proves the link with the same digits."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from netra.prevention import operations, queries
from netra.prevention.personal_links import link_behind
from netra.web.doors import attempt, bind, download_original, file_stem, form_page, now
from netra.web.forms.prevention import DigitsForm


@sensitive_post_parameters("digits")
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def instrument_paper(request: HttpRequest, token: str) -> HttpResponse:
    """The PDF or the scan; whoever comes without the digits is asked for them, each time anew."""
    link_behind(token)
    form = bind(request, DigitsForm)
    response = None
    if form.is_valid():
        digits = form.cleaned_data["digits"]
        reading = attempt(form, lambda: operations.instrument_open(token=token, digits=digits, at=now()))
        if reading is not None:
            content, media_type = queries.paper_of(reading.instrument, reader=reading.acknowledgement, at=now())
            stem = file_stem(reading.instrument.number) or reading.instrument.ref
            ours = not reading.instrument.original_ref
            response = download_original(content, stem=stem, media_type=media_type, inline=ours)
    response = response or form_page(request, "prevention/instrument_digits.html", form)
    # No cache may keep it, its own or one on the way; and the address does not travel on with a click.
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


urlpatterns: list[URLPattern] = [path("baca/<str:token>/surat/", instrument_paper, name="instrument_paper")]
