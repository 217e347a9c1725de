"""Questions, messages, answers and what was published of them: kept as they were written."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.trust.row_locks import EMPTY, ERASED, RowLock, once


def _erased(question: str) -> str:
    """Whether two people erased who asked this question."""
    return (
        f"EXISTS (SELECT 1 FROM prevention_advisoryerasure AS done WHERE done.question_id = {question} "  # noqa: S608 -- written in this house
        "AND done.approved_at IS NOT NULL)"
    )


ADVISORY_LOCKS = (
    RowLock(
        table="prevention_advisoryquestion",
        kept=(
            "id",
            "ref",
            "code_fingerprint",
            "idempotency_key",
            "designation",
            "named",
            "agency_code",
            "planned_date",
            "planned",
            "engine_verdict",
            "engine_sources",
            "asked_at",
            "asked_date",
        ),
        may={"turned_reason": once(EMPTY), "turned_explanation": once(EMPTY), "turned_date": once()},
        erasable={"text": EMPTY, "turned_explanation": ERASED},
        filled=("text",),
        marks=("erased_at",),
        erasure=_erased("{row}.id"),
        what=_("pertanyaan"),
        chain="advisory:ref",
        free=("state", "erase_date"),
        places=(
            "ref = NEW.ref",
            "code_fingerprint = NEW.code_fingerprint",
            "idempotency_key = NEW.idempotency_key",
            "designation = NEW.designation",
        ),
    ),
    RowLock(
        table="prevention_advisorymessage",
        kept=("id", "question_id", "side", "author_ref", "sent_at", "token"),
        erasable={"body": EMPTY},
        filled=("body",),
        erasure=_erased("{row}.question_id"),
        what=_("pesan pada pertanyaan"),
        chain="advisory:question__ref",
        places=("question_id = NEW.question_id AND token = NEW.token",),
    ),
    RowLock(
        table="prevention_advisoryanswer",
        kept=(
            "id",
            "ref",
            "question_id",
            "ordinal",
            "verdict",
            "matter",
            "text",
            "articles",
            "condition",
            "law_date",
            "reason",
            "agency_code",
            "answered_at",
            "answered_date",
            "author_ref",
            "letter_ref",
            "number",
        ),
        places=("ref = NEW.ref", "question_id = NEW.question_id AND ordinal = NEW.ordinal"),
    ),
    RowLock(
        table="prevention_advisorypublication",
        kept=(
            "id",
            "answer_id",
            "version",
            "matter",
            "text",
            "condition",
            "searched",
            "article_codes",
            "published_date",
            "published_by",
        ),
        may={"withdrawn_date": once(), "withdrawn_reason": once(EMPTY)},
        places=("answer_id = NEW.answer_id AND version = NEW.version",),
    ),
)
ADVISORY_ERASURE_LOCKS = (
    RowLock(
        table="prevention_advisoryerasure",
        kept=("id", "question_id", "reason", "requested_by_ref", "requested_at"),
        may={
            "approved_by_ref": once(EMPTY),
            "approved_at": once(),
            "set_aside_by_ref": once(EMPTY),
            "set_aside_at": once(),
            "set_aside_reason": once(EMPTY),
        },
        places=("question_id = NEW.question_id AND set_aside_at IS NULL AND NEW.set_aside_at IS NULL",),
    ),
)
