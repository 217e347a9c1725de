"""Suspected duplicates: two reports that may be about the same, with the reasons why it looks so. Pure.

It suggests and never decides: a score orders the list, an officer judges, and nothing is merged. Four grounds suffice:
the same person, the same text, the same file, or many of the same words; day, place and form only support them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.matching.copies import Likeness, likeness

# Reports about the same event are rarely dated further apart than this.
NEAR_DAYS = 14
# Fewer shared words than this say nothing; below the share, two stories merely have the same subject.
_SHARED_WORDS, _SHARED_PART = 4, 0.3
_SHORTEST_WORD = 4
# From here on two texts are called the same; the words in which they part are told all the same.
_SAME_TEXT = 0.95
_WORD = re.compile(r"\w+")
# Words of every report: they would make any two stories alike.
_COMMON = frozenset(
    _WORD.findall(
        """yang dengan untuk pada dari dalam adalah saya kami mereka tidak sudah akan telah oleh karena juga atau bahwa
        tersebut sebagai kepada serta saat para pegawai netral netralitas calon pasangan dukung mendukung dukungan"""
    )
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a report; `story` are its words in order, `files` the hashes of what was attached."""

    ref: str
    region_code: str
    act_date: date | None
    conduct: str
    names: frozenset[str]
    words: frozenset[str]
    story: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Another report that may be about the same; `weight` only orders, `reasons` are for the officer.

    `copy` says what two texts share of which one is a copy of the other.
    """

    ref: str
    weight: int
    reasons: tuple[str, ...]
    copy: Likeness | None = None


def words_of(*texts: str) -> frozenset[str]:
    """The words of a story that tell it from others."""
    found = (word for text in texts for word in _WORD.findall(text.casefold()))
    return frozenset(word for word in found if len(word) >= _SHORTEST_WORD and word not in _COMMON)


def name_key(name: str) -> str:
    """A name without titles, signs and case, for comparing; too short a name compares with nothing."""
    words = [word for word in _WORD.findall(name.casefold()) if len(word) > 2]
    return " ".join(words) if len("".join(words)) >= _SHORTEST_WORD else ""


def suspicions(report: Sketch, others: Iterable[Sketch]) -> list[Suspicion]:
    """The others that look alike, most alike first; a shared region alone is no reason."""
    found = (compared(report, other) for other in others if other.ref != report.ref)
    return sorted((one for one in found if one is not None), key=lambda one: (-one.weight, one.ref))


def compared(report: Sketch, other: Sketch) -> Suspicion | None:
    """Why two reports may be about the same; None where nothing speaks for it."""
    copy = likeness(report.story, other.story)
    # Of a copied text the single words say nothing more.
    about_text, about_story = _same_text(copy), [] if copy else _same_words(report, other)
    about_person, about_files = _same_names(report, other), _same_files(report, other)
    grounds = [*about_text, *about_files, *about_person, *about_story]
    if not grounds:
        return None
    reasons = [*grounds, *_same_circumstances(report, other)]
    weight = 4 * len(about_text) + 4 * len(about_files) + 2 * len(about_person) + 2 * len(about_story)
    return Suspicion(other.ref, weight + len(reasons), tuple(reasons), copy)


def _same_text(copy: Likeness | None) -> list[str]:
    if copy is None:
        return []
    if copy.share >= _SAME_TEXT:
        return [_("Tulisannya sama.")]
    if copy.contained > copy.share and copy.contained >= _SAME_TEXT:
        return [_("Tulisan yang lebih pendek seluruhnya ada dalam yang lebih panjang.")]
    return [_("Tulisannya mirip: %(share)d dari 100 rangkaian tiga kata sama.") % {"share": round(100 * copy.share)}]


def _same_files(report: Sketch, other: Sketch) -> list[str]:
    count = len(report.files & other.files)
    return [_("Berkas yang persis sama dilampirkan pada keduanya: %(count)d.") % {"count": count}] if count else []


def _same_names(report: Sketch, other: Sketch) -> list[str]:
    return [_("Nama terlapor yang ditulis sama.")] if report.names & other.names else []


def _same_words(report: Sketch, other: Sketch) -> list[str]:
    shared = report.words & other.words
    smaller = min(len(report.words), len(other.words))
    if len(shared) < _SHARED_WORDS or len(shared) < _SHARED_PART * smaller:
        return []
    sample = ", ".join(sorted(shared, key=lambda word: (-len(word), word))[:5])
    return [_("%(count)d kata uraian sama, antara lain: %(sample)s.") % {"count": len(shared), "sample": sample}]


def _same_circumstances(report: Sketch, other: Sketch) -> list[str]:
    reasons = []
    if report.act_date and other.act_date:
        days = abs((report.act_date - other.act_date).days)
        if days <= NEAR_DAYS:
            reasons.append(
                _("Tanggal kejadian sama.")
                if days == 0
                else _("Tanggal kejadian berselisih %(days)d hari.") % {"days": days}
            )
    if report.conduct and report.conduct == other.conduct:
        reasons.append(_("Bentuk perbuatan sama."))
    if report.region_code == other.region_code:
        reasons.append(_("Wilayah sama."))
    return reasons
