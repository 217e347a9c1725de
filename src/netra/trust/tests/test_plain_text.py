"""What people type is kept, what nobody can see is not."""

import pytest

from netra.trust.plain_text import one_line, paragraphs


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Budi   Santoso ", "Budi Santoso"),
        ("Bu\u200bdi", "Budi"),
        ("\u202eidub\u202c", "idub"),
        ("Budi\x00\x07", "Budi"),
        ("Lapangan\nContoh\tTimur", "Lapangan Contoh Timur"),
        ("<b>Budi</b> & 'kawan'", "<b>Budi</b> & 'kawan'"),
        ("أحمد", "أحمد"),
        ("Andre\u0301", "André"),
        ("\u200b\u200e", ""),
        ("\u3164\u115f\u2800\ufe0f", ""),
        ("Bu\u034fdi", "Budi"),
    ],
)
def test_a_line_loses_what_is_invisible_and_nothing_else(typed, kept):
    assert one_line(typed) == kept


def test_a_story_keeps_its_lines_and_one_empty_line_between():
    assert paragraphs("  Pertama\r\n\r\n\r\nKedua\u202e\rKetiga  \n\n") == "Pertama\n\nKedua\nKetiga"
