"""Whether an examination team and an ethics council are composed as the law wants: breaches, each with its article.

Nothing here forbids: the operation that forms a team shows the breaches and decides. `certain` is False where the rule
is known from a secondary source only, or where the wording allows two readings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netra.law.dated import Source, Verification
from netra.law.sentences import Sentence

# The secretary of a regency or city is a JPT pratama, and chief of the others there.
POST_ORDER = (
    "PELAKSANA",
    "PENGAWAS",
    "ADMINISTRATOR",
    "JPT_PRATAMA",
    "REGIONAL_SECRETARY",
    "JPT_MADYA",
    "JPT_UTAMA",
)
GRADE_ROMANS = ("I", "II", "III", "IV")
COUNCIL_ODD_ABOVE = 5
COUNCIL_PLAIN_MEMBERS = 3

TEAM_NEEDED = "Pelanggaran dengan ancaman hukuman berat diperiksa oleh tim pemeriksa."
SUPERIOR_INVOLVED = "Atasan langsung terlibat dalam pelanggaran; gantilah dengan atasan yang lebih tinggi."
ELEMENT_MISSING = "Tim belum memuat %(element)s."
ROLE_MISSING = "Tim belum mempunyai %(role)s."
ONE_OF_ROLE = "Majelis Kode Etik harus mempunyai satu %(role)s merangkap anggota."
THREE_OTHERS = "Majelis Kode Etik memerlukan sekurang-kurangnya tiga anggota lain."
ODD_ABOVE_FIVE = "Majelis Kode Etik yang lebih dari lima orang harus berjumlah ganjil."
LOWER_IN_EITHER = "%(member)s lebih rendah jabatan atau pangkatnya dari yang diperiksa."
LOWER_IN_BOTH = "%(member)s lebih rendah jabatan dan pangkatnya dari yang diperiksa."
LOWER_IN_POST = "%(member)s lebih rendah jabatannya saja; Pasal 18 ayat (3) menyebut jabatan dan pangkat."
LOWER_IN_GRADE = "%(member)s lebih rendah pangkatnya saja; Pasal 18 ayat (3) menyebut jabatan dan pangkat."


class Element(StrEnum):
    """For which part of the office a member sits in an examination team."""

    DIRECT_SUPERIOR = "DIRECT_SUPERIOR"
    HIGHER_SUPERIOR = "HIGHER_SUPERIOR"
    OVERSIGHT = "OVERSIGHT"
    PERSONNEL = "PERSONNEL"
    OTHER = "OTHER"


class Role(StrEnum):
    """What a member does in a team or council."""

    CHAIR = "CHAIR"
    SECRETARY = "SECRETARY"
    MEMBER = "MEMBER"


@dataclass(frozen=True, slots=True)
class Standing:
    """Post and rank of a civil servant. A post outside the structural ladder (functional posts) is not compared."""

    post: str
    grade: str

    def lower_in_post_than(self, other: Standing) -> bool:
        if self.post not in POST_ORDER or other.post not in POST_ORDER:
            return False
        return POST_ORDER.index(self.post) < POST_ORDER.index(other.post)

    def lower_in_grade_than(self, other: Standing) -> bool:
        """False also where a grade is not known: what is not known accuses nobody."""
        if not self.grade or not other.grade:
            return False
        return _grade_order(self.grade) < _grade_order(other.grade)


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A member of an examination team; `reference` is what the screen calls the person."""

    reference: str
    role: Role
    element: Element
    standing: Standing


@dataclass(frozen=True, slots=True)
class CouncilMember:
    """A member of an ethics council."""

    reference: str
    role: Role
    standing: Standing


@dataclass(frozen=True, slots=True)
class Breach:
    """What is wrong with a composition, and where that is written."""

    text: str
    source: Source
    certain: bool = True


def team_breaches(
    *,
    regime: str,
    level: str,
    members: Sequence[TeamMember],
    examinee: Standing,
    direct_superior_involved: bool = False,
) -> tuple[Breach, ...]:
    """What PP 94/2021 Pasal 29 (under DISC-53: PP 53/2010 Pasal 25) finds wrong; no members means no team."""
    if not members:
        return _no_team(regime, level)
    breaches = _missing_elements(regime, {member.element for member in members})
    if direct_superior_involved and any(member.element is Element.DIRECT_SUPERIOR for member in members):
        breaches.append(
            Breach(
                SUPERIOR_INVOLVED,
                Source("PP 94/2021", "Pasal 29 ayat (6)", Verification.SEEN),
                certain=regime == "DISC-94",
            )
        )
    if regime == "DISC-94":
        breaches += _by_agency_regulation(members, examinee)
    return tuple(breaches)


