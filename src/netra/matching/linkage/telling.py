"""The list to be reviewed as text, JSON or CSV; each says first that it accuses nobody, and what is to be done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from netra.matching.linkage.preparing import Prepared
from netra.matching.linkage.records import FAULT_WORDS, Fault
from netra.matching.linkage.review import Entry, Suggested
from netra.matching.lookup import Decision

NOTICE = (
    "INI BUKAN TUDUHAN DAN BUKAN BUKTI KEANGGOTAAN. Daftar ini hanya menunjukkan baris mana yang perlu diperiksa "
    "manusia: nama dapat dipakai banyak orang, dan NIK seseorang dapat dicatut tanpa diketahuinya."
)
STEPS = (
    "Langkah berikutnya: (1) cocokkan dengan data kepegawaian lain; (2) klarifikasi kepada yang bersangkutan, yang "
    "berhak menjelaskan dan menyanggah; (3) bila namanya dicatut, bantu ia meminta penghapusan; (4) baru bila "
    "keanggotaan terbukti dengan bukti lain, perkaranya ditangani menurut prosedur. Tidak seorang pun menanggung "
    "keputusan mesin saja (UU 27/2022 Pasal 10 ayat (1)). Hapus daftar ini bila tidak diperlukan lagi."
)
DECISION_WORDS = {
    Decision.CONFIRMABLE: "satu orang cocok dengan nama dan data lain; petugas memeriksa lalu menegaskan atau menolak",
    Decision.POSSIBLE: "mungkin salah satu dari orang ini; belum cukup, lengkapi dengan data lain",
}
HEADING = ("berkas", "baris", "nama", "partai", "keputusan", "rid", "nama_di_register", "probabilitas", "mendukung",
           "menentang", "pertentangan", "catatan")  # fmt: skip


def as_text(entries: Sequence[Entry], party: Prepared, register: Prepared) -> str:
    """For people."""
    parts = [NOTICE, STEPS, _summary(entries, party, register), *(_in_words(entry, party) for entry in entries)]
    return "\n\n".join(parts)


def as_json(entries: Sequence[Entry], party: Prepared, register: Prepared) -> str:
    """For machines; the notice comes first here too."""
    content = {
        "notice": NOTICE,
        "next": STEPS,
        "read": {"list": _read(party), "register": _read(register)},
        "entries": [_entry(entry, party) for entry in entries],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode("utf-8")


def rows(entries: Sequence[Entry], party: Prepared) -> Iterator[tuple[str, ...]]:
    """For a spreadsheet: the notice, the heading, and one row for everybody who may be meant."""
    yield (NOTICE,)
    yield (STEPS,)
    yield HEADING
    for entry in entries:
        for one in entry.suggested:
            yield (
                party.source,
                str(entry.line),
                entry.name,
                entry.party,
                entry.decision.value,
                _ref(one),
                one.pair.person,
                f"{one.probability:.4f}",
                "; ".join(one.speaks_for),
                "; ".join(one.speaks_against),
                "; ".join(one.conflicts),
                _note(entry),
            )


def _summary(entries: Sequence[Entry], party: Prepared, register: Prepared) -> str:
    confirmable = sum(entry.decision is Decision.CONFIRMABLE for entry in entries)
    skipped = len(party.faults.get(Fault.NOTHING_TO_COMPARE, []))
    told = (
        f"{party.source}: {party.count} baris dibandingkan dengan {register.count} orang ({register.source}). Perlu "
        f"diperiksa: {len(entries)} baris, {confirmable} di antaranya {Decision.CONFIRMABLE.value}."
    )
    return f"{told} {skipped} baris tidak dapat dicari." if skipped else told


def _in_words(entry: Entry, party: Prepared) -> str:
    lines = [
        f"{party.source} baris {entry.line}  {entry.name}{f'  ({entry.party})' if entry.party else ''}",
        f"  {entry.decision.value}: {DECISION_WORDS[entry.decision]}.",
    ]
    for place, one in enumerate(entry.suggested, start=1):
        chance = f"{one.probability:.1%}".replace(".", ",").replace("%", " %")
        lines.append(f"  {place}. {chance}  {_ref(one)}  {one.pair.person}")
        for sign, words in (("+", one.speaks_for), ("-", one.speaks_against), ("!", one.conflicts)):
            lines += [f"     {sign} {'; '.join(words)}"] if words else []
    return "\n".join(lines + ([f"  Catatan: {note}"] if (note := _note(entry)) else []))


def _entry(entry: Entry, party: Prepared) -> dict[str, Any]:
    return {
        "source": {"file": party.source, "line": entry.line},
        "name": entry.name,
        "party": entry.party,
        "decision": entry.decision.value,
        "note": _note(entry),
        "suggested": [
            {
                "rid": _ref(one),
                "name": one.pair.person,
                "line": one.pair.person_line,
                "probability": round(one.probability, 6),
                "for": list(one.speaks_for),
                "against": list(one.speaks_against),
                "conflicts": list(one.conflicts),
            }
            for one in entry.suggested
        ],
    }


def _read(prepared: Prepared) -> dict[str, Any]:
    return {
        "file": prepared.source,
        "rows": prepared.count,
        "rejected": prepared.rejected,
        "faults": [
            {"fault": fault.value, "words": FAULT_WORDS[fault], "lines": lines}
            for fault, lines in sorted(prepared.faults.items())
        ],
    }


def _note(entry: Entry) -> str:
    notes = [f"NIK dan nama ini ada di {entry.repeated} baris daftar."] if entry.repeated > 1 else []
    notes += [f"{entry.more} orang lain yang kurang mungkin tidak ditampilkan."] if entry.more else []
    return " ".join(notes)


def _ref(one: Suggested) -> str:
    return one.pair.ref or f"baris {one.pair.person_line}"
