"""Forms of the supervisor's own work: study, clarification, plenary, and how a case ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.cases.operations import Invitation
from netra.cases.states import CaseState
from netra.law.local_time import moment_at
from netra.web.forms.case_fields import LineField, StoryField, hour_label, reason_field
from netra.web.forms.widgets import DayInput


class NothingForm(forms.Form):
    """An act that needs no further word."""


class ReasonForm(forms.Form):
    """An act that needs a reason."""

    reason = reason_field(_("Alasan tersimpan pada perkara."))


class RecuseForm(forms.Form):
    """Who no longer handles the case, and why."""

    username = LineField(
        label=_("Nama pengguna"), required=False, max_length=60, help_text=_("Kosongkan bila Anda sendiri yang mundur.")
    )
    reason = reason_field(_("Calon, kerabat, terlapor, atau kepentingan lain. Alasan tidak masuk jejak."))


class StudyForm(forms.Form):
    """Kajian: what was found, how it is read, what is proposed."""

    facts = StoryField(label=_("Fakta"), rows=8, help_text=_("Yang terungkap dari bukti dan klarifikasi."))
    analysis = StoryField(label=_("Analisis"), rows=8, help_text=_("Mengapa fakta itu memenuhi, atau tidak, unsurnya."))
    proposal = StoryField(label=_("Usulan kepada pleno"), rows=3)
    unheard_reason = StoryField(label=_("Tetap selesaikan: alasannya"), rows=2, required=False)

    def __init__(self, *args: Any, awaited: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        if awaited:
            self.fields["unheard_reason"].help_text = _("Belum didengar: %(awaited)s. Kajian memuat alasan ini.") % {
                "awaited": "; ".join(awaited)
            }
        else:
            del self.fields["unheard_reason"]


class InvitationForm(forms.Form):
    """Whom to invite, when and where."""

    invitee = forms.ChoiceField(
        label=_("Yang diundang"),
        widget=forms.RadioSelect,
        choices=[
            ("ACCUSED", _("Terlapor")),
            ("REPORTER", _("Pelapor")),
            ("WITNESS", _("Saksi")),
            ("EXPERT", _("Ahli")),
        ],
        help_text=_("Pelapor diundang tanpa nama; ia membaca undangan lewat kodenya."),
    )
    party = forms.TypedChoiceField(label=_("Terlapor yang mana"), required=False, coerce=int, empty_value=None)
    name = LineField(
        label=_("Nama saksi atau ahli"), required=False, help_text=_("Kosongkan bagi terlapor dan pelapor.")
    )
    day = forms.DateField(label=_("Hari"), widget=DayInput())
    time = forms.TimeField(label=_("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = LineField(label=_("Tempat"))

    def __init__(self, *args: Any, parties: Sequence[tuple[int, str]], region_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._region_code = region_code
        self.fields["time"].label = hour_label(region_code)
        self.fields["party"].choices = [("", _("Pilih")), *parties]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        invitee = given.get("invitee")
        if invitee == "ACCUSED" and given.get("party") is None:
            self.add_error("party", gettext("Pilih terlapor yang diundang."))
        if invitee in {"WITNESS", "EXPERT"} and not given.get("name"):
            self.add_error("name", gettext("Tulis siapa yang diundang."))
        return given

    def invitation(self) -> Invitation:
        """The invitation, for a form that is valid; a reporter never has a name here."""
        given = self.cleaned_data
        invitee = given["invitee"]
        moment = moment_at(self._region_code, given["day"], given["time"])
        return Invitation(
            invitee=invitee,
            meeting_at=moment,
            place=given["place"],
            party=given["party"] if invitee == "ACCUSED" else None,
            name=given["name"] if invitee in {"WITNESS", "EXPERT"} else "",
        )


class StatementForm(forms.Form):
    """What was said, or that nobody came."""

    attended = forms.TypedChoiceField(
        label=_("Kehadiran"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Hadir")), ("no", _("Tidak hadir"))],
        coerce=lambda value: value == "yes",
    )
    statement = StoryField(label=_("Keterangan"), required=False, rows=8)


class AddresseeForm(forms.Form):
    """To whom a case is referred that goes past the body which oversees: the plenary named him."""

    addressee = forms.CharField(
        label=_("Pejabat yang ditetapkan pleno"),
        max_length=200,
        help_text=_("Jabatannya seperti pada surat. Bukan instansi yang atasannya dilaporkan."),
    )


class MeetingForm(forms.Form):
    """When the plenary met, how many were there, and why it decided so."""

    held_date = forms.DateField(label=_("Tanggal pleno"), widget=DayInput())
    members = forms.IntegerField(label=_("Jumlah anggota yang hadir"), min_value=1, max_value=20)
    reason = reason_field()


class PlenaryForm(MeetingForm):
    """What the plenary decided, and why."""

    outcome = forms.ChoiceField(
        label=_("Putusan"),
        widget=forms.RadioSelect,
        choices=[
            (CaseState.TO_REFER.value, _("Diteruskan")),
            (CaseState.NOT_PROVEN.value, _("Tidak terbukti: perkara berakhir dan disegel")),
            (CaseState.STUDY.value, _("Kembali dikaji")),
        ],
    )
    held_time = forms.TimeField(
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_(
            "Jam putusan diambil. Dugaan tindak pidana pemilihan diteruskan dalam 24 jam sejak itu (UU 1/2015 Pasal "
            "135 ayat (2)); tanpa jamnya hanya harinya yang diketahui."
        ),
    )
    field_order = ("outcome", "held_date", "held_time", "members", "reason")

    def __init__(self, *args: Any, state: str, region_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_time"].label = hour_label(region_code)
        # What was sent is for the operation to answer: the plenary may have decided meanwhile.
        if not self.is_bound and state == CaseState.TO_REFER:
            outcome = self.fields["outcome"]
            outcome.choices = [each for each in outcome.choices if each[0] == CaseState.NOT_PROVEN]  # type: ignore[attr-defined]
