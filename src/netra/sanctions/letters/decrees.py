"""How every decree of the appointing authority opens: Menimbang, Mengingat, and who signs and hears of it."""

from __future__ import annotations

import re
from datetime import date

from django.utils.timezone import localdate

from netra.cases.letters import LetterData, authority, informed, person
from netra.law.citations import recalled_as
from netra.law.indonesian_dates import in_words
from netra.law.instruments import INSTRUMENTS
from netra.law.regime import Regime
from netra.letters.forms import FORMS
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.queries import letter, letters_of
from netra.sanctions.bounds import limits_of
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.signing import Signed

OF_PPPK = "PP 49/2018"
RULES_OF_THE_AGENCY = "peraturan instansi tentang disiplin dan kode etik PPPK"
_REGULATION = {Regime.DISC_53: "PP 53/2010", Regime.DISC_94: "PP 94/2021"}
_ON_THE_SERVICE = ("UU 5/2014", "UU 20/2023")
_NUMBERED = re.compile(r"(\S+) (\d+)/(\d{4})")
_KINDS = ("UU", "Perppu", "PP")


def decree(
    kind: str,
    proceeding: Proceeding,
    on: date,
    considering: list[str],
    rests_on: list[str],
    signed: Signed,
    about: str = "",
) -> LetterData:
    """`considering` are clauses without "bahwa", `rests_on` citations; `about` where the kind alone does not say it.

    It bears the title under which it is signed, and the name that belongs to it.
    """
    return {
        "signer": dict(signed.person),
        "authority_title": signed.title,
        "considering": _considered(considering, about or FORMS[LetterKind(kind)].subject),
        "recalling": [f"{recalled_as(each)};" for each in _in_order([*_on_the_service(rests_on, on), *rests_on])],
        "copies": informed(proceeding.case, on),
    }


def _considered(clauses: list[str], about: str) -> list[str]:
    """The clauses, and the one with which every decree ends them."""
    letters = [f"huruf {chr(ord('a') + place)}" for place in range(len(clauses))]
    weighed = " dan ".join(letters) if len(letters) < 3 else f"{letters[0]} sampai dengan {letters[-1]}"
    closing = (
        f"berdasarkan pertimbangan sebagaimana dimaksud dalam {weighed}, perlu menetapkan Keputusan tentang {about}"
    )
    return [f"bahwa {each};" for each in (*clauses, closing)]


def _on_the_service(rests_on: list[str], on: date) -> list[str]:
    """The act on the service of that day, unless an article of it is recalled anyway."""
    holding = [code for code in _ON_THE_SERVICE if INSTRUMENTS[code].holds_on(on)]
    return [code for code in holding if not any(each.startswith(code) for each in rests_on)]


def _in_order(citations: list[str]) -> list[str]:
    """Acts before regulations, the older before the younger; what has no such number comes last, as it was given."""
    return sorted(dict.fromkeys(citations), key=_place)


def _place(citation: str) -> tuple[int, int, int]:
    found = _NUMBERED.match(citation)
    if found is None or found[1] not in _KINDS:
        return (len(_KINDS), 0, 0)
    return (_KINDS.index(found[1]), int(found[3]), int(found[2]))


def who(proceeding: Proceeding) -> str:
    """The person as a clause names him: "Saudara Budi, NIP …, Kepala Subbagian"."""
    shown = person(proceeding.party)
    number = f"NIP {shown['nip']}" if "nip" in shown else f"NI PPPK {shown['ni_pppk']}" if "ni_pppk" in shown else ""
    return ", ".join(each for each in (f"Saudara {shown['name']}", number, shown.get("position", "")) if each)


def reported(proceeding: Proceeding) -> list[str]:
    """The clause on the report of the examination: which, and what it found; none where there is no report."""
    report = proceeding.report
    if report is None:
        return []
    verdict = "terbukti" if report.proven else "tidak terbukti"
    number = letter(report.letter_ref).number
    return [
        f"menurut Laporan Hasil Pemeriksaan Nomor {number} tanggal {in_words(report.reported_date)}, dugaan "
        f"pelanggaran oleh {who(proceeding)}, dinyatakan {verdict}"
    ]


# By which decree the seats of a team or a council are given to others.
CHANGES = {"TEAM_DECREE": "TEAM_CHANGE", "COUNCIL_DECREE": "COUNCIL_CHANGE"}


def formed_by(proceeding: Proceeding, kind: str, on: date) -> str:
    """The decree that formed the team or council, as a paper names it, with the last until that day by which a seat was
    given to another; "" where none was formed.
    """
    own = [each for each in letters_of(proceeding.case.chain) if each.subject_ref == proceeding.ref]
    formed = next((each for each in own if each.kind == kind), None)
    if formed is None:
        return ""
    changed = [each for each in own if each.kind == CHANGES[kind] and _day_of(each) <= on]
    first = _named(proceeding, formed)
    return f"{first}, terakhir diubah dengan {_named(proceeding, changed[-1])}" if changed else first


def _day_of(paper: Letter) -> date:
    return paper.letter_date or localdate(paper.drafted_at)


def _named(proceeding: Proceeding, paper: Letter) -> str:
    day = _day_of(paper)
    title = (paper.data or {}).get("authority_title") or authority(proceeding.agency_code, day)["position"]
    return f"Keputusan {title} Nomor {paper.number} tanggal {in_words(day)}"


def ended_as(status: str) -> str:
    """What a decree is about that ends another status than that of a PNS."""
    return f"Pemberhentian sebagai {status}"


def title_of(made: Decision) -> str:
    """A decision by the title of its paper, which of a candidate names another status than its form does.

    How the President titled his decree nobody here has read: it is named by what it imposes.
    """
    if not made.letter_ref:
        return f"Keputusan {made.signer_title}: {made.sanction_label}"
    paper = letter(made.letter_ref)
    status = (paper.data or {}).get("status")
    subject = ended_as(status) if status else FORMS[LetterKind(paper.kind)].subject
    return subject if made.kind == "MORAL" else f"Keputusan {made.signer_title} tentang {subject}"


def regulation_of(proceeding: Proceeding, on: date) -> list[str]:
    """What a decree of that day rests on, by the state of the case then; of a PPPK what binds him."""
    if proceeding.party.employment == "PPPK":
        return [OF_PPPK, RULES_OF_THE_AGENCY]
    return [_REGULATION[Regime(limits_of(proceeding, decided=on).regime or Regime.DISC_94)]]


def rests_on(made: Decision) -> list[str]:
    """What a decision rests on: the regulation on discipline; of a PPPK the one on him and, known since a sanction of
    his agency was imposed, that agency's by number and article, with which the basis of the decision ends.
    """
    if made.proceeding.party.employment != "PPPK":
        return _on_discipline(made)
    agency_rule = made.basis.partition("; ")[2]
    return [each for each in (OF_PPPK, agency_rule) if each]


def _on_discipline(made: Decision) -> list[str]:
    """The regulation of its regime, and the older one where it still names the penalty (PP 94/2021 Ps 42(2))."""
    regime = Regime(made.regime or Regime.DISC_94)
    older = [Regime.DISC_53] if regime != Regime.DISC_53 and "PP 53/2010" in made.basis else []
    return [_REGULATION[each] for each in (regime, *older)]
