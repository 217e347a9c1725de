"""Forms of signing in and of the administration of users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.registry import queries
from netra.trust.acts import ROLE_LABELS, Role
from netra.web.forms.case_fields import LineField, RegionField, StoryField
from netra.web.forms.registry_people import known
from netra.web.forms.widgets import DayInput
from netra.web.words import translated

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from netra.trust.queries import HeldRole


def role_choices() -> list[tuple[str, str]]:
    """The roles in the order of the work."""
    roles = ((role.value, translated(label)) for role, label in ROLE_LABELS.items())
    return [("", _("Pilih peran")), *roles]  # type: ignore[list-item]


def placed_role_choices() -> list[tuple[str, str]]:
    """The roles that are held in a place: an examiner is assigned to one matter, on the page of that matter."""
    return [choice for choice in role_choices() if choice[0] != Role.EXAMINER]


def password_field(label: str | StrPromise, autocomplete: str, help_text: str | StrPromise = "") -> forms.CharField:
    """A password, neither trimmed nor ever sent back."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget, help_text=help_text)


class SignInForm(forms.Form):
    """Name and password."""

    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = password_field(_("Kata sandi"), "current-password")


class UserForm(forms.Form):
    """A new account; its owner chooses the password."""

    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        help_text=_("Sebaiknya kode jabatan, bukan nama orang: ia tampak pada alamat. Contoh: bawaslu.jambi.2"),
    )
    full_name = forms.CharField(label=_("Nama lengkap"), max_length=200)


class RenameForm(forms.Form):
    """Another full name for an account, and why."""

    full_name = forms.CharField(label=_("Nama lengkap yang benar"), max_length=200)
    reason = StoryField(
        label=_("Mengapa diperbaiki"),
        rows=2,
        help_text=_("Misalnya salah ketik, atau nama pemiliknya berubah. Tersimpan pada akun ini."),
    )


class FirstAdminForm(UserForm):
    """The account of the first administrator, who makes it for themselves."""

    password = password_field(_("Kata sandi"), "new-password", _("Sedikitnya 12 karakter."))


class PasswordForm(forms.Form):
    """One's own new password."""

    old = password_field(_("Kata sandi lama"), "current-password")
    new = password_field(_("Kata sandi baru"), "new-password", _("Sedikitnya 12 karakter."))


class NewPasswordForm(forms.Form):
    """A first password, or one in the place of a forgotten one."""

    new = password_field(_("Kata sandi baru"), "new-password", _("Sedikitnya 12 karakter."))


class RoleForm(forms.Form):
    """A role and the place where it holds."""

    role = forms.ChoiceField(label=_("Peran"), choices=placed_role_choices)
    # Cleans to the code in force: a role under a former code, or under none that there is, would see nothing come in.
    region_code = RegionField(
        label=_("Kode wilayah"),
        required=False,
        or_nation=True,
        help_text=_(
            "Untuk peran Bawaslu: provinsi (15) mencakup semua di bawahnya, atau kabupaten/kota (15.71). Untuk Bawaslu "
            "RI tulis 00 (nasional): yang ditangani kantor nasional sendiri, bukan perkara provinsi."
        ),
    )
    agency_code = forms.CharField(
        label=_("Kode instansi"),
        required=False,
        max_length=60,
        help_text=_("Untuk peran instansi. Peran nasional tidak memerlukan wilayah maupun instansi."),
    )
    unit_code = forms.CharField(
        label=_("Kode unit"),
        required=False,
        max_length=60,
        help_text=_("Hanya untuk kepala unit kerja: unit instansi di atas; mencakup semua unit di bawahnya."),
    )
    valid_from = forms.DateField(label=_("Berlaku mulai"), widget=DayInput())
    valid_until = forms.DateField(
        label=_("Sampai sebelum"),
        required=False,
        widget=DayInput(),
        help_text=_("Hari pertama tanpa peran ini. Kosongkan bila belum ditentukan."),
    )

    def clean_agency_code(self) -> str:
        """The code of an agency that the registry knows, or none."""
        code: str = self.cleaned_data["agency_code"].upper()
        return known(lambda asked: queries.agency(asked).code, code) if code else ""

    def clean_unit_code(self) -> str:
        """The code of a unit of that agency, or none."""
        code: str = self.cleaned_data["unit_code"].upper()
        agency_code = self.cleaned_data.get("agency_code")
        return known(lambda asked: queries.unit(agency_code, asked).code, code) if code and agency_code else code


class RevokeForm(forms.Form):
    """Which of the held roles to take away, and why."""

    role = forms.ChoiceField(choices=role_choices)
    region_code = forms.CharField(required=False, max_length=20)
    agency_code = forms.CharField(required=False, max_length=60)
    unit_code = forms.CharField(required=False, max_length=60)
    subject_ref = forms.CharField(required=False, max_length=80)
    reason = LineField(required=False, max_length=300)

    def is_about(self, held: HeldRole) -> bool:
        """Whether this is the role that somebody wanted to take away."""
        places = ("region_code", "agency_code", "unit_code", "subject_ref")
        told = {name: self.data.get(name, "") for name in ("role", *places)}
        return told == {"role": str(held.role), **{name: getattr(held, name) for name in places}}
