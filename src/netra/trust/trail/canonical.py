"""How an event is written down to be hashed, and what a check of the trail answers. Pure: no database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

Value = str | int | bool | None
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """One event as it is hashed: exactly these fields, nothing more."""

    chain: str
    seq: int
    at: str
    actor: str
    verb: str
    subject: str
    payload: str
    citation: str
    clock_regressed: bool
    prev_hash: str

    def fields(self) -> dict[str, Value]:
        return {
            "chain": self.chain,
            "seq": self.seq,
            "at": self.at,
            "actor": self.actor,
            "verb": self.verb,
            "subject": self.subject,
            "payload": self.payload,
            "citation": self.citation,
            "clock_regressed": self.clock_regressed,
            "prev_hash": self.prev_hash,
        }

    @property
    def digest(self) -> str:
        return sha256(canonical(self.fields()))


@dataclass(frozen=True, slots=True)
class LineProblem:
    """One thing that is wrong, named by its place: chain and number, or day, or line of an exported file."""

    chain: str
    seq: int
    code: str
    message: str


@dataclass(slots=True)
class TrailCheck:
    """What a check found. `ok` only when nothing at all is wrong; `trail.proven` says what that proves.

    `published` is the last day whose root was kept elsewhere and is the same here, empty when none was given.
    `rooted` is the last day that has a daily root, empty when there is none.
    `compared` counts the rows of cases, reports and letters that were held against their events; none in a file.
    `unknown` counts those of which something stands in no event, so that a rewritten one would not be found.
    `file` says what a checked file holds, "all" or "chains"; it is empty when the database itself was checked.
    `unrooted` counts chains that moved before yesterday and that no daily root has seen.
    `left_out` counts chains of which whoever checks is told nothing, because he may be accused there.
    `ahead` is the last day to come for which there is a root all the same, empty when there is none or nobody asked.
    """

    events: int = 0
    chains: int = 0
    roots: int = 0
    file: str = ""
    published: str = ""
    rooted: str = ""
    compared: int = 0
    unknown: int = 0
    unrooted: int = 0
    left_out: int = 0
    ahead: str = ""
    problems: list[LineProblem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.problems

    def found(self, chain: str, seq: int, code: str, message: str) -> None:
        self.problems.append(LineProblem(chain, seq, code, message))


def canonical(fields: Mapping[str, Value | list[str]]) -> str:
    """JSON with sorted keys and no spaces: the same content is always the same bytes."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def moment(at: datetime) -> str:
    """A moment in UTC to the microsecond, as both databases keep it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def root_over(prev_root: str, day: str, heads: Iterable[tuple[str, int, str]]) -> tuple[str, int]:
    """The root over heads given in the order of their chains, and their number."""
    running = RunningRoot(day)
    for chain, seq, digest in heads:
        running.add(chain, seq, digest)
    return running.root(prev_root), running.heads


class RunningRoot:
    """A daily root in the making: heads are fed in the order of their chains, one at a time."""

    def __init__(self, day: str) -> None:
        self.day = day
        self.heads = 0
        self._sum = hashlib.sha256()

    def add(self, chain: str, seq: int, digest: str) -> None:
        self._sum.update(canonical({"chain": chain, "hash": digest, "seq": seq}).encode() + b"\n")
        self.heads += 1

    def root(self, prev_root: str) -> str:
        fields: dict[str, Value] = {"day": self.day, "heads": self.heads, "prev_root": prev_root}
        return sha256(canonical({**fields, "sum": self._sum.hexdigest()}))
