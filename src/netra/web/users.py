"""The administration of users: accounts, and the roles they hold in a place for a time."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.trust import operations, queries
from netra.trust.acts import Role
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    form_page,
    now,
    public_address,
    requires,
    today,
)
from netra.web.forms.accounts import RenameForm, RevokeForm, RoleForm, UserForm

PAGE = 50


@require_safe
@requires("trust.user_create")
def user_list(request: SignedInRequest) -> HttpResponse:
    """All accounts by name, with their roles."""
    after = request.GET.get("after", "")
    found = queries.accounts(request.user, on=today(), after=after, limit=PAGE + 1)
    shown = found[:PAGE]
    next_key = shown[-1].user.username if len(found) > PAGE else None
    return render(request, "accounts/user_list.html", {"accounts": shown, "next_key": next_key})


@require_http_methods(["GET", "POST"])
@requires("trust.user_create")
def user_create(request: SignedInRequest) -> HttpResponse:
    """A new account, still without a role; the link for its first password is shown once."""
    form = bind(request, UserForm)
    if form.is_valid():
        entry = form.cleaned_data
        made = attempt_once(request, form, lambda: operations.user_create(**entry, by=request.user, at=now()))
        if made is not None:
            messages.success(request, _("Akun dibuat. Berikan peran agar dapat bekerja."))
            return _link_page(request, made.user.username, made.token, is_first=True)
    return form_page(request, "accounts/user_create.html", form)


@require_safe
@requires("trust.user_create")
def user(request: SignedInRequest, username: str) -> HttpResponse:
    """One account."""
    return _user_page(request, username, RoleForm(initial={"valid_from": today()}))


@require_POST
@requires("trust.role_grant")
def role_grant(request: SignedInRequest, username: str) -> HttpResponse:
    """Gives a role in a place."""
    form = bind(request, RoleForm)
    if form.is_valid():
        granted = attempt(
            form,
            lambda: operations.role_grant(
                **{**form.cleaned_data, "role": Role(form.cleaned_data["role"])},
                username=username,
                by=request.user,
                at=now(),
            ),
        )
        if granted is not None:
            messages.success(request, _("Peran diberikan."))
            return redirect("user", username=username)
    return _user_page(request, username, form)


@require_POST
@requires("trust.role_revoke")
def role_revoke(request: SignedInRequest, username: str) -> HttpResponse:
    """Takes a role away from today on."""
    form = bind(request, RevokeForm)
    if form.is_valid():
        place = {**form.cleaned_data, "role": Role(form.cleaned_data["role"])}
        done = attempt(form, lambda: operations.role_revoke(**place, username=username, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Peran dicabut mulai hari ini."))
            return redirect("user", username=username)
    return _user_page(request, username, RoleForm(initial={"valid_from": today()}), revoking=form)


@require_POST
@requires("trust.user_deactivate")
def user_deactivate(request: SignedInRequest, username: str) -> HttpResponse:
    """Ends an account at once."""
    operations.user_deactivate(username=username, by=request.user, at=now())
    messages.success(request, _("Akun dinonaktifkan. Apa yang pernah dilakukannya tetap tercatat."))
    return redirect("user", username=username)


@require_POST
@requires("trust.user_reactivate")
def user_reactivate(request: SignedInRequest, username: str) -> HttpResponse:
    """Lets an ended account in again."""
    operations.user_reactivate(username=username, by=request.user, at=now())
    messages.success(request, _("Akun aktif lagi. Buatkan tautan kata sandi agar pemiliknya dapat masuk."))
    return redirect("user", username=username)


@require_POST
@requires("trust.user_rename")
def user_rename(request: SignedInRequest, username: str) -> HttpResponse:
    """Corrects the name of an account."""
    form = bind(request, RenameForm)
    if form.is_valid():
        entry = form.cleaned_data
        done = attempt(form, lambda: operations.user_rename(**entry, username=username, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Nama akun diperbaiki. Surat yang sudah final tidak berubah."))
            return redirect("user", username=username)
    return _user_page(request, username, RoleForm(initial={"valid_from": today()}), renaming=form)


@require_POST
@requires("trust.user_password_reset")
def user_password_reset(request: SignedInRequest, username: str) -> HttpResponse:
    """Makes the one-time link for a forgotten or never chosen password, and shows it once."""
    secret = operations.user_password_reset(username=username, by=request.user, at=now())
    return _link_page(request, username, secret, is_first=False)


def _link_page(request: SignedInRequest, username: str, secret: str, *, is_first: bool) -> HttpResponse:
    link = public_address(reverse("password_set", kwargs={"token": secret}))
    found = queries.account(request.user, username, on=today())
    return render(request, "accounts/password_link.html", {"account": found, "link": link, "is_first": is_first})


def _user_page(
    request: SignedInRequest,
    username: str,
    form: RoleForm,
    *,
    renaming: RenameForm | None = None,
    revoking: RevokeForm | None = None,
) -> HttpResponse:
    found = queries.account(request.user, username, on=today())
    asked = renaming or RenameForm(initial={"full_name": found.user.full_name})
    context = {
        "account": found,
        "role_form": form,
        "renaming": asked,
        "not_revoked": revoking,
        "held": [(each, revoking if revoking and revoking.is_about(each) else RevokeForm()) for each in found.roles],
        "former": queries.former_names(found.user),
        "assigned": queries.assigned_matters(found.user),
    }
    return form_page(request, "accounts/user.html", revoking or renaming or form, context)


urlpatterns: list[URLPattern] = [
    path("pengguna/", user_list, name="user_list"),
    path("pengguna/baru/", user_create, name="user_create"),
    path("pengguna/<str:username>/", user, name="user"),
    path("pengguna/<str:username>/nonaktif/", user_deactivate, name="user_deactivate"),
    path("pengguna/<str:username>/aktif/", user_reactivate, name="user_reactivate"),
    path("pengguna/<str:username>/nama/", user_rename, name="user_rename"),
    path("pengguna/<str:username>/kata-sandi/", user_password_reset, name="user_password_reset"),
    path("pengguna/<str:username>/peran/", role_grant, name="role_grant"),
    path("pengguna/<str:username>/peran/cabut/", role_revoke, name="role_revoke"),
]
