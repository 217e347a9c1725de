"""Why a person was proposed, in words: what agreed, how, and what did not."""

from __future__ import annotations

from netra.matching.lookup.alignment import Alignment, Relation
from netra.matching.lookup.attributes import Agreement, Attribute
from netra.matching.names import Name, Role, Token

_HOW = {
    Relation.EXACT: "“{asked}” sama",
    Relation.SPELLING: "“{asked}” ditulis “{borne}”",
    Relation.GLUED: "“{asked}” ditulis “{borne}” (disambung atau dipisah)",
    Relation.NEAR: "“{asked}” mirip “{borne}” (mungkin salah tulis)",
    Relation.SHORTENED: "“{asked}” dan “{borne}”: yang satu penggalan yang lain",
    Relation.INITIAL: "“{asked}” cocok dengan “{borne}” sebagai inisial",
}


def name_agreed(alignment: Alignment) -> list[str]:
    """One phrase per pair of words."""
    told = []
    for pair in sorted(alignment.pairs, key=lambda pair: pair.asked[0]):
        asked, borne = _joined(alignment.asked, pair.asked), _joined(alignment.borne, pair.borne)
        told.append(_HOW[pair.relation].format(asked=asked, borne=borne))
    return told


def name_differed(alignment: Alignment, asked: Name, borne: Name) -> list[str]:
    """Words on one side only, another order, titles that exclude each other."""
    told = [f"“{_shown(token)}” tidak ada dalam nama di register" for token in alignment.left_asked]
    told += [f"“{_shown(token)}” hanya ada dalam nama di register" for token in alignment.left_borne]
    if not alignment.in_order:
        told.append("urutan kata berbeda")
    if asked.sex and borne.sex and asked.sex != borne.sex:
        told.append("gelar menunjukkan jenis kelamin yang berbeda")
    missing = {title.code for title in asked.titles if title.kind == "DEGREE"} - {t.code for t in borne.titles}
    if missing:
        told.append(f"gelar yang tidak ada di register: {', '.join(sorted(missing))}")
    return told


def attribute_phrase(attribute: Attribute, agreement: Agreement, asked: str, borne: str) -> str:
    """One phrase on one attribute; empty where it says nothing."""
    column = attribute.label or attribute.borne.replace("_", " ")
    asked, borne = attribute.shown(asked), attribute.shown(borne)
    if agreement is Agreement.SAME:
        return f"{column} sama ({borne})"
    if agreement is Agreement.PARTLY:
        return f"{column} hampir sama ({asked}; register: {borne})"
    return f"{column} berbeda ({asked}; register: {borne})" if agreement is Agreement.DIFFERENT else ""


def _joined(tokens: tuple[Token, ...], places: tuple[int, ...]) -> str:
    return " ".join(_shown(tokens[place]) for place in places)


def _shown(token: Token) -> str:
    return f"{token.text.upper()}." if token.role is Role.INITIAL else token.text.capitalize()
