"""The steps of the public form: one question per page, in an order in which people tell a story."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.web.forms import intake as pages

Words = Promise | str


@dataclass(frozen=True, slots=True)
class Step:
    """One page: its place in the address, its name in the line of steps, its question, and the form it asks with.

    `pressed` is the question for somebody who reports pressure by a superior; empty where it is the same.
    """

    slug: str
    number: int
    title: Words
    heading: Words
    form: type[forms.Form] | None
    lead: Words = ""
    pressed: Words = ""

    @property
    def template(self) -> str:
        own = {"siapa": "intake/draft_save_who.html", "bukti": "intake/draft_save_evidence.html"}
        return own.get(self.slug, "intake/draft_save.html")


WHAT = Step(
    "apa",
    1,
    _("Apa"),
    _("Apa yang terjadi?"),
    pages.WhatForm,
    pressed=_("Tekanan apa yang Anda alami?"),
)
WHO = Step(
    "siapa",
    2,
    _("Siapa"),
    _("Siapa yang melakukannya?"),
    None,
    _("Nama boleh tidak diketahui. Jabatan, instansi, atau ciri saja sudah membantu."),
    _("Siapa atasan yang menekan Anda?"),
)
WHERE = Step("di-mana", 3, _("Di mana"), _("Di mana terjadinya?"), pages.WhereForm)
WHEN = Step("kapan", 4, _("Kapan"), _("Kapan terjadinya?"), pages.WhenForm, _("Tidak tahu? Kosongkan saja."))
HOW = Step("dari-mana", 5, _("Dari mana Anda tahu"), _("Dari mana Anda tahu?"), pages.HowForm)
EVIDENCE = Step("bukti", 6, _("Bukti"), _("Apa buktinya?"), pages.EvidenceForm)
REPORTER = Step("tentang-anda", 7, _("Tentang Anda"), _("Apakah Anda ingin dikenal?"), pages.ReporterForm)
IDENTITY = Step(
    "nama",
    7,
    _("Nama Anda"),
    _("Siapa Anda?"),
    pages.IdentityForm,
    _("Disegel terpisah dari laporan, dengan kunci lain."),
)
REVIEW_NUMBER, REVIEW_TITLE = 8, _("Periksa dan kirim")

STEPS: tuple[Step, ...] = (WHAT, WHO, WHERE, WHEN, HOW, EVIDENCE, REPORTER, IDENTITY)
BY_SLUG = {step.slug: step for step in STEPS}
# The room names the step of a requirement; the name and the address are asked on a page of their own.
BY_ROOM = {
    "what": WHAT,
    "who": WHO,
    "where": WHERE,
    "when": WHEN,
    "how": HOW,
    "evidence": EVIDENCE,
    "reporter": REPORTER,
}
TITLES: tuple[Words, ...] = (*(step.title for step in STEPS if step is not IDENTITY), REVIEW_TITLE)


def step_of_field(name: str) -> Step:
    """The page on which an answer is given."""
    if name.startswith("person_"):
        return WHO
    return next(step for step in STEPS if step.form is not None and name in step.form.base_fields)
