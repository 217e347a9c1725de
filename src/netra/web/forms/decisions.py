"""Forms of deciding: a discipline penalty, the end of status, a moral sanction. Each keeps room for the reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.law.vocabulary import Employment, Level
from netra.sanctions.deviation import deviation_of
from netra.sanctions.operations import CONTRACT_ENDS, DELEGATE_POSTS, MoralRuling, Ruling
from netra.web.forms.case_fields import LineField, StoryField
from netra.web.forms.sanctions import ActForm, day, with_marks
from netra.web.forms.signing import signer_basis_field, signer_name_field
from netra.web.words import translated, translated_choices

if TYPE_CHECKING:
    from netra.sanctions.queries import DecisionSheet, PenaltyOffer


class ReasonWhereAsked(StoryField):
    """A reason that only some choices ask for; the operation knows which, so the form accepts it empty."""

    def validate(self, value: Any) -> None:
        """Empty is a fair answer where nothing deviates."""


def delegate_post_choices() -> list[tuple[str, str]]:
    """The posts to which the authority may delegate (PP 42/2004 Ps 15(5))."""
    return list(DELEGATE_POSTS.items())


def deviation_field() -> StoryField:
    """The reason that a decision outside the bounds needs; the authority decides, the software only asks why."""
    return ReasonWhereAsked(
        label=_("Alasan bila menyimpang"),
        help_text=_(
            "Wajib bila keputusan di bawah batas bawah hukum, di bawah rekomendasi, atau di atas batas atas. "
            "Alasan dan tandanya tampil di setiap halaman perkara ini."
        ),
    )


def agency_rule_field() -> LineField:
    """The regulation by which a PPPK is punished; the form of anybody else does not ask it."""
    return LineField(
        label=_("Peraturan instansi tentang PPPK"),
        required=False,
        help_text=_("Nomor dan pasalnya; dasar sanksi bagi PPPK (PP 49/2018 Pasal 52)."),
    )


def agency_sanction_field() -> LineField:
    """What that regulation calls the sanction; the form of anybody else does not ask it."""
    return LineField(
        label=_("Sanksi menurut peraturan itu"), required=False, help_text=_("Seperti disebut dalam peraturan itu.")
    )


class DecisionForm(ActForm):
    """A penalty of the catalogue, or an end of status, with its considerations."""

    use_required_attribute = False

    sanction_code = forms.ChoiceField(label=_("Yang dijatuhkan"), widget=forms.RadioSelect)
    contract = LineField(
        label=_("Perjanjian kerja yang diputus"),
        required=False,
        help_text=_("Nomor dan tanggalnya. Wajib bila yang dijatuhkan memutus perjanjian kerja."),
    )
    document = LineField(
        label=_("Nomor Keputusan Presiden"),
        help_text=_("Presiden yang memberhentikan; keputusan PPK tidak diterbitkan."),
    )
    agency_rule = agency_rule_field()
    agency_sanction = agency_sanction_field()
    imposed_by = forms.ChoiceField(
        label=_("Dijatuhkan oleh"),
        choices=[
            ("APPOINTING_AUTHORITY", _("Pejabat pembina kepegawaian")),
            ("OFFICIAL", _("Pejabat lain yang berwenang menghukum")),
        ],
        initial="APPOINTING_AUTHORITY",
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Menentukan kapan hukuman berlaku dan kepada siapa keberatan diajukan."),
    )
    considerations = StoryField(
        label=_("Pertimbangan"), rows=6, help_text=_("Ditulis setelah kata «bahwa» dalam keputusan.")
    )
    deviation_reason = deviation_field()
    decided_date = day(_("Tanggal keputusan"), _("Menentukan rezim dan daftar hukuman."))
    signer_title = LineField(
        label=_("Jabatan penanda tangan"), help_text=_("Terisi dari daftar pejabat pada hari itu.")
    )
    signer_name = signer_name_field()
    signer_basis = signer_basis_field()

    def __init__(self, *args: Any, sheet: DecisionSheet, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["sanction_code"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = [
            (words, [(offer.sanction.code, offer_words(offer)) for offer in offers])
            for words, offers in groupby(sheet.offered, key=lambda offer: translated(offer.level_words).capitalize())
        ]
        if len(sheet.offered) == 1:
            # One answer is no choice; the button below is the decision.
            field.initial = sheet.offered[0].sanction.code
        if sheet.offered and not any(offer.deviation.exists for offer in sheet.offered):
            del self.fields["deviation_reason"]
        if all(offer.competence is None for offer in sheet.offered):
            # The end of status is the appointing authority's alone, and no regime of discipline stands behind it.
            del self.fields["imposed_by"]
            self.fields["decided_date"].help_text = _("Menentukan hukum yang dibaca.")
        self._ask_of_the_president(sheet)
        self._ask_of_pppk(sheet)

    def _ask_of_the_president(self, sheet: DecisionSheet) -> None:
        """His decree, where he ends the service: it names what it ends, so nothing is asked of the contract."""
        if sheet.ends is None or not sheet.ends.by_president:
            del self.fields["document"]
        elif "imposed_by" in self.fields:
            self.fields["document"].required = False
            self.fields["document"].help_text = _(
                "Wajib bila yang dijatuhkan memutus perjanjian kerja: Presiden yang memutusnya, atas usul PPK."
            )
            if sheet.employment != Employment.PPPK:
                self.fields["document"].help_text = _(
                    "Wajib bila yang dijatuhkan pemberhentian: Presiden yang menetapkannya."
                )
        else:
            self.fields["decided_date"].help_text = _("Tanggal Keputusan Presiden.")
            del self.fields["signer_title"], self.fields["signer_name"], self.fields["signer_basis"]

    def _ask_of_pppk(self, sheet: DecisionSheet) -> None:
        """Which contract ends, and by which regulation of the agency: only of a PPPK, and only where it may be."""
        ends = [offer.sanction.code in CONTRACT_ENDS for offer in sheet.offered]
        if any(ends) and "document" not in self.fields:
            self.fields["contract"].required = all(ends)
            if all(ends):
                self.fields["contract"].help_text = _("Nomor dan tanggalnya.")
        else:
            del self.fields["contract"]
        if sheet.employment == Employment.PPPK and not all(ends):
            self.fields["agency_rule"].required = True
            if any(ends):
                self.fields["agency_sanction"].help_text = _(
                    "Seperti disebut dalam peraturan itu. Boleh kosong bila yang dijatuhkan memutus perjanjian kerja."
                )
        else:
            del self.fields["agency_rule"], self.fields["agency_sanction"]

    def clean_imposed_by(self) -> str:
        """Who says nothing means the appointing authority, for whom this page is."""
        return self.cleaned_data["imposed_by"] or "APPOINTING_AUTHORITY"

    def arguments(self) -> dict[str, Any]:
        return {"ruling": Ruling(**{"signer_title": "Presiden", **self.cleaned_data})}


def offer_words(offer: PenaltyOffer) -> str:
    """The penalty with its standing, and in the same line what choosing it would ask for."""
    words = with_marks(translated(offer.sanction.full_label), offer.deviation)
    return f"{words}: {gettext('alasan wajib')}" if offer.deviation.exists else words


class MoralForm(ActForm):
    """A moral sanction, closed or open."""

    use_required_attribute = False

    mode = forms.ChoiceField(
        label=_("Pernyataan"),
        choices=[("CLOSED", _("Tertutup")), ("OPEN", _("Terbuka"))],
        widget=forms.RadioSelect,
        help_text=_("PP 42/2004 Pasal 15 ayat (2)."),
    )
    forum = LineField(
        label=_("Cara pengumuman"), required=False, help_text=_("Bila terbuka; misalnya papan pengumuman kantor.")
    )
    agency_rule = agency_rule_field()
    agency_sanction = agency_sanction_field()
    considerations = StoryField(label=_("Pertimbangan"), rows=5)
    deviation_reason = deviation_field()
    decided_date = day(_("Tanggal pernyataan"))
    signer_title = LineField(
        label=_("Jabatan yang menyatakan"), help_text=_("Terisi dari daftar pejabat pada hari itu.")
    )
    signer_name = signer_name_field()
    signer_basis = signer_basis_field()
    delegate_title = LineField(
        label=_("Jabatan penerima delegasi"),
        required=False,
        help_text=_("Bila didelegasikan kepada pejabat lain, paling rendah eselon IV (PP 42/2004 Pasal 15 ayat (5))."),
    )
    delegate_post = forms.ChoiceField(
        label=_("Jenjang jabatan penerima delegasi"),
        choices=translated_choices(delegate_post_choices, ("", _("Tidak didelegasikan"))),
        required=False,
        help_text=_("Pejabat struktural eselon IV (pengawas) atau lebih tinggi."),
    )
    delegate_name = LineField(
        label=_("Nama penerima delegasi"), required=False, help_text=_("Wajib bila didelegasikan.")
    )

    def __init__(self, *args: Any, sheet: DecisionSheet, **options: Any) -> None:
        super().__init__(*args, **options)
        if sheet.employment == Employment.PPPK:
            self.fields["agency_rule"].required = self.fields["agency_sanction"].required = True
            del self.fields["delegate_post"]
            self.fields["mode"].help_text = self.fields["delegate_title"].help_text = _("Menurut peraturan instansi.")
        else:
            del self.fields["agency_rule"], self.fields["agency_sanction"]
        if not deviation_of(Level.MORAL, sheet.limits).exists:
            del self.fields["deviation_reason"]

    def arguments(self) -> dict[str, Any]:
        return {"ruling": MoralRuling(**self.cleaned_data)}
