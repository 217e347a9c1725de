"""What the letter of an answer says: the question without the person, the answer, its articles, how long it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netra.law.intentions import Verdict
from netra.letters.wording import day_words
from netra.prevention.advisory_states import VERDICT_LABELS
from netra.prevention.models import AdvisoryAnswer
from netra.registry.queries import agency_name


def advice_data(answer: AdvisoryAnswer, earlier: AdvisoryAnswer | None, *, officer: str) -> dict[str, object]:
    """The fields of the letter; `earlier` is the answer whose place it takes."""
    question = answer.question
    agency = agency_name(answer.agency_code, answer.answered_date)
    return {
        "asker": question.designation,
        "asked": question.asked_date,
        "planned": question.planned_date,
        "matter": answer.matter,
        "verdict": VERDICT_LABELS[Verdict(answer.verdict)],
        "text": answer.text,
        "articles": [_cited(each) for each in answer.articles],
        "law_date": answer.law_date,
        "condition": answer.condition,
        "replaces": f"{earlier.number} tanggal {day_words(earlier.answered_date)}" if earlier else None,
        "reason": answer.reason or None,
        "signer": {"name": officer, "position": f"Petugas Meja Tanya {agency}"},
    }


def _cited(article: Mapping[str, Any]) -> str:
    mark = " (belum diverifikasi ke naskah asli)" if article["is_unverified"] else ""
    return f"{article['label']}: {article['citation']}{mark}"
