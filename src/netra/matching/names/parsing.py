"""Reading a written name: what stands around it is split off and kept as evidence, the rest becomes tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from netra.matching.names.affixes import after_comma, bare, before, known_degrees, tail
from netra.matching.names.cleaning import clean
from netra.matching.names.parsed import Name, Remark, Role, Title, Token
from netra.matching.names.rules import Reading, degrees, readings, title_words, titles
from netra.matching.names.spelling import spelling_key

_PARENTHESES = re.compile(r"\(([^()]*)\)|\(([^()]*)$")
_WORDS = re.compile(r"[A-Za-z]+\.?")
_NO_NAMES = title_words("notes") | title_words("rank_words") | degrees()[1]
_PARTICLES = (Role.NOBLE, Role.ARTICLE)


@dataclass
class _Reader:
    """What has been gathered from one name so far."""

    words: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def parse(written: str) -> Name:
    """Read a name as somebody wrote it; never fails. Without tokens, `remarks` tell why."""
    text, remarks = clean(written)
    reader = _Reader()
    segments = [_WORDS.findall(segment) for segment in _without_parentheses(text, reader).split(",")]
    for segment, following in zip(segments, [*segments[1:], []], strict=True):
        _read_segment(segment, following, reader)
    tokens = _tokens([bare(word) for word in reader.words])
    aliases = _tokens([bare(word) for word in reader.aliases])
    if not tokens and aliases:
        tokens, aliases = aliases, ()
    return Name(written, tokens, aliases, tuple(reader.titles), _remarks(text, remarks, tokens, reader))


def _without_parentheses(text: str, reader: _Reader) -> str:
    """A parenthesis holds a title, a note or another name of the person."""

    def taken(parenthesis: re.Match[str]) -> str:
        words = _WORDS.findall(parenthesis.group(1) or parenthesis.group(2) or "")
        head, rest = before(words)
        reader.titles += head
        if all(bare(word) in _NO_NAMES for word in rest) or len("".join(map(bare, rest))) < 2:
            return " "
        reader.aliases += [word for word in rest if bare(word) not in degrees()[1]]
        return " "

    return _PARENTHESES.sub(taken, text)


def _read_segment(words: list[str], following: list[str], reader: _Reader) -> None:
    """What stands between two commas. Before there is a name it is one; after it, degrees or a part of it."""
    words, alias = _split_alias(words)
    reader.aliases += alias
    if reader.words and (after := after_comma(words)) is not None:
        reader.titles += after
        return
    if reader.titles and (known := known_degrees(words)):
        reader.titles += known
        return
    head, rest = before(words)
    reader.titles += head
    if any(title.kind == "OFFICE" for title in head) and (reader.words or after_comma(following) is None):
        return
    rest, behind = tail(rest)
    reader.titles += behind
    reader.words += [word for word in _with_letters_joined(rest) if not _inner_title(word, reader)]


def _with_letters_joined(words: list[str]) -> list[str]:
    """Letters with dots between them are one word where they abbreviate a house: "A.A." is Anak Agung."""
    if not any(len(word) == 2 and word[1] == "." for word in words):
        return words
    joined: list[str] = []
    while words:
        count = next((count for count in (3, 2) if _abbreviates_a_house(words[:count], count)), 1)
        joined.append("".join(words[:count]).replace(".", "") if count > 1 else words[0])
        words = words[count:]
    return joined


def _abbreviates_a_house(words: list[str], count: int) -> bool:
    if len(words) != count or not all(len(word) == 2 and word.endswith(".") for word in words):
        return False
    read = readings().get("".join(words).replace(".", "").lower(), ())
    return any(reading.role is Role.NOBLE for reading in read)


def _inner_title(word: str, reader: _Reader) -> bool:
    """A degree that got in between the words of a name."""
    known = titles().get(bare(word))
    if not reader.words or known is None or bare(word) not in title_words("inside"):
        return False
    reader.titles.append(known.title)
    return True


def _split_alias(words: list[str]) -> tuple[list[str], list[str]]:
    for place, word in enumerate(words):
        if bare(word) in title_words("aliases") and place + 1 < len(words):
            return words[:place], words[place + 1 :]
    return words, []


def _tokens(words: list[str]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for place in range(len(words)):
        tokens.append(_token(words, place, tokens))
    return tuple(tokens)


def _token(words: list[str], place: int, done: list[Token]) -> Token:
    word = words[place]
    for reading in readings().get(word, ()):
        if _stands_there(reading, words, place, done):
            return Token(word, spelling_key(reading.word.replace(" ", "")), reading.role)
    if len(word) == 1 or (len(word) == 2 and not set(word) & set("aeiou")):
        return Token(word, word, Role.INITIAL)
    return Token(word, spelling_key(word))


def _stands_there(reading: Reading, words: list[str], place: int, done: list[Token]) -> bool:
    """Whether the form stands where it is read so; a word that is the whole name is only itself."""
    if reading.role is not Role.CORE and len(words) == 1:
        return False
    last = place == len(words) - 1
    if reading.followers and (last or words[place + 1] not in reading.followers):
        return False
    if reading.where == "first":
        return not last and all(token.role in _PARTICLES for token in done)
    if reading.where == "after_particle":
        return not last and bool(done) and done[-1].role in _PARTICLES
    if reading.where == "middle":
        return not last and bool(done)
    return reading.where == "any" or last


def _remarks(text: str, remarks: tuple[Remark, ...], tokens: tuple[Token, ...], reader: _Reader) -> tuple[Remark, ...]:
    if not tokens and Remark.NOT_LATIN not in remarks:
        return (*remarks, Remark.ONLY_TITLES if reader.titles else Remark.EMPTY)
    if all(token.role is Role.INITIAL for token in tokens):
        return (*remarks, Remark.TOO_SHORT)
    return remarks
