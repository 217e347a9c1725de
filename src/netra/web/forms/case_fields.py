"""Fields that the forms of a case share: clean text, regions and agencies as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.law.local_time import zone_of
from netra.registry.queries import agencies, region_named, region_or_nation
from netra.registry.regions import Ambiguous, Found
from netra.trust.erased_words import looks_erased
from netra.trust.plain_text import one_line, paragraphs
from netra.web.doors import today

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

STORY_LIMIT = 20_000


def _refuse_erased(value: str) -> None:
    if looks_erased(value):
        raise ValidationError(
            _("«%(words)s» menandai isi yang dimusnahkan oleh dua orang, jadi tidak dapat diketik sebagai isian.")
            % {"words": value}
        )


class LineField(forms.CharField):
    """One line without invisible characters."""

    default_validators = [_refuse_erased]

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class StoryField(forms.CharField):
    """Several lines without invisible characters."""

    default_validators = [_refuse_erased]

    def __init__(self, *, rows: int = 5, **options: Any) -> None:
        super().__init__(max_length=STORY_LIMIT, widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        return paragraphs(super().to_python(value) or "")


def reason_field(help_text: str | StrPromise = "", *, required: bool = True) -> StoryField:
    """Why; the reason stays with the case."""
    return StoryField(label=gettext_lazy("Alasan"), help_text=help_text, required=required, rows=4)


def hour_label(region_code: str) -> str:
    """The label of an hour that is kept by the clocks of a region."""
    return _("Pukul (%(zone)s)") % {"zone": zone_of(region_code)}


class RegionField(LineField):
    """A region by name or code; a name that means several is asked back, never guessed. Cleans to the code.

    With `or_nation` also the whole country, for what the national office or a central agency has.
    """

    def __init__(self, *, or_nation: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self._named = region_or_nation if or_nation else region_named

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        found = self._named(text)
        if isinstance(found, Found):
            return found.code
        raise ValidationError(found.question if isinstance(found, Ambiguous) else found.message)


class AgencyField(LineField):
    """An agency by its code or its whole name. Cleans to the code; the page offers the names in a list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"list": "instansi", "autocomplete": "off"}), **options)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        known = agencies(on=today())
        codes = list(known.filter(code=text).values_list("code", flat=True))
        codes = codes or list(known.filter(name__iexact=text).values_list("code", flat=True)[:2])
        if len(codes) == 1:
            return codes[0]
        raise ValidationError(
            _("Instansi “%(name)s” tidak ada dalam registri. Pilih dari daftar, atau kosongkan.") % {"name": text[:60]}
        )
