"""One answer at a time: cleaned, measured, understood, or refused with a message that helps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from django.utils.translation import gettext as _

from netra.intake.states import Precision
from netra.intake.written_dates import UnreadableDate, UnreadableForm, WrittenDate, read_date
from netra.registry.nip import InvalidNip
from netra.registry.nip import parse as parse_nip
from netra.registry.regions import NATION, Ambiguous, Found, region_index
from netra.trust.erased_words import ERASED, looks_erased
from netra.trust.plain_text import one_line, paragraphs

Code = TypeVar("Code", bound=StrEnum)


class Answers:
    """What was typed, by field; every reader returns a usable value and notes in `errors` what was wrong."""

    def __init__(self, values: Mapping[str, str], today: date) -> None:
        self._values = values
        self._today = today
        self.errors: dict[str, str] = {}

    def refuse(self, name: str, message: str) -> None:
        self.errors.setdefault(name, message)

    def given(self, name: str) -> bool:
        """A box that was ticked."""
        return one_line(self._values.get(name, "")) not in {"", "0"}

    def line(self, name: str, label: str, limit: int, *, needed: str = "") -> str:
        return self._measured(name, one_line(self._values.get(name, "")), label, limit, needed)

    def story(self, name: str, label: str, limit: int, *, needed: str = "") -> str:
        return self._measured(name, paragraphs(self._values.get(name, "")), label, limit, needed)

    def choice(self, name: str, kind: type[Code], default: Code) -> Code:
        text = one_line(self._values.get(name, ""))
        if text and text not in set(kind):
            self.refuse(name, _unknown_choice())
        return kind(text) if text in set(kind) else default

    def code(self, name: str, known: frozenset[str]) -> str:
        text = one_line(self._values.get(name, ""))
        if text and text not in known:
            self.refuse(name, _unknown_choice())
        return text if text in known else ""

    def day(self, name: str, *, like: str = "") -> WrittenDate:
        """A day as it was written; `like` says how to write it where only a full day will do."""
        try:
            return read_date(one_line(self._values.get(name, "")), today=self._today)
        except UnreadableForm as unreadable:
            self.refuse(name, f"{unreadable.found} {like or unreadable.like}")
            return WrittenDate(None, Precision.UNKNOWN)
        except UnreadableDate as unreadable:
            self.refuse(name, str(unreadable))
            return WrittenDate(None, Precision.UNKNOWN)

    def nip(self, name: str) -> str:
        """Eighteen digits or nothing; nobody needs to know a NIP to report."""
        text = one_line(self._values.get(name, "")).replace(" ", "")
        if not text:
            return ""
        try:
            return parse_nip(text).digits
        except InvalidNip as invalid:
            self.refuse(name, _("%(reason)s Perbaiki atau kosongkan: NIP tidak wajib.") % {"reason": invalid})
            return ""

    def region(self, name: str, *, nationwide: str) -> str:
        """The code of a region written as a name or a code; a name with two meanings is asked back.

        Whoever ticked `nationwide` names no region: it happened abroad, in several provinces or nowhere in particular.
        """
        text = one_line(self._values.get(name, ""))
        if self.given(nationwide):
            if text:
                self.refuse(
                    name,
                    _(
                        "Anda menulis satu wilayah dan juga mencentang bahwa kejadiannya tidak di satu provinsi. "
                        "Kosongkan wilayahnya, atau hapus centangnya."
                    ),
                )
            return NATION
        if not text:
            self.refuse(
                name,
                _(
                    "Pilih kabupaten, kota, atau provinsi tempat kejadian, atau centang bahwa kejadiannya tidak di "
                    "satu provinsi: dari situ kantor penerima ditentukan."
                ),
            )
            return ""
        answer = region_index().named_or_nation(text[:200])
        if isinstance(answer, Found):
            return answer.code
        self.refuse(name, answer.question if isinstance(answer, Ambiguous) else answer.message)
        return ""

    def _measured(self, name: str, text: str, label: str, limit: int, needed: str) -> str:
        if needed and not text:
            self.refuse(name, needed)
        if looks_erased(text):
            self.refuse(
                name,
                _(
                    "«%(words)s» menandai isi yang dimusnahkan oleh dua orang, jadi tidak dapat diketik sebagai isian. "
                    "Tulis apa yang Anda ketahui, atau kosongkan."
                )
                % {"words": ERASED},
            )
        if len(text) > limit:
            self.refuse(
                name,
                _(
                    "%(label)s paling panjang %(limit)d huruf; yang tertulis %(found)d. Ringkaslah, atau pindahkan "
                    "selebihnya ke uraian. Tulisan Anda tidak hilang."
                )
                % {"label": label, "limit": limit, "found": len(text)},
            )
        return text


def _unknown_choice() -> str:
    return _("Pilihan ini tidak dikenal. Pilihlah salah satu dari daftar, atau biarkan kosong.")
