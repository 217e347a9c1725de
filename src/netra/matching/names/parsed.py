"""A written name once it is read: its tokens, its titles, its other names, and what was odd about the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a word does in a name."""

    CORE = "CORE"  # it names the person
    INITIAL = "INITIAL"  # one or two letters that stand for a word
    NOBLE = "NOBLE"  # rank, house or caste: Raden, Andi, Gusti
    ARTICLE = "ARTICLE"  # I and Ni before Balinese names
    DESCENT = "DESCENT"  # bin, binti


class Remark(StrEnum):
    """Why a text gives less than a name, or what was cut from it."""

    EMPTY = "EMPTY"
    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    ONLY_TITLES = "ONLY_TITLES"
    NOT_LATIN = "NOT_LATIN"
    OTHER_TEXT = "OTHER_TEXT"


# What a remark says to whoever wrote the name.
REMARK_WORDS = {
    Remark.EMPTY: "Nama kosong.",
    Remark.TOO_SHORT: "Huruf awal saja bukan nama; tulis nama selengkapnya.",
    Remark.TOO_LONG: "Teks terlalu panjang untuk sebuah nama; hanya 200 huruf pertama yang dibaca.",
    Remark.ONLY_TITLES: "Hanya gelar atau sapaan yang tertulis; tulis namanya.",
    Remark.NOT_LATIN: "Nama dalam huruf lain tidak dapat dicocokkan; tulis dalam huruf Latin.",
    Remark.OTHER_TEXT: "Teks yang bukan nama (angka, NIP, atau tanda) diabaikan.",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: as written in small letters, and the key under which its spellings meet."""

    text: str
    key: str
    role: Role = Role.CORE


@dataclass(frozen=True, slots=True)
class Title:
    """A degree, rank or address beside the name; `code` is the same however it was abbreviated."""

    code: str
    kind: str
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What was written and what it says. Without tokens it names nobody, and `remarks` tell why."""

    written: str
    tokens: tuple[Token, ...] = ()
    aliases: tuple[Token, ...] = ()
    titles: tuple[Title, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def core(self) -> tuple[str, ...]:
        """The keys that name the person; names of one core are one name in different dress."""
        return tuple(token.key for token in self.tokens if token.role in (Role.CORE, Role.INITIAL))

    @property
    def sex(self) -> str:
        """L or P where a title tells it and none says otherwise, else empty."""
        told = {title.sex for title in self.titles if title.sex}
        return told.pop() if len(told) == 1 else ""