def _no_team(regime: str, level: str) -> tuple[Breach, ...]:
    if regime != "DISC-94" or level != "SEVERE":
        return ()
    source = Source("PP 94/2021", "Pasal 29 ayat (2)", Verification.SEEN)
    return (Breach(TEAM_NEEDED, source),)


def _missing_elements(regime: str, present: set[Element]) -> list[Breach]:
    article = ("PP 94/2021", "Pasal 29 ayat (3)") if regime == "DISC-94" else ("PP 53/2010", "Pasal 25 ayat (2)")
    source = Source(*article, Verification.SEEN)
    needed = (
        ({Element.DIRECT_SUPERIOR, Element.HIGHER_SUPERIOR}, "atasan langsung"),
        ({Element.OVERSIGHT}, "unsur pengawasan"),
        ({Element.PERSONNEL}, "unsur kepegawaian"),
    )
    return [
        Breach(Sentence(ELEMENT_MISSING, element=name), source) for elements, name in needed if not elements & present
    ]


def _by_agency_regulation(members: Sequence[TeamMember], examinee: Standing) -> list[Breach]:
    """PerBKN 6/2022, known from a secondary source: three roles, and nobody below the examinee."""
    source = Source("PerBKN 6/2022", "(pasal tim pemeriksa belum dibaca)", Verification.SECONDARY)
    roles = {member.role for member in members}
    breaches = [
        Breach(Sentence(ROLE_MISSING, role=name), source, certain=False)
        for role, name in ((Role.CHAIR, "ketua"), (Role.SECRETARY, "sekretaris"), (Role.MEMBER, "anggota"))
        if role not in roles
    ]
    breaches += [
        Breach(Sentence(LOWER_IN_EITHER, member=each.reference), source, certain=False)
        for each in members
        if each.standing.lower_in_post_than(examinee) or each.standing.lower_in_grade_than(examinee)
    ]
    return breaches


def council_breaches(*, members: Sequence[CouncilMember], examinee: Standing) -> tuple[Breach, ...]:
    """What PP 42/2004 Pasal 18 finds wrong with an ethics council."""
    source = Source("PP 42/2004", "Pasal 18 ayat (1)", Verification.SEEN)
    breaches = []
    for role, name in ((Role.CHAIR, "ketua"), (Role.SECRETARY, "sekretaris")):
        if sum(1 for member in members if member.role is role) != 1:
            breaches.append(Breach(Sentence(ONE_OF_ROLE, role=name), source))
    if sum(1 for member in members if member.role is Role.MEMBER) < COUNCIL_PLAIN_MEMBERS:
        breaches.append(Breach(THREE_OTHERS, source))
    if len(members) > COUNCIL_ODD_ABOVE and len(members) % 2 == 0:
        odd = Source("PP 42/2004", "Pasal 18 ayat (2)", Verification.SEEN)
        breaches.append(Breach(ODD_ABOVE_FIVE, odd))
    return (*breaches, *_lower_members(members, examinee))


def _lower_members(members: Sequence[CouncilMember], examinee: Standing) -> list[Breach]:
    """Lower in post and rank is a breach; lower in one of them depends on how "jabatan dan pangkat" is read."""
    source = Source("PP 42/2004", "Pasal 18 ayat (3)", Verification.SEEN)
    breaches = []
    for member in members:
        post, grade = member.standing.lower_in_post_than(examinee), member.standing.lower_in_grade_than(examinee)
        if post and grade:
            breaches.append(Breach(Sentence(LOWER_IN_BOTH, member=member.reference), source))
        elif post or grade:
            template = LOWER_IN_POST if post else LOWER_IN_GRADE
            breaches.append(Breach(Sentence(template, member=member.reference), source, certain=False))
    return breaches


def _grade_order(grade: str) -> tuple[int, str]:
    """III/d is (3, "d"); raises ValueError for what is no grade of a civil servant."""
    roman, _, letter = grade.partition("/")
    if roman not in GRADE_ROMANS or letter not in tuple("abcde"):
        raise ValueError(f'"{grade}" bukan golongan ruang; tulis seperti III/d.')
    return GRADE_ROMANS.index(roman), letter
