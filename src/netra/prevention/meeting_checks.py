"""Whether what was typed can become a meeting, minutes, a task or a consultation: cleaned, or refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from netra.prevention.meeting_entries import (
    AnswerEntry,
    ConsultationEntry,
    ItemEntry,
    MeetingEntry,
    MinutesEntry,
    SeriesEntry,
)
from netra.prevention.models import EVERY_MONTHS, MOST_WEEKS
from netra.registry.models import Agency
from netra.trust.errors import Refused

FIRST_DAY = date(2014, 1, 1)
# Further ahead a year is more likely a slip of the finger than a plan.
FURTHEST = timedelta(days=5 * 366)
MOST_PARTIES, MOST_POINTS = 40, 100


class MeetingRefused(Refused):
    """The meeting, its minutes, an action item or a consultation cannot be written or changed like this."""


def checked_meeting(entry: MeetingEntry, *, today: date) -> MeetingEntry:
    """The entry with clean text. Fails with MeetingRefused."""
    agenda = _lines(entry.agenda)
    demand(bool(entry.title.strip()), _("Isi judul rapatnya."))
    demand(bool(entry.place.strip()), _("Isi tempat rapatnya."))
    demand(bool(agenda), _("Tuliskan sekurangnya satu acara: apa yang dibahas."))
    demand_day(entry.planned_date, today, _("Hari rapat"))
    return replace(
        entry,
        title=_line(entry.title),
        place=_line(entry.place),
        agenda=agenda,
        parties=_parties(entry.parties, entry.agency_code),
    )


def checked_series(entry: SeriesEntry, *, today: date) -> SeriesEntry:
    """The entry with clean text. Fails with MeetingRefused."""
    demand(bool(entry.title.strip()), _("Isi judul rangkaian rapatnya."))
    demand(
        1 <= entry.week <= MOST_WEEKS and 0 <= entry.weekday <= 6 and entry.every_months in EVERY_MONTHS,
        _("Pilih minggu ke-1 sampai ke-4, harinya, dan setiap berapa bulan."),
    )
    demand_day(entry.start_date, today, _("Hari mulai"))
    return replace(
        entry,
        title=_line(entry.title),
        place=_line(entry.place),
        parties=_parties(entry.parties, entry.agency_code),
    )


def checked_minutes(entry: MinutesEntry, *, has_document: bool) -> MinutesEntry:
    """The entry with clean text; `has_document` where the paper was taken before. Fails with MeetingRefused."""
    text = entry.text.strip()
    demand(
        bool(text) or entry.document is not None or has_document,
        _("Tuliskan notulennya, atau unggah naskah yang sudah ditandatangani."),
    )
    decisions = _lines(entry.decisions)
    demand(len(decisions) <= MOST_POINTS, _("Keputusan paling banyak %d butir. Gabungkan.") % MOST_POINTS)
    return replace(entry, text=text, decisions=decisions, reason=_line(entry.reason))


def checked_item(entry: ItemEntry, *, held: date, today: date) -> ItemEntry:
    """The entry with clean text. Fails with MeetingRefused."""
    demand(bool(entry.task.strip()), _("Tuliskan apa yang harus dikerjakan."))
    demand(bool(entry.office.strip()), _("Sebutkan jabatan atau unit yang mengerjakannya."))
    demand(entry.due_date >= held, _("Batas waktunya lebih awal daripada hari rapat. Periksa tanggalnya."))
    demand(
        entry.due_date <= today + FURTHEST,
        _("Batas waktunya lebih dari lima tahun lagi. Periksa tahunnya."),
    )
    return replace(entry, task=_line(entry.task), office=_line(entry.office))


def checked_consultation(entry: ConsultationEntry, *, today: date) -> ConsultationEntry:
    """The entry with clean text. Fails with MeetingRefused."""
    demand(bool(entry.body.strip()), _("Sebutkan lembaga yang ditanya."))
    demand(bool(entry.subject.strip()), _("Isi perihalnya."))
    demand(bool(entry.question.strip()), _("Tuliskan pertanyaannya."))
    demand(entry.asked_date <= today, _("Hari bertanya belum tiba. Periksa tanggalnya."))
    demand_day(entry.asked_date, today, _("Hari bertanya"))
    return replace(
        entry,
        body=_line(entry.body),
        subject=_line(entry.subject),
        question=entry.question.strip(),
        place=_line(entry.place),
    )


def checked_answer(entry: AnswerEntry, *, asked: date, today: date) -> AnswerEntry:
    """The entry with clean text. Fails with MeetingRefused."""
    demand(bool(entry.answer.strip()), _("Tuliskan jawabannya, sekurangnya ringkasannya."))
    demand(bool(entry.answered_by.strip()), _("Sebutkan siapa yang menjawab: nama atau jabatannya."))
    demand(entry.answered_date >= asked, _("Hari menjawab lebih awal daripada hari bertanya. Periksa tanggalnya."))
    demand(entry.answered_date <= today, _("Hari menjawab belum tiba. Periksa tanggalnya."))
    return replace(entry, answer=entry.answer.strip(), answered_by=_line(entry.answered_by))


def checked_reason(reason: str, message: str) -> str:
    """A reason of one line. Fails with MeetingRefused, saying `message`, where there is none."""
    why = _line(reason)
    demand(bool(why), message)
    return why


def demand_day(day: date, today: date, what: str) -> None:
    """Refuse a day that no meeting can have: before the law that is loaded, or years ahead."""
    demand(day >= FIRST_DAY, _("%(what)s lebih awal daripada tahun 2014. Periksa tahunnya.") % {"what": what})
    demand(day <= today + FURTHEST, _("%(what)s lebih dari lima tahun lagi. Periksa tahunnya.") % {"what": what})


def demand(holds: bool, message: str) -> None:
    if not holds:
        raise MeetingRefused(message)


def _parties(codes: Sequence[str], caller: str) -> list[str]:
    """The caller first, then the others, each once; all of them registered."""
    asked = [caller, *(code.strip() for code in codes if code.strip())]
    found = list(dict.fromkeys(asked))
    demand(len(found) <= MOST_PARTIES, _("Instansi peserta paling banyak %d.") % MOST_PARTIES)
    known = set(Agency.objects.filter(code__in=found).values_list("code", flat=True))
    for code in found:
        demand(code in known, _("Instansi “%s” tidak ada dalam registri.") % code[:60])
    return found


def _lines(lines: Sequence[str]) -> list[str]:
    return [_line(line) for line in lines if line.strip()]


def _line(text: str) -> str:
    return " ".join(text.split())
