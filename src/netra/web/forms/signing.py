"""As whom a paper is signed; and the forms of the papers that ask little besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.sanctions.operations import Answer, Handover, Signing
from netra.sanctions.states import Route
from netra.web.forms.case_fields import LineField, StoryField, hour_label
from netra.web.forms.sanctions import ActForm, RemedyForm, SummonsForm, day
from netra.web.forms.widgets import TimeInput

if TYPE_CHECKING:
    from netra.sanctions.models import DeliveryMiss


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
    """Who signs where title or holder is not the one of the register."""
    return LineField(
        label=_("Nama penanda tangan"),
        required=False,
        help_text=_("Hanya bila jabatan atau pejabatnya lain daripada daftar: nama yang berdiri di bawah jabatan itu."),
    )


def signer_basis_field() -> LineField:
    """On which paper it rests that title or holder is not the one of the register."""
    return LineField(
        label=_("Dasar jabatan itu"),
        required=False,
        help_text=_(
            "Hanya bila jabatan atau pejabatnya lain daripada daftar, misalnya Plt., Plh., Pj., atau Pjs.: nomor dan "
            "tanggal surat penunjukannya. Keduanya tersimpan pada perkara."
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


class CouncilSummonsForm(SigningForm, SummonsForm):
    """When and where the council hears, and who calls."""

    field_order = ("meeting_day", "meeting_time", "place")

    meeting_day = day(_("Hari sidang"))

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "signing": self.signing()}


class HandoverForm(SigningForm, ActForm):
    """How the person received the decision, and who signs the record."""

    HANDED = ("manner", "received_date", "time", "place", "deliverer", "meant_date", "sent_date")
    field_order = HANDED

    manner = forms.ChoiceField(label=_("Cara penyerahan"), widget=forms.RadioSelect)
    received_date = day(_("Tanggal diterima"), _("Awal hitungan mulai berlaku dan batas upaya administratif."))
    time = forms.TimeField(label=_("Pukul"), widget=TimeInput())
    place = LineField(label=_("Tempat penyerahan atau pengiriman"))
    deliverer = LineField(label=_("Yang menyerahkan"), required=False, help_text=_("Nama petugas, bila perlu."))
    meant_date = day(
        _("Tanggal yang ditentukan untuk penyerahan"),
        _("Wajib bila dikirim karena yang bersangkutan tidak hadir pada hari itu."),
        required=False,
    )
    sent_date = day(_("Tanggal dikirim"), _("Wajib bila dikirim karena tidak hadir."), required=False)

    def __init__(self, *args: Any, route: str, missed: DeliveryMiss | None, region_code: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["time"].label = hour_label(region_code)
        if missed is not None:
            # Both days were written down when they came.
            del self.fields["meant_date"], self.fields["sent_date"]
        waits_to_be_sent = missed is not None and missed.sent_date is None
        field = self.fields["manner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = [
            ("IN_PERSON", _("Diserahkan langsung kepada yang bersangkutan")),
            *([] if waits_to_be_sent else [("SENT", _("Dikirim, karena yang bersangkutan tidak hadir"))]),
            *([("OPEN_FORUM", _("Dinyatakan terbuka"))] if route == Route.ETHICS else []),
        ]

    def arguments(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in self.HANDED if name in self.cleaned_data}
        handover = Handover(**{**told, "time": f"{told['time']:%H.%M}"})
        return {"handover": handover, "signing": self.signing()}


class FilingForm(SigningForm, ActForm):
    """An objection or an appeal as it came in, and who signs the receipt."""

    field_order = ("filed_date", "grounds")

    filed_date = day(_("Tanggal diajukan"), _("Dibandingkan dengan batas waktu di atas."))
    grounds = StoryField(
        label=_("Alasan yang diajukan"), rows=6, help_text=_("Ringkasan alasan menurut yang mengajukan.")
    )

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {"filed_date": typed["filed_date"], "grounds": typed["grounds"], "signing": self.signing()}


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
