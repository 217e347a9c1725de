"""The trail as a file of JSON lines, and its check with nothing but the file.

Line 1 says what the file is; then one line per event, in the order of chain and number; then the daily roots; the
last line counts and sums up. Every line is canonical JSON, so a single changed byte anywhere is found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from netra.trust.models import ChainHead, DailyRoot
from netra.trust.trail.canonical import GENESIS, Link, RunningRoot, TrailCheck, Value, canonical
from netra.trust.trail.stored import StoredLink, stored_links
from netra.trust.trail.walk import Walk

VERSION = 1
_SHAPES: Mapping[str, Mapping[str, type]] = {
    "netra-trail": {"version": int, "scope": str},
    "event": {
        "chain": str,
        "seq": int,
        "at": str,
        "actor": str,
        "verb": str,
        "subject": str,
        "payload": str,
        "citation": str,
        "clock_regressed": bool,
        "prev_hash": str,
        "hash": str,
        "day": str,
    },
    "root": {"day": str, "heads": int, "prev_root": str, "root": str},
    "end": {"events": int, "chains": int, "sum": str},
}


def export_lines(chains: Iterable[str] | None = None) -> Iterator[str]:
    """The lines of the file, without line ends. Daily roots are in it only when all chains are."""
    wanted = None if chains is None else frozenset(chains)
    total = hashlib.sha256()
    events = seen_chains = 0
    last_chain = ""
    for line in _head_and_events(wanted):
        if line["kind"] == "event":
            events += 1
            seen_chains += line["chain"] != last_chain
            last_chain = str(line["chain"])
        yield _summed(total, line)
    if wanted is None:
        for line in _roots():
            yield _summed(total, line)
    yield canonical({"kind": "end", "events": events, "chains": seen_chains, "sum": total.hexdigest()})


def unknown_chains(chains: Iterable[str]) -> list[str]:
    """Those of these chains that the trail does not have."""
    wanted = set(chains)
    return sorted(wanted - set(ChainHead.objects.filter(chain__in=wanted).values_list("chain", flat=True)))


def verify_export_file(path: Path, *, known_roots: Mapping[date, str] | None = None) -> TrailCheck:
    """Check an exported file. Fails with OSError when it cannot be read."""
    with path.open("rb") as lines:
        return verify_export(lines, known_roots=known_roots)


def verify_export(lines: Iterable[str | bytes], *, known_roots: Mapping[date, str] | None = None) -> TrailCheck:
    """Check exported lines, with no database: changed bytes, missing lines, broken chains, wrong daily roots.

    `known_roots` are daily roots kept elsewhere, on paper or published. Without one the entire file may have been
    written anew: whoever changes it can compute every hash in it again.
    """
    reader = _Reader(known_roots or {})
    for number, line in enumerate(lines, start=1):
        reader.line(number, line)
    reader.finish()
    return reader.check


def _head_and_events(wanted: frozenset[str] | None) -> Iterator[dict[str, Value]]:
    yield {"kind": "netra-trail", "version": VERSION, "scope": "all" if wanted is None else "chains"}
    for stored in stored_links(wanted):
        yield _event_line(stored, with_day=wanted is None)


def _event_line(stored: StoredLink, *, with_day: bool) -> dict[str, Value]:
    day = stored.rooted_day.isoformat() if with_day and stored.rooted_day else ""
    return {"kind": "event", **stored.link.fields(), "hash": stored.hash, "day": day}


def _roots() -> Iterator[dict[str, Value]]:
    for root in DailyRoot.objects.order_by("pk").iterator():
        yield {
            "kind": "root",
            "day": root.day.isoformat(),
            "heads": root.heads,
            "prev_root": root.prev_root,
            "root": root.root,
        }


def _summed(total: hashlib._Hash, line: Mapping[str, Value]) -> str:
    text = canonical(line)
    total.update(text.encode() + b"\n")
    return text


class _Reader:
    """Reads the file line by line; keeps one running sum and one unfinished root per day, nothing else."""

    def __init__(self, known_roots: Mapping[date, str]) -> None:
        self.check = TrailCheck()
        self._known = {day.isoformat(): root for day, root in known_roots.items()}
        self._walk = Walk(self.check)
        self._sum = hashlib.sha256()
        self._days: dict[str, RunningRoot] = {}
        self._prev_root = GENESIS
        self._number = 0
        self._ended = False

    def line(self, number: int, raw: str | bytes) -> None:
        self._number = number
        fields = self._parsed(raw)
        if fields is None:
            return
        kind = fields.pop("kind")
        if self._ended:
            self._found("AFTER_END", _("ada baris setelah baris penutup"))
        if (number == 1) != (kind == "netra-trail"):
            self._found("HEADER", _("berkas tidak dimulai dengan satu baris pembuka jejak Netra"))
        match kind:
            case "netra-trail":
                self._header(fields)
            case "event":
                self._event(fields)
            case "root":
                self._root(fields)
            case "end":
                self._end(fields)

    def finish(self) -> None:
        if not self._ended:
            self._found("TRUNCATED", _("berkas terpotong: baris penutup tidak ada"))
        for day in self._days:
            self._found("ROOT_REMOVED", _("akar harian %(day)s tidak ada di berkas ini") % {"day": day})
        for day in sorted(self._known):
            self._found("ROOT_REMOVED", self._why_no_root() % {"day": day})

    def _why_no_root(self) -> str:
        if self.check.file == "chains":
            return _(
                "akar harian %(day)s tidak dapat dibandingkan: berkas ini hanya memuat sebagian rantai. Mintalah "
                "ekspor seluruh jejak"
            )
        return _("akar harian %(day)s pernah diumumkan, tetapi tidak ada")

    def _parsed(self, raw: str | bytes) -> dict[str, Value] | None:
        """The fields of a line, or None after saying what is wrong; also feeds the sum over all lines."""
        try:
            text = (raw.decode() if isinstance(raw, bytes) else raw).removesuffix("\n")
            fields = json.loads(text)
            if canonical(fields) != text or not _has_shape(fields):
                raise ValueError("not as it was written")
            encoded = text.encode() + b"\n"
        except (ValueError, RecursionError, TypeError, AttributeError):
            self._found("LINE", _("baris ini bukan baris yang pernah ditulis: rusak atau diubah"))
            return None
        if fields["kind"] != "end":
            self._sum.update(encoded)
        return dict(fields)

    def _header(self, fields: Mapping[str, Value]) -> None:
        if fields["version"] != VERSION:
            self._found("VERSION", _("versi berkas %(found)s tidak dikenal") % {"found": fields["version"]})
        self.check.file = "chains" if fields["scope"] == "chains" else "all"

    def _event(self, fields: dict[str, Value]) -> None:
        day, digest = str(fields.pop("day")), str(fields.pop("hash"))
        link = Link(**fields)  # type: ignore[arg-type]  # the shape was checked in _parsed
        self._walk.step(link, digest)
        if day:
            self._days.setdefault(day, RunningRoot(day)).add(link.chain, link.seq, digest)

    def _root(self, fields: Mapping[str, Value]) -> None:
        day = str(fields["day"])
        running = self._days.pop(day, None) or RunningRoot(day)
        expected = (running.root(self._prev_root), running.heads, self._prev_root)
        if (fields["root"], fields["heads"], fields["prev_root"]) != expected:
            self._found("ROOT", _("akar harian %(day)s tidak cocok dengan peristiwa di berkas ini") % {"day": day})
        known = self._known.pop(day, None)
        if known is not None and known != fields["root"]:
            self._found("ROOT_KNOWN", _("akar harian %(day)s lain dari yang diumumkan") % {"day": day})
        elif known is not None:
            self.check.published = day
        self.check.rooted = day
        self.check.roots += 1
        self._prev_root = str(fields["root"])

    def _end(self, fields: Mapping[str, Value]) -> None:
        self._ended = True
        counted = (self.check.events, self.check.chains, self._sum.hexdigest())
        if (fields["events"], fields["chains"], fields["sum"]) != counted:
            self._found(
                "SUM",
                _("jumlah atau sidik jari seluruh baris tidak cocok: ada baris yang diubah, hilang atau ditambah"),
            )

    def _found(self, code: str, message: str) -> None:
        self.check.found("", self._number, code, _("baris %(number)d: ") % {"number": self._number} + message)


def _has_shape(fields: Mapping[str, object]) -> bool:
    shape = _SHAPES.get(str(fields.get("kind")))
    if shape is None or fields.keys() - {"kind"} != shape.keys():
        return False
    return all(type(fields[name]) is kind for name, kind in shape.items())
