"""Everything that the law room can say to an officer in whole sentences, gathered from its modules and its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

from netra.law import calendar, counting, crime_laws, deadlines, pausing, penalties, reasons, regime, stages
from netra.law.dated import Dated
from netra.law.deadline_rules import RULES, Term
from netra.law.violations import FORMS

MODULES = (reasons, crime_laws, penalties, regime, stages, counting, pausing, deadlines)


def sentences() -> set[str]:
    """Templates and the words that fill them."""
    found = {text for module in MODULES for text in _constants(module)}
    found |= set(calendar.WHY_FREE.values()) | {each.dispute for each in calendar.DEFAULT.days_off.values()}
    found |= {text for each in RULES.values() for branch in each.branches for text in _terms(branch.timeline.entries)}
    found |= {basis.sanction for form in FORMS.values() for basis in form.bases}
    return found - {""}


def _constants(module: ModuleType) -> Iterator[str]:
    """The words of a module: its public constants, alone or as the values of a table."""
    for name, value in vars(module).items():
        if name.isupper() and not name.startswith("_"):
            found = value.values() if isinstance(value, Mapping) else [value]
            yield from (each for each in found if type(each) is str)


def _terms(entries: Iterable[Dated[Term]]) -> Iterator[str]:
    for entry in entries:
        term = entry.value
        yield from (term.counted_from, *term.notes, term.conflict)
        if term.if_silent:
            yield term.if_silent.text
