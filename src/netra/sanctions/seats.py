"""Who sits in a formed team or council on a day, who of them may not sit there any more, and by what a seat is filled
again.

No article that was read speaks of replacing a member, but where the direct superior is involved (PP 94/2021 Ps 29(6)).
Who forms a team or council says who sits in it (PP 94/2021 Ps 29(5), PP 53/2010 Ps 25(3), PP 42/2004 Ps 17(2)), and a
team lasts as long as its matter (explanation of PP 94/2021 Ps 29(1)): that he names another is derived from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.models import Party
from netra.cases.own_case import accused_in
from netra.law.composition import Role
from netra.law.dated import Source, Verification
from netra.law.vocabulary import Employment
from netra.registry.same_person import may_be_one
from netra.sanctions.involved import kept_away
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.states import BEFORE_EXAMINATION, FOLLOWED, ProceedingState, Route
from netra.trust.asked_again import AskedAgain, read_or_asked
from netra.trust.language import long_date
from netra.trust.trail import history

REPLACE = "sanctions.seat_replace"
# While a team or council has something left to do: a team until it reports, a council until it decides.
AT_WORK = BEFORE_EXAMINATION | {
    ProceedingState.EXAMINED,
    ProceedingState.COUNCIL_FORMED,
    ProceedingState.COUNCIL_SUMMONED,
    ProceedingState.HEARD,
}
# What a team or council does itself, or is done in its name.
BY_THE_SEATED = frozenset(
    {
        "sanctions.summons_issue",
        "sanctions.examination_record",
        "sanctions.examination_report",
        "sanctions.council_summon",
        "sanctions.council_hear",
        "sanctions.council_decide",
    }
)


_TEAM = AskedAgain(lambda proceeding: TeamMember.objects.filter(proceeding=proceeding))


def team_of(proceeding: Proceeding) -> list[TeamMember]:
    """Everybody who has or had a seat, in memory where a page has read them."""
    return read_or_asked(proceeding, "team", lambda: _TEAM(proceeding=proceeding.pk), of="proceeding")


def seated_on(proceeding: Proceeding, day: date) -> list[TeamMember]:
    """Who sat on that day, in the order in which the seats were named. In memory where a page has read them."""
    team = team_of(proceeding)
    return _in_order([each for each in team if each.sat_on(day)], team)


def seated_now(proceeding: Proceeding) -> list[TeamMember]:
    """Whoever has a seat and was not replaced."""
    team = team_of(proceeding)
    return _in_order([each for each in team if each.left_date is None], team)


def gone(proceeding: Proceeding) -> list[TeamMember]:
    """Whoever was replaced, the first who left first."""
    left = [(each.left_date, each.pk, each) for each in team_of(proceeding) if each.left_date is not None]
    return [each for _day, _pk, each in sorted(left, key=lambda each: each[:2])]


def _in_order(members: Sequence[TeamMember], team: Sequence[TeamMember]) -> list[TeamMember]:
    """A successor stands where he stood whom he replaces."""
    before = {each.pk: each.replaces_id for each in team}

    def first(pk: int) -> int:
        earlier = before.get(pk)
        return pk if earlier is None else first(earlier)

    return sorted(members, key=lambda each: first(each.pk))


def examined_by(proceeding: Proceeding) -> list[TeamMember]:
    """Whoever had a seat when somebody was examined, or since; who left before examined nobody."""
    held = min((each.held_date for each in proceeding.examinations.all()), default=proceeding.examination_date)
    return [
        each for each in team_of(proceeding) if each.left_date is None or (held is not None and each.left_date >= held)
    ]


def out_of_place(proceeding: Proceeding) -> list[TeamMember]:
    """Whoever sits there though he is accused in the case, or was kept from it, since the seats were given."""
    members = seated_now(proceeding)
    if not members or proceeding.state not in AT_WORK:
        return []
    accused = accused_in(proceeding.case)
    kept = kept_away(proceeding)
    return [each for each in members if _is_accused(each, accused) or _is_kept_away(each, kept)]


def why_not_held(proceeding: Proceeding, day: date) -> str:
    """Why nothing was examined or heard on that day by those who sat then: one of them had been kept from the case or
    was accused in it by then, though his seat went to another only later; "" where nobody had.
    """
    recusals = proceeding.case.recusals.select_related("user")
    by_then = {each.user_id: each.user.names for each in recusals if localdate(each.recused_at) <= day}
    accused = list(proceeding.case.parties.all())
    names = [
        each.name
        for each in seated_on(proceeding, day)
        if (by_then and _is_kept_away(each, by_then)) or _was_accused(each, proceeding, accused, day)
    ]
    if not names:
        return ""
    return _(
        "%(names)s masih duduk pada %(day)s, padahal sudah menjadi terlapor dalam perkara ini atau dikecualikan "
        "darinya, jadi yang berlangsung pada hari itu bukan pemeriksaan atau sidang oleh tim atau majelis yang sah "
        "susunannya. Adakan lagi dengan susunan yang sekarang, lalu catat hari itu."
    ) % {"names": "; ".join(names), "day": long_date(day)}


def _was_accused(member: TeamMember, proceeding: Proceeding, accused: Sequence[Party], day: date) -> bool:
    """Whether he was accused in the case by that day: since it was registered, or since the trail says he was added."""
    his = {each.ordinal for each in accused if may_be_one(member.name, member.nip, each.name, each.nip)}
    if not his:
        return False
    told = [each for each in history(proceeding.case.chain) if each.verb == "cases.party_add"]
    later = {each.payload["party"] for each in told if localdate(each.at) > day}
    return bool(his - later)


def _is_accused(member: TeamMember, accused: Sequence[tuple[str, str]]) -> bool:
    return any(may_be_one(member.name, member.nip, name, nip) for name, nip in accused)


def _is_kept_away(member: TeamMember, kept: Mapping[int, tuple[str, ...]]) -> bool:
    """By the account where one was chosen, else by the name."""
    if member.user_id is not None:
        return member.user_id in kept
    return any(may_be_one(member.name, "", name, "") for names in kept.values() for name in names)


def why_not_seated(proceeding: Proceeding) -> str:
    """Why nothing is done by this team or council now, and what to do; "" where everybody in it has his part."""
    names = [f"{each.name} ({_(str(each.get_role_display()))})" for each in out_of_place(proceeding)]
    if not names:
        return ""
    return _(
        "%(names)s duduk dalam tim atau majelis ini, padahal menjadi terlapor dalam perkara ini atau dikecualikan "
        "darinya, jadi tidak memanggil, memeriksa, memutus, atau menandatangani apa pun di sini. Minta pejabat yang "
        "membentuknya mengganti kursi itu lebih dahulu, melalui «Ganti anggota» (%(rule)s). Bila hanya senama, ganti "
        "pula kursi itu, atau pastikan NIP terlapor."
    ) % {"names": "; ".join(names), "rule": seat_article(proceeding)}


# By route or regime: by what a seat is filled again, which no article says in words.
_UNSAID = "(penggantian anggota tidak disebut)"
_FILLED_AGAIN: Mapping[str, Source] = {
    "COUNCIL": Source("PP 42/2004", f"Pasal 17 ayat (2) dan Pasal 18 {_UNSAID}", Verification.DERIVED),
    "DISC-53": Source("PP 53/2010", f"Pasal 25 ayat (2)–(3) {_UNSAID}", Verification.DERIVED),
    "DISC-94": Source(
        "PP 94/2021",
        "Pasal 29 ayat (3) dan (5)–(6) (penggantian hanya disebut bagi atasan langsung yang terlibat)",
        Verification.DERIVED,
    ),
}
_OF_PPPK = Source(
    "PP 49/2018", "Pasal 52 (peraturan disiplin instansi; penggantian anggota belum dibaca)", Verification.DERIVED
)


def seat_article(proceeding: Proceeding) -> Source:
    """From what it is derived that the authority gives a seat to another."""
    if proceeding.party.employment == Employment.PPPK:
        return _OF_PPPK
    if proceeding.route == Route.ETHICS:
        return _FILLED_AGAIN["COUNCIL"]
    own = _FILLED_AGAIN["DISC-53" if proceeding.regime == "DISC-53" else "DISC-94"]
    return own.followed(FOLLOWED) if proceeding.route == Route.STATUS_TERMINATION else own


def chair_on(proceeding: Proceeding, day: date) -> TeamMember | None:
    """Who led on that day; None where there is no team."""
    return next((each for each in seated_on(proceeding, day) if each.role == Role.CHAIR), None)
