"""What the law room says in whole sentences is read in English too; stored and printed it stays Indonesian."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from netra.law import candidates, composition, contract_staff, may_i
from netra.law.intentions import INTENTIONS
from netra.law.sentences import Sentence
from netra.law.violations import FORMS
from netra.web import law_sentences
from netra.web.words import translated

pytestmark = pytest.mark.django_db

# Two that hold nothing but their data, and so are the same in both languages.
SAME = frozenset({may_i.FORM_BRINGS, may_i.CRIME_BRINGS})
# Who may be missing from a team or a council.
SEATS = {"atasan langsung", "unsur pengawasan", "unsur kepegawaian", "ketua", "sekretaris", "anggota"}


def said() -> set[str]:
    """Every sentence that «Bolehkah saya?» and the forming of a team or council can say."""
    found = {ruling.because for each in INTENTIONS.values() for ruling in each.rulings}
    found |= {basis.sanction for form in FORMS.values() for basis in form.bases}
    found |= {basis.conflict for form in FORMS.values() for basis in form.bases if basis.conflict}
    found |= {basis.contests_conflict for form in FORMS.values() for basis in form.bases if basis.contests_conflict}
    found |= {basis.unread for form in FORMS.values() for basis in form.bases if basis.unread}
    found |= {*may_i.PHASE_CONDITIONS.values(), *may_i.CIRCUMSTANCE_CONDITIONS.values()}
    found |= {candidates.CANDIDATE_ENDS, candidates.CANDIDATE_BEFORE, *candidates.DISCIPLINE_TOO.values()}
    found |= {contract_staff.OF_OTHERS, contract_staff.RULES_OF_THE_AGENCY, contract_staff.RULES_BEFORE}
    return found | SEATS


def test_every_sentence_of_the_law_data_is_listed_for_translation():
    assert said() <= law_sentences.ALL


def test_every_listed_sentence_has_its_english():
    with translation.override("en"):
        assert not {each for each in law_sentences.ALL - SAME if translated(each) == each}


def test_a_sentence_with_data_is_filled_anew_with_its_data_translated():
    missing = Sentence(composition.ELEMENT_MISSING, element="atasan langsung")
    assert missing == "Tim belum memuat atasan langsung."
    with translation.override("en"):
        assert translated(missing) == "The team does not yet hold: the direct superior."
    with translation.override("id"):
        assert translated(missing) == missing


@pytest.mark.parametrize("intention", sorted(INTENTIONS))
def test_the_public_answer_is_english_for_whoever_reads_english(intention):
    """No template is left open and no sentence Indonesian, whatever is asked and in whichever phase."""
    asked = {"intention": intention, "contest": "MAYOR", "on": "2024-10-15", "phase": "UNKNOWN", "employment": "PPPK"}
    reader = Client()
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = reader.get("/bolehkah-saya/", asked)
    shown = page.content.decode()
    assert page.status_code == 200
    assert "%(" not in shown
    for word in ("Mintalah", "Bila ", "dilarang", "berlaku hanya", "belum ditetapkan", "pelanggaran"):
        assert word not in shown.partition("<main")[2], word
