"""What a crime threatens, as figures: so that two laws on one act can be compared (KUHP Pasal 3 ayat (1)).

Months of deprivation of liberty and rupiah of fine, each as (least, most); the words of the law stand in the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from netra.law.data_files import Entry, MalformedData, refuse_unknown_keys

Range = tuple[int, int]


class Joined(StrEnum):
    """How deprivation of liberty and fine stand together."""

    AND = "AND"  # both must be imposed
    AND_OR = "AND_OR"  # one may be enough


@dataclass(frozen=True, slots=True)
class Penalty:
    """One threat: `prison` and `confinement` (kurungan) in months, `fine` in rupiah; None where not threatened."""

    prison: Range | None
    confinement: Range | None
    fine: Range | None
    joined: Joined | None

    @property
    def liberty(self) -> tuple[int, int]:
        """How grave the deprivation of liberty is at most: its kind (prison above confinement), then its months."""
        if self.prison:
            return 2, self.prison[1]
        return (1, self.confinement[1]) if self.confinement else (0, 0)

    @property
    def least(self) -> tuple[int, int]:
        """The special minimums, of liberty and of fine."""
        liberty = self.prison or self.confinement or (0, 0)
        return liberty[0], (self.fine or (0, 0))[0]


NOTHING = Penalty(prison=None, confinement=None, fine=None, joined=None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """In what each of two laws is milder for the offender."""

    newer_milder: tuple[str, ...]
    older_milder: tuple[str, ...]


NO_LIBERTY = "tidak ada pidana perampasan kemerdekaan"
LESS_LIBERTY = "pidana perampasan kemerdekaannya lebih ringan"
NOT_BOTH = "penjara dan denda tidak harus dijatuhkan bersama"
LESS_MINIMUM = "pidana minimumnya lebih rendah atau tidak ada"
LESS_FINE = "denda paling banyaknya lebih rendah"


def compare(older: Penalty, newer: Penalty) -> Comparison:
    """In what the newer and in what the older threat is milder; neither where they are the same."""
    before, after = dict(_measured(older)), dict(_measured(newer))
    shared = [words for words in before if words in after]
    return Comparison(
        newer_milder=tuple(_said(words, newer) for words in shared if after[words] < before[words]),
        older_milder=tuple(_said(words, older) for words in shared if before[words] < after[words]),
    )


def _measured(penalty: Penalty) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What can be compared, the smaller the milder; how two penalties are joined only where there are two."""
    yield LESS_LIBERTY, penalty.liberty
    if penalty.joined:
        yield NOT_BOTH, (int(penalty.joined is Joined.AND),)
    yield LESS_MINIMUM, penalty.least
    yield LESS_FINE, ((penalty.fine or (0, 0))[1],)


def _said(words: str, milder: Penalty) -> str:
    return NO_LIBERTY if words == LESS_LIBERTY and milder.liberty == (0, 0) else words


def penalty_of(where: str, entry: Entry) -> Penalty:
    """The threat of a row; NOTHING where its penalty is not that of a crime."""
    raw = entry.get("penalty")
    if raw is None:
        return NOTHING
    refuse_unknown_keys(raw, ("prison", "confinement", "fine", "joined"), where=f"{where}, penalty")
    found = Penalty(
        prison=_range(where, raw, "prison"),
        confinement=_range(where, raw, "confinement"),
        fine=_range(where, raw, "fine"),
        joined=Joined(raw["joined"]) if "joined" in raw else None,
    )
    both = found.liberty > (0, 0) and found.fine is not None
    if both != (found.joined is not None):
        raise MalformedData(f"{where}: `joined` says how liberty and fine stand together, and only that")
    return found


def _range(where: str, raw: Entry, key: str) -> Range | None:
    if key not in raw:
        return None
    least, most = raw[key]
    if not 0 <= least <= most:
        raise MalformedData(f"{where}: {key} {raw[key]} is no range")
    return least, most
