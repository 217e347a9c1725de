"""Looking somebody up: candidates, what speaks for each, probabilities, reasons, decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netra.matching.lookup.alignment import Alignment, align
from netra.matching.lookup.answers import POINTS_AT_SOMEBODY, Answer, Candidate, decide, sentence_of
from netra.matching.lookup.attributes import Agreement, Attribute, Kind
from netra.matching.lookup.candidates import Chosen, candidates
from netra.matching.lookup.features import (
    attribute_features,
    attribute_information,
    is_complete,
    name_features,
    whole_name_feature,
)
from netra.matching.lookup.index import Index, Person
from netra.matching.lookup.model import Model, learned_model
from netra.matching.lookup.words import attribute_phrase, name_agreed, name_differed
from netra.matching.names import Name, parse

# What may be asked beside a name in `find`, and how it is compared. A register bears them under the same names.
PERSON_ATTRIBUTES = (
    Attribute("agency", "agency", Kind.GROUP),
    Attribute("unit", "unit", Kind.GROUP),
    Attribute("region", "region", Kind.REGION),
    Attribute("position", "position", Kind.OFFICE),
    Attribute("birth_year", "birth_year", Kind.YEAR),
    Attribute("employment", "employment", Kind.OFFICE),
)
# Whoever is less probable than this, or than a small part of what anybody of the register is by chance, is not listed.
_NOT_LISTED, _OF_CHANCE = 1e-6, 0.03
# Whoever fits as well as the first is among these, however few the asker wants to see.
_LOOKED_AT = 10


@dataclass(frozen=True, slots=True)
class Compared:
    """One person beside the question."""

    person: Person
    alignment: Alignment
    features: dict[str, float]
    name_weight: float


@dataclass(frozen=True, slots=True)
class Lookup:
    """A register that can be asked who a written name may be."""

    index: Index
    attributes: Sequence[Attribute] = PERSON_ATTRIBUTES
    model: Model | None = None

    def find(
        self,
        name: str,
        *,
        agency: str = "",
        unit: str = "",
        region: str = "",
        position: str = "",
        birth_year: int | None = None,
        employment: str = "",
        limit: int = 10,
    ) -> Answer:
        """Who this may be, by what is known beside the name; at most `limit` people, best first."""
        known = {"agency": agency, "unit": unit, "region": region, "position": position, "employment": employment}
        return self.match(name, {**known, "birth_year": str(birth_year or "")}, limit=limit)

    def match(self, name: str, known: Mapping[str, str], *, limit: int = 10) -> Answer:
        """The same for a row of a file: `known` holds its values by the columns of `attributes`."""
        asked, model = parse(name), self.model or learned_model()
        chosen = candidates(asked, self.index, known)
        compared = self._compared(asked, known, model, chosen)
        features = [each.features for each in compared]
        chances, nobody = model.probabilities(features, self.index.size(), alike=chosen.not_looked_at)
        order = sorted(zip(chances, compared, strict=True), key=lambda each: (-each[0], each[1].person.ref))
        least = min(_NOT_LISTED, _OF_CHANCE / max(self.index.size(), 1))
        listed = [each for each in order[: max(limit, _LOOKED_AT)] if each[0] >= least]
        ranked = tuple(self._candidate(asked, known, each, chance) for chance, each in listed)
        decision = decide(ranked, nobody, all_looked_at=not chosen.not_looked_at)
        return Answer(asked, ranked[:limit], nobody, decision, sentence_of(asked, ranked, decision))

    def compare(self, asked: Name, known: Mapping[str, str], model: Model) -> list[Compared]:
        """Everybody worth a look, with what speaks for and against them."""
        return self._compared(asked, known, model, candidates(asked, self.index, known))

    def _compared(self, asked: Name, known: Mapping[str, str], model: Model, chosen: Chosen) -> list[Compared]:
        people = self.index.people(chosen.numbers)
        aligned = [(person, align(asked, person.name, self.index)) for person in people]
        complete = sum(is_complete(alignment) for _person, alignment in aligned)
        found = []
        for person, alignment in aligned:
            features = name_features(alignment, asked, person, self.index)
            features |= whole_name_feature(alignment, complete, self.index)
            weight = model.weight_of(features)
            features |= attribute_features(known, person, self.attributes, self.index)
            found.append(Compared(person, alignment, features, weight))
        return found

    def _candidate(self, asked: Name, known: Mapping[str, str], compared: Compared, chance: float) -> Candidate:
        person = compared.person
        agreed = name_agreed(compared.alignment)
        differed = name_differed(compared.alignment, asked, person.name)
        agreeing, differing = set(), set()
        for attribute in self.attributes:
            one, other = known.get(attribute.asked, ""), person.attributes.get(attribute.borne, "")
            agreement = attribute.agreement(one, other)
            phrase = attribute_phrase(attribute, agreement, one, other)
            if agreement in (Agreement.SAME, Agreement.PARTLY):
                agreed.append(phrase)
                telling = attribute_information(attribute, one, other, self.index) >= POINTS_AT_SOMEBODY
                if telling and agreement is Agreement.SAME:
                    agreeing.add(attribute.borne)
            elif agreement is Agreement.DIFFERENT:
                differed.append(phrase)
                differing.add(attribute.borne)
        return Candidate(
            person=person,
            probability=chance,
            name_weight=compared.name_weight,
            agreed=tuple(agreed),
            differed=tuple(differed),
            attributes_agreeing=frozenset(agreeing),
            attributes_differing=frozenset(differing),
        )
