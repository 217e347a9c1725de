"""The question of a civil servant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.law.intentions import INTENTIONS, Circumstance
from netra.law.may_i import Question
from netra.law.vocabulary import ElectionKind, Employment, Office, Phase
from netra.web.forms.case_fields import RegionField
from netra.web.forms.widgets import DayInput
from netra.web.words import translated

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

UNKNOWN = "UNKNOWN"
# For whom: the contest somebody stands in. An empty office is "any in that election".
CONTESTS: Mapping[str, tuple[ElectionKind, Office | None]] = {
    "PRESIDENT": (ElectionKind.GENERAL, Office.PRESIDENT),
    "DPR": (ElectionKind.GENERAL, Office.DPR),
    "DPD": (ElectionKind.GENERAL, Office.DPD),
    "DPRD": (ElectionKind.GENERAL, Office.DPRD),
    "GENERAL": (ElectionKind.GENERAL, None),
    "GOVERNOR": (ElectionKind.REGIONAL, Office.GOVERNOR),
    "REGENT": (ElectionKind.REGIONAL, Office.REGENT),
    "MAYOR": (ElectionKind.REGIONAL, Office.MAYOR),
    "REGIONAL": (ElectionKind.REGIONAL, None),
}
CONTEST_LABELS: Mapping[str, StrPromise] = {
    "PRESIDENT": _("Presiden dan wakil presiden"),
    "DPR": _("DPR"),
    "DPD": _("DPD"),
    "DPRD": _("DPRD"),
    "GENERAL": _("Partai politik, atau siapa pun dalam pemilu"),
    "GOVERNOR": _("Gubernur"),
    "REGENT": _("Bupati"),
    "MAYOR": _("Wali kota"),
    "REGIONAL": _("Siapa pun dalam pemilihan kepala daerah"),
}


def intention_choices() -> list[tuple[str, object]]:
    """What one may want to do, in the groups and words of the law room."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for intention in INTENTIONS.values():
        groups.setdefault(translated(intention.group), []).append((intention.code, translated(intention.label)))
    return [("", _("Pilih")), *groups.items()]


def contest_choices() -> list[tuple[str, object]]:
    """For whom, under the election it belongs to."""
    groups: dict[ElectionKind, list[tuple[str, object]]] = {kind: [] for kind in ElectionKind}
    for code, (kind, _office) in CONTESTS.items():
        groups[kind].append((code, CONTEST_LABELS[code]))
    return [
        ("", _("Pilih")),
        (gettext("Pemilu"), groups[ElectionKind.GENERAL]),
        (gettext("Pemilihan kepala daerah"), groups[ElectionKind.REGIONAL]),
    ]


class QuestionForm(forms.Form):
    """What, for whom, when, and as what."""

    intention = forms.ChoiceField(label=_("Apa yang hendak Anda lakukan?"), choices=intention_choices)
    contest = forms.ChoiceField(
        label=_("Untuk pemilihan apa?"),
        choices=contest_choices,
    )
    region = RegionField(
        label=_("Di daerah mana?"),
        required=False,
        help_text=_(
            "Boleh dikosongkan. Nama atau kode, misalnya Kota Jambi: bila daerah itu menetapkan calonnya pada "
            "hari lain, jawabannya mengikuti hari itu."
        ),
    )
    on = forms.DateField(label=_("Kapan?"), widget=DayInput())
    phase = forms.ChoiceField(
        label=_("Apakah KPU sudah menetapkan calonnya pada hari itu?"),
        widget=forms.RadioSelect,
        choices=[
            (UNKNOWN, _("Saya tidak tahu")),
            (Phase.PROSPECTIVE.value, _("Belum, masih bakal calon")),
            (Phase.CANDIDATE.value, _("Sudah")),
        ],
        initial=UNKNOWN,
    )
    employment = forms.ChoiceField(
        label=_("Anda bekerja sebagai"),
        widget=forms.RadioSelect,
        choices=[(kind.value, kind.value) for kind in (Employment.PNS, Employment.CPNS, Employment.PPPK)],
        initial=Employment.PNS.value,
    )
    circumstances = forms.MultipleChoiceField(
        label=_("Keadaan khusus"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Circumstance.ON_UNPAID_LEAVE.value, _("Saya sedang cuti di luar tanggungan negara")),
            (Circumstance.RESIGNED.value, _("Saya sudah mengundurkan diri secara tertulis")),
        ],
    )

    def question(self) -> Question:
        """The question that was asked, for a form that is valid."""
        asked: dict[str, Any] = self.cleaned_data
        kind, office = CONTESTS[asked["contest"]]
        return Question(
            intention=asked["intention"],
            election_kind=kind,
            office=office,
            region=asked["region"] or None,
            on=asked["on"],
            phase=None if asked["phase"] == UNKNOWN else Phase(asked["phase"]),
            employment=Employment(asked["employment"]),
            circumstances=frozenset(Circumstance(each) for each in asked["circumstances"]),
        )
