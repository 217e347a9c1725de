"""Cleaning what was said of a tie between two people, and saying all at once what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from netra.registry.checks import day_faults, raise_if
from netra.registry.entries import TieEntry
from netra.registry.states import TieKind, TieSource
from netra.registry.wording import cleaned
from netra.trust.language import long_date

LONGEST, LONGEST_REASON = 200, 500


def checked_tie(entry: TieEntry, *, on: date) -> TieEntry:
    """The entry with clean texts; raises InvalidEntry. `on` is today: nothing is recorded before it has begun."""
    entry = replace(
        entry,
        other_nip=re.sub(r"[\s.\-]", "", entry.other_nip),
        degree=cleaned(entry.degree).text,
        declared_by=cleaned(entry.declared_by).text,
        document=cleaned(entry.document).text,
    )
    raise_if(_word_faults(entry), _source_faults(entry), _days(entry), _future(entry, on))
    return entry


def checked_reason(reason: str) -> str:
    """Why a tie ends or is struck, which nobody reads who may not see the tie; raises InvalidEntry."""
    text = cleaned(reason).text
    raise_if(
        [] if text else [_("Tuliskan alasannya.")],
        [_("Alasan paling banyak %s karakter.") % LONGEST_REASON] if len(text) > LONGEST_REASON else [],
    )
    return text


def end_faults(start: date | None, until: date) -> Iterator[str]:
    """What is wrong with a tie's first day without it."""
    yield from day_faults(until)
    if start is not None and until <= start:
        yield _("Tanggal akhir %(until)s harus sesudah tanggal mulai %(start)s.") % {
            "until": long_date(until),
            "start": long_date(start),
        }


def _word_faults(entry: TieEntry) -> Iterator[str]:
    if not entry.degree:
        yield _("Tuliskan hubungannya dalam kata, misalnya saudara kandung.")
    if any(len(text) > LONGEST for text in (entry.degree, entry.declared_by, entry.document)):
        yield _("Setiap isian paling banyak %s karakter.") % LONGEST


def _source_faults(entry: TieEntry) -> Iterator[str]:
    if entry.source is TieSource.SOMEBODY and not entry.declared_by:
        yield _("Tuliskan siapa yang menyatakan hubungan ini.")
    if entry.source is TieSource.DOCUMENT and not entry.document:
        yield _("Tuliskan dokumennya dengan nomor dan tanggal.")
    if entry.was_read and entry.source is not TieSource.DOCUMENT:
        yield _("Hanya dokumen yang dapat dibaca naskahnya; pernyataan tetap belum diverifikasi.")


def _days(entry: TieEntry) -> Iterator[str]:
    if entry.kind is TieKind.KINSHIP:
        if entry.start_date or entry.until_date:
            yield _("Kekerabatan tidak bermula dan tidak berakhir pada suatu hari. Kosongkan kedua tanggalnya.")
        return
    if entry.start_date is None:
        yield _("Isi sejak kapan hubungan ini.")
    else:
        yield from day_faults(entry.start_date)
    if entry.until_date is not None:
        yield from end_faults(entry.start_date, entry.until_date)


def _future(entry: TieEntry, on: date) -> Iterator[str]:
    if entry.start_date is not None and entry.start_date > on:
        yield _("Hubungan yang mulai %(day)s belum ada. Periksa tahunnya.") % {"day": long_date(entry.start_date)}
