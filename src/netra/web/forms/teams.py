"""Forms of rows: members of an examination team or an ethics council, questions and answers of an examination."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.registry.states import position_choices
from netra.sanctions.operations import Hearing, NewMember
from netra.web.forms.case_fields import LineField, StoryField
from netra.web.forms.rows import RowsForm
from netra.web.forms.sanctions import ActForm, day
from netra.web.forms.signing import SigningForm
from netra.web.words import translated_choices

GRADES = [*(f"{roman}/{letter}" for roman in ("I", "II", "III", "IV") for letter in "abcd"), "IV/e"]

# With what the first rows begin: who must sit in every council and in every team.
ROLES = ("CHAIR", "SECRETARY")
ELEMENTS = ("DIRECT_SUPERIOR", "PERSONNEL", "OVERSIGHT")


def role_choices() -> list[tuple[str, Any]]:
    return [("CHAIR", _("Ketua")), ("SECRETARY", _("Sekretaris")), ("MEMBER", _("Anggota"))]


def element_choices() -> list[tuple[str, Any]]:
    return [
        ("DIRECT_SUPERIOR", _("Atasan langsung")),
        ("HIGHER_SUPERIOR", _("Atasan yang lebih tinggi")),
        ("OVERSIGHT", _("Pengawasan")),
        ("PERSONNEL", _("Kepegawaian")),
        ("OTHER", _("Pejabat lain yang ditunjuk")),
    ]


def grade_choices() -> list[tuple[str, Any]]:
    return [("", _("belum diketahui")), *((grade, grade) for grade in GRADES)]


class CouncilForm(SigningForm, RowsForm):
    """The members of an ethics council, and who forms it."""

    typed: ClassVar[tuple[str, ...]] = ("name",)

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        role = ROLES[number] if number < len(ROLES) else "MEMBER"
        return {
            "name": LineField(label=_("Nama")),
            "role": forms.ChoiceField(label=_("Kedudukan"), choices=role_choices, initial=role),
            "position": forms.ChoiceField(
                label=_("Jabatan"), choices=translated_choices(position_choices), initial="UNKNOWN"
            ),
            "grade": forms.ChoiceField(label=_("Golongan ruang"), choices=grade_choices, required=False),
            "nip": LineField(label=_("NIP"), required=False, help_text=_("Untuk lampiran keputusan; boleh kosong.")),
        }

    def arguments(self) -> dict[str, Any]:
        members = tuple(NewMember(**{"element": "OTHER", **row}) for row in self.filled_rows())
        return {"members": members, "signing": self.signing()}


class TeamForm(CouncilForm):
    """The members of an examination team, each with the part of the office he stands for."""

    first_rows: ClassVar[int] = 4

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        fields = super().row_fields(number)
        first = ELEMENTS[number] if number < len(ELEMENTS) else "OTHER"
        element = forms.ChoiceField(label=_("Unsur"), choices=element_choices, initial=first)
        return {"name": fields.pop("name"), "role": fields.pop("role"), "element": element, **fields}


class SeatForm(SigningForm, ActForm):
    """Whose seat is given to whom, and why; of a team the part of the office for which he sits."""

    SUCCESSOR = ("name", "element", "position", "grade", "nip")
    FILLING = tuple(f"filling_{name}" for name in SUCCESSOR)
    field_order = ("seat", "reason", *SUCCESSOR, *FILLING)

    seat = forms.TypedChoiceField(label=_("Kursi yang diganti"), coerce=int)
    reason = StoryField(
        label=_("Mengapa diganti"),
        rows=3,
        help_text=_(
            "Misalnya meninggal, pindah, terlibat, atau dikecualikan. Ditulis dalam keputusan dan tampil pada "
            "penanganan ini."
        ),
    )
    name = LineField(label=_("Nama pengganti"))
    element = forms.ChoiceField(label=_("Unsur"), choices=element_choices)
    position = forms.ChoiceField(label=_("Jabatan"), choices=translated_choices(position_choices), initial="UNKNOWN")
    grade = forms.ChoiceField(label=_("Golongan ruang"), choices=grade_choices, required=False)
    nip = LineField(label=_("NIP"), required=False, help_text=_("Untuk lampiran keputusan; boleh kosong."))
    filling_name = LineField(
        label=_("Pengisi kursi yang ditinggalkan"),
        required=False,
        help_text=_(
            "Hanya bila penggantinya sudah duduk di sini, misalnya anggota yang menjadi ketua: satu keputusan "
            "menetapkan kedua kursi."
        ),
    )
    filling_element = forms.ChoiceField(label=_("Unsur pengisi"), choices=element_choices, required=False)
    filling_position = forms.ChoiceField(
        label=_("Jabatan pengisi"), choices=translated_choices(position_choices), initial="UNKNOWN", required=False
    )
    filling_grade = forms.ChoiceField(label=_("Golongan ruang pengisi"), choices=grade_choices, required=False)
    filling_nip = LineField(label=_("NIP pengisi"), required=False)

    def __init__(self, *args: Any, seats: Sequence[tuple[int, str]], ethics: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["seat"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- declared above
        field.choices = list(seats)
        if ethics:
            del self.fields["element"], self.fields["filling_element"]

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "seat": typed["seat"],
            "reason": typed["reason"],
            "successor": self._member(""),
            "filling": self._member("filling_") if typed["filling_name"] else None,
            "signing": self.signing(),
        }

    def _member(self, prefix: str) -> NewMember:
        typed = {name: self.cleaned_data.get(f"{prefix}{name}", "") for name in self.SUCCESSOR}
        return NewMember(role="", **{**typed, "element": typed["element"] or "OTHER"})


class RecordForm(RowsForm):
    """The record of examination: when, where, questions and answers, who signed."""

    typed: ClassVar[tuple[str, ...]] = ("question", "answer")
    first_rows: ClassVar[int] = 3

    held_date = day(_("Tanggal pemeriksaan"))
    place = LineField(label=_("Tempat"))
    virtual = forms.BooleanField(label=_("Pemeriksaan berlangsung virtual"), required=False)
    signed_by_examinee = forms.BooleanField(
        label=_("Yang diperiksa menandatangani berita acara"),
        required=False,
        initial=True,
        help_text=_(
            "Tanpa tanda tangannya, berita acara tetap menjadi dasar dan menyebutkannya (PP 94/2021 Pasal 33)."
        ),
    )
    obstructed = forms.BooleanField(label=_("Yang diperiksa mempersulit pemeriksaan"), required=False)

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        return {
            "question": StoryField(label=_("Pertanyaan"), rows=2),
            "answer": StoryField(label=_("Jawaban"), rows=3),
        }

    def arguments(self) -> dict[str, Any]:
        names = ("held_date", "place", "virtual", "signed_by_examinee", "obstructed")
        dialogue = tuple((row["question"], row["answer"]) for row in self.filled_rows())
        return {"hearing": Hearing(dialogue=dialogue, **{name: self.cleaned_data[name] for name in names})}
