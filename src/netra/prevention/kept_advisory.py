"""Questions, messages, answers and what was published of them: kept as they were written."""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, once

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
            "text",
            "planned_date",
            "planned",
            "engine_verdict",
            "engine_sources",
            "asked_at",
            "asked_date",
        ),
        may={"turned_reason": once(EMPTY), "turned_explanation": once(EMPTY), "turned_date": once()},
        free=("state",),
        places=(
            "ref = NEW.ref",
            "code_fingerprint = NEW.code_fingerprint",
            "idempotency_key = NEW.idempotency_key",
            "designation = NEW.designation",
        ),
    ),
    RowLock(
        table="prevention_advisorymessage",
        kept=("id", "question_id", "side", "body", "author_ref", "sent_at", "token"),
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
