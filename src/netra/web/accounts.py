"""Signing in and out, the first administrator, one's own account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from netra.sanctions.queries import assigned_to
from netra.trust import operations, queries
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, today
from netra.web.forms.accounts import FirstAdminForm, NewPasswordForm, PasswordForm, SignInForm
from netra.web.intake.visit import sender_of


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door for officers; failed attempts are counted by trust."""
    if request.user.is_authenticated:
        return redirect("home")
    form = bind(request, SignInForm)
    if form.is_valid():
        user = attempt(form, lambda: operations.sign_in(**form.cleaned_data, sender=sender_of(request), at=now()))
        if user is not None:
            login(request, user)
            # No job runs here at night: whoever comes in clears away what earlier sessions left.
            request.session.clear_expired()
            return HttpResponseRedirect(_wanted_page(request))
    return form_page(request, "accounts/login.html", form, {"next": request.GET.get("next", "")})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session; the page before cannot be called back from a cache."""
    logout(request)
    messages.success(request, _("Anda sudah keluar."))
    return redirect("home")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def first_admin(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the one-time link that `netra serve` prints while nobody can administer."""
    operations.first_admin_check(token=token, at=now())
    form = bind(request, FirstAdminForm)
    if form.is_valid():
        user = attempt(form, lambda: operations.first_admin_create(**form.cleaned_data, token=token, at=now()))
        if user is not None:
            login(request, user)
            messages.success(request, _("Administrator pertama sudah dibuat, dan Anda sudah masuk."))
            return redirect("user_list")
    return form_page(request, "accounts/first_admin.html", form)


@sensitive_variables("token")
@sensitive_post_parameters("new")
@require_http_methods(["GET", "POST"])
def password_set(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the one-time link that an administrator made for whoever has no password yet, or forgot it."""
    holder = operations.password_link_holder(token=token, at=now())
    form = bind(request, NewPasswordForm)
    if form.is_valid():
        user = attempt(form, lambda: operations.password_set(token=token, **form.cleaned_data, at=now()))
        if user is not None:
            messages.success(request, _("Kata sandi sudah dibuat. Masuklah dengan kata sandi itu."))
            return redirect("login")
    response = form_page(request, "accounts/password_set.html", form, {"holder": holder})
    # The address itself is the key and must not travel on with a click; see `answer_give`.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


@sensitive_post_parameters("old", "new")
@require_http_methods(["GET", "POST"])
@login_required
def account(request: SignedInRequest) -> HttpResponse:
    """One's own roles, with the way to what one is assigned to, and one's own password."""
    form = bind(request, PasswordForm)
    if form.is_valid():
        user = attempt(form, lambda: operations.password_change(**form.cleaned_data, by=request.user, at=now()))
        if user is not None:
            update_session_auth_hash(request, user)
            messages.success(request, _("Kata sandi sudah diganti."))
            return redirect("account")
    context = {
        "roles": queries.own_roles(request.user, on=today()),
        "assigned": {each.proceeding.ref for each in assigned_to(request.user, on=today())},
    }
    return form_page(request, "accounts/account.html", form, context)


def _wanted_page(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=settings.HTTPS)
    return wanted if is_ours else reverse("home")


urlpatterns: list[URLPattern] = [
    path("masuk/", sign_in, name="login"),
    path("keluar/", sign_out, name="logout"),
    path("akun/", account, name="account"),
    path("administrator-pertama/<str:token>/", first_admin, name="first_admin"),
    path("kata-sandi/<str:token>/", password_set, name="password_set"),
]
