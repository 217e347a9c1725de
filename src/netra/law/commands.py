"""What `netra assess` and `netra gap` print for a file, and with which exit code.

0: every record was answered; 1: some record could not be read, the others were answered; 2: the file could not be read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from netra.law.assess import assess
from netra.law.case_files import UnreadableFile, read_cases
from netra.law.gap import gap, summarise
from netra.law.in_words import assessment_in_words, gap_in_words, summary_in_words
from netra.law.region_reading import ReadRegion, as_written

ANSWERED, SOME_UNREADABLE, FILE_UNREADABLE = 0, 1, 2


def assess_file(path: str | Path, *, as_json: bool, read_region: ReadRegion = as_written) -> tuple[str, int]:
    """The answers for a file of records, in their order, as JSON or as Indonesian text."""
    try:
        results = [assess(record, read_region=read_region) for record in read_cases(Path(path))]
    except UnreadableFile as error:
        return str(error), FILE_UNREADABLE
    if as_json:
        return _json(results), _exit_code(results)
    return "\n\n".join(assessment_in_words(result) for result in results), _exit_code(results)


def gap_file(path: str | Path, *, as_json: bool, read_region: ReadRegion = as_written) -> tuple[str, int]:
    """The gaps for a file of records and their summary: JSON `{"records": […], "summary": {…}}`, or text."""
    try:
        results = [gap(record, read_region=read_region) for record in read_cases(Path(path))]
    except UnreadableFile as error:
        return str(error), FILE_UNREADABLE
    summary = summarise(results)
    if as_json:
        return _json({"records": results, "summary": summary}), _exit_code(results)
    lines = [gap_in_words(result) for result in results]
    return "\n".join([*lines, "", summary_in_words(summary)]), _exit_code(results)


def _json(content: Any) -> str:
    """Readable JSON; a lone surrogate in an id is escaped rather than breaking the terminal."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _exit_code(results: Sequence[Mapping[str, Any]]) -> int:
    return SOME_UNREADABLE if any(result.get("error") is not None for result in results) else ANSWERED
