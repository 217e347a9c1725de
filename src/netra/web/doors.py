"""What every page needs: the clock, who is asking, and a refusal that keeps what somebody typed.

A view of an act reads like this:

    @require_http_methods(["GET", "POST"])
    @requires("cases.case_refer")
    def case_refer(request: SignedInRequest, ref: str) -> HttpResponse:
        case = queries.case(ref, user=request.user)
        form = bind(request, ReferForm)
        if form.is_valid():
            done = attempt(form, lambda: operations.case_refer(**form.cleaned_data, by=request.user, at=now()))
            if done is not None:
                return redirect("case", ref=ref)
        return form_page(request, "cases/case_refer.html", form, {"case": case})
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _

from netra.trust import access
from netra.trust.acts import ACTS, ROLE_LABELS, Role
from netra.trust.errors import NotFound, Refused
from netra.trust.sending import once

if TYPE_CHECKING:
    from netra.trust.models import User

Parameters = ParamSpec("Parameters")
FormType = TypeVar("FormType", bound=BaseForm)
Result = TypeVar("Result")


class SignedInRequest(HttpRequest):
    """A request whose sender has signed in."""

    user: User


View = Callable[Concatenate[SignedInRequest, Parameters], HttpResponseBase]


def now() -> datetime:
    """The moment of a request. Only doors read the clock; operations are told."""
    return timezone.now()


def today() -> date:
    """The day of a request, in the time zone of the house."""
    return timezone.localdate()


def requires(*acts: str) -> Callable[[View[Parameters]], Callable[..., HttpResponseBase]]:
    """Lets in who may do at least one of the acts somewhere today; a visitor is asked to sign in, others get 403.

    Whether they may do it to *this* thing is asked by the query or the operation.
    """

    def decorate(view: View[Parameters]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: SignedInRequest, *args: Parameters.args, **kwargs: Parameters.kwargs) -> HttpResponseBase:
            if not may_any(request.user, acts):
                raise access.NotAllowed(_who_opens(request.user, acts))
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return decorate


def _who_opens(user: User, acts: tuple[str, ...]) -> str:
    """Why a page stays shut: whose it is, and what who asks holds instead."""
    held = access.roles_of(user, on=today())
    opening = {role for act in acts for role in ACTS[act].roles}
    return _(
        "Halaman ini untuk peran yang tidak Anda pegang hari ini. Yang membukanya: %(opening)s. Peran Anda: %(held)s."
    ) % {"opening": _in_words(opening), "held": _in_words(held) or _("belum ada")}


def _in_words(roles: Iterable[Role]) -> str:
    return ", ".join(sorted(_(ROLE_LABELS[role]) for role in roles))


def may_any(user: User, acts: tuple[str, ...]) -> bool:
    """Whether the user may do one of the acts anywhere today."""
    return any(not access.scope_of(user, act, on=today()).is_empty for act in acts)


def bind(request: HttpRequest, form_class: type[FormType], **arguments: Any) -> FormType:
    """The form with what was sent, or an empty one when the page is only being opened."""
    if request.method == "POST":
        return form_class(request.POST, request.FILES, **arguments)
    return form_class(**arguments)


def attempt(form: BaseForm, act: Callable[[], Result]) -> Result | None:
    """Does the act of a valid form. A refusal becomes an error of the form, so that nothing typed is lost.

    NotFound and NotAllowed pass through: there is no form to come back to.
    """
    try:
        return act()
    except (NotFound, access.NotAllowed):
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def attempt_once(request: HttpRequest, form: BaseForm, act: Callable[[], Result]) -> Result | None:
    """Like `attempt`, for an act that must not be done twice when its button is pressed twice.

    Every page gives its forms a token of its own, so the same token with the same answers is the same sheet of paper.
    """
    token = request.POST.get("csrfmiddlewaretoken", "")
    if not token:
        return attempt(form, act)
    files = [(name, file.name, file.size) for name, files in request.FILES.lists() for file in files]
    sheet = repr((request.path, sorted(request.POST.lists()), files))
    return attempt(form, lambda: once(sheet, act, at=now()))


def form_page(
    request: HttpRequest, template: str, form: BaseForm, context: Mapping[str, object] | None = None
) -> HttpResponse:
    """The page of a form: 200 when it is only opened, 422 when something sent cannot be accepted."""
    return render(request, template, {**(context or {}), "form": form}, status=422 if form.errors else 200)


def public_address(path: str) -> str:
    """A page as it is reached from outside: links handed to others never repeat by which name an officer came in."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"


def file_stem(words: str) -> str:
    """The number of a paper as a file is called by it: 700/12/KP.05/2024 becomes 700-12-kp-05-2024, never 70012kp05."""
    return slugify(re.sub(r"[^\w\s-]|_", " ", words))


def download(content: bytes, *, name: str, media_type: str, inline: bool = False) -> HttpResponse:
    """A file for the browser to save; `inline` only for documents that we made ourselves."""
    disposition = content_disposition_header(not inline, name) or "attachment"
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})


def download_original(content: bytes, *, stem: str, media_type: str, inline: bool = False) -> HttpResponse:
    """A file as it was received, under a name of ours: the name it came with may tell who sent it."""
    suffix = mimetypes.guess_extension(media_type) or ".bin"
    return download(content, name=f"{stem}{suffix}", media_type=media_type, inline=inline)
