"""As whom a decree is signed; and the forms of the decrees that ask little besides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.sanctions.operations import Answer, Signing
from netra.web.forms.case_fields import LineField, StoryField
from netra.web.forms.sanctions import ActForm, RemedyForm, day


def signer_title_field() -> LineField:
    """The title of whoever signs; empty it is the one of the register."""
    return LineField(
        label=_("Jabatan penanda tangan"),
        required=False,
        help_text=_(
            "Kosongkan bila pejabat menurut daftar yang menandatangani. Isi bila lain, misalnya Plt. atau Plh."
        ),
    )


def signer_name_field() -> LineField:
    """Who signs under a title that is not the one of the register."""
    return LineField(
        label=_("Nama penanda tangan"),
        required=False,
        help_text=_("Hanya bila jabatannya lain daripada daftar: nama yang berdiri di bawah jabatan itu."),
    )


def signer_basis_field() -> LineField:
    """On which paper a title rests that is not the one of the register."""
    return LineField(
        label=_("Dasar jabatan itu"),
        required=False,
        help_text=_(
            "Hanya bila jabatannya lain daripada daftar, misalnya Plt., Plh., Pj., atau Pjs.: nomor dan tanggal surat "
            "penunjukannya. Keduanya tersimpan pada keputusan."
        ),
    )


class SigningForm(forms.Form):
    """Adds to a form as whom its decree is signed."""

    signer_title = signer_title_field()
    signer_name = signer_name_field()
    signer_basis = signer_basis_field()

    def signing(self) -> Signing:
        """As the operations take it."""
        typed = self.cleaned_data
        return Signing(typed["signer_title"], typed["signer_name"], typed["signer_basis"])


class ReleaseForm(SigningForm, ActForm):
    """Why somebody is released from duty, and by whom."""

    field_order = ("reason",)

    reason = StoryField(label=_("Alasan"))

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "signing": self.signing()}


class LateFilingForm(SigningForm, ActForm):
    """When an objection came in that is too late, and who says so."""

    field_order = ("filed_date",)

    filed_date = day(
        _("Tanggal diajukan"), _("Setelah batas waktu di atas; keberatan yang datang dalam batas itu harus diterima.")
    )

    def arguments(self) -> dict[str, Any]:
        return {"filed_date": self.cleaned_data["filed_date"], "signing": self.signing()}


class ObjectionAnswerForm(SigningForm, RemedyForm):
    """What was decided on an objection, and by whom."""

    ANSWER = ("outcome", "sanction_after", "decided_date", "reason")
    field_order = ANSWER

    def arguments(self) -> dict[str, Any]:
        answer = Answer(**{name: self.cleaned_data[name] for name in self.ANSWER})
        return {"answer": answer, "signing": self.signing()}


class StopForm(SigningForm, ActForm):
    """Not proven: why, and who signs."""

    field_order = ("reason",)

    reason = StoryField(label=_("Alasan"), help_text=_("Ditulis dalam keputusan yang membersihkan nama terlapor."))
    signer_title = LineField(label=_("Jabatan penanda tangan"))

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "signing": self.signing()}
