"""Invented civil servants and invented members of parties, some of whom are the same: who is whom is known.

Names are recombined from invented words; numbers are made so that they have the right form. Of those who are on both
lists the names are written with slips, some days of birth are swapped or mistyped, some numbers are missing or wrong,
and a third now live elsewhere than where they serve.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from names_national import hurried, names

REGENCIES = 514
FIRST_DAY = date(1965, 1, 1)
DAYS = 40 * 365
REGISTER, PARTY = "register.csv", "party.csv"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as he is, whatever lists write of him."""

    name: str
    born: date
    woman: bool
    region: str
    serial: int

    @property
    def nik(self) -> str:
        """Sixteen digits as the population administration composes them."""
        day = self.born.day + (40 if self.woman else 0)
        return f"{self.region.replace('.', '')}01{day:02d}{self.born:%m%y}{self.serial % 9999 + 1:04d}"

    @property
    def nip(self) -> str:
        """Eighteen digits; the day of birth stands in front."""
        return f"{self.born:%Y%m%d}{self.born.year + 25}03{2 if self.woman else 1}{self.serial % 999 + 1:03d}"


def regencies(codes: list[str], draw: random.Random) -> Iterator[str]:
    """Regions without end, of which some have many more people than others."""
    heights = [1 / (place + 30) for place in range(len(codes))]
    while True:
        yield from draw.choices(codes, heights, k=10_000)


def people(draw: random.Random, codes: list[str]) -> Iterator[Person]:
    """People without end. One in forty has the first of January for a birthday: it is written where none is known."""
    called, living, serial = names(draw), regencies(codes, draw), 0
    while True:
        serial += draw.randrange(1, 50)
        born = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        born = born.replace(month=1, day=1) if draw.random() < 0.025 else born
        yield Person(next(called), born, draw.random() < 0.5, next(living), serial)


def write_lists(folder: Path, register: int, party: int, *, share: float, seed: int, codes: list[str]) -> None:
    """`register.csv` and `party.csv`; the column `truth` of both is the same for the same person."""
    draw = random.Random(seed)
    crowd = people(draw, codes)
    both = max(1, round(party * share))
    every = max(1, register // both)
    kept: list[tuple[int, Person]] = []
    with (folder / REGISTER).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("rid", "nama", "nip", "nik", "kode_wilayah", "truth"))
        for number in range(register):
            person = next(crowd)
            if number % every == 0 and len(kept) < both:
                kept.append((number, person))
            nik = person.nik if draw.random() < 0.5 else ""
            writer.writerow((f"R{number}", person.name, person.nip, nik, person.region, number))
    rows = [_listed(person, number, draw, codes) for number, person in kept]
    draw.shuffle(rows)
    with (folder / PARTY).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("nama", "nik", "tanggal_lahir", "jenis_kelamin", "kode_wilayah", "partai", "truth"))
        for number in range(party):
            if rows and number % max(1, party // both) == 0:
                writer.writerow(rows.pop())
            else:
                writer.writerow(_listed(next(crowd), register + number, draw, codes))


def _listed(person: Person, truth: int, draw: random.Random, codes: list[str]) -> tuple[str | int, ...]:
    """One line as a party writes it."""
    name = hurried(person.name, draw) if draw.random() < 0.4 else person.name
    region = draw.choice(codes) if draw.random() < 0.3 else person.region
    sex = "" if draw.random() < 0.1 else ("P" if person.woman else "L")
    return name, _nik(person.nik, draw), _born(person.born, draw), sex, region, "MAWAR", truth


def _nik(nik: str, draw: random.Random) -> str:
    """A quarter is missing; of a hundred two have a wrong digit and one has a letter."""
    chance = draw.random()
    if chance < 0.25:
        return ""
    if chance < 0.28:
        place = draw.randrange(12, 16)
        wrong = "O" if chance < 0.26 else str((int(nik[place]) + 1) % 10)
        return nik[:place] + wrong + nik[place + 1 :]
    return nik


def _born(born: date, draw: random.Random) -> str:
    """Several ways of writing a day; some are missing, swapped, mistyped, or the year alone."""
    chance = draw.random()
    if chance < 0.04:
        return ""
    if chance < 0.06:
        return str(born.year)
    if chance < 0.08 and born.day <= 12:
        return f"{born.year}-{born.day:02d}-{born.month:02d}"
    if chance < 0.11:
        born = born.replace(day=born.day % 28 + 1) if chance < 0.10 else born.replace(year=born.year + 1, day=1)
    return born.isoformat() if chance < 0.6 else f"{born:%d-%m-%Y}"
