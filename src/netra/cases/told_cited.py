"""How written answers that were cited are held against the trail: those of the desk, and those of a consultation."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.translation import gettext_noop

from netra.cases.models import CitedAdvice
from netra.prevention.fingerprints import of_words
from netra.prevention.models import CitedConsultation
from netra.trust.erased_words import ERASED
from netra.trust.told_rows import Column, Mirror, Row, Told, carries, refs_in


def _cited(chains: Collection[str]) -> Iterator[Row]:
    """The answers of a desk, by whom of the two sides, and of outside bodies that were cited."""
    refs = list(refs_in(chains, "case:"))
    rows = CitedAdvice.objects.filter(party__case__ref__in=refs).select_related("party__case", "answer").order_by("pk")
    for each in rows:
        side = "accused" if each.by_accused else "officer"
        note = each.note if each.note in ("", ERASED) else of_words(each.note)
        key = f"T{each.party.ordinal}/{each.answer.ref}/{side}"
        yield Row(each.party.case.chain, key, {"note": note})
    for consulted in CitedConsultation.objects.filter(case_ref__in=refs).select_related("consultation").order_by("pk"):
        note = consulted.note if consulted.note == ERASED else of_words(consulted.note)
        key = f"T{consulted.party}/{consulted.consultation.ref}/officer"
        yield Row(f"case:{consulted.case_ref}", key, {"note": note})


def _cited_key(told: Told) -> str | None:
    """An answer of the accused that names no advice has left no row of this kind."""
    advice = told.payload.get("advice")
    side = "officer" if told.verb == "cases.advice_cite" else "accused"
    return f"T{told.payload['party']}/{advice}/{side}" if advice else None


CITED = Mirror(
    what=gettext_noop("jawaban tertulis yang dikutip"),
    key=_cited_key,
    makes=frozenset({"cases.advice_cite", "cases.answer_give", "cases.answer_record"}),
    tells={"cases.advice_cite": carries(note="sha256")},
    rows=_cited,
    columns={"note": Column(gettext_noop("sidik alasan"), erasable=True)},
)
