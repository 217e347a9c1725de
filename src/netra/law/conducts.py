"""What an officer can observe, and which violation forms it may be in each phase of an election.

A conduct is a fact. Which of its forms is in force is a question of the day, answered by `netra.law.assess`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from netra.law.data_files import Entry, MalformedData, refuse_unknown_keys
from netra.law.loading import read_family, text_of
from netra.law.violations import FORMS, Form
from netra.law.vocabulary import Phase


@dataclass(frozen=True, slots=True, eq=False)
class Conduct:
    """One observable act with its Indonesian label and its forms before and after the candidates are determined."""

    code: str
    label: str
    prospective: tuple[Form, ...]
    candidate: tuple[Form, ...]

    def forms_in(self, phase: Phase | None) -> tuple[Form, ...]:
        """The forms of that phase; of both where the phase is not known."""
        if phase is Phase.PROSPECTIVE:
            return self.prospective
        if phase is Phase.CANDIDATE:
            return self.candidate
        return tuple(dict.fromkeys((*self.prospective, *self.candidate)))


def _conduct(code: str, entry: Entry) -> Conduct:
    refuse_unknown_keys(entry, ("label", "prospective", "candidate"), where=code)
    forms: dict[str, tuple[Form, ...]] = {}
    for phase in Phase:
        codes = entry.get(phase.value) or ()
        unknown = [form for form in codes if form not in FORMS]
        if unknown:
            raise MalformedData(f"{code}: no such form as {', '.join(unknown)}")
        forms[phase.value] = tuple(FORMS[form] for form in codes)
    return Conduct(code, text_of(code, entry, "label"), **forms)


def load_conducts(entries: Mapping[str, Entry]) -> Mapping[str, Conduct]:
    return MappingProxyType({code: _conduct(code, entry) for code, entry in entries.items()})


CONDUCTS = load_conducts(read_family("conducts.yaml", key="conducts"))
