"""The articles about which a test may ask: taken from the law data as it holds on a day; none is ever typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from netra.law.dated import NothingInForce, Source, Verification
from netra.law.intentions import PRINCIPLE
from netra.law.violations import FORMS

PRINCIPLE_CODE = "PRINCIPLE"


@dataclass(frozen=True, slots=True)
class Article:
    """What a rule is about and where it stands, in Indonesian; whether nobody has seen a text of it."""

    label: str
    citation: str
    is_unverified: bool


def articles_on(day: date) -> Mapping[str, Article]:
    """By code: the principle first, then the forms of violation that have a basis on that day."""
    found = {}
    for code, label, sources in _rules(day):
        if sources:
            citation = "; ".join(dict.fromkeys(str(source) for source in sources))
            unseen = all(source.verification is Verification.UNVERIFIED for source in sources)
            found[code] = Article(label, citation, unseen)
    return found


def _rules(day: date) -> Iterator[tuple[str, str, Sequence[Source]]]:
    with suppress(NothingInForce):
        yield PRINCIPLE_CODE, "Asas netralitas pegawai ASN", PRINCIPLE.on(day).value
    for form in FORMS.values():
        held = [basis for basis in form.bases if basis.start <= day and (basis.until is None or day < basis.until)]
        yield form.code, form.label, [source for basis in held for source in basis.sources]
