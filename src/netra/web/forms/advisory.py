"""Forms of the desk: the question, a message of either side, the answer, turning away, publishing, searching."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.prevention.advisory_entries import AdviceEntry, AdvisoryEntry, PublicationEntry
from netra.prevention.advisory_states import AdvisoryState, turn_away_choices, verdict_choices
from netra.trust.identity import Identity
from netra.web.forms.case_fields import AgencyField, LineField, StoryField, reason_field
from netra.web.forms.law import QuestionForm
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.prevention.article_choices import Article
    from netra.prevention.models import AdvisoryAnswer
    from netra.prevention.queries import AdvisoryFile


class AskForm(QuestionForm):
    """What somebody plans; the picks of "Bolehkah saya?" where they want the engine's answer too; who they are if they
    wish.
    """

    use_required_attribute = False

    text = StoryField(
        label=_("Apa yang hendak Anda lakukan?"),
        help_text=_("Ceritakan rencananya: apa, di mana, kepada siapa terlihat. Jangan menulis nama siapa pun."),
        rows=6,
    )
    agency = AgencyField(
        label=_("Anda bertugas di instansi mana?"),
        required=False,
        help_text=_(
            "Boleh dikosongkan. Bila diisi, petugas kepegawaian instansi itu ikut membaca dan dapat menjawab; bila "
            "kosong, hanya pengawas netralitas nasional."
        ),
    )
    name = LineField(label=_("Nama Anda"), required=False)
    contact = LineField(label=_("Kontak Anda"), required=False)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    PLAN = ("text", "on", "agency")
    PICKS = ("intention", "contest", "region", "phase", "employment", "circumstances")
    WHO = ("name", "contact")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in ("intention", "contest", "on", "phase", "employment"):
            self.fields[name].required = False
        self.fields["intention"].label = _("Paling mirip dengan yang mana?")
        self.fields["on"].label = _("Kapan rencananya?")
        self.order_fields([*self.PLAN, *self.PICKS, *self.WHO, "token"])

    @property
    def plan(self) -> list[forms.BoundField]:
        return [self[name] for name in self.PLAN]

    @property
    def picks(self) -> list[forms.BoundField]:
        return [self[name] for name in self.PICKS]

    @property
    def who(self) -> list[forms.BoundField]:
        return [self[name] for name in self.WHO]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        told["phase"] = told.get("phase") or self.fields["phase"].initial
        told["employment"] = told.get("employment") or self.fields["employment"].initial
        if told.get("intention"):
            for name, words in (("contest", gettext("Pilih pemilihannya.")), ("on", gettext("Isi kapan rencananya."))):
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, ValidationError(words))
        return told

    def entry(self) -> AdvisoryEntry:
        """The question that was asked, for a form that is valid."""
        told = self.cleaned_data
        known = bool(told["name"] or told["contact"])
        return AdvisoryEntry(
            text=told["text"],
            agency_code=told["agency"],
            planned_date=told["on"],
            planned=self.question() if told["intention"] else None,
            identity=Identity(name=told["name"], contact=told["contact"]) if known else None,
        )


class AdvisoryMessageForm(forms.Form):
    """A message of either side; the token makes a message that is sent twice one message."""

    body = StoryField(label=_("Pesan"), rows=5)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)


class AdvisoryAnswerForm(forms.Form):
    """The written answer."""

    verdict = forms.ChoiceField(label=_("Jawaban"), widget=forms.RadioSelect)
    matter = StoryField(
        label=_("Pokok pertanyaan"),
        rows=3,
        help_text=_("Tulis ulang pertanyaannya tanpa orangnya: tanpa nama, unit, atau ciri yang membuat ia dikenali."),
    )
    text = StoryField(label=_("Penjelasan"), rows=6)
    articles = forms.MultipleChoiceField(
        label=_("Dasar"), widget=forms.CheckboxSelectMultiple, help_text=_("Pasal yang berlaku pada hari rencana.")
    )
    condition = StoryField(label=_("Syarat berlakunya"), rows=3)
    reason = reason_field(_("Mengapa jawaban ini menggantikan yang terdahulu; tercetak pada suratnya."))
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=999)

    def __init__(self, *arguments: Any, file: AdvisoryFile, **options: Any) -> None:
        latest = file.latest
        initial = {
            "after": latest.ordinal if latest else 0,
            "matter": latest.matter if latest else "",
            "condition": gettext("Berlaku selama fakta tetap: "),
        }
        super().__init__(*arguments, **{"initial": initial, **options})
        cast(forms.ChoiceField, self.fields["verdict"]).choices = [
            (code, translated(label)) for code, label in verdict_choices()
        ]
        cast(forms.MultipleChoiceField, self.fields["articles"]).choices = [
            (code, article_words(each)) for code, each in file.articles.items()
        ]
        if latest is None:
            del self.fields["reason"]

    def entry(self) -> AdviceEntry:
        """The answer that was typed, for a form that is valid."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "after"}
        return AdviceEntry(**told)


def article_words(article: Article) -> str:
    """What it is about and where it stands; whether nobody has seen a text of it."""
    mark = f", {gettext('belum diverifikasi ke naskah asli')}" if article.is_unverified else ""
    return f"{translated(article.label)} ({article.citation}{mark})"


class TurnAwayForm(forms.Form):
    """Why the desk does not answer."""

    reason = forms.ChoiceField(label=_("Mengapa"), widget=forms.RadioSelect)
    explanation = StoryField(label=_("Penjelasan kepada penanya"), rows=4)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        cast(forms.ChoiceField, self.fields["reason"]).choices = [
            (code, translated(label)) for code, label in turn_away_choices()
        ]


class PublishForm(forms.Form):
    """An answer as everybody may read it."""

    matter = StoryField(label=_("Pokok pertanyaan"), rows=3)
    text = StoryField(label=_("Penjelasan"), rows=6)
    condition = StoryField(label=_("Syarat berlakunya"), rows=3)
    names_nobody = forms.BooleanField(
        label=_("Saya sudah membaca ulang ketiga teks: tidak ada orang yang dapat dikenali darinya.")
    )

    def __init__(self, *arguments: Any, answer: AdvisoryAnswer, **options: Any) -> None:
        initial = {name: getattr(answer, name) for name in ("matter", "text", "condition")}
        super().__init__(*arguments, **{"initial": initial, **options})

    def entry(self) -> PublicationEntry:
        """What was typed, for a form that is valid."""
        return PublicationEntry(**self.cleaned_data)


class UnpublishForm(forms.Form):
    """Why it is taken back."""

    reason = reason_field()


class AdviceSearchForm(forms.Form):
    """Words of what was published."""

    text = LineField(label=_("Cari kata, pasal, atau nomor"), required=False, max_length=200)


def state_of(text: str) -> AdvisoryState:
    """The part of the desk's list that an address names; who names none sees what waits."""
    return AdvisoryState(text) if text in set(AdvisoryState) else AdvisoryState.OPEN
