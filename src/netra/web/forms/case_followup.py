"""Forms of what comes after the study: allegations, recommendation, terms, causes, the answer of the accused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.cases.causes import CAUSES
from netra.cases.operations import Advice, Meeting, Reading
from netra.cases.operations.allegations import CATEGORIES
from netra.intake.uploads import NewFile
from netra.law.in_words import category_in_words, level_in_words
from netra.law.vocabulary import CATEGORY_OF, LEVELS_OF, Level
from netra.trust.links import LONGEST
from netra.web.doors import today
from netra.web.forms.case_fields import AgencyField, LineField, StoryField, reason_field
from netra.web.forms.intake import ManyFilesField
from netra.web.forms.widgets import DayInput
from netra.web.words import translated

FILES_AT_ONCE = 10
NOTE_LIMIT = 500
DROP = "DROP"


def level_choices() -> list[tuple[Any, Any]]:
    """No level, and the ladder, each level under the category that it answers."""
    return [("", _("Tanpa tingkat")), *fitting_levels()]


def fitting_levels() -> list[tuple[Any, Any]]:
    """The levels under the one category that each of them answers."""
    return [
        (
            translated(category_in_words(category)).capitalize(),
            [(each, translated(level_in_words(each))) for each in levels],
        )
        for category, levels in LEVELS_OF.items()
        if levels
    ]


def category_choices() -> list[tuple[str, str]]:
    return [(category, translated(category_in_words(category))) for category in CATEGORIES]


class EarlierDecisionForm(forms.Form):
    """Which discipline decision this breach repeats, where it does."""

    earlier_decision = LineField(
        label=_("Hukuman disiplin terdahulu"),
        required=False,
        help_text=_(
            "Hanya bila pelanggaran ini dilakukan setelah ia dihukum disiplin atas pelanggaran yang sifatnya sama: "
            "nomor dan tanggal keputusan itu. Jangan menulis nama orang."
        ),
    )


class ConfirmForm(EarlierDecisionForm):
    """An officer agrees, and says why."""

    reason = reason_field(_("Tulis fakta yang memenuhi unsurnya, dan bila «perlu ditinjau» dasar pilihan Anda."))


class ChangeForm(EarlierDecisionForm):
    """An officer reads the law otherwise, or drops the allegation."""

    category = forms.ChoiceField(
        label=_("Menurut Anda ini"),
        choices=lambda: [*category_choices(), (DROP, _("Dugaan tidak dilanjutkan"))],
    )
    level_floor = forms.ChoiceField(label=_("Batas bawah"), choices=level_choices, required=False)
    level_ceiling = forms.ChoiceField(label=_("Batas atas"), choices=level_choices, required=False)
    held_date = forms.DateField(
        label=_("Tanggal pleno"),
        required=False,
        widget=DayInput(),
        help_text=_("Bila dugaan dihentikan, atau menjadi bukan urusan instansi: rapat pleno yang memutuskannya."),
    )
    members = forms.IntegerField(label=_("Jumlah anggota yang hadir"), required=False, min_value=1, max_value=20)
    reason = reason_field(_("Sebutkan pasal dan fakta yang mendasarinya."))
    field_order = ("category", "level_floor", "level_ceiling", "earlier_decision", "held_date", "members", "reason")

    def __init__(self, *args: Any, for_plenary: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not for_plenary:
            del self.fields["held_date"], self.fields["members"]

    def meeting(self) -> Meeting | None:
        """The meeting, where the plenary takes back what it sent on; None where none was told whole."""
        held, members = self.cleaned_data.get("held_date"), self.cleaned_data.get("members")
        return Meeting(held, members) if held and members else None

    def reading(self) -> Reading | None:
        """The officer's own reading; None drops the allegation."""
        given = self.cleaned_data
        if given["category"] == DROP:
            return None
        return Reading(given["category"], given["level_floor"], given["level_ceiling"])


