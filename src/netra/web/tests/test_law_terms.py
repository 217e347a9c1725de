"""What the law room calls its codes must be known to the translations, though that room marks nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation

from netra.law import counting, in_words, may_i, vocabulary, windows
from netra.law.authority import GRANTS
from netra.law.conducts import CONDUCTS
from netra.law.deadlines import rules
from netra.law.intentions import INTENTIONS
from netra.law.sanctions import CATALOGUES
from netra.law.violations import FORMS
from netra.web import law_terms
from netra.web.words import translated

# Words that are the same in both languages.
SAME = frozenset({"PNS", "PPPK", "CPNS"})


def labels() -> Iterator[str]:
    """Every label that the law room can hand to a page."""
    yield from vocabulary.LABELS.values()
    yield from (in_words.level_in_words(None), in_words.phase_in_words(None))
    yield from (may_i.NO_SANCTION, may_i.LEVEL_NOT_STATED, may_i.LETTER_NAMES_ANOTHER_CONTEST)
    yield from vocabulary.OFFICE_WORDS.values()
    for words in (
        in_words.EMPLOYMENT_LABELS,
        in_words.VERIFICATION_LABELS,
        in_words.VERDICT_LABELS,
        windows.ANCHOR_LABELS,
        counting.UNIT_WORDS,
        may_i.HEADLINES,
    ):
        yield from words.values()
    yield from (each.label for each in CONDUCTS.values())
    yield from (each.label for each in FORMS.values())
    yield from (each.label for each in windows.WINDOWS.values())
    yield from (each.label for each in rules())
    yield from (text for each in INTENTIONS.values() for text in (each.group, each.label))
    yield from (text for group in CATALOGUES.values() for each in group for text in (each.label, each.full_label))
    yield from (grant.authority.title for grant in GRANTS)


def test_every_label_of_the_law_room_is_listed_for_translation():
    assert set(labels()) == law_terms.ALL


def test_every_label_of_the_law_room_has_its_english():
    with translation.override("en"):
        left = {label for label in law_terms.ALL - SAME if translated(label) == label}
    assert not left


def test_a_label_stays_indonesian_for_who_reads_indonesian():
    with translation.override("id"):
        assert all(translated(label) == label for label in law_terms.ALL)


def test_no_label_is_no_header_of_the_catalogue():
    with translation.override("en"):
        assert translated("") == ""
