"""Whether what was typed can become an outreach or its test: cleaned, or refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from netra.prevention.article_choices import articles_on
from netra.prevention.checks import MOST_TARGETS, check_questions
from netra.prevention.outreach_entries import OutreachEntry, RuleQuestion, SpeakerEntry
from netra.prevention.outreach_states import MOST_TESTED
from netra.trust.errors import Refused

FIRST_DAY = date(2014, 1, 1)
# Further ahead a year is more likely a slip of the finger than a plan.
FURTHEST = timedelta(days=3 * 366)
MOST_SPEAKERS, MOST_AIMS = 20, 40


class OutreachRefused(Refused):
    """The outreach, its test or its list cannot be written or changed like this."""


def checked_outreach(entry: OutreachEntry, *, today: date) -> OutreachEntry:
    """The entry with clean text. Fails with OutreachRefused."""
    aims = [_line(each) for each in entry.aims if each.strip()]
    demand(bool(entry.title.strip()), _("Isi judul sosialisasinya."))
    demand(bool(entry.place.strip()), _("Isi tempat sosialisasinya."))
    demand(bool(aims), _("Tuliskan sekurangnya satu tujuan: apa yang harus dipahami peserta."))
    demand(len(aims) <= MOST_AIMS, _("Tujuan paling banyak %d baris. Gabungkan.") % MOST_AIMS)
    demand(bool(entry.targets), _("Pilih sasarannya: sekurangnya satu instansi, unit, atau jenis pegawai."))
    demand(len(entry.targets) <= MOST_TARGETS, _("Sasaran paling banyak %d baris. Gabungkan.") % MOST_TARGETS)
    demand_day(entry.planned_date, today)
    return replace(
        entry,
        title=_line(entry.title),
        place=_line(entry.place),
        aims=aims,
        speakers=_speakers(entry.speakers),
    )


def checked_test(items: Sequence[RuleQuestion], asked: int, *, on: date) -> None:
    """Refuse a bank that cannot be asked on that day. Fails with OutreachRefused or InstrumentRefused."""
    check_questions([each.question for each in items])
    demand(
        0 <= asked <= min(MOST_TESTED, len(items)) and bool(asked) == bool(items),
        _("Setiap peserta mendapat 1 sampai %d pertanyaan, tidak lebih daripada yang ada dalam bank soal.")
        % MOST_TESTED,
    )
    known = articles_on(on)
    for number, each in enumerate(items, start=1):
        demand(
            each.rule in known,
            _("Pertanyaan %d belum menunjuk aturan yang berlaku pada hari sosialisasi. Pilih dari daftar.") % number,
        )


def checked_reason(reason: str, message: str) -> str:
    """A reason of one line. Fails with OutreachRefused, saying `message`, where there is none."""
    why = _line(reason)
    demand(bool(why), message)
    return why


def demand_day(day: date, today: date) -> None:
    """Refuse a day that no outreach can have: before the law that is loaded, or years ahead."""
    demand(day >= FIRST_DAY, _("Hari sosialisasi lebih awal daripada tahun 2014. Periksa tahunnya."))
    demand(day <= today + FURTHEST, _("Hari sosialisasi lebih dari tiga tahun lagi. Periksa tahunnya."))


def demand(holds: bool, message: str) -> None:
    if not holds:
        raise OutreachRefused(message)


def _speakers(entries: Sequence[SpeakerEntry]) -> list[SpeakerEntry]:
    found = [SpeakerEntry(_line(each.name), _line(each.office), _line(each.body)) for each in entries]
    named = [each for each in found if each.name or each.office or each.body]
    demand(len(named) <= MOST_SPEAKERS, _("Narasumber paling banyak %d orang.") % MOST_SPEAKERS)
    demand(
        all(each.name and each.office for each in named),
        _("Isi nama dan jabatan setiap narasumber; instansinya boleh kosong bila sama."),
    )
    return list(dict.fromkeys(named))


def _line(text: str) -> str:
    return " ".join(text.split())
