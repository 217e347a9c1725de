"""Forms of an outreach: its plan, its test, who was there, its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from netra.prevention.meeting_entries import File
from netra.prevention.outreach_entries import OutreachEntry, RuleQuestion, SpeakerEntry
from netra.prevention.outreach_states import MOST_TESTED, FileKind, file_kind_choices
from netra.web.forms.case_fields import LineField, StoryField, reason_field
from netra.web.forms.meetings import file_of, lines_of
from netra.web.forms.prevention import AudienceForm, QuestionsForm, SomePresentFields
from netra.web.forms.widgets import DayInput, TimeInput
from netra.web.words import translated_choices

if TYPE_CHECKING:
    from netra.prevention.article_choices import Article


class OutreachForm(AudienceForm):
    """The plan of an outreach; its rows are the lines of whom it is for."""

    title = LineField(label=_("Judul sosialisasi"), max_length=300)
    planned_date = forms.DateField(label=_("Hari"), widget=DayInput())
    start_time = forms.TimeField(
        label=_("Pukul"), required=False, widget=TimeInput(), help_text=_("Kosongkan bila jamnya tidak diketahui.")
    )
    place = LineField(label=_("Tempat"), max_length=300)
    aims = StoryField(
        label=_("Tujuan"), rows=3, help_text=_("Apa yang harus dipahami peserta; satu tujuan pada satu baris.")
    )
    speakers = StoryField(
        label=_("Narasumber"),
        rows=3,
        required=False,
        help_text=_("Satu orang pada satu baris: nama; jabatan; instansi. Instansinya boleh instansi lain."),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["agency_code"].label = _("Instansi yang mengadakan")

    def entry(self) -> OutreachEntry:
        """The plan that was typed, for a form that is valid."""
        told = self.cleaned_data
        return OutreachEntry(
            agency_code=told["agency_code"],
            title=told["title"],
            place=told["place"],
            planned_date=told["planned_date"],
            start_time=told["start_time"],
            aims=lines_of(told["aims"]),
            targets=self.targets(),
            speakers=[_speaker(line) for line in lines_of(told["speakers"])],
        )


def _speaker(line: str) -> SpeakerEntry:
    name, _mark, rest = line.partition(";")
    office, _mark, body = rest.partition(";")
    return SpeakerEntry(name.strip(), office.strip(), body.strip())


class PostponeForm(forms.Form):
    """To which day an outreach is moved, and why."""

    to_date = forms.DateField(label=_("Hari yang baru"), widget=DayInput())
    reason = reason_field()


class OutreachTestForm(QuestionsForm):
    """The bank of an outreach; each question names a rule of the law of that day."""

    typed: ClassVar[tuple[str, ...]] = ("text", "explanation")

    asked = forms.IntegerField(
        label=_("Berapa pertanyaan untuk setiap peserta"),
        min_value=0,
        max_value=MOST_TESTED,
        help_text=format_lazy(
            _("1 sampai {most}, diundi dari bank soal di bawah; sama sebelum dan sesudah."), most=MOST_TESTED
        ),
    )

    def __init__(self, *arguments: Any, articles: Mapping[str, Article], **options: Any) -> None:
        self._articles = articles
        super().__init__(*arguments, **options)

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        offered = [(code, f"{each.label} ({each.citation})") for code, each in self._articles.items()]
        rule = forms.ChoiceField(
            label=_("Aturan yang ditanyakan"),
            choices=[("", _("Pilih aturannya")), *offered],
            help_text=_("Pasalnya diambil dari data hukum yang berlaku pada hari sosialisasi."),
        )
        return {**super().row_fields(number), "rule": rule}

    def items(self) -> list[RuleQuestion]:
        """The questions that were typed with their rules, for a form that is valid."""
        rules = [row["rule"] for row in self.filled_rows()]
        return [RuleQuestion(question, rule) for question, rule in zip(self.questions(), rules, strict=True)]


class OutreachAttendanceForm(SomePresentFields):
    """Who was there."""

    proof = forms.FileField(label=_("Foto daftar bertanda tangan"), required=False, max_length=200)


class OutreachFileForm(forms.Form):
    """A material, or a photo."""

    kind = forms.ChoiceField(label=_("Jenis berkas"), choices=translated_choices(file_kind_choices))
    title = LineField(label=_("Judul berkas"), max_length=200)
    file = forms.FileField(label=_("Berkas"), max_length=200)

    def told(self) -> tuple[FileKind, str, File]:
        """Kind, title and content, for a form that is valid."""
        given = self.cleaned_data
        return FileKind(given["kind"]), given["title"], cast(File, file_of(given["file"]))


def initial_of(entry: OutreachEntry) -> dict[str, object]:
    """A plan as its form shows it."""
    told: dict[str, object] = {
        "agency_code": entry.agency_code,
        "title": entry.title,
        "planned_date": entry.planned_date,
        "start_time": entry.start_time,
        "place": entry.place,
        "aims": "\n".join(entry.aims),
        "speakers": "\n".join("; ".join(filter(None, (each.name, each.office, each.body))) for each in entry.speakers),
        "rows": max(1, len(entry.targets)),
    }
    for number, line in enumerate(entry.targets):
        told |= {
            f"agency_code_of_{number}": line.agency_code,
            f"unit_code_{number}": line.unit_code,
            f"employment_{number}": line.employment,
            f"position_{number}": line.position,
        }
    return told


def initial_test(items: Iterable[RuleQuestion], asked: int) -> dict[str, object]:
    """A bank as its form shows it."""
    bank = list(items)
    told: dict[str, object] = {"asked": asked or min(len(bank), MOST_TESTED) or 1, "rows": max(2, len(bank))}
    for number, each in enumerate(bank):
        told |= {
            f"text_{number}": each.question.text,
            f"right_{number}": str(each.question.right),
            f"explanation_{number}": each.question.explanation,
            f"rule_{number}": each.rule,
        }
        told |= {f"choice_{place}_{number}": choice for place, choice in enumerate(each.question.choices)}
    return told
