"""Whether a team of examiners is asked for, was there, and since when (PP 94/2021 Ps 29, which binds PNS only); and
whether whoever was examined by none may be examined again by one.
"""

from __future__ import annotations

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.law.regime import Regime
from netra.law.vocabulary import Employment, Level
from netra.letters.queries import letters_of
from netra.sanctions.models import Proceeding
from netra.sanctions.states import BEFORE_EXAMINATION, SINCE_EXAMINED, Route


def binds_to_a_team(proceeding: Proceeding) -> bool:
    """PP 53/2010 Ps 25 lets the authority choose; what a PPPK gets, the rules of his agency say (PP 49/2018 Ps 52)."""
    return proceeding.regime != Regime.DISC_53 and proceeding.party.employment != Employment.PPPK


def examined_without_team(proceeding: Proceeding, level: str) -> bool:
    """Whether a penalty of that level asks for a team, and the person was examined by none."""
    if level != Level.SEVERE or not binds_to_a_team(proceeding):
        return False
    return proceeding.examination is not None and not proceeding.team.exists()


def why_not_again(proceeding: Proceeding) -> str:
    """Why nobody is examined again by a team in a proceeding that stands between examination and decision; else "".

    PP 94/2021 Ps 29(2) demands a team where the penalty is severe; where it demands none, or one was there, or nothing
    was proven, nothing is left to repeat.
    """
    if proceeding.party.employment == Employment.PPPK:
        return _(
            "Kewajiban tim pemeriksa (PP 94/2021 Pasal 29 ayat (2)) mengikat PNS; PPPK diperiksa menurut peraturan "
            "instansinya (PP 49/2018 Pasal 52). Pemeriksaan ini tidak diulang: laporkan hasilnya, lalu putuskan."
        )
    if not binds_to_a_team(proceeding):
        return _(
            "Pemeriksaan ini menurut PP 53/2010, yang tidak mewajibkan tim pemeriksa (Pasal 25), jadi tidak diulang: "
            "laporkan hasilnya, lalu putuskan."
        )
    if proceeding.examination is None:
        return _(
            "Dalam penanganan ini belum ada pemeriksaan yang dapat diulang: yang bersangkutan tidak hadir pada dua "
            "panggilan, dan putusannya bersandar pada bukti yang ada (PP 94/2021 Pasal 26 ayat (4))."
        )
    # In memory where a page has read them.
    if proceeding.team.all():
        return _(
            "Yang bersangkutan sudah diperiksa oleh tim pemeriksa (PP 94/2021 Pasal 29 ayat (2)), jadi pemeriksaan "
            "tidak diulang: laporkan hasilnya, lalu putuskan."
        )
    report = proceeding.report
    if report is not None and not report.proven:
        return _(
            "Laporan hasil pemeriksaan menyatakan tidak terbukti, jadi tidak ada hukuman berat yang memerlukan tim. "
            "Hentikan penanganan; bila ada fakta baru, catat sebagai laporan atau temuan baru."
        )
    return ""


def way_to_a_team(proceeding: Proceeding) -> str:
    """How whoever was examined by no team gets to one; "" where there is no way, as after the decision."""
    if proceeding.route != Route.DISCIPLINE or proceeding.state not in SINCE_EXAMINED or why_not_again(proceeding):
        return ""
    return _(
        "Bila hukumannya dapat berat, petugas kepegawaian atau pemeriksa membuka kembali pemeriksaannya sebelum "
        "keputusan ditetapkan, melalui «Periksa kembali oleh tim» pada halaman penanganan ini; lalu tim dibentuk dan "
        "memeriksa."
    )


def may_be_released(proceeding: Proceeding) -> bool:
    """Whether it is the time of a release from duty: since he was examined until the decision (PP 94/2021 Ps 31(1-2)).

    An examination that is opened again does not undo that he was examined; who stayed away twice never was.
    """
    undecided = proceeding.state in BEFORE_EXAMINATION | SINCE_EXAMINED
    # In memory where a page has read them.
    return undecided and bool(proceeding.examinations.all())


def team_formed_on(proceeding: Proceeding) -> date | None:
    """The day of the decree that formed the team; None where there is no team."""
    decrees = [
        each
        for each in letters_of(proceeding.case.chain)
        if (each.kind, each.subject_ref) == ("TEAM_DECREE", proceeding.ref)
    ]
    return (decrees[0].letter_date or localdate(decrees[0].drafted_at)) if decrees else None
