"""Who a written name may be in a register: `Lookup.find` ranks people with probabilities and reasons.

A register is anything that answers `Index`; `memory_lookup` makes one of rows. What is compared beside the name are
`Attribute`s; how often their values occur is counted, so that a common value proves little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netra.matching.lookup.answers import Answer, Candidate, Decision
from netra.matching.lookup.attributes import Attribute, Kind, kind_of
from netra.matching.lookup.finding import PERSON_ATTRIBUTES, Lookup
from netra.matching.lookup.index import Index, MemoryIndex, Person, people_of

__all__ = [
    "Answer",
    "Attribute",
    "Candidate",
    "Decision",
    "Index",
    "Kind",
    "Lookup",
    "Person",
    "kind_of",
    "memory_lookup",
]


def memory_lookup(
    rows: Iterable[Mapping[str, str]],
    *,
    ref: str = "ref",
    name: str = "name",
    attributes: Sequence[Attribute] = PERSON_ATTRIBUTES,
) -> Lookup:
    """A lookup over rows held in memory; `ref` and `name` are columns of the rows."""
    people = people_of(rows, ref=ref, name=name)
    index = MemoryIndex(people)
    for attribute in attributes:
        index.count_values(
            attribute.borne, (attribute.counted(person.attributes.get(attribute.borne, "")) for person in people)
        )
    return Lookup(index, attributes)
