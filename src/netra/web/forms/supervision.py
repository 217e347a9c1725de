"""Forms of supervision: a plan, who is sent, what was seen, the questions by which one looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.supervision.entries import AnswerEntry, ChecklistEntry, File, ObservationEntry, VisitEntry
from netra.supervision.states import ANSWER_LABELS, Subject, result_choices, subject_choices
from netra.web.forms.case_fields import LineField, StoryField, reason_field
from netra.web.forms.intake import ManyFilesInput
from netra.web.forms.meetings import lines_of
from netra.web.forms.widgets import DayInput, TimeInput
from netra.web.words import translated, translated_choices

if TYPE_CHECKING:
    from netra.registry.models import Agency

# Proposed where an agency has no checklist yet; it writes its own. Stored with the checklist, so in Indonesian.
_FIRST: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.OFFICE: (
            "Ada alat peraga, stiker, atau kalender calon di kantor?",
            "Ada ajakan atau arahan memilih pada apel, rapat, atau grup kedinasan?",
            "Ada pegawai yang memakai atribut calon atau partai?",
        ),
        Subject.SOCIAL_MEDIA: (
            "Ada unggahan akun resmi yang memuat calon, nomor urut, atau slogannya?",
            "Ada tanda suka, komentar, atau bagikan dari akun resmi pada unggahan calon?",
        ),
        Subject.FACILITY: (
            "Ada kendaraan dinas pada kegiatan calon atau partai?",
            "Ada gedung, tenda, kursi, atau pengeras suara milik negara yang dipakai untuk kampanye?",
        ),
        Subject.EVENT: (
            "Ada pegawai berseragam atau beratribut pada kegiatan calon?",
            "Ada pejabat yang hadir, memberi sambutan, atau mengajak memilih?",
        ),
        Subject.TRANSFER: (
            "Ada penggantian pejabat menjelang penetapan calon tanpa persetujuan tertulis?",
            "Ada mutasi yang dikaitkan dengan dukungan kepada calon?",
        ),
    }
)


def first_questions(subject: Subject) -> Sequence[str]:
    """What a first checklist may ask."""
    return _FIRST[subject]


class ManyProofsField(forms.FileField):
    """Several files at once, or none."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        sent = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(ManyProofsField, self).clean(each, initial) for each in sent]


def _offer(form: forms.Form, planners: Iterable[Agency]) -> None:
    field = cast(forms.ChoiceField, form.fields["agency_code"])
    field.choices = [(each.code, each.name_then) for each in planners]


class VisitForm(forms.Form):
    """Who watches whom, when, and why."""

    agency_code = forms.ChoiceField(label=_("Instansi yang mengawasi"))
    target_code = forms.ChoiceField(label=_("Instansi yang diawasi"))
    unit_code = LineField(
        label=_("Kode unit kerja"), max_length=60, required=False, help_text=_("Kosongkan untuk seluruh instansi.")
    )
    subject = forms.ChoiceField(label=_("Yang diawasi"), choices=translated_choices(subject_choices))
    planned_date = forms.DateField(label=_("Hari"), widget=DayInput())
    reasons = StoryField(
        label=_("Alasan"),
        rows=5,
        help_text=_("Satu alasan pada satu baris: keadaan dan waktunya, bukan penilaian tentang orang."),
    )
    follows_ref = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(
        self, *arguments: Any, planners: Iterable[Agency], targets: Iterable[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        _offer(self, planners)
        cast(forms.ChoiceField, self.fields["target_code"]).choices = list(targets)

    def entry(self) -> VisitEntry:
        """The plan that was typed, for a form that is valid."""
        told = self.cleaned_data
        return VisitEntry(**{**told, "reasons": lines_of(told["reasons"])})


class AssignForm(forms.Form):
    """Who is sent."""

    people = StoryField(
        label=_("Petugas"), rows=4, help_text=_("Satu petugas pada satu baris: nama, lalu koma, lalu jabatannya.")
    )

    def officers(self) -> list[str]:
        """The lines that were typed, for a form that is valid."""
        return lines_of(self.cleaned_data["people"])


class CancelVisitForm(forms.Form):
    """Why it does not take place."""

    reason = reason_field()


class ChecklistForm(forms.Form):
    """The next version of the questions."""

    agency_code = forms.ChoiceField(label=_("Instansi"))
    subject = forms.ChoiceField(label=_("Yang diawasi"), choices=translated_choices(subject_choices))
    questions = StoryField(
        label=_("Pertanyaan"),
        rows=8,
        help_text=_("Satu pertanyaan pada satu baris, tentang yang seharusnya tidak ada: “ada” berarti terlihat."),
    )

    def __init__(self, *arguments: Any, planners: Iterable[Agency], **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer(self, planners)

    def entry(self) -> ChecklistEntry:
        """The questions that were typed, for a form that is valid."""
        told = self.cleaned_data
        return ChecklistEntry(told["agency_code"], told["subject"], lines_of(told["questions"]))


class ObservationForm(forms.Form):
    """Day, place, one answer for each question, what it came to, evidence."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    observed_date = forms.DateField(label=_("Hari pengamatan"), widget=DayInput())
    observed_time = forms.TimeField(label=_("Pukul"), widget=TimeInput())
    place = LineField(label=_("Tempat"), max_length=300)
    summary = StoryField(
        label=_("Yang terlihat"),
        rows=5,
        help_text=_(
            "Tanpa nama orang; siapa yang diduga dicatat pada perkaranya. Tuliskan juga bila tidak ada apa-apa."
        ),
    )
    result = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect, choices=translated_choices(result_choices))
    proofs = ManyProofsField(
        label=_("Bukti"), required=False, max_length=200, help_text=_("Paling banyak lima berkas.")
    )

    def __init__(self, *arguments: Any, questions: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._questions = questions
        choices = [(code.value, translated(label)) for code, label in ANSWER_LABELS.items()]
        for number, question in enumerate(questions):
            self.fields[f"answer_{number}"] = forms.ChoiceField(
                label=question, widget=forms.RadioSelect, choices=choices
            )
            self.fields[f"note_{number}"] = LineField(
                label=_("Keterangan nomor %(number)d") % {"number": number + 1}, max_length=300, required=False
            )

    def question_list(self) -> list[list[forms.BoundField]]:
        """For each question its answer and its note, for the page."""
        return [[self[f"answer_{number}"], self[f"note_{number}"]] for number in range(len(self._questions))]

    def entry(self) -> ObservationEntry:
        """What was typed, for a form that is valid."""
        told = self.cleaned_data
        return ObservationEntry(
            version=told["version"],
            observed_date=told["observed_date"],
            observed_time=told["observed_time"],
            place=told["place"],
            answers=[
                AnswerEntry(told[f"answer_{number}"], told[f"note_{number}"]) for number in range(len(self._questions))
            ],
            summary=told["summary"],
            result=told["result"],
            proofs=[File(each.read(), each.name or "") for each in told["proofs"]],
        )
