"""What the text fields of a case take."""

from __future__ import annotations

import pytest
from django import forms

from netra.web.forms.case_fields import LineField, StoryField


class Words(forms.Form):
    line = LineField()
    story = StoryField()


@pytest.mark.parametrize("typed", ["(dihapus)", " (DIHAPUS) ", "(di\u200bhapus)"])
def test_nobody_types_what_would_tell_of_an_erasure_that_never_was(typed):
    form = Words({"line": typed, "story": typed})
    assert set(form.errors) == {"line", "story"}
    assert "dimusnahkan oleh dua orang" in form.errors["line"][0]


def test_the_same_word_in_a_sentence_is_a_word():
    assert Words({"line": "Unggahan (dihapus) Budi", "story": "Unggahannya sudah (dihapus)."}).is_valid()
