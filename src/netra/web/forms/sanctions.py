"""Forms of a proceeding: opening, summons, examination, delivery, remedies, follow-up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from netra.cases.letters import LEVEL_WORDS
from netra.cases.operations import Meeting
from netra.law.local_time import moment_at
from netra.sanctions.crime_results import crime_result_choices
from netra.sanctions.deviation import outside
from netra.sanctions.operations import Answer, CourtRuling, Findings, Verdict
from netra.sanctions.states import levels_of
from netra.web.forms.case_fields import LineField, StoryField, hour_label
from netra.web.forms.widgets import DayInput, TimeInput
from netra.web.words import translated, translated_choices

if TYPE_CHECKING:
    from netra.law.sanctions import Sanction
    from netra.sanctions.deviation import Deviation
    from netra.sanctions.queries import RouteChoice

YES, NO = "yes", "no"


def level_choices(route: str) -> list[tuple[str, str]]:
    """The levels of a route in the words of the letters."""
    found = ((level.value, translated(LEVEL_WORDS[level])) for level in levels_of(route))
    return [("", str(_("Pilih tingkat"))), *found]


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """A calendar day."""
    return forms.DateField(label=label, help_text=help_text, widget=DayInput(), required=required)


def yes_or_no(label: Any, yes: Any, no: Any, help_text: Any = "") -> forms.ChoiceField:
    """A question that must be answered; a box left empty would answer it by accident."""
    choices = [(YES, yes), (NO, no)]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, help_text=help_text)


def with_marks(label: str, found: Deviation) -> str:
    """A penalty with each bound that it leaves, in one line."""
    marks = [translated(words) for words, _bound in outside(found)]
    return f"{label} – {', '.join(marks)}" if marks else label


class ActForm(forms.Form):
    """A form whose values are the arguments of the operation of the same name."""

    def arguments(self) -> dict[str, Any]:
        """What the operation is given beside the reference, the actor and the moment."""
        return dict(self.cleaned_data)


class ConfirmForm(ActForm):
    """An act that needs nothing but to be done."""


class ExaminerForm(forms.Form):
    """Whose account opens a proceeding, or opens it no longer."""

    username = LineField(
        label=_("Nama pengguna"),
        max_length=60,
        help_text=_(
            "Akun dibuat oleh administrator. Yang diterima: orang tanpa peran, atau yang berperan pada instansi ini "
            "atau instansi terlapor; bukan terlapor, yang dikecualikan, atau yang memutus."
        ),
    )


class ExaminerReleaseForm(forms.Form):
    """Whose assignment ends, and why."""

    username = LineField(max_length=60, widget=forms.HiddenInput)
    reason = StoryField(
        label=_("Mengapa penugasan diakhiri"),
        rows=2,
        help_text=_("Misalnya selesai, pindah, berhalangan, atau terlibat. Tersimpan pada penanganan ini."),
    )


class CrimeResultForm(ActForm):
    """What became of a crime that was handed over, and the paper that says so."""

    result = forms.ChoiceField(
        label=_("Apa yang terjadi pada dugaan pidana ini"),
        choices=translated_choices(crime_result_choices, ("", _("Pilih"))),
        help_text=_(
            "Tanpa putusan pidana yang berkekuatan tetap, terlapor tidak terbukti dan perkaranya disegel. Penuntutan "
            "gugur karena kematian: KUHP (UU 1/2023) Pasal 132 ayat (1) huruf b sejak 2 Januari 2026; sebelumnya KUHP "
            "lama Pasal 77, belum diverifikasi ke naskah asli."
        ),
    )
    document = LineField(
        label=_("Surat atau putusannya"), max_length=120, help_text=_("Nomor dan tanggalnya, tanpa nama orang.")
    )


class ReasonForm(ActForm):
    """A written reason."""

    reason = StoryField(label=_("Alasan"))


class ReopenForm(ActForm):
    """Why somebody is examined again."""

    reason = StoryField(
        label=_("Alasan"),
        help_text=_("Apa yang menunjukkan bahwa hukumannya dapat berat, dan sejak kapan itu diketahui."),
    )


class OpenForm(ActForm):
    """Which accused, on which route."""

    choice = forms.ChoiceField(label=_("Terlapor dan jalur"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, routes: Sequence[RouteChoice], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = [(each.key, route_words(each)) for each in routes]

    def arguments(self) -> dict[str, Any]:
        party, _sep, route = self.cleaned_data["choice"].partition(":")
        return {"party": int(party), "route": route}


def route_words(choice: RouteChoice) -> str:
    """`T1 Budi (contoh): Hukuman disiplin (hukuman disiplin sedang sampai hukuman disiplin berat)`."""
    limits = choice.limits
    levels = ""
    if limits is not None and limits.floor:
        ends = dict.fromkeys((translated(LEVEL_WORDS[limits.floor]), translated(LEVEL_WORDS[limits.ceiling])))
        levels = f" ({str(_(' sampai ')).join(ends)})"
    return f"T{choice.party.ordinal} {choice.party.name}: {translated(choice.label)}{levels}"


class CrimeForm(OpenForm):
    """Which accused, and to whom the suspicion is handed."""

    choice = forms.ChoiceField(label=_("Terlapor"), widget=forms.RadioSelect)
    addressee = LineField(label=_("Diteruskan kepada"), help_text=_("Misalnya Sentra Gakkumdu setempat."))

    def arguments(self) -> dict[str, Any]:
        return {"party": super().arguments()["party"], "addressee": self.cleaned_data["addressee"]}


class NoCrimeForm(OpenForm):
    """Of which accused, and why no crime is seen."""

    choice = forms.ChoiceField(label=_("Terlapor"), widget=forms.RadioSelect)
    held_date = day(_("Tanggal pleno"))
    members = forms.IntegerField(label=_("Jumlah anggota yang hadir"), min_value=1, max_value=20)
    reason = StoryField(
        label=_("Alasan"), help_text=_("Unsur pidana mana yang tidak terpenuhi, dan menurut bukti apa.")
    )

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        meeting = Meeting(given["held_date"], given["members"])
        return {"party": super().arguments()["party"], "meeting": meeting, "reason": given["reason"]}


class SummonsForm(ActForm):
    """When and where somebody is examined."""

    meeting_day = day(_("Hari pemeriksaan"))
    meeting_time = forms.TimeField(label=_("Pukul"), widget=TimeInput())
    place = LineField(label=_("Tempat"))

    def __init__(self, *args: Any, region_code: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self._region_code = region_code
        self.fields["meeting_time"].label = hour_label(region_code)

    def arguments(self) -> dict[str, Any]:
        moment = moment_at(self._region_code, self.cleaned_data["meeting_day"], self.cleaned_data["meeting_time"])
        return {"meeting_at": moment, "place": self.cleaned_data["place"]}


class ReportForm(ActForm):
    """The report of examination."""

    proven = yes_or_no(_("Menurut pemeriksaan, dugaan"), _("terbukti"), _("tidak terbukti"))
    proposed_level = forms.ChoiceField(label=_("Tingkat yang diusulkan"), required=False, help_text=_("Bila terbukti."))
    analysis = StoryField(
        label=_("Analisis"), rows=7, help_text=_("Apa yang ditemukan, dari bukti mana, dan unsur mana yang terpenuhi.")
    )
    aggravating = StoryField(label=_("Hal yang memberatkan"), rows=2, required=False)
    mitigating = StoryField(label=_("Hal yang meringankan"), rows=2, required=False)

    def __init__(self, *args: Any, route: str, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["proposed_level"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = level_choices(route)

    def arguments(self) -> dict[str, Any]:
        return {"findings": Findings(**{**self.cleaned_data, "proven": self.cleaned_data["proven"] == YES})}


class DeliveryMissForm(ActForm):
    """The day on which the person was to receive the decision and did not come."""

    set_date = day(
        _("Tanggal yang ditentukan untuk penyerahan"), _("Sejak hari ini dihitung batas mengirim keputusannya.")
    )


class SendingForm(ActForm):
    """When the decision was sent to whoever stayed away."""

    sent_date = day(_("Tanggal dikirim"), _("Hari diterima dicatat tersendiri, bila suratnya sampai."))


class ExecutionForm(ActForm):
    """The paper that proves the execution."""

    document = LineField(
        label=_("Dokumen pelaksanaan"), max_length=120, help_text=_("Nomor dan tanggalnya, tanpa nama pegawai.")
    )


class RestorationForm(ActForm):
    """The paper that gives back what an annulled penalty took."""

    restored_date = day(_("Tanggal pemulihan"), _("Sejak putusan yang membatalkan atau mencabut."))
    document = LineField(
        label=_("Keputusan pemulihan"), max_length=120, help_text=_("Nomor dan tanggalnya, tanpa nama pegawai.")
    )


class SuitForm(ActForm):
    """A suit before an administrative court."""

    filed_date = day(_("Tanggal gugatan didaftarkan"))
    seat = LineField(
        label=_("Tempat kedudukan pengadilan"), max_length=60, help_text=_("Nama kotanya saja, misalnya Jambi.")
    )
    document = LineField(
        label=_("Nomor perkara di pengadilan"),
        max_length=120,
        help_text=_("Nomor dan tanggal pendaftarannya, tanpa nama orang."),
    )


class ReplyForm(ActForm):
    """The answer that was given to whoever decides on an objection or an appeal."""

    replied_date = day(_("Tanggal tanggapan disampaikan"), _("Dibandingkan dengan batas waktu di atas."))
    document = LineField(
        label=_("Surat tanggapan"), max_length=120, help_text=_("Nomor dan tanggalnya, tanpa nama pegawai.")
    )


REMEDY_ENDS = (
    ("UPHELD", _("Dikuatkan")),
    ("LIGHTENED", _("Diperingan")),
    ("AGGRAVATED", _("Diperberat")),
    ("CHANGED", _("Diubah")),
    # A report is withdrawn, a decision is revoked: one word in Indonesian, two in English.
    ("REVOKED", pgettext_lazy("keputusan", "Dicabut")),
    ("ANNULLED", _("Dibatalkan")),
)


class RemedyForm(ActForm):
    """What was decided on an objection or an appeal."""

    outcome = forms.ChoiceField(label=_("Putusan"), choices=REMEDY_ENDS, widget=forms.RadioSelect)
    sanction_after = forms.ChoiceField(
        label=_("Hukuman setelah putusan"), required=False, help_text=_("Bila diperingan, diperberat, atau diubah.")
    )
    decided_date = day(_("Tanggal putusan"))
    reason = StoryField(label=_("Alasan putusan"), rows=6)

    def __init__(
        self, *args: Any, penalties: Sequence[tuple[Sanction, Deviation]], outcomes: Collection[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        ends, field = self.fields["outcome"], self.fields["sanction_after"]
        assert isinstance(ends, forms.ChoiceField) and isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        ends.choices = [(code, words) for code, words in REMEDY_ENDS if code in outcomes]
        field.choices = [
            ("", "—"),
            *((each.code, with_marks(translated(each.label), found)) for each, found in penalties),
        ]

    def arguments(self) -> dict[str, Any]:
        return {"answer": Answer(**self.cleaned_data)}


class CourtRulingForm(RemedyForm):
    """How the court ruled, and its paper."""

    document = LineField(
        label=_("Putusan pengadilan"), max_length=120, help_text=_("Nomor dan tanggalnya, tanpa nama orang.")
    )

    def arguments(self) -> dict[str, Any]:
        return {"ruling": CourtRuling(**self.cleaned_data)}


class CouncilHearingForm(ActForm):
    """The hearing of the ethics council."""

    held_date = day(_("Tanggal sidang"))
    defended = yes_or_no(
        _("Terlapor"),
        _("hadir dan membela diri"),
        _("diberi kesempatan membela diri, tetapi tidak memakainya"),
        _("Majelis memutus setelah terlapor diberi kesempatan membela diri (PP 42/2004 Pasal 19)."),
    )
    defence = StoryField(
        label=_("Pembelaan"), rows=6, help_text=_("Isi pembelaan, atau bagaimana kesempatan itu diberikan.")
    )

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "defended": self.cleaned_data["defended"] == YES}


class VerdictForm(ActForm):
    """The decision of the ethics council."""

    breached = yes_or_no(_("Majelis memutus, kode etik"), _("dilanggar"), _("tidak dilanggar"))
    breach = StoryField(
        label=_("Bentuk pelanggaran"),
        rows=3,
        required=False,
        help_text=_("Bila dilanggar; disebut dalam pernyataan (PP 42/2004 Pasal 15 ayat (4))."),
    )
    deliberation = StoryField(label=_("Pertimbangan majelis"), rows=6)
    decided_date = day(_("Tanggal putusan"))
    administrative_action = forms.BooleanField(
        label=_("Majelis merekomendasikan tindakan administratif (PP 42/2004 Pasal 16)"), required=False
    )

    def arguments(self) -> dict[str, Any]:
        return {"verdict": Verdict(**{**self.cleaned_data, "breached": self.cleaned_data["breached"] == YES})}


class TermForm(forms.Form):
    """Which overdue term a reminder is about."""

    term = forms.IntegerField(min_value=1)
