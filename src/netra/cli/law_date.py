"""The answer of `netra why-date`: a due date, its article, and every step of the counting."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from netra.law import why_date as answers
from netra.law.deadline_rules import DeadlineError

CANNOT_ANSWER = 2


def list_rules(options: Namespace) -> int:
    """Key and label of every rule."""
    rules = answers.list_rules()
    if options.json:
        print(json.dumps([{"rule": key, "label": label} for key, label in rules], ensure_ascii=False, indent=2))
        return 0
    width = max(len(key) for key, _label in rules)
    for key, label in rules:
        print(f"{key:<{width}}  {label}")
    return 0


def why_date(options: Namespace) -> int:
    """The deadline, for people or machines; what is missing is asked for by name."""
    try:
        deadline = answers.why_date(
            options.rule,
            options.start,
            regime=options.regime,
            level=options.level,
            imposed_by=options.imposed_by,
            penalty=options.penalty,
            election_kind=options.election_kind,
        )
    except DeadlineError as error:
        print(f"netra why-date: {in_options(str(error))}", file=sys.stderr)
        return CANNOT_ANSWER
    if options.json:
        print(json.dumps(answers.why_date_json(deadline), ensure_ascii=False, indent=2))
    else:
        print(answers.why_date_text(deadline))
    return 0


def in_options(message: str) -> str:
    """The names of qualifiers as one types them here."""
    for name in ("regime", "level", "imposed_by", "penalty", "election_kind"):
        message = message.replace(f"{name} (", f"--{name.replace('_', '-')} (").replace(
            f"({name})", f"(--{name.replace('_', '-')})"
        )
    return message