class AdviceForm(forms.Form):
    """What the oversight body recommends for one accused."""

    party = forms.TypedChoiceField(label=_("Terlapor"), coerce=int)
    level = forms.ChoiceField(
        label=_("Yang direkomendasikan"),
        choices=lambda: [("", _("Pilih")), *fitting_levels()],
        help_text=_("Setiap tingkat di bawah pelanggaran yang dijawabnya; pelanggarannya mengikuti pilihan ini."),
    )
    basis = StoryField(label=_("Dasar hukum"), rows=3, help_text=_("Contoh: PP 94/2021 Pasal 14 huruf i"))
    reason = reason_field()
    follow_up_days = forms.IntegerField(
        label=_("Jangka waktu tindak lanjut"),
        min_value=1,
        max_value=365,
        help_text=_("Undang-undang tidak menyebut jumlah hari; surat rekomendasi ini yang menyebutnya."),
    )
    follow_up_unit = forms.ChoiceField(
        label=_("Dihitung dalam"), choices=[("WORKING_DAY", _("hari kerja")), ("CALENDAR_DAY", _("hari kalender"))]
    )
    agency_code = AgencyField(
        label=_("Instansi penerima"),
        required=False,
        help_text=_(
            "Kosongkan untuk instansi terlapor yang tercatat; bila perkara ini melewati instansi itu, pilih yang lain."
        ),
    )

    def __init__(self, *args: Any, parties: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = list(parties)  # type: ignore[attr-defined]

    def advice(self) -> Advice:
        """The recommendation, for a form that is valid."""
        given = self.cleaned_data
        return Advice(**given, category=CATEGORY_OF[Level(given["level"])])


class TermChangeForm(forms.Form):
    """Why a term is paused or runs again, and the document that allows it."""

    reason = reason_field()
    document = LineField(
        label=_("Dokumen dasar"), max_length=120, help_text=_("Nomor dan tanggal surat. Jangan menulis nama orang.")
    )


class ExtendForm(TermChangeForm):
    """A later due date."""

    due = forms.DateField(label=_("Jatuh tempo baru"), widget=DayInput())
    field_order = ("due", "reason", "document")


class CausesForm(forms.Form):
    """For each factor the evidence for it; empty means that this coder did not find it."""

    none_found = forms.BooleanField(label=_("Saya tidak menemukan satu faktor pun"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for cause in CAUSES:
            hint = f"{cause.origin}. " + gettext("Isi bukti untuk faktor ini, atau kosongkan bila tidak ada.")
            self.fields[cause.code] = StoryField(label=translated(cause.label), required=False, rows=2, help_text=hint)
        self.order_fields([*(cause.code for cause in CAUSES), "none_found"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        found = any(given.get(cause.code) for cause in CAUSES)
        if not found and not given.get("none_found"):
            raise forms.ValidationError(gettext("Isi bukti sekurangnya satu faktor, atau nyatakan tidak ada faktor."))
        if found and given.get("none_found"):
            raise forms.ValidationError(
                gettext("Anda mengisi bukti dan sekaligus menyatakan tidak ada faktor. Pilih salah satu.")
            )
        return given

    def causes(self) -> dict[str, str]:
        """Factor and evidence, for a form that is valid."""
        return {cause.code: self.cleaned_data[cause.code] for cause in CAUSES if self.cleaned_data[cause.code]}


class FilesForm(forms.Form):
    """Files for a case, as many as one sending may hold; whether each can be taken is said by the room."""

    evidence = ManyFilesField(label=_("Berkas pendukung"), required=False)

    def clean_evidence(self) -> list[Any]:
        files: list[Any] = self.cleaned_data["evidence"]
        if len(files) > FILES_AT_ONCE:
            raise forms.ValidationError(
                gettext("Paling banyak %(most)d berkas dalam satu kiriman.") % {"most": FILES_AT_ONCE}
            )
        return files

    def new_files(self) -> list[NewFile]:
        """The files as the room takes them, for a form that is valid."""
        return [NewFile(name=file.name or "", content=file) for file in self.cleaned_data["evidence"]]


class AnswerForm(FilesForm):
    """What the accused says, with files if there are any."""

    text = StoryField(
        label=_("Jawaban"),
        rows=10,
        help_text=_("Tulis apa yang terjadi menurut yang menjawab, dengan kata-katanya sendiri."),
    )
    advice = LineField(
        label=_("Nomor jawaban tertulis"),
        required=False,
        help_text=_("Bila bertanya sebelum bertindak dan mengikuti jawabannya: nomor suratnya. Boleh dikosongkan."),
    )
    field_order = ("text", "advice", "evidence")

    def said(self) -> dict[str, Any]:
        """What was said, as the room takes it, for a form that is valid."""
        return {"text": self.cleaned_data["text"], "advice": self.cleaned_data["advice"], "files": self.new_files()}


class CiteAdviceForm(forms.Form):
    """Which answer, and why it is about what this person did."""

    number = LineField(
        label=_("Nomor jawaban tertulis"),
        help_text=_("Nomor jawaban meja nasihat, atau sebutan konsultasi instansi Anda yang diawali KSL."),
    )
    note = StoryField(
        label=_("Mengapa menyangkut perbuatan ini"),
        rows=4,
        help_text=_("Faktanya sama dengan yang ditanyakan, syaratnya dipenuhi, dan jawabannya diikuti."),
    )


class EvidenceForm(FilesForm):
    """Files that an officer found or was given, with one line on what they are."""

    note = LineField(
        label=_("Keterangan"),
        required=False,
        max_length=NOTE_LIMIT,
        help_text=_("Apa yang terlihat dan kapan didapat. Jangan menyebut pelapor atau saksi."),
    )
    field_order = ("evidence", "note")

    def __init__(self, *args: Any, limit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        files = self.fields["evidence"]
        files.label = _("Berkas bukti")
        files.required = True
        files.help_text = gettext("Satu berkas paling besar %(limit)s, paling banyak %(most)d berkas sekali kirim.") % {
            "limit": limit,
            "most": FILES_AT_ONCE,
        }

    def clean_evidence(self) -> list[Any]:
        files = super().clean_evidence()
        if not files:
            raise forms.ValidationError(gettext("Belum ada berkas. Pilih sekurangnya satu berkas bukti."))
        return files


class ReleaseForm(forms.Form):
    """Which files of the report the agency of the accused may read from now on."""

    released = forms.MultipleChoiceField(
        label=_("Berkas yang boleh dibaca instansi terlapor"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tidak dapat ditarik kembali. Jangan memilih berkas yang dapat menunjukkan siapa pelapor."),
    )

    agencies = forms.MultipleChoiceField(
        label=_("Dibuka bagi"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hanya instansi yang memerlukannya untuk menangani pegawainya sendiri."),
    )

    def __init__(
        self, *args: Any, evidence: Sequence[tuple[str, str]], agencies: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["released"].choices = list(evidence)  # type: ignore[attr-defined]
        self.fields["agencies"].choices = list(agencies)  # type: ignore[attr-defined]
        if len(agencies) == 1:
            self.fields["agencies"].initial = [code for code, _name in agencies]


class LinkForm(forms.Form):
    """Until when a personal link works, and which evidence the accused may see there."""

    until = forms.DateField(
        label=_("Berlaku sampai dan termasuk"), widget=DayInput(), help_text=_("Sesudah hari itu tautan tidak terbuka.")
    )
    shown = forms.MultipleChoiceField(
        label=_("Bukti yang boleh dilihat terlapor"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Jangan memilih bukti yang dapat menunjukkan siapa pelapor atau saksinya."),
    )

    def __init__(self, *args: Any, evidence: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown"].choices = list(evidence)  # type: ignore[attr-defined]
        if not evidence:
            del self.fields["shown"]

    def clean_until(self) -> date:
        """A day within the longest time a link may work; later ones are a slip of the keyboard."""
        until: date = self.cleaned_data["until"]
        if until > today() + LONGEST - timedelta(days=1):
            raise forms.ValidationError(
                gettext("Tautan paling lama berlaku %(days)d hari. Periksa tahunnya.") % {"days": LONGEST.days}
            )
        return until
