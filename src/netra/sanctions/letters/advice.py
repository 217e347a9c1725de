"""What a paper says of a written answer that came before the act: for the accused, or against him."""

from __future__ import annotations

from netra.cases.advice import Cited, Timing, Weight, cited_for
from netra.law.indonesian_dates import in_words
from netra.sanctions.models import Proceeding

_WHEN = {
    Timing.BEFORE: "sebelum perbuatan dilakukan",
    Timing.SAME_DAY: "pada hari perbuatan dilakukan",
    Timing.BETWEEN: "sebelum sebagian perbuatan dilakukan",
}
_SAID = {
    Weight.MITIGATING: "sebagai hal yang meringankan, yang bersangkutan mengikuti %s, yang menyatakan boleh",
    Weight.AGGRAVATING: "sebagai hal yang memberatkan, telah ada %s, yang menyatakan tidak boleh",
}


def advice_words(proceeding: Proceeding, weight: Weight | None = None) -> list[str]:
    """Clauses for what a paper considers, of one weight or of both; what an officer did not cite is not named."""
    found = [each for each in cited_for([proceeding.party]) if each.weight in _SAID]
    return [_SAID[each.weight] % _paper(each) for each in found if weight in (None, each.weight)]


def _paper(each: Cited) -> str:
    answer = each.answer
    when = f"tanggal {in_words(answer.answered_date)}, {_WHEN[each.timing]}"
    return f"jawaban tertulis {each.agency} Nomor {answer.number} {when}"
