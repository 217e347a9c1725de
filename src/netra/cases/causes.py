"""The causal factors of the founding studies, and Cohen's kappa between two coders.

The five factors of the Jambi study of 2018 and the two that KASN's national survey of 2021 adds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Cause:
    """A factor: `kind` is INTERNAL to the person or EXTERNAL."""

    code: str
    label: str
    kind: str
    origin: str


CAUSES: tuple[Cause, ...] = (
    Cause("PATRON_CLIENT", _("Loyalitas kepada atasan sebagai patron"), "INTERNAL", "Jambi 2018"),
    Cause("AMBITION", _("Ambisi memperoleh jabatan strategis"), "INTERNAL", "Jambi 2018"),
    Cause("KINSHIP", _("Hubungan kekerabatan dengan calon"), "INTERNAL", "Jambi 2018"),
    Cause("ELITE_PRESSURE", _("Tekanan elite politik atau penguasa"), "EXTERNAL", "Jambi 2018"),
    Cause("PARTY_MACHINE", _("Pegawai dijadikan mesin partai politik"), "EXTERNAL", "Jambi 2018"),
    Cause("SHARED_BACKGROUND", _("Kesamaan latar belakang"), "INTERNAL", "Survei KASN 2021"),
    Cause("DEBT_OF_GRATITUDE", _("Utang budi"), "INTERNAL", "Survei KASN 2021"),
)

BY_CODE = {cause.code: cause for cause in CAUSES}


def cause_choices() -> list[tuple[str, str]]:
    return [(cause.code, cause.label) for cause in CAUSES]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cohen's kappa over `judgements` yes/no judgements (case × factor); None where it is not defined.

    It is not defined when both coders always said the same one thing: chance then explains everything.
    """

    judgements: int
    observed: float
    expected: float
    kappa: float | None


def agreement(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Agreement:
    """Agreement of two coders (Cohen 1960) over every factor of every case that both coded."""
    both = first_only = second_only = neither = 0
    for first, second in pairs:
        for cause in CAUSES:
            said = (cause.code in first, cause.code in second)
            both += said == (True, True)
            first_only += said == (True, False)
            second_only += said == (False, True)
            neither += said == (False, False)
    total = both + first_only + second_only + neither
    if not total:
        return Agreement(0, 0.0, 0.0, None)
    observed = (both + neither) / total
    first_yes, second_yes = (both + first_only) / total, (both + second_only) / total
    expected = first_yes * second_yes + (1 - first_yes) * (1 - second_yes)
    kappa = None if expected == 1 else (observed - expected) / (1 - expected)
    return Agreement(total, observed, expected, kappa)
