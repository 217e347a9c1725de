"""Forms of the room `prevention`: an instrument and its target, its questions, a list of those present, a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.prevention.attendance_sheet import present_in_file, present_in_text
from netra.prevention.entries import InstrumentEntry, Original, Present, QuestionEntry, TargetLine
from netra.prevention.personal_links import DIGITS
from netra.prevention.states import InstrumentKind, instrument_kind_choices
from netra.registry.states import employment_choices, position_choices
from netra.web.forms.case_fields import LineField, StoryField
from netra.web.forms.registry_agencies import listed
from netra.web.forms.rows import RowsForm
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices

if TYPE_CHECKING:
    from netra.prevention.models import BankItem
    from netra.registry.models import Agency

CHOICES = 4
# A question and the place of the choice, as the page names them.
_ANSWERED, _PLACE = re.compile(r"question_([0-9]{1,4})"), re.compile(r"[0-9]{1,2}")
ONE_LIST = _("Unggah daftar hadirnya, atau tuliskan NIP-nya; salah satu saja.")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class AudienceForm(RowsForm):
    """Which agency tells or holds something, and the lines of whom it is for."""

    typed: ClassVar[tuple[str, ...]] = ("agency_code", "unit_code")
    first_rows: ClassVar[int] = 1

    agency_code = forms.ChoiceField(label=_("Instansi yang menyebarkan"))

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["agency_code"])
        field.choices = [(each.code, each.name_then) for each in agencies]

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        return {
            "agency_code_of": LineField(
                label=_("Kode instansi sasaran"),
                required=False,
                max_length=60,
                widget=listed("instansi"),
                help_text=_("Kosong berarti instansi yang menyebarkan."),
            ),
            "unit_code": LineField(
                label=_("Kode unit"),
                required=False,
                max_length=60,
                widget=listed("unit"),
                help_text=_("Kosong berarti semua unit; sebuah unit mencakup semua di bawahnya."),
            ),
            "employment": forms.ChoiceField(
                label=_("Jenis pegawai"),
                choices=translated_choices(employment_choices, ("", _("Semua"))),
                required=False,
            ),
            "position": forms.ChoiceField(
                label=_("Jenjang jabatan"),
                choices=translated_choices(position_choices, ("", _("Semua"))),
                required=False,
            ),
        }

    def targets(self) -> list[TargetLine]:
        """Every row, the first also when nothing was typed: then everybody of the agency is meant."""
        told = self.cleaned_data
        lines = [
            TargetLine(
                agency_code=told[f"agency_code_of_{number}"] or told["agency_code"],
                unit_code=told[f"unit_code_{number}"],
                employment=told[f"employment_{number}"],
                position=told[f"position_{number}"],
            )
            for number in range(self.count)
        ]
        everybody = TargetLine(told["agency_code"])
        return [line for line in lines if line != everybody] or [everybody]


class InstrumentForm(AudienceForm):
    """What is told, by whom, from when, and the lines of its target."""

    kind = forms.ChoiceField(label=_("Jenis surat"), choices=translated_choices(instrument_kind_choices))
    subject = LineField(label=_("Perihal"), max_length=300)
    points = StoryField(label=_("Isi"), rows=6, help_text=_("Satu pokok pada satu baris; tercetak bernomor."))
    legal_basis = StoryField(
        label=_("Dasar hukum"), rows=3, required=False, help_text=_("Satu peraturan pada satu baris, dengan pasalnya.")
    )
    valid_from = forms.DateField(label=_("Berlaku mulai"), widget=DayInput())
    valid_until = forms.DateField(
        label=_("Berlaku sampai sebelum"),
        required=False,
        widget=DayInput(),
        help_text=_("Kosongkan bila berlaku sampai dicabut."),
    )
    issuer = LineField(
        label=_("Ditandatangani oleh instansi lain"),
        required=False,
        help_text=_("Isi empat kolom ini hanya bila suratnya sudah bertanda tangan di luar Netra."),
    )
    number = LineField(label=_("Nomor surat aslinya"), required=False)
    letter_date = forms.DateField(label=_("Tanggal surat aslinya"), required=False, widget=DayInput())
    original = forms.FileField(label=_("Pindaian surat aslinya"), required=False, max_length=200)

    def __init__(self, *arguments: Any, has_original: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._has_original = has_original

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        parts = [bool(told.get(name)) for name in ("number", "letter_date", "original")]
        if any(parts) and not all(parts) and not self._has_original:
            raise forms.ValidationError(
                gettext("Untuk surat yang sudah ditandatangani, isi nomor, tanggal, dan unggah pindaiannya.")
            )
        return told

    def entry(self, questions: Iterable[QuestionEntry] = (), asked: int = 0) -> InstrumentEntry:
        """The instrument that was typed, for a form that is valid."""
        told = self.cleaned_data
        file = told["original"]
        original = Original(told["number"], told["letter_date"], file.read(), file.name or "") if file else None
        return InstrumentEntry(
            kind=InstrumentKind(told["kind"]),
            agency_code=told["agency_code"],
            subject=told["subject"],
            points=_lines(told["points"]),
            legal_basis=_lines(told["legal_basis"]),
            valid_from=told["valid_from"],
            valid_until=told["valid_until"],
            issuer=told["issuer"],
            targets=self.targets(),
            questions=tuple(questions),
            asked=asked,
            original=original,
        )


class QuestionsForm(RowsForm):
    """The bank of questions; each reader gets a few of them."""

    typed: ClassVar[tuple[str, ...]] = ("text", "explanation")
    first_rows: ClassVar[int] = 2

    asked = forms.IntegerField(
        label=_("Berapa pertanyaan untuk setiap pembaca"),
        min_value=0,
        max_value=3,
        help_text=_("1 sampai 3, diundi dari bank soal di bawah; 0 bila tidak ada soal."),
    )

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        choices = {
            f"choice_{place}": LineField(
                label=format_lazy(_("Pilihan {letter}"), letter="ABCD"[place]), required=place < 2, max_length=200
            )
            for place in range(CHOICES)
        }
        right = forms.ChoiceField(
            label=_("Jawaban yang benar"), choices=[(str(place), "ABCD"[place]) for place in range(CHOICES)]
        )
        return {
            "text": LineField(label=_("Pertanyaan"), max_length=400),
            **choices,
            "right": right,
            "explanation": LineField(
                label=_("Penjelasan"), max_length=600, help_text=_("Mengapa begitu, dengan pasalnya.")
            ),
        }

    def questions(self) -> list[QuestionEntry]:
        """The questions that were typed, for a form that is valid."""
        return [
            QuestionEntry(
                text=row["text"],
                choices=[row[f"choice_{place}"] for place in range(CHOICES) if row[f"choice_{place}"]],
                right=int(row["right"]),
                explanation=row["explanation"],
            )
            for row in self.filled_rows()
        ]


class WithdrawForm(forms.Form):
    """Why an instrument is withdrawn."""

    reason = StoryField(label=_("Alasan"), rows=3)


class PresentFields(forms.Form):
    """People whom the registry knows: a file with their NIP, or a list that is typed."""

    file = forms.FileField(
        label=_("Daftar hadir (CSV atau XLSX)"),
        required=False,
        max_length=200,
        help_text=_("Cukup satu kolom berjudul NIP, disimpan sebagai teks."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )
    text = StoryField(
        label=_("Atau tuliskan NIP-nya"), rows=5, required=False, help_text=_("Satu NIP pada satu baris.")
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("file") and told.get("text"):
            raise forms.ValidationError(ONE_LIST)
        return told

    def present(self) -> list[Present]:
        """Those of the file or of the list, for a form that is valid; nobody where neither was given."""
        told = self.cleaned_data
        if told["file"]:
            return present_in_file(told["file"].read())
        return present_in_text(told["text"]) if told["text"] else []


class SomePresentFields(PresentFields):
    """Who was there, where without anybody there is nothing to record."""

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if not (told.get("file") or told.get("text")):
            raise forms.ValidationError(ONE_LIST)
        return told


class AttendanceForm(SomePresentFields):
    """Who was present at a roll call, and on which day."""

    field_order = ("held_date", "file", "text", "proof")

    held_date = forms.DateField(label=_("Hari apel"), widget=DayInput())
    proof = forms.FileField(label=_("Foto apel"), required=False, max_length=200)


class DigitsForm(forms.Form):
    """What a reader knows and a stray link does not."""

    digits = forms.CharField(
        label=format_lazy(_("{count} angka terakhir NIP Anda"), count=DIGITS),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class NipForm(forms.Form):
    """Who stands at the roll call."""

    nip = forms.CharField(
        label=_("NIP Anda"),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class ReaderForm(DigitsForm):
    """The questions a reader got."""

    def __init__(self, *arguments: Any, questions: Iterable[BankItem], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["digits"].widget = forms.HiddenInput()
        self._ordinals = []
        for question in questions:
            self._ordinals.append(question.ordinal)
            self.fields[f"question_{question.ordinal}"] = forms.ChoiceField(
                label=question.text,
                choices=[(str(place), choice) for place, choice in enumerate(question.choices)],
                widget=forms.RadioSelect,
            )

    @staticmethod
    def chosen(sent: Mapping[str, str]) -> dict[int, int]:
        """What was sent, by ordinal of the question; whatever is no number is no answer."""
        found = ((_ANSWERED.fullmatch(name), _PLACE.fullmatch(sent[name])) for name in sent)
        return {int(question[1]): int(place[0]) for question, place in found if question and place}

    def choices(self) -> dict[int, int]:
        """What was chosen, by ordinal of the question, for a form that is valid."""
        return {ordinal: int(self.cleaned_data[f"question_{ordinal}"]) for ordinal in self._ordinals}
