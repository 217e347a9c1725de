"""What a plenary has sent on is not taken back by one officer; and what nothing stands behind any longer ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.crimes import crimes_left, is_left
from netra.cases.duties import OWED_BY_THE_AGENCY, is_owed
from netra.cases.fitting import answers
from netra.cases.models import Allegation, Case
from netra.cases.models.allegation import AllegationState
from netra.cases.operations.claim import ActRefused
from netra.cases.operations.clocks import stop_clock
from netra.cases.operations.handing_over import RULE as HANDOVER
from netra.cases.operations.meetings import Meeting, refuse_meeting_on
from netra.cases.states import SENT_ON
from netra.trust.access import role_scope
from netra.trust.acts import Role
from netra.trust.models import User


def speaks_for_the_plenary(case: Case, user: User, *, on: date) -> bool:
    """Whether what this user takes back, once it was sent on, is the word of the plenary."""
    in_plenary = role_scope(user, (Role.PLENARY_MEMBER,), on=on).covers(region_code=case.region_code)
    return case.state in SENT_ON and in_plenary


def refuse_taking_back(
    case: Case,
    allegation: Allegation,
    category: str,
    *,
    meeting: Meeting | None,
    reason: str,
    by: User,
    at: datetime,
) -> Meeting | None:
    """After the plenary an allegation is dropped ("" as `category`), or made one that nobody has to answer, by the
    plenary or by the analyst of the oversight body. Whether it is a crime is not the analyst's to say.

    No article speaks of it: whoever decided to refer (UU 1/2015 Ps 134; UU 7/2017 Ps 454) undoes it, or whoever it was
    referred to. The plenary does so in a `meeting`, which is given back where its word is what is kept.
    """
    taken = not category or (is_owed(allegation) and category not in OWED_BY_THE_AGENCY)
    if case.state not in SENT_ON or not taken:
        return None
    on = localdate(at)
    if speaks_for_the_plenary(case, by, on=on):
        if meeting is None:
            raise ActRefused(
                _(
                    "Yang sudah diputus pleno untuk diteruskan ditarik kembali oleh rapat pleno. Isi tanggal rapat itu "
                    "dan jumlah anggota yang hadir."
                )
            )
        refuse_meeting_on(case, [allegation], meeting, reason=reason, at=at)
        return meeting
    if role_scope(by, (Role.OVERSIGHT_ANALYST,), on=on).is_empty:
        raise ActRefused(
            _(
                "Pleno sudah memutus perkara ini diteruskan, jadi dugaan tidak dihentikan, atau diubah menjadi bukan "
                "urusan instansi, oleh satu petugas. Minta anggota pleno atau analis pengawasan melakukannya dengan "
                "alasan pada halaman perkara ini, lewat «Ubah penilaian»."
            )
        )
    if is_left(allegation):
        raise ActRefused(
            _(
                "Pada dugaan ini terbaca bentuk pidana pemilu atau pemilihan, dan apakah itu pidana bukan untuk "
                "diputus lembaga pengawas. Minta petugas Bawaslu meneruskannya kepada penegak hukum, atau minta pleno "
                "menyatakan tertulis bahwa tidak terlihat tindak pidana; sesudah itu dugaan ini dapat dihentikan."
            )
        )
    return None


def end_what_is_owed(allegation: Allegation, case: Case, *, at: datetime) -> None:
    """Where nothing stands against a person any longer nobody owes an answer, and no crime waits to be handed over.

    That ends on the day of the meeting that said so, else on that of the officer's word.
    """
    party, recorded = allegation.party, localdate(at)
    met = allegation.plenary_date or recorded
    wanted = party.recommendations.first()
    if wanted and not answers(wanted.category, party.allegations.exclude(state=AllegationState.DROPPED)):
        stop_clock(case, "follow_up", met=met, recorded=recorded, subject_ref=party.ref)
    if not crimes_left(party):
        stop_clock(case, HANDOVER, met=met, recorded=recorded, subject_ref=party.ref)


# Whether everything in a case is answered is known to rooms above, which put their answer here when the house starts.
_ABOVE: list[Callable[[Case, User, datetime], None]] = []


def close_also(closing: Callable[[Case, User, datetime], None]) -> None:
    """Have `closing` end a case in which an officer's word on an allegation was the last thing that was open."""
    if closing not in _ABOVE:
        _ABOVE.append(closing)


def close_if_nothing_is_left(case: Case, *, by: User, at: datetime) -> None:
    """End the case, inside the caller's transaction, where nothing in it is open for anybody."""
    for closing in _ABOVE:
        closing(case, by, at)
