"""Whether a question, an answer or a publication can be taken: cleaned, or refused with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from netra.law.intentions import Verdict
from netra.letters.wording import day_words
from netra.prevention.advisory_entries import AdviceEntry, AdvisoryEntry, PublicationEntry
from netra.prevention.article_choices import Article
from netra.registry.queries import agencies
from netra.trust.errors import Refused
from netra.trust.personal_data import personal_data_in

TEXT_LIMIT, MOST_ARTICLES = 5000, 20
# A plan further ahead than this is a slip of the hand; nobody knows the law of that day.
AHEAD = timedelta(days=2 * 366)


class AdvisoryRefused(Refused):
    """The question, the answer or the publication cannot be taken like this."""


def checked_question(entry: AdvisoryEntry, *, today: date) -> AdvisoryEntry:
    """The question with clean text. Fails with AdvisoryRefused."""
    text, day, who = entry.text.strip(), entry.planned_date, entry.identity
    demand(bool(text), _("Tuliskan apa yang hendak Anda lakukan, walau hanya satu kalimat."))
    _short(text, _("Pertanyaan"))
    demand(
        not entry.agency_code or agencies(on=today).filter(code=entry.agency_code).exists(),
        _("Instansi itu tidak ada dalam registri. Pilih dari daftar, atau kosongkan."),
    )
    if day is not None:
        demand(
            day >= today,
            _(
                "Anda menulis %(day)s, dan hari itu sudah lewat. Meja ini menjawab rencana, bukan perbuatan yang sudah "
                "terjadi. Periksa tanggalnya; untuk melaporkan yang sudah terjadi ada halaman Laporkan."
            )
            % {"day": day_words(day)},
        )
        demand(day <= today + AHEAD, _("Hari itu lebih dari dua tahun di depan. Periksa tahunnya."))
    demand(entry.planned is None or day is not None, _("Isi kapan rencananya, agar hukum hari itu dapat dibaca."))
    demand(who is None or bool(who.name.strip()), _("Tulis nama Anda, atau kosongkan juga kontaknya."))
    return replace(entry, text=text)


def checked_message(body: str) -> str:
    """What either side writes. Fails with AdvisoryRefused."""
    demand(bool(body.strip()), _("Tulis pesannya; isinya masih kosong."))
    _short(body, _("Pesan"))
    return body.strip()


def checked_answer(entry: AdviceEntry, *, choices: Mapping[str, Article], replaces: bool) -> AdviceEntry:
    """The answer with clean text, its articles each once. Fails with AdvisoryRefused."""
    codes = tuple(dict.fromkeys(entry.articles))
    demand(entry.verdict in set(Verdict), _("Pilih jawabannya: boleh, tidak boleh, atau tanyakan dahulu."))
    demand(bool(codes), _("Pilih sekurangnya satu pasal yang menjadi dasar jawaban."))
    demand(len(codes) <= MOST_ARTICLES, _("Pasal paling banyak %d. Pilih yang menentukan.") % MOST_ARTICLES)
    demand(
        set(codes) <= choices.keys(),
        _("Sebagian pasal yang dipilih tidak berlaku pada hari rencana itu. Pilih dari daftar."),
    )
    demand(
        not replaces or bool(entry.reason.strip()),
        _("Jawaban baru menggantikan yang terdahulu: tuliskan mengapa, misalnya aturannya berubah."),
    )
    wanted = {
        "matter": (entry.matter, _("Pokok pertanyaan")),
        "text": (entry.text, _("Jawaban")),
        "condition": (entry.condition, _("Syarat berlakunya")),
    }
    clean = {name: without_person(text, label) for name, (text, label) in wanted.items()}
    return replace(entry, articles=codes, reason=entry.reason.strip() if replaces else "", **clean)


def checked_publication(entry: PublicationEntry) -> PublicationEntry:
    """What everybody may read. Fails with AdvisoryRefused."""
    demand(
        entry.names_nobody,
        _("Baca ulang ketiga teks, lalu nyatakan bahwa tidak ada orang yang dikenali darinya. Tanpa itu tidak terbit."),
    )
    return replace(
        entry,
        matter=without_person(entry.matter, _("Pokok pertanyaan")),
        text=without_person(entry.text, _("Jawaban")),
        condition=without_person(entry.condition, _("Syarat berlakunya")),
    )


def checked_explanation(text: str) -> str:
    """Why a question is not answered, or a publication withdrawn. Fails with AdvisoryRefused."""
    demand(bool(text.strip()), _("Tuliskan alasannya; penanya membacanya."))
    _short(text, _("Alasan"))
    return text.strip()


def without_person(text: str, label: str) -> str:
    """A text that leaves the desk: whole, short, without a number or an address of a person."""
    demand(bool(text.strip()), _("Isian “%s” masih kosong.") % label)
    _short(text, label)
    kind = personal_data_in(text)
    demand(
        not kind,
        _("Isian “%(label)s” memuat %(kind)s. Hapuslah; sebut orang dengan perannya.") % {"label": label, "kind": kind},
    )
    return text.strip()


def demand(holds: bool, message: str) -> None:
    if not holds:
        raise AdvisoryRefused(message)


def _short(text: str, label: str) -> None:
    demand(
        len(text) <= TEXT_LIMIT,
        _("Isian “%(label)s” memuat %(found)d huruf; paling banyak %(limit)d. Ringkaslah.")
        % {"label": label, "found": len(text), "limit": TEXT_LIMIT},
    )
