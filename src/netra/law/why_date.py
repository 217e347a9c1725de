"""By when, and why: the answer of `netra why-date` as a value, as text and as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from netra.law.dated import Verification
from netra.law.deadlines import Deadline, compute, rules
from netra.law.indonesian_dates import with_time, with_weekday

VERIFICATION_LABELS = {
    Verification.SEEN: "naskah dibaca",
    Verification.SECONDARY: "dari sumber sekunder",
    Verification.UNVERIFIED: "belum diverifikasi ke naskah asli",
    Verification.DERIVED: "hasil penalaran dari ketentuan yang ditandai",
}


def list_rules() -> tuple[tuple[str, str], ...]:
    """Key and Indonesian label of every rule."""
    return tuple((each.key, each.label) for each in rules())


def why_date(
    rule: str,
    from_date: date,
    *,
    regime: str | None = None,
    level: str | None = None,
    imposed_by: str | None = None,
    penalty: str | None = None,
    election_kind: str | None = None,
) -> Deadline:
    """The deadline of `rule` from that day; raises a DeadlineError whose message says what is missing or wrong."""
    return compute(
        rule,
        from_date,
        regime=regime,
        level=level,
        imposed_by=imposed_by,
        penalty=penalty,
        election_kind=election_kind,
    )


def why_date_text(deadline: Deadline) -> str:
    """The answer for people: due date, rule, citation and its mark, one step per line, then every reading and note."""
    lines = [
        *_head(deadline),
        "",
        *_steps(deadline),
        *(line for other in deadline.alternatives for line in ("", "Bacaan lain:", *_head(other), *_steps(other))),
    ]
    if deadline.notes:
        lines += ["", *(f"- {note}" for note in deadline.notes)]
    return "\n".join(lines)


def why_date_json(deadline: Deadline) -> dict[str, Any]:
    """The answer for machines: codes and ISO dates, texts in Indonesian."""
    return {
        "rule": deadline.rule,
        "label": deadline.label,
        "start": deadline.start.isoformat(),
        "counted_from": deadline.counted_from,
        "due": deadline.due.isoformat(),
        "due_at": deadline.due_at.isoformat() if deadline.due_at else None,
        "amount": deadline.amount,
        "unit": deadline.unit.value,
        "direction": deadline.direction.value,
        "source_kind": deadline.source_kind.value,
        "source": {
            "instrument": deadline.citation.instrument,
            "article": deadline.citation.article,
            "verification": deadline.citation.verification.value,
        },
        "provisional": deadline.provisional,
        "needs_review": deadline.needs_review,
        "calendar_version": deadline.calendar_version,
        "steps": [{"date": step.day.isoformat(), "number": step.number, "text": step.text} for step in deadline.steps],
        "notes": list(deadline.notes),
        "alternatives": [why_date_json(other) for other in deadline.alternatives],
    }


def _head(deadline: Deadline) -> list[str]:
    due = with_time(deadline.due_at) if deadline.due_at else with_weekday(deadline.due)
    mark = VERIFICATION_LABELS[deadline.citation.verification]
    return [
        f"Tanggal: {due} ({deadline.due.isoformat()}){_warnings(deadline)}",
        f"Aturan: {deadline.label} ({deadline.rule}), {deadline.term_in_words}",
        f"Dasar: {deadline.citation} ({mark}: {deadline.citation.verification.value})",
    ]


def _warnings(deadline: Deadline) -> str:
    marks = {"sementara": deadline.provisional, "perlu ditinjau": deadline.needs_review}
    words = [word for word, holds in marks.items() if holds]
    return f" – {', '.join(words)}" if words else ""


def _steps(deadline: Deadline) -> list[str]:
    return [f"  {step.day.isoformat()}  {step.text}" for step in deadline.steps]
