"""What speaks for and against two names being one person, as numbers the model weighs.

Every number of information is a natural logarithm of rarity, so that a weight of 1 is what the theory of Fellegi and
Sunter gives to a sure agreement; the weights say how far each kind of agreement falls short of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from netra.matching.lookup.alignment import Alignment, Relation
from netra.matching.lookup.attributes import Agreement, Attribute
from netra.matching.lookup.index import Index, Person, tempered_rarity
from netra.matching.names import Name, Role, Token

Features = Mapping[str, float]
_HEAVY = 8.0
# House and birth come together ("I Gusti Ketut"): they tell less than so many independent words.
_RANKS = (Role.NOBLE, Role.ARTICLE, Role.DESCENT)


def name_features(alignment: Alignment, asked: Name, person: Person, index: Index) -> dict[str, float]:
    """What the two written names say, titles included."""
    found: dict[str, float] = defaultdict(float)
    for pair in alignment.pairs:
        if alignment.asked[pair.asked[0]].role in _RANKS:
            found["rank_information"] += min(pair.information, _HEAVY)
            continue
        relation = pair.relation.lower()
        found[f"{relation}_information"] += pair.information
        if pair.relation not in (Relation.EXACT, Relation.SPELLING):
            found[f"{relation}_count"] += 1
        if pair.relation in (Relation.NEAR, Relation.GLUED):
            found["letters_apart"] += pair.apart
    found["words_out_of_order"] = float(not alignment.in_order)
    _left_over(found, "asked", alignment.left_asked, index)
    _left_over(found, "borne", alignment.left_borne, index)
    _titles(found, asked, person.name, index)
    return {name: value for name, value in found.items() if value}


def is_complete(alignment: Alignment) -> bool:
    """Whether no core word of either name is left without a partner."""
    return not any(token.role is Role.CORE for token in (*alignment.left_asked, *alignment.left_borne))


def whole_name_feature(alignment: Alignment, complete: int, index: Index) -> dict[str, float]:
    """How much rarer the whole name is than its words let expect, where it is complete: common words meet rarely.

    `complete` is how many people the question fits completely; the register is asked, not the product of its words.
    """
    if not is_complete(alignment):
        return {}
    surplus = tempered_rarity(complete, index.size()) - sum(pair.information for pair in alignment.pairs)
    return {"whole_name_information": surplus} if surplus > 0 else {}


def _left_over(found: dict[str, float], side: str, left: Sequence[Token], index: Index) -> None:
    """Words without a partner: a core word weighs much, an initial or a rank little."""
    for token in left:
        if token.role is Role.CORE:
            found[f"left_{side}_count"] += 1
            found[f"left_{side}_information"] += min(index.information(token.key), _HEAVY)
        elif token.role is Role.INITIAL:
            found["left_initial_count"] += 1
        else:
            found["left_rank_count"] += 1


def _titles(found: dict[str, float], asked: Name, borne: Name, index: Index) -> None:
    one = {title.code for title in asked.titles if title.kind not in ("ADDRESS", "OFFICE")}
    other = {title.code for title in borne.titles if title.kind not in ("ADDRESS", "OFFICE")}
    found["titles_same_information"] = sum(index.title_information(code) for code in one & other)
    found["titles_missing_count"] = float(len(one - other))
    found["titles_more_count"] = float(len(other - one))
    found["sex_of_titles_differs"] = float(bool(asked.sex and borne.sex and asked.sex != borne.sex))


def attribute_features(
    asked: Mapping[str, str], person: Person, attributes: Sequence[Attribute], index: Index
) -> dict[str, float]:
    """What the attributes say; each kind has weights of its own."""
    found: dict[str, float] = defaultdict(float)
    for attribute in attributes:
        one, other = asked.get(attribute.asked, ""), person.attributes.get(attribute.borne, "")
        agreement = attribute.agreement(one, other)
        if agreement is Agreement.UNKNOWN:
            continue
        found[f"{attribute.kind}_{agreement}".lower()] += 1
        if agreement is not Agreement.DIFFERENT:
            found[f"{attribute.kind}_information".lower()] += attribute_information(attribute, one, other, index)
    return dict(found)


def attribute_information(attribute: Attribute, asked: str, borne: str, index: Index) -> float:
    """How much it says that somebody bears what the two values share: the rarest of it, 0 where they share nothing."""
    shared = attribute.agreed_values(asked, borne)
    return max((index.attribute_information(attribute.borne, value) for value in shared), default=0.0)
