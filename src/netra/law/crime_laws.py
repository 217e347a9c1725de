"""A crime whose law changed after the act: both threats, and which favours the offender (KUHP Pasal 3 ayat (1)).

The figures of the two threats decide, and only where one is milder in nothing that the other is milder in. Where each
is milder in something, the answer hangs on the penalty that would be imposed, and is not given.
"""

from __future__ import annotations

from functools import reduce

from netra.law.dated import Verification
from netra.law.indonesian_dates import in_words
from netra.law.penalties import compare
from netra.law.sentences import Sentence
from netra.law.violations import Basis, Form

TWO_LAWS = (
    "Ancaman pidana %(form)s: pada hari perbuatan %(then)s; sejak %(since)s %(now)s. Bila belum diputus tetap, berlaku "
    "aturan baru kecuali yang lama menguntungkan pelaku (KUHP Pasal 3 ayat (1)). %(favour)s Hakim yang memilih."
)
FAVOURS = (
    "Dari ancaman yang tercatat, yang lebih menguntungkan pelaku ialah %(law)s: %(why)s. Yang belum terbaca dan dapat "
    "mengubahnya: %(missing)s."
)
UNDECIDED = (
    "Dari ancaman yang tercatat tidak dapat diputuskan mana yang lebih menguntungkan pelaku: pada aturan baru "
    "%(newer)s; pada aturan lama %(older)s. Yang kurang: %(missing)s."
)
SAME = "Ancaman yang tercatat sama beratnya."
LISTED = "%(first)s; %(rest)s"
NEWER, OLDER = "aturan baru", "aturan lama"
WHICH_PENALTY = "jenis pidana yang akan dijatuhkan (penjara atau denda)"
OLDER_TEXT = "naskah ancaman yang lama"
ANNEX = "Lampiran I UU 1/2026"


def two_crime_laws(form: Form, basis: Basis) -> str:
    """What is said of a crime row whose law was replaced after the act."""
    newest = form.bases[-1]
    return Sentence(
        TWO_LAWS,
        form=form.code,
        then=basis.sanction,
        since=in_words(newest.start),
        now=newest.sanction,
        favour=_favour(basis, newest),
    )


def _favour(older: Basis, newer: Basis) -> str:
    found = compare(older.penalty, newer.penalty)
    unread = [OLDER_TEXT, ANNEX] if older.verification is Verification.UNVERIFIED else [ANNEX]
    if found.newer_milder and found.older_milder:
        return Sentence(
            UNDECIDED,
            newer=_listed(found.newer_milder),
            older=_listed(found.older_milder),
            missing=_listed([WHICH_PENALTY, *unread]),
        )
    if not (found.newer_milder or found.older_milder):
        return SAME
    law, why = (OLDER, found.older_milder) if found.older_milder else (NEWER, found.newer_milder)
    return Sentence(FAVOURS, law=law, why=_listed(why), missing=_listed(unread))


def _listed(parts: list[str] | tuple[str, ...]) -> str:
    return reduce(lambda first, rest: Sentence(LISTED, first=first, rest=rest), parts)
